// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/highlightfilter.h"

#include "ui/notes/highlightmodel.h"

#include <QDateTime>

#include <algorithm>

namespace earmark::ui {

HighlightFilter::HighlightFilter(QObject *parent) : QSortFilterProxyModel(parent) {}

void HighlightFilter::setText(const QString &text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void HighlightFilter::setMark(std::optional<notes::Mark> mark)
{
    m_mark = mark;
    invalidateFilter();
}

void HighlightFilter::setTag(const QString &tag)
{
    m_tag = tag;
    invalidateFilter();
}

void HighlightFilter::setOrder(Order order)
{
    m_order = order;
    sort(0, order == Order::Text ? Qt::AscendingOrder : Qt::DescendingOrder);
    invalidate();
}

void HighlightFilter::setKept(HighlightId id)
{
    if (std::exchange(m_kept, id) != id && isFiltering())
        invalidateFilter();
}

bool HighlightFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!isFiltering())
        return true;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_kept.isValid() && index.data(HighlightModel::IdRole).value<HighlightId>() == m_kept)
        return true;
    if (m_mark && index.data(HighlightModel::MarkRole).toInt() != int(*m_mark))
        return false;
    const QStringList tags = index.data(HighlightModel::TagsRole).toStringList();
    if (!m_tag.isEmpty() && !tags.contains(m_tag, Qt::CaseInsensitive))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString quote = index.data(HighlightModel::QuoteRole).toString();
    const QString note = index.data(HighlightModel::NoteRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        const bool asTag = word.startsWith(u'#');
        const bool tagged = std::any_of(tags.begin(), tags.end(), [&](const QString &tag) {
            return asTag ? tag.startsWith(QStringView(word).mid(1), Qt::CaseInsensitive)
                         : tag.contains(word, Qt::CaseInsensitive);
        });
        return tagged
            || (!asTag && (quote.contains(word, Qt::CaseInsensitive) || note.contains(word, Qt::CaseInsensitive)));
    });
}

bool HighlightFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_order == Order::Text)
        return left.row() < right.row(); // the model's own
    const int role = m_order == Order::Made ? HighlightModel::CreatedRole : HighlightModel::ModifiedRole;
    return left.data(role).toDateTime() < right.data(role).toDateTime();
}

} // namespace earmark::ui
