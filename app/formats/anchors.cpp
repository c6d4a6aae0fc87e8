// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/anchors.h"

#include "formats/linereader.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace earmark::formats {

using namespace Qt::StringLiterals;

using transcript::Anchor;

namespace {

constexpr double longestTime = 1e9; // seconds; more does not fit into milliseconds with ease

std::optional<Anchor> parseLine(const QString &line)
{
    const QStringList fields = line.split(u' ');
    bool isIndex = false;
    bool isTime = false;
    const int token = fields.value(0).toInt(&isIndex);
    const double seconds = fields.value(1).toDouble(&isTime);
    if (!isIndex || !isTime || token < 0 || !(seconds >= 0 && seconds < longestTime))
        return std::nullopt;
    return Anchor{token, MediaTime(std::llround(seconds * 1000))};
}

} // namespace

Result<std::vector<AnchorLine>> parseAnchors(const QString &text, const QString &name)
{
    const auto place = [&](int line) { return u"%1:%2"_s.arg(name).arg(line); };
    std::vector<AnchorLine> anchors;
    LineReader reader(text);
    while (!reader.atEnd()) {
        const Line line = reader.next();
        const QString content = reader.textOf(line).toString().simplified();
        if (content.isEmpty() || content.startsWith(u'#'))
            continue;
        const std::optional<Anchor> anchor = parseLine(content);
        if (!anchor)
            return failure(ErrorCode::AnchorMalformed, place(line.number), content.left(100));
        anchors.push_back({*anchor, line.number});
    }
    std::stable_sort(anchors.begin(), anchors.end(),
                     [](const AnchorLine &a, const AnchorLine &b) { return a.anchor.token < b.anchor.token; });
    for (size_t i = 1; i < anchors.size(); ++i) {
        const AnchorLine &before = anchors[i - 1];
        const AnchorLine &after = anchors[i];
        if (before.anchor.token == after.anchor.token || before.anchor.time >= after.anchor.time)
            return failure(ErrorCode::AnchorsContradict, place(std::max(before.line, after.line)),
                           u"lines %1 and %2"_s.arg(before.line).arg(after.line));
    }
    return anchors;
}

} // namespace earmark::formats
