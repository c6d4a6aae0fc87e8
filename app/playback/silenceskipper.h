// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/decoder.h"

#include <span>
#include <vector>

namespace earmark::playback {

// Shortens pauses: of silence longer than `longest` its first 0.3 s and its last 0.15 s stay. What is silence
// is told by the loudness of the voices before it, so that a quiet recording keeps its words, and music under
// the talk is none.
class SilenceSkipper
{
public:
    static constexpr MediaTime longest{600};

    explicit SilenceSkipper(audio::SampleFormat format);

    struct Run {
        std::vector<qint16> samples; // interleaved
        qint64 skipped = 0;          // frames left out before them
    };
    // Appends to `out` what is to be heard. Up to `longest` is held back until its end is known.
    void feed(std::span<const qint16> samples, std::vector<Run> &out);
    // What is held back, at the file's end.
    void finish(std::vector<Run> &out);

private:
    void takeWindow(std::span<const qint16> window, std::vector<Run> &out);
    void release(std::vector<Run> &out);
    [[nodiscard]] bool isSilent(std::span<const qint16> window);

    size_t m_channels;
    size_t m_window; // samples
    size_t m_head;   // likewise
    size_t m_tail;
    size_t m_most;
    double m_level;                  // of the voices, RMS
    std::vector<qint16> m_part;      // less than a window
    std::vector<qint16> m_held;      // of the silence, behind its head; all of it, or its tail
    size_t m_silence = 0;            // samples of silence so far, head included
    qint64 m_skipped = 0;            // frames thrown away of m_held's front
    std::vector<qint16> m_lastHeard; // a frame
};

} // namespace earmark::playback
