// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "library/errortext.h"
#include "ui/library/episodemodel.h"
#include "ui/library/librarypane.h"
#include "ui/notes/notespane.h"
#include "ui/palette/commandpalette.h"
#include "ui/player/playerbar.h"
#include "ui/source/sourcepane.h"
#include "ui/transcript/findbar.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/amending.h"
#include "ui/window/annotationflow.h"
#include "ui/window/clipcontent.h"
#include "ui/window/dropoverlay.h"
#include "ui/window/exportflow.h"
#include "ui/window/glossaryflow.h"
#include "ui/window/hairline.h"
#include "ui/window/importbar.h"
#include "ui/window/importflow.h"
#include "ui/window/keycount.h"
#include "ui/window/listening.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"
#include "ui/window/replaceflow.h"
#include "ui/window/sourceflow.h"
#include "ui/window/timesflow.h"
#include "ui/window/welcomepage.h"

#include <QCloseEvent>
#include <QCryptographicHash>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr std::chrono::seconds refreshInterval{3};

} // namespace

MainWindow::MainWindow(library::LibraryService &service, playback::Player &player, QSettings &settings, QWidget *parent)
    : QMainWindow(parent), m_service(service), m_player(player), m_settings(settings), m_text(new TranscriptView(this)),
      m_actions(this, m_text), m_count(new KeyCount(*m_text, m_actions, this)), m_episodes(new EpisodeModel(this)),
      m_library(new LibraryPane(*m_episodes, m_actions[ActionId::RemoveEpisode], this)), m_notes(new NotesPane(this)),
      m_playerBar(new PlayerBar(player,
                                {m_actions[ActionId::PlayPause], m_actions[ActionId::Back],
                                 m_actions[ActionId::Forward], m_actions[ActionId::Loop], m_actions[ActionId::Follow]},
                                this)),
      m_messages(new MessageBar(this)), m_importBar(new ImportBar(this)), m_findBar(new FindBar(*m_text, this)),
      m_welcome(new WelcomePage(m_actions[ActionId::OpenFiles], m_actions[ActionId::OpenSample], this)),
      m_pages(new QStackedWidget(this)), m_source(new SourcePane(this)), m_outer(new QSplitter(Qt::Horizontal, this)),
      m_inner(new QSplitter(Qt::Horizontal, this)), m_reading(new QSplitter(Qt::Vertical, this)),
      m_hairline(new Hairline(this)), m_overlay(nullptr), m_palette(new CommandPalette(this)),
      m_imports(new ImportFlow(service, *m_importBar, *m_messages, this)),
      m_sources(new SourceFlow(service, *m_source, *m_text, this)),
      m_replacing(new ReplaceFlow(service, *m_messages, this)),
      m_annotations(new AnnotationFlow(service, *m_messages, this)),
      m_exports(new ExportFlow(service, settings, *m_messages, this)), m_transport(player, *m_text),
      m_times(new TimesFlow(player, *m_text, *m_messages, this)),
      m_glossary(new GlossaryFlow(service, player, *m_text, *m_messages, this)),
      m_amending(new Amending(service, player, *m_text, *m_messages, this)),
      m_listening(new Listening(player, m_actions, *m_playerBar, *m_messages, this))
{
    setWindowTitle(tr("Earmark"));
    setAcceptDrops(true);
    setMinimumSize(560, 400);
    buildPanes();
    buildMenus();
    m_desk = std::make_unique<ReadingDesk>(service, player,
                                           ReadingDesk::Panes{*m_text, *m_notes, *m_playerBar, *m_messages}, this);
    connectService();
    connectActions();
    connectReadingActions();
    connectLook();
    connectMarkActions();
    connectPlayerActions();
    connectTransport();
    restoreState();
    showSession();
    QDesktopServices::setUrlHandler(u"earmark"_s, this, "openLink"); // of links in notes
}

MainWindow::~MainWindow()
{
    // The session tells the panes that it goes, so it goes while they are whole.
    QDesktopServices::unsetUrlHandler(u"earmark"_s);
    m_player.disconnect(this);
    m_service.disconnect(this);
    m_desk->disconnect(this);
    m_desk.reset();
}

