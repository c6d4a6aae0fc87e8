// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/libraryservice.h"
#include "playback/player.h"
#include "ui/theme/textlook.h"
#include "ui/window/actions.h"
#include "ui/window/transport.h"

#include <QMainWindow>
#include <QTimer>
#include <QUrl>

#include <memory>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace earmark::ui {

class CommandPalette;
class DropOverlay;
class EpisodeModel;
class AnnotationFlow;
class ExportDialog;
class ExportFlow;
class FindBar;
class GlossaryFlow;
class Hairline;
class ImportBar;
class ImportFlow;
class KeyCount;
class LibraryPane;
class Listening;
class MessageBar;
class NotesPane;
class PlayerBar;
class ReadingDesk;
class ReplaceFlow;
class SourceFlow;
class SourcePane;
class Amending;
class TimesFlow;
class TranscriptView;
class WelcomePage;

// Places the panes and wires the actions.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(library::LibraryService &service, playback::Player &player, QSettings &settings,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    // What to begin with; without anything the episode that was open last.
    struct Start {
        QStringList files;
        QUrl link; // earmark://episode/…
        bool sample = false;
        EpisodeId episode;
    };
    void start(const Start &start);
    void exportTo(const QString &path);
    ExportDialog *askExport();
    void addFiles(const QStringList &paths);
    // Someone asked for the window; `token` is the compositor's leave to do so, may be empty.
    void comeForward(const QString &token);
    // Files and earmark:// links, as they come from the command line or the bus.
    void openUrls(const QList<QUrl> &urls);

    [[nodiscard]] QAction *action(ActionId id) const { return m_actions[id]; }
    [[nodiscard]] TimesFlow *times() const { return m_times; }
    [[nodiscard]] GlossaryFlow *glossary() const { return m_glossary; }
    [[nodiscard]] Amending *amending() const { return m_amending; }
    [[nodiscard]] ReplaceFlow *replacing() const { return m_replacing; }
    [[nodiscard]] ReadingDesk *desk() const { return m_desk.get(); }
    [[nodiscard]] TranscriptView *text() const { return m_text; }
    [[nodiscard]] NotesPane *notes() const { return m_notes; }
    [[nodiscard]] LibraryPane *libraryPane() const { return m_library; }
    [[nodiscard]] PlayerBar *playerBar() const { return m_playerBar; }
    [[nodiscard]] SourcePane *source() const { return m_source; }
    [[nodiscard]] Listening *listening() const { return m_listening; }
    [[nodiscard]] MessageBar *messages() const { return m_messages; }
    [[nodiscard]] FindBar *findBar() const { return m_findBar; }
    [[nodiscard]] ImportBar *importBar() const { return m_importBar; }
    [[nodiscard]] WelcomePage *welcome() const { return m_welcome; }

public Q_SLOTS:
    // earmark://episode/…, see notes/links.h; says so where there is no such place.
    void openLink(const QUrl &link);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildReading();
    void buildPanes();
    void buildMenus();
    void addHighlightsHere(QMenu &menu);
    void showTextMenu(QPoint inText);
    void connectActions();
    void connectReadingActions();
    void connectLook();
    void setLook(const TextLook &look);
    void connectMarkActions();
    void showNotes();
    void nameMarks();
    void takeMarkNames(const notes::MarkNames &names);
    void connectPlayerActions();
    void connectTransport();
    void connectService();
    void restoreState();
    void saveState();
    void fitWidth();
    void showPanes();
    void setFullScreen(bool on);
    void setWatched();
    void watchLibrary();
    void updateActions();
    void updatePlayable();
    void showEpisodes(const std::vector<store::Episode> &episodes);
    void showSession();
    void countHighlights();
    [[nodiscard]] bool isMissingAudio(const QStringList &paths) const;
    void openFirst();
    void showWarnings(EpisodeId id);
    void confirmRemoval();
    void confirmClosing();
    void closeIfWaiting();
    void giveUpWaiting();
    void stopWaiting();
    void showAbout();
    void showCommands();
    void rememberCommand(const QString &id);
    void changeKeys();
    [[nodiscard]] QString lastEpisodeKey() const;

    library::LibraryService &m_service;
    playback::Player &m_player;
    QSettings &m_settings;

    TranscriptView *m_text;
    Actions m_actions;
    KeyCount *m_count;
    notes::MarkNames m_markNames;
    EpisodeModel *m_episodes;
    LibraryPane *m_library;
    NotesPane *m_notes;
    PlayerBar *m_playerBar;
    MessageBar *m_messages;
    ImportBar *m_importBar;
    FindBar *m_findBar;
    WelcomePage *m_welcome;
    QStackedWidget *m_pages;
    SourcePane *m_source;
    QSplitter *m_outer;   // library | reading
    QSplitter *m_inner;   // text | notes, one below the other where it is narrow
    QSplitter *m_reading; // text | source, one below the other unless it is very wide
    Hairline *m_hairline;
    DropOverlay *m_overlay;
    CommandPalette *m_palette;
    ImportFlow *m_imports;
    SourceFlow *m_sources;
    ReplaceFlow *m_replacing;
    AnnotationFlow *m_annotations;
    ExportFlow *m_exports;
    std::unique_ptr<ReadingDesk> m_desk;
    Transport m_transport;
    TimesFlow *m_times;
    GlossaryFlow *m_glossary;
    Amending *m_amending;
    Listening *m_listening;

    struct Panes {
        bool library = true;
        bool notes = true;
        bool source = false;
    };
    Panes m_panesBefore; // full screen
    QTimer m_refresh;    // while the window is the active one
    Start m_start;
    EpisodeId m_warningsOf; // wanted in the source as soon as it is open
    bool m_listed = false;  // the library has told its episodes
    bool m_placed = false;  // panes have got their first sizes
    bool m_closing = false; // closes as soon as all is saved
    bool m_closeAnyway = false;
};

} // namespace earmark::ui
