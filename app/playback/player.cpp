// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/player.h"

#include "playback/decodeahead.h"
#include "playback/deviceformat.h"
#include "playback/soundoutput.h"

#include <QMediaDevices>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace earmark::playback {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

// Qt 6.4 with PipeWire keeps its list of devices up to date and does not always say so.
constexpr auto deviceCheck = std::chrono::milliseconds(1000);
// Seeks this close to each other are one way to one place.
constexpr auto together = std::chrono::milliseconds(1000);

} // namespace

struct Player::Private {
    explicit Private(Player *player);
    ~Private();

    void setState(State next);
    void setDuration(MediaTime next);
    using Former = SampleQueue::Former;
    void jumpTo(MediaTime position, Former former = Former::Dropped);
    void goTo(MediaTime position);
    void rememberPlace();
    void tellManner();
    void stopOutput();
    void startOutput(const QAudioDevice &device);
    void pauseAt(MediaTime position);
    void report(const Error &error);

    void onLoaded(quint64 forEpoch, MediaTime length);
    void onDecodingFailed(quint64 forEpoch, const Error &error);
    void onDrained(quint64 ofSession);
    void onOutputFailed(quint64 ofSession, const Error &error);
    void onDevicesChanged();

    [[nodiscard]] static QAudioDevice usableDevice();
    [[nodiscard]] QAudioFormat silentFormat() const;
    [[nodiscard]] MediaTime timeOf(double frames) const
    {
        return MediaTime(std::llround(frames * 1000 / format.sampleRate));
    }

    Player *q;
    SampleQueue queue;
    PlaybackClock clock;
    std::unique_ptr<DecodeAhead> decoder;
    QThread outputThread;
    SoundOutput *output = nullptr; // deleted by its thread
    QMediaDevices devices;
    QTimer deviceTimer;
    bool deviceThere = false;
    QByteArray deviceId; // the one that plays

    State state = State::Empty;
    QString path;
    audio::SampleFormat format;
    MediaTime duration{};
    double speed = 1;
    double volume = 1;
    std::optional<Loop> loop;
    MediaTime stepBack{};
    bool wasPaused = false;              // and not moved since
    std::vector<MediaTime> placesBefore; // seeks, the last one last
    Clock::time_point lastSeek{};
    quint64 epoch = 0;       // counts jumps; what comes from before the last is stale
    quint64 session = 0;     // counts starts of the device
    quint64 failedEpoch = 0; // the last of which decoding failed
    bool playWhenLoaded = false;
    bool atEnd = false;
    bool damageTold = false;
    Error error;
};

Player::Private::Private(Player *player) : q(player)
{
    const auto later = [this](auto call) { QMetaObject::invokeMethod(q, std::move(call), Qt::QueuedConnection); };
    DecodeAhead::Listener listener;
    listener.loaded = [this, later](quint64 of, MediaTime length) { later([=, this] { onLoaded(of, length); }); };
    listener.failed = [this, later](quint64 of, const Error &e) { later([=, this] { onDecodingFailed(of, e); }); };
    listener.measured = [this, later](quint64 of, MediaTime length) {
        later([=, this] {
            if (of == epoch)
                setDuration(length);
        });
    };
    listener.damaged = [this, later](quint64 of) {
        later([=, this] {
            if (of == epoch && !std::exchange(damageTold, true))
                Q_EMIT q->damageMet();
        });
    };
    decoder = std::make_unique<DecodeAhead>(queue, std::move(listener));
    output = new SoundOutput(queue, clock, [this] { decoder->wake(); });
    output->moveToThread(&outputThread);
    connect(&outputThread, &QThread::finished, output, &QObject::deleteLater);
    connect(output, &SoundOutput::drained, q, [this](quint64 of) { onDrained(of); });
    connect(output, &SoundOutput::failed, q, [this](quint64 of, const Error &e) { onOutputFailed(of, e); });
    outputThread.setObjectName(u"sound"_s);
    outputThread.start(QThread::HighPriority);
    connect(&devices, &QMediaDevices::audioOutputsChanged, q, [this] { onDevicesChanged(); });
    deviceTimer.setTimerType(Qt::CoarseTimer);
    connect(&deviceTimer, &QTimer::timeout, q, [this] { onDevicesChanged(); });
    deviceTimer.start(deviceCheck);
    deviceThere = !usableDevice().isNull();
}

Player::Private::~Private()
{
    outputThread.quit();
    outputThread.wait();
}

// PipeWire and PulseAudio put a dummy in the place of a missing sound card; it is silent.
QAudioDevice Player::Private::usableDevice()
{
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    return device.id() == "auto_null" ? QAudioDevice() : device;
}

void Player::Private::setState(State next)
{
    if (state == next)
        return;
    state = next;
    Q_EMIT q->stateChanged(next);
}

void Player::Private::setDuration(MediaTime next)
{
    if (duration == next)
        return;
    duration = next;
    Q_EMIT q->durationChanged(next);
}

