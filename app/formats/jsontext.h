// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QByteArray>
#include <QStringView>

namespace earmark::formats {

// As JSON writes a string, in UTF-8, quotes included. Half a surrogate pair becomes U+FFFD.
void appendJsonString(QByteArray &json, QStringView text);

// Seconds with three decimals: "161.250".
void appendSeconds(QByteArray &out, MediaTime time);

} // namespace earmark::formats
