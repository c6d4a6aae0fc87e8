// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"

#include <QString>

#include <memory>

class QMimeData;

namespace earmark::ui {

// What a quote says about where it is from.
struct Quote {
    QString text;
    QString title;
    MediaTime start{};
};

// The quote for the clipboard, as plain text, HTML and Markdown.
[[nodiscard]] std::unique_ptr<QMimeData> clipOf(const Quote &quote);

} // namespace earmark::ui
