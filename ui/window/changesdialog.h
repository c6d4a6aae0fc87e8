// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "ui/window/listdialog.h"

namespace earmark::ui {

// Lists what the reader, and reading itself, have changed of the text, in its order; each can be looked at,
// heard and taken back. Deletes itself.
class ChangesDialog : public ListDialog
{
    Q_OBJECT

public:
    // The session must outlive it.
    explicit ChangesDialog(library::EpisodeSession &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void playWanted(earmark::transcript::TokenIndex token);
    void showWanted(earmark::transcript::TokenSpan span);

protected:
    void activateRow() override;
    void playRow() override;
    void removeRow() override;
    void rowChanged() override;

private:
    // What a reader said, or else a number that reading has put together.
    struct Row {
        AmendmentId id;
        transcript::TokenSpan span;
        bool isLost = false;
    };

    void refresh();
    [[nodiscard]] const Row *current() const;
    [[nodiscard]] QString textOf(const Row &row) const;
    [[nodiscard]] QString textOf(const transcript::Amendment &amendment) const;

    library::EpisodeSession &m_session;
    std::vector<Row> m_rows;
    QPushButton *m_go;
    QPushButton *m_play;
    QPushButton *m_revert;
};

} // namespace earmark::ui
