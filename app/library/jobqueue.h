// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <functional>

namespace earmark::library {

// Does what it is given one after the other, in order, on a thread of its own. Nothing accepted is
// ever dropped: the destructor returns when the last job is done (an event loop would forget what is
// still queued when it is told to quit). add() is safe from any thread, from a job too.
class JobQueue : private QThread
{
public:
    using Job = std::function<void()>;

    explicit JobQueue(const QString &threadName);
    ~JobQueue() override;

    void add(Job job);

private:
    void run() override;

    QMutex m_mutex;
    QWaitCondition m_changed;
    std::deque<Job> m_jobs;
    bool m_closing = false;
};

} // namespace earmark::library
