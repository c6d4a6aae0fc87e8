// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace earmark::ui {

// One line that says how well the words' times are known, and nothing once they are.
class AlignmentBar : public QWidget
{
    Q_OBJECT

public:
    enum class State {
        Exact,     // nothing to say; hidden
        Estimated, // from word lengths, there is sound to match them to
        Waiting,   // for another episode's alignment
        Aligning,
    };

    explicit AlignmentBar(QWidget *parent = nullptr);

    void setState(State state);
    void setProgress(double done); // 0 to 1
    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    void alignRequested();
    void cancelRequested();

private:
    void refresh();

    State m_state = State::Exact;
    int m_percent = 0;
    QProgressBar *m_bar;
    QLabel *m_label;
    QLabel *m_remark;
    QPushButton *m_button;
};

} // namespace earmark::ui
