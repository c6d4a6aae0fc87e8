// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"
#include "playback/player.h"

#include <QWidget>

class QAction;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace earmark::ui {

class AlignmentBar;
class ChapterButton;
class Timeline;

// What the bar's buttons do; they belong to the window.
struct PlayerActions {
    QAction *playPause = nullptr;
    QAction *back = nullptr;
    QAction *forward = nullptr;
    QAction *loop = nullptr;
    QAction *follow = nullptr;
};

// The transport: play, position, speed, volume, and how well the words' times are known.
class PlayerBar : public QWidget
{
    Q_OBJECT

public:
    PlayerBar(playback::Player &player, const PlayerActions &actions, QWidget *parent = nullptr);

    [[nodiscard]] AlignmentBar *alignment() const { return m_alignment; }
    [[nodiscard]] Timeline *timeline() const { return m_timeline; }
    [[nodiscard]] ChapterButton *chapters() const { return m_chapters; }
    // What else concerns the sound, the most important first, for which there is room; the rest on hovering.
    void showStatus(const QStringList &parts);
    // All that the player tells, once more: the timeline was given an episode while something is loaded.
    void showAnew();
    // Shows the playhead there; called often while playing.
    void showPosition(MediaTime position);

Q_SIGNALS:
    void positionShown(earmark::MediaTime position);

private:
    QToolButton *addButton(QHBoxLayout *row, QAction *action);
    void addSpeed(QHBoxLayout *row);
    void addVolume(QHBoxLayout *row);
    void showTimes(MediaTime position);
    void reserveTimes();
    void updateDuration();
    void updateState();
    void updateVolume(double volume);

    playback::Player &m_player;
    PlayerActions m_actions;
    AlignmentBar *m_alignment;
    Timeline *m_timeline;
    QLabel *m_times;
    ChapterButton *m_chapters;
    QLabel *m_status;
    QDoubleSpinBox *m_speed = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_volume = nullptr;
    MediaTime m_duration{};
};

} // namespace earmark::ui
