// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/lengthscan.h"
#include "playback/player.h"
#include "playback/soundoutput.h"

#include <QMediaDevices>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cmath>

namespace earmark::playback {

using Clock = std::chrono::steady_clock;

struct Player::Private {
    explicit Private(Player *player);
    ~Private();

    void setState(State next);
    void setDuration(MediaTime next);
    void take(const QString &path, const KnownFile &known);
    using Former = SampleQueue::Former;
    void jumpTo(MediaTime position, Former former = Former::Dropped);
    void goTo(MediaTime position);
    void rememberPlace();
    void tellManner();
    void watchLaps();
    void tellLap();
    [[nodiscard]] DecodeAhead::Manner manner() const { return {speed, loop, silence}; }
    void applyGain();
    void followDevices();
    void moveTo(const QAudioDevice &device);
    void stopOutput();
    void startOutput(const QAudioDevice &device);
    void pauseAt(MediaTime position);
    void report(const Error &error);

    using Length = DecodeAhead::Listener::Length;
    void onLoaded(quint64 forEpoch, MediaTime length, Length kind);
    void onDecodingFailed(quint64 forEpoch, const Error &error);
    void onPlaced(const QString &ofPath, FilePlace place);
    void onDrained(quint64 ofSession);
    void onOutputFailed(quint64 ofSession, const Error &error);
    void onDevicesChanged();

    void chooseFormat();
    void takeCounted(quint64 load, const audio::CountedFile &found);
    [[nodiscard]] bool isAtEnd() const;
    [[nodiscard]] QAudioFormat silentFormat() const;
    [[nodiscard]] MediaTime timeOf(double frames) const
    {
        return MediaTime(std::llround(frames * 1000 / format.sampleRate));
    }

    Player *q;
    SampleQueue queue;
    PlaybackClock clock;
    std::unique_ptr<DecodeAhead> decoder;
    std::unique_ptr<LengthScan> scan;
    QThread outputThread;
    SoundOutput *output = nullptr; // deleted by its thread
    QMediaDevices devices;
    QTimer deviceTimer;
    QTimer lapTimer;
    std::vector<SoundDevice> known;
    bool deviceThere = false;
    QByteArray chosen;   // empty: the system's default
    QByteArray deviceId; // the one that plays

    State state = State::Empty;
    QString path;
    audio::SampleFormat format;
    KnownFile knownFile;
    MediaTime duration{};
    bool isGuessed = false;                    // the duration
    std::optional<audio::CountedFile> counted; // what the scan found
    quint64 loads = 0;
    double speed = 1;
    double volume = 1;
    double attenuation = 1;
    Silence silence = Silence::Heard;
    double savedBefore = 0;   // of the queue's counts, when this file was loaded
    qint64 missingBefore = 0; // the same
    std::optional<Loop> loop;
    int lapTold = 0; // of this epoch
    MediaTime stepBack{};
    bool wasPaused = false;              // and not moved since
    std::vector<MediaTime> placesBefore; // seeks, the last one last
    Clock::time_point lastSeek{};
    quint64 epoch = 0;       // counts jumps; what comes from before the last is stale
    quint64 session = 0;     // counts starts of the device
    quint64 failedEpoch = 0; // the last of which decoding failed
    bool playWhenLoaded = false;
    std::optional<MediaTime> placeWhenLoaded; // from where; none: from where it is
    bool isReloading = false;                 // until the file is open
    bool atEnd = false;
    bool damageTold = false;
    FilePlace filePlace = FilePlace::There;
    Error error;
};

} // namespace earmark::playback
