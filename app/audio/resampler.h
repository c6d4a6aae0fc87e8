// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/decoder.h"
#include "audio/libav.h"

#include <vector>

namespace earmark::audio {

// Decoded frames of one sample format and rate to ours. One run of samples without a break; start()
// begins another.
class Resampler
{
public:
    explicit Resampler(SampleFormat format) : m_format(format) {}

    // Whether frames of this kind continue the present run.
    [[nodiscard]] bool accepts(const AVFrame &frame) const;
    // Forgets the present run and takes frames as this one is. False when libav cannot convert them.
    [[nodiscard]] bool start(const AVFrame &frame);
    [[nodiscard]] bool isStarted() const { return m_context != nullptr; }
    void stop() { m_context.reset(); }

    // Appends what comes out to `out` (interleaved); `skip` samples of the frame's front are left
    // away.
    [[nodiscard]] bool convert(const AVFrame &frame, int skip, std::vector<qint16> &out);
    // Appends what is still inside. Ends the run.
    void finish(std::vector<qint16> &out);

private:
    [[nodiscard]] bool pass(const quint8 **in, int count, std::vector<qint16> &out);

    SampleFormat m_format;
    Libav<SwrContext> m_context;
    int m_rate = 0;
    int m_sampleFormat = -1;
    int m_channels = 0;
};

} // namespace earmark::audio
