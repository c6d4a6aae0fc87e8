// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/resampler.h"

#include "audio/polarity.h"

#include <array>

namespace earmark::audio {

bool Resampler::accepts(const AVFrame &frame) const
{
    return m_context && frame.sample_rate == m_rate && frame.format == m_sampleFormat
        && frame.ch_layout.nb_channels == m_channels;
}

bool Resampler::start(const AVFrame &frame)
{
    m_context.reset();
    AVChannelLayout in{};
    // Some files say how many channels there are and not which.
    if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&in, frame.ch_layout.nb_channels);
    else if (av_channel_layout_copy(&in, &frame.ch_layout) < 0)
        return false;
    AVChannelLayout out{};
    // A single channel stays one here and is doubled afterwards: libav would lower it by 3 dB.
    av_channel_layout_default(&out, in.nb_channels == 1 ? 1 : m_format.channels);
    SwrContext *context = nullptr;
    const int allocated = swr_alloc_set_opts2(&context, &out, AV_SAMPLE_FMT_S16, m_format.sampleRate, &in,
                                              AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr);
    av_channel_layout_uninit(&in);
    Libav<SwrContext> owner(context);
    if (allocated < 0 || swr_init(context) < 0)
        return false;
    m_context = std::move(owner);
    m_rate = frame.sample_rate;
    m_sampleFormat = frame.format;
    m_channels = frame.ch_layout.nb_channels;
    return true;
}

bool Resampler::convert(const AVFrame &frame, int skip, std::vector<qint16> &out)
{
    const auto kind = AVSampleFormat(frame.format);
    const bool planar = av_sample_fmt_is_planar(kind);
    const int planes = planar ? m_channels : 1;
    const qsizetype offset = qsizetype(skip) * av_get_bytes_per_sample(kind) * (planar ? 1 : m_channels);
    std::vector<const quint8 *> in;
    in.reserve(size_t(planes));
    for (int plane = 0; plane < planes; ++plane)
        in.push_back(frame.extended_data[plane] + offset);
    std::vector<quint8> turned;
    if (m_format.channels == 1 && areOpposed(frame)) {
        turned = withSecondTurned(frame);
        in.back() = turned.data() + offset;
    }
    return pass(in.data(), frame.nb_samples - skip, out);
}

void Resampler::finish(std::vector<qint16> &out)
{
    if (m_context && m_rate != m_format.sampleRate)
        (void)pass(nullptr, 0, out);
    m_context.reset();
}

bool Resampler::pass(const quint8 **in, int count, std::vector<qint16> &out)
{
    const int most = swr_get_out_samples(m_context.get(), count);
    if (most < 0)
        return false;
    const int inner = m_channels == 1 ? 1 : m_format.channels;
    const size_t before = out.size();
    out.resize(before + size_t(most) * size_t(m_format.channels));
    std::array<quint8 *, 1> target{reinterpret_cast<quint8 *>(out.data() + before)};
    const int written = swr_convert(m_context.get(), target.data(), most, in, count);
    const auto frames = size_t(std::max(written, 0));
    if (inner < m_format.channels) {
        for (size_t i = frames; i-- > 0;)
            out[before + 2 * i] = out[before + 2 * i + 1] = out[before + i];
    }
    out.resize(before + frames * size_t(m_format.channels));
    return written >= 0;
}

} // namespace earmark::audio