void MainWindow::connectService()
{
    using library::LibraryService;
    connect(&m_service, &LibraryService::episodesListed, this, &MainWindow::showEpisodes);
    connect(&m_service, &LibraryService::libraryFailed, this, [this](const Error &error) {
        if (!m_listed) {
            m_welcome->setLibrary(WelcomePage::Library::Unusable);
            m_library->setUnusable();
        }
        m_messages->post({Topic::Library, Message::Kind::Error, library::errorText(error), {}, {}});
    });
    connect(&m_service, &LibraryService::libraryPutBack, this, [this](const QString &path) {
        m_messages->post({Topic::Library,
                          Message::Kind::Note,
                          tr("The library's file was deleted or moved while Earmark had it open. It was written again "
                             "with everything in it: “%1”.")
                              .arg(QDir::toNativeSeparators(path)),
                          {},
                          {}});
    });
    connect(m_imports, &ImportFlow::imported, this, [this](EpisodeId id) {
        m_desk->open(id);
        m_service.listEpisodes();
    });
    connect(m_imports, &ImportFlow::warningsWanted, this, &MainWindow::showWarnings);
    connect(&m_service, &LibraryService::episodeRemoved, this, [this](EpisodeId id) {
        if (m_desk->session() && m_desk->session()->id() == id)
            m_desk->close();
        m_service.listEpisodes();
    });
    connect(&m_service, &LibraryService::removeFailed, this, [this](EpisodeId, const Error &error) {
        m_messages->post({Topic::Library, Message::Kind::Error, library::errorText(error), {}, {}});
    });
    // The session tells a reason once; this hears each. What another window changed it tries again itself.
    connect(&m_service, &LibraryService::editFailed, this, [this](const notes::Edit &, const Error &error) {
        const bool again =
            error.code == ErrorCode::HighlightChangedElsewhere || error.code == ErrorCode::HighlightUnknown;
        if (!again && m_desk->hasRefusedEdits())
            giveUpWaiting();
    });
    connect(&m_service, &LibraryService::readFailed, this, [this](EpisodeId id, const Error &error) {
        const library::EpisodeSession *session = m_desk->session();
        const bool gone = session && session->id() == id && error.code == ErrorCode::EpisodeUnknown;
        if (!gone || session->hasUnsavedEdits())
            return;
        if (m_notes->isWriting()) {
            m_messages->post({Topic::Library, Message::Kind::Warning,
                              tr("Another program has removed this episode from the library. It stays here as long as "
                                 "you need it, but nothing more of it can be saved: copy what you have written."),
                              tr("Close the episode"), [this] { m_desk->close(); }});
            return;
        }
        m_desk->close();
        m_messages->post({Topic::Library,
                          Message::Kind::Note,
                          tr("The episode that was open has been removed from the library by another program."),
                          {},
                          {}});
    });
    m_refresh.setInterval(refreshInterval);
    connect(&m_refresh, &QTimer::timeout, &m_service, &LibraryService::refreshIfChanged);
    connect(m_library, &LibraryPane::episodeChosen, m_desk.get(), &ReadingDesk::open);
    connect(m_desk.get(), &ReadingDesk::sessionChanged, this, &MainWindow::showSession);
    using playback::Player;
    connect(&m_player, &Player::stateChanged, this, &MainWindow::updatePlayable);
    connect(&m_player, &Player::deviceAvailabilityChanged, this, &MainWindow::updatePlayable);
}

void MainWindow::start(const Start &start)
{
    m_start = start;
    m_service.listEpisodes();
}

void MainWindow::addFiles(const QStringList &paths)
{
    m_imports->addFiles(paths);
}

void MainWindow::showEpisodes(const std::vector<store::Episode> &episodes)
{
    m_episodes->setEpisodes(episodes);
    m_welcome->setLibrary(episodes.empty() ? WelcomePage::Library::Empty : WelcomePage::Library::HasEpisodes);
    if (const library::EpisodeSession *session = m_desk->session()) {
        m_library->setCurrent(session->id());
        countHighlights();
    }
    if (!m_listed) {
        m_listed = true;
        openFirst();
        watchLibrary();
    }
}

void MainWindow::openFirst()
{
    if (m_start.sample)
        m_imports->importSample();
    if (!m_start.files.isEmpty())
        m_imports->addFiles(m_start.files);
    if (!m_start.link.isEmpty())
        openLink(m_start.link);
    if (m_start.sample || !m_start.files.isEmpty() || (!m_start.link.isEmpty() && m_desk->isOpening()))
        return;
    const EpisodeId last{m_settings.value(lastEpisodeKey()).toLongLong()};
    const EpisodeId wanted = m_start.episode.isValid() ? m_start.episode : last;
    const std::vector<store::Episode> &episodes = m_episodes->episodes();
    if (m_episodes->indexOf(wanted).isValid())
        m_desk->open(wanted);
    else if (!episodes.empty())
        m_desk->open(episodes.front().id); // the newest: imported in a terminal, perhaps
}

