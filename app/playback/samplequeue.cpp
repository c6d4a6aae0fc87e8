// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/samplequeue.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace earmark::playback {

void SampleQueue::restart(quint64 epoch, int channels, Former former)
{
    const std::scoped_lock lock(m_mutex);
    m_epoch = epoch;
    m_nextMedia = -1;
    m_finished = false;
    if (former == Former::HeardOn)
        return;
    m_blocks.clear();
    m_front = 0;
    m_queued = 0;
    m_channels = channels;
    m_blocksEpoch = epoch;
    m_lap = 0;
    m_lastFrame = {};
    m_silent = false;
    m_sounds = false;
    m_fadeLeft = 0;
}

void SampleQueue::openTo(quint64 session)
{
    const std::scoped_lock lock(m_mutex);
    if (m_session != 0 && m_session != session)
        leave();
    m_session = session;
    m_sounds = false;
}

void SampleQueue::leave()
{
    m_leavingSession = m_session;
    m_leaving.resize(size_t(fadeFrames * m_channels));
    std::vector<Piece> pieces;
    fill(m_leaving, pieces);
    for (size_t i = 0; i < m_leaving.size(); ++i) {
        const qint64 frame = qint64(i) / m_channels;
        const float share = float(fadeFrames - frame) / float(fadeFrames + 1);
        m_leaving[i] = qint16(std::lround(share * float(m_leaving[i])));
    }
}

bool SampleQueue::push(quint64 epoch, std::vector<Block> blocks)
{
    const std::scoped_lock lock(m_mutex);
    if (epoch != m_epoch)
        return false;
    append(std::move(blocks));
    return true;
}

bool SampleQueue::replace(quint64 epoch, std::vector<Block> blocks)
{
    const std::scoped_lock lock(m_mutex);
    if (epoch != m_epoch)
        return false;
    dropBlocks();
    m_finished = false;
    append(std::move(blocks));
    if (m_nextMedia >= 0)
        trim(m_nextMedia);
    return true;
}

void SampleQueue::append(std::vector<Block> blocks)
{
    for (Block &block : blocks) {
        if (block.samples.empty())
            continue;
        if (m_blocksEpoch != m_epoch) {
            dropBlocks();
            m_lap = 0;
        }
        if (m_nextMedia < 0)
            m_nextMedia = block.mediaStart;
        m_queued += qint64(block.samples.size()) / m_channels;
        m_blocks.push_back(std::move(block));
    }
}

// What comes next takes the place of what is queued, which fades out.
void SampleQueue::dropBlocks()
{
    if (!m_blocks.empty())
        beginFade();
    m_blocks.clear();
    m_front = 0;
    m_queued = 0;
    m_blocksEpoch = m_epoch;
}

// From what is queued.
void SampleQueue::beginFade()
{
    m_tail.clear();
    size_t from = m_front;
    for (const Block &block : m_blocks) {
        const size_t wanted = size_t(fadeFrames * m_channels) - m_tail.size();
        const size_t count = std::min(wanted, block.samples.size() - from);
        m_tail.insert(m_tail.end(), block.samples.begin() + qsizetype(from),
                      block.samples.begin() + qsizetype(from + count));
        from = 0;
    }
    m_heldFrame = m_lastFrame;
    if (!m_tail.empty())
        std::copy_n(m_tail.end() - m_channels, m_channels, m_heldFrame.begin());
    m_fadeLeft = fadeFrames;
}

// Where nothing is known that would have followed: what stands there is held while it fades.
void SampleQueue::beginFadeFromHere()
{
    m_tail.clear();
    m_heldFrame = m_lastFrame;
    m_fadeLeft = fadeFrames;
}

void SampleQueue::fade(std::span<qint16> out)
{
    for (size_t i = 0; i < out.size() && m_fadeLeft > 0; i += size_t(m_channels), --m_fadeLeft) {
        const float share = float(m_fadeLeft) / float(fadeFrames + 1);
        const size_t at = size_t(fadeFrames - m_fadeLeft) * size_t(m_channels);
        for (size_t channel = 0; channel < size_t(m_channels); ++channel) {
            const qint16 former = at + channel < m_tail.size() ? m_tail[at + channel] : m_heldFrame[channel];
            qint16 &sample = out[i + channel];
            sample = qint16(std::lround(share * float(former) + (1 - share) * float(sample)));
        }
    }
    if (!out.empty())
        std::copy_n(out.end() - m_channels, m_channels, m_lastFrame.begin());
}

