// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/wordtimings.h"

#include "align/text.h"

#include <algorithm>
#include <cmath>

namespace earmark::align {

using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::TokenKind;
using transcript::Transcript;
using transcript::WordTiming;

namespace {

constexpr double shortestWord = 0.03; // seconds that a word keeps when its end is drawn back
constexpr double agreement = 0.3;     // seconds up to which two paths say the same
constexpr float interpolatedConfidence = 0.2F;
constexpr size_t doubtReach = 2;        // words to either side that an error may spread to
constexpr double neighboursDoubt = 0.5; // how much of it does

MediaTime toMediaTime(double seconds)
{
    return MediaTime(std::llround(seconds * 1000));
}

struct Range {
    int first = -1;
    int last = -1;
};

std::vector<Range> rangesOf(const Path &path, size_t words)
{
    std::vector<Range> ranges(words);
    for (size_t t = 0; t < path.word.size(); ++t) {
        if (path.word[t] == Path::pause)
            continue;
        Range &range = ranges[size_t(path.word[t])];
        if (range.first < 0)
            range.first = int(t);
        range.last = int(t);
    }
    return ranges;
}

double startOf(const Range &range, int factor)
{
    return (range.first * factor - 0.5) * frameHop;
}
double endOf(const Range &range, int factor)
{
    return ((range.last + 1) * factor - 0.5) * frameHop;
}

double withoutSilence(double start, double end, const std::vector<float> &activity)
{
    const int least = int((start + shortestWord) / frameHop);
    int frame = std::min(int(end / frameHop), int(activity.size()) - 1);
    while (frame > least && activity[size_t(frame)] < 0.5F)
        --frame;
    return std::min(end, (frame + 0.5) * frameHop);
}

// For each word how far two paths are apart there, as a share of what counts as agreement, at most 1.
std::vector<double> disagreement(const std::vector<Range> &ranges, int factor, const std::vector<Range> &others,
                                 int othersFactor)
{
    std::vector<double> apart;
    for (size_t i = 0; i < ranges.size(); ++i) {
        const bool both = ranges[i].first >= 0 && others[i].first >= 0;
        const double seconds =
            both ? std::abs(startOf(others[i], othersFactor) - startOf(ranges[i], factor)) : agreement;
        apart.push_back(std::min(1.0, seconds / agreement));
    }
    return apart;
}

// How long the token's word would take to say, in seconds.
double usualLength(const Transcript &transcript, TokenIndex token)
{
    return std::min(1.0, 0.1 + 0.06 * double(transcript.tokenText(token).size()));
}

enum class Share { Word, Cue, Nothing };

// What a token without a place of its own asks of the gap it stands in.
Share shareOf(const Transcript &transcript, TokenIndex token)
{
    const TokenKind kind = transcript.tokens[size_t(token)].kind;
    if (kind == TokenKind::Cue)
        return Share::Cue;
    return spokenText(kind, transcript.tokenText(token)).isEmpty() ? Share::Nothing : Share::Word;
}

// Lays the tokens of `span`, none of which has been found, into the gap from `start` to `end`.
// `atHead`: no word was found before them.
void fillGap(const Transcript &transcript, transcript::TokenSpan span, double start, double end, bool atHead,
             Timings &timings)
{
    double wanted = 0;
    int cues = 0;
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        const Share share = shareOf(transcript, i);
        wanted += share == Share::Word ? usualLength(transcript, i) : 0;
        cues += share == Share::Cue ? 1 : 0;
    }
    const double room = std::max(0.0, end - start);
    const double scale = wanted > room ? room / wanted : 1;
    const double cueLength = cues > 0 ? (room - wanted * scale) / cues : 0;
    double at = atHead && cues == 0 ? end - wanted * scale : start;
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        const Share share = shareOf(transcript, i);
        const double length = share == Share::Word ? usualLength(transcript, i) * scale
            : share == Share::Cue                  ? cueLength
                                                   : 0;
        timings[size_t(i)] = {toMediaTime(at), toMediaTime(at + length), interpolatedConfidence,
                              TimingOrigin::Interpolated};
        at += length;
    }
}

// Rounding and clipping must not break what a WordTiming promises.
void makeMonotone(Timings &timings, MediaTime duration)
{
    MediaTime reached{};
    for (WordTiming &timing : timings) {
        timing.start = std::clamp(timing.start, reached, std::max(reached, duration));
        timing.end = std::clamp(timing.end, timing.start, std::max(timing.start, duration));
        reached = timing.start;
    }
}

} // namespace

std::vector<std::optional<WordSpan>> wordSpans(const Path &path, const Path &earlier, size_t words,
                                               const std::vector<float> &activity)
{
    const std::vector<Range> ranges = rangesOf(path, words);
    const std::vector<double> apart = disagreement(ranges, path.factor, rangesOf(earlier, words), earlier.factor);
    std::vector<std::optional<WordSpan>> spans(words);
    for (size_t i = 0; i < words; ++i) {
        if (ranges[i].first < 0)
            continue;
        const double start = std::max(0.0, startOf(ranges[i], path.factor));
        const double end = withoutSilence(start, endOf(ranges[i], path.factor), activity);
        double doubt = apart[i];
        for (size_t k = i - std::min(i, doubtReach); k <= std::min(words - 1, i + doubtReach); ++k)
            doubt = std::max(doubt, neighboursDoubt * apart[k]);
        spans[i] = WordSpan{start, std::max(start, end), float(1 - 0.5 * doubt)};
    }
    return spans;
}

Timings timingsFromSpans(const Transcript &transcript, const std::vector<TrackWord> &words,
                         const std::vector<std::optional<WordSpan>> &spans, MediaTime duration)
{
    Timings timings(transcript.tokens.size());
    const double length = double(duration.count()) / 1000;
    TokenIndex next = 0;
    double reached = 0;
    bool atHead = true;
    const auto fillUpTo = [&](TokenIndex token, double until) {
        if (next < token)
            fillGap(transcript, {next, token - 1}, reached, until, atHead, timings);
    };
    for (size_t i = 0; i < words.size(); ++i) {
        if (!spans[i])
            continue;
        fillUpTo(words[i].token, spans[i]->start);
        timings[size_t(words[i].token)] = {toMediaTime(spans[i]->start), toMediaTime(spans[i]->end),
                                           spans[i]->confidence, TimingOrigin::Aligned};
        next = words[i].token + 1;
        reached = spans[i]->end;
        atHead = false;
    }
    // Nothing found at all: spread over the whole rather than piled up at its end.
    if (atHead && next < transcript.count())
        return transcript::estimateTimings(transcript, duration);
    fillUpTo(transcript.count(), length);
    makeMonotone(timings, duration);
    return timings;
}

} // namespace earmark::align
