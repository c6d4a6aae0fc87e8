// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/track.h"

#include "align/cepstrum.h"

#include <algorithm>
#include <cmath>

namespace earmark::align {

namespace {

constexpr double unheard = -1;
constexpr double closingPause = 0.2; // seconds at the end of an utterance that are no one's
constexpr double shortestWord = 0.05;
// The engine announces p, t and k when they burst. Phoneticians count the silence before it to them.
constexpr double closure = 0.05;

// The index of the word that an event at this place of the text belongs to. One on the space after a
// word announces the next.
size_t wordAt(const Chunk &chunk, qsizetype place)
{
    const auto after = std::upper_bound(chunk.words.begin(), chunk.words.end(), place,
                                        [](qsizetype p, const ChunkWord &word) { return p < word.begin; });
    const auto word = after == chunk.words.begin() ? after : std::prev(after);
    const bool behind = place >= word->begin + word->length;
    const size_t index = size_t(word - chunk.words.begin()) + (behind ? 1 : 0);
    return std::min(index, chunk.words.size() - 1);
}

// About how many sounds a word has, by how it is written.
double soundsIn(QStringView word)
{
    constexpr QStringView beforeH = u"cgpstw"; // of two letters that make one sound
    constexpr double soundsOfDigit = 3;
    double sounds = 0;
    QChar before;
    for (const QChar c : word) {
        const bool pair = c.toLower() == u'h' && beforeH.contains(before.toLower());
        sounds += c.isDigit() ? soundsOfDigit : c.isLetter() && !pair ? 1 : 0;
        before = c;
    }
    return std::max(1.0, sounds);
}

std::vector<double> phonesWithin(const speech::Utterance &utterance, double from, double until)
{
    std::vector<double> phones;
    for (const speech::PhonemeEvent &event : utterance.phonemes) {
        if (event.start >= from && event.start < until && !event.symbol.startsWith('_'))
            phones.push_back(event.start);
    }
    return phones;
}

// Gives the words from `first` up to `end` the phones between the start of the first and `until`, or
// the time where there are too few phones.
void share(const Chunk &chunk, size_t first, size_t end, double until, const speech::Utterance &utterance,
           std::vector<double> &starts)
{
    if (end == first + 1)
        return;
    const auto sounds = [&](size_t word) {
        return soundsIn(QStringView(chunk.text).mid(chunk.words[word].begin, chunk.words[word].length));
    };
    double total = 0;
    for (size_t i = first; i < end; ++i)
        total += sounds(i);
    const double start = starts[first];
    const std::vector<double> phones = phonesWithin(utterance, start, until);
    double done = sounds(first);
    for (size_t i = first + 1; i < end; ++i) {
        starts[i] = start + (until - start) * done / total;
        if (phones.size() >= end - first)
            starts[i] = phones[std::clamp(size_t(std::lround(double(phones.size()) * done / total)), i - first,
                                          phones.size() - (end - i))];
        done += sounds(i);
    }
}

int kindOf(const QByteArray &phoneme, std::vector<QByteArray> &phonemes)
{
    if (phoneme.isEmpty())
        return TrackPhone::pause;
    const auto known = std::find(phonemes.begin(), phonemes.end(), phoneme);
    if (known == phonemes.end())
        phonemes.push_back(phoneme);
    return int(std::find(phonemes.begin(), phonemes.end(), phoneme) - phonemes.begin());
}

// Whether a phoneme begins with the mouth shut, without voice.
bool hasClosure(const QByteArray &phoneme)
{
    return phoneme.startsWith('p') || phoneme.startsWith('t') || phoneme.startsWith('k');
}

// When each phone is first heard, in seconds. A word's first begins with the word: the engine announces
// it up to a few hundredths of a second later. `words`: of each phone; `starts`: of each word.
std::vector<double> phoneStarts(const std::vector<speech::PhonemeEvent> &phonemes, const std::vector<size_t> &words,
                                const std::vector<double> &starts)
{
    std::vector<double> result;
    double before = 0;
    bool begun = false; // the word, by a phone that is heard
    for (size_t i = 0; i < phonemes.size(); ++i) {
        const QByteArray phoneme = plainPhoneme(phonemes[i].symbol);
        begun = begun && i > 0 && words[i] == words[i - 1];
        const double shut = hasClosure(phoneme) ? closure : 0;
        const double start = begun || phoneme.isEmpty() ? phonemes[i].start - shut : starts[words[i]];
        result.push_back(std::clamp(start, std::min(before, phonemes[i].start), phonemes[i].start));
        before = phonemes[i].start;
        begun = begun || !phoneme.isEmpty();
    }
    return result;
}

// A phone belongs to the last word that has begun when it is announced. `starts`: of the utterance's words.
void addPhones(const speech::Utterance &utterance, const std::vector<double> &starts, int baseFrame, int frames,
               Track &track)
{
    const size_t baseWord = track.words.size() - starts.size();
    std::vector<size_t> words;
    for (const speech::PhonemeEvent &event : utterance.phonemes) {
        size_t word = words.empty() ? 0 : words.back();
        while (word + 1 < starts.size() && starts[word + 1] <= event.start)
            ++word;
        words.push_back(word);
    }
    const std::vector<double> begins = phoneStarts(utterance.phonemes, words, starts);
    for (size_t i = 0; i < begins.size(); ++i)
        track.phones.push_back({kindOf(plainPhoneme(utterance.phonemes[i].symbol), track.phonemes),
                                int(baseWord + words[i]),
                                baseFrame + std::min(frames, int(std::ceil(begins[i] / frameHop)))});
}

} // namespace

std::vector<double> wordStarts(const Chunk &chunk, const speech::Utterance &utterance)
{
    std::vector<double> starts(chunk.words.size(), unheard);
    if (starts.empty())
        return starts;
    const double length = double(utterance.samples.size()) / utterance.sampleRate;
    starts[0] = 0;
    size_t heard = 0;
    for (const speech::WordEvent &event : utterance.words) {
        const size_t word = wordAt(chunk, event.textBegin);
        if (word <= heard)
            continue;
        starts[word] = std::clamp(event.start, starts[heard], length);
        heard = word;
    }
    for (size_t i = 0; i < starts.size();) {
        size_t next = i + 1;
        while (next < starts.size() && starts[next] == unheard)
            ++next;
        const double until = next < starts.size()
            ? starts[next]
            : std::min(length, std::max(starts[i] + shortestWord, length - closingPause));
        share(chunk, i, next, until, utterance, starts);
        i = next;
    }
    return starts;
}

QByteArray plainPhoneme(const QByteArray &symbol)
{
    if (symbol.startsWith('_'))
        return {};
    QByteArray plain;
    for (const char c : symbol) {
        if (!QByteArrayView("',%=_|;-").contains(c))
            plain += c;
    }
    return plain;
}

Result<Track> speakTrack(speech::Synthesizer &synthesizer, const std::vector<Chunk> &chunks, const CancelToken &cancel,
                         const Progress &progress)
{
    Track track;
    track.cepstra.width = cepstrumSize;
    std::unique_ptr<CepstrumStream> stream;
    int streamRate = 0;
    size_t done = 0;
    for (const Chunk &chunk : chunks) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled);
        const Result<speech::Utterance> utterance = synthesizer.speak(chunk.text, cancel);
        if (!utterance)
            return tl::unexpected(utterance.error());
        if (!stream || streamRate != utterance->sampleRate) {
            streamRate = utterance->sampleRate;
            stream = std::make_unique<CepstrumStream>(streamRate);
        }
        stream->take(utterance->samples);
        const Frames cepstra = stream->finish();
        const int base = track.cepstra.count();
        track.cepstra.values.insert(track.cepstra.values.end(), cepstra.values.begin(), cepstra.values.end());
        const std::vector<double> starts = wordStarts(chunk, *utterance);
        for (size_t i = 0; i < starts.size(); ++i)
            track.words.push_back(
                {chunk.words[i].token, base + std::min(cepstra.count(), int(std::ceil(starts[i] / frameHop)))});
        track.length = track.cepstra.count();
        addPhones(*utterance, starts, base, cepstra.count(), track);
        progress(double(++done) / double(chunks.size()));
    }
    return track;
}

void cutAfter(Track &track, size_t words)
{
    if (words >= track.words.size())
        return;
    track.length = track.words[words].firstFrame;
    track.words.resize(words);
    std::erase_if(track.phones, [&](const TrackPhone &phone) { return size_t(phone.word) >= words; });
}

} // namespace earmark::align
