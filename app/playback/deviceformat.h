// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAudioFormat>

#include <span>

class QAudioDevice;

namespace earmark::playback {

// What to give the device: 16-bit stereo at its own rate where it takes that, else as near to it as
// it can. Invalid when it takes nothing we can make.
[[nodiscard]] QAudioFormat formatFor(const QAudioDevice &device);

// Writes interleaved samples of `channels` (1 or 2) channels as `format` to `out`, multiplied by a
// gain that goes evenly from `gainFrom` to `gainTo`. Channels that we have nothing for are silent.
void writeAs(const QAudioFormat &format, std::span<const qint16> samples, int channels, float gainFrom, float gainTo,
             char *out);

} // namespace earmark::playback
