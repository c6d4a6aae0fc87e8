// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace earmark::exports {

// A stretch of whole lines in UTF-8, "\n" between them and none around.
struct Block {
    QByteArray region; // its name, such as "12/quote/…"; empty: text that is written once
    QByteArray text;

    bool operator==(const Block &) const = default;
};

// A Markdown document as a template makes it.
struct Document {
    QByteArray prefix;              // with which the names of all its regions begin, such as "12/"
    std::vector<Block> frontMatter; // between the two "---" at the start; empty: there is none
    std::vector<Block> body;

    bool operator==(const Document &) const = default;
};

// Without any sign of where its regions are; "\n" ends.
[[nodiscard]] QByteArray plainBytes(const Document &document);

} // namespace earmark::exports
