// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/frames.h"
#include "align/text.h"
#include "base/error.h"
#include "base/task.h"
#include "speech/synthesizer.h"

namespace earmark::align {

struct TrackWord {
    transcript::TokenIndex token = 0;
    int firstFrame = 0; // lasts to the next word's

    bool operator==(const TrackWord &) const = default;
};

struct TrackPhone {
    static constexpr int pause = -1;
    int phoneme = pause; // among Track::phonemes
    int word = 0;        // among Track::words
    int firstFrame = 0;  // lasts to the next phone's

    bool operator==(const TrackPhone &) const = default;
};

// The whole text as the synthesiser speaks it.
struct Track {
    Frames cepstra;
    int length = 0;                   // frames
    std::vector<TrackWord> words;     // ordered by token and by frame
    std::vector<TrackPhone> phones;   // ordered by frame and by word
    std::vector<QByteArray> phonemes; // the kinds of phones, by espeak-ng's mnemonics without stress
};

// Keeps the first `words` words only. The cepstra stay.
void cutAfter(Track &track, size_t words);

// When each word of the chunk begins in what was spoken of it, in seconds; rising. Words that the
// engine reported nothing about share the phones of the one before by their lengths.
[[nodiscard]] std::vector<double> wordStarts(const Chunk &chunk, const speech::Utterance &utterance);

// The mnemonic without what marks stress and syllables; empty for a pause.
[[nodiscard]] QByteArray plainPhoneme(const QByteArray &symbol);

// Speaks the chunks one after the other and keeps the cepstra only. Errors: Cancelled and those of
// Synthesizer::speak.
[[nodiscard]] Result<Track> speakTrack(speech::Synthesizer &synthesizer, const std::vector<Chunk> &chunks,
                                       const CancelToken &cancel, const Progress &progress);

} // namespace earmark::align
