// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of MainWindow that says what its actions do.
#include "ui/library/episodemodel.h"
#include "ui/library/librarypane.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/notespane.h"
#include "ui/palette/commandpalette.h"
#include "ui/source/sourcepane.h"
#include "ui/transcript/findbar.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/amending.h"
#include "ui/window/annotationflow.h"
#include "ui/window/clipcontent.h"
#include "ui/window/exportflow.h"
#include "ui/window/glossaryflow.h"
#include "ui/window/hairline.h"
#include "ui/window/importflow.h"
#include "ui/window/keycount.h"
#include "ui/window/keymap.h"
#include "ui/window/keysdialog.h"
#include "ui/window/keyseditor.h"
#include "ui/window/listening.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"
#include "ui/window/replaceflow.h"
#include "ui/window/timesflow.h"
#include "ui/window/welcomepage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

using namespace std::chrono_literals;

constexpr MediaTime skipDistance = 5s;
constexpr double speedStep = 0.1;
constexpr double volumeStep = 0.05;
constexpr double zoomStep = 1.1;

} // namespace

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto &&act) { connect(m_actions[id], &QAction::triggered, this, act); };
    on(ActionId::OpenFiles, [this] { m_imports->chooseFiles(); });
    on(ActionId::OpenSample, [this] { m_imports->importSample(); });
    on(ActionId::ChooseAudio, [this] { m_desk->chooseAudio(); });
    connect(m_replacing, &ReplaceFlow::replaced, m_desk.get(), &ReadingDesk::reopen);
    connect(m_replacing, &ReplaceFlow::alignmentUseful, m_desk.get(), &ReadingDesk::alignAnew);
    on(ActionId::ReplaceTranscript, [this] { m_replacing->choose(m_desk->session()->id()); });
    on(ActionId::Paste, [this] { m_imports->addContent(contentOf(*QGuiApplication::clipboard()->mimeData())); });
    on(ActionId::Export, [this] { askExport(); });
    on(ActionId::ImportAnnotations, [this] { m_annotations->choose(); });
    on(ActionId::RemoveEpisode, [this] { confirmRemoval(); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::ShowLibrary, [this] { showPanes(); });
    on(ActionId::ShowNotes, [this] { showPanes(); });
    on(ActionId::ShowSource, [this] { showPanes(); });
    connect(m_source, &SourcePane::closeRequested, this, [this] {
        m_actions[ActionId::ShowSource]->setChecked(false);
        showPanes();
        m_text->setFocus(Qt::OtherFocusReason);
    });
    on(ActionId::FullScreen, [this](bool full) { setFullScreen(full); });
    on(ActionId::ZoomIn, [this] { m_text->setZoom(m_text->zoom() * zoomStep); });
    on(ActionId::ZoomOut, [this] { m_text->setZoom(m_text->zoom() / zoomStep); });
    on(ActionId::ZoomReset, [this] { m_text->setZoom(1.0); });
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::rememberCommand);
    on(ActionId::Commands, [this] { showCommands(); });
    on(ActionId::Keys, [this] { (new KeysDialog(m_actions.keymap(), this))->show(); });
    on(ActionId::ChangeKeys, [this] { changeKeys(); });
    on(ActionId::About, [this] { showAbout(); });

    // In an empty window nobody types either.
    auto *keys = new QShortcut(Qt::Key_Question, m_welcome, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keys, &QShortcut::activated, m_actions[ActionId::Keys], &QAction::trigger);

    auto *leave = new QShortcut(Qt::Key_Escape, m_text, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        if (m_findBar->isVisible())
            m_findBar->end();
        else if (m_text->isSelecting() || m_text->visitedHighlight())
            m_text->leaveSelection();
        else if (isFullScreen())
            setFullScreen(false);
        else
            m_text->clearTokenSelection();
    });
}

