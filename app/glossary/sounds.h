// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <vector>

namespace earmark::glossary {

// A phoneme as far as it is compared.
struct Sound {
    QByteArray name; // espeak-ng's mnemonic without the marks of its variants
    bool isVowel = false;
    bool isWeak = false; // a vowel that is hardly heard, an h, a glide: as good as missing

    bool operator==(const Sound &other) const { return name == other.name; }
};
using Sounds = std::vector<Sound>;

[[nodiscard]] Sounds soundsOf(const QByteArrayList &phonemes);

// What sounds the same has the same.
[[nodiscard]] QByteArray keyOf(const Sounds &sounds);

// What it costs to hear one for the other: 0 for the same, 1 for what has nothing in common.
[[nodiscard]] double substitution(const Sound &a, const Sound &b);

// The least cost of making one of the other, at most `limit`; more than that where it is more.
[[nodiscard]] double changeCost(const Sounds &a, const Sounds &b, double limit);

// How many sounds both begin with, all but alike.
[[nodiscard]] size_t commonBeginning(const Sounds &a, const Sounds &b);

} // namespace earmark::glossary
