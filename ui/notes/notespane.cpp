// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespane.h"

#include "base/mediatime.h"
#include "notes/links.h"
#include "ui/notes/highlightdelegate.h"
#include "ui/notes/highlightfilter.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notepreview.h"
#include "ui/notes/tagfield.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::ui {

void NotesPane::setSession(library::EpisodeSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_model->setSession(session);
    m_filterField->clear();
    m_filter->setMark(std::nullopt);
    m_filter->setTag({});
    if (!session)
        return;
    connect(session, &library::EpisodeSession::timingsChanged, this, [this] { m_delegate->forgetAll(); });
    connect(session, &library::EpisodeSession::readingChanged, this, [this] { m_delegate->forgetAll(); });
    connect(session, &library::EpisodeSession::highlightChanged, this, &NotesPane::takeChanged);
}

QModelIndex NotesPane::listed(HighlightId id) const
{
    return m_filter->mapFromSource(m_model->indexOf(id));
}

void NotesPane::choose(HighlightId id)
{
    const QModelIndex index = listed(id);
    if (!index.isValid() && m_model->indexOf(id).isValid())
        return; // filtered out
    m_list->setCurrentIndex(index);
    scrollToChosen();
}

// Later, for the list then lays out all of its cards, and what the reader looks at is the text.
void NotesPane::scrollToChosen()
{
    if (!std::exchange(m_scrolling, true))
        QTimer::singleShot(0, this, [this] {
            m_scrolling = false;
            m_list->scrollTo(m_list->currentIndex());
        });
}

bool NotesPane::chooseSurely(HighlightId id)
{
    if (!listed(id).isValid()) {
        m_filterField->clear();
        m_filter->setMark(std::nullopt);
        m_filter->setTag({});
    }
    choose(id);
    return m_shown == id && id.isValid();
}

