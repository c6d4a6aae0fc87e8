// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/document.h"

#include <QByteArrayList>

namespace earmark::exports {

QByteArray plainBytes(const Document &document)
{
    QByteArrayList blocks;
    if (!document.frontMatter.empty()) {
        QByteArray front = "---\n";
        for (const Block &block : document.frontMatter)
            front += block.text + '\n';
        blocks.append(front + "---");
    }
    for (const Block &block : document.body)
        blocks.append(block.text);
    return blocks.join("\n\n") + '\n';
}

} // namespace earmark::exports
