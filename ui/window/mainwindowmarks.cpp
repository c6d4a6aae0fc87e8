// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that wires what is done to highlights.
#include "library/errortext.h"
#include "ui/notes/notespane.h"
#include "ui/player/playerbar.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/keycount.h"
#include "ui/window/mainwindow.h"
#include "ui/window/marking.h"
#include "ui/window/marknamesdialog.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr ActionId markIds[] = {ActionId::Mark1, ActionId::Mark2, ActionId::Mark3, ActionId::Mark4, ActionId::Mark5};

} // namespace

void MainWindow::connectMarkActions()
{
    connect(m_text, &QWidget::customContextMenuRequested, this, &MainWindow::showTextMenu);
    Marking &marking = m_desk->marking();
    const auto on = [this](ActionId id, auto &&act) { connect(m_actions[id], &QAction::triggered, this, act); };
    on(ActionId::ToggleHighlight, [this, &marking] { marking.toggle(m_count->take()); });
    for (size_t i = 0; i < std::size(markIds); ++i)
        on(markIds[i], [this, &marking, mark = notes::Mark(i + 1)] { marking.mark(mark, m_count->take()); });
    on(ActionId::HighlightRecent, [&marking] { marking.markRecent(); });
    on(ActionId::Annotate, [this, &marking] {
        showNotes();
        marking.annotate();
    });
    on(ActionId::NoteEpisode, [this, &marking] {
        showNotes();
        marking.annotateEpisode();
    });
    on(ActionId::Tag, [this, &marking] {
        showNotes();
        marking.editTags();
    });
    on(ActionId::Bookmark, [&marking] { marking.bookmark(); });
    on(ActionId::InsertTime, [&marking] { marking.insertTime(); });
    on(ActionId::PreviewNote, [this] { m_notes->togglePreview(); });
    on(ActionId::PlayHighlight, [&marking] { marking.play(); });
    on(ActionId::NextHighlight, [this] { m_text->visitHighlight(Way::Forward, m_count->take()); });
    on(ActionId::PreviousHighlight, [this] { m_text->visitHighlight(Way::Back, m_count->take()); });
    on(ActionId::PlaceHighlight, [&marking] { marking.place(); });
    on(ActionId::Split, [&marking] { marking.split(); });
    on(ActionId::Merge, [&marking] { marking.merge(); });
    const auto edge = [&](ActionId id, Edge which, Unit unit, Way way) {
        on(id, [this, &marking, which, unit, way] { marking.moveEdge(which, unit, way, m_count->take()); });
    };
    edge(ActionId::EndWordLater, Edge::End, Unit::Word, Way::Forward);
    edge(ActionId::EndWordEarlier, Edge::End, Unit::Word, Way::Back);
    edge(ActionId::EndSentenceLater, Edge::End, Unit::Sentence, Way::Forward);
    edge(ActionId::EndSentenceEarlier, Edge::End, Unit::Sentence, Way::Back);
    edge(ActionId::StartWordEarlier, Edge::Start, Unit::Word, Way::Back);
    edge(ActionId::StartWordLater, Edge::Start, Unit::Word, Way::Forward);
    edge(ActionId::StartSentenceEarlier, Edge::Start, Unit::Sentence, Way::Back);
    edge(ActionId::StartSentenceLater, Edge::Start, Unit::Sentence, Way::Forward);
    on(ActionId::NameMarks, [this] { nameMarks(); });
    using library::LibraryService;
    connect(&m_service, &LibraryService::markNamesRead, this, &MainWindow::takeMarkNames);
    connect(&m_service, &LibraryService::libraryChanged, &m_service, &LibraryService::readMarkNames);
    connect(&m_service, &LibraryService::markNamesFailed, this, [this](const Error &error) {
        m_messages->post({Topic::Saving, Message::Kind::Error,
                          tr("%1 The names of the marks are as they were.").arg(library::errorText(error)),
                          tr("Try again"), [this] { nameMarks(); }});
    });
    m_service.readMarkNames();
}

