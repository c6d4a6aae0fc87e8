// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/findbar.h"

#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace earmark::ui {

namespace {

constexpr int longestPhrase = 200; // characters

QToolButton *makeButton(Qt::ArrowType arrow, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

FindBar::FindBar(TranscriptView &view, QWidget *parent)
    : QFrame(parent), m_view(view), m_field(new QLineEdit(this)), m_count(new QLabel(this))
{
    auto *label = new QLabel(tr("F&ind"), this);
    label->setBuddy(m_field);
    m_field->setAccessibleName(tr("Find in the text"));
    m_field->setMaxLength(longestPhrase);
    m_field->setClearButtonEnabled(true);
    m_field->setMaximumWidth(fontMetrics().averageCharWidth() * 48);
    m_field->installEventFilter(this);
    auto *back = makeButton(Qt::UpArrow, tr("Previous place"), this);
    auto *next = makeButton(Qt::DownArrow, tr("Next place"), this);
    auto *close = new QToolButton(this);
    close->setText(tr("Done"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("End the search (Esc)"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_field, 1);
    layout->addWidget(back);
    layout->addWidget(next);
    layout->addWidget(m_count);
    layout->addStretch(0);
    layout->addWidget(close);

    connect(m_field, &QLineEdit::textChanged, &m_view, &TranscriptView::search);
    connect(back, &QToolButton::clicked, this, &FindBar::goBack);
    connect(next, &QToolButton::clicked, this, &FindBar::goOn);
    connect(close, &QToolButton::clicked, this, &FindBar::end);
    connect(&m_view, &TranscriptView::hitsChanged, this, &FindBar::showCount);
    hide();
}

void FindBar::open()
{
    setVisible(true);
    if (m_view.hasTokenSelection()) {
        m_field->setText(m_view.selectedWords().left(longestPhrase));
        m_view.clearTokenSelection();
    }
    m_view.endSearch(); // this one begins where the cursor is now
    resume();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

// What stands in the bar is searched for, also where the search was ended before.
void FindBar::resume()
{
    setVisible(true);
    if (!m_field->text().isEmpty() && m_view.hitCount() == 0)
        m_view.search(m_field->text());
    showCount();
}

void FindBar::goOn()
{
    if (m_field->text().isEmpty()) {
        open();
        return;
    }
    const bool wasSearching = m_view.hitCount() > 0;
    resume();
    if (wasSearching)
        m_view.nextHit();
}

void FindBar::goBack()
{
    if (m_field->text().isEmpty()) {
        open();
        return;
    }
    resume();
    m_view.previousHit();
}

void FindBar::end()
{
    m_view.endSearch();
    const QWidget *focused = QApplication::focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    hide();
    if (hadFocus)
        m_view.setFocus(Qt::OtherFocusReason);
}

QString FindBar::countText() const
{
    return m_count->text();
}

void FindBar::showCount()
{
    if (m_field->text().isEmpty()) {
        m_count->clear();
        return;
    }
    const int count = m_view.hitCount();
    const auto current = m_view.currentHit();
    m_count->setText(count == 0    ? tr("Not in the text")
                         : current ? tr("%1 of %2").arg(*current + 1).arg(count)
                                   : tr("%n place(s)", nullptr, count));
    m_field->setAccessibleDescription(m_count->text());
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers().testFlag(Qt::ShiftModifier))
            goBack();
        else
            goOn();
        return true;
    case Qt::Key_Down: m_view.setFocus(Qt::OtherFocusReason); return true;
    case Qt::Key_Escape: end(); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}

} // namespace earmark::ui
