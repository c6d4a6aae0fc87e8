// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/decodeahead.h"

#include <QFileInfo>

#include <utility>

namespace earmark::playback {

namespace {

// Ahead of the device: a second of the file, but never so little that a busy machine runs dry.
constexpr double aheadMediaSeconds = 1;
constexpr double aheadDeviceSeconds = 0.5;
// Decoded at once: short, so that a new request waits for a moment only.
constexpr double stepSeconds = 0.05;
// What a change of speed has ready before it takes the place of what is queued.
constexpr double exchangeSeconds = 0.15;
// Asked for its path again and again rather than watched: no watch tells of a drive that is taken away.
constexpr auto lookEvery = std::chrono::seconds(1);
// Less is no sound to whoever counts in milliseconds.
constexpr MediaTime shortestSound{1};

} // namespace

DecodeAhead::DecodeAhead(SampleQueue &queue, Listener listener)
    : m_queue(queue), m_listener(std::move(listener)), m_thread([this] { run(); })
{
}

DecodeAhead::~DecodeAhead()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_quit = true;
        m_cancel.cancel();
    }
    m_changed.notify_one();
    m_thread.join();
}

void DecodeAhead::start(Request request)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_request = std::move(request);
        m_newManner.reset();
        m_cancel.cancel(); // what comes of the one before is stale
    }
    m_changed.notify_one();
}

void DecodeAhead::setManner(Manner manner)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_request)
            m_request->manner = manner;
        else
            m_newManner = manner;
    }
    m_changed.notify_one();
}

void DecodeAhead::setCounted(const QString &path, const audio::CountedFile &counted)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_counted = {path, counted};
    }
    m_changed.notify_one();
}

void DecodeAhead::takeCounted(const QString &path, const audio::CountedFile &counted)
{
    if (!m_decoder || m_current.path != path)
        return;
    m_decoder->setDuration(counted.duration);
    m_decoder->setSeekIndex(counted.seekIndex);
}

void DecodeAhead::wake()
{
    // Taken and let go, so that the thread is either before its check of the queue or waiting.
    {
        const std::scoped_lock lock(m_mutex);
    }
    m_changed.notify_one();
}

void DecodeAhead::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_quit) {
        if (m_request) {
            Request request = std::move(*m_request);
            m_request.reset();
            m_cancel = m_cancelled = CancelToken();
            lock.unlock();
            carryOut(std::move(request));
            lock.lock();
        } else if (m_counted) {
            const auto [path, counted] = *std::exchange(m_counted, std::nullopt);
            lock.unlock();
            takeCounted(path, counted);
            lock.lock();
        } else if (m_newManner) {
            const Manner manner = *m_newManner;
            m_newManner.reset();
            lock.unlock();
            changeManner(manner);
            lock.lock();
        } else if (isTimeToLook()) {
            lock.unlock();
            lookForFile();
            lock.lock();
        } else if (hasRoom()) {
            lock.unlock();
            produce();
            lock.lock();
        } else if (m_decoder) {
            m_changed.wait_until(lock, m_lookAt);
        } else {
            m_changed.wait(lock);
        }
    }
}

bool DecodeAhead::hasRoom() const
{
    if (m_ended || !m_decoder)
        return false;
    const double queued = double(m_queue.queuedFrames()) / m_current.format.sampleRate;
    return queued * m_current.manner.speed < aheadMediaSeconds || queued < aheadDeviceSeconds;
}

bool DecodeAhead::isTimeToLook() const
{
    return m_decoder && std::chrono::steady_clock::now() >= m_lookAt;
}

void DecodeAhead::lookForFile()
{
    m_lookAt = std::chrono::steady_clock::now() + lookEvery;
    using Place = Listener::Place;
    const Place place = m_decoder->file()->isAnythingThere() ? Place::There : Place::Gone;
    if (std::exchange(m_place, place) != place)
        tellPlace();
}

void DecodeAhead::tellPlace()
{
    if (m_listener.placed)
        m_listener.placed(m_current.path, m_place);
}

