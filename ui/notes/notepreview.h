// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace earmark::ui {

// A note as Markdown means it. Loads no picture and follows no link by itself: a click or Enter on one
// asks the desktop.
class NotePreview : public QTextBrowser
{
    Q_OBJECT

public:
    explicit NotePreview(QWidget *parent = nullptr);

    void showNote(const QString &markdown);
    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void leaveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace earmark::ui
