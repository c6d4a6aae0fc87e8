// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <vector>

namespace earmark::align {

struct ChunkWord {
    transcript::TokenIndex token = 0;
    qsizetype begin = 0; // in Chunk::text
    qsizetype length = 0;

    bool operator==(const ChunkWord &) const = default;
};

// What is spoken in one breath: a sentence, or a piece of a long one.
struct Chunk {
    QString text; // the words with a space after each
    std::vector<ChunkWord> words;

    bool operator==(const Chunk &) const = default;
};

// What is to be said of a token: "guard" of "[Music]guard", nothing of a cue, a label, a heading or
// of a piece without letters and digits.
[[nodiscard]] QString spokenText(transcript::TokenKind kind, QStringView text);

// The words to be spoken, in order. A chunk ends at the end of a sentence, before a paragraph, a turn
// or a heading, and after 40 words.
[[nodiscard]] std::vector<Chunk> chunksToSpeak(const transcript::Transcript &transcript);

} // namespace earmark::align
