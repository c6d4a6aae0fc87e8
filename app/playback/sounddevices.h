// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAudioDevice>
#include <QByteArray>
#include <QString>

#include <vector>

namespace earmark::playback {

// Where sound can go.
struct SoundDevice {
    QByteArray id; // the system's, the same every time
    QString name;  // for people

    bool operator==(const SoundDevice &) const = default;
};

// Those there are, without the silent one that PipeWire and PulseAudio put in the place of a missing sound
// card.
[[nodiscard]] std::vector<SoundDevice> soundDevices();

// The one with this id as long as it is there, else the system's default; null where there is none.
[[nodiscard]] QAudioDevice outputDevice(const QByteArray &chosen);

} // namespace earmark::playback
