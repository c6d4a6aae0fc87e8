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
    connect(session, &Session::readingChanged, this, &HighlightModel::takeTimings);
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
    const auto place =
        std::upper_bound(m_rows.begin(), m_rows.end(), highlight, [](const notes::Highlight &added, const Row &row) {
            return notes::comesBefore(added, row.highlight);
        });
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
    const int from = place.row();
    Row &row = m_rows[size_t(from)];
    if (row.highlight.span == highlight.span) {
        row.highlight = highlight;
        Q_EMIT dataChanged(place, place);
        return;
    }
    // Other words, and perhaps another place among the rest.
    const auto comesAfter = [&](const Row &other) {
        return other.highlight.id != highlight.id && notes::comesBefore(highlight, other.highlight);
    };
    const int before = int(std::find_if(m_rows.begin(), m_rows.end(), comesAfter) - m_rows.begin());
    const int to = before > from ? before - 1 : before;
    if (to != from)
        beginMoveRows({}, from, from, {}, before);
    m_rows.erase(m_rows.begin() + from);
    m_rows.insert(m_rows.begin() + to, {highlight, {}});
    if (to != from)
        endMoveRows();
    Q_EMIT dataChanged(index(to), index(to));
}

void HighlightModel::takeTimings()
{
    for (Row &row : m_rows)
        row.quote.clear();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

void HighlightModel::setMarkNames(const notes::MarkNames &names)
{
    m_names = names;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

QString HighlightModel::quoteOf(const Row &row) const
{
    using notes::Place;
    if (!row.quote.isEmpty())
        return row.quote;
    const reading::Reading &reading = m_session->reading();
    const transcript::TokenSpan span = row.highlight.span;
    switch (row.highlight.place) {
    case Place::Words: row.quote = reading::quote(reading, m_session->transcript(), span); break;
    case Place::Moment:
        row.quote = reading::quote(reading, m_session->transcript(),
                                   reading.sentences[reading::sentenceOf(reading, span.first)]);
        break;
    case Place::Episode: row.quote = tr("On the whole episode"); break;
    case Place::Lost: row.quote = row.highlight.selectors.exact; break;
    }
    return row.quote;
}

QString HighlightModel::whereOf(const notes::Highlight &highlight) const
{
    using notes::Place;
    const transcript::WordTiming &timing = m_session->timings()[size_t(highlight.span.first)];
    const bool estimated = timing.origin == transcript::TimingOrigin::Estimated;
    switch (highlight.place) {
    case Place::Words: break;
    case Place::Moment: return tr("Moment at %1").arg(clockText(highlight.selectors.start));
    case Place::Episode: return {};
    case Place::Lost: return tr("Not found in the new text");
    }
    const QString time = clockText(timing.start);
    return estimated ? tr("about %1").arg(time) : time;
}

QString HighlightModel::markNameOf(notes::Mark mark) const
{
    return markName(mark, m_names);
}

QString HighlightModel::accessibleText(const Row &row) const
{
    QStringList parts{markNameOf(row.highlight.mark), quoteOf(row), whereOf(row.highlight)};
    parts += row.highlight.tags;
    parts.removeAll(QString());
    const QString text = parts.join(u", "_s);
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
    switch (role) {
    case Qt::DisplayRole:
    case QuoteRole: return quoteOf(row);
    case IdRole: return QVariant::fromValue(row.highlight.id);
    case WhereRole: return whereOf(row.highlight);
    case NoteRole: return row.highlight.note;
    case MarkRole: return int(row.highlight.mark);
    case Qt::ToolTipRole:
    case MarkNameRole: return markNameOf(row.highlight.mark);
    case TagsRole: return row.highlight.tags;
    case CreatedRole: return row.highlight.created;
    case ModifiedRole: return row.highlight.modified;
    case Qt::AccessibleTextRole: return accessibleText(row);
    default: return {};
    }
}

} // namespace earmark::ui
