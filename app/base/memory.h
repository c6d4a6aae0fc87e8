// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earmark {

// glibc keeps what a thread has freed for that thread's next needs. After work that needs much for a moment, this
// gives it back to the system. Any thread; takes some milliseconds. Other C libraries do so by themselves.
void returnFreedMemory();

} // namespace earmark
