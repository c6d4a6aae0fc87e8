// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"

#include <QWidget>

class QLabel;
class QListView;
class QSplitter;
class QStackedWidget;

namespace earmark::ui {

class HighlightModel;
class MarkdownEditor;

// The highlights of the open episode and the note of the chosen one.
class NotesPane : public QWidget
{
    Q_OBJECT

public:
    explicit NotesPane(QWidget *parent = nullptr);

    // nullptr empties the pane. The session must outlive its being set.
    void setSession(library::EpisodeSession *session);
    // Chooses the highlight; its note comes into the editor.
    void choose(HighlightId id);
    // Chooses it and puts the cursor into its note.
    void edit(HighlightId id);
    [[nodiscard]] HighlightId chosen() const;
    // Whether the reader is in the middle of a note.
    [[nodiscard]] bool isWriting() const;

    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] MarkdownEditor *editor() const { return m_editor; }
    [[nodiscard]] HighlightModel *model() const { return m_model; }

    // How list and editor share the height, for the window's settings.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    // By a click or Enter.
    void highlightActivated(earmark::HighlightId id);
    // Esc: back to the text.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildEditor();
    void connectModel();
    void removeChosen();
    void showChosen();
    void tellWriting();
    void takeChanged(const notes::Highlight &highlight);
    void updateEmpty();
    void showEditor(bool shown);

    library::EpisodeSession *m_session = nullptr;
    HighlightModel *m_model;
    QListView *m_list;
    QLabel *m_heading;
    QLabel *m_empty;
    QLabel *m_noteLabel;
    QWidget *m_editorPart;
    QSplitter *m_splitter;
    MarkdownEditor *m_editor;
    HighlightId m_shown;   // whose note stands in the editor
    bool m_shared = false; // list and editor have got their first sizes
};

} // namespace earmark::ui
