// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/namefield.h"

#include "ui/transcript/typing.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScreen>
#include <QStringListModel>

namespace earmark::ui {

namespace {

constexpr int longestName = 500; // characters

} // namespace

NameField::NameField(QWidget *page) : QLineEdit(page)
{
    setMaxLength(longestName);
    hide();
}

void NameField::write(const QString &text, const QStringList &choices)
{
    m_before = text;
    setText(text);
    selectAll();
    QCompleter *offered = nullptr;
    if (!choices.isEmpty()) {
        offered = new QCompleter(choices, this);
        offered->setCaseSensitivity(Qt::CaseInsensitive);
        offered->setFilterMode(Qt::MatchContains);
        connect(offered, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &name) {
            setText(name);
            end(End::Save);
        });
    }
    delete completer();
    setCompleter(offered);
    if (offered)
        offered->popup()->installEventFilter(this);
    m_isOpen = true;
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
    if (offered) {
        offered->setCompletionPrefix({});
        offered->complete();
    }
}

bool NameField::event(QEvent *event)
{
    if (takesForTyping(*event))
        return true;
    return QLineEdit::event(event);
}

// A completer knows only the place below.
bool NameField::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPlaced =
        event->type() == QEvent::Show || event->type() == QEvent::Move || event->type() == QEvent::Resize;
    if (m_choicesAbove && isPlaced && completer() && watched == completer()->popup()) {
        const QPoint place = mapToGlobal(QPoint(0, -completer()->popup()->height()));
        if (completer()->popup()->pos() != place && place.y() >= screen()->availableGeometry().top())
            completer()->popup()->move(place);
    }
    return QLineEdit::eventFilter(watched, event);
}

void NameField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (completer() && completer()->popup()->isVisible() && completer()->popup()->currentIndex().isValid())
            setText(completer()->popup()->currentIndex().data().toString());
        event->accept();
        end(End::Save);
        return;
    case Qt::Key_Escape:
        event->accept();
        end(End::Leave);
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void NameField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    const bool comesBack = event->reason() == Qt::ActiveWindowFocusReason || event->reason() == Qt::PopupFocusReason
        || event->reason() == Qt::MenuBarFocusReason;
    if (!comesBack)
        end(End::SaveIfChanged);
}

void NameField::end(End how)
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    if (completer())
        completer()->popup()->hide();
    const QString name = text().simplified();
    if (how == End::Save || (how == End::SaveIfChanged && name != m_before))
        Q_EMIT entered(name);
    Q_EMIT left();
}

} // namespace earmark::ui
