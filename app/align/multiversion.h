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