// From here on the playhead is at `position`; decoding begins there, whether it plays or not.
void Player::Private::jumpTo(MediaTime position, Former former)
{
    ++epoch;
    atEnd = false;
    queue.restart(epoch, format.channels, former);
    clock.jump(epoch, double(position.count()) * format.sampleRate / 1000);
    decoder->start({epoch, path, format, position, {speed, loop}});
}

// The same asked for by the listener or undone by him: what was heard goes on until the new place is.
void Player::Private::goTo(MediaTime position)
{
    MediaTime target = std::max(position, MediaTime(0));
    if (duration > MediaTime(0))
        target = std::min(target, duration);
    wasPaused = false;
    jumpTo(target, state == State::Playing ? Former::HeardOn : Former::Dropped);
    Q_EMIT q->positionJumped(target);
}

void Player::Private::rememberPlace()
{
    constexpr size_t most = 100;
    const auto now = Clock::now();
    const bool isOneMore = now - std::exchange(lastSeek, now) < together && !placesBefore.empty();
    if (isOneMore)
        return;
    placesBefore.push_back(q->position());
    if (placesBefore.size() > most)
        placesBefore.erase(placesBefore.begin());
    if (placesBefore.size() == 1)
        Q_EMIT q->canUndoSeekChanged(true);
}

void Player::Private::tellManner()
{
    decoder->setManner({speed, loop});
}

void Player::Private::stopOutput()
{
    queue.openTo(0);
    clock.stop(Clock::now());
    ++session;
    QMetaObject::invokeMethod(output, &SoundOutput::stop, Qt::QueuedConnection);
}

void Player::Private::startOutput(const QAudioDevice &device)
{
    const QAudioFormat deviceFormat = device.isNull() ? silentFormat() : formatFor(device);
    if (!deviceFormat.isValid()) {
        setState(State::Paused);
        report({ErrorCode::SoundDeviceFailed, device.description(), u"no usable sample format"_s});
        return;
    }
    const audio::SampleFormat wanted{deviceFormat.sampleRate(), std::min(deviceFormat.channelCount(), 2)};
    if (wanted != format) {
        const MediaTime position = q->position();
        format = wanted;
        jumpTo(position);
    }
    deviceId = device.id();
    ++session;
    clock.start(session, format.sampleRate);
    queue.openTo(session);
    QMetaObject::invokeMethod(
        output, [out = output, device, deviceFormat, now = session] { out->start(device, deviceFormat, now); },
        Qt::QueuedConnection);
    setState(State::Playing);
}

// For a playhead that runs without a device.
QAudioFormat Player::Private::silentFormat() const
{
    QAudioFormat silent;
    silent.setSampleRate(format.sampleRate);
    silent.setChannelCount(format.channels);
    silent.setSampleFormat(QAudioFormat::Int16);
    return silent;
}

// What the device was given and did not play is decoded again.
void Player::Private::pauseAt(MediaTime position)
{
    stopOutput();
    jumpTo(position);
    setState(State::Paused);
}

void Player::Private::report(const Error &what)
{
    error = what;
    Q_EMIT q->failed(what);
}

void Player::Private::onLoaded(quint64 forEpoch, MediaTime length)
{
    if (forEpoch != epoch)
        return;
    setDuration(length);
    if (state != State::Loading)
        return;
    setState(State::Paused);
    Q_EMIT q->positionJumped(q->position());
    if (std::exchange(playWhenLoaded, false) && state == State::Paused)
        q->play();
}

void Player::Private::onDecodingFailed(quint64 forEpoch, const Error &what)
{
    if (forEpoch != epoch)
        return;
    error = what;
    failedEpoch = epoch;
    if (state == State::Loading) {
        playWhenLoaded = false;
        setState(State::Failed);
    }
    // While playing, what is queued is still heard; then it pauses.
    Q_EMIT q->failed(what);
}

void Player::Private::onDrained(quint64 ofSession)
{
    if (ofSession != session || state != State::Playing)
        return;
    stopOutput();
    // The rest could not be read: the playhead stays at the last that was heard.
    if (failedEpoch == epoch) {
        setState(State::Paused);
        return;
    }
    ++epoch;
    queue.restart(epoch, format.channels);
    clock.jump(epoch, double(duration.count()) * format.sampleRate / 1000);
    atEnd = true;
    setState(State::Paused);
    Q_EMIT q->positionJumped(duration);
    Q_EMIT q->finished();
}

void Player::Private::onOutputFailed(quint64 ofSession, const Error &what)
{
    if (ofSession != session || state != State::Playing)
        return;
    pauseAt(q->position());
    report(what);
}

void Player::Private::onDevicesChanged()
{
    const QAudioDevice device = usableDevice();
    const bool there = !device.isNull();
    const bool wasThere = std::exchange(deviceThere, there);
    if (state == State::Playing && device.id() != deviceId) {
        const MediaTime position = q->position();
        stopOutput();
        jumpTo(position);
        if (there) {
            startOutput(device);
        } else {
            wasPaused = true;
            setState(State::Paused);
            report({ErrorCode::SoundDeviceMissing, {}, u"the device vanished"_s});
        }
    }
    if (wasThere != there)
        Q_EMIT q->deviceAvailabilityChanged(there);
}

