// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <csignal>
#include <limits>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

// Records what is heard on the sound card of with-soundcard: 48 kHz, both channels as one.
namespace soundcard {

using Clock = std::chrono::steady_clock;

class Recording
{
public:
    static constexpr int sampleRate = 48000;

    // Records from when this returns, or sooner; isRunning() says whether it came to that.
    Recording()
    {
        const std::string monitor = qgetenv("EARMARK_TEST_SINK").toStdString() + ".monitor";
        int ends[2];
        if (::pipe(ends) != 0)
            return;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        posix_spawn_file_actions_addclose(&actions, ends[1]);
        std::vector<std::string> words{
            "parec", "--raw", "--format=s16le", "--rate=48000", "--channels=1", "--latency-msec=10", "-d", monitor};
        std::vector<char *> arguments;
        for (std::string &word : words)
            arguments.push_back(word.data());
        arguments.push_back(nullptr);
        const bool spawned = ::posix_spawnp(&m_process, "parec", &actions, nullptr, arguments.data(), environ) == 0;
        posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        m_pipe = ends[0];
        if (!spawned)
            return;
        m_reader = std::thread([this] { read(); });
        for (int tries = 0; tries < 500 && size() == 0; ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }

    ~Recording() { stop(); }
    Recording(const Recording &) = delete;
    Recording &operator=(const Recording &) = delete;

    [[nodiscard]] bool isRunning() const { return size() > 0; }

    void stop()
    {
        if (m_process > 0) {
            ::kill(m_process, SIGTERM);
            ::waitpid(m_process, nullptr, 0);
            m_process = 0;
        }
        if (m_reader.joinable())
            m_reader.join();
        if (m_pipe >= 0)
            ::close(m_pipe);
        m_pipe = -1;
    }

    [[nodiscard]] size_t size() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_samples.size();
    }

    [[nodiscard]] std::vector<qint16> samples() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_samples;
    }

    // The sample that was heard at `when`. No sample arrives before it was heard, so the earliest
    // arrival around that moment, relative to its number, tells; what remains is the recorder's own
    // shortest delay, some milliseconds. Only around it: a busy machine's recorder loses samples.
    [[nodiscard]] qint64 indexAt(Clock::time_point when) const
    {
        const double at = secondsAt(when);
        const double begin = std::min(beginWithin(at - reach, at), beginWithin(at, at + reach));
        return begin < at ? qint64((at - begin) * sampleRate) : -1;
    }

    // Whether nothing was lost shortly before `when`, so that indexAt() is right: what is lost makes
    // all that comes after it late by as much, and for ever.
    [[nodiscard]] bool isWholeAt(Clock::time_point when) const
    {
        constexpr double smallestHole = 0.01;
        const double at = secondsAt(when);
        const double before = beginWithin(at - reach, at);
        const double after = beginWithin(at, at + reach);
        return before < at && after < at && std::abs(after - before) < smallestHole;
    }

private:
    struct Arrival {
        double at = 0;  // seconds after m_origin
        size_t end = 0; // samples arrived by then
    };
    static constexpr double reach = 0.5; // seconds before and after a moment that are looked at

    [[nodiscard]] double secondsAt(Clock::time_point when) const
    {
        return std::chrono::duration<double>(when - m_origin).count();
    }

    // When the recording would have begun by its earliest arrival from `from` to `to`; huge where
    // none came.
    [[nodiscard]] double beginWithin(double from, double to) const
    {
        const std::scoped_lock lock(m_mutex);
        double begin = std::numeric_limits<double>::max();
        auto arrival = std::ranges::lower_bound(m_arrivals, from, {}, &Arrival::at);
        for (; arrival != m_arrivals.end() && arrival->at <= to; ++arrival)
            begin = std::min(begin, arrival->at - double(arrival->end) / sampleRate);
        return begin;
    }

    void read()
    {
        alignas(qint16) char bytes[4096];
        qsizetype kept = 0; // half a sample from the last read
        for (;;) {
            const ssize_t count = ::read(m_pipe, bytes + kept, sizeof bytes - size_t(kept));
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return;
            const double arrived = secondsAt(Clock::now());
            const qsizetype whole = (kept + count) / 2;
            const std::scoped_lock lock(m_mutex);
            const auto *samples = reinterpret_cast<const qint16 *>(bytes);
            m_samples.insert(m_samples.end(), samples, samples + whole);
            m_arrivals.push_back({arrived, m_samples.size()});
            kept = (kept + count) % 2;
            if (kept)
                bytes[0] = bytes[2 * whole];
        }
    }

    mutable std::mutex m_mutex;
    std::vector<qint16> m_samples;
    const Clock::time_point m_origin = Clock::now();
    std::vector<Arrival> m_arrivals;
    pid_t m_process = 0;
    int m_pipe = -1;
    std::thread m_reader;
};

} // namespace soundcard
