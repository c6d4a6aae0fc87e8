// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/librarypane.h"

#include "ui/library/episodedelegate.h"
#include "ui/library/episodemodel.h"
#include "ui/theme/quietlabel.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace earmark::ui {

LibraryPane::LibraryPane(EpisodeModel &model, QAction *remove, QWidget *parent)
    : QWidget(parent), m_model(model), m_list(new QListView(this)), m_empty(new QuietLabel(this))
{
    auto *heading = new QLabel(tr("&Library"), this);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    heading->setBuddy(m_list);
    heading->setContentsMargins(10, 8, 8, 6);

    m_list->setModel(&model);
    m_list->setItemDelegate(new EpisodeDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::Window); // the pane's own ground
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Episodes"));
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addAction(remove);

    m_empty->setContentsMargins(10, 4, 8, 4);
    m_empty->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    layout->addStretch(0);
    setMinimumWidth(150);

    const auto choose = [this](const QModelIndex &index) {
        if (const EpisodeId id = m_model.idAt(index); id.isValid())
            Q_EMIT episodeChosen(id);
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &LibraryPane::updateEmpty);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &LibraryPane::updateEmpty);
    updateEmpty();
}

void LibraryPane::setCurrent(EpisodeId id)
{
    m_list->setCurrentIndex(m_model.indexOf(id));
}

void LibraryPane::setUnusable()
{
    m_empty->setText(tr("Its episodes cannot be read."));
}

EpisodeId LibraryPane::current() const
{
    return m_model.idAt(m_list->currentIndex());
}

void LibraryPane::updateEmpty()
{
    m_empty->setText(tr("No episodes yet."));
    m_empty->setVisible(m_model.rowCount() == 0);
    m_list->setVisible(m_model.rowCount() > 0);
}

} // namespace earmark::ui
