// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QFont>
#include <QHash>
#include <QStyledItemDelegate>

namespace earmark::ui {

// A highlight as a card: the mark's stripe with its pattern, the quote, the note's start, the place, the
// mark's name and the tags. Remembers how high each card is, because a list asks for all of them.
class HighlightDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // What the card shows has changed.
    void forget(HighlightId id);
    void forgetAll();

private:
    mutable QHash<HighlightId, int> m_heights; // of cards that are m_width wide, in m_font
    mutable int m_width = -1;
    mutable QFont m_font;
};

} // namespace earmark::ui