// Drops frames whose place in the file is before `media`.
void SampleQueue::trim(double media)
{
    while (!m_blocks.empty() && m_blocks.front().lap == m_lap) {
        const Block &block = m_blocks.front();
        const auto frames = qint64(block.samples.size()) / m_channels;
        const qint64 front = qint64(m_front) / m_channels;
        const auto wanted = qint64(std::ceil((media - block.mediaStart) / block.mediaPerFrame));
        const qint64 dropped = std::clamp(wanted - front, qint64(0), frames - front);
        m_front += size_t(dropped) * size_t(m_channels);
        m_queued -= dropped;
        if (m_front < block.samples.size())
            return;
        popFront();
    }
}

void SampleQueue::popFront()
{
    m_blocks.pop_front();
    m_front = 0;
}

void SampleQueue::finish(quint64 epoch)
{
    const std::scoped_lock lock(m_mutex);
    if (epoch != m_epoch)
        return;
    m_finished = true;
    if (m_blocksEpoch != m_epoch)
        dropBlocks();
}

void SampleQueue::pull(quint64 session, std::span<qint16> out, std::vector<Piece> &pieces)
{
    const std::scoped_lock lock(m_mutex);
    if (session == m_session) {
        fill(out, pieces);
        return;
    }
    pieces.push_back({qint64(out.size()) / m_channels, 0, 0, 0, 0});
    const size_t count = session == m_leavingSession ? std::min(out.size(), m_leaving.size()) : 0;
    std::copy_n(m_leaving.begin(), count, out.begin());
    std::fill(out.begin() + qsizetype(count), out.end(), qint16(0));
    m_leaving.erase(m_leaving.begin(), m_leaving.begin() + qsizetype(count));
}

void SampleQueue::fill(std::span<qint16> out, std::vector<Piece> &pieces)
{
    while (!out.empty() && !m_blocks.empty()) {
        Block &block = m_blocks.front();
        const bool begins = m_front == 0;
        // Sound after silence, and the start of a loop after its end.
        if (m_fadeLeft == 0 && (m_silent || (begins && block.lap != m_lap)))
            beginFadeFromHere();
        m_silent = false;
        m_sounds = true;
        m_lap = block.lap;
        m_saved += std::exchange(block.saved, 0);
        const size_t count = std::min(out.size(), block.samples.size() - m_front);
        std::copy_n(block.samples.begin() + qsizetype(m_front), count, out.begin());
        fade(out.first(count));
        out = out.subspan(count);
        const size_t taken = m_front / size_t(m_channels);
        const double start = block.mediaStart + double(taken) * block.mediaPerFrame;
        const auto frames = qint64(count) / m_channels;
        pieces.push_back({frames, start, block.mediaPerFrame, m_blocksEpoch, block.lap});
        if (m_blocksEpoch == m_epoch)
            m_nextMedia = start + double(frames) * block.mediaPerFrame;
        m_queued -= frames;
        m_front += count;
        if (m_front == block.samples.size())
            popFront();
    }
    if (!out.empty()) {
        std::fill(out.begin(), out.end(), qint16(0));
        if (!m_silent && m_fadeLeft == 0)
            beginFadeFromHere();
        fade(out);
        m_silent = true;
        if (m_sounds && !m_finished)
            m_missing += qint64(out.size()) / m_channels;
        pieces.push_back({qint64(out.size()) / m_channels, 0, 0, 0, 0});
    }
}

double SampleQueue::nextMedia() const
{
    const std::scoped_lock lock(m_mutex);
    return m_nextMedia;
}

int SampleQueue::lap() const
{
    const std::scoped_lock lock(m_mutex);
    return m_lap;
}

double SampleQueue::savedFrames() const
{
    const std::scoped_lock lock(m_mutex);
    return m_saved;
}

qint64 SampleQueue::missingFrames() const
{
    const std::scoped_lock lock(m_mutex);
    return m_missing;
}

qint64 SampleQueue::queuedFrames() const
{
    const std::scoped_lock lock(m_mutex);
    return m_blocksEpoch == m_epoch ? m_queued : 0;
}

bool SampleQueue::isDrained() const
{
    const std::scoped_lock lock(m_mutex);
    return m_finished && m_blocks.empty();
}

} // namespace earmark::playback
