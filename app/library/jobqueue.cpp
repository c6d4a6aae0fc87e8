// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/jobqueue.h"

#include <QMutexLocker>

namespace earmark::library {

JobQueue::JobQueue(const QString &threadName)
{
    setObjectName(threadName);
    start();
}

JobQueue::~JobQueue()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_closing = true;
        m_changed.wakeOne();
    }
    wait();
}

void JobQueue::add(Job job)
{
    const QMutexLocker lock(&m_mutex);
    m_jobs.push_back(std::move(job));
    m_changed.wakeOne();
}

void JobQueue::run()
{
    while (true) {
        Job job;
        {
            const QMutexLocker lock(&m_mutex);
            while (m_jobs.empty() && !m_closing)
                m_changed.wait(&m_mutex);
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace earmark::library
