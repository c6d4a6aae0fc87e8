// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/decoder.h"
#include "base/task.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace earmark::playback {

// A thread that counts the packets of a file that does not say how long it is, while it is being played. Of several
// requests the last one counts.
class LengthScan
{
public:
    // Called from that thread; of what cannot be read nothing is told.
    using Listener = std::function<void(quint64 request, const audio::CountedFile &counted)>;

    explicit LengthScan(Listener listener);
    ~LengthScan(); // gives up what runs
    LengthScan(const LengthScan &) = delete;
    LengthScan &operator=(const LengthScan &) = delete;

    void start(quint64 request, const QString &path);
    void cancel();

private:
    void run();

    struct Request {
        quint64 number = 0;
        QString path;
    };
    const Listener m_listener;
    std::mutex m_mutex; // of these
    std::condition_variable m_changed;
    std::optional<Request> m_request;
    CancelToken m_cancel; // of the one that runs
    bool m_quit = false;

    std::thread m_thread; // last: it uses everything above
};

} // namespace earmark::playback
