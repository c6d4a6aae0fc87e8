// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/episodemodel.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

auto withId(EpisodeId id)
{
    return [id](const store::Episode &episode) { return episode.id == id; };
}

} // namespace

void EpisodeModel::setEpisodes(const std::vector<store::Episode> &episodes)
{
    for (int row = int(m_episodes.size()) - 1; row >= 0; --row) {
        const EpisodeId id = m_episodes[size_t(row)].id;
        if (std::none_of(episodes.begin(), episodes.end(), withId(id))) {
            beginRemoveRows({}, row, row);
            m_episodes.erase(m_episodes.begin() + row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < int(episodes.size()); ++row) {
        const store::Episode &wanted = episodes[size_t(row)];
        const auto here = m_episodes.begin() + row;
        const auto there = std::find_if(here, m_episodes.end(), withId(wanted.id));
        if (there == m_episodes.end()) {
            beginInsertRows({}, row, row);
            m_episodes.insert(here, wanted);
            endInsertRows();
        } else if (there != here) {
            const int from = int(there - m_episodes.begin());
            beginMoveRows({}, from, from, {}, row);
            std::rotate(here, there, there + 1);
            endMoveRows();
        }
        if (m_episodes[size_t(row)] != wanted) {
            m_episodes[size_t(row)] = wanted;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

void EpisodeModel::setHighlightCount(EpisodeId id, int count)
{
    const QModelIndex place = indexOf(id);
    if (!place.isValid() || m_episodes[size_t(place.row())].highlightCount == count)
        return;
    m_episodes[size_t(place.row())].highlightCount = count;
    Q_EMIT dataChanged(place, place, {DetailRole, EpisodeRole, Qt::AccessibleTextRole});
}

QModelIndex EpisodeModel::indexOf(EpisodeId id) const
{
    const auto found = std::find_if(m_episodes.begin(), m_episodes.end(), withId(id));
    return found == m_episodes.end() ? QModelIndex() : index(int(found - m_episodes.begin()));
}

EpisodeId EpisodeModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_episodes[size_t(index.row())].id : EpisodeId{};
}

int EpisodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_episodes.size());
}

QVariant EpisodeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::Episode &episode = m_episodes[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return episode.title;
    case Qt::ToolTipRole: {
        // Rich text always: what Qt would guess from a title with "<" or "&" in it is not what was meant.
        const QString title = episode.title.toHtmlEscaped();
        return episode.audioPath.isEmpty() ? u"<qt>%1</qt>"_s.arg(title)
                                           : u"<qt>%1<br>%2</qt>"_s.arg(title, episode.audioPath.toHtmlEscaped());
    }
    case EpisodeRole: return QVariant::fromValue(episode.id);
    case DetailRole: {
        QStringList parts;
        if (!episode.show.isEmpty())
            parts << episode.show;
        if (episode.published.isValid())
            parts << QLocale().toString(episode.published, QLocale::ShortFormat);
        if (episode.highlightCount > 0)
            parts << tr("%n highlight(s)", nullptr, episode.highlightCount);
        return parts.isEmpty() ? tr("No highlights") : parts.join(u" · "_s);
    }
    case Qt::AccessibleTextRole: return u"%1, %2"_s.arg(episode.title, data(index, DetailRole).toString());
    default: return {};
    }
}

} // namespace earmark::ui
