// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace earmark::align {

// Joins the progress of several pieces of work, some at the same time, to one that never falls. Safe
// from any thread; the report is called under a lock, at most once every half percent.
class StageProgress
{
public:
    enum class Stage { Audio, Speech, Coarse, Fine, Realign };

    explicit StageProgress(Progress report) : m_report(std::move(report)) {}

    [[nodiscard]] Progress of(Stage stage)
    {
        return [this, stage](double share) { update(stage, share); };
    }

    void finish()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_report && m_reported < 1)
            m_report(m_reported = 1);
    }

private:
    // Shares of the time as measured on an hour of speech. Audio and speech run at the same time.
    static constexpr std::array<double, 5> weights{0.15, 0.2, 0.2, 0.1, 0.35};

    void update(Stage stage, double share)
    {
        const std::scoped_lock lock(m_mutex);
        m_shares[size_t(stage)] = std::max(m_shares[size_t(stage)], std::clamp(share, 0.0, 1.0));
        double sum = 0;
        for (size_t i = 0; i < weights.size(); ++i)
            sum += weights[i] * m_shares[i];
        if (!m_report || sum < m_reported + 0.005)
            return;
        m_reported = sum;
        m_report(std::min(1.0, sum));
    }

    Progress m_report;
    std::mutex m_mutex;
    std::array<double, weights.size()> m_shares{};
    double m_reported = 0;
};

} // namespace earmark::align
