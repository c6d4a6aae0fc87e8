// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/outputmenu.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using playback::SoundDevice;

OutputMenu::OutputMenu(playback::Player &player, QWidget *parent) : QMenu(tr("Soun&d output"), parent), m_player(player)
{
    connect(&player, &playback::Player::devicesChanged, this, &OutputMenu::fill);
    connect(this, &QMenu::aboutToShow, this, &OutputMenu::fill);
    fill();
}

void OutputMenu::choose(const SoundDevice &device)
{
    m_chosen = device;
    m_player.setDevice(device.id);
    // Not made anew: one of them may just be telling that it was chosen.
    const QList<QAction *> all = actions();
    for (QAction *action : all)
        action->setChecked(!action->isSeparator() && action->data().toByteArray() == device.id);
}

void OutputMenu::fill()
{
    clear();
    const std::vector<SoundDevice> &devices = m_player.devices();
    add(tr("System &default"), {});
    if (!devices.empty())
        addSeparator();
    for (const SoundDevice &device : devices)
        add(QString(device.name).replace(u'&', u"&&"_s), device);
    const bool isThere =
        m_chosen.id.isEmpty() || std::ranges::find(devices, m_chosen.id, &SoundDevice::id) != devices.end();
    if (!isThere) {
        const QString name = m_chosen.name.isEmpty() ? QString::fromUtf8(m_chosen.id) : m_chosen.name;
        add(tr("%1 (not connected)").arg(QString(name).replace(u'&', u"&&"_s)), m_chosen);
    }
}

void OutputMenu::add(const QString &text, const SoundDevice &device)
{
    QAction *action = addAction(text);
    action->setData(device.id);
    action->setCheckable(true);
    action->setChecked(device.id == m_chosen.id);
    connect(action, &QAction::triggered, this, [this, device] { choose(device); });
}

} // namespace earmark::ui
