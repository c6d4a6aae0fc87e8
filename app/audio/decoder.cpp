// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/decoder.h"

#include "audio/packetcount.h"
#include "audio/samplerun.h"

#include <array>

namespace earmark::audio {

using namespace Qt::StringLiterals;

namespace {

constexpr MediaTime roughly{1000};

} // namespace

struct Decoder::Private {
    QString path;
    SampleFormat format;
    std::shared_ptr<const HeldFile> file; // null until it was opened
    std::unique_ptr<FrameReader> reader;
    std::shared_ptr<const SeekIndex> index; // may be null
    SampleRun run{SampleFormat{}};
    MediaTime stated{};
    bool guessed = false; // `stated`
    qint64 position = 0;  // of the next read(), while the run is empty
    qint64 knownEnd = -1; // frames in the file, once its end was reached
    bool ended = false;
    bool fromStart = true; // all before what is decoded now was decoded, too
    bool isLost = false;   // a cancelled seek left the reader anywhere

    [[nodiscard]] MediaTime length() const { return knownEnd >= 0 ? timeOf(knownEnd) : stated; }
    // Behind a seek, time is counted from where the demuxer says it landed, which some do to a tenth of a
    // second. That is enough to see that a file breaks off.
    [[nodiscard]] bool tellsLength(MediaTime end) const
    {
        return fromStart || guessed || length() <= MediaTime(0) || end + roughly < length();
    }

