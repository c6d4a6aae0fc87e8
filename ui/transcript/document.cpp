// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/document.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>

#include <algorithm>

namespace earmark::ui {
namespace {

using reading::Paragraph;
using reading::Reading;
using reading::TextRange;
using transcript::TokenKind;
using transcript::TokenSpan;
using transcript::Transcript;

QString shownText(const QString &text)
{
    QString shown = text;
    for (QChar &c : shown) {
        switch (c.unicode()) {
        case 0x0000: // and the marks that Qt's own documents set for their frames, lines and images
        case 0x000d:
        case 0x2028:
        case 0x2029:
        case 0xfdd0:
        case 0xfdd1:
        case 0xfffc: c = QLatin1Char(' '); break;
        default: break;
        }
    }
    return shown;
}

void setFormat(QTextCursor &cursor, TextRange range, const QTextCharFormat &format)
{
    cursor.setPosition(range.begin);
    cursor.setPosition(range.end, QTextCursor::KeepAnchor);
    cursor.mergeCharFormat(format);
}

// Whether the letters of a cue lean. Where a script has no italics, they would be taken from another font,
// which makes the line higher.
bool canLean(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) {
        switch (c.script()) {
        case QChar::Script_Common:
        case QChar::Script_Inherited:
        case QChar::Script_Latin:
        case QChar::Script_Greek:
        case QChar::Script_Cyrillic: return true;
        default: return !c.isLetter();
        }
    });
}

// Cues and headings of the source stand in runs of tokens; one change of format for each run.
void formatRuns(QTextCursor &cursor, const Reading &reading, const Transcript &transcript, TokenSpan within,
                TokenKind kind, QTextCharFormat format)
{
    TextRange run;
    const auto setRun = [&] {
        if (kind == TokenKind::Cue)
            format.setFontItalic(canLean(QStringView(reading.text).mid(run.begin, run.end - run.begin)));
        setFormat(cursor, run, format);
        run = {};
    };
    for (transcript::TokenIndex i = within.first; i <= within.last; ++i) {
        const TextRange range = reading.tokenRanges[size_t(i)];
        if (range.isEmpty())
            continue;
        if (transcript.tokens[size_t(i)].kind == kind) {
            if (run.isEmpty())
                run.begin = range.begin;
            run.end = range.end;
        } else if (!run.isEmpty()) {
            setRun();
        }
    }
    if (!run.isEmpty())
        setRun();
}

void formatCharacters(QTextCursor &cursor, const Reading &reading, const Transcript &transcript, const Page &page,
                      TokenSpan within)
{
    QTextCharFormat cue;
    cue.setFontPointSize(page.cueFont.pointSizeF());
    cue.setForeground(page.theme.quiet);
    formatRuns(cursor, reading, transcript, within, TokenKind::Cue, cue);
    QTextCharFormat heading;
    heading.setFontWeight(QFont::DemiBold);
    formatRuns(cursor, reading, transcript, within, TokenKind::Heading, heading);
}

QTextBlockFormat plainBlock(const Page &page)
{
    QTextBlockFormat block;
    // At least, not exactly: scripts taller than Latin get the room they need.
    block.setLineHeight(page.pitch + page.rawHeight, QTextBlockFormat::MinimumHeight);
    block.setBottomMargin(page.paragraphGap);
    return block;
}

// Room above a paragraph for its heading, and for its speaker's name where names do not hang in the margin.
double roomAbove(const Paragraph &paragraph, const Page &page)
{
    const double room = headingSpace(page, paragraph).whole();
    return room > 0 ? page.paragraphGap + room : 0;
}

QStringView textOf(const Reading &reading, const Paragraph &paragraph)
{
    return QStringView(reading.text).mid(paragraph.range.begin, paragraph.range.end - paragraph.range.begin);
}

