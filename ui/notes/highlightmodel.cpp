// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/highlightmodel.h"

#include "base/mediatime.h"
#include "ui/theme/theme.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

void HighlightModel::setSession(library::EpisodeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    beginResetModel();
    m_session = session;
    m_rows.clear();
    if (session) {
        for (const notes::Highlight &highlight : session->highlights())
            m_rows.push_back({highlight, {}});
    }
    endResetModel();
    if (!session)
        return;
    using Session = library::EpisodeSession;
    connect(session, &Session::highlightAdded, this, &HighlightModel::add);
    connect(session, &Session::highlightRemoved, this, &HighlightModel::remove);
    connect(session, &Session::highlightChanged, this, &HighlightModel::change);
    connect(session, &Session::timingsChanged, this, &HighlightModel::takeTimings);
}

QModelIndex HighlightModel::indexOf(HighlightId id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const Row &r) { return r.highlight.id == id; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

HighlightId HighlightModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[size_t(index.row())].highlight.id : HighlightId{};
}

void HighlightModel::add(const notes::Highlight &highlight)
{
    const auto place = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return notes::comesBefore(highlight, row.highlight); });
    const int row = int(place - m_rows.begin());
    beginInsertRows({}, row, row);
    m_rows.insert(place, {highlight, {}});
    endInsertRows();
}

void HighlightModel::remove(HighlightId id)
{
    const QModelIndex place = indexOf(id);
    if (!place.isValid())
        return;
    beginRemoveRows({}, place.row(), place.row());
    m_rows.erase(m_rows.begin() + place.row());
    endRemoveRows();
}

void HighlightModel::change(const notes::Highlight &highlight)
{
    const QModelIndex place = indexOf(highlight.id);
    if (!place.isValid())
        return;
    m_rows[size_t(place.row())].highlight = highlight;
    Q_EMIT dataChanged(place, place);
}

void HighlightModel::takeTimings()
{
    for (Row &row : m_rows)
        row.quote.clear();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

QString HighlightModel::quoteOf(const Row &row) const
{
    if (row.quote.isEmpty())
        row.quote = reading::quote(m_session->reading(), m_session->transcript(), row.highlight.span);
    return row.quote;
}

QString HighlightModel::accessibleText(const Row &row) const
{
    const QString text = u"%1, %2, %3"_s.arg(markName(row.highlight.mark), quoteOf(row),
                                             clockText(m_session->timings()[size_t(row.highlight.span.first)].start));
    return row.highlight.note.isEmpty() ? text : tr("%1. Note: %2").arg(text, row.highlight.note);
}

int HighlightModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HighlightModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const transcript::WordTiming &timing = m_session->timings()[size_t(row.highlight.span.first)];
    switch (role) {
    case Qt::DisplayRole:
    case QuoteRole: return quoteOf(row);
    case IdRole: return QVariant::fromValue(row.highlight.id);
    case TimeRole: return clockText(timing.start);
    case EstimatedRole: return timing.origin == transcript::TimingOrigin::Estimated;
    case NoteRole: return row.highlight.note;
    case MarkRole: return int(row.highlight.mark);
    case Qt::AccessibleTextRole: return accessibleText(row);
    default: return {};
    }
}

} // namespace earmark::ui
