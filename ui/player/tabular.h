// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace earmark::ui {

// The same font with figures that are all as wide, for times that line up or do not tremble; where Qt is too old for
// that, as it is.
[[nodiscard]] inline QFont tabular(const QFont &base)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    QFont font = base;
    font.setFeature("tnum", 1);
    return font;
#else
    return base;
#endif
}

} // namespace earmark::ui
