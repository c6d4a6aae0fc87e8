// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/relocation.h"

#include <algorithm>

namespace earmark::library {

using namespace std::chrono_literals;

bool differsInLength(MediaTime a, MediaTime b)
{
    if (a <= MediaTime::zero() || b <= MediaTime::zero())
        return false;
    const MediaTime difference = a > b ? a - b : b - a;
    return difference > 10s && difference * 50 > std::max(a, b);
}

Result<AudioChange> setAudio(store::Store &store, EpisodeId id, const QString &audioPath, const audio::AudioInfo &audio)
{
    const Result<store::Episode> episode = store.episode(id);
    if (!episode)
        return tl::unexpected(episode.error());
    const Result<transcript::Transcript> transcript = store.transcript(id);
    if (!transcript)
        return tl::unexpected(transcript.error());
    Result<transcript::Timings> timings = store.timings(id);
    if (!timings)
        return tl::unexpected(timings.error());

    AudioChange change;
    change.audioPath = audioPath;
    change.hasOtherLength = differsInLength(episode->duration, audio.duration);
    const bool isKnown = timings->size() == transcript->tokens.size() && transcript::hasKnownTimes(*timings);
    // What was found by decoding is better than what a header says.
    const bool keepsLength = isKnown && episode->duration > MediaTime::zero();
    change.duration = keepsLength ? episode->duration : audio.duration;
    change.timings = isKnown ? *std::move(timings) : transcript::estimateTimings(*transcript, audio.duration);
    change.needsAlignment = transcript::needsAlignment(*transcript, change.timings);
    return store.replaceAudio(id, audioPath, change.timings, change.duration).map([&] { return change; });
}

} // namespace earmark::library
