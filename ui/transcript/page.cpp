// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/page.h"

#include <QFontMetricsF>
#include <QPaintDevice>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace earmark::ui {
namespace {

constexpr double LeastCharactersBesideNames = 45;
constexpr double ParagraphGap = 0.75; // em
constexpr double NameSize = 0.74;     // of the body: capitals as high as its small letters
constexpr double CueSize = 0.86;
constexpr double TimeSize = 0.74;
constexpr double HeadingSize = 1.18;
constexpr double BeforeHeading = 1.2; // em, and the paragraphs' gap
constexpr double AfterHeading = 0.45; // em
constexpr double WidestName = 9;      // em; longer names are elided
constexpr double NameGap = 2.2;       // em, between the names and the text; the sentence's bar stands in it
constexpr double Margin = 1.5;        // em, at least, on either side

// How wide a character is on average in running text. averageCharWidth() counts every glyph of the
// font once, which is far too wide for letters as often as they are used.
double averageCharacterWidth(const QFontMetricsF &metrics)
{
    const QString sample =
        u"the quick brown fox told us how the others came to rest over a lazy dog, and when it began "_s;
    return metrics.horizontalAdvance(sample) / double(sample.size());
}

double widestNameOf(const reading::Reading &reading, const QFontMetricsF &metrics)
{
    double widest = 0;
    QString last; // the same few people take turns
    for (const reading::Paragraph &paragraph : reading.paragraphs) {
        if (paragraph.speaker.isEmpty() || paragraph.speaker == last)
            continue;
        last = paragraph.speaker;
        widest = std::max(widest, metrics.horizontalAdvance(last));
    }
    return std::ceil(widest);
}

} // namespace

Column columnFor(double viewWidth, double em, double characterWidth, double widestName, int characters, double gutter)
{
    Column column;
    const double measure = std::round(characters * characterWidth);
    const double margin = std::min(std::max(std::round(Margin * em), gutter), viewWidth / (gutter > 0 ? 5 : 8));

    column.nameWidth = std::min(widestName, std::round(WidestName * em));
    const double beforeText = margin + column.nameWidth + std::round(NameGap * em);
    const double besideNames = viewWidth - beforeText - margin;
    if (widestName > 0 && besideNames >= LeastCharactersBesideNames * characterWidth) {
        column.hangingNames = true;
        column.width = std::min(measure, besideNames);
        column.left = std::max(std::floor((viewWidth - column.width) / 2), beforeText);
        column.nameLeft = column.left - std::round(NameGap * em) - column.nameWidth;
        return column;
    }
    column.width = std::max(std::min(measure, viewWidth - 2 * margin), 1.0);
    column.left = std::floor((viewWidth - column.width) / 2);
    column.nameLeft = column.left;
    column.nameWidth = column.width;
    return column;
}

HeadingSpace headingSpace(const Page &page, const reading::Paragraph &paragraph)
{
    HeadingSpace space;
    const bool nameAbove = !paragraph.speaker.isEmpty() && !page.column.hangingNames;
    if (paragraph.heading.isEmpty()) {
        space.above = nameAbove ? page.nameHeight : 0;
        return space;
    }
    const QRectF room(0, 0, page.column.width, 100000);
    const QRectF text =
        QFontMetricsF(page.headingFont).boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft, paragraph.heading);
    space.before = std::round(BeforeHeading * page.em);
    space.height = std::ceil(text.height());
    space.above = std::round(AfterHeading * page.em) + (nameAbove ? page.nameHeight : 0);
    return space;
}

QRectF headingRect(const Page &page, const reading::Paragraph &paragraph, double top)
{
    const HeadingSpace space = headingSpace(page, paragraph);
    return QRectF(page.column.left, top - space.above - space.height, page.column.width, space.height);
}

Page pageFor(const Theme &theme, const TextLook &look, double zoom, double viewWidth, const reading::Reading &reading,
             const QPaintDevice *device)
{
    Page page;
    page.theme = theme;
    page.font = readingFont(zoom, look.letters);
    page.em = page.font.pointSizeF() * device->logicalDpiY() / 72;
    page.pitch = std::round(look.lineHeight * page.em);
    page.paragraphGap = std::round(ParagraphGap * page.em);

    page.nameFont = page.font;
    page.nameFont.setPointSizeF(page.font.pointSizeF() * NameSize);
    page.nameFont.setCapitalization(QFont::AllUppercase);
    page.nameFont.setLetterSpacing(QFont::PercentageSpacing, 107);
    page.cueFont = page.font;
    page.cueFont.setPointSizeF(page.font.pointSizeF() * CueSize);
    page.cueFont.setItalic(true);
    page.timeFont = QFont();
    page.timeFont.setPointSizeF(page.font.pointSizeF() * TimeSize);

    page.headingFont = page.font;
    page.headingFont.setPointSizeF(page.font.pointSizeF() * HeadingSize);
    page.headingFont.setWeight(QFont::DemiBold);

    page.viewWidth = viewWidth;
    const QFontMetricsF metrics(page.font, device);
    const QFontMetricsF nameMetrics(page.nameFont, device);
    page.ascent = metrics.ascent();
    page.descent = metrics.descent();
    page.nameHeight = std::ceil(nameMetrics.height());
    page.times = look.times;
    page.corrections = look.corrections;
    const QFontMetricsF timeMetrics(page.timeFont, device);
    const double gutter =
        look.times ? std::ceil(TimeAfterText * page.em + timeMetrics.horizontalAdvance(u"0:00:00"_s)) + 1 : 0;
    page.column = columnFor(viewWidth, page.em, averageCharacterWidth(metrics), widestNameOf(reading, nameMetrics),
                            look.measure, gutter);
    return page;
}

} // namespace earmark::ui
