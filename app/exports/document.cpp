// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/document.h"

#include <QStringList>

namespace earmark::exports {

using namespace Qt::StringLiterals;

QByteArray plainBytes(const Document &document)
{
    QStringList blocks;
    if (!document.frontMatter.empty()) {
        QString front = u"---\n"_s;
        for (const Block &block : document.frontMatter)
            front += block.text + u'\n';
        blocks.append(front + "---"_L1);
    }
    for (const Block &block : document.body)
        blocks.append(block.text);
    return (blocks.join("\n\n"_L1) + u'\n').toUtf8();
}

} // namespace earmark::exports
