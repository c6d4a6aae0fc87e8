// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/heard.h"
#include "ui/transcript/marklayout.h"
#include "ui/transcript/page.h"
#include "ui/transcript/textgeometry.h"

#include <functional>
#include <optional>

class QPainter;
class QTextDocument;

namespace earmark::ui {

// What is to be seen on the page beside its text.
struct Scene {
    const reading::Reading &reading;
    const std::vector<LaidMark> &marks;
    std::optional<transcript::TokenSpan> sentence; // at the cursor
    std::optional<transcript::TokenIndex> word;    // at the cursor, where single words are visited
    std::optional<reading::Heard> lit;
    bool hasFocus = false;
    std::optional<transcript::TokenIndex> timed; // its line shows a time in the right gutter
    QString time;
    const std::vector<reading::TextRange> &hits;         // of a search, in order
    std::optional<size_t> hit;                           // the current one
    std::optional<HighlightId> visited;                  // outlined
    std::vector<transcript::TokenSpan> corrections = {}; // underlined; in order
    std::function<QString(transcript::TokenIndex)> timeOf = {};
    const transcript::Transcript *raw = nullptr; // whose words are shown as they came, or none
};

// Of the block; nullptr: none.
[[nodiscard]] inline const reading::Paragraph *paragraphAt(const reading::Reading &reading, const QTextBlock &block)
{
    const auto index = size_t(block.blockNumber());
    return index < reading.paragraphs.size() ? &reading.paragraphs[index] : nullptr;
}

// Paints what lies under the text, in the document's coordinates: grounds, underlines, the
// sentence's bar, speakers and the marks of notes. Visits only the paragraphs that touch the clip.
class PagePainter
{
public:
    PagePainter(const QTextDocument &document, const Page &page, const Scene &scene);

    void paint(QPainter &painter, const QRectF &clip) const;

    // What has to be painted again when the look of these tokens changes, within `clip`.
    [[nodiscard]] QRectF tokensRect(transcript::TokenSpan span, const QRectF &clip) const;
    // The same for a sentence, its bar included.
    [[nodiscard]] QRectF sentenceRect(transcript::TokenSpan sentence, const QRectF &clip) const;
    // The right gutter beside the token's line.
    [[nodiscard]] QRectF gutterRect(transcript::TokenIndex token, const QRectF &clip) const;

private:
    void paintSentence(QPainter &painter, const QTextBlock &block) const;
    void paintMarkGrounds(QPainter &painter, const QTextBlock &block) const;
    void paintMarkLines(QPainter &painter, const QTextBlock &block) const;
    void paintWords(QPainter &painter, const QTextBlock &block) const;
    void paintHits(QPainter &painter, const QTextBlock &block) const;
    void paintHeading(QPainter &painter, const QTextBlock &block) const;
    void paintCorrections(QPainter &painter, const QTextBlock &block) const;
    void paintSpeaker(QPainter &painter, const QTextBlock &block) const;
    void paintVisited(QPainter &painter, const QTextBlock &block) const;
    void paintSigns(QPainter &painter, const QTextBlock &block) const;
    void paintTime(QPainter &painter, const QTextBlock &block) const;
    void paintRaw(QPainter &painter, const QTextBlock &block) const;
    [[nodiscard]] std::vector<LineBox> boxes(const QTextBlock &block, transcript::TokenSpan span) const;
    [[nodiscard]] QRectF inkRect(const LineBox &box) const;
    [[nodiscard]] double thickness() const;

    const QTextDocument &m_document;
    const Page &m_page;
    const Scene &m_scene;
    TextGeometry m_geometry;
};

} // namespace earmark::ui
