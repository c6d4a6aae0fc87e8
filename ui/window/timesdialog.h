// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "ui/window/listdialog.h"

namespace earmark::ui {

// Lists what the reader has said of the times, in the order of the audio. Deletes itself.
class TimesDialog : public ListDialog
{
    Q_OBJECT

public:
    // The session must outlive it.
    explicit TimesDialog(library::EpisodeSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void playWanted(earmark::MediaTime time);

protected:
    void activateRow() override { playRow(); }
    void playRow() override;
    void removeRow() override;
    void rowChanged() override;

private:
    // A word, or else a stretch that is not in the text.
    struct Row {
        transcript::TokenIndex token = -1;
        MediaSpan span;
    };

    void refresh();
    [[nodiscard]] const Row *current() const;
    [[nodiscard]] QString textOf(const Row &row) const;

    library::EpisodeSession &m_session;
    std::vector<Row> m_rows;
    QPushButton *m_play;
    QPushButton *m_remove;
};

} // namespace earmark::ui
