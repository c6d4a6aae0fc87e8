// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QPainter;

namespace earmark::ui {

// The height a mark's line takes below its top, in the same unit as `thickness`.
[[nodiscard]] double markLineHeight(double thickness);

// Draws a mark's line from `left` to `right`, its upper edge at `top`. The pattern begins at `left`,
// so that painting a part of it again gives the same picture.
void drawMarkLine(QPainter &painter, const MarkStyle &style, double left, double right, double top, double thickness);

} // namespace earmark::ui