    [[nodiscard]] Result<void> openReader(const CancelToken &cancel);
    [[nodiscard]] Result<void> findOrigin();
    [[nodiscard]] Result<void> countThrough();
    [[nodiscard]] Result<void> seekTo(qint64 target, const CancelToken &cancel);
    [[nodiscard]] Result<void> decodeMore();
    [[nodiscard]] Result<bool> seekWithLead(qint64 target, qint64 lead, const CancelToken &cancel);
    [[nodiscard]] qint64 framesOf(MediaTime time) const { return av_rescale(time.count(), format.sampleRate, 1000); }
    [[nodiscard]] MediaTime timeOf(qint64 frames) const
    {
        return MediaTime(av_rescale(frames, 1000, format.sampleRate));
    }
};

namespace {

// Decoders need some packets before the first right sample: MP3 up to nine for its bit reservoir,
// Opus 80 ms. Where a demuxer lands too late, more; where it cannot seek at all, everything.
constexpr std::array<double, 4> seekLeadSeconds{0.5, 5, 30, 1e9};
// An encoder's padding is shorter than this; a first frame that is later follows damaged ones.
constexpr MediaTime longestPadding{250};

bool isValid(SampleFormat format)
{
    return format.sampleRate >= 8000 && format.sampleRate <= 192000 && (format.channels == 1 || format.channels == 2);
}

} // namespace

Result<void> Decoder::Private::openReader(const CancelToken &cancel)
{
    // Opened more than once: its name may be gone by then.
    if (!file)
        file = HeldFile::hold(path);
    Result<std::unique_ptr<Container>> container = openContainer(file ? file->readablePath() : path, cancel);
    if (!container) {
        container.error().subject = path;
        return tl::unexpected(container.error());
    }
    Result<std::unique_ptr<FrameReader>> created = FrameReader::create(std::move(*container), path);
    if (!created)
        return tl::unexpected(created.error());
    reader = std::move(*created);
    reader->setIndex(index);
    return {};
}

// The first frame that comes out, encoder padding already cut, is the start of the file: what the
// container states as its start does not agree with that for every format.
Result<void> Decoder::Private::findOrigin()
{
    const AVStream &stream = *reader->container().stream;
    qint64 origin = stream.start_time != AV_NOPTS_VALUE ? stream.start_time : 0;
    Result<bool> first = reader->next();
    if (!first)
        return tl::unexpected(first.error());
    if (*first && reader->frameTime() != AV_NOPTS_VALUE) {
        const qint64 off = av_rescale_q(reader->frameTime() - origin, stream.time_base, {1, 1000});
        if (std::abs(off) <= longestPadding.count())
            origin = reader->frameTime();
    }
    run.setOrigin(origin);
    if (*first && !run.add(*reader))
        return failure(ErrorCode::AudioDamaged, path, u"samples of an unknown kind"_s);
    if (!*first) {
        ended = true;
        knownEnd = 0;
        if (reader->damagedPackets() > 0)
            return failure(ErrorCode::AudioDamaged, path, u"no packet could be decoded"_s);
    }
    return {};
}

// Where the container says nothing of worth, the packets are counted; an hour of MP3 takes about a
// tenth of a second.
Result<void> Decoder::Private::countThrough()
{
    Result<PacketCount> count = countPackets(reader->container(), path);
    if (!count)
        return tl::unexpected(count.error());
    if (count->end != AV_NOPTS_VALUE)
        stated = MediaTime(av_rescale_q(count->end - run.origin(), reader->container().stream->time_base, {1, 1000}))
            + reader->container().missing;
    guessed = false;
    index = std::make_shared<const SeekIndex>(std::move(count->index));
    reader->setIndex(index);
    return {};
}

Result<std::unique_ptr<Decoder>> Decoder::open(const QString &path, SampleFormat format, const CancelToken &cancel,
                                               Length length, std::shared_ptr<const HeldFile> held)
{
    if (!isValid(format))
        return failure(ErrorCode::InvalidArgument, path, u"sample format"_s);
    auto d = std::make_unique<Private>();
    d->path = path;
    d->format = format;
    d->run = SampleRun(format);
    d->file = std::move(held);
    if (Result<void> opened = d->openReader(cancel); !opened)
        return tl::unexpected(opened.error());
    if (Result<void> found = d->findOrigin(); !found)
        return tl::unexpected(found.error());
    d->stated = d->reader->container().statedDuration();
    d->guessed = d->reader->container().isDurationGuessed() && !d->ended;
    if (d->guessed && length == Length::Counted) {
        if (Result<void> counted = d->countThrough(); !counted)
            return tl::unexpected(counted.error());
        d->run.restart();
        if (Result<bool> back = d->seekWithLead(0, std::numeric_limits<qint64>::max(), cancel); !back)
            return tl::unexpected(back.error());
    }
    d->reader->setCancel({});
    return std::unique_ptr<Decoder>(new Decoder(std::move(d)));
}

Decoder::Decoder(std::unique_ptr<Private> d) : d(std::move(d)) {}
Decoder::~Decoder() = default;

SampleFormat Decoder::format() const
{
    return d->format;
}

const std::shared_ptr<const HeldFile> &Decoder::file() const
{
    return d->file;
}

MediaTime Decoder::duration() const
{
    return d->length();
}

bool Decoder::isDurationGuessed() const
{
    return d->guessed && d->knownEnd < 0;
}

void Decoder::setDuration(MediaTime duration)
{
    d->stated = duration;
    d->guessed = false;
}

void Decoder::setSeekIndex(std::shared_ptr<const SeekIndex> index)
{
    d->index = std::move(index);
    d->reader->setIndex(d->index);
}

const std::shared_ptr<const SeekIndex> &Decoder::seekIndex() const
{
    return d->index;
}

Result<CountedFile> countedFile(const QString &path, const CancelToken &cancel)
{
    return Decoder::open(path, {8000, 1}, cancel).map([](const std::unique_ptr<Decoder> &decoder) {
        return CountedFile{decoder->duration(), decoder->seekIndex()};
    });
}

Result<void> Decoder::Private::decodeMore()
{
    Result<bool> next = reader->next();
    if (!next)
        return tl::unexpected(next.error());
    if (!*next) {
        run.finish(*reader);
        ended = true;
        if (!run.isEmpty() && tellsLength(timeOf(run.end())))
            knownEnd = run.end();
        return {};
    }
    if (!run.add(*reader))
        return failure(ErrorCode::AudioDamaged, path, u"samples of an unknown kind"_s);
    return {};
}

// Decodes from `lead` frames before the target up to it. False when the demuxer landed behind the
// target, or nowhere.
Result<bool> Decoder::Private::seekWithLead(qint64 target, qint64 lead, const CancelToken &cancel)
{
    fromStart = lead >= target;
    const AVStream &stream = *reader->container().stream;
    const qint64 time = fromStart
        ? reader->firstPacketTime()
        : run.origin() + av_rescale_q(target - lead, {1, format.sampleRate}, stream.time_base);
    run.restart();
    ended = false;
    if (!reader->seek(time)) {
        if (!fromStart)
            return false;
        if (Result<void> reopened = openReader(cancel); !reopened)
            return tl::unexpected(reopened.error());
    }
    // A decoder set down in the middle complains about what it was not given.
    reader->setCounting(fromStart);
    while (!ended && (run.isEmpty() || run.end() <= target)) {
        const Result<void> decoded = decodeMore();
        if (!decoded || (!fromStart && !run.isEmpty() && run.start() > target)) {
            reader->setCounting(true);
            return decoded ? Result<bool>(false) : tl::unexpected(decoded.error());
        }
        run.dropBefore(target);
    }
    reader->setCounting(true);
    return fromStart || !run.isEmpty();
}

Result<void> Decoder::Private::seekTo(qint64 target, const CancelToken &cancel)
{
    if (isLost) {
        if (Result<void> reopened = openReader(cancel); !reopened)
            return reopened;
        // The first packet's time is where going back to the start goes.
        if (Result<bool> first = reader->next(); !first)
            return tl::unexpected(first.error());
        isLost = false;
    }
    reader->setCancel(cancel);
    for (double seconds : seekLeadSeconds) {
        const auto lead = qint64(seconds * format.sampleRate);
        Result<bool> landed = seekWithLead(target, lead, cancel);
        if (!landed)
            return tl::unexpected(landed.error());
        if (*landed)
            break;
    }
    position = target;
    return {};
}

Result<void> Decoder::seek(MediaTime position, const CancelToken &cancel)
{
    qint64 target = d->framesOf(std::max(position, MediaTime(0)));
    // A stated length may be short of the truth by an encoder's padding, not by more.
    const qint64 end = d->knownEnd >= 0 ? d->knownEnd : d->framesOf(d->stated + MediaTime(2000));
    if (d->knownEnd >= 0 || !d->guessed)
        target = std::min(target, end);
    if (!d->run.isEmpty() && target >= d->run.start() && target < d->run.end()) {
        d->run.dropBefore(target);
        return {};
    }
    Result<void> sought = d->seekTo(target, cancel);
    d->reader->setCancel({});
    if (cancel.isCancelled()) {
        d->isLost = true;
        d->run.restart();
        return failure(ErrorCode::Cancelled, d->path);
    }
    return sought;
}

Result<qsizetype> Decoder::read(std::span<qint16> samples)
{
    if (d->isLost)
        return failure(ErrorCode::Cancelled, d->path);
    const auto wanted = qsizetype(samples.size()) / d->format.channels;
    qsizetype done = 0;
    while (done < wanted) {
        done += d->run.take(samples.data() + done * d->format.channels, wanted - done);
        if (done == wanted || d->ended)
            break;
        if (Result<void> decoded = d->decodeMore(); !decoded) {
            // What was read before the trouble is handed out first; the next call meets it again.
            if (done > 0)
                break;
            return tl::unexpected(decoded.error());
        }
    }
    return done;
}

qint64 Decoder::framePosition() const
{
    return d->run.isEmpty() ? d->position : d->run.start();
}

int Decoder::damagedPackets() const
{
    return d->reader->damagedPackets();
}

} // namespace earmark::audio
