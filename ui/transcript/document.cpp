// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/document.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>

namespace earmark::ui {
namespace {

using reading::Paragraph;
using reading::Reading;
using reading::TextRange;
using transcript::TokenKind;
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

// Cues and headings stand in runs of tokens; one change of format for each run.
void formatRuns(QTextCursor &cursor, const Reading &reading, const Transcript &transcript, TokenKind kind,
                const QTextCharFormat &format)
{
    TextRange run;
    for (size_t i = 0; i < reading.tokenRanges.size(); ++i) {
        const TextRange range = reading.tokenRanges[i];
        if (range.isEmpty())
            continue;
        if (transcript.tokens[i].kind == kind) {
            if (run.isEmpty())
                run.begin = range.begin;
            run.end = range.end;
        } else if (!run.isEmpty()) {
            setFormat(cursor, run, format);
            run = {};
        }
    }
    if (!run.isEmpty())
        setFormat(cursor, run, format);
}

// Room above a paragraph for its speaker's name, where names do not hang in the margin.
void makeRoomForNames(QTextCursor &cursor, const Reading &reading, const Page &page)
{
    for (const Paragraph &paragraph : reading.paragraphs) {
        if (paragraph.speaker.isEmpty())
            continue;
        cursor.setPosition(paragraph.range.begin);
        QTextBlockFormat format;
        format.setTopMargin(page.paragraphGap + page.nameHeight);
        cursor.mergeBlockFormat(format);
    }
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
    QTextBlockFormat block;
    // At least, not exactly: scripts taller than Latin get the room they need.
    block.setLineHeight(page.pitch + page.rawHeight, QTextBlockFormat::MinimumHeight);
    block.setBottomMargin(page.paragraphGap);
    cursor.setBlockFormat(block);
    cursor.insertText(shownText(reading.text));

    QTextCharFormat cue;
    cue.setFontItalic(true);
    cue.setFontPointSize(page.cueFont.pointSizeF());
    cue.setForeground(page.theme.quiet);
    formatRuns(cursor, reading, transcript, TokenKind::Cue, cue);
    QTextCharFormat heading;
    heading.setFontWeight(QFont::DemiBold);
    formatRuns(cursor, reading, transcript, TokenKind::Heading, heading);
    if (!page.column.hangingNames)
        makeRoomForNames(cursor, reading, page);
    cursor.endEditBlock();
    return document;
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
