// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the view tells beside its text: times and speakers.
#include "ui/transcript/movement.h"
#include "ui/transcript/transcriptview_p.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace earmark::ui {

using namespace Qt::StringLiterals;

using transcript::TokenIndex;
using transcript::TokenSpan;

QString TranscriptView::Private::timeText(TokenIndex token) const
{
    const transcript::WordTiming &timing = session->timings()[size_t(token)];
    const QString time = clockText(timing.start);
    return timing.origin == transcript::TimingOrigin::Estimated ? tr("about %1").arg(time) : time;
}

std::optional<reading::Heard> TranscriptView::Private::heard() const
{
    if (!lit || !session || !hasText())
        return std::nullopt;
    reading::Heard heard = reading::heardWith(reading, session->transcript(), session->timings(), *lit);
    if (look.litSentences && heard.span == TokenSpan{*lit, *lit})
        heard.span = reading.sentences[reading::sentenceOf(reading, *lit)];
    return heard;
}

QString TranscriptView::Private::widestTime() const
{
    const QString time = u"0:00:00"_s;
    const auto isEstimated = [](const transcript::WordTiming &timing) {
        return timing.origin == transcript::TimingOrigin::Estimated;
    };
    return session && std::ranges::any_of(session->timings(), isEstimated) ? tr("about %1").arg(time) : time;
}

void TranscriptView::Private::showTimeAt(std::optional<int> y)
{
    std::optional<TokenIndex> token;
    if (y && hasText()) {
        const QPointF at(page.column.left, *y + q->verticalScrollBar()->value());
        const int position = q->document()->documentLayout()->hitTest(at, Qt::FuzzyHit);
        token = reading::tokenAtPosition(reading, std::max(position, 0));
        if (token && !isShown(reading, *token))
            token = shownFrom(reading, *token);
        if (token) {
            const QRectF line =
                TextGeometry(*q->document(), page).lineAt(reading.tokenRanges[size_t(*token)].begin).band;
            if (at.y() < line.top() || at.y() > line.bottom())
                token.reset(); // between paragraphs, or beyond the text
        }
    }
    if (token == timed)
        return;
    const auto old = std::exchange(timed, token);
    const Scene now = scene();
    const PagePainter painter(*q->document(), page, now);
    for (const auto &changed : {old, token}) {
        if (changed)
            updateRect(painter.gutterRect(*changed, visible()));
    }
}

void TranscriptView::Private::describe()
{
    const auto token = q->cursorToken();
    if (!token || !hasText()) {
        q->setAccessibleDescription({});
        return;
    }
    const reading::Paragraph &paragraph = reading.paragraphs[reading::paragraphOf(reading, *token)];
    const QString time = timeText(*token);
    QString described =
        paragraph.speaker.isEmpty() ? time : tr("%1, %2", "a speaker, a time").arg(paragraph.speaker, time);
    if (!paragraph.heading.isEmpty()
        && reading::sentenceOf(reading, *token) == reading::sentenceOf(reading, paragraph.span.first))
        described = u"%1. %2"_s.arg(paragraph.heading, described);
    if (const transcript::Amendment *correction = onWord ? session->correctionOf(*token) : nullptr)
        described +=
            u". "_s + tr("Heard: “%1”", "what the source has where a word was corrected").arg(correction->heard);
    q->setAccessibleDescription(described);
}

} // namespace earmark::ui
