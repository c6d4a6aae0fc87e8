// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menuletters.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>

namespace earmark::ui {

MenuLetters::MenuLetters(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool MenuLetters::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !qobject_cast<QMenu *>(watched))
        return false;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool isPlain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!isPlain || key.text().isEmpty() || !key.text().at(0).isPrint())
        return false;
    event->accept();
    return true;
}

} // namespace earmark::ui
