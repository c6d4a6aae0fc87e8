// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

namespace earmark::ui {

// A name or a heading while it is being written on the page. Enter saves, Escape leaves; going elsewhere
// saves what was changed.
class NameField : public QLineEdit
{
    Q_OBJECT

public:
    explicit NameField(QWidget *page);

    // `choices` are offered from the first moment on.
    void write(const QString &text, const QStringList &choices);
    // Above the field, where below it stands what it is about.
    void setChoicesAbove(bool above) { m_choicesAbove = above; }
    void save() { end(End::SaveIfChanged); }

Q_SIGNALS:
    void entered(const QString &text);
    void left();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class End { Save, SaveIfChanged, Leave };
    void end(End how);

    QString m_before;
    bool m_choicesAbove = false;
    bool m_isOpen = false;
};

} // namespace earmark::ui
