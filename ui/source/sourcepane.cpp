// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/sourcepane.h"

#include "ui/source/sourceview.h"
#include "ui/source/warningmodel.h"
#include "ui/theme/quietlabel.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace earmark::ui {

SourcePane::SourcePane(QWidget *parent)
    : QWidget(parent), m_model(new WarningModel(this)), m_name(new QLabel(this)), m_place(new QuietLabel(this)),
      m_close(new QToolButton(this)), m_count(new QLabel(this)), m_warnings(new QListView(this)),
      m_empty(new QuietLabel(this)), m_view(new SourceView(this))
{
    m_count->setContentsMargins(10, 2, 10, 2);
    m_count->setWordWrap(true);
    m_count->setBuddy(m_warnings);
    m_warnings->setModel(m_model);
    m_warnings->setUniformItemSizes(true);
    m_warnings->setFrameShape(QFrame::NoFrame);
    m_warnings->viewport()->setBackgroundRole(QPalette::Window); // the pane's own ground
    m_warnings->setSpacing(1);
    m_warnings->setTextElideMode(Qt::ElideRight);
    m_warnings->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_warnings->setAccessibleName(tr("Places that could not be read"));
    m_empty->setContentsMargins(10, 8, 10, 8);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHeader());
    layout->addWidget(m_count);
    auto *rows = new QHBoxLayout; // their text begins where the count's does
    rows->setContentsMargins(6, 0, 0, 0);
    rows->addWidget(m_warnings);
    layout->addLayout(rows);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_view, 1);
    setMinimumSize(200, 120);
    connectParts();
    showNothing({});
}

QWidget *SourcePane::buildHeader()
{
    auto *header = new QWidget(this);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_name->setTextFormat(Qt::PlainText); // the file's name may look like HTML
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close the source"));
    m_close->setAccessibleName(m_close->toolTip());
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(10, 4, 6, 4);
    layout->setSpacing(10);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_place);
    layout->addWidget(m_close);
    return header;
}

void SourcePane::connectParts()
{
    const auto jump = [this](const QModelIndex &index) {
        if (index.isValid())
            m_view->goTo(m_model->warning(index.row()).line, m_model->warning(index.row()).column);
    };
    connect(m_warnings->selectionModel(), &QItemSelectionModel::currentChanged, this, jump);
    connect(m_warnings, &QListView::clicked, this, jump); // the same one again
    connect(m_warnings, &QListView::activated, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_view, &SourceView::placeChanged, this, &SourcePane::showPlace);
    connect(m_view, &SourceView::leaveRequested, this, &SourcePane::closeRequested);
    connect(m_close, &QToolButton::clicked, this, &SourcePane::closeRequested);
}

void SourcePane::showNothing(const QString &reason)
{
    m_source.reset();
    m_model->setSource(nullptr);
    m_view->setSource(nullptr, nullptr);
    m_name->setText(tr("Source"));
    m_empty->setText(reason);
    m_empty->show();
    m_view->hide();
    setFocusProxy(m_close);
    fitWarnings();
    showPlace();
}

void SourcePane::setSource(const std::shared_ptr<const library::EpisodeSource> &source,
                           const transcript::Transcript &transcript)
{
    m_source = source;
    m_view->setSource(source, &transcript);
    m_model->setSource(source);
    m_name->setText(source->fileName.isEmpty() ? tr("Source") : source->fileName);
    m_name->setToolTip(m_name->text());
    m_empty->hide();
    m_view->show();
    setFocusProxy(m_view);
    fitWarnings();
    showPlace();
}

void SourcePane::showFirstWarning()
{
    if (m_model->rowCount() > 0)
        m_warnings->setCurrentIndex(m_model->index(0));
}

// As many rows as there are places, up to three, and in a third of the pane: most of it is the source's.
void SourcePane::fitWarnings()
{
    constexpr int mostRows = 3;
    const int count = m_model->rowCount();
    const int rowHeight = count > 0 ? m_warnings->sizeHintForRow(0) + 2 : 0;
    const int room = count > 0 ? height() / 3 / rowHeight : 0; // in rows, the count's own included
    m_count->setVisible(room > 1);
    m_warnings->setVisible(count > 0);
    if (count == 0)
        return;
    m_count->setText(tr("%n place(s) in the file could not be read.", nullptr, count));
    m_warnings->setFixedHeight(std::clamp(room - 1, 1, std::min(count, mostRows)) * rowHeight + 2);
}

void SourcePane::showPlace()
{
    const SourceView::Place place = m_view->place();
    m_place->setText(m_source ? placeText(place.line, place.column) : QString());
}

void SourcePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitWarnings();
}

void SourcePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWarnings();
}

void SourcePane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(themeFor(palette()).rule);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace earmark::ui
