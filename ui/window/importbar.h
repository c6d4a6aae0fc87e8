// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/import.h"

#include <QFrame>
#include <QStringList>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace earmark::ui {

// Takes files in, together or one after the other, and says which one is still missing; shows that an
// import is going on.
class ImportBar : public QFrame
{
    Q_OBJECT

public:
    explicit ImportBar(QWidget *parent = nullptr);

    void addFiles(const QStringList &paths);
    // Files that wait for their counterpart.
    [[nodiscard]] QStringList waiting() const { return m_waiting; }
    // The audio that waits for its transcript, which has been found; empty where none does.
    [[nodiscard]] QString takeAudio();
    // An import more, with what it is called, or one less.
    void beginWork(const QString &text);
    void endWork();

Q_SIGNALS:
    void importRequested(const earmark::library::ImportRequest &request);
    // The reader wants to choose what is missing.
    void chooseRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void readWithoutAudio();
    void forget();

    QStringList m_waiting;
    int m_working = 0;
    QString m_workText;
    QLabel *m_text;
    QProgressBar *m_busy;
    QPushButton *m_choose;
    QPushButton *m_without;
    QToolButton *m_close;
};

} // namespace earmark::ui
