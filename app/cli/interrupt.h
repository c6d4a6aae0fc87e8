// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <csignal>

namespace earmark::cli {

// While it lives, Ctrl+C cancels the token instead of ending the program; a second Ctrl+C ends it.
// One at a time.
class Interrupt
{
public:
    explicit Interrupt(const CancelToken &cancel);
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

private:
    struct sigaction m_before = {};
};

} // namespace earmark::cli
