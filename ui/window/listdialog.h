// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace earmark::ui {

// A window that lists what a reader has said: each can be visited and taken back. Deletes itself.
class ListDialog : public QDialog
{
    Q_OBJECT

public:
    [[nodiscard]] QListWidget *list() const { return m_list; }

protected:
    // `empty` stands in place of a list without rows; `room` in letters and lines.
    ListDialog(const QString &title, const QString &empty, QSize room, QWidget *parent);

    // The keys of a tool tip stand behind it.
    QPushButton *addButton(const QString &text, const QString &toolTip, Qt::Key key = {});
    // The same row is current afterwards, as far as there is one.
    void setRows(const QStringList &rows);
    [[nodiscard]] int row() const;

    // Of the current row: it was double-clicked or Enter pressed; Space; Delete. Where there is none, or
    // another: what can be done with it.
    virtual void activateRow() = 0;
    virtual void playRow() = 0;
    virtual void removeRow() = 0;
    virtual void rowChanged() = 0;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QListWidget *m_list;
    QLabel *m_empty;
    QDialogButtonBox *m_buttons;
};

} // namespace earmark::ui
