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

constexpr int LeastCharactersBesideNames = 60;
constexpr double ParagraphGap = 0.75; // em
constexpr double NameSize = 0.74;     // of the body: capitals as high as its small letters
constexpr double CueSize = 0.86;
constexpr double TimeSize = 0.74;
constexpr double RawSize = 0.72;
constexpr double RawHeight = 1.0;    // em
constexpr double RawBaseline = 1.04; // em; marks are underlined in between
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

// Han characters look different in Japanese and in Korean, and a desktop in another language has no reason to
// choose those: the text itself tells. Chinese is left to the desktop, which knows which of its two it is.
QStringList familiesFor(QStringView text, TextLook::Letters letters)
{
    constexpr qsizetype enough = 4000;
    int kana = 0;
    int hangul = 0;
    for (const QChar c : text.first(std::min(enough, text.size()))) {
        kana += c.script() == QChar::Script_Hiragana || c.script() == QChar::Script_Katakana ? 1 : 0;
        hangul += c.script() == QChar::Script_Hangul ? 1 : 0;
    }
    if (kana == 0 && hangul == 0)
        return {};
    const QString ending = kana >= hangul ? u" CJK JP"_s : u" CJK KR"_s;
    const QString sans = u"Noto Sans"_s + ending;
    return letters == TextLook::Letters::Serif ? QStringList{u"Noto Serif"_s + ending, sans} : QStringList{sans};
}

// By the paragraphs' own directions, as a text document tells them; a few are enough.
bool runsFromRight(const reading::Reading &reading)
{
    constexpr size_t enough = 30;
    int balance = 0;
    for (size_t i = 0; i < std::min(enough, reading.paragraphs.size()); ++i) {
        const reading::TextRange range = reading.paragraphs[i].range;
        const QStringView text = QStringView(reading.text).sliced(range.begin, range.end - range.begin);
        balance += text.isRightToLeft() ? 1 : -1;
    }
    return balance > 0;
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
    if (widestName > 0 && besideNames >= std::min(LeastCharactersBesideNames, characters) * characterWidth) {
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

Column Column::mirroredIn(double viewWidth) const
{
    Column column = *this;
    column.mirrored = true;
    column.left = viewWidth - right();
    column.nameLeft = viewWidth - nameLeft - nameWidth;
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
             const QString &widestTime, const QPaintDevice *device)
{
    Page page;
    page.theme = theme;
    page.font = readingFont(zoom, look.letters);
    if (const QStringList families = familiesFor(reading.text, look.letters); !families.isEmpty())
        page.font.setFamilies(page.font.families() + families);
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
    page.rawFont = page.font;
    page.rawFont.setPointSizeF(page.font.pointSizeF() * RawSize);
    page.rawHeight = look.raw ? std::round(RawHeight * page.em) : 0;
    page.rawBaseline = std::round(RawBaseline * page.em);
    page.corrections = look.corrections;
    const QFontMetricsF timeMetrics(page.timeFont, device);
    const double gutter =
        look.times ? std::ceil(TimeAfterText * page.em + timeMetrics.horizontalAdvance(widestTime)) + 1 : 0;
    page.column = columnFor(viewWidth, page.em, averageCharacterWidth(metrics), widestNameOf(reading, nameMetrics),
                            look.measure, gutter);
    if (runsFromRight(reading))
        page.column = page.column.mirroredIn(viewWidth);
    return page;
}

} // namespace earmark::ui
