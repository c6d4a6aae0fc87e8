// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <future>
#include <vector>

namespace earmark::align {

// Does work(i) for every i below `count`, the i-th on thread i % threads; returns when all is done.
// The works must not touch each other's results, which then do not depend on the number of threads.
template <typename Work>
void inParallel(int threads, int count, const Work &work)
{
    const int used = std::max(1, std::min(threads, count));
    const auto share = [&](int thread) {
        for (int i = thread; i < count; i += used)
            work(i);
    };
    std::vector<std::future<void>> others;
    for (int thread = 1; thread < used; ++thread)
        others.push_back(std::async(std::launch::async, share, thread));
    share(0);
    for (auto &other : others)
        other.get();
}

} // namespace earmark::align
