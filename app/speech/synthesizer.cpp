// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/synthesizer.h"

#include "speech/languages.h"

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>

#include <QStringList>

#include <algorithm>
#include <cstring>
#include <mutex>

using namespace Qt::StringLiterals;

// espeak-ng opens a sound device when it starts, through pcaudiolib's function of this name and in
// every mode, for speech that is only handed over too. Found before pcaudiolib's, this one keeps it
// from connecting to a sound server: no device is what a computer without one has.
extern "C" {
struct audio_object;
Q_DECL_EXPORT audio_object *create_audio_device_object(const char *device, const char *application,
                                                       const char *description);
audio_object *create_audio_device_object(const char *, const char *, const char *)
{
    return nullptr;
}
}

namespace earmark::speech {

namespace {

constexpr auto waitForAnother = std::chrono::milliseconds(50);

// espeak-ng's state is the process's; whoever holds the lock may use it.
struct Engine {
    std::timed_mutex lock;
    int sampleRate = 0; // 0: not started yet
    // What collect() writes to and heeds. The events' own user_data is not set in an utterance's
    // first batch.
    Utterance *utterance = nullptr;
    std::vector<size_t> phonemesBefore; // each of its words
    const CancelToken *cancel = nullptr;
    std::vector<qint16> probe; // what Synthesizer::settle() looks for
};

Engine &engine()
{
    static Engine state;
    return state;
}

// espeak_Initialize() prints to stderr when its data are missing, so its quiet half goes first.
Result<int> startEngine()
{
    espeak_ng_InitializePath(nullptr);
    espeak_ng_ERROR_CONTEXT context = nullptr;
    const espeak_ng_STATUS status = espeak_ng_Initialize(&context);
    espeak_ng_ClearErrorContext(&context);
    if (status != ENS_OK) {
        char message[512] = {};
        espeak_ng_GetStatusCodeMessage(status, message, sizeof message);
        return failure(ErrorCode::SpeechUnavailable, {}, u"espeak-ng: "_s + QString::fromLocal8Bit(message));
    }
    const int rate = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr,
                                       espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0)
        return failure(ErrorCode::SpeechUnavailable, {}, u"espeak-ng does not start"_s);
    return rate;
}

// What espeak-ng reports, with its text positions still in characters from 1.
int collect(short *samples, int count, espeak_EVENT *events)
{
    Utterance *utterance = engine().utterance;
    if (!utterance || engine().cancel->isCancelled())
        return 1;
    if (samples && count > 0)
        utterance->samples.insert(utterance->samples.end(), samples, samples + count);
    for (; events->type != espeakEVENT_LIST_TERMINATED; ++events) {
        const double start = events->audio_position / 1000.0;
        if (events->type == espeakEVENT_WORD) {
            utterance->words.push_back({events->text_position, start});
            engine().phonemesBefore.push_back(utterance->phonemes.size());
        } else if (events->type == espeakEVENT_PHONEME) {
            const char *symbol = events->id.string;
            const size_t length = strnlen(symbol, sizeof events->id.string);
            utterance->phonemes.push_back({QByteArray(symbol, qsizetype(length)), start});
        }
    }
    return 0;
}

// Whether the voice speaks the language; MBROLA voices need a program of their own and are left out.
bool speaks(const espeak_VOICE &voice, const QByteArray &language)
{
    if (voice.identifier && std::strncmp(voice.identifier, "mb/", 3) == 0)
        return false;
    // A list of: one byte of priority, the tag, a zero byte; a zero priority ends it.
    for (const char *entry = voice.languages; entry && *entry; entry += 1 + std::strlen(entry + 1) + 1) {
        if (qstricmp(entry + 1, language.constData()) == 0)
            return true;
    }
    return voice.name && qstricmp(voice.name, language.constData()) == 0;
}

// espeak-ng's own name for the voice of a language, its variant included; empty: there is none.
QByteArray voiceName(const QString &name)
{
    const qsizetype plus = name.indexOf(u'+');
    const QByteArray variant = plus < 0 ? QByteArray() : name.mid(plus).toUtf8();
    const espeak_VOICE **const voices = espeak_ListVoices(nullptr);
    for (const QString &language : espeakLanguages(plus < 0 ? name : name.left(plus))) {
        for (const espeak_VOICE **voice = voices; voice && *voice; ++voice) {
            if (speaks(**voice, language.toUtf8()))
                return QByteArray((*voice)->identifier).mid(QByteArray((*voice)->identifier).lastIndexOf('/') + 1)
                    + variant;
        }
    }
    return {};
}

// One UTF-8 character for each code point, and where each began. Control characters would be
// commands to espeak-ng, and lone surrogates are no text: they become spaces.
struct EngineText {
    QByteArray utf8;
    std::vector<qsizetype> begins; // UTF-16 code units
};

EngineText engineText(QStringView text)
{
    EngineText result;
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        result.begins.push_back(i);
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += text[i];
            clean += text[++i];
        } else {
            const bool usable = !text[i].isSurrogate() && text[i].category() != QChar::Other_Control;
            clean += usable ? text[i] : QChar(u' ');
        }
    }
    result.utf8 = clean.toUtf8();
    return result;
}

