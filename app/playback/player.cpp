// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/player_p.h"

#include <algorithm>
#include <utility>

namespace earmark::playback {

using namespace Qt::StringLiterals;

namespace {

// Qt 6.4 with PipeWire keeps its list of devices up to date and does not always say so.
constexpr auto deviceCheck = std::chrono::milliseconds(1000);
constexpr auto lapCheck = std::chrono::milliseconds(50);

} // namespace

Player::Private::Private(Player *player) : q(player)
{
    const auto later = [this](auto call) { QMetaObject::invokeMethod(q, std::move(call), Qt::QueuedConnection); };
    DecodeAhead::Listener listener;
    listener.loaded = [this, later](quint64 of, MediaTime length, Length kind) {
        later([=, this] { onLoaded(of, length, kind); });
    };
    listener.failed = [this, later](quint64 of, const Error &e) { later([=, this] { onDecodingFailed(of, e); }); };
    listener.measured = [this, later](quint64 of, MediaTime length) {
        later([=, this] {
            if (of == epoch && !isGuessed)
                setDuration(length);
        });
    };
    listener.damaged = [this, later](quint64 of) {
        later([=, this] {
            if (of == epoch && !std::exchange(damageTold, true))
                Q_EMIT q->damageMet();
        });
    };
    listener.placed = [this, later](const QString &of, FilePlace place) { later([=, this] { onPlaced(of, place); }); };
    decoder = std::make_unique<DecodeAhead>(queue, std::move(listener));
    scan = std::make_unique<LengthScan>([this, later](quint64 load, const audio::CountedFile &found) {
        later([=, this] { takeCounted(load, found); });
    });
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
    lapTimer.setInterval(lapCheck);
    connect(&lapTimer, &QTimer::timeout, q, [this] { tellLap(); });
    known = soundDevices();
    deviceThere = !outputDevice(chosen).isNull();
}

Player::Private::~Private()
{
    outputThread.quit();
    outputThread.wait();
}

void Player::Private::setState(State next)
{
    if (state == next)
        return;
    state = next;
    watchLaps();
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
    lapTold = 0;
    queue.restart(epoch, format.channels, former);
    clock.jump(epoch, double(position.count()) * format.sampleRate / 1000);
    decoder->start({epoch, path, format, position, manner(), knownFile});
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

void Player::Private::onLoaded(quint64 forEpoch, MediaTime length, Length kind)
{
    if (forEpoch != epoch)
        return;
    if (kind == Length::Known) {
        isGuessed = false;
        setDuration(length);
    } else if (counted) {
        decoder->setCounted(path, *counted); // opened anew, for another device
    } else if (!std::exchange(isGuessed, true)) {
        scan->start(loads, path);
        setDuration(length);
    }
    if (std::exchange(isReloading, false) && loop && !isGuessed)
        q->setLoop(*loop); // as far as this file goes
    if (state != State::Loading)
        return;
    setState(State::Paused);
    Q_EMIT q->positionJumped(q->position());
    const std::optional<MediaTime> from = std::exchange(placeWhenLoaded, std::nullopt);
    if (!std::exchange(playWhenLoaded, false) || state != State::Paused)
        return;
    if (from)
        q->playFrom(*from);
    else
        q->play();
}

void Player::Private::takeCounted(quint64 load, const audio::CountedFile &found)
{
    if (load != loads)
        return;
    counted = found;
    isGuessed = false;
    decoder->setCounted(path, found);
    setDuration(found.duration);
    if (duration > MediaTime(0) && timeOf(clock.mediaAt(Clock::now())) > duration)
        goTo(duration);
}

void Player::Private::onDecodingFailed(quint64 forEpoch, const Error &what)
{
    if (forEpoch != epoch)
        return;
    error = what;
    failedEpoch = epoch;
    if (state == State::Loading || isReloading) {
        isReloading = false;
        playWhenLoaded = false;
        if (state == State::Playing)
            stopOutput();
        setState(State::Failed);
    }
    // While playing, what is queued is still heard; then it pauses.
    Q_EMIT q->failed(what);
}

void Player::Private::onPlaced(const QString &ofPath, FilePlace place)
{
    if (ofPath == path && std::exchange(filePlace, place) != place)
        Q_EMIT q->filePlaceChanged(place);
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

Player::Player(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

Player::~Player() = default;

void Player::Private::take(const QString &next, const KnownFile &known)
{
    if (std::exchange(path, next) != next)
        filePlace = FilePlace::There;
    knownFile = known;
    isGuessed = false;
    counted.reset();
    ++loads;
    scan->cancel();
    damageTold = false;
    error = {};
}

void Player::load(const QString &path, MediaTime start, const KnownFile &known)
{
    d->stopOutput();
    d->take(path, known);
    d->isReloading = false;
    d->savedBefore = d->queue.savedFrames();
    d->missingBefore = d->queue.missingFrames();
    d->playWhenLoaded = false;
    d->placeWhenLoaded.reset();
    d->wasPaused = start > MediaTime(0);
    d->placesBefore.clear();
    d->lastSeek = {};
    Q_EMIT canUndoSeekChanged(false);
    if (std::exchange(d->loop, std::nullopt))
        Q_EMIT loopChanged(std::nullopt);
    d->chooseFormat();
    d->jumpTo(path.isEmpty() ? MediaTime(0) : std::max(start, MediaTime(0)));
    d->setDuration(MediaTime(0));
    // Also from Loading to Loading: another file.
    d->state = path.isEmpty() ? State::Empty : State::Loading;
    d->watchLaps();
    Q_EMIT stateChanged(d->state);
}

void Player::reload(const QString &path, const KnownFile &known)
{
    const MediaTime place = position();
    if (d->state == State::Empty || d->state == State::Failed || path.isEmpty()) {
        load(path, place, known);
        return;
    }
    d->take(path, known);
    d->isReloading = true;
    d->jumpTo(place, d->state == State::Playing ? Private::Former::HeardOn : Private::Former::Dropped);
}

void Player::play()
{
    if (d->state == State::Loading)
        d->playWhenLoaded = true;
    if (d->state != State::Paused)
        return;
    const bool back = std::exchange(d->wasPaused, false) && d->stepBack > MediaTime(0);
    if (d->isAtEnd())
        d->goTo(d->loop ? d->loop->start : MediaTime(0));
    else if (back)
        d->goTo(std::max(position() - d->stepBack, d->loop ? d->loop->start : MediaTime(0)));
    else if (d->failedEpoch == d->epoch)
        d->jumpTo(position()); // reads once more what could not be read
    d->startOutput(outputDevice(d->chosen));
}

void Player::pause()
{
    d->playWhenLoaded = false;
    d->placeWhenLoaded.reset();
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

void Player::setStepBack(MediaTime distance)
{
    d->stepBack = std::max(distance, MediaTime(0));
}

MediaTime Player::stepBack() const
{
    return d->stepBack;
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
    return d->duration > MediaTime(0) && !d->isGuessed ? std::min(position, d->duration) : position;
}

MediaTime Player::duration() const
{
    return d->duration;
}

Error Player::error() const
{
    return d->error;
}

Player::FilePlace Player::filePlace() const
{
    return d->filePlace;
}

} // namespace earmark::playback
