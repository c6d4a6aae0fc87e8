// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/spokenlanguage.h"
#include "align/stageprogress.h"
#include "align/track.h"
#include "audio/decoder.h"

#include <optional>

namespace earmark::align {

// What is compared: the recording and the text as the synthesiser speaks it.
struct Sounds {
    Frames recording; // cepstra as they come
    audio::DecodeSummary summary;
    Track track;
    QString language; // that it speaks
};

// A part of a file; `end` is not set where it reaches to the file's end.
struct AudioPart {
    QString file;
    MediaTime start{};
    std::optional<MediaTime> end = {};
};

// Decodes and speaks at the same time, on a thread each; whichever fails ends the other. Of a part, the
// summary's duration is the part's, and nothing is said of what is damaged or missing. Errors: those of
// audio::Decoder::open, LanguageUnknown (subject: the language; where it is a guess, the fallback is spoken
// instead), SpeechUnavailable, Cancelled.
[[nodiscard]] Result<Sounds> gatherSounds(const std::vector<Chunk> &chunks, const SpokenLanguage &language,
                                          const AudioPart &part, const CancelToken &cancel, StageProgress &progress);

} // namespace earmark::align
