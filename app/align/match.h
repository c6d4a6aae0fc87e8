// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/captiontimes.h"
#include "align/stageprogress.h"
#include "align/wordtimings.h"

namespace earmark::align {

struct MatchSettings {
    std::vector<bool> cueBefore; // as in WarpSettings
    std::vector<bool> fixed;     // for each word, whether it may not be moved over its place; empty: none
    Limits anchors;
    std::vector<CaptionTimes> captions;
    std::vector<bool> wordless = {}; // as in Corridor
    double whole = 0;                // as in WarpSettings
    bool mayBreakOff = false;        // before the text ends, though nothing says so; what is left is not looked for
    bool mayBePart = false;          // the text, and a small one, of what is said
    int threads = 1;
};

struct Match {
    std::vector<std::optional<WordSpan>> spans; // one a word of the track
    std::vector<float> activity = {};           // of the recording, one a frame
    bool silent = false;                        // the recording has no speech
    bool strangers = false;                     // the text is not what is spoken
    double share = 1; // of the text, in the track's time, that the recording comes to before it ends
};

// Finds the words of the track in the recording, both as they come. No spans where there is nothing to
// match, no way to match it, or when cancelled.
[[nodiscard]] Match matchSounds(Frames recording, Track track, const MatchSettings &settings, const CancelToken &cancel,
                                StageProgress &progress);

} // namespace earmark::align