void MainWindow::showSession()
{
    library::EpisodeSession *session = m_desk->session();
    m_findBar->end();
    m_transport.setSession(session);
    m_messages->clear(Topic::Loop);
    m_times->setSession(session);
    m_glossary->setSession(session);
    m_amending->setSession(session);
    m_listening->setSession(session);
    m_pages->setCurrentWidget(session ? static_cast<QWidget *>(m_text) : m_welcome);
    m_library->setCurrent(session ? session->id() : EpisodeId{});
    setWindowTitle(session ? tr("%1 – Earmark").arg(session->episode().title) : tr("Earmark"));
    if (session) {
        m_settings.setValue(lastEpisodeKey(), session->id().value);
        using library::EpisodeSession;
        // Unique, because the same session is shown again where another one had to wait.
        connect(session, &EpisodeSession::highlightAdded, this, &MainWindow::countHighlights, Qt::UniqueConnection);
        connect(session, &EpisodeSession::highlightRemoved, this, &MainWindow::countHighlights, Qt::UniqueConnection);
        connect(session, &EpisodeSession::historyChanged, this, &MainWindow::updateActions, Qt::UniqueConnection);
        // What failed is heard at once, and what is saved later, so the window stays where both are told.
        connect(session, &EpisodeSession::saveFailed, this, &MainWindow::giveUpWaiting, Qt::UniqueConnection);
        connect(session, &EpisodeSession::amendmentsFailed, this, &MainWindow::giveUpWaiting, Qt::UniqueConnection);
        connect(session, &EpisodeSession::allSaved, this, &MainWindow::closeIfWaiting,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
    } else {
        stopWaiting();
    }
    m_sources->setSession(session);
    showPanes();
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    updateActions();
    updatePlayable();
    if (session && session->id() == m_warningsOf)
        showWarnings(session->id());
}

void MainWindow::showWarnings(EpisodeId id)
{
    const library::EpisodeSession *session = m_desk->session();
    const bool isOpen = session && session->id() == id;
    m_warningsOf = isOpen ? EpisodeId{} : id;
    if (!isOpen) {
        m_desk->open(id);
        return;
    }
    m_actions[ActionId::ShowSource]->setChecked(true);
    showPanes();
    m_sources->showFirstWarning();
}

void MainWindow::countHighlights()
{
    const library::EpisodeSession *session = m_desk->session();
    m_episodes->setHighlightCount(session->id(), int(session->highlights().size()));
}

QString MainWindow::lastEpisodeKey() const
{
    const QByteArray path = m_service.libraryPath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().first(12);
    return u"lastEpisode/"_s + QString::fromLatin1(hash);
}

void MainWindow::setWatched()
{
    m_desk->setWatched(isVisible() && !isMinimized());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_desk) {
        setFullScreen(isFullScreen()); // the desktop has keys of its own for it
        setWatched();
    }
    if (event->type() == QEvent::ActivationChange)
        watchLibrary();
}

// A terminal adds episodes and marks beside us; whoever comes back from there wants to see them.
void MainWindow::watchLibrary()
{
    if (!isActiveWindow()) {
        m_refresh.stop();
    } else if (m_listed) {
        m_service.refreshIfChanged();
        m_refresh.start();
    }
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    fitWidth();
    setWatched();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    if (m_desk)
        setWatched();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_placed)
        fitWidth();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    m_desk->savePosition();
    library::EpisodeSession *session = m_desk->session();
    if (m_closeAnyway || !session || !session->hasUnsavedEdits()) {
        stopWaiting();
        QMainWindow::closeEvent(event);
        return;
    }
    // The last key presses are on their way to the disk; the window goes when they are there. What was
    // refused before may find room now. Whoever asks twice does not want to wait.
    event->ignore();
    if (std::exchange(m_closing, true) && m_desk->hasRefusedEdits())
        giveUpWaiting();
    else
        session->retryUnsaved();
}

void MainWindow::closeIfWaiting()
{
    if (m_closing)
        close();
}

void MainWindow::giveUpWaiting()
{
    if (std::exchange(m_closing, false) && m_desk->hasRefusedEdits())
        confirmClosing();
}

void MainWindow::stopWaiting()
{
    m_closing = false;
}

} // namespace earmark::ui
