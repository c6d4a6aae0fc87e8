// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/polarity.h"

#include <limits>
#include <span>

namespace earmark::audio {

namespace {

// The energy of a sum as a share of that of its parts: 2 where they are alike, 1 where they have nothing in
// common, 0 where they are opposed.
constexpr double leastShare = 0.1;
constexpr int stride = 4; // every so many samples are enough to see it

double valueOf(quint8 sample)
{
    return double(sample) - 128;
}
template <class T>
double valueOf(T sample)
{
    return double(sample);
}

quint8 turned(quint8 sample)
{
    return quint8(255 - sample);
}
float turned(float sample)
{
    return -sample;
}
double turned(double sample)
{
    return -sample;
}
template <class T>
T turned(T sample)
{
    return sample == std::numeric_limits<T>::min() ? std::numeric_limits<T>::max() : T(-sample);
}

template <class T>
struct Channel {
    const T *first;
    int step;
};

template <class T>
Channel<T> channel(const AVFrame &frame, int which)
{
    const bool planar = av_sample_fmt_is_planar(AVSampleFormat(frame.format));
    const auto *plane = reinterpret_cast<const T *>(frame.extended_data[planar ? which : 0]);
    return planar ? Channel<T>{plane, 1} : Channel<T>{plane + which, 2};
}

template <class T>
bool cancel(const AVFrame &frame)
{
    const Channel<T> left = channel<T>(frame, 0);
    const Channel<T> right = channel<T>(frame, 1);
    double apart = 0;
    double together = 0;
    for (int i = 0; i < frame.nb_samples; i += stride) {
        const double l = valueOf(left.first[qsizetype(i) * left.step]);
        const double r = valueOf(right.first[qsizetype(i) * right.step]);
        apart += l * l + r * r;
        together += (l + r) * (l + r);
    }
    return together < leastShare * apart;
}

template <class T>
std::vector<quint8> turnSecond(const AVFrame &frame)
{
    const bool planar = av_sample_fmt_is_planar(AVSampleFormat(frame.format));
    const quint8 *plane = frame.extended_data[planar ? 1 : 0];
    const size_t count = size_t(frame.nb_samples) * (planar ? 1 : 2);
    std::vector<quint8> bytes(plane, plane + count * sizeof(T));
    const std::span samples(reinterpret_cast<T *>(bytes.data()), count);
    for (size_t i = planar ? 0 : 1; i < count; i += planar ? 1 : 2)
        samples[i] = turned(samples[i]);
    return bytes;
}

// Calls `with` for a sample of the frame's type; formats that no decoder of ours gives are left alone.
template <class Result, class With>
Result ofType(const AVFrame &frame, With with)
{
    switch (av_get_packed_sample_fmt(AVSampleFormat(frame.format))) {
    case AV_SAMPLE_FMT_U8: return with(quint8{});
    case AV_SAMPLE_FMT_S16: return with(qint16{});
    case AV_SAMPLE_FMT_S32: return with(qint32{});
    case AV_SAMPLE_FMT_FLT: return with(float{});
    case AV_SAMPLE_FMT_DBL: return with(double{});
    default: return Result{};
    }
}

} // namespace

bool areOpposed(const AVFrame &frame)
{
    if (frame.ch_layout.nb_channels != 2)
        return false;
    return ofType<bool>(frame, [&](auto sample) { return cancel<decltype(sample)>(frame); });
}

std::vector<quint8> withSecondTurned(const AVFrame &frame)
{
    return ofType<std::vector<quint8>>(frame, [&](auto sample) { return turnSecond<decltype(sample)>(frame); });
}

} // namespace earmark::audio
