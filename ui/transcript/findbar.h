// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace earmark::ui {

class TranscriptView;

// Below the text: what is searched for in it, and how many places there are. Typing searches at once;
// Enter and Shift+Enter go on and back; Esc ends the search. Hidden until it is opened.
class FindBar : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(TranscriptView &view, QWidget *parent = nullptr);

    // Puts the cursor into the bar; with words selected in the text, these are searched for.
    void open();
    // The next or previous place of what was searched for last; without such, opens.
    void goOn();
    void goBack();
    // Takes the outlines from the text and the bar away; what was searched for is remembered.
    void end();

    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QString countText() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void resume();
    void showCount();

    TranscriptView &m_view;
    QLineEdit *m_field;
    QLabel *m_count;
};

} // namespace earmark::ui
