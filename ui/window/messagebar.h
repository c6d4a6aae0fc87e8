// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace earmark::ui {

// What a message is about: a newer one about the same takes the older one's place.
enum class Topic {
    Library,
    Import,
    Saving,
    Playback,
    Audio,
    AudioPlace,
    RecordingEnd,
    Sleep,
    Alignment,
    Export,
    Loop,
    Times,
    Text,
    Glossary,
};

struct Message {
    enum class Kind { Note, Warning, Error };

    Topic topic = Topic::Library;
    Kind kind = Kind::Note;
    QString text;
    QString buttonText;                   // empty: no button
    std::function<void()> help;           // what the button does
    std::function<void()> dismissed = {}; // the reader closed the message
};

// Says at the top of a pane what happened, what was kept and what helps. Shows one message, the
// newest; the one before it comes up when it is closed.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void post(Message message);
    // The matter has settled itself.
    void clear(Topic topic);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isShowing(Topic topic) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void help();
    void dismiss();

    std::vector<Message> m_messages; // the one shown is the last
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_help;
    QToolButton *m_close;
};

} // namespace earmark::ui
