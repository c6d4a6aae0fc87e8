// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/listdialog.h"

#include "ui/window/framedlist.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

ListDialog::ListDialog(const QString &title, const QString &empty, QSize room, QWidget *parent)
    : QDialog(parent), m_list(new FramedList(this)), m_empty(new QLabel(empty, this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setAccessibleName(title);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumSize(fontMetrics().averageCharWidth() * room.width(), fontMetrics().height() * room.height());
    m_empty->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, [this] { activateRow(); });
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { rowChanged(); });
    m_list->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_empty);
    layout->addWidget(m_list);
    layout->addWidget(m_buttons);
    m_list->setFocus();
}

QPushButton *ListDialog::addButton(const QString &text, const QString &toolTip, Qt::Key key)
{
    QPushButton *button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
    const QString name = QKeySequence(key).toString(QKeySequence::NativeText);
    button->setToolTip(toolTip.isEmpty() ? name : name.isEmpty() ? toolTip : u"%1 (%2)"_s.arg(toolTip, name));
    button->setAutoDefault(false);
    return button;
}

void ListDialog::setRows(const QStringList &rows)
{
    const int before = m_list->currentRow();
    const int last = int(rows.size()) - 1;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        m_list->addItems(rows);
        m_list->setCurrentRow(std::clamp(before, std::min(0, last), last));
    }
    m_empty->setVisible(last < 0);
    m_list->setVisible(last >= 0);
    rowChanged();
}

int ListDialog::row() const
{
    return m_list->currentRow();
}

bool ListDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Space: playRow(); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: removeRow(); return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

} // namespace earmark::ui
