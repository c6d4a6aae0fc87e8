// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timesflow.h"

#include "library/errortext.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/messagebar.h"
#include "ui/window/shownwords.h"
#include "ui/window/timesdialog.h"

namespace earmark::ui {

using library::EpisodeSession;

TimesFlow::TimesFlow(playback::Player &player, TranscriptView &text, MessageBar &messages, QWidget *window)
    : QObject(window), m_player(player), m_text(text), m_messages(messages), m_window(window)
{
}

void TimesFlow::setSession(EpisodeSession *session)
{
    delete m_dialog;
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_messages.clear(Topic::Times);
    if (!session)
        return;
    connect(session, &EpisodeSession::timesChangeFailed, this, &TimesFlow::showFailure);
}

void TimesFlow::tap()
{
    const auto token = m_text.cursorToken();
    m_messages.clear(Topic::Times);
    if (m_session && token)
        m_session->tap(*token, m_player.position());
}

void TimesFlow::markStretch(const QString &keys)
{
    if (!m_session)
        return;
    const auto loop = m_player.loop();
    if (!loop) {
        m_messages.post({Topic::Times,
                         Message::Kind::Note,
                         tr("Which stretch? Press %1 where it begins and again where it ends, so that it is repeated; "
                            "then say once more that it is not in the text.")
                             .arg(keys),
                         {},
                         {}});
        return;
    }
    m_messages.clear(Topic::Times);
    m_player.setLoop(std::nullopt);
    m_session->markNotInText(*loop);
}

TimesDialog *TimesFlow::showTimes()
{
    if (!m_session)
        return nullptr;
    if (!m_dialog) {
        m_dialog = new TimesDialog(*m_session, m_window);
        connect(m_dialog, &TimesDialog::playWanted, this, [this](MediaTime time) { m_player.playFrom(time); });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    return m_dialog;
}

// Words are named by themselves here, not by their numbers.
void TimesFlow::showFailure(const library::TimesChange &change, const Error &error)
{
    Error named = error;
    bool isNumber = false;
    const transcript::TokenIndex token = error.subject.toInt(&isNumber);
    if (isNumber && token >= 0 && token < m_session->transcript().count())
        named.subject = shownWord(*m_session, token).text;
    const bool isTap = std::holds_alternative<library::Tapped>(change);
    const QString reason = library::errorText(named);
    // The first half was done: the word has its time, and those around it are in proportion.
    const bool isHalfDone = isTap && token < m_session->transcript().count()
        && error.code != ErrorCode::AnchorsContradict && error.code != ErrorCode::AnchorOutside
        && error.code != ErrorCode::TranscriptReplaced;
    m_messages.post({Topic::Times,
                     Message::Kind::Warning,
                     isHalfDone ? tr("%1 The words around it were moved without listening.").arg(reason) : reason,
                     {},
                     {}});
}

} // namespace earmark::ui
