// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesource.h"

#include <QWidget>

#include <memory>

class QFrame;
class QLabel;
class QListView;
class QToolButton;

namespace earmark::ui {

class QuietLabel;
class SourceView;
class WarningModel;

// The transcript as it came, beside the text that was made of it: its name, where the cursor is in it,
// what could not be read.
class SourcePane : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePane(QWidget *parent = nullptr);

    // The source is on its way, or cannot be shown for this reason (a sentence).
    void showNothing(const QString &reason);
    // The source that `transcript` was made of.
    void setSource(const std::shared_ptr<const library::EpisodeSource> &source,
                   const transcript::Transcript &transcript);
    [[nodiscard]] bool hasSource() const { return m_source != nullptr; }
    // Goes to the first place that could not be read.
    void showFirstWarning();

    [[nodiscard]] SourceView *view() const { return m_view; }
    [[nodiscard]] QListView *warnings() const { return m_warnings; }
    [[nodiscard]] QLabel *placeLabel() const { return m_place; }

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *buildHeader();
    void connectParts();
    void fitWarnings();
    void showPlace();

    std::shared_ptr<const library::EpisodeSource> m_source;
    WarningModel *m_model;
    QLabel *m_name;
    QLabel *m_place;
    QToolButton *m_close;
    QLabel *m_count;
    QListView *m_warnings;
    QuietLabel *m_empty;
    SourceView *m_view;
};

} // namespace earmark::ui
