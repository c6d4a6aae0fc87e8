// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/mediatime.h"
#include "playback/decodeahead.h"
#include "playback/sounddevices.h"

#include <QObject>

#include <memory>
#include <optional>

namespace earmark::playback {

// Plays one file through a sound device, or in silence where there is none: libav decodes ahead on a thread, Sonic
// stretches time at constant pitch, QAudioSink takes the samples. All calls return at once; lives on the window's
// thread.
class Player : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Empty, // nothing loaded
        Loading,
        Paused,
        Playing,
        Failed, // this file cannot be played; error() says why
    };
    Q_ENUM(State)

    static constexpr double slowest = 0.5;
    static constexpr double fastest = 4.0;

    explicit Player(QObject *parent = nullptr);
    ~Player() override;

    // Replaces what was loaded; stateChanged tells when it is ready (Paused, at `start`). An empty
    // path unloads. Of a file that does not state its length, and of which `known` tells nothing, the duration is
    // a guess at first; it is counted meanwhile, and durationChanged tells it a little later. Without an index, one
    // whose container has none is read up to `start`.
    using KnownFile = DecodeAhead::KnownFile;
    void load(const QString &path, MediaTime start = {}, const KnownFile &known = {});
    // The file that is loaded, at another path or found anew: it goes on where it is, with its loop, its places before
    // and playing if it did. One that cannot be read then is Failed. Where nothing is loaded the same as load().
    void reload(const QString &path, const KnownFile &known = {});
    // After a pause it steps back by stepBack(), to what the listener remembers.
    void play();
    void pause();
    void togglePlaying();
    // Clamped to the file. The last of many quick seeks wins. Out of a loop: the loop ends.
    void seek(MediaTime position);
    // Goes there and plays, never from anywhere else: where the recording endsBefore() that place, it goes on as it
    // was, which endedBefore() tells. False then, and where nothing can be played; a file that is being loaded is
    // asked once it is ready.
    bool playFrom(MediaTime position);
    // Whether hardly anything of the file is left there, by what is known of its length.
    [[nodiscard]] bool endsBefore(MediaTime position) const;
    // Back to where it was before the last seek; seeks within a second of each other count as one.
    void undoSeek();
    [[nodiscard]] bool canUndoSeek() const;
    // Plays a stretch again and again, without a gap; from its start where the playhead is outside.
    // Clamped to the file; too short a stretch ends the loop, as nullopt and load() do.
    using Loop = DecodeAhead::Loop;
    void setLoop(std::optional<Loop> loop);
    [[nodiscard]] std::optional<Loop> loop() const;
    void setStepBack(MediaTime distance); // 0, the default: none
    [[nodiscard]] MediaTime stepBack() const;
    // Clamped to 0.5 to 4; the pitch stays.
    void setSpeed(double speed);
    // Shortened: of a pause longer than SilenceSkipper::longest only its start and end are heard.
    using Silence = DecodeAhead::Silence;
    void setSilence(Silence silence);
    void setVolume(double volume);      // 0 to 1, perceived loudness
    void setAttenuation(double factor); // the same beside the volume, which stays as it is shown
    // Where the sound goes; empty, the first: to the system's default, whichever that is. While the chosen one
    // is not there, to the default; back as soon as it is.
    void setDevice(const QByteArray &id);

    [[nodiscard]] State state() const;
    [[nodiscard]] double speed() const;
    [[nodiscard]] double volume() const;
    [[nodiscard]] Silence silence() const;
    // What the listener did not need to wait for since the file was loaded, because silence was shortened.
    [[nodiscard]] MediaTime timeSaved() const;
    // Silence that the device was given in the middle of the sound since the file was loaded, because the file could
    // not be read or decoded in time. What the sound server misses is not in it.
    [[nodiscard]] MediaTime timeMissing() const;
    [[nodiscard]] QByteArray device() const;                       // as chosen
    [[nodiscard]] const std::vector<SoundDevice> &devices() const; // those there are
    // What is being heard now, by the device's clock; steady between the device's reports.
    [[nodiscard]] MediaTime position() const;
    [[nodiscard]] MediaTime duration() const;
    // Whether the system has a sound device at all. Without one the playhead runs in silence; when the
    // one that plays vanishes, it pauses.
    [[nodiscard]] bool hasDevice() const;
    [[nodiscard]] Error error() const;
    // Whether the file that is loaded is still at its path, as of about a second ago. One that is gone can be played
    // and sought in all the same until another is loaded.
    using FilePlace = DecodeAhead::Listener::Place;
    [[nodiscard]] FilePlace filePlace() const;

Q_SIGNALS:
    void stateChanged(earmark::playback::Player::State state);
    // The playhead moved otherwise than by playing: seek, load, end.
    void positionJumped(earmark::MediaTime position);
    void lapBegan(earmark::MediaTime position); // a loop is heard from its start again, a little later
    void durationChanged(earmark::MediaTime duration);
    void speedChanged(double speed);
    void loopChanged(const std::optional<earmark::playback::Player::Loop> &loop);
    void canUndoSeekChanged(bool can);
    void volumeChanged(double volume);
    void deviceAvailabilityChanged(bool hasDevice);
    void devicesChanged();
    void deviceChosen(const QByteArray &id);
    void finished();
    void endedBefore(earmark::MediaTime position); // asked to playFrom() there
    // Once a file: packets are damaged about where it plays; silence stands in their place.
    void damageMet();
    void filePlaceChanged(earmark::playback::Player::FilePlace place);
    // SoundDeviceMissing, SoundDeviceFailed, AudioDamaged, FileUnreadable.
    void failed(const earmark::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::playback
