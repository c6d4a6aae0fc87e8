// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mpris/mprisadaptors.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using playback::Player;

namespace {

MediaTime timeOf(qlonglong microseconds)
{
    return std::chrono::duration_cast<MediaTime>(std::chrono::microseconds(microseconds));
}

} // namespace

QString MprisAdaptor::identity() const
{
    return QGuiApplication::applicationDisplayName();
}

QString MprisAdaptor::desktopEntry() const
{
    return QGuiApplication::desktopFileName();
}

QStringList MprisAdaptor::uriSchemes() const
{
    return {u"file"_s, u"earmark"_s};
}

QStringList MprisAdaptor::mimeTypes() const
{
    return {u"audio/mpeg"_s,  u"audio/mp4"_s, u"audio/ogg"_s,           u"audio/flac"_s,
            u"audio/x-wav"_s, u"text/vtt"_s,  u"application/x-subrip"_s};
}

void MprisAdaptor::Raise()
{
    Q_EMIT m_mpris->raiseRequested();
}

void MprisAdaptor::Quit()
{
    Q_EMIT m_mpris->quitRequested();
}

QString MprisPlayerAdaptor::playbackStatus() const
{
    switch (m_mpris->player().state()) {
    case Player::State::Playing: return u"Playing"_s;
    case Player::State::Paused: return u"Paused"_s;
    default: return u"Stopped"_s;
    }
}

double MprisPlayerAdaptor::rate() const
{
    return m_mpris->player().speed();
}

// "A value of 0.0 should not be set by the client. If it is, the media player should act as though Pause was
// called."
void MprisPlayerAdaptor::setRate(double rate)
{
    if (rate == 0)
        Pause();
    else
        m_mpris->player().setSpeed(rate);
}

double MprisPlayerAdaptor::volume() const
{
    return m_mpris->player().volume();
}

void MprisPlayerAdaptor::setVolume(double volume)
{
    m_mpris->player().setVolume(volume);
}

qlonglong MprisPlayerAdaptor::position() const
{
    return microseconds(m_mpris->player().position());
}

bool MprisPlayerAdaptor::canGoNext() const
{
    return m_mpris->isLoaded() && m_mpris->hasChapters();
}

bool MprisPlayerAdaptor::canPlay() const
{
    return m_mpris->isLoaded();
}

bool MprisPlayerAdaptor::canSeek() const
{
    return m_mpris->isLoaded() && m_mpris->player().duration() > MediaTime(0);
}

void MprisPlayerAdaptor::Next()
{
    if (canGoNext())
        Q_EMIT m_mpris->nextRequested();
}

void MprisPlayerAdaptor::Previous()
{
    if (canGoNext())
        Q_EMIT m_mpris->previousRequested();
}

void MprisPlayerAdaptor::Pause()
{
    m_mpris->player().pause();
}

void MprisPlayerAdaptor::PlayPause()
{
    m_mpris->player().togglePlaying();
}

void MprisPlayerAdaptor::Stop()
{
    m_mpris->player().pause();
}

void MprisPlayerAdaptor::Play()
{
    m_mpris->player().play();
}

void MprisPlayerAdaptor::Seek(qlonglong offset)
{
    if (canSeek())
        m_mpris->player().seek(m_mpris->player().position() + timeOf(offset));
}

// Whoever asks with another track's name, or for a place outside, asks about what was heard before.
void MprisPlayerAdaptor::SetPosition(const QDBusObjectPath &track, qlonglong position)
{
    const MediaTime time = timeOf(position);
    if (canSeek() && track.path() == m_mpris->trackPath() && position >= 0 && time <= m_mpris->player().duration())
        m_mpris->player().seek(time);
}

void MprisPlayerAdaptor::OpenUri(const QString &uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    if (url.isValid() && (url.isLocalFile() || url.scheme() == "earmark"_L1))
        Q_EMIT m_mpris->openRequested(url);
}

} // namespace earmark::ui