Result<void> DecodeAhead::open(const Request &request, std::shared_ptr<const audio::HeldFile> held)
{
    m_decoder.reset();
    m_place = Listener::Place::There;
    m_lookAt = {};
    Result<std::unique_ptr<audio::Decoder>> opened = audio::Decoder::open(
        request.path, request.format, m_cancelled, audio::Decoder::Length::Guessed, std::move(held));
    if (!opened)
        return tl::unexpected(opened.error());
    m_decoder = std::move(*opened);
    const KnownFile &known = request.known;
    const qint64 bytes = QFileInfo(request.path).size();
    if (m_decoder->isDurationGuessed() && known.bytes > 0 && known.bytes == bytes)
        m_decoder->setDuration(known.length);
    if (known.index && known.index->bytes == bytes)
        m_decoder->setSeekIndex(known.index);
    m_damaged = 0;
    return checkSound();
}

// A length that is not known may look like none at all.
Result<void> DecodeAhead::checkSound()
{
    if (m_decoder->duration() >= shortestSound)
        return {};
    std::vector<qint16> samples(size_t(framesOf(shortestSound)) * size_t(m_current.format.channels));
    std::span<qint16> rest(samples);
    while (!rest.empty()) {
        const Result<qsizetype> frames = m_decoder->read(rest);
        if (!frames)
            return tl::unexpected(frames.error());
        if (*frames == 0)
            return failure(ErrorCode::AudioWithoutSound, m_current.path, QStringLiteral("it ends where it begins"));
        rest = rest.subspan(size_t(*frames) * size_t(m_current.format.channels));
    }
    return {};
}

void DecodeAhead::carryOut(Request request)
{
    const bool isKnown = m_decoder && request.path == m_current.path && request.known == m_current.known;
    const bool sameFile = isKnown && request.format == m_current.format;
    // In another format for another device, wherever the file is by now.
    std::shared_ptr<const audio::HeldFile> held = isKnown ? m_decoder->file() : nullptr;
    m_current = std::move(request);
    m_ended = true;
    if (m_current.path.isEmpty()) {
        m_decoder.reset();
        m_stretcher.reset();
        return;
    }
    Result<void> ready = sameFile ? Result<void>() : open(m_current, std::move(held));
    if (!ready && !sameFile)
        m_decoder.reset(); // asked again it is opened again
    if (ready)
        ready = m_decoder->seek(m_current.position, m_cancelled);
    if (!ready && ready.error().code == ErrorCode::Cancelled)
        return;
    if (!ready) {
        m_listener.failed(m_current.epoch, ready.error());
        m_queue.finish(m_current.epoch);
        return;
    }
    m_lap = 0;
    beginStretch();
    m_ended = false;
    produce();
    using Length = Listener::Length;
    m_listener.loaded(m_current.epoch, m_decoder->duration(),
                      m_decoder->isDurationGuessed() ? Length::Guessed : Length::Known);
    tellPlace(); // once more: other files may have been asked for meanwhile
}

// From where the decoder is.
void DecodeAhead::beginStretch()
{
    const audio::SampleFormat format = m_current.format;
    m_stretcher = std::make_unique<Stretcher>(format.sampleRate, format.channels, m_current.manner.speed,
                                              double(m_decoder->framePosition()));
    m_skipper.reset();
    if (m_current.manner.silence == Silence::Shortened)
        m_skipper = std::make_unique<SilenceSkipper>(format);
}

void DecodeAhead::stretch(std::span<const qint16> samples, std::vector<Block> &blocks)
{
    if (!m_skipper) {
        m_stretcher->feed(samples, blocks);
        return;
    }
    std::vector<SilenceSkipper::Run> runs;
    m_skipper->feed(samples, runs);
    for (const SilenceSkipper::Run &run : runs) {
        m_stretcher->skip(run.skipped);
        m_stretcher->feed(run.samples, blocks);
    }
}

void DecodeAhead::finishStretch(std::vector<Block> &blocks)
{
    if (m_skipper) {
        std::vector<SilenceSkipper::Run> runs;
        m_skipper->finish(runs);
        for (const SilenceSkipper::Run &run : runs) {
            m_stretcher->skip(run.skipped);
            m_stretcher->feed(run.samples, blocks);
        }
    }
    m_stretcher->finish(blocks);
}