void MainWindow::connectReadingActions()
{
    const auto on = [this](ActionId id, auto &&act) { connect(m_actions[id], &QAction::triggered, this, act); };
    const auto moves = [&](ActionId id, Unit unit, Way way) {
        on(id, [this, unit, way] { m_text->move(unit, way, m_count->take()); });
    };
    moves(ActionId::NextWord, Unit::Word, Way::Forward);
    moves(ActionId::PreviousWord, Unit::Word, Way::Back);
    moves(ActionId::NextSentence, Unit::Sentence, Way::Forward);
    moves(ActionId::PreviousSentence, Unit::Sentence, Way::Back);
    moves(ActionId::NextParagraph, Unit::Paragraph, Way::Forward);
    moves(ActionId::PreviousParagraph, Unit::Paragraph, Way::Back);
    moves(ActionId::NextTurn, Unit::Turn, Way::Forward);
    moves(ActionId::PreviousTurn, Unit::Turn, Way::Back);
    on(ActionId::ToStart, [this] { m_text->toStart(); });
    on(ActionId::ToEnd, [this] { m_text->toEnd(); });
    on(ActionId::Select, [this](bool on) { m_text->setSelecting(on, m_count->take()); });
    connect(m_text, &TranscriptView::selectingChanged, m_actions[ActionId::Select], &QAction::setChecked);
    on(ActionId::Undo, [this] { m_desk->session()->undo(); });
    on(ActionId::Redo, [this] { m_desk->session()->redo(); });
    on(ActionId::CopyQuote, [this] {
        m_desk->copyQuote();
        if (m_text->isSelecting())
            m_text->clearTokenSelection();
    });
    on(ActionId::Correct, [this] { m_amending->correctWords(); });
    on(ActionId::WhoSpeaks, [this] { m_amending->askWhoSpeaks(); });
    on(ActionId::NameSpeaker, [this] { m_amending->nameSpeaker(m_actions.keysText(ActionId::WhoSpeaks)); });
    on(ActionId::JoinParagraph, [this] { m_amending->joinParagraph(); });
    on(ActionId::WriteHeading, [this] { m_amending->writeHeading(); });
    on(ActionId::ShowChanges, [this] { m_amending->showChanges(); });
    on(ActionId::Find, [this] { m_findBar->open(); });
    on(ActionId::FindNext, [this] { m_findBar->goOn(); });
    on(ActionId::FindPrevious, [this] { m_findBar->goBack(); });
}

void MainWindow::connectPlayerActions()
{
    const auto on = [this](ActionId id, auto &&act) { connect(m_actions[id], &QAction::triggered, this, act); };
    on(ActionId::PlayPause, [this] { m_player.togglePlaying(); });
    on(ActionId::PlayFromHere, [this] { m_desk->playFromHere(); });
    on(ActionId::Slower, [this] { m_player.setSpeed(m_player.speed() - speedStep); });
    on(ActionId::Faster, [this] { m_player.setSpeed(m_player.speed() + speedStep); });
    on(ActionId::NormalSpeed, [this] { m_player.setSpeed(1.0); });
    on(ActionId::Follow, [this](bool follow) { m_text->setFollowing(follow); });
    on(ActionId::Align, [this] { m_desk->align(); });
    on(ActionId::HeardNow, [this] { m_times->tap(); });
    on(ActionId::NotInText, [this] { m_times->markStretch(m_actions.keysText(ActionId::LoopBetween)); });
    on(ActionId::ShowTimes, [this] { m_times->showTimes(); });
    on(ActionId::CorrectEverywhere, [this] { m_glossary->correctEverywhere(); });
    m_findBar->addAction(m_actions[ActionId::CorrectEverywhere]); // of what was found
    on(ActionId::Glossary, [this] { m_glossary->show(); });
    connect(
        m_text, &TranscriptView::everywhereWanted, m_glossary,
        [this](transcript::TokenSpan span, const QString &typed) { m_glossary->correctEverywhere(span, typed); },
        Qt::QueuedConnection);
    connect(m_imports, &ImportFlow::ruleHitsFound, m_glossary, &GlossaryFlow::offer);
    connect(m_text, &TranscriptView::followingChanged, m_actions[ActionId::Follow], &QAction::setChecked);
    m_actions[ActionId::Follow]->setChecked(m_text->isFollowing());
    connect(m_desk.get(), &ReadingDesk::positionShown, this, [this](MediaTime position) {
        const qint64 whole = m_player.duration().count();
        m_hairline->setShare(whole > 0 ? double(position.count()) / double(whole) : 0);
    });
}

