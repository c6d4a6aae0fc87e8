// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/locate.h"

#include "transcript/letters.h"

#include <algorithm>

namespace earmark::exports {

using namespace std::chrono_literals;
using transcript::lettersOf;
using transcript::TimingOrigin;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

constexpr MediaTime knownTolerance = 2s;
constexpr MediaTime estimatedTolerance = 10s;
constexpr int estimatedShare = 20; // of the episode: one in so many
constexpr MediaTime exactly = 50ms;

} // namespace

WordIndex::WordIndex(const transcript::Transcript &transcript, const transcript::Timings &timings)
    : m_transcript(transcript), m_timings(timings)
{
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const QString word = lettersOf(transcript.tokenText(i));
        m_text += word;
        m_owner.insert(m_owner.end(), size_t(word.size()), i);
    }
}

// Whole tokens only.
std::vector<WordIndex::Place> WordIndex::placesOf(const QString &words, MediaTime start) const
{
    std::vector<Place> places;
    for (qsizetype at = m_text.indexOf(words); at >= 0; at = m_text.indexOf(words, at + 1)) {
        const qsizetype end = at + words.size();
        const bool begins = at == 0 || m_owner[size_t(at)] != m_owner[size_t(at) - 1];
        const bool ends = end == m_text.size() || m_owner[size_t(end)] != m_owner[size_t(end) - 1];
        if (!begins || !ends)
            continue;
        const TokenSpan span{m_owner[size_t(at)], m_owner[size_t(end) - 1]};
        places.push_back({span, at, end, std::chrono::abs(m_timings[size_t(span.first)].start - start)});
    }
    return places;
}

bool WordIndex::isNear(const Place &place) const
{
    if (m_timings[size_t(place.span.first)].origin != TimingOrigin::Estimated)
        return place.distance <= knownTolerance;
    return place.distance <= std::max(estimatedTolerance, m_timings.back().end / estimatedShare);
}

bool WordIndex::hasContext(const Place &place, const Annotation &annotation) const
{
    const QStringView text(m_text);
    const QString before = lettersOf(annotation.prefix);
    const QString after = lettersOf(annotation.suffix);
    return text.first(place.begin).endsWith(before) && text.sliced(place.end).startsWith(after);
}

tl::expected<TokenSpan, Unplaced> WordIndex::locate(const Annotation &annotation) const
{
    const QString words = lettersOf(annotation.exact);
    if (words.isEmpty())
        return tl::unexpected(Unplaced::WithoutText);
    if (!annotation.start)
        return tl::unexpected(Unplaced::WithoutTime);
    if (m_timings.size() != m_transcript.tokens.size())
        return tl::unexpected(Unplaced::WithoutTime);
    std::vector<Place> places = placesOf(words, *annotation.start);
    if (places.empty())
        return tl::unexpected(Unplaced::TextNotFound);
    std::erase_if(places, [this](const Place &place) { return !isNear(place); });
    if (places.empty())
        return tl::unexpected(Unplaced::TimeDiffers);
    if (places.size() == 1)
        return places.front().span;
    const auto only = [&places](auto &&fits) -> std::optional<TokenSpan> {
        const auto first = std::find_if(places.begin(), places.end(), fits);
        if (first == places.end() || std::find_if(first + 1, places.end(), fits) != places.end())
            return std::nullopt;
        return first->span;
    };
    if (const auto span = only([&](const Place &place) { return hasContext(place, annotation); }))
        return *span;
    if (const auto span = only([&](const Place &place) { return place.distance <= exactly; }))
        return *span;
    return tl::unexpected(Unplaced::Ambiguous);
}

} // namespace earmark::exports
