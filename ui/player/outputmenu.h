// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playback/player.h"

#include <QMenu>

namespace earmark::ui {

// Where the sound goes: the system's default, or one of the devices there are. The chosen one stays in the
// list while it is not there.
class OutputMenu : public QMenu
{
    Q_OBJECT

public:
    explicit OutputMenu(playback::Player &player, QWidget *parent = nullptr);

    // As remembered: a device that may not be there, and what it is called.
    void choose(const playback::SoundDevice &device);
    [[nodiscard]] playback::SoundDevice chosen() const { return m_chosen; }

private:
    void fill();
    void add(const QString &text, const playback::SoundDevice &device);

    playback::Player &m_player;
    playback::SoundDevice m_chosen;
};

} // namespace earmark::ui
