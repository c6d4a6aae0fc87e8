// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"

#include "library/errortext.h"
#include "ui/library/episodemodel.h"
#include "ui/library/librarypane.h"
#include "ui/notes/notespane.h"
#include "ui/player/playerbar.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/dropoverlay.h"
#include "ui/window/hairline.h"
#include "ui/window/importbar.h"
#include "ui/window/importflow.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"
#include "ui/window/welcomepage.h"

#include <QCloseEvent>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr int narrow = 900; // pixels at 96 dpi; below, the notes go under the text

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(library::LibraryService &service, playback::Player &player, QSettings &settings, QWidget *parent)
    : QMainWindow(parent), m_service(service), m_player(player), m_settings(settings), m_text(new TranscriptView(this)),
      m_actions(this, m_text), m_episodes(new EpisodeModel(this)),
      m_library(new LibraryPane(*m_episodes, m_actions[ActionId::RemoveEpisode], this)), m_notes(new NotesPane(this)),
      m_playerBar(new PlayerBar(player,
                                {m_actions[ActionId::PlayPause], m_actions[ActionId::Back],
                                 m_actions[ActionId::Forward], m_actions[ActionId::Follow]},
                                this)),
      m_messages(new MessageBar(this)), m_importBar(new ImportBar(this)),
      m_welcome(new WelcomePage(m_actions[ActionId::OpenFiles], m_actions[ActionId::OpenSample], this)),
      m_pages(new QStackedWidget(this)), m_outer(new QSplitter(Qt::Horizontal, this)),
      m_inner(new QSplitter(Qt::Horizontal, this)), m_hairline(new Hairline(this)), m_overlay(nullptr),
      m_imports(new ImportFlow(service, *m_importBar, *m_messages, this))
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
    connectPlayerActions();
    restoreState();
    showSession();
}

MainWindow::~MainWindow()
{
    // The session tells the panes that it goes, so it goes while they are whole.
    m_player.disconnect(this);
    m_service.disconnect(this);
    m_desk->disconnect(this);
    m_desk.reset();
}

QWidget *MainWindow::buildReading()
{
    auto *reading = new QWidget(m_inner);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_text);
    m_text->setAccessibleName(tr("Transcript"));
    auto *layout = new QVBoxLayout(reading);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_importBar);
    layout->addWidget(m_pages, 1);
    reading->setMinimumWidth(280);
    m_overlay = new DropOverlay(reading);
    return reading;
}

void MainWindow::buildPanes()
{
    m_inner->addWidget(buildReading());
    m_inner->addWidget(m_notes);
    m_inner->setStretchFactor(0, 1);
    m_inner->setStretchFactor(1, 0);
    m_inner->setChildrenCollapsible(false);
    m_outer->addWidget(m_library);
    m_outer->addWidget(m_inner);
    m_outer->setStretchFactor(0, 0);
    m_outer->setStretchFactor(1, 1);
    m_outer->setChildrenCollapsible(false);
    for (QSplitter *splitter : {m_outer, m_inner})
        splitter->setHandleWidth(1);

    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_outer, 1);
    layout->addWidget(m_hairline);
    layout->addWidget(m_playerBar);
    setCentralWidget(centre);
    setTabOrder(m_text, m_notes->list());
}

void MainWindow::buildMenus()
{
    for (const ActionMenu menu :
         {ActionMenu::File, ActionMenu::Edit, ActionMenu::View, ActionMenu::Go, ActionMenu::Play, ActionMenu::Help}) {
        QMenu *entry = menuBar()->addMenu(menuTitle(menu));
        for (const ActionSpec &spec : actionTable()) {
            if (spec.menu != menu)
                continue;
            if (spec.separatorBefore)
                entry->addSeparator();
            entry->addAction(m_actions[spec.id]);
        }
    }
}

void MainWindow::connectService()
{
    using library::LibraryService;
    connect(&m_service, &LibraryService::episodesListed, this, &MainWindow::showEpisodes);
    connect(&m_service, &LibraryService::libraryFailed, this, [this](const Error &error) {
        m_messages->post({Topic::Library, Message::Kind::Error, library::errorText(error), {}, {}});
    });
    connect(m_imports, &ImportFlow::imported, this, [this](EpisodeId id) {
        m_desk->open(id);
        m_service.listEpisodes();
    });
    connect(&m_service, &LibraryService::episodeRemoved, this, [this](EpisodeId id) {
        if (m_desk->session() && m_desk->session()->id() == id)
            m_desk->close();
        m_service.listEpisodes();
    });
    connect(&m_service, &LibraryService::removeFailed, this, [this](EpisodeId, const Error &error) {
        m_messages->post({Topic::Library, Message::Kind::Error, library::errorText(error), {}, {}});
    });
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
        m_episodes->setHighlightCount(session->id(), int(session->highlights().size()));
    }
    if (!m_listed) {
        m_listed = true;
        openFirst();
    }
}

