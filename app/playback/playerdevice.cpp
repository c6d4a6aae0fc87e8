// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Player that has to do with the sound device.
#include "playback/deviceformat.h"
#include "playback/player_p.h"

#include <algorithm>
#include <utility>

namespace earmark::playback {

using namespace Qt::StringLiterals;

void Player::Private::chooseFormat()
{
    if (const QAudioFormat next = formatFor(outputDevice(chosen)); next.isValid())
        format = {next.sampleRate(), std::min(next.channelCount(), 2)};
}

void Player::Private::stopOutput()
{
    queue.openTo(0);
    clock.stop(Clock::now());
    ++session;
    QMetaObject::invokeMethod(output, &SoundOutput::leave, Qt::QueuedConnection);
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

void Player::Private::onOutputFailed(quint64 ofSession, const Error &what)
{
    if (ofSession != session || state != State::Playing)
        return;
    pauseAt(q->position());
    report(what);
}

// To another device, or to none, from where the listener is.
void Player::Private::moveTo(const QAudioDevice &device)
{
    const MediaTime position = q->position();
    stopOutput();
    jumpTo(position);
    if (!device.isNull()) {
        startOutput(device);
        return;
    }
    wasPaused = true;
    setState(State::Paused);
    report({ErrorCode::SoundDeviceMissing, {}, u"the device vanished"_s});
}

void Player::Private::followDevices()
{
    const QAudioDevice device = outputDevice(chosen);
    const bool there = !device.isNull();
    const bool wasThere = std::exchange(deviceThere, there);
    if (state == State::Playing && device.id() != deviceId)
        moveTo(device);
    if (wasThere != there)
        Q_EMIT q->deviceAvailabilityChanged(there);
}

void Player::Private::onDevicesChanged()
{
    std::vector<SoundDevice> now = soundDevices();
    const bool changed = now != known;
    known = std::move(now);
    followDevices();
    if (changed)
        Q_EMIT q->devicesChanged();
}

// Loudness is heard about as the cube root of the amplitude.
void Player::Private::applyGain()
{
    const double loudness = volume * attenuation;
    output->setGain(float(loudness * loudness * loudness));
}

void Player::setDevice(const QByteArray &id)
{
    if (std::exchange(d->chosen, id) == id)
        return;
    d->followDevices();
    Q_EMIT deviceChosen(id);
}

QByteArray Player::device() const
{
    return d->chosen;
}

const std::vector<SoundDevice> &Player::devices() const
{
    return d->known;
}

void Player::setVolume(double volume)
{
    const double clamped = std::isnan(volume) ? 1 : std::clamp(volume, 0.0, 1.0);
    if (clamped == d->volume)
        return;
    d->volume = clamped;
    d->applyGain();
    Q_EMIT volumeChanged(clamped);
}

void Player::setAttenuation(double factor)
{
    d->attenuation = std::clamp(factor, 0.0, 1.0);
    d->applyGain();
}

bool Player::hasDevice() const
{
    return d->deviceThere;
}

} // namespace earmark::playback
