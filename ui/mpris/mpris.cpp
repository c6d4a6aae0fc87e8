// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mpris/mpris.h"

#include "ui/mpris/coverfile.h"
#include "ui/mpris/mprisadaptors.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using playback::Player;

namespace {

constexpr auto objectPath = "/org/mpris/MediaPlayer2"_L1;

} // namespace

Mpris::Mpris(Player &player, QObject *parent)
    : QObject(parent), m_player(player), m_adaptor(new MprisPlayerAdaptor(this))
{
    new MprisAdaptor(this);
    m_reader.setMaxThreadCount(1);
    connect(&player, &Player::stateChanged, this, &Mpris::tellAll);
    connect(&player, &Player::durationChanged, this, [this] { tell({u"Metadata"_s, u"CanSeek"_s}); });
    connect(&player, &Player::speedChanged, this, [this] { tell({u"Rate"_s}); });
    connect(&player, &Player::volumeChanged, this, [this] { tell({u"Volume"_s}); });
    for (const auto moved : {&Player::positionJumped, &Player::lapBegan}) {
        connect(&player, moved, this, [this](MediaTime position) {
            if (isLoaded())
                Q_EMIT m_adaptor->Seeked(microseconds(position));
        });
    }
}

Mpris::~Mpris()
{
    if (m_service.isEmpty())
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.unregisterService(m_service);
    bus.unregisterObject(objectPath);
}

bool Mpris::claim()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    // The object first: whoever sees the name may call at once.
    if (!bus.isConnected() || !bus.registerObject(objectPath, this))
        return false;
    const QString name = u"org.mpris.MediaPlayer2.earmark"_s;
    for (const QString &wanted : {name, u"%1.instance%2"_s.arg(name).arg(QCoreApplication::applicationPid())}) {
        if (bus.registerService(wanted)) {
            m_service = wanted;
            return true;
        }
    }
    bus.unregisterObject(objectPath);
    return false;
}

bool Mpris::isLoaded() const
{
    const Player::State state = m_player.state();
    return state == Player::State::Playing || state == Player::State::Paused;
}

void Mpris::setTrack(const Track &track)
{
    if (track == m_track)
        return;
    const bool isSameFile = track.audioPath == m_track.audioPath;
    m_track = track;
    if (!isSameFile)
        readCover();
    tell({u"Metadata"_s});
}

void Mpris::setHasChapters(bool has)
{
    if (std::exchange(m_hasChapters, has) != has)
        tell({u"CanGoNext"_s, u"CanGoPrevious"_s});
}

void Mpris::readCover()
{
    m_cover.clear();
    if (m_track.audioPath.isEmpty())
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/covers"_s;
    m_reader.start([this, path = m_track.audioPath, folder] {
        const QString cover = writeCover(path, folder);
        QMetaObject::invokeMethod(
            this,
            [this, path, cover] {
                if (path != m_track.audioPath || cover == m_cover)
                    return;
                m_cover = cover;
                tell({u"Metadata"_s});
            },
            Qt::QueuedConnection);
    });
}

QString Mpris::trackPath() const
{
    return m_track.id > 0 ? u"/io/github/earmark_app/earmark/episode/%1"_s.arg(m_track.id)
                          : u"/org/mpris/MediaPlayer2/TrackList/NoTrack"_s;
}

QVariantMap Mpris::metadata() const
{
    QVariantMap all{{u"mpris:trackid"_s, QVariant::fromValue(QDBusObjectPath(trackPath()))}};
    if (m_track.id <= 0)
        return all;
    all.insert(u"xesam:title"_s, m_track.title);
    if (!m_track.show.isEmpty()) {
        all.insert(u"xesam:album"_s, m_track.show);
        all.insert(u"xesam:artist"_s, QStringList{m_track.show});
    }
    if (!m_track.audioPath.isEmpty())
        all.insert(u"xesam:url"_s, QUrl::fromLocalFile(m_track.audioPath).toString(QUrl::FullyEncoded));
    if (!m_cover.isEmpty())
        all.insert(u"mpris:artUrl"_s, QUrl::fromLocalFile(m_cover).toString(QUrl::FullyEncoded));
    if (m_player.duration() > MediaTime(0))
        all.insert(u"mpris:length"_s, microseconds(m_player.duration()));
    return all;
}

void Mpris::tellAll() const
{
    tell({u"PlaybackStatus"_s, u"Metadata"_s, u"CanPlay"_s, u"CanPause"_s, u"CanSeek"_s, u"CanGoNext"_s,
          u"CanGoPrevious"_s});
}

// Qt tells of no change by itself.
void Mpris::tell(const QStringList &properties) const
{
    if (m_service.isEmpty())
        return;
    QVariantMap changed;
    for (const QString &name : properties)
        changed.insert(name, m_adaptor->property(name.toLatin1().constData()));
    QDBusMessage signal =
        QDBusMessage::createSignal(objectPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
    signal << u"org.mpris.MediaPlayer2.Player"_s << changed << QStringList();
    QDBusConnection::sessionBus().send(signal);
}

} // namespace earmark::ui
