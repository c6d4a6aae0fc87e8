// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/actions.h"

#include <QObject>
#include <QTimer>

class QKeyEvent;
class QLabel;

namespace earmark::ui {

class TranscriptView;

// Numbers typed before a key in the text: "3h", "12j". A figure from 1 to 8 begins one and is shown in
// the text's corner; further figures go on with it, Escape takes it back. A key that counts (see
// ActionSpec::counts) takes it. A single figure that nothing of the sort follows, before another key or
// the desktop's pause between key presses (QApplication::keyboardInputInterval), does what it does
// alone. Where words were selected with the mouse or with Shift, it does so at once.
class KeyCount : public QObject
{
    Q_OBJECT

public:
    KeyCount(TranscriptView &view, const Actions &actions, QObject *parent = nullptr);

    // How often, 1 without a number; the number is used up.
    [[nodiscard]] int take();
    [[nodiscard]] QString pending() const { return m_digits; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isDigitOfMine(const QKeyEvent &key) const;
    [[nodiscard]] bool counts(const QKeyEvent &key) const;
    bool overrides(const QKeyEvent &key);
    bool press(const QKeyEvent &key);
    void actAlone();
    void clear();
    void show();

    TranscriptView &m_view;
    const Actions &m_actions;
    QString m_digits;
    quint64 m_number = 0; // how many have been begun
    QTimer m_pause;
    QLabel *m_label;
};

} // namespace earmark::ui