// espeak-ng sounds a nasal, a liquid or a glide together with the vowel that follows. At the end of a
// word, its phoneme is then announced just before the next word, and heard after that.
void putBehindSoundsBefore(Utterance &utterance, const std::vector<size_t> &phonemesBefore)
{
    constexpr double unheard = 0.02; // seconds, too short for a phoneme
    const auto &phonemes = utterance.phonemes;
    for (size_t i = 0; i < utterance.words.size(); ++i) {
        const size_t first = phonemesBefore[i];
        double &start = utterance.words[i].start;
        if (first > 0 && first < phonemes.size() && start - phonemes[first - 1].start < unheard)
            start = std::max(start, phonemes[first].start);
    }
}

// Positions as code units of the caller's text; what points nowhere is dropped.
void placeWords(std::vector<WordEvent> &words, const std::vector<qsizetype> &begins)
{
    std::erase_if(
        words, [&](const WordEvent &word) { return word.textBegin < 1 || word.textBegin > qsizetype(begins.size()); });
    for (WordEvent &word : words)
        word.textBegin = begins[size_t(word.textBegin - 1)];
}

// How many phonemes the voice makes of a clause.
qsizetype phonemesOf(const QByteArray &clause)
{
    constexpr char separator = '\x01';
    const void *rest = clause.constData();
    const char *phonemes = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, int(separator) << 8);
    return phonemes ? QByteArrayView(phonemes).count(separator) : 0;
}

// A clause of about as many phonemes as the engine takes at a time, in the voice that is set. Every
// language has words for numbers.
QByteArray longClause()
{
    constexpr qsizetype mostPhonemes = 900; // N_PHONEME_LIST is 1,000
    constexpr qsizetype mostBytes = 780;    // N_TR_SOURCE is 800
    const QByteArray number("77 ");
    constexpr qsizetype few = 10;
    const qsizetype phonemes = std::max(few, phonemesOf(number.repeated(few)));
    return number.repeated(std::min(mostPhonemes * few / phonemes, mostBytes / number.size()));
}

} // namespace

struct Synthesizer::Private {
    std::unique_lock<std::timed_mutex> lock;
    QByteArray longClause;
};

Synthesizer::Synthesizer() : d(std::make_unique<Private>()) {}

Synthesizer::~Synthesizer() = default;

