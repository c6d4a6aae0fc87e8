// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace earmark::tests {

struct SpokenWord {
    QString text;
    double start = 0; // seconds from the beginning
    double end = 0;
};

// Speech whose word times are known exactly. flite's voices are unrelated to espeak-ng's, which the
// aligner speaks with.
struct FliteSpeech {
    static constexpr int sampleRate = 16000; // Hz, mono
    std::vector<qint16> samples;
    std::vector<SpokenWord> words; // as flite says them: numbers become several
};

// Each sentence is spoken by the voice "slt" (a woman) or, for every second one when `twoVoices`, "rms"
// (a man).
[[nodiscard]] FliteSpeech speakWithFlite(const QStringList &sentences, bool twoVoices = false);

} // namespace earmark::tests