bool looksTheSame(const Reading &before, const Paragraph &old, const Reading &after, const Paragraph &fresh)
{
    return old.speaker == fresh.speaker && old.startsTurn == fresh.startsTurn && old.heading == fresh.heading
        && old.span.count() == fresh.span.count() && textOf(before, old) == textOf(after, fresh);
}

} // namespace

std::unique_ptr<QTextDocument> makeDocument(const Reading &reading, const Transcript &transcript, const Page &page)
{
    auto document = std::make_unique<QTextDocument>();
    document->setUndoRedoEnabled(false);
    document->setDocumentMargin(0);
    document->setDefaultFont(page.font);

    QTextCursor cursor(document.get());
    cursor.beginEditBlock();
    cursor.setBlockFormat(plainBlock(page));
    cursor.insertText(shownText(reading.text));
    formatCharacters(cursor, reading, transcript, page, {0, transcript.count() - 1});
    for (const Paragraph &paragraph : reading.paragraphs) {
        if (const double room = roomAbove(paragraph, page); room > 0) {
            cursor.setPosition(paragraph.range.begin);
            QTextBlockFormat format;
            format.setTopMargin(room);
            cursor.mergeBlockFormat(format);
        }
    }
    cursor.endEditBlock();
    return document;
}

void patchDocument(QTextDocument &document, const Reading &before, const Reading &after, const Transcript &transcript,
                   const Page &page)
{
    const std::vector<Paragraph> &old = before.paragraphs;
    const std::vector<Paragraph> &fresh = after.paragraphs;
    if (old.empty() || fresh.empty())
        return;
    const size_t shorter = std::min(old.size(), fresh.size());
    size_t first = 0;
    while (first < shorter && looksTheSame(before, old[first], after, fresh[first]))
        ++first;
    if (first == old.size() && first == fresh.size())
        return;
    first = std::min(first, shorter - 1); // one of each at least, into which or from which others come
    size_t same = 0;                      // at the end
    while (same + 1 + first < shorter
           && looksTheSame(before, old[old.size() - 1 - same], after, fresh[fresh.size() - 1 - same]))
        ++same;
    const Paragraph &lastOld = old[old.size() - 1 - same];
    const size_t lastFresh = fresh.size() - 1 - same;

    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    cursor.setPosition(old[first].range.begin);
    cursor.setPosition(lastOld.range.end, QTextCursor::KeepAnchor);
    const qint32 begin = fresh[first].range.begin;
    cursor.insertText(shownText(after.text.mid(begin, fresh[lastFresh].range.end - begin)), QTextCharFormat());
    for (size_t i = first; i <= lastFresh; ++i) {
        cursor.setPosition(fresh[i].range.begin);
        QTextBlockFormat format = plainBlock(page);
        format.setTopMargin(roomAbove(fresh[i], page));
        cursor.setBlockFormat(format);
    }
    formatCharacters(cursor, after, transcript, page, {fresh[first].span.first, fresh[lastFresh].span.last});
    cursor.endEditBlock();
}

void setRoomAbove(QTextDocument &document, const Paragraph &paragraph, const Page &page, double more)
{
    const double room = headingSpace(page, paragraph).whole() + more;
    QTextCursor cursor(&document);
    cursor.setPosition(paragraph.range.begin);
    QTextBlockFormat format;
    format.setTopMargin(room > 0 ? page.paragraphGap + room : 0);
    if (cursor.blockFormat().topMargin() != format.topMargin())
        cursor.mergeBlockFormat(format);
}

void setColumn(QTextDocument &document, const Page &page, double viewWidth)
{
    QTextFrame *root = document.rootFrame();
    QTextFrameFormat format = root->frameFormat();
    format.setTopMargin(2 * page.pitch);
    format.setBottomMargin(3 * page.pitch);
    format.setLeftMargin(page.column.left);
    format.setRightMargin(viewWidth - page.column.right());
    if (format != root->frameFormat())
        root->setFrameFormat(format);
}

} // namespace earmark::ui
