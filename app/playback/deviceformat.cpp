// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/deviceformat.h"

#include <QAudioDevice>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace earmark::playback {

namespace {

constexpr int lowestRate = 8000; // of audio::SampleFormat
constexpr int highestRate = 192000;

template <class T>
void put(char *&out, T value)
{
    std::memcpy(out, &value, sizeof value);
    out += sizeof value;
}

// `value` is a 16-bit sample, possibly with a fraction.
void putSample(char *&out, QAudioFormat::SampleFormat kind, float value)
{
    switch (kind) {
    // The loudest would round to 256.
    case QAudioFormat::UInt8: put(out, quint8(std::min(std::lround(value / 256) + 128, 255L))); return;
    case QAudioFormat::Int32: put(out, qint32(value) * 65536); return;
    case QAudioFormat::Float: put(out, value / 32768); return;
    default: put(out, qint16(std::lround(value))); return;
    }
}

} // namespace

QAudioFormat formatFor(const QAudioDevice &device)
{
    const QAudioFormat preferred = device.preferredFormat();
    QAudioFormat format;
    const auto takes = [&device, &format](int rate, int channels, QAudioFormat::SampleFormat kind) {
        format.setSampleRate(rate);
        format.setChannelCount(channels);
        format.setSampleFormat(kind);
        return rate >= lowestRate && rate <= highestRate && device.isFormatSupported(format);
    };
    for (const int channels : {2, 1, preferred.channelCount()}) {
        for (const auto kind : {QAudioFormat::Int16, QAudioFormat::Float, QAudioFormat::Int32, QAudioFormat::UInt8}) {
            for (const int rate : {preferred.sampleRate(), 48000, 44100}) {
                if (takes(rate, channels, kind))
                    return format;
            }
        }
    }
    return {};
}

void writeAs(const QAudioFormat &format, std::span<const qint16> samples, int channels, float gainFrom, float gainTo,
             char *out)
{
    const bool plain = format.sampleFormat() == QAudioFormat::Int16 && format.channelCount() == channels;
    if (plain && gainFrom == 1 && gainTo == 1) {
        std::memcpy(out, samples.data(), samples.size_bytes());
        return;
    }
    const size_t frames = samples.size() / size_t(channels);
    for (size_t i = 0; i < frames; ++i) {
        const float gain = gainFrom + (gainTo - gainFrom) * float(i) / float(frames);
        for (int channel = 0; channel < format.channelCount(); ++channel) {
            const bool ours = channel < channels;
            putSample(out, format.sampleFormat(),
                      ours ? gain * float(samples[i * size_t(channels) + size_t(channel)]) : 0);
        }
    }
}

} // namespace earmark::playback
