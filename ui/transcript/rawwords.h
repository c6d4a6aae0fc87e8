// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace earmark::ui {

// A word as it came, beneath a line of its paragraph.
struct RawWord {
    int line = 0;
    double x = 0; // where it begins, in pixels from the column's edge at which lines begin
    QString text;

    bool operator==(const RawWord &) const = default;
};

// Where the words stand so that none covers another or leaves the column: each at its x or behind the one
// before it. What finds no room goes on beneath the next line, in pieces where it is wider than the column;
// beneath the last one an ellipsis stands for it. `words` are in the order of lines and places.
[[nodiscard]] std::vector<RawWord> placeRawWords(const std::vector<RawWord> &words, int lines, double width,
                                                 double space, const std::function<double(const QString &)> &widthOf);

} // namespace earmark::ui
