// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/skippedspans.h"

#include "cli/output.h"

#include <QCoreApplication>

#include <algorithm>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::MediaCommands)
};

std::optional<MediaSpan> spanIn(const QString &text)
{
    const QStringList ends = text.split(u'-');
    if (ends.size() != 2)
        return std::nullopt;
    const std::optional<MediaTime> from = timeIn(ends[0].trimmed());
    const std::optional<MediaTime> to = timeIn(ends[1].trimmed());
    return from && to && *from < *to ? std::optional(MediaSpan{*from, *to}) : std::nullopt;
}

} // namespace

tl::expected<std::vector<MediaSpan>, QString> skippedSpans(const QString &option,
                                                           const std::vector<transcript::Anchor> &anchors,
                                                           MediaTime duration)
{
    std::vector<MediaSpan> spans;
    if (option.isEmpty())
        return spans;
    for (const QString &text : option.split(u',')) {
        const std::optional<MediaSpan> span = spanIn(text);
        if (!span)
            return tl::unexpected(
                Text::tr("“%1” is not a part of the audio. --skip takes two times, such as 12:03-13:10.").arg(text));
        if (span->start >= duration)
            return tl::unexpected(Text::tr("“%1” begins after the end of the audio.").arg(text));
        const auto inside = std::find_if(anchors.begin(), anchors.end(),
                                         [&](const transcript::Anchor &anchor) { return span->contains(anchor.time); });
        if (inside != anchors.end())
            return tl::unexpected(Text::tr("The anchor of word %1 lies in “%2”, where no word is said to be.")
                                      .arg(QString::number(inside->token), text));
        spans.push_back(*span);
    }
    return spans;
}

} // namespace earmark::cli
