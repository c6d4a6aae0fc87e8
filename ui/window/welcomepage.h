// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace earmark::ui {

// Stands where the text will be while no episode is open, and says how to get there.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(QAction *open, QAction *sample, QWidget *parent = nullptr);

    enum class Library { Empty, HasEpisodes, Unusable };
    void setLibrary(Library library);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();

    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_formats;
    QPushButton *m_open;
    QPushButton *m_sample;
};

} // namespace earmark::ui
