// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QByteArray>
#include <QStringView>

#include <string>

namespace earmark::formats {

// `Out` is QByteArray or std::string.

// As JSON writes a string, in UTF-8, quotes included. Half a surrogate pair becomes U+FFFD.
template <class Out>
void appendJsonString(Out &json, QStringView text);

// Seconds with three decimals: "161.250".
template <class Out>
void appendSeconds(Out &out, MediaTime time);

} // namespace earmark::formats
