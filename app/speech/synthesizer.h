// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/task.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <memory>
#include <vector>

namespace earmark::speech {

struct WordEvent {
    qsizetype textBegin = 0; // UTF-16 code units from the start of the text spoken
    double start = 0;        // seconds from the start of the utterance, when the word is first heard
};

struct PhonemeEvent {
    QByteArray symbol; // espeak-ng's mnemonic, at most 8 bytes; "_" and "_:" are pauses
    double start = 0;  // seconds
};

struct Utterance {
    std::vector<qint16> samples;  // mono
    int sampleRate = 22050;       // Hz
    std::vector<WordEvent> words; // not every word has one: some are joined by the engine
    std::vector<PhonemeEvent> phonemes;
};

// espeak-ng's variant without random changes of pitch: only with it (appended to a voice's name) does
// a Synthesizer that speaks the same texts give the same samples, whatever was spoken before it, and
// each text has the same events in whatever order the texts come.
constexpr QLatin1StringView steadyVariant("+Alex");

struct Voice {
    QString name;             // an espeak-ng voice or BCP 47 language, with a variant after "+": "en-us+f3"
    int wordsPerMinute = 150; // 80 to 450
    int pitch = 50;           // 0 to 100
};

// Speech by espeak-ng. Its state belongs to the process: one Synthesizer exists at a time, a second
// create() waits for the first to go. Use it on the thread that created it.
class Synthesizer
{
public:
    // Errors: LanguageUnknown (subject: the voice's name), SpeechUnavailable (no data files),
    // Cancelled (while waiting for another Synthesizer to go).
    [[nodiscard]] static Result<std::unique_ptr<Synthesizer>> create(const Voice &voice,
                                                                     const CancelToken &cancel = {});
    ~Synthesizer();
    Synthesizer(const Synthesizer &) = delete;
    Synthesizer &operator=(const Synthesizer &) = delete;

    // Errors: LanguageUnknown; the voice is then the one before.
    [[nodiscard]] Result<void> setVoice(const Voice &voice);
    // Speaks plain text: no markup, no SSML. Empty text gives an empty utterance. Events come in the
    // order of their times. Errors: SpeechUnavailable, when the engine refuses; Cancelled.
    [[nodiscard]] Result<Utterance> speak(QStringView text, const CancelToken &cancel = {});
    // How the voice would say a few words: espeak-ng's mnemonics, marks of stress and pauses included.
    // Some 40,000 words a second.
    [[nodiscard]] QByteArrayList phonemes(QStringView words);

private:
    Synthesizer();
    // Leaves nothing behind of what was spoken before that could change when the sounds of the next
    // text come.
    void forget();
    // The engine counts the cycles of the voice, and that count colours what it says. This speaks to
    // no one until a probe sounds as it did for the first Synthesizer of the process.
    void settle();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::speech
