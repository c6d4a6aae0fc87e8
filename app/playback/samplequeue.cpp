// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/samplequeue.h"

#include <algorithm>
#include <cmath>

namespace earmark::playback {

void SampleQueue::restart(quint64 epoch, int channels)
{
    const std::scoped_lock lock(m_mutex);
    m_blocks.clear();
    m_front = 0;
    m_queued = 0;
    m_nextMedia = -1;
    m_epoch = epoch;
    m_channels = channels;
    m_finished = false;
}

void SampleQueue::openTo(quint64 session)
{
    const std::scoped_lock lock(m_mutex);
    m_session = session;
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
    m_blocks.clear();
    m_front = 0;
    m_queued = 0;
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
        if (m_nextMedia < 0)
            m_nextMedia = block.mediaStart;
        m_queued += qint64(block.samples.size()) / m_channels;
        m_blocks.push_back(std::move(block));
    }
}

// Drops frames whose place in the file is before `media`.
void SampleQueue::trim(double media)
{
    while (!m_blocks.empty()) {
        const Block &block = m_blocks.front();
        const auto frames = qint64(block.samples.size()) / m_channels;
        const qint64 front = qint64(m_front) / m_channels;
        const auto wanted = qint64(std::ceil((media - block.mediaStart) / block.mediaPerFrame));
        const qint64 dropped = std::clamp(wanted - front, qint64(0), frames - front);
        m_front += size_t(dropped) * size_t(m_channels);
        m_queued -= dropped;
        if (m_front < block.samples.size())
            return;
        m_blocks.pop_front();
        m_front = 0;
    }
}

void SampleQueue::finish(quint64 epoch)
{
    const std::scoped_lock lock(m_mutex);
    if (epoch == m_epoch)
        m_finished = true;
}

void SampleQueue::pull(quint64 session, std::span<qint16> out, std::vector<Piece> &pieces)
{
    const std::scoped_lock lock(m_mutex);
    while (!out.empty() && session == m_session && !m_blocks.empty()) {
        Block &block = m_blocks.front();
        const size_t count = std::min(out.size(), block.samples.size() - m_front);
        std::copy_n(block.samples.begin() + qsizetype(m_front), count, out.begin());
        out = out.subspan(count);
        const size_t taken = m_front / size_t(m_channels);
        const double start = block.mediaStart + double(taken) * block.mediaPerFrame;
        const auto frames = qint64(count) / m_channels;
        pieces.push_back({frames, start, block.mediaPerFrame, m_epoch});
        m_nextMedia = start + double(frames) * block.mediaPerFrame;
        m_queued -= frames;
        m_front += count;
        if (m_front == block.samples.size()) {
            m_blocks.pop_front();
            m_front = 0;
        }
    }
    if (!out.empty()) {
        std::fill(out.begin(), out.end(), qint16(0));
        pieces.push_back({qint64(out.size()) / m_channels, 0, 0, 0});
    }
}

double SampleQueue::nextMedia() const
{
    const std::scoped_lock lock(m_mutex);
    return m_nextMedia;
}

qint64 SampleQueue::queuedFrames() const
{
    const std::scoped_lock lock(m_mutex);
    return m_queued;
}

bool SampleQueue::isDrained() const
{
    const std::scoped_lock lock(m_mutex);
    return m_finished && m_blocks.empty();
}

} // namespace earmark::playback
