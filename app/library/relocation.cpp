// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/relocation.h"

#include <algorithm>
#include <optional>

namespace earmark::library {

using namespace std::chrono_literals;

bool differsInLength(MediaTime a, MediaTime b)
{
    if (a <= MediaTime::zero() || b <= MediaTime::zero())
        return false;
    const MediaTime difference = a > b ? a - b : b - a;
    return difference > 10s && difference * 50 > std::max(a, b);
}

qint64 sizeWith(MediaTime duration, const audio::AudioInfo &audio)
{
    const MediaTime off = duration > audio.duration ? duration - audio.duration : audio.duration - duration;
    return off <= 1s ? audio.bytes : 0;
}

namespace {

// Only what the reader tapped outlasts the file that was listened to.
transcript::Timings estimatedAnew(const transcript::Transcript &transcript, const transcript::Timings &old,
                                  MediaTime duration)
{
    const auto isTapped = [](const transcript::WordTiming &timing) {
        return timing.origin == transcript::TimingOrigin::Tapped;
    };
    transcript::Timings timings = transcript::estimateTimings(transcript, duration);
    if (old.size() != timings.size())
        return timings;
    MediaTime reached{};
    for (size_t i = 0; i < timings.size(); ++i) {
        if (isTapped(old[i]))
            timings[i] = old[i];
        timings[i].start = std::max(timings[i].start, reached);
        reached = timings[i].start;
        timings[i].end = std::max(timings[i].end, reached);
    }
    std::optional<MediaTime> next;
    for (size_t i = timings.size(); i-- > 0;) {
        if (isTapped(old[i])) {
            timings[i] = old[i];
            next = old[i].start;
        } else if (next) {
            timings[i].start = std::min(timings[i].start, *next);
            timings[i].end = std::min(timings[i].end, *next);
        }
    }
    return timings;
}

// Whether the recording that was aligned broke off before the text did.
bool breaksOff(const transcript::Timings &timings)
{
    return !timings.empty() && timings.front().origin != transcript::TimingOrigin::Estimated
        && timings.back().origin == transcript::TimingOrigin::Estimated;
}

} // namespace

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
    // Another file under the same name, or a whole one for one that broke off: what is known is known
    // of one that is gone.
    const bool isReplaced = change.hasOtherLength && (episode->audioPath == audioPath || breaksOff(*timings));
    const bool isKnown =
        !isReplaced && timings->size() == transcript->tokens.size() && transcript::hasKnownTimes(*timings);
    // What was found by decoding is better than what a header says.
    const bool keepsLength = isKnown && episode->duration > MediaTime::zero();
    change.duration = keepsLength ? episode->duration : audio.duration;
    change.timings = isKnown ? *std::move(timings) : estimatedAnew(*transcript, *timings, audio.duration);
    change.needsAlignment = transcript::needsAlignment(*transcript, change.timings);
    change.bytes = sizeWith(change.duration, audio);
    change.chapters = audio.chapters;
    change.seekIndex = audio.seekIndex;
    const store::EpisodeAudio fresh{audioPath, change.duration, change.bytes, change.chapters, change.seekIndex};
    return store.replaceAudio(id, fresh, change.timings).map([&] { return change; });
}

} // namespace earmark::library
