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

// Gives the words from `first` up to `end` the time between theirs, by length.
void share(const Chunk &chunk, size_t first, size_t end, double until, std::vector<double> &starts)
{
    double total = 0;
    for (size_t i = first; i < end; ++i)
        total += double(chunk.words[i].length);
    const double start = starts[first];
    double done = 0;
    for (size_t i = first; i < end; ++i) {
        starts[i] = start + (until - start) * done / total;
        done += double(chunk.words[i].length);
    }
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
        share(chunk, i, next, until, starts);
        i = next;
    }
    return starts;
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
        progress(double(++done) / double(chunks.size()));
    }
    return track;
}

} // namespace earmark::align
