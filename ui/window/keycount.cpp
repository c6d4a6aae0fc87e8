// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/keycount.h"

#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace earmark::ui {

namespace {

constexpr int longest = 4; // digits

bool isPlain(const QKeyEvent &key)
{
    return !(key.modifiers() & ~Qt::KeypadModifier);
}

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_AltGr
        || key == Qt::Key_Meta || key == Qt::Key_CapsLock;
}

} // namespace

KeyCount::KeyCount(TranscriptView &view, const Actions &actions, QObject *parent)
    : QObject(parent), m_view(view), m_actions(actions), m_label(new QLabel(&view))
{
    m_label->setAutoFillBackground(true);
    m_label->setBackgroundRole(QPalette::ToolTipBase);
    m_label->setForegroundRole(QPalette::ToolTipText);
    m_label->setContentsMargins(8, 4, 8, 4);
    m_label->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_label->hide();
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_digits.size() == 1)
            actAlone();
    });
    connect(&view, &TranscriptView::selectingChanged, this, &KeyCount::show);
    view.installEventFilter(this);
}

int KeyCount::take()
{
    const int count = std::max(1, m_digits.toInt());
    clear();
    return count;
}

void KeyCount::clear()
{
    m_pause.stop();
    m_digits.clear();
    show();
}

bool KeyCount::isDigitOfMine(const QKeyEvent &key) const
{
    if (!isPlain(key) || key.key() < Qt::Key_0 || key.key() > Qt::Key_9)
        return false;
    if (!m_digits.isEmpty())
        return true;
    const bool marksAtOnce = m_view.hasTokenSelection() && !m_view.isSelecting();
    return key.key() >= Qt::Key_1 && key.key() <= Qt::Key_8 && !marksAtOnce;
}

bool KeyCount::counts(const QKeyEvent &key) const
{
    const auto modifiers = key.modifiers() & ~Qt::KeypadModifier;
    // The sign that Shift brings about is written without it.
    const QKeySequence exact(QKeyCombination(modifiers, Qt::Key(key.key())));
    const QKeySequence sign(QKeyCombination(modifiers & ~Qt::ShiftModifier, Qt::Key(key.key())));
    const bool letter = key.key() >= Qt::Key_A && key.key() <= Qt::Key_Z;
    const auto &table = actionTable();
    return std::any_of(table.begin(), table.end(), [&](const ActionSpec &spec) {
        const QList<QKeySequence> keys = m_actions[spec.id]->shortcuts();
        return spec.counts && (keys.contains(exact) || (!letter && keys.contains(sign)));
    });
}

// The figure's own action, as if it were pressed now.
void KeyCount::actAlone()
{
    const QKeySequence key(m_digits);
    clear();
    for (const ActionSpec &spec : actionTable()) {
        QAction *action = m_actions[spec.id];
        if (spec.context == KeyContext::Reading && action->shortcuts().contains(key)) {
            action->trigger();
            return;
        }
    }
}

bool KeyCount::overrides(const QKeyEvent &key)
{
    if (isDigitOfMine(key) || (key.key() == Qt::Key_Escape && !m_digits.isEmpty()))
        return true;
    if (m_digits.isEmpty() || isModifier(key.key()))
        return false;
    if (!counts(key)) {
        if (m_digits.size() == 1)
            actAlone();
        else
            clear();
        return false;
    }
    m_pause.stop();
    // Whatever the key does with it, it is gone afterwards; a number that is typed before then is not.
    QTimer::singleShot(0, this, [this, number = m_number] {
        if (number == m_number)
            clear();
    });
    return false;
}

bool KeyCount::press(const QKeyEvent &key)
{
    if (key.key() == Qt::Key_Escape && !m_digits.isEmpty()) {
        clear();
        return true;
    }
    if (!isDigitOfMine(key))
        return false;
    if (!key.isAutoRepeat() && m_digits.size() < longest) {
        m_number += m_digits.isEmpty() ? 1 : 0;
        m_digits += QChar(u'0' + key.key() - Qt::Key_0);
        m_pause.start(QApplication::keyboardInputInterval());
        show();
    }
    return true;
}

bool KeyCount::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (overrides(*static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        if (press(*static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusOut: clear(); break;
    case QEvent::Resize: show(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void KeyCount::show()
{
    const QString text = !m_digits.isEmpty() ? tr("%1 …", "a number that waits for a key").arg(m_digits)
        : m_view.isSelecting() ? tr("Selecting: S sentence, P paragraph, T turn, Z last 20 seconds. Esc ends it.")
                               : QString();
    m_label->setVisible(!text.isEmpty());
    m_label->setText(text);
    m_label->adjustSize();
    m_label->setMaximumWidth(m_view.viewport()->width());
    m_label->move(0, m_view.height() - m_label->height());
    m_label->raise();
}

} // namespace earmark::ui
