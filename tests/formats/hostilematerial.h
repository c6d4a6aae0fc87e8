// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace earmark {

// A file that is made to hurt a reader: `piece` again and again, between `head` and `tail`.
struct HostileFile {
    const char *name;
    QByteArray piece;
    QByteArray head;
    QByteArray tail;

    // `size` bytes, give or take a piece.
    [[nodiscard]] QByteArray bytes(qsizetype size) const { return head + piece.repeated(size / piece.size()) + tail; }
};

// Nested, endless, repeating: for each format what costs its reader most.
[[nodiscard]] std::vector<HostileFile> hostileFiles();

} // namespace earmark
