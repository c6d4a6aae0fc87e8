// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/reading.h"
#include "ui/theme/theme.h"

#include <QFont>
#include <QRectF>

class QPaintDevice;

namespace earmark::ui {

// Where things stand across the view, in pixels from its left edge.
struct Column {
    double left = 0;           // of the text
    double width = 0;          // of the text
    bool hangingNames = false; // speakers stand left of the text, else above their paragraphs
    double nameLeft = 0;
    bool mirrored = false; // text from right to left: speakers right of it, times left
    double nameWidth = 0;

    [[nodiscard]] double right() const { return left + width; }
    // The same for text that runs from right to left.
    [[nodiscard]] Column mirroredIn(double viewWidth) const;
    bool operator==(const Column &) const = default;
};

// The text's column in a view `viewWidth` wide: `measure` characters, centred, as soon as there is room.
// Speakers hang in the margin while at least 60 characters, or the measure, are left for the text. `widestName` is 0
// where nobody is named, `gutter` what is kept free on either side at least. All in pixels but the measure.
[[nodiscard]] Column columnFor(double viewWidth, double em, double characterWidth, double widestName,
                               int measure = TextLook::normalLength, double gutter = 0);

inline constexpr double TimeAfterText = 1.8; // em; beyond the mark of a note

// Everything about the looks of the page that does not depend on the place being shown.
struct Page {
    Theme theme;
    QFont font;
    QFont nameFont; // speakers, in small capitals
    QFont cueFont;
    QFont timeFont;
    QFont headingFont;
    double em = 0;
    double pitch = 0;   // from baseline to baseline
    double ascent = 0;  // of `font`
    double descent = 0; // of `font`
    double nameHeight = 0;
    double paragraphGap = 0;  // 0.75 em
    bool times = false;       // beside each paragraph
    bool corrections = false; // underlined
    QFont rawFont;            // of the words as they came
    double rawHeight = 0;     // of their line beneath each line; 0: not shown
    double rawBaseline = 0;   // below the line's
    double viewWidth = 0;
    Column column;
};

// The room that a paragraph's heading needs above it, 0 without one: the heading's own, and what it keeps free
// on either side. A heading stands above the speaker's name where that stands above the paragraph.
struct HeadingSpace {
    double before = 0;
    double height = 0;
    double above = 0; // the paragraph's first line: room after it, with the name's

    [[nodiscard]] double whole() const { return before + height + above; }
};
[[nodiscard]] HeadingSpace headingSpace(const Page &page, const reading::Paragraph &paragraph);
// Where it stands above a paragraph whose first line begins at `top`.
[[nodiscard]] QRectF headingRect(const Page &page, const reading::Paragraph &paragraph, double top);

// `widestTime` is the longest that stands beside a paragraph; `device` gives the resolution.
[[nodiscard]] Page pageFor(const Theme &theme, const TextLook &look, double zoom, double viewWidth,
                           const reading::Reading &reading, const QString &widestTime, const QPaintDevice *device);

} // namespace earmark::ui