Player::Player(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

Player::~Player() = default;

void Player::load(const QString &path, MediaTime start)
{
    d->stopOutput();
    d->path = path;
    d->playWhenLoaded = false;
    d->damageTold = false;
    d->wasPaused = start > MediaTime(0);
    d->error = {};
    d->placesBefore.clear();
    d->lastSeek = {};
    Q_EMIT canUndoSeekChanged(false);
    if (std::exchange(d->loop, std::nullopt))
        Q_EMIT loopChanged(std::nullopt);
    if (const QAudioFormat format = formatFor(Private::usableDevice()); format.isValid())
        d->format = {format.sampleRate(), std::min(format.channelCount(), 2)};
    d->jumpTo(path.isEmpty() ? MediaTime(0) : std::max(start, MediaTime(0)));
    d->setDuration(MediaTime(0));
    // Also from Loading to Loading: another file.
    d->state = path.isEmpty() ? State::Empty : State::Loading;
    Q_EMIT stateChanged(d->state);
}

void Player::play()
{
    if (d->state == State::Loading)
        d->playWhenLoaded = true;
    if (d->state != State::Paused)
        return;
    const bool back = std::exchange(d->wasPaused, false) && d->stepBack > MediaTime(0);
    if (d->atEnd || (d->duration > MediaTime(0) && position() >= d->duration))
        d->goTo(d->loop ? d->loop->start : MediaTime(0));
    else if (back)
        d->goTo(std::max(position() - d->stepBack, d->loop ? d->loop->start : MediaTime(0)));
    else if (d->failedEpoch == d->epoch)
        d->jumpTo(position()); // reads once more what could not be read
    d->startOutput(Private::usableDevice());
}

void Player::pause()
{
    d->playWhenLoaded = false;
    if (d->state != State::Playing)
        return;
    d->wasPaused = true;
    d->pauseAt(position());
}

void Player::togglePlaying()
{
    if (d->state == State::Playing || d->playWhenLoaded)
        pause();
    else
        play();
}

void Player::seek(MediaTime position)
{
    if (d->state == State::Empty || d->state == State::Failed)
        return;
    if (d->loop && (position < d->loop->start || position >= d->loop->end))
        setLoop(std::nullopt);
    d->rememberPlace();
    d->goTo(position);
}

void Player::undoSeek()
{
    if (!canUndoSeek() || d->state == State::Empty || d->state == State::Failed)
        return;
    const MediaTime place = d->placesBefore.back();
    d->placesBefore.pop_back();
    d->lastSeek = {};
    if (d->loop && (place < d->loop->start || place >= d->loop->end))
        setLoop(std::nullopt);
    d->goTo(place);
    if (!canUndoSeek())
        Q_EMIT canUndoSeekChanged(false);
}

bool Player::canUndoSeek() const
{
    return !d->placesBefore.empty();
}

void Player::setLoop(std::optional<Loop> loop)
{
    if (d->state != State::Paused && d->state != State::Playing)
        loop.reset();
    if (loop) {
        loop->start = std::max(loop->start, MediaTime(0));
        loop->end = d->duration > MediaTime(0) ? std::min(loop->end, d->duration) : loop->end;
        if (loop->end - loop->start < DecodeAhead::shortestLoop)
            loop.reset();
    }
    if (loop == d->loop)
        return;
    d->loop = loop;
    Q_EMIT loopChanged(loop);
    const MediaTime place = position();
    if (loop && (place < loop->start || place >= loop->end)) {
        d->rememberPlace();
        d->goTo(loop->start);
    } else if (!d->atEnd) {
        d->tellManner();
    }
}

std::optional<Player::Loop> Player::loop() const
{
    return d->loop;
}

void Player::setStepBack(MediaTime distance)
{
    d->stepBack = std::max(distance, MediaTime(0));
}

MediaTime Player::stepBack() const
{
    return d->stepBack;
}

void Player::setSpeed(double speed)
{
    if (std::isnan(speed))
        return;
    const double clamped = std::clamp(speed, slowest, fastest);
    if (clamped == d->speed)
        return;
    d->speed = clamped;
    if (!d->atEnd)
        d->tellManner();
    Q_EMIT speedChanged(clamped);
}

void Player::setVolume(double volume)
{
    const double clamped = std::isnan(volume) ? 1 : std::clamp(volume, 0.0, 1.0);
    if (clamped == d->volume)
        return;
    d->volume = clamped;
    // Loudness is heard about as the cube root of the amplitude.
    d->output->setGain(float(clamped * clamped * clamped));
    Q_EMIT volumeChanged(clamped);
}

Player::State Player::state() const
{
    return d->state;
}

double Player::speed() const
{
    return d->speed;
}

double Player::volume() const
{
    return d->volume;
}

MediaTime Player::position() const
{
    const MediaTime position = d->timeOf(d->clock.mediaAt(Clock::now()));
    return d->duration > MediaTime(0) ? std::min(position, d->duration) : position;
}

MediaTime Player::duration() const
{
    return d->duration;
}

bool Player::hasDevice() const
{
    return d->deviceThere;
}

Error Player::error() const
{
    return d->error;
}

} // namespace earmark::playback
