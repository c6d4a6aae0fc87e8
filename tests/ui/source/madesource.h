// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace earmark::made {

struct LongSource {
    const char *what;
    QByteArray bytes;
    QString name;
};

// 100,000 words: as captions, as the one endless line that some services write, as JSON without a line
// feed.
std::vector<LongSource> longSources();

} // namespace earmark::made
