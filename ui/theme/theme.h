// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/highlight.h"
#include "notes/marknames.h"
#include "ui/theme/textlook.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QTextCharFormat>

namespace earmark::ui {

// The five underlines, in the order of the marks.
enum class LinePattern : quint8 { Solid, Dashed, Dotted, Double, Wavy };

// How a mark looks: a ground that keeps the ink readable (7:1), and an underline pattern that tells
// it apart without colour.
struct MarkStyle {
    QColor ground;
    QColor line;                              // at least 4.5:1 on the theme's ground
    LinePattern pattern = LinePattern::Solid; // drawn by drawMarkLine()
    // The nearest that Qt's own text formats can show; they have no double line.
    QTextCharFormat::UnderlineStyle underline = QTextCharFormat::SingleUnderline;
};

// The colours of the reading room. Chosen from the desktop's palette: light, dark, sepia where its
// paper is a warm one or, where the palette's own contrast is extreme, the palette itself.
struct Theme {
    bool dark = false;
    QColor ground;
    QColor ink;                 // at least 7:1 on ground
    QColor quiet;               // cues, times, speakers: at least 4.5:1 on ground
    QColor accent;              // the sentence's bar, the playhead, links: at least 4.5:1
    QColor sentenceGround;      // barely tinted
    QColor wordGround;          // the word being spoken
    QColor estimatedWordGround; // the same where its time is only estimated
    QColor rule;                // hairlines

    [[nodiscard]] const MarkStyle &mark(notes::Mark mark) const { return marks[size_t(mark) - 1]; }
    MarkStyle marks[5];
};

[[nodiscard]] Theme themeFor(const QPalette &palette);
// The same on a paper of the reader's choice, whatever the desktop's is. Contrast: black and white, light on
// dark where the desktop is dark.
[[nodiscard]] Theme themeFor(const QPalette &palette, TextLook::Paper paper);

// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

// `colour` moved towards the ink as far as it takes to be read on the ground (4.5:1; WCAG 2.1, level AA).
[[nodiscard]] QColor legibleColour(QColor colour, const QColor &ink, const QColor &ground);

// The reading serif, or the desktop's sans, at 17 px per 96 dpi scaled by `zoom` and by the desktop's own text
// scaling.
[[nodiscard]] QFont readingFont(double zoom, TextLook::Letters letters = TextLook::Letters::Serif);

// A mark's name for menus and screen readers: "Mark 1" until the reader names it.
[[nodiscard]] QString markName(notes::Mark mark);
// The reader's own name for it, where there is one.
[[nodiscard]] QString markName(notes::Mark mark, const notes::MarkNames &own);

} // namespace earmark::ui
