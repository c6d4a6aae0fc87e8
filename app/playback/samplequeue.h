// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/stretcher.h"

#include <array>
#include <deque>
#include <mutex>

namespace earmark::playback {

// A stretch of what the device was given.
struct Piece {
    qint64 frames = 0;
    double mediaStart = 0;    // as in Block
    double mediaPerFrame = 0; // 0: silence, the playhead stands
    quint64 epoch = 0;        // which jump the samples belong to; 0 for silence
    int lap = 0;              // as in Block
};

// Between the decoding thread, which fills it, and the device's thread, which empties it. Every jump
// of the playhead begins an epoch, every start of the device a session; what belongs to former ones
// is not taken in. Where what is given out breaks off and something else follows (a jump, another
// speed, the seam of a loop, silence), the one fades into the other within fadeFrames, so that
// nothing clicks and nothing is missing.
class SampleQueue
{
public:
    static constexpr int fadeFrames = 240; // 5 ms at 48 kHz

    // What becomes of the former epoch's blocks: they are thrown away, or they are given out until the
    // first of the new epoch come, as long as there are any.
    enum class Former { Dropped, HeardOn };
    // From now on only blocks of `epoch` are accepted. HeardOn: with as many channels as before.
    void restart(quint64 epoch, int channels, Former former = Former::Dropped);
    // Only the device's session `session` gets samples; 0: none. The one before gets what would have come
    // next, fading out within fadeFrames, and then silence.
    void openTo(quint64 session);

    // False when the epoch is over.
    bool push(quint64 epoch, std::vector<Block> blocks);
    // Puts blocks in the place of what is queued, without those frames whose place in the file was
    // given out meanwhile, in the same lap: the speed changes where the listener is.
    bool replace(quint64 epoch, std::vector<Block> blocks);
    // No more blocks come in this epoch. Those of the former are thrown away if none came at all.
    void finish(quint64 epoch);

    // Fills `out` from the front, with silence where there is nothing, and says what it is.
    void pull(quint64 session, std::span<qint16> out, std::vector<Piece> &pieces);

    // The place in the file of the next frame to be given out; -1 while the epoch has no blocks yet.
    [[nodiscard]] double nextMedia() const;
    [[nodiscard]] int lap() const; // of the last frame given out
    // How much silence was left out of what was given out: frames that the listener need not wait for.
    [[nodiscard]] double savedFrames() const;
    // Silence given out, in frames, since the queue was made, where more was to come in the middle of the sound:
    // decoding was late.
    [[nodiscard]] qint64 missingFrames() const;
    [[nodiscard]] qint64 queuedFrames() const;
    // All blocks of the epoch were given out and no more come.
    [[nodiscard]] bool isDrained() const;

private:
    void leave();
    void fill(std::span<qint16> out, std::vector<Piece> &pieces);
    void append(std::vector<Block> blocks);
    void trim(double media);
    void dropBlocks();
    void popFront();
    void beginFade();
    void beginFadeFromHere();
    void fade(std::span<qint16> out);

    mutable std::mutex m_mutex;
    std::deque<Block> m_blocks;
    size_t m_front = 0; // index of the first sample of the first block not given out
    qint64 m_queued = 0;
    double m_nextMedia = -1;
    quint64 m_epoch = 0;
    quint64 m_blocksEpoch = 0; // that of m_blocks; the former one until blocks of m_epoch come
    quint64 m_session = 0;
    quint64 m_leavingSession = 0;  // the one before
    std::vector<qint16> m_leaving; // what it still gets
    double m_saved = 0;
    qint64 m_missing = 0;
    bool m_sounds = false; // some sound was given out in this session and since it was last thrown away
    int m_channels = 2;
    bool m_finished = false;
    int m_lap = 0;                       // of the last frame given out
    bool m_silent = false;               // the last frame given out was filled in
    std::array<qint16, 2> m_lastFrame{}; // given out
    std::array<qint16, 2> m_heldFrame{}; // what a fade goes on with behind its tail
    std::vector<qint16> m_tail;          // what would have followed, while it fades out
    int m_fadeLeft = 0;                  // frames
};

} // namespace earmark::playback
