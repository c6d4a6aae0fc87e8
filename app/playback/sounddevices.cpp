// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/sounddevices.h"

#include <QMediaDevices>

namespace earmark::playback {

namespace {

bool isDummy(const QAudioDevice &device)
{
    return device.id() == "auto_null";
}

} // namespace

std::vector<SoundDevice> soundDevices()
{
    std::vector<SoundDevice> devices;
    const QList<QAudioDevice> outputs = QMediaDevices::audioOutputs();
    for (const QAudioDevice &device : outputs) {
        if (!isDummy(device))
            devices.push_back({device.id(), device.description()});
    }
    return devices;
}

QAudioDevice outputDevice(const QByteArray &chosen)
{
    if (!chosen.isEmpty()) {
        const QList<QAudioDevice> outputs = QMediaDevices::audioOutputs();
        for (const QAudioDevice &device : outputs) {
            if (device.id() == chosen)
                return device;
        }
    }
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    return isDummy(device) ? QAudioDevice() : device;
}

} // namespace earmark::playback