void MainWindow::openFirst()
{
    if (m_start.sample)
        m_imports->importSample();
    if (!m_start.files.isEmpty())
        m_imports->addFiles(m_start.files);
    if (m_start.sample || !m_start.files.isEmpty())
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
    m_pages->setCurrentWidget(session ? static_cast<QWidget *>(m_text) : m_welcome);
    m_notes->setEnabled(session != nullptr);
    m_library->setCurrent(session ? session->id() : EpisodeId{});
    setWindowTitle(session ? tr("%1 – Earmark").arg(session->episode().title) : tr("Earmark"));
    if (session) {
        m_settings.setValue(lastEpisodeKey(), session->id().value);
        using library::EpisodeSession;
        const auto count = [this, session] {
            m_episodes->setHighlightCount(session->id(), int(session->highlights().size()));
        };
        connect(session, &EpisodeSession::highlightAdded, this, count);
        connect(session, &EpisodeSession::highlightRemoved, this, count);
        connect(session, &EpisodeSession::historyChanged, this, &MainWindow::updateActions, Qt::UniqueConnection);
        // What failed is heard at once, and what is saved later, so the window stays where both are told.
        connect(session, &EpisodeSession::saveFailed, this, &MainWindow::stopWaiting, Qt::UniqueConnection);
        connect(session, &EpisodeSession::allSaved, this, &MainWindow::closeIfWaiting,
                Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
        m_text->setFocus(Qt::OtherFocusReason);
    } else {
        stopWaiting();
    }
    updateActions();
    updatePlayable();
}

QString MainWindow::lastEpisodeKey() const
{
    const QByteArray path = m_service.libraryPath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex().first(12);
    return u"lastEpisode/"_s + QString::fromLatin1(hash);
}

void MainWindow::restoreState()
{
    // The frame that the window manager adds must find room on the screen too.
    constexpr QSize frame{16, 48};
    resize(QSize(1280, 800).boundedTo(screen()->availableSize() - frame));
    restoreGeometry(m_settings.value("window/geometry").toByteArray());
    m_library->setVisible(m_settings.value("window/library", true).toBool());
    m_notes->setVisible(m_settings.value("window/notes", true).toBool());
    m_notes->restoreState(m_settings.value("window/notesParts").toByteArray());
    m_text->setZoom(m_settings.value("window/zoom", 1.0).toDouble());
    if (m_settings.contains("player/volume"))
        m_player.setVolume(m_settings.value("player/volume").toDouble());
    if (m_settings.contains("player/speed"))
        m_player.setSpeed(m_settings.value("player/speed").toDouble());
    m_actions[ActionId::ShowLibrary]->setChecked(!m_library->isHidden());
    m_actions[ActionId::ShowNotes]->setChecked(!m_notes->isHidden());
}

void MainWindow::saveState()
{
    if (isFullScreen())
        setFullScreen(false);
    m_settings.setValue("window/geometry", saveGeometry());
    m_settings.setValue("window/library", m_actions[ActionId::ShowLibrary]->isChecked());
    m_settings.setValue("window/notes", m_actions[ActionId::ShowNotes]->isChecked());
    m_settings.setValue("window/notesParts", m_notes->saveState());
    m_settings.setValue("window/outer", m_outer->saveState());
    const bool side = m_inner->orientation() == Qt::Horizontal;
    m_settings.setValue(side ? "window/innerBeside" : "window/innerBelow", m_inner->saveState());
    m_settings.setValue("window/zoom", m_text->zoom());
    m_settings.setValue("player/volume", m_player.volume());
    m_settings.setValue("player/speed", m_player.speed());
}

// Notes stand beside the text, or below it where there is no room for both. How the space is shared is
// remembered for each.
void MainWindow::fitWidth()
{
    const Qt::Orientation wanted = width() < narrow ? Qt::Vertical : Qt::Horizontal;
    const bool turned = m_inner->orientation() != wanted;
    if (m_placed && !turned)
        return;
    if (m_placed) {
        const bool side = m_inner->orientation() == Qt::Horizontal;
        m_settings.setValue(side ? "window/innerBeside" : "window/innerBelow", m_inner->saveState());
    }
    m_inner->setOrientation(wanted);
    const bool side = wanted == Qt::Horizontal;
    const QByteArray kept = m_settings.value(side ? "window/innerBeside" : "window/innerBelow").toByteArray();
    const int libraryWidth = std::clamp(width() * 18 / 100, 150, 260);
    if (!m_placed && !m_outer->restoreState(m_settings.value("window/outer").toByteArray()))
        m_outer->setSizes({libraryWidth, width() - libraryWidth});
    const int notesSize = side ? std::clamp(width() * 25 / 100, 230, 360) : height() * 35 / 100;
    if (!m_inner->restoreState(kept))
        m_inner->setSizes({(side ? width() - libraryWidth : height()) - notesSize, notesSize});
    m_inner->setOrientation(wanted);
    m_placed = true;
}

void MainWindow::setFullScreen(bool on)
{
    m_actions[ActionId::FullScreen]->setChecked(on);
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, on));
    menuBar()->setVisible(!on);
    m_playerBar->setVisible(!on);
    m_hairline->setVisible(on);
    m_library->setVisible(!on && m_actions[ActionId::ShowLibrary]->isChecked());
    m_notes->setVisible(!on && m_actions[ActionId::ShowNotes]->isChecked());
    m_text->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setWatched()
{
    m_desk->setWatched(isVisible() && !isMinimized());
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_desk)
        setWatched();
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

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    const QStringList waiting = m_importBar->waiting();
    m_overlay->setText(waiting.isEmpty()
                           ? tr("Drop an episode and its transcript here")
                           : tr("Drop what goes with “%1” here").arg(QFileInfo(waiting.first()).fileName()));
    m_overlay->show();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_overlay->hide();
    event->acceptProposedAction();
    addFiles(localFiles(event->mimeData()));
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
    // The last key presses are on their way to the disk; the window goes when they are there.
    event->ignore();
    m_closing = !m_desk->hasRefusedEdits();
    if (!m_closing)
        confirmClosing();
}

void MainWindow::closeIfWaiting()
{
    if (m_closing)
        close();
}

void MainWindow::stopWaiting()
{
    m_closing = false;
}

} // namespace earmark::ui
