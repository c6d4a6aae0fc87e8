// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "notes/marknames.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace earmark::ui {

class HighlightDelegate;
class HighlightFilter;
class HighlightModel;
class MarkdownEditor;
class NotePreview;
class TagField;

// The highlights and moments of the open episode, and the tags and the note of the chosen one.
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
    void editTags(HighlightId id);
    // A link to this place of the audio where the cursor of the note is.
    void insertTime(EpisodeId episode, MediaTime time);
    // Between writing and reading the note.
    void togglePreview();
    void setKnownTags(const std::vector<store::TagCount> &tags);
    void setMarkNames(const notes::MarkNames &names);
    [[nodiscard]] HighlightId chosen() const;
    // Whether the reader is in the middle of a note.
    [[nodiscard]] bool isWriting() const;

    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] MarkdownEditor *editor() const { return m_editor; }
    [[nodiscard]] HighlightModel *model() const { return m_model; }
    [[nodiscard]] HighlightFilter *filter() const { return m_filter; }
    [[nodiscard]] QLineEdit *filterField() const { return m_filterField; }
    [[nodiscard]] TagField *tagField() const { return m_tags; }
    [[nodiscard]] NotePreview *preview() const { return m_preview; }

    // How list and editor share the height, for the window's settings.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    // By a click or Enter.
    void highlightActivated(earmark::HighlightId id);
    void playRequested(earmark::HighlightId id);
    // The tags of the library are needed, see setKnownTags().
    void tagsWanted();
    // Esc: back to the text.
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildList();
    QWidget *buildFilter(QWidget *parent);
    void buildArrangement();
    QWidget *buildEditor();
    void connectModel();
    void connectEditor();
    [[nodiscard]] QModelIndex listed(HighlightId id) const;
    // It is to be worked on: nothing may keep it from being listed.
    bool chooseSurely(HighlightId id);
    void removeChosen();
    void showListMenu(QPoint inList);
    void showChosen();
    void showPlace(const notes::Highlight &highlight);
    void tellWriting();
    void scrollToChosen();
    void takeChanged(const notes::Highlight &highlight);
    void updateEmpty();
    void showEditor(bool shown);

    library::EpisodeSession *m_session = nullptr;
    HighlightModel *m_model;
    HighlightFilter *m_filter;
    HighlightDelegate *m_delegate = nullptr;
    QListView *m_list;
    QLabel *m_heading;
    QLabel *m_empty;
    QLineEdit *m_filterField;
    QToolButton *m_arrange;
    QLabel *m_noteLabel;
    QToolButton *m_readButton;
    QWidget *m_filterPart = nullptr;
    QWidget *m_editorPart;
    QSplitter *m_splitter;
    TagField *m_tags;
    QStackedWidget *m_note;
    MarkdownEditor *m_editor;
    NotePreview *m_preview;
    notes::MarkNames m_names;
    bool m_scrolling = false; // to the chosen one, soon
    HighlightId m_shown;      // whose note stands in the editor
    bool m_shared = false;    // list and editor have got their first sizes
};

} // namespace earmark::ui
