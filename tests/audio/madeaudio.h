// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/wavfile.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <cmath>
#include <numbers>
#include <vector>

// Sound with known content, and other containers of it, made by the ffmpeg program.
namespace made {

using Samples = std::vector<qint16>;

// Noise without a repetition: any stretch of it is found again at one place only. Soft enough in the
// highs for a codec to keep its shape.
inline Samples noise(int sampleRate, double seconds, quint32 seed = 1)
{
    Samples samples(size_t(sampleRate * seconds));
    double low = 0;
    double lower = 0;
    for (qint16 &sample : samples) {
        seed = seed * 1664525u + 1013904223u;
        low += 0.25 * (double(seed >> 8) / (1 << 23) - 1.0 - low);
        lower += 0.25 * (low - lower);
        sample = qint16(std::lround(60000 * std::clamp(lower, -0.5, 0.5)));
    }
    return samples;
}

inline Samples tone(int sampleRate, double seconds, double hertz, double amplitude = 12000)
{
    Samples samples(size_t(sampleRate * seconds));
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i] = qint16(std::lround(amplitude * std::sin(2 * std::numbers::pi * hertz * double(i) / sampleRate)));
    return samples;
}

inline bool ffmpeg(QStringList arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral("ffmpeg"),
        QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-nostdin"), QStringLiteral("-y")}
            + arguments);
    if (!process.waitForFinished(120000) || process.exitCode() != 0) {
        qWarning() << arguments << process.errorString() << process.readAll();
        return false;
    }
    return true;
}

// Writes `samples` as `wav`, and that as `path` with ffmpeg's `options`.
inline bool encoded(const QString &path, const Samples &samples, int sampleRate, int channels,
                    const QStringList &options)
{
    const QString wav = path + QStringLiteral(".source.wav");
    if (!earmark::audio::writeWav(wav, samples, sampleRate, channels))
        return false;
    return ffmpeg(QStringList{QStringLiteral("-i"), wav} + options + QStringList{path});
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace made