void DecodeAhead::changeManner(Manner manner)
{
    m_current.manner = manner;
    if (!m_decoder || !m_stretcher)
        return;
    const audio::SampleFormat format = m_current.format;
    const double next = m_queue.nextMedia();
    const double from = next >= 0 ? next : double(m_decoder->framePosition());
    auto position = MediaTime(qint64(from * 1000 / format.sampleRate));
    m_lap = m_queue.lap();
    if (manner.loop && position >= manner.loop->end) {
        position = manner.loop->start;
        ++m_lap;
    }
    if (Result<void> sought = m_decoder->seek(position, m_cancelled); !sought) {
        m_ended = true;
        if (sought.error().code == ErrorCode::Cancelled)
            return;
        m_listener.failed(m_current.epoch, sought.error());
        m_queue.finish(m_current.epoch);
        return;
    }
    beginStretch();
    m_ended = false;
    std::vector<Block> ready;
    qsizetype samples = 0;
    while (!m_ended && samples < qsizetype(exchangeSeconds * format.sampleRate) * format.channels) {
        Result<std::vector<Block>> blocks = nextBlocks();
        if (!blocks) {
            m_ended = true;
            m_listener.failed(m_current.epoch, blocks.error());
            break;
        }
        for (Block &block : *blocks) {
            samples += qsizetype(block.samples.size());
            ready.push_back(std::move(block));
        }
    }
    (void)m_queue.replace(m_current.epoch, std::move(ready));
    if (m_ended)
        m_queue.finish(m_current.epoch);
}

void DecodeAhead::produce()
{
    Result<std::vector<Block>> blocks = nextBlocks();
    if (!blocks) {
        m_ended = true;
        m_listener.failed(m_current.epoch, blocks.error());
    } else if (!m_queue.push(m_current.epoch, std::move(*blocks))) {
        // Another epoch has begun, and its request is on its way.
        m_ended = true;
    }
    if (m_ended)
        m_queue.finish(m_current.epoch);
}

Result<std::vector<Block>> DecodeAhead::nextBlocks()
{
    const int lap = m_lap; // of all that comes, the stretcher's last included
    std::vector<Block> blocks;
    Result<void> done = endsLoop() ? beginLap(blocks) : readOn(blocks);
    if (!done)
        return tl::unexpected(done.error());
    tellDamage();
    for (Block &block : blocks)
        block.lap = lap;
    return blocks;
}

Result<void> DecodeAhead::readOn(std::vector<Block> &blocks)
{
    const audio::SampleFormat format = m_current.format;
    auto wanted = qint64(stepSeconds * format.sampleRate);
    const std::optional<Loop> &loop = m_current.manner.loop;
    if (loop && m_decoder->framePosition() < framesOf(loop->end))
        wanted = std::min(wanted, framesOf(loop->end) - m_decoder->framePosition());
    m_samples.resize(size_t(wanted) * size_t(format.channels));
    Result<qsizetype> frames = m_decoder->read(m_samples);
    if (!frames)
        return tl::unexpected(frames.error());
    stretch(std::span(m_samples).first(size_t(*frames * format.channels)), blocks);
    // Less than asked for is read before the end, but also before trouble: the next call tells which.
    if (*frames == 0 && loop && framesOf(loop->start) < m_decoder->framePosition()
        && m_decoder->framePosition() < framesOf(loop->end)) {
        // The file ends within its loop.
        m_listener.measured(m_current.epoch, m_decoder->duration());
        return beginLap(blocks);
    }
    if (*frames == 0) {
        finishStretch(blocks);
        m_ended = true;
        m_listener.measured(m_current.epoch, m_decoder->duration());
    }
    return {};
}

void DecodeAhead::tellDamage()
{
    const int before = std::exchange(m_damaged, m_decoder->damagedPackets());
    if (m_damaged > before && m_listener.damaged)
        m_listener.damaged(m_current.epoch);
}

bool DecodeAhead::endsLoop() const
{
    const std::optional<Loop> &loop = m_current.manner.loop;
    return loop && m_decoder->framePosition() == framesOf(loop->end);
}

// What is still to be heard of the lap before, then the loop's start.
Result<void> DecodeAhead::beginLap(std::vector<Block> &blocks)
{
    finishStretch(blocks);
    if (Result<void> sought = m_decoder->seek(m_current.manner.loop->start, m_cancelled); !sought)
        return sought;
    ++m_lap;
    beginStretch();
    return {};
}

} // namespace earmark::playback
