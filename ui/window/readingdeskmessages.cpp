// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of ReadingDesk that says what went wrong.
#include "library/errortext.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"

#include <QDir>
#include <QFileInfo>

namespace earmark::ui {

using playback::Player;

void ReadingDesk::showSaveFailure(const notes::Edit &edit, const Error &error)
{
    if (error.code == ErrorCode::EpisodeUnknown) {
        m_panes.messages.post(
            {Topic::Saving,
             Message::Kind::Error,
             tr("Another program has removed this episode from the library, so nothing more of it can "
                "be saved. Copy what you have written before you leave it."),
             {},
             {}});
        return;
    }
    const QString reason = library::errorText(error);
    if (error.code == ErrorCode::LibraryReplaced && m_session->isUnsaved(edit.id())) {
        m_panes.messages.post({Topic::Saving,
                               Message::Kind::Error,
                               tr("%1 Your note is still here but can no longer be saved: copy it first.").arg(reason),
                               {},
                               {}});
        return;
    }
    if (m_session->isUnsaved(edit.id())) {
        m_panes.messages.post({Topic::Saving, Message::Kind::Error,
                               tr("%1 Your note is kept here, and saving it is tried again and again.").arg(reason),
                               tr("Try now"), [this] {
                                   if (m_session)
                                       m_session->retryUnsaved();
                               }});
        return;
    }
    m_panes.messages.post({Topic::Saving,
                           Message::Kind::Error,
                           tr("%1 The last change was taken back; everything before it is saved.").arg(reason),
                           {},
                           {}});
}

void ReadingDesk::showPlaybackFailure(const Error &error)
{
    const bool retry = error.code == ErrorCode::SoundDeviceFailed || error.code == ErrorCode::SoundDeviceMissing;
    Message message{Topic::Playback, Message::Kind::Warning, library::errorText(error), {}, {}};
    if (error.code == ErrorCode::FileNotFound || error.code == ErrorCode::AudioWithoutSound) {
        m_panes.messages.clear(Topic::AudioPlace);
        message.kind = Message::Kind::Error;
        message.buttonText = tr("Choose the audio…");
        message.help = [this] { chooseAudio(); };
    } else if (!retry && m_session) {
        message.kind = Message::Kind::Error;
        message.buttonText = tr("Load the audio again");
        message.help = [this] {
            if (m_session)
                m_player.load(m_session->episode().audioPath, m_session->lastPosition(), knownFile());
        };
    }
    m_panes.messages.post(std::move(message));
}

void ReadingDesk::showSoundDevice()
{
    if (m_player.hasDevice())
        m_panes.messages.clear(Topic::Playback);
    else if (m_session && !m_session->episode().audioPath.isEmpty())
        showPlaybackFailure({ErrorCode::SoundDeviceMissing, {}, {}});
}

void ReadingDesk::showRecordingEnd()
{
    m_panes.messages.post(
        {Topic::RecordingEnd, Message::Kind::Note,
         tr("The recording ends at %1, before these words. If it is cut off, choose one that is whole.")
             .arg(clockText(m_player.duration())),
         tr("Choose the audio…"), [this] { chooseAudio(); }});
}

void ReadingDesk::showFilePlace()
{
    if (m_player.filePlace() == Player::FilePlace::There || !m_session) {
        m_panes.messages.clear(Topic::AudioPlace);
        return;
    }
    const QFileInfo file(m_session->episode().audioPath);
    m_panes.messages.post({Topic::AudioPlace, Message::Kind::Warning,
                           tr("“%1” is no longer in “%2”. It can be heard as long as this episode stays open; after "
                              "that it has to be found again.")
                               .arg(file.fileName(), QDir::toNativeSeparators(file.absolutePath())),
                           tr("Choose the audio…"), [this] { chooseAudio(); }});
}

} // namespace earmark::ui
