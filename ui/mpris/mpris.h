// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/player.h"

#include <QObject>
#include <QThreadPool>
#include <QUrl>
#include <QVariantMap>

namespace earmark::ui {

class MprisPlayerAdaptor;

// The player as media keys, lock screens and playerctl know it: the MPRIS D-Bus Interface Specification 2.2 on
// the session bus. Next and previous are chapters. Without a bus it does nothing.
class Mpris : public QObject
{
    Q_OBJECT

public:
    // What is being heard.
    struct Track {
        qint64 id = 0; // 0: nothing
        QString title;
        QString show;
        QString audioPath;

        bool operator==(const Track &) const = default;
    };

    explicit Mpris(playback::Player &player, QObject *parent = nullptr);
    ~Mpris() override;

    // org.mpris.MediaPlayer2.earmark, or with the number of the process behind it where that is taken. False
    // without a bus.
    bool claim();
    [[nodiscard]] QString serviceName() const { return m_service; }

    void setTrack(const Track &track);
    void setHasChapters(bool has);

    // For the adaptors.
    [[nodiscard]] playback::Player &player() const { return m_player; }
    [[nodiscard]] bool hasChapters() const { return m_hasChapters; }
    [[nodiscard]] bool isLoaded() const;
    [[nodiscard]] QString trackPath() const;
    [[nodiscard]] QVariantMap metadata() const;

Q_SIGNALS:
    void raiseRequested();
    void quitRequested();
    void openRequested(const QUrl &url);
    void nextRequested();
    void previousRequested();

private:
    void tell(const QStringList &properties) const;
    void tellAll() const;
    void readCover();

    playback::Player &m_player;
    MprisPlayerAdaptor *m_adaptor;
    QString m_service;
    Track m_track;
    QString m_cover; // a file
    bool m_hasChapters = false;
    QThreadPool m_reader; // waits for what runs before the rest goes
};

} // namespace earmark::ui
