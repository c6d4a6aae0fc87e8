// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/audioinfo.h"
#include "store/store.h"

#include <QMetaType>

namespace earmark::library {

// What an episode's audio is once it has been named anew.
struct AudioChange {
    QString audioPath;    // absolute
    MediaTime duration{}; // the episode's from now on; zero: unknown
    qint64 bytes = 0;
    std::vector<audio::Chapter> chapters;
    audio::SeekIndex seekIndex; // without a size: not known
    transcript::Timings timings;
    bool hasOtherLength = false; // clearly not the length the episode had, so that known times may not fit
    bool needsAlignment = false;
};

// Whether two recordings can hardly be the same: their lengths are known and differ by more than ten
// seconds and by more than a fiftieth. Containers state lengths to a second or so, and those without
// an index guess.
[[nodiscard]] bool differsInLength(MediaTime a, MediaTime b);

// What is kept as the size of the audio whose length is kept as `duration`: 0 unless that is its own, to a second.
[[nodiscard]] qint64 sizeWith(MediaTime duration, const audio::AudioInfo &audio);

// Stores where the episode's audio is now. `audio` is what audio::probe says of the file. Times that
// were estimated are estimated anew over its length; all others stay, and so does the length then. But
// where a file under the same name, or in place of one that broke off, has clearly another length, only
// times that were tapped stay.
// Errors: EpisodeUnknown, and those of writing.
[[nodiscard]] Result<AudioChange> setAudio(store::Store &store, EpisodeId id, const QString &audioPath,
                                           const audio::AudioInfo &audio);

} // namespace earmark::library

Q_DECLARE_METATYPE(earmark::library::AudioChange)
