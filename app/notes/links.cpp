// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/links.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace earmark::notes {

using namespace Qt::StringLiterals;

QString linkSeconds(MediaTime time)
{
    QString text = secondsText(std::max(time, MediaTime::zero()));
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString episodeLink(EpisodeId episode, MediaTime at)
{
    return episodeLink(episode) + u"?t="_s + linkSeconds(at);
}

QString episodeLink(EpisodeId episode)
{
    return u"earmark://episode/"_s + QString::number(episode.value);
}

std::optional<EpisodeLink> readEpisodeLink(const QString &link)
{
    static const QRegularExpression form(u"^earmark://episode/([0-9]{1,18})/?(?:\\?([^#]*))?(?:#.*)?$"_s);
    const auto match = form.match(link);
    if (!match.hasMatch())
        return std::nullopt;
    EpisodeLink read{EpisodeId{match.captured(1).toLongLong()}, std::nullopt};
    static const QRegularExpression seconds(u"^[0-9]{1,9}(?:\\.[0-9]{1,9})?$"_s);
    const QString time = QUrlQuery(match.captured(2)).queryItemValue(u"t"_s);
    if (seconds.match(time).hasMatch())
        read.time = MediaTime(qRound64(time.toDouble() * 1000));
    return read;
}

std::optional<EpisodeId> episodeOfLink(const QString &link)
{
    const std::optional<EpisodeLink> read = readEpisodeLink(link);
    return read ? std::optional(read->episode) : std::nullopt;
}

QString mediaFragment(MediaTime start, MediaTime end)
{
    const QString from = u"t="_s + linkSeconds(start);
    return end > start ? from + u',' + linkSeconds(end) : from;
}

QString urlPath(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

QString audioLink(const QString &audioPath, MediaTime start, MediaTime end)
{
    return audioPath.isEmpty() ? QString() : u"file://"_s + urlPath(audioPath) + u'#' + mediaFragment(start, end);
}

} // namespace earmark::notes
