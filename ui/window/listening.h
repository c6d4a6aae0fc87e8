// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "playback/sleeptimer.h"
#include "ui/window/actions.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QMenu;
class QSettings;

namespace earmark::ui {

class MessageBar;
class OutputMenu;
class PlayerBar;

// How one listens: chapters, where the sound goes, shortened silence, the sleep timer, what a pause does.
class Listening : public QObject
{
    Q_OBJECT

public:
    Listening(playback::Player &player, const Actions &actions, PlayerBar &bar, MessageBar &messages, QWidget *window);

    // The session must outlive its being set.
    void setSession(const library::EpisodeSession *session);
    void setPlayable(bool playable);
    [[nodiscard]] QMenu *outputs() const;
    [[nodiscard]] bool hasChapters() const;
    void restoreState(const QSettings &settings);
    void saveState(QSettings &settings) const;

Q_SIGNALS:
    void chaptersChanged();

private:
    void connectSleep();
    void connectStepBack();
    void showChapters();
    void showPosition(MediaTime position);
    void showSleep();
    void tellSleep();
    void showStatus();
    void setStepBack(std::optional<std::chrono::seconds> distance);
    [[nodiscard]] MediaTime chapterEndAfter(MediaTime position) const;

    playback::Player &m_player;
    const Actions &m_actions;
    PlayerBar &m_bar;
    MessageBar &m_messages;
    OutputMenu *m_outputs;
    playback::SleepTimer m_sleep;
    QPointer<const library::EpisodeSession> m_session;
    std::chrono::seconds m_stepBack{2};
    bool m_playable = false;
};

} // namespace earmark::ui
