// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace earmark::ui {

// One line that says how well the words' times are known, and nothing once they are. How far that is, the timeline
// shows.
class AlignmentBar : public QWidget
{
    Q_OBJECT

public:
    enum class State {
        Exact,     // nothing to say; hidden
        Estimated, // of all words or of those between known ones; there is sound to match them to
        Waiting,   // for another episode's alignment
        Aligning,
    };

    explicit AlignmentBar(QWidget *parent = nullptr);

    // `hasTimes`: some are known already, from the captions or by ear.
    void setState(State state, bool hasTimes);
    void setProgress(double done); // 0 to 1
    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    // 0 to 1 while words are matched or wait for it; nullopt: they are not.
    void progressed(std::optional<double> done);
    void alignRequested();
    void cancelRequested();

private:
    void refresh();

    State m_state = State::Exact;
    bool m_hasTimes = false;
    int m_permille = 0;
    QLabel *m_label;
    QLabel *m_remark;
    QPushButton *m_button;
};

} // namespace earmark::ui
