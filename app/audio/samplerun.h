// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/framereader.h"
#include "audio/resampler.h"

#include <vector>

namespace earmark::audio {

// Decoded frames laid end to end on the file's time line, in our format. Their time stamps decide:
// a hole is filled with silence, an overlap cut. Holds what was produced and not yet taken.
class SampleRun
{
public:
    explicit SampleRun(SampleFormat format) : m_format(format), m_resampler(format) {}

    // The time, in the stream's time base, of the file's first sample.
    void setOrigin(qint64 time) { m_origin = time; }
    [[nodiscard]] qint64 origin() const { return m_origin; }

    // Forgets everything; the next frame begins a new run at its own time.
    void restart();
    // False when libav cannot convert the frame.
    [[nodiscard]] bool add(const FrameReader &reader);
    // After the last frame: what the resampler holds, and silence up to damage at the very end.
    void finish(const FrameReader &reader);

    [[nodiscard]] bool isEmpty() const { return m_start < 0; }
    // Positions since the start of the file, in frames of our format: what is held is [start, end).
    [[nodiscard]] qint64 start() const { return m_start; }
    [[nodiscard]] qint64 end() const { return m_start + qint64(m_samples.size() - m_front) / m_format.channels; }
    void dropBefore(qint64 position);
    // Moves up to `frames` frames from the front to `out`; returns how many.
    qsizetype take(qint16 *out, qsizetype frames);

private:
    [[nodiscard]] qint64 inputPosition(const FrameReader &reader, const AVFrame &frame) const;
    [[nodiscard]] bool begin(const AVFrame &frame, qint64 position, int &skip);
    void padTo(qint64 position);

    SampleFormat m_format;
    Resampler m_resampler;
    std::vector<qint16> m_samples;
    size_t m_front = 0;  // index of the first sample not taken
    qint64 m_start = -1; // position of that sample; -1: nothing was produced yet
    qint64 m_origin = 0;
    qint64 m_shift = 0;     // added to the stream's times after a break in them
    qint64 m_nextInput = 0; // where the next frame should begin, in samples of the input's rate
};

} // namespace earmark::audio
