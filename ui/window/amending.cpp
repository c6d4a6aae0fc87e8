// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/amending.h"

#include "library/errortext.h"
#include "ui/window/changesdialog.h"
#include "ui/window/messagebar.h"

namespace earmark::ui {

using library::EpisodeSession;
using transcript::AmendmentStep;
using transcript::TokenIndex;
using transcript::TokenSpan;
using Field = TranscriptView::Field;

namespace {

// Whether the cursor's line is in view, and the room of a heading above it.
bool isSeenWithWhatIsAbove(const TranscriptView &text)
{
    constexpr int lines = 3;
    const QRect line = text.cursorRect();
    return text.viewport()->rect().contains(line.adjusted(0, -lines * line.height(), 0, 0));
}

} // namespace

Amending::Amending(library::LibraryService &service, playback::Player &player, TranscriptView &text,
                   MessageBar &messages, QWidget *window)
    : QObject(window), m_player(player), m_text(text), m_messages(messages), m_window(window)
{
    connect(&text, &TranscriptView::entered, this, &Amending::take);
    // Of an episode that was left before it was written; the open one's tells by itself.
    connect(&service, &library::LibraryService::amendmentsFailed, this,
            [this](EpisodeId id, const AmendmentStep &step, const Error &error) {
                if (!m_session || m_session->id() != id)
                    showFailure(step, error);
            });
}

void Amending::setSession(EpisodeSession *session)
{
    delete m_dialog;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &EpisodeSession::amendmentsFailed, this, &Amending::showFailure);
}

void Amending::correctWords()
{
    auto span = m_text.currentSpan();
    if (!m_session || !span)
        return;
    if (!m_text.hasTokenSelection()) {
        const auto token = m_text.cursorToken();
        if (m_text.foundSpan())
            span = m_text.foundSpan();
        else if (token && m_text.visitsWords())
            span = TokenSpan{*token, *token};
    }
    span = m_session->correctable(*span);
    const reading::TextRange range = reading::rangeOf(m_session->reading(), *span);
    m_text.edit(Field::Words, *span, m_session->reading().text.mid(range.begin, range.end - range.begin).simplified());
}

void Amending::askWhoSpeaks()
{
    const auto token = m_text.cursorToken();
    if (!m_session || !token)
        return;
    // Who begins there stands in the field; further on it is somebody else.
    const reading::Reading &reading = m_session->reading();
    const reading::Paragraph &paragraph = reading.paragraphs[reading::paragraphOf(reading, *token)];
    const bool begins = reading::rangeOf(reading, {*token, *token}).begin == paragraph.range.begin;
    m_text.edit(Field::Speaker, {*token, *token}, begins && paragraph.startsTurn ? paragraph.speaker : QString(),
                m_session->speakers());
}

void Amending::nameSpeaker(const QString &whoSpeaks)
{
    const auto token = m_text.cursorToken();
    if (!m_session || !token)
        return;
    const QString name = m_session->speakerAt(*token);
    if (name.isEmpty()) {
        m_messages.post({Topic::Text,
                         Message::Kind::Note,
                         tr("Nobody is named here yet. Press %1 to say who speaks from this place on.").arg(whoSpeaks),
                         {},
                         {}});
        return;
    }
    // The field stands where the name does.
    const auto &paragraphs = m_session->reading().paragraphs;
    size_t paragraph = reading::paragraphOf(m_session->reading(), *token);
    while (paragraph > 0 && !paragraphs[paragraph].startsTurn)
        --paragraph;
    const TokenIndex first = paragraphs[paragraph].span.first;
    m_text.edit(Field::Person, {first, first}, name, m_session->speakers());
}

void Amending::joinParagraph()
{
    const auto token = m_text.cursorToken();
    if (!m_session || !token)
        return;
    if (m_session->mergeTurn(*token))
        m_text.showToken(*token);
    else if (reading::paragraphOf(m_session->reading(), *token) == 0)
        m_messages.post({Topic::Text,
                         Message::Kind::Note,
                         tr("This is the first paragraph: there is none before it that it could join."),
                         {},
                         {}});
}

void Amending::writeHeading()
{
    const auto token = m_text.cursorToken();
    if (!m_session || !token)
        return;
    const reading::Reading &reading = m_session->reading();
    // Above the paragraph, unless a sentence further down is meant.
    const reading::Paragraph &paragraph = reading.paragraphs[reading::paragraphOf(reading, *token)];
    const TokenSpan sentence = reading.sentences[reading::sentenceOf(reading, *token)];
    const TokenIndex place = sentence.first;
    const QString there = place == paragraph.span.first ? paragraph.heading : QString();
    m_text.edit(Field::Heading, {place, place}, there);
}

void Amending::take(Field what, TokenSpan span, const QString &text)
{
    if (!m_session)
        return;
    m_messages.clear(Topic::Text);
    bool hasMoved = false;
    switch (what) {
    case Field::Words: m_session->rewrite(span, text); break;
    case Field::Speaker: hasMoved = m_session->setTurn(span.first, text); break;
    case Field::Person: m_session->renameSpeaker(m_session->speakerAt(span.first), text); break;
    case Field::Heading: hasMoved = m_session->setHeading(span.first, text); break;
    }
    // What stands above a paragraph takes room. What is seen with it stays where it is.
    if (!hasMoved || isSeenWithWhatIsAbove(m_text))
        return;
    if (m_text.visitsWords())
        m_text.showWord(span.first);
    else
        m_text.showToken(span.first);
}

ChangesDialog *Amending::showChanges()
{
    if (!m_session)
        return nullptr;
    if (!m_dialog) {
        m_dialog = new ChangesDialog(*m_session, m_window);
        connect(m_dialog, &ChangesDialog::playWanted, this,
                [this](TokenIndex token) { m_player.playFrom(m_session->timings()[size_t(token)].start); });
        connect(m_dialog, &ChangesDialog::showWanted, this, [this](TokenSpan span) {
            m_text.showWord(span.first);
            m_text.setFocus(Qt::OtherFocusReason);
            m_window->activateWindow();
        });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    return m_dialog;
}

// What was written is told, so that it is not lost with its place.
void Amending::showFailure(const AmendmentStep &step, const Error &error)
{
    const QString reason = library::errorText(error);
    const QString written = step.empty() || !step.back().after ? QString() : step.back().after->text;
    m_messages.post(
        {Topic::Saving,
         Message::Kind::Error,
         written.isEmpty()
             ? tr("%1 The last change of the text was taken back; everything before it is saved.").arg(reason)
             : tr("%1 What you wrote (“%2”) was taken back; everything before it is saved.").arg(reason, written),
         {},
         {}});
}

} // namespace earmark::ui
