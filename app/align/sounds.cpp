// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/sounds.h"

#include "align/cepstrum.h"
#include "speech/synthesizer.h"

#include <algorithm>
#include <future>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::align {

using Stage = StageProgress::Stage;

namespace {

constexpr int sampleRate = 16000; // Hz
constexpr auto cancelPoll = std::chrono::milliseconds(20);

struct Recording {
    Frames cepstra;
    audio::DecodeSummary summary;
};

using TakeSamples = std::function<void(std::span<const qint16>)>;

Result<audio::DecodeSummary> decodePart(const AudioPart &part, const TakeSamples &take, const CancelToken &cancel)
{
    const auto opened = audio::Decoder::open(part.file, {sampleRate, 1}, cancel);
    if (!opened)
        return tl::unexpected(opened.error());
    audio::Decoder &decoder = **opened;
    if (const Result<void> sought = decoder.seek(part.start, cancel); !sought)
        return tl::unexpected(sought.error());
    const qint64 first = decoder.framePosition();
    const qint64 end = part.end ? part.end->count() * sampleRate / 1000 : std::numeric_limits<qint64>::max();
    std::vector<qint16> block(size_t(sampleRate), qint16(0));
    while (decoder.framePosition() < end) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, part.file);
        const auto wanted = size_t(std::min<qint64>(qint64(block.size()), end - decoder.framePosition()));
        const Result<qsizetype> frames = decoder.read(std::span(block).first(wanted));
        if (!frames)
            return tl::unexpected(frames.error());
        if (*frames == 0)
            break;
        take(std::span<const qint16>(block).first(size_t(*frames)));
    }
    return audio::DecodeSummary{MediaTime((decoder.framePosition() - first) * 1000 / sampleRate)};
}

Result<Recording> listen(const AudioPart &part, const CancelToken &cancel, const Progress &progress)
{
    CepstrumStream stream(sampleRate);
    const auto take = [&](std::span<const qint16> samples) { stream.take(samples); };
    const bool whole = part.start == MediaTime::zero() && !part.end;
    const auto summary =
        whole ? audio::decodeAll(part.file, sampleRate, take, cancel, progress) : decodePart(part, take, cancel);
    if (!summary)
        return tl::unexpected(summary.error());
    progress(1);
    return Recording{stream.finish(), *summary};
}

struct Speech {
    Track track;
    QString language;
};

// Made and used on the calling thread.
Result<Speech> speak(const SpokenLanguage &language, const std::vector<Chunk> &chunks, const CancelToken &cancel,
                     const Progress &progress)
{
    const QString &code = language.code;
    const QString voice = code.contains(u'+') ? code : code + speech::steadyVariant;
    const auto synthesizer = speech::Synthesizer::create({voice}, cancel);
    if (!synthesizer) {
        Error error = synthesizer.error();
        if (error.code == ErrorCode::LanguageUnknown && language.isGuess)
            return speak({fallbackLanguage}, chunks, cancel, progress);
        if (error.code == ErrorCode::LanguageUnknown)
            error.subject = code;
        return tl::unexpected(error);
    }
    return speakTrack(**synthesizer, chunks, cancel, progress).map([&](Track &&track) {
        return Speech{std::move(track), code};
    });
}

} // namespace

Result<Sounds> gatherSounds(const std::vector<Chunk> &chunks, const SpokenLanguage &language, const AudioPart &part,
                            const CancelToken &cancel, StageProgress &progress)
{
    const CancelToken stop;
    auto listening = std::async(std::launch::async, [&] {
        Result<Recording> heard = listen(part, stop, progress.of(Stage::Audio));
        if (!heard)
            stop.cancel();
        return heard;
    });
    auto speaking = std::async(std::launch::async, [&] {
        Result<Speech> spoken = speak(language, chunks, stop, progress.of(Stage::Speech));
        if (!spoken)
            stop.cancel();
        return spoken;
    });
    const auto await = [&](auto &future) {
        while (future.wait_for(cancelPoll) != std::future_status::ready) {
            if (cancel.isCancelled())
                stop.cancel();
        }
        return future.get();
    };
    Result<Recording> heard = await(listening);
    Result<Speech> spoken = await(speaking);
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled, part.file);
    if (!heard && heard.error().code != ErrorCode::Cancelled)
        return tl::unexpected(heard.error());
    if (!spoken)
        return tl::unexpected(spoken.error());
    if (!heard)
        return tl::unexpected(heard.error());
    return Sounds{std::move(heard->cepstra), heard->summary, std::move(spoken->track), spoken->language};
}

} // namespace earmark::align
