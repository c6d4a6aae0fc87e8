// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What follows a change of times where there is sound to listen to. Apart from the change itself, which is made
// without loading what decodes and aligns.
#include "align/align.h"
#include "base/overloaded.h"
#include "library/assign.h"
#include "library/timeschange.h"

#include <algorithm>

namespace earmark::library {

using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;

Result<ListeningTask> prepareListening(const store::Store &store, EpisodeId id)
{
    ListeningTask task;
    task.id = id;
    store::Episode episode;
    return assign(episode, store.episode(id))
        .and_then([&] { return assign(task.transcript, store.transcript(id)); })
        .and_then([&] { return assign(task.known.timings, store.timings(id)); })
        .and_then([&] { return assign(task.known.notInText, store.notInText(id)); })
        .map([&] {
            task.edition = episode.edition;
            task.duration = episode.duration;
            task.audioPath = episode.audioPath;
            task.language = episode.language;
            return std::move(task);
        });
}

bool wantsListening(const ListeningTask &task, const TimesChange &change)
{
    const Timings &timings = task.known.timings;
    const auto isTapped = [&](TokenIndex token) {
        return token >= 0 && size_t(token) < timings.size() && timings[size_t(token)].origin == TimingOrigin::Tapped;
    };
    const auto isGiven = [&](TokenIndex token) {
        return token >= 0 && size_t(token) < timings.size() && timings[size_t(token)].origin == TimingOrigin::Given;
    };
    const auto isOut = [&](const MediaSpan &span) {
        return std::ranges::any_of(task.known.notInText, [&](const MediaSpan &other) {
            return other.start <= span.start && span.end <= other.end;
        });
    };
    if (task.audioPath.isEmpty() || timings.size() != task.transcript.tokens.size())
        return false;
    const bool listened = isFoundByListening(timings);
    return std::visit(
        Overloaded{
            [&](const Tapped &anchor) {
                return isTapped(anchor.token) && timings[size_t(anchor.token)].start == anchor.time;
            },
            [&](const Untapped &word) { return listened && !isTapped(word.token) && !isGiven(word.token); },
            [&](const MarkedOut &out) { return listened && isOut(out.span); },
            [&](const MarkedIn &in) { return listened && !isOut(in.span); },
            [](const TimesStep &) { return false; },
        },
        change);
}

Result<Timings> listenAgain(const ListeningTask &task, const TimesChange &change, const CancelToken &cancel)
{
    align::Options options;
    options.language = task.language;
    options.cancel = cancel;
    options.notInText = task.known.notInText;
    const Timings &timings = task.known.timings;
    const auto again = [&](TokenIndex first, TokenIndex last) {
        return align::alignAgain({first, last}, task.transcript, timings, task.audioPath, options);
    };
    return std::visit(Overloaded{
                          [&](const Tapped &anchor) {
                              return align::alignAround(anchor, task.transcript, timings, task.audioPath, options);
                          },
                          [&](const Untapped &word) { return again(word.token, word.token); },
                          [&](const MarkedOut &out) {
                              return align::alignOutside(out.span, task.transcript, timings, task.audioPath, options);
                          },
                          [&](const MarkedIn &in) {
                              const TokenIndex first = transcript::tokenBefore(timings, in.span.start);
                              return again(first, std::max(first, transcript::tokenBefore(timings, in.span.end)));
                          },
                          [&](const TimesStep &) { return Result<Timings>(timings); },
                      },
                      change);
}

} // namespace earmark::library
