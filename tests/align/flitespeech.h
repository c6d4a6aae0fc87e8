// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

// Speech by flite, whose voices have nothing in common with espeak-ng's, with the time of every word
// known from the synthesis itself.
namespace earmark::test {

struct SpokenWord {
    double start = 0; // seconds
    double end = 0;
};

// A recording put together from voices, music, noise and silence: 16 kHz, mono.
class FliteSpeech
{
public:
    static constexpr int sampleRate = 16000;
    enum class Voice { Slt, Rms, Awb };

    // Each piece of `text` between spaces becomes one word of words(); flite must say it as one, so no
    // digits, abbreviations or hyphens.
    void speak(const QString &text, Voice voice);
    void music(double seconds);
    void noise(double seconds, int amplitude);
    void silence(double seconds);

    [[nodiscard]] const std::vector<qint16> &samples() const { return m_samples; }
    [[nodiscard]] const std::vector<SpokenWord> &words() const { return m_words; }
    [[nodiscard]] double seconds() const { return double(m_samples.size()) / sampleRate; }

private:
    std::vector<qint16> m_samples;
    std::vector<SpokenWord> m_words;
};

// Sentences of plain words for flite, always the same ones.
[[nodiscard]] QStringList sentences(int count);

} // namespace earmark::test
