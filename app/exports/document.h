// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace earmark::exports {

// A stretch of whole lines, "\n" between them and none around.
struct Block {
    QString region; // its name, such as "12/quote/…"; empty: text that is written once
    QString text;

    bool operator==(const Block &) const = default;
};

// A Markdown document as a template makes it.
struct Document {
    QString prefix;                 // with which the names of all its regions begin, such as "12/"
    std::vector<Block> frontMatter; // between the two "---" at the start; empty: there is none
    std::vector<Block> body;

    bool operator==(const Document &) const = default;
};

// Without any sign of where its regions are; "\n" ends, UTF-8.
[[nodiscard]] QByteArray plainBytes(const Document &document);

} // namespace earmark::exports
