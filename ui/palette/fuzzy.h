// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace earmark::ui {

// How well `pattern` fits `text`: its letters must occur there in this order, whatever their case and
// accents; white space in the pattern does not count. Letters that begin words or follow each other
// count more, the whole pattern in one piece most of all, and among equals the shorter text. Higher is
// better; nullopt: it does not fit. An empty pattern fits everything alike.
[[nodiscard]] std::optional<int> fuzzyScore(QStringView pattern, QStringView text);

} // namespace earmark::ui
