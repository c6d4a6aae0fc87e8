// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/commandmodel.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace earmark::ui {

// Everything that can be done, found by typing a few letters of its name. Lies over the upper part of
// its parent until a command was chosen, Escape was pressed or the focus went elsewhere; then the focus
// is where it was.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    void open(std::vector<Command> commands, const QStringList &recent);
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QString &id); // before it is done

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool pressed(int key);
    void search(const QString &pattern);
    void run();
    void leave();
    void place();

    CommandModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace earmark::ui
