// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/lengthscan.h"

#include <utility>

namespace earmark::playback {

LengthScan::LengthScan(Listener listener) : m_listener(std::move(listener)), m_thread([this] { run(); }) {}

LengthScan::~LengthScan()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_quit = true;
        m_cancel.cancel();
    }
    m_changed.notify_one();
    m_thread.join();
}

void LengthScan::start(quint64 request, const QString &path)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_request = Request{request, path};
        m_cancel.cancel();
    }
    m_changed.notify_one();
}

void LengthScan::cancel()
{
    const std::scoped_lock lock(m_mutex);
    m_request.reset();
    m_cancel.cancel();
}

void LengthScan::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_quit) {
        if (!m_request) {
            m_changed.wait(lock);
            continue;
        }
        const Request request = *std::exchange(m_request, std::nullopt);
        const CancelToken cancel = m_cancel = CancelToken();
        lock.unlock();
        const Result<audio::CountedFile> counted = audio::countedFile(request.path, cancel);
        if (counted && !cancel.isCancelled())
            m_listener(request.number, *counted);
        lock.lock();
    }
}

} // namespace earmark::playback
