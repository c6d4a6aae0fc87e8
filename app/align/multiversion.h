// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A function with this in front is compiled twice, and the machine's own version is chosen when the
// program is loaded. Both do the same operations in the same order (AVX2 without fused
// multiply-add), so that results do not depend on the machine. Sanitizers start too late for the
// choosing.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)                  \
    && !defined(__SANITIZE_THREAD__)
#    define EARMARK_MULTIVERSION __attribute__((target_clones("avx2", "default")))
#else
#    define EARMARK_MULTIVERSION
#endif

namespace earmark::align {

// Eight numbers at a time, at any address. Loops over small arrays are written out with these: left to
// itself, GCC 12 vectorises the wrong one of two nested loops and makes ten times as much of it.
using Lanes = float __attribute__((vector_size(32), aligned(alignof(float)), may_alias));
constexpr int laneCount = 8;

} // namespace earmark::align
