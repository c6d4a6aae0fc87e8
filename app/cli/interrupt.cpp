// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

#include <optional>

namespace earmark::cli {

namespace {

// What a signal handler may touch: set before the handler is installed, cleared after it is gone.
std::optional<CancelToken> interruptedToken;

void cancelOnSignal(int)
{
    // A lock-free atomic store, which is all that cancel() does, is safe in a signal handler.
    static_assert(std::atomic_bool::is_always_lock_free);
    interruptedToken->cancel();
}

} // namespace

Interrupt::Interrupt(const CancelToken &cancel)
{
    interruptedToken = cancel;
    struct sigaction action = {};
    action.sa_handler = cancelOnSignal;
    action.sa_flags = SA_RESTART | int(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &m_before);
}

Interrupt::~Interrupt()
{
    sigaction(SIGINT, &m_before, nullptr);
    interruptedToken.reset();
}

} // namespace earmark::cli
