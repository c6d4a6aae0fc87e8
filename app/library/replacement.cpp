// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/replacement.h"

#include "align/fileclock.h"
#include "base/textfile.h"
#include "exports/locate.h"
#include "library/reamended.h"
#include "library/timeschange.h"
#include "notes/reanchor.h"
#include "transcript/letters.h"
#include "transcript/tokenmatch.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace earmark::library {

namespace {

bool hasTimes(const NewTranscript &fresh)
{
    return !fresh.transcript.segments.empty();
}

// A quote shorter than this may stand anywhere, so that what is next to it is asked as well.
constexpr qsizetype longQuote = 6;       // words
constexpr qsizetype enoughOfContext = 8; // letters

bool saysTheSameAround(const notes::Selectors &a, const notes::Selectors &b)
{
    const auto before = [](const notes::Selectors &s) {
        return transcript::lettersOf(s.prefix).right(enoughOfContext);
    };
    const auto after = [](const notes::Selectors &s) { return transcript::lettersOf(s.suffix).left(enoughOfContext); };
    return before(a) == before(b) || after(a) == after(b);
}

// What an earlier replacement lost may stand in this transcript, above all where the old one comes back.
std::vector<notes::Edit> foundAgain(const std::vector<notes::Highlight> &highlights,
                                    const transcript::Transcript &transcript, const transcript::Timings &timings,
                                    const QDateTime &now)
{
    std::vector<notes::Edit> edits;
    const bool anyLost = std::ranges::any_of(
        highlights, [](const notes::Highlight &highlight) { return highlight.place == notes::Place::Lost; });
    if (!anyLost)
        return edits;
    const exports::WordIndex words(transcript, timings);
    for (const notes::Highlight &highlight : highlights) {
        if (highlight.place != notes::Place::Lost)
            continue;
        exports::Annotation quote;
        quote.exact = highlight.selectors.exact;
        quote.prefix = highlight.selectors.prefix;
        quote.suffix = highlight.selectors.suffix;
        quote.start = highlight.selectors.start;
        const auto span = words.locate(quote);
        if (!span)
            continue;
        notes::Edit edit = notes::placed(highlight, transcript, timings, *span, now);
        if (quote.exact.count(u' ') + 1 >= longQuote || saysTheSameAround(highlight.selectors, edit.after->selectors))
            edits.push_back(std::move(edit));
    }
    return edits;
}

// As if the tapped words had the file's times: that a word was tapped does not tell that the others were heard.
transcript::Timings withoutTaps(const transcript::Transcript &transcript, transcript::Timings timings)
{
    const transcript::Timings stated = transcript::estimateTimings(transcript, {});
    for (size_t i = 0; i < timings.size(); ++i) {
        if (timings[i].origin == transcript::TimingOrigin::Tapped)
            timings[i].origin = stated[i].origin;
    }
    return timings;
}

// What was tapped goes with its words, and takes those around along, as far as it still fits.
transcript::Timings withAnchors(const transcript::Timings &old, const transcript::Transcript &transcript,
                                transcript::Timings timings, const std::vector<MediaSpan> &notInText,
                                MediaTime duration, const std::vector<transcript::TokenMatch> &matches)
{
    KnownTimes known{std::move(timings), notInText};
    for (const transcript::Anchor &anchor : tappedWords(old)) {
        const transcript::TokenMatch &match = matches[size_t(anchor.token)];
        if (!match.isFound())
            continue;
        if (Result<KnownTimes> moved = changedAtOnce(transcript, known, duration, Tapped{match.token, anchor.time}))
            known = *std::move(moved);
    }
    return known.timings;
}

} // namespace

