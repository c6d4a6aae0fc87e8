// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/withoutcues.h"

#include <algorithm>
#include <utility>

namespace earmark::reading {

using namespace transcript;

namespace {

class CueRemover
{
public:
    CueRemover(const Reading &reading, const Transcript &transcript) : m_from(reading), m_transcript(transcript) {}

    [[nodiscard]] bool isShown(TokenIndex token) const
    {
        return !m_from.tokenRanges[size_t(token)].isEmpty()
            && m_transcript.tokens[size_t(token)].kind != TokenKind::Cue;
    }
    [[nodiscard]] bool showsAny(TokenSpan span) const
    {
        for (TokenIndex i = span.first; i <= span.last; ++i) {
            if (isShown(i))
                return true;
        }
        return false;
    }

    [[nodiscard]] Reading without() const
    {
        Reading to;
        to.text.reserve(m_from.text.size());
        to.tokenRanges.resize(m_from.tokenRanges.size());
        to.sentences = joined(m_from.sentences, [](TokenSpan &sentence) -> TokenSpan & { return sentence; });
        to.paragraphs = joined(m_from.paragraphs, [](Paragraph &paragraph) -> TokenSpan & { return paragraph.span; });
        for (Paragraph &paragraph : to.paragraphs)
            compose(to, paragraph);
        return to;
    }

private:
    // Whole ones of cues go to the next, the last to the one before.
    template <class Part, class SpanOf>
    [[nodiscard]] std::vector<Part> joined(std::vector<Part> parts, SpanOf spanOf) const
    {
        std::vector<Part> kept;
        std::optional<TokenIndex> waiting;
        const Part *turned = nullptr; // whoever begins to speak with a cue
        for (Part &part : parts) {
            if (!showsAny(spanOf(part))) {
                if (!waiting) {
                    waiting = spanOf(part).first;
                    turned = &part;
                }
                continue;
            }
            if (waiting) {
                spanOf(part).first = *waiting;
                takeTurn(part, *turned);
            }
            waiting.reset();
            kept.push_back(std::move(part));
        }
        if (waiting)
            spanOf(kept.back()).last = TokenIndex(m_from.tokenRanges.size()) - 1;
        return kept;
    }
    static void takeTurn(TokenSpan & /*sentence*/, const TokenSpan & /*cues*/) {}
    static void takeTurn(Paragraph &paragraph, const Paragraph &cues)
    {
        if (paragraph.heading.isEmpty())
            paragraph.heading = cues.heading;
        if (paragraph.startsTurn || !cues.startsTurn)
            return;
        paragraph.startsTurn = true;
        paragraph.speaker = cues.speaker;
    }

    // What stands between two tokens stays, once.
    void compose(Reading &to, Paragraph &paragraph) const
    {
        if (!to.text.isEmpty())
            to.text += u'\n';
        paragraph.range.begin = qint32(to.text.size());
        std::optional<qint32> end; // in the old text, of the last token shown
        bool removed = false;
        for (TokenIndex i = paragraph.span.first; i <= paragraph.span.last; ++i) {
            const TextRange old = m_from.tokenRanges[size_t(i)];
            if (!isShown(i)) {
                removed = removed || !old.isEmpty();
                to.tokenRanges[size_t(i)] = {qint32(to.text.size()), qint32(to.text.size())};
                continue;
            }
            if (end && (removed || old.begin > *end))
                to.text += u' ';
            const auto begin = qint32(to.text.size());
            to.text += QStringView(m_from.text).sliced(old.begin, old.end - old.begin);
            to.tokenRanges[size_t(i)] = {begin, qint32(to.text.size())};
            end = old.end;
            removed = false;
        }
        paragraph.range.end = qint32(to.text.size());
    }

    const Reading &m_from;
    const Transcript &m_transcript;
};

} // namespace

Reading withoutCues(const Reading &reading, const Transcript &transcript)
{
    const CueRemover remover(reading, transcript);
    if (reading.tokenRanges.empty() || !remover.showsAny({0, TokenIndex(reading.tokenRanges.size()) - 1}))
        return reading;
    return remover.without();
}

} // namespace earmark::reading