Result<std::unique_ptr<Synthesizer>> Synthesizer::create(const Voice &voice, const CancelToken &cancel)
{
    std::unique_lock<std::timed_mutex> lock(engine().lock, std::defer_lock);
    while (!lock.try_lock_for(waitForAnother)) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled);
    }
    if (engine().sampleRate == 0) {
        const Result<int> rate = startEngine();
        if (!rate)
            return tl::unexpected(rate.error());
        engine().sampleRate = *rate;
        espeak_SetSynthCallback(collect);
    }
    std::unique_ptr<Synthesizer> synthesizer(new Synthesizer);
    synthesizer->d->lock = std::move(lock);
    synthesizer->settle();
    if (const Result<void> set = synthesizer->setVoice(voice); !set)
        return tl::unexpected(set.error());
    return synthesizer;
}

void Synthesizer::settle()
{
    // Every fourth cycle of a trill is softer.
    const Voice trilling{u"es"_s + steadyVariant};
    constexpr int most = 40;
    if (!setVoice(trilling))
        return;
    for (int i = 0; i < most; ++i) {
        const Result<Utterance> probe = speak(u"Ruido raro, perro rojo.");
        if (!probe)
            return;
        if (engine().probe.empty())
            engine().probe = probe->samples;
        if (engine().probe == probe->samples)
            return;
        if (!speak(u"a"_s.repeated(1 + i % 4)))
            return;
    }
}

Result<void> Synthesizer::setVoice(const Voice &voice)
{
    const QByteArray name = voiceName(voice.name);
    if (name.isEmpty() || espeak_SetVoiceByName(name.constData()) != EE_OK)
        return failure(ErrorCode::LanguageUnknown, voice.name);
    espeak_SetParameter(espeakRATE, std::clamp(voice.wordsPerMinute, 80, 450), 0);
    espeak_SetParameter(espeakPITCH, std::clamp(voice.pitch, 0, 100), 0);
    d->longClause = longClause();
    return {};
}

// The engine never clears its list of phonemes, and the pause at the end of a clause is as long as what
// stands in its place from an earlier clause asks for. Translating a clause that fills the list leaves
// the same there whatever was spoken before, in less than a millisecond and without a sound.
void Synthesizer::forget()
{
    phonemesOf(d->longClause);
}

QByteArrayList Synthesizer::phonemes(QStringView words)
{
    constexpr char separator = '\x01';
    const QByteArray utf8 = engineText(words).utf8;
    QByteArrayList mnemonics;
    const void *rest = utf8.constData();
    // One clause at a time; a null pointer after the last.
    while (rest && *static_cast<const char *>(rest) != '\0') {
        const char *clause = espeak_TextToPhonemes(&rest, espeakCHARS_UTF8, int(separator) << 8);
        if (!clause)
            break;
        for (const QByteArray &mnemonic : QByteArray(clause).replace(' ', separator).split(separator)) {
            // "(en)" where the voice changes to that of another language.
            if (!mnemonic.isEmpty() && !mnemonic.startsWith('('))
                mnemonics.append(mnemonic);
        }
    }
    return mnemonics;
}

Result<Utterance> Synthesizer::speak(QStringView text, const CancelToken &cancel)
{
    Utterance utterance;
    utterance.sampleRate = engine().sampleRate;
    const EngineText spoken = engineText(text);
    if (spoken.utf8.trimmed().isEmpty())
        return utterance;
    forget();
    engine().utterance = &utterance;
    engine().phonemesBefore.clear();
    engine().cancel = &cancel;
    const espeak_ERROR error = espeak_Synth(spoken.utf8.constData(), size_t(spoken.utf8.size()) + 1, 0, POS_CHARACTER,
                                            0, espeakCHARS_UTF8, nullptr, nullptr);
    engine().utterance = nullptr;
    engine().cancel = nullptr;
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled);
    if (error != EE_OK)
        return failure(ErrorCode::SpeechUnavailable, {}, u"espeak-ng refused to speak"_s);
    putBehindSoundsBefore(utterance, engine().phonemesBefore);
    placeWords(utterance.words, spoken.begins);
    return utterance;
}

} // namespace earmark::speech