Result<NewTranscript> readNewTranscript(const QString &path)
{
    return formats::readTranscriptFile(path, formats::largestTranscript).and_then([&](const QByteArray &bytes) {
        return formats::parseTranscript(bytes, path).map([&](formats::ParsedTranscript parsed) {
            NewTranscript fresh;
            fresh.source = {QFileInfo(path).fileName(), parsed.transcript.format, bytes,
                            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
            fresh.transcript = std::move(parsed.transcript);
            fresh.warnings = std::move(parsed.warnings);
            return fresh;
        });
    });
}

store::Replacement planReplacement(const OpenEpisode &episode, const NewTranscript &fresh, const QDateTime &now)
{
    store::Replacement replacement;
    replacement.source = fresh.source;
    replacement.transcript = fresh.transcript;
    std::vector<transcript::TokenMatch> matches;
    if (hasTimes(fresh) || !transcript::hasKnownTimes(episode.timings)) {
        const MediaTime duration = episode.episode.duration;
        const transcript::Transcript stated = align::statedTimes(fresh.transcript, episode.notInText, {}).transcript;
        transcript::Timings timings = transcript::estimateTimings(stated, duration);
        matches = transcript::matchTokens(episode.transcript, episode.timings, fresh.transcript, timings);
        replacement.timings =
            withAnchors(episode.timings, fresh.transcript, std::move(timings), episode.notInText, duration, matches);
    } else {
        matches = transcript::matchTokens(episode.transcript, fresh.transcript);
        replacement.timings = transcript::timesTakenOver(episode.timings, fresh.transcript, matches);
    }
    replacement.edits = notes::reanchored(episode.highlights, {episode.transcript, episode.timings},
                                          {replacement.transcript, replacement.timings}, matches, now);
    std::vector<notes::Edit> again = foundAgain(episode.highlights, replacement.transcript, replacement.timings, now);
    replacement.edits.insert(replacement.edits.end(), std::make_move_iterator(again.begin()),
                             std::make_move_iterator(again.end()));
    replacement.amendments = reamended(episode.amendments, episode.transcript, replacement.transcript, matches);
    return replacement;
}

Replaced outcomeOf(const OpenEpisode &episode, const NewTranscript &fresh, const store::Replacement &replacement)
{
    const auto countOf = [&](notes::Place place) {
        return int(std::ranges::count_if(replacement.edits, [&](const notes::Edit &edit) {
            return edit.before->place != notes::Place::Moment && edit.after->place == place;
        }));
    };
    Replaced outcome;
    outcome.id = episode.episode.id;
    outcome.found = countOf(notes::Place::Words);
    outcome.lost = countOf(notes::Place::Lost);
    for (const transcript::AmendmentEdit &edit : replacement.amendments) {
        if (edit.after->place == transcript::AmendmentPlace::Words)
            ++outcome.amended;
        else if (edit.before->place == transcript::AmendmentPlace::Words)
            ++outcome.amendmentsLost;
    }
    outcome.anchors = int(tappedWords(replacement.timings).size());
    outcome.anchorsLost = int(tappedWords(episode.timings).size()) - outcome.anchors;
    outcome.warnings = fresh.warnings;
    // Times taken over are known, and yet listening again gives better ones.
    outcome.needsAlignment = !episode.episode.audioPath.isEmpty()
        && (!hasTimes(fresh)
            || transcript::needsAlignment(replacement.transcript,
                                          withoutTaps(replacement.transcript, replacement.timings)));
    return outcome;
}

Result<Replaced> replaceTranscript(store::Store &store, EpisodeId id, const QString &path)
{
    const Result<NewTranscript> fresh = readNewTranscript(path);
    return fresh ? replaceTranscript(store, id, *fresh) : tl::unexpected(fresh.error());
}

Result<Replaced> replaceTranscript(store::Store &store, EpisodeId id, const NewTranscript &fresh)
{
    const Result<transcript::Source> source = store.source(id);
    if (!source)
        return tl::unexpected(source.error());
    if (source->sha256 == fresh.source.sha256)
        return failure(ErrorCode::SameTranscript, fresh.source.fileName);
    const Result<OpenEpisode> episode = loadEpisode(store, id);
    if (!episode)
        return tl::unexpected(episode.error());
    const store::Replacement replacement = planReplacement(*episode, fresh, QDateTime::currentDateTimeUtc());
    return store.replaceTranscript(id, replacement).map([&] { return outcomeOf(*episode, fresh, replacement); });
}

} // namespace earmark::library
