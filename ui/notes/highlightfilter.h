// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "notes/highlight.h"

#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>

namespace earmark::ui {

// Which of a HighlightModel's rows are listed, and in which order.
class HighlightFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Order { Text, Made, Changed }; // the latest first, but for the text's

    explicit HighlightFilter(QObject *parent = nullptr);

    // Every word of it has to be in the quote, the note or a tag, whatever its case; "#word" begins a tag.
    void setText(const QString &text);
    void setMark(std::optional<notes::Mark> mark); // nullopt: any
    void setTag(const QString &tag);               // empty: any
    void setOrder(Order order);
    // Always listed: whose note is being written.
    void setKept(HighlightId id);
    [[nodiscard]] bool isFiltering() const { return !m_words.isEmpty() || m_mark || !m_tag.isEmpty(); }
    [[nodiscard]] std::optional<notes::Mark> mark() const { return m_mark; }
    [[nodiscard]] QString tag() const { return m_tag; }
    [[nodiscard]] Order order() const { return m_order; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    std::optional<notes::Mark> m_mark;
    QString m_tag;
    Order m_order = Order::Text;
    HighlightId m_kept;
};

} // namespace earmark::ui
