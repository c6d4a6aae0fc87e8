// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QTest>
#include <QTimer>

#include <functional>

// A person with a keyboard and nothing else: each key goes to whatever has the focus.
namespace earmark::test {

inline constexpr Qt::KeyboardModifiers shift = Qt::ShiftModifier;
inline constexpr Qt::KeyboardModifiers control = Qt::ControlModifier;
inline constexpr Qt::KeyboardModifiers alt = Qt::AltModifier;

// A dialog above the window, the one that waits for an answer first; else the window.
inline QWidget *foremost()
{
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    QWidget *front = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible()
            && (qobject_cast<QDialog *>(window) || (!front && qobject_cast<ui::MainWindow *>(window))))
            front = window;
    }
    return front;
}

// Where the next key goes: a list that has opened, else what has the focus in the foremost window, which a
// window manager makes the active one.
inline QWidget *receiver()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    QWidget *front = foremost();
    if (front && front != QApplication::activeWindow()) {
        front->activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(front, 300)); // offscreen a modal dialog never is
    }
    static_cast<void>(QTest::qWaitFor([front] { return !front || front->focusWidget(); }, 1000));
    return front && front->focusWidget() ? front->focusWidget() : front;
}

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    if (QWidget *widget = receiver())
        QTest::keyClick(widget, key, modifiers);
    else
        QFAIL("nothing takes a key");
}

// From one to the next; false where the widget is not among them.
[[nodiscard]] inline bool tabTo(const QWidget *widget)
{
    constexpr int most = 40;
    for (int i = 0; i < most && receiver() != widget; ++i)
        press(Qt::Key_Tab);
    return receiver() == widget;
}

// A key that opens a menu, which is left only by the keys that follow.
inline void pressAndGoOn(Qt::Key key, const std::function<void()> &others)
{
    QTimer::singleShot(200, qApp, others);
    press(key);
}

// Signs as they stand on the keys: "3h", "vwwh", "J" with Shift.
inline void keys(const QString &signs)
{
    for (const QChar sign : signs)
        press(Qt::Key(sign.toUpper().unicode()), sign.isUpper() ? shift : Qt::NoModifier);
}

inline void write(const QString &text)
{
    QTest::keyClicks(receiver(), text);
}

// A figure marks alone only when no other key follows it.
inline void waitForPause()
{
    QTest::qWait(QApplication::keyboardInputInterval() + 100);
}

inline void command(const QString &letters)
{
    press(Qt::Key_K, control);
    write(letters);
    press(Qt::Key_Return);
}

// Nothing where the file cannot be read.
inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Into a file dialog, which is to open; false where it does not, or does not take the name.
[[nodiscard]] inline bool typeFileName(const QString &name)
{
    const auto isAsking = [] { return qobject_cast<QFileDialog *>(foremost()) != nullptr; };
    if (!QTest::qWaitFor(isAsking, 5000))
        return false;
    QTest::qWait(300); // until it has listed the folder
    press(Qt::Key_A, control);
    write(name);
    press(Qt::Key_Return);
    if (isAsking()) // the first one took the name from a list of suggestions
        press(Qt::Key_Return);
    return QTest::qWaitFor([&] { return !isAsking(); }, 5000);
}

} // namespace earmark::test