void MainWindow::connectTransport()
{
    using playback::Player;
    using Way = Transport::Way;
    const auto on = [this](ActionId id, auto &&act) { connect(m_actions[id], &QAction::triggered, this, act); };
    on(ActionId::Back, [this] { m_transport.skip(-skipDistance); });
    on(ActionId::Forward, [this] { m_transport.skip(skipDistance); });
    on(ActionId::BackSentence, [this] { m_transport.skipSentence(Way::Back); });
    on(ActionId::ForwardSentence, [this] { m_transport.skipSentence(Way::Forward); });
    on(ActionId::BackParagraph, [this] { m_transport.skipParagraph(Way::Back); });
    on(ActionId::ForwardParagraph, [this] { m_transport.skipParagraph(Way::Forward); });
    on(ActionId::PreviousChapter, [this] { m_transport.skipChapter(Way::Back); });
    on(ActionId::NextChapter, [this] { m_transport.skipChapter(Way::Forward); });
    on(ActionId::UndoSeek, [this] { m_player.undoSeek(); });
    on(ActionId::Loop, [this] {
        m_transport.toggleLoop();
        m_messages->clear(Topic::Loop);                                     // its beginning is forgotten
        m_actions[ActionId::Loop]->setChecked(m_player.loop().has_value()); // a stretch may be too short
    });
    on(ActionId::LoopBetween, [this] {
        if (m_transport.stepLoop())
            m_messages->post({Topic::Loop,
                              Message::Kind::Note,
                              tr("The stretch to repeat begins here. Press %1 again where it ends.")
                                  .arg(m_actions[ActionId::LoopBetween]->shortcut().toString(QKeySequence::NativeText)),
                              {},
                              {}});
        else
            m_messages->clear(Topic::Loop);
    });
    on(ActionId::Quieter, [this] { m_player.setVolume(m_player.volume() - volumeStep); });
    on(ActionId::Louder, [this] { m_player.setVolume(m_player.volume() + volumeStep); });
    connect(&m_player, &Player::loopChanged, this,
            [this](const auto &loop) { m_actions[ActionId::Loop]->setChecked(loop.has_value()); });
    connect(&m_player, &Player::canUndoSeekChanged, this, &MainWindow::updatePlayable);
}

void MainWindow::updateActions()
{
    const library::EpisodeSession *session = m_desk->session();
    for (const ActionSpec &spec : actionTable()) {
        const bool always = spec.id == ActionId::Keys;
        if (spec.context == KeyContext::Reading && wholeMenu(spec.menu) != ActionMenu::Play && !always)
            m_actions[spec.id]->setEnabled(session != nullptr);
    }
    for (const ActionId id : {ActionId::InsertTime, ActionId::PreviewNote})
        m_actions[id]->setEnabled(session != nullptr);
    m_actions[ActionId::ShowNotes]->setEnabled(session != nullptr);
    m_actions[ActionId::ShowSource]->setEnabled(session != nullptr);
    m_actions[ActionId::Glossary]->setEnabled(session != nullptr);
    m_actions[ActionId::ChooseAudio]->setEnabled(session != nullptr);
    m_actions[ActionId::ReplaceTranscript]->setEnabled(session != nullptr);
    m_actions[ActionId::Export]->setEnabled(session != nullptr || m_episodes->rowCount() > 0);
    m_actions[ActionId::ImportAnnotations]->setEnabled(m_actions[ActionId::Export]->isEnabled());
    m_actions[ActionId::RemoveEpisode]->setEnabled(session != nullptr);
    m_actions[ActionId::Undo]->setEnabled(session && session->canUndo());
    m_actions[ActionId::Redo]->setEnabled(session && session->canRedo());
}

void MainWindow::updatePlayable()
{
    using State = playback::Player::State;
    const library::EpisodeSession *session = m_desk->session();
    const bool hasAudio = session && !session->episode().audioPath.isEmpty();
    const State state = m_player.state();
    const bool loaded = hasAudio && state != State::Empty && state != State::Failed;
    for (const ActionId id :
         {ActionId::PlayPause, ActionId::PlayFromHere, ActionId::BackSentence, ActionId::ForwardSentence,
          ActionId::BackParagraph, ActionId::ForwardParagraph, ActionId::Loop, ActionId::LoopBetween, ActionId::Quieter,
          ActionId::Louder, ActionId::Back, ActionId::Forward, ActionId::Slower, ActionId::Faster,
          ActionId::NormalSpeed, ActionId::Follow, ActionId::HeardNow, ActionId::NotInText})
        m_actions[id]->setEnabled(loaded);
    m_listening->setPlayable(loaded);
    m_actions[ActionId::UndoSeek]->setEnabled(loaded && m_player.canUndoSeek());
    m_actions[ActionId::Align]->setEnabled(hasAudio);
    m_actions[ActionId::ShowTimes]->setEnabled(session != nullptr);
    const QString normal =
        u"%1 (%2)"_s.arg(state == State::Playing ? tr("Pause") : tr("Play"), m_actions.keysText(ActionId::PlayPause));
    m_actions[ActionId::PlayPause]->setToolTip(
        m_player.hasDevice() || !loaded ? normal : tr("%1; in silence, for no sound device was found").arg(normal));
}

