// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/tagfield.h"

#include "notes/highlight.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

using namespace Qt::StringLiterals;

namespace earmark::ui {

TagField::TagField(QWidget *parent)
    : QLineEdit(parent), m_known(new QStringListModel(this)), m_completer(new QCompleter(this))
{
    setPlaceholderText(tr("Tags, with commas between them"));
    setAccessibleName(tr("Tags"));
    m_completer->setModel(m_known);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setWidget(this);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TagField::insertTag);
    connect(this, &QLineEdit::textEdited, this, &TagField::complete);
}

void TagField::setTags(const QStringList &tags)
{
    m_tags = tags;
    setText(tags.join(u", "_s));
}

void TagField::setKnownTags(const QStringList &tags)
{
    m_known->setStringList(tags);
}

int TagField::tagStart() const
{
    int start = int(text().lastIndexOf(u',', cursorPosition() - 1)) + 1;
    if (cursorPosition() == 0)
        start = 0;
    while (start < cursorPosition() && (text().at(start).isSpace() || text().at(start) == u'#'))
        ++start;
    return start;
}

void TagField::complete()
{
    const QString prefix = text().mid(tagStart(), cursorPosition() - tagStart());
    m_completer->setCompletionPrefix(prefix);
    if (prefix.isEmpty() || m_completer->completionCount() == 0
        || (m_completer->completionCount() == 1 && m_completer->currentCompletion() == prefix)) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
}

void TagField::insertTag(const QString &tag)
{
    const int start = tagStart();
    qsizetype end = text().indexOf(u',', cursorPosition());
    if (end < 0)
        end = text().size();
    QString whole = text();
    whole.replace(start, end - start, tag);
    setText(whole);
    setCursorPosition(start + int(tag.size()));
}

void TagField::commit()
{
    const QStringList tags = notes::cleanTags(text().split(u','));
    if (tags == m_tags)
        return;
    m_tags = tags;
    Q_EMIT tagsEntered(tags);
}

// The window has a use for Escape too.
bool TagField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void TagField::keyPressEvent(QKeyEvent *event)
{
    // What the list of completions is asked first is its own.
    const QAbstractItemView *popup = m_completer->popup();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (popup->isVisible() && (event->key() == Qt::Key_Escape || (enter && popup->currentIndex().isValid()))) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        commit();
        setTags(m_tags);
        Q_EMIT leaveRequested();
        return;
    case Qt::Key_Escape:
        setTags(m_tags);
        Q_EMIT leaveRequested();
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void TagField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT entered();
}

void TagField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        commit();
}

} // namespace earmark::ui
