// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the view tells about the highlights under the pointer.
#include "ui/transcript/transcriptview_p.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace earmark::ui {

using namespace Qt::StringLiterals;
using notes::Highlight;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

constexpr qsizetype longestNote = 400; // characters
constexpr qsizetype longestQuote = 50;
constexpr size_t mostInATip = 8;

QString shortened(const QString &text, qsizetype longest)
{
    return text.size() <= longest ? text : text.first(longest - 1).trimmed() + u'…';
}

} // namespace

std::vector<HighlightId> TranscriptView::highlightsOver(TokenSpan span) const
{
    std::vector<LaidMark> over;
    for (const LaidMark &mark : marksAround(d->marks, span)) {
        if (mark.span.overlaps(span))
            over.push_back(mark);
    }
    std::stable_sort(over.begin(), over.end(),
                     [](const LaidMark &a, const LaidMark &b) { return a.span.count() < b.span.count(); });
    std::vector<HighlightId> ids;
    for (const LaidMark &mark : over)
        ids.push_back(mark.id);
    return ids;
}

void TranscriptView::setMarkNames(const notes::MarkNames &names)
{
    d->markNames = names;
}

QString TranscriptView::highlightTitle(HighlightId id) const
{
    const Highlight *highlight = d->session ? d->session->find(id) : nullptr;
    if (!highlight)
        return {};
    const QString mark = markName(highlight->mark, d->markNames);
    if (highlight->place == notes::Place::Moment)
        return tr("Moment at %1 (%2)", "a time, a mark").arg(clockText(highlight->selectors.start), mark);
    const QString quote = reading::quote(d->reading, d->session->transcript(), highlight->span);
    return tr("“%1” (%2)", "a quote, a mark").arg(shortened(quote, longestQuote), mark);
}

// Of the word at this place; beside the text of the line's signs.
std::vector<HighlightId> TranscriptView::Private::highlightsAt(QPoint inViewport) const
{
    const auto hit = hitAt(inViewport);
    if (!hit)
        return {};
    if (hit->onText)
        return q->highlightsOver({hit->token, hit->token});
    const double y = inViewport.y() + q->verticalScrollBar()->value();
    const bool inMargin = inViewport.x() > page.column.right() || inViewport.x() < page.column.left;
    std::vector<HighlightId> ids;
    if (!inMargin)
        return ids;
    const TextGeometry geometry(*q->document(), page);
    const TokenSpan paragraph = reading.paragraphs[reading::paragraphOf(reading, hit->token)].span;
    for (const LaidMark &mark : marksAround(marks, paragraph)) {
        const auto first = shownFrom(reading, mark.span.first);
        if (!first || !(mark.hasNote || mark.place == notes::Place::Moment || mark.isCrowded()))
            continue;
        const QRectF line = geometry.lineAt(reading.tokenRanges[size_t(*first)].begin).band;
        if (y >= line.top() && y <= line.bottom())
            ids.push_back(mark.id);
    }
    return ids;
}

// What a correction at this place stands for.
QString TranscriptView::Private::heardAt(QPoint inViewport) const
{
    const auto hit = hitAt(inViewport);
    const transcript::Amendment *correction = hit && hit->onText ? session->correctionOf(hit->token) : nullptr;
    return correction ? shortened(correction->heard, longestNote) : QString();
}

// One without words of the reader's says nothing that is not seen; several are told apart.
QString TranscriptView::Private::tipAt(QPoint inViewport) const
{
    const std::vector<HighlightId> ids = highlightsAt(inViewport);
    QStringList parts;
    for (size_t i = 0; i < std::min(ids.size(), mostInATip); ++i) {
        const Highlight *highlight = session->find(ids[i]);
        if (!highlight)
            continue;
        const bool isNamed = !notes::nameOf(markNames, highlight->mark).isEmpty();
        if (ids.size() == 1 && highlight->note.isEmpty() && highlight->tags.isEmpty() && !isNamed)
            break;
        QString part = u"<b>"_s + q->highlightTitle(ids[i]).toHtmlEscaped() + u"</b>"_s;
        for (const QString &tag : highlight->tags)
            part += u" #"_s + tag.toHtmlEscaped();
        if (!highlight->note.isEmpty())
            part +=
                u"<br>"_s + shortened(highlight->note.trimmed(), longestNote).toHtmlEscaped().replace(u'\n', u"<br>"_s);
        parts.append(part);
    }
    if (ids.size() > mostInATip)
        parts.append(tr("and %n more", nullptr, int(ids.size() - mostInATip)));
    if (const QString heard = heardAt(inViewport); !heard.isEmpty())
        parts.prepend(tr("Heard: “%1”", "what the source has where a word was corrected").arg(heard).toHtmlEscaped());
    return parts.isEmpty() ? QString() : u"<qt>"_s + parts.join(u"<hr>"_s) + u"</qt>"_s;
}

bool TranscriptView::Private::showTip(const QHelpEvent &event)
{
    const QString tip = tipAt(event.pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(), tip, q->viewport());
    return true;
}

} // namespace earmark::ui