void NotesPane::edit(HighlightId id)
{
    if (!chooseSurely(id))
        return;
    m_readButton->setChecked(false);
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

void NotesPane::editTags(HighlightId id)
{
    if (!chooseSurely(id))
        return;
    m_tags->setFocus(Qt::ShortcutFocusReason);
    m_tags->end(false);
}

void NotesPane::insertTime(EpisodeId episode, MediaTime time)
{
    m_editor->insertTyped(u"[%1](%2)"_s.arg(clockText(time), notes::episodeLink(episode, time)));
}

void NotesPane::togglePreview()
{
    if (!m_editorPart->isHidden())
        m_readButton->toggle();
}

void NotesPane::setKnownTags(const std::vector<store::TagCount> &tags)
{
    QStringList names;
    for (const store::TagCount &each : tags)
        names += each.tag;
    m_tags->setKnownTags(names);
}

void NotesPane::setMarkNames(const notes::MarkNames &names)
{
    m_names = names;
    m_delegate->forgetAll();
    m_model->setMarkNames(names);
}

HighlightId NotesPane::chosen() const
{
    return m_model->idAt(m_filter->mapToSource(m_list->currentIndex()));
}

void NotesPane::showPlace(const notes::Highlight &highlight)
{
    const transcript::WordTiming &timing = m_session->timings()[size_t(highlight.span.first)];
    const bool estimated = timing.origin == transcript::TimingOrigin::Estimated;
    if (highlight.place == notes::Place::Episode)
        m_noteLabel->setText(tr("N&ote on the episode"));
    else if (highlight.place == notes::Place::Words && estimated)
        m_noteLabel->setText(tr("N&ote at about %1").arg(clockText(timing.start)));
    else
        m_noteLabel->setText(
            tr("N&ote at %1")
                .arg(clockText(highlight.place == notes::Place::Words ? timing.start : highlight.selectors.start)));
}

void NotesPane::showChosen()
{
    // Where a highlight goes while its note is being written (it could not be saved), the view moves on
    // to its neighbour. What is typed next must not land in that one's note.
    const bool vanished = m_session && m_shown.isValid() && !m_session->find(m_shown) && !m_list->hasFocus();
    const HighlightId id = vanished ? HighlightId{} : chosen();
    if (id.isValid())
        scrollToChosen();
    if (id == m_shown && id.isValid())
        return;
    if (m_session)
        m_session->closeNoteStep();
    const bool hadFocus = m_editorPart->isAncestorOf(focusWidget()) && focusWidget()->hasFocus();
    m_shown = id;
    tellWriting();
    const notes::Highlight *highlight = m_session && id.isValid() ? m_session->find(id) : nullptr;
    m_editor->takeText(highlight ? highlight->note : QString(), MarkdownEditor::TakeOver::Anew);
    m_preview->showNote(highlight ? highlight->note : QString());
    m_tags->setTags(highlight ? highlight->tags : QStringList());
    if (highlight)
        showPlace(*highlight);
    showEditor(highlight != nullptr);
    if (!highlight && hadFocus && vanished)
        m_list->setFocus(Qt::OtherFocusReason); // the letters still being typed are commands in the text
    else if (!highlight && hadFocus)
        Q_EMIT leaveRequested();
}

bool NotesPane::isWriting() const
{
    return m_shown.isValid() && (m_editor->isWriting() || m_tags->hasFocus());
}

void NotesPane::tellWriting()
{
    m_filter->setKept(isWriting() ? m_shown : HighlightId{});
    if (m_session)
        m_session->setWriting(isWriting() ? m_shown : HighlightId{});
}

void NotesPane::takeChanged(const notes::Highlight &highlight)
{
    if (highlight.id == m_shown) {
        showPlace(highlight);
        m_editor->takeText(highlight.note, MarkdownEditor::TakeOver::Changed);
        if (m_note->currentWidget() == m_preview)
            m_preview->showNote(highlight.note);
        if (!m_tags->hasFocus())
            m_tags->setTags(highlight.tags);
    }
    const QModelIndex index = listed(highlight.id);
    if (!index.isValid())
        return;
    // The card may need more lines now, or fewer.
    const int height = m_list->visualRect(index).height();
    m_delegate->forget(highlight.id);
    if (m_list->sizeHintForIndex(index).height() == height)
        return;
    Q_EMIT m_delegate->sizeHintChanged(index);
    if (highlight.id == m_shown)
        scrollToChosen();
}

void NotesPane::removeChosen()
{
    if (const HighlightId id = chosen(); m_session && id.isValid())
        m_session->removeHighlight(id);
}

void NotesPane::updateEmpty()
{
    const int count = m_model->rowCount();
    const int shown = m_filter->rowCount();
    m_heading->setText(count == 0          ? tr("&Notes")
                           : shown < count ? tr("&Notes · %1 of %n highlight(s)", nullptr, count).arg(shown)
                                           : tr("&Notes · %n highlight(s)", nullptr, count));
    m_empty->setText(!m_session ? tr("Highlights and notes of the open episode stand here.")
                         : count > 0
                         ? tr("No highlight is like that.")
                         : tr("Press H in the text to highlight a sentence or what you have selected, and A to "
                              "write a note to it."));
    m_empty->setVisible(shown == 0);
    m_filterPart->setVisible(count > 1 || m_filter->isFiltering()); // of one there is nothing to find
    m_list->setVisible(shown > 0);
    showEditor(chosen().isValid());
}

void NotesPane::showEditor(bool shown)
{
    // The editor takes its room from the list, and may hide what was chosen.
    if (shown && m_editorPart->isHidden())
        scrollToChosen();
    m_editorPart->setVisible(shown);
    if (shown && !m_shared && height() > 0) {
        m_splitter->setSizes({height() * 3 / 5, height() * 2 / 5});
        m_shared = true;
    }
}

QByteArray NotesPane::saveState() const
{
    return m_splitter->saveState();
}

void NotesPane::restoreState(const QByteArray &state)
{
    m_shared = m_splitter->restoreState(state);
}

bool NotesPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_list && enter && key->modifiers().testFlag(Qt::ShiftModifier)) {
        if (const HighlightId id = chosen(); id.isValid())
            Q_EMIT playRequested(id);
        return true;
    }
    if (watched == m_list) {
        switch (key->key()) {
        case Qt::Key_Delete: removeChosen(); return true;
        case Qt::Key_Escape: Q_EMIT leaveRequested(); return true;
        case Qt::Key_Slash: m_filterField->setFocus(Qt::ShortcutFocusReason); return true;
        default: break;
        }
    }
    if (watched == m_filterField && key->key() == Qt::Key_Escape) {
        if (m_filterField->text().isEmpty())
            Q_EMIT leaveRequested();
        else
            m_filterField->clear();
        return true;
    }
    if (watched == m_filterField && (enter || key->key() == Qt::Key_Down) && m_filter->rowCount() > 0) {
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_filter->index(0, 0));
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void NotesPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Quotes wrap anew.
    m_list->doItemsLayout();
}

} // namespace earmark::ui
