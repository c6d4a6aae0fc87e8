// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/chapterlist.h"

#include "ui/player/symbolicicon.h"
#include "ui/player/tabular.h"
#include "ui/timeline/places.h"

#include <QCursor>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

enum Column { Heard, Title, Time, Columns };
constexpr int widest = 60; // characters of a title
constexpr int leastRows = 4;
constexpr int gap = 12; // pixels between the columns

} // namespace

ChapterList::ChapterList(QWidget *parent) : QFrame(parent, Qt::Popup), m_rows(new QTreeWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_X11NetWmWindowTypePopupMenu);
    setAccessibleName(tr("Chapters"));
    m_rows->setAccessibleName(tr("Chapters"));
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setColumnCount(Columns);
    m_rows->setHeaderHidden(true);
    m_rows->setRootIsDecorated(false);
    m_rows->setUniformRowHeights(true);
    m_rows->setAllColumnsShowFocus(true);
    m_rows->setMouseTracking(true);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->header()->setStretchLastSection(false);
    m_rows->header()->setMinimumSectionSize(0);
    m_rows->header()->setSectionResizeMode(Title, QHeaderView::Stretch); // less of it where the screen is narrow
    m_rows->installEventFilter(this);
    m_rows->viewport()->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_rows);
    connect(m_rows, &QTreeWidget::itemClicked, this, &ChapterList::choose);
}

void ChapterList::open(const std::vector<audio::Chapter> &chapters, std::optional<size_t> current, const QRect &anchor)
{
    fill(chapters, current);
    place(anchor);
    m_pointer = QCursor::pos();
    show();
    m_rows->setFocus(Qt::PopupFocusReason);
    QTreeWidgetItem *item = m_rows->topLevelItem(int(current.value_or(0)));
    m_rows->setCurrentItem(item, Title);
    m_rows->scrollToItem(item, QAbstractItemView::PositionAtCenter);
}

void ChapterList::fill(const std::vector<audio::Chapter> &chapters, std::optional<size_t> current)
{
    m_rows->clear();
    const int side = m_rows->fontMetrics().ascent() * 3 / 4; // so that it makes no row higher
    m_rows->setIconSize({side, side});
    const int most = widest * m_rows->fontMetrics().averageCharWidth();
    for (size_t i = 0; i < chapters.size(); ++i) {
        const QString name = chapterName(chapters, i);
        const QString time = clockText(chapters[i].start);
        auto *item = new QTreeWidgetItem(m_rows, {QString(), name, time});
        item->setData(Title, Qt::UserRole, qint64(chapters[i].start.count()));
        item->setData(Title, Qt::AccessibleTextRole, u"%1 %2"_s.arg(name, time));
        if (m_rows->fontMetrics().horizontalAdvance(name) > most)
            item->setToolTip(Title, u"<qt>%1</qt>"_s.arg(name.toHtmlEscaped())); // rich text always, whatever is in it
        item->setFont(Time, tabular(m_rows->font()));
        item->setTextAlignment(Time, Qt::AlignRight | Qt::AlignVCenter);
        if (current == i)
            item->setIcon(Heard, symbolicIcon(Symbol::Play));
    }
}

void ChapterList::place(const QRect &anchor)
{
    ensurePolished();
    int title = 0;
    int time = 0;
    for (int i = 0; i < m_rows->topLevelItemCount(); ++i) {
        title = std::max(title, m_rows->fontMetrics().horizontalAdvance(m_rows->topLevelItem(i)->text(Title)));
        time = std::max(time,
                        QFontMetrics(tabular(m_rows->font())).horizontalAdvance(m_rows->topLevelItem(i)->text(Time)));
    }
    title = std::min(title, widest * m_rows->fontMetrics().averageCharWidth());
    m_rows->setColumnWidth(Heard, m_rows->iconSize().width() + gap);
    m_rows->setColumnWidth(Time, time + gap);

    const QRect screen = parentWidget()->screen()->availableGeometry();
    QPoint above = parentWidget()->mapToGlobal(anchor.topLeft());
    above.setY(std::min(above.y(), screen.bottom() + 1)); // of a window that is partly off the screen
    const QSize frame(2 * frameWidth() + 2, 2 * frameWidth() + 2);
    const int row = std::max(1, m_rows->sizeHintForRow(0));
    const int room = std::max(above.y() - screen.top() - frame.height(), leastRows * row);
    const int fitting = std::min(m_rows->topLevelItemCount(), room / row);
    const int scrolling = fitting < m_rows->topLevelItemCount() ? m_rows->verticalScrollBar()->sizeHint().width() : 0;
    const QSize inner(m_rows->columnWidth(Heard) + title + time + 2 * gap + scrolling, fitting * row);
    const QSize size = (inner + frame).boundedTo(screen.size());
    const int left = std::min(above.x(), screen.right() + 1 - size.width());
    const int top = above.y() - size.height();
    setGeometry({QPoint(std::max(screen.left(), left), std::max(screen.top(), top)), size});
}

void ChapterList::choose(const QTreeWidgetItem *item)
{
    if (!item)
        return;
    const MediaTime start(item->data(Title, Qt::UserRole).toLongLong());
    hide();
    Q_EMIT chosen(start);
}

// As in a menu; but rows that keys scroll under a pointer at rest are not pointed at.
void ChapterList::follow(const QMouseEvent &moved)
{
    const QPoint pointer = moved.globalPosition().toPoint();
    QTreeWidgetItem *item = m_rows->itemAt(moved.position().toPoint());
    if (std::exchange(m_pointer, pointer) != pointer && item)
        m_rows->setCurrentItem(item, Title);
}

bool ChapterList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_rows->viewport() && event->type() == QEvent::MouseMove)
        follow(*static_cast<QMouseEvent *>(event));
    if (watched != m_rows || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_rows->currentItem()); return true;
    case Qt::Key_Escape:
    case Qt::Key_Tab:
    case Qt::Key_Backtab: hide(); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

// Outside: that closes it, and must not open it again where it was the button.
void ChapterList::mousePressEvent(QMouseEvent *event)
{
    setAttribute(Qt::WA_NoMouseReplay);
    QFrame::mousePressEvent(event);
}

} // namespace earmark::ui
