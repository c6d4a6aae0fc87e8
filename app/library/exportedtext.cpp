// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/exportedtext.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace earmark::library {

using notes::ExportedChapter;
using notes::ExportedEpisode;
using notes::ExportedParagraph;
using notes::ExportedRun;
using notes::Place;
using reading::TextRange;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

bool isEstimated(const OpenEpisode &open, TokenIndex token)
{
    return open.timings[size_t(token)].origin == transcript::TimingOrigin::Estimated;
}

// Cuts paragraphs where highlights begin and end.
class TextCutter
{
public:
    TextCutter(ExportedEpisode &exported, const OpenEpisode &open);

    [[nodiscard]] std::vector<ExportedRun> runsOf(const reading::Paragraph &paragraph);

private:
    [[nodiscard]] const TextRange &range(TokenIndex token) const { return m_reading.tokenRanges[size_t(token)]; }
    [[nodiscard]] bool isShown(TokenIndex token) const { return !range(token).isEmpty(); }
    void place(size_t highlight, notes::ExportedHighlight &exported, const notes::Highlight &stored);

    const reading::Reading &m_reading;
    std::vector<int> m_depth;                          // how many more highlights hold a token than the one before
    std::vector<std::pair<TokenIndex, size_t>> m_ends; // shown tokens and the highlights that end there, in order
    std::vector<std::pair<TokenIndex, size_t>>::const_iterator m_end;
    TokenIndex m_at = 0; // tokens before it are counted in m_now
    int m_now = 0;
};

TextCutter::TextCutter(ExportedEpisode &exported, const OpenEpisode &open)
    : m_reading(open.reading), m_depth(open.reading.tokenRanges.size() + 1)
{
    QHash<HighlightId, size_t> indexes;
    for (size_t i = 0; i < exported.highlights.size(); ++i)
        indexes.insert(exported.highlights[i].id, i);
    for (const notes::Highlight &stored : open.highlights) {
        const auto index = indexes.constFind(stored.id);
        if (index != indexes.constEnd() && open.transcript.contains(stored.span))
            place(*index, exported.highlights[*index], stored);
    }
    std::ranges::stable_sort(m_ends, {}, &std::pair<TokenIndex, size_t>::first);
    m_end = m_ends.cbegin();
}

void TextCutter::place(size_t highlight, notes::ExportedHighlight &exported, const notes::Highlight &stored)
{
    if (stored.place != Place::Words && stored.place != Place::Moment)
        return;
    auto [first, last] = reading::wholeWords(m_reading, stored.span);
    while (last > first && !isShown(last))
        --last;
    if (!isShown(last))
        return;
    if (stored.place == Place::Words) {
        ++m_depth[size_t(first)];
        --m_depth[size_t(last) + 1];
    }
    m_ends.emplace_back(last, highlight);
    exported.isInText = true;
}

std::vector<ExportedRun> TextCutter::runsOf(const reading::Paragraph &paragraph)
{
    std::vector<ExportedRun> runs;
    qint32 end = paragraph.range.begin; // of what is in the runs
    for (TokenIndex token = paragraph.span.first; token <= paragraph.span.last; ++token) {
        for (; m_at <= token; ++m_at)
            m_now += m_depth[size_t(m_at)];
        if (!isShown(token))
            continue;
        const bool isMarked = m_now > 0;
        if (runs.empty() || runs.back().isMarked != isMarked || !runs.back().ending.empty()) {
            runs.emplace_back().followsSpace = range(token).begin > end;
            runs.back().isMarked = isMarked;
            end = range(token).begin;
        }
        runs.back().text += QStringView(m_reading.text).mid(end, range(token).end - end);
        end = range(token).end;
        for (; m_end != m_ends.cend() && m_end->first <= token; ++m_end)
            runs.back().ending.push_back(m_end->second);
    }
    return runs;
}

} // namespace

ExportedHeadings::ExportedHeadings(const OpenEpisode &open)
{
    for (const reading::Paragraph &paragraph : open.reading.paragraphs) {
        if (paragraph.heading.isEmpty())
            continue;
        const TokenIndex token = paragraph.span.first;
        const MediaTime start = open.timings[size_t(token)].start;
        if (!m_chapters.empty())
            m_chapters.back().end = start;
        m_chapters.push_back({paragraph.heading, start, {}, isEstimated(open, token)});
        m_tokens.push_back(token);
    }
    if (!m_chapters.empty())
        m_chapters.back().end = std::max(open.episode.duration, open.timings.back().end);
}

std::optional<size_t> ExportedHeadings::above(TokenIndex token) const
{
    const auto after = std::ranges::upper_bound(m_tokens, token);
    return after == m_tokens.begin() ? std::nullopt : std::optional(size_t(after - m_tokens.begin()) - 1);
}

void addText(ExportedEpisode &exported, const OpenEpisode &open)
{
    if (open.reading.tokenRanges.size() != open.timings.size())
        return;
    TextCutter cutter(exported, open);
    size_t chapters = 0;
    for (const reading::Paragraph &paragraph : open.reading.paragraphs) {
        ExportedParagraph out;
        out.token = paragraph.span.first;
        if (!paragraph.heading.isEmpty())
            out.chapter = chapters++;
        out.speaker = paragraph.speaker;
        out.startsTurn = paragraph.startsTurn;
        out.start = open.timings[size_t(paragraph.span.first)].start;
        out.end = open.timings[size_t(paragraph.span.last)].end;
        out.timeIsEstimated = isEstimated(open, paragraph.span.first);
        out.runs = cutter.runsOf(paragraph);
        if (!out.runs.empty() || out.chapter)
            exported.paragraphs.push_back(std::move(out));
    }
}

} // namespace earmark::library