void MainWindow::exportTo(const QString &path)
{
    if (m_desk->session())
        m_exports->exportEpisode(m_desk->session()->id(), path);
}

ExportDialog *MainWindow::askExport()
{
    // As the list shows them, whatever filters it.
    const QAbstractItemModel *list = m_notes->list()->model();
    QSet<HighlightId> shown;
    for (int row = 0; row < list->rowCount(); ++row)
        shown.insert(list->index(row, 0).data(HighlightModel::IdRole).value<HighlightId>());
    return m_exports->ask(m_desk->session(), shown);
}

// Taking an episode out cannot be undone, so this asks.
void MainWindow::confirmRemoval()
{
    const EpisodeId id = m_library->current();
    const QModelIndex index = m_episodes->indexOf(id);
    if (!index.isValid())
        return;
    const int count = m_episodes->episodes()[size_t(index.row())].highlightCount;
    const QString lost = count > 0 ? tr("Its %n highlight(s) and their notes go with it.", nullptr, count) : QString();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Remove the episode"),
                                tr("Remove “%1” from the library?").arg(index.data(Qt::DisplayRole).toString()),
                                QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText); // the title may look like HTML
    box->setInformativeText(
        u"%1 %2"_s.arg(lost, tr("The audio file stays where it is. This cannot be undone.")).trimmed());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, id] { m_service.removeEpisode(id); });
    box->open();
}

// What could not be saved would be gone with the window.
void MainWindow::confirmClosing()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("A note is not saved"),
                                tr("A note could not be saved and would be lost."), QMessageBox::Cancel, this);
    box->setInformativeText(tr("Cancel to keep the window open; saving is tried again and again. You can also copy the "
                               "note to another place first."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *leave = box->addButton(tr("Close and lose the note"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    // Saved meanwhile, there is nothing to ask.
    connect(m_desk->session(), &library::EpisodeSession::allSaved, box, &QMessageBox::reject);
    connect(leave, &QPushButton::clicked, this, [this] {
        m_closeAnyway = true;
        close();
    });
    box->open();
}

void MainWindow::showCommands()
{
    std::vector<Command> commands;
    for (const ActionSpec &spec : actionTable()) {
        if (spec.id != ActionId::Commands)
            commands.push_back({actionKey(spec.id), shownName(*m_actions[spec.id]), menuTitle(spec.menu).remove(u'&'),
                                m_actions.keysText(spec.id), m_actions[spec.id]});
    }
    m_palette->open(std::move(commands), m_settings.value("palette/recent").toStringList());
}

void MainWindow::rememberCommand(const QString &id)
{
    constexpr qsizetype remembered = 12;
    QStringList recent = m_settings.value("palette/recent").toStringList();
    recent.removeAll(id);
    recent.prepend(id);
    m_settings.setValue("palette/recent", recent.mid(0, remembered));
}

void MainWindow::changeKeys()
{
    auto *editor = new KeysEditor(m_actions.keymap(), this);
    connect(editor, &KeysEditor::keymapChanged, this, [this](const Keymap &keymap) {
        m_actions.setKeymap(keymap);
        m_settings.setValue("keys/keymap", writeKeymap(keymap));
        takeMarkNames(m_markNames);
        updatePlayable();
    });
    editor->show();
}

void MainWindow::showAbout()
{
    const QString text = tr("<h3>Earmark %1</h3><p>Read, follow by ear, mark and take away what a podcast says.</p>"
                            "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                             .arg(QStringLiteral(EARMARK_VERSION));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Earmark"), text, QMessageBox::Close, this);
    box->setIconPixmap(windowIcon().pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace earmark::ui