// What is to be written in has to be there.
void MainWindow::showNotes()
{
    if (m_notes->isHidden())
        m_actions[ActionId::ShowNotes]->trigger();
}

void MainWindow::nameMarks()
{
    auto *dialog = new MarkNamesDialog(m_markNames, this);
    connect(dialog, &MarkNamesDialog::namesChosen, &m_service, &library::LibraryService::setMarkNames);
    dialog->open();
}

void MainWindow::takeMarkNames(const notes::MarkNames &names)
{
    m_markNames = names;
    m_notes->setMarkNames(names);
    m_playerBar->timeline()->setMarkNames(names);
    m_text->setMarkNames(names);
    for (const ActionSpec &spec : actionTable()) {
        const auto *id = std::find(std::begin(markIds), std::end(markIds), spec.id);
        if (id == std::end(markIds))
            continue;
        const auto index = size_t(id - std::begin(markIds));
        const QString name = QString(names[index]).replace(u'&', u"&&"_s);
        const QString plain = names[index].isEmpty() ? actionName(spec) : tr("Highlight as “%1”").arg(names[index]);
        QAction *action = m_actions[spec.id];
        action->setText(name.isEmpty() ? actionText(spec)
                                       : tr("&%1 Highlight as “%2”", "a figure, a name").arg(index + 1).arg(name));
        const QString keys = m_actions.keysText(spec.id);
        action->setToolTip(keys.isEmpty() ? plain : u"%1 (%2)"_s.arg(plain, keys));
    }
}

// Which of several the menu, and the keys after it, are about.
void MainWindow::addHighlightsHere(QMenu &menu)
{
    const auto token = m_text->cursorToken();
    const std::vector<HighlightId> here =
        token && !m_text->hasTokenSelection() ? m_text->highlightsOver({*token, *token}) : std::vector<HighlightId>{};
    if (here.size() < 2)
        return;
    QMenu *choice = menu.addMenu(tr("Highlights here"));
    auto *group = new QActionGroup(choice);
    for (const HighlightId id : here) {
        QAction *action = choice->addAction(m_text->highlightTitle(id).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(m_text->visitedHighlight() == id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] {
            m_text->visit(id);
            m_notes->choose(id);
        });
    }
}

// What a pointer can do where it is.
void MainWindow::showTextMenu(QPoint inText)
{
    if (!m_desk->session())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions[ActionId::PlayFromHere]);
    const auto group = [&](QMenu *to, std::initializer_list<ActionId> ids) {
        to->addSeparator();
        for (const ActionId id : ids)
            to->addAction(m_actions[id]);
    };
    addHighlightsHere(*menu);
    group(menu,
          {ActionId::ToggleHighlight, ActionId::Mark1, ActionId::Mark2, ActionId::Mark3, ActionId::Mark4,
           ActionId::Mark5});
    group(menu, {ActionId::Correct, ActionId::WhoSpeaks, ActionId::JoinParagraph, ActionId::WriteHeading});
    group(menu, {ActionId::Annotate, ActionId::Tag, ActionId::CopyQuote});
    if (m_text->highlightAtCursor() && !m_text->hasTokenSelection()) {
        group(menu, {ActionId::PlayHighlight, ActionId::Split, ActionId::Merge});
        QMenu *ends = menu->addMenu(menuTitle(ActionMenu::MarkEnds));
        group(ends,
              {ActionId::EndWordLater, ActionId::EndWordEarlier, ActionId::EndSentenceLater,
               ActionId::EndSentenceEarlier});
        group(ends,
              {ActionId::StartWordEarlier, ActionId::StartWordLater, ActionId::StartSentenceEarlier,
               ActionId::StartSentenceLater});
    }
    group(menu, {ActionId::Bookmark, ActionId::HighlightRecent, ActionId::NoteEpisode});
    const auto &highlights = m_desk->session()->highlights();
    if (std::ranges::any_of(highlights, [](const auto &highlight) { return highlight.place == notes::Place::Lost; }))
        menu->addAction(m_actions[ActionId::PlaceHighlight]);
    menu->popup(m_text->mapToGlobal(inText));
}

} // namespace earmark::ui
