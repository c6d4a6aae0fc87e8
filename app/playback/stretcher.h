// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <span>
#include <vector>

struct sonicStreamStruct;

namespace earmark::playback {

// Samples for the device, and which stretch of the file they are: frame i of the block is heard for
// the file's frame mediaStart + i * mediaPerFrame.
struct Block {
    std::vector<qint16> samples; // interleaved
    double mediaStart = 0;       // frames since the start of the file, at the device's rate
    double mediaPerFrame = 1;    // above 0; about the speed, exactly what came of it here
    int lap = 0;                 // how often a loop went back to its start before
    double saved = 0;            // frames that are not heard before it, because they were silence
};

// Faster or slower at constant pitch (Sonic; unchanged samples at 1x), keeping account of which
// samples of the file come out. One instance for one stretch at one speed.
class Stretcher
{
public:
    // `speed` above 0; `mediaStart` is the place in the file of the first frame fed.
    Stretcher(int sampleRate, int channels, double speed, double mediaStart);

    // Appends what comes out to `out`, in pieces of some tens of milliseconds.
    void feed(std::span<const qint16> samples, std::vector<Block> &out);
    // The next `frames` frames of the file are left out.
    void skip(qint64 frames);
    // What is still inside, at the file's end.
    void finish(std::vector<Block> &out);

private:
    void collect(double mediaStart, std::vector<Block> &out);
    void release(double mediaEnd, std::vector<Block> &out);

    struct Free {
        void operator()(sonicStreamStruct *stream) const;
    };
    int m_channels;
    double m_speed;
    int m_lookAhead;      // frames that Sonic wants to see before it decides on the next ones
    double m_saved = 0;   // frames left out since the last block, as long as they would be heard
    double m_fed;         // place in the file behind the last frame fed
    bool m_begun = false; // something came out
    Block m_held;         // the last that came out: where it ends is known once the next one begins
    std::unique_ptr<sonicStreamStruct, Free> m_sonic; // null at 1x
};

} // namespace earmark::playback
