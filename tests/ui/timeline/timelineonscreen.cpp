// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineonscreen.h"

#include <QVBoxLayout>

#include <cmath>

namespace earmark::ui {

void TimelineOnScreen::cleanup()
{
    m_window.reset();
    m_session.reset();
}

void TimelineOnScreen::show(library::OpenEpisode episode, int width)
{
    constexpr int height = 400;
    m_session = std::make_unique<library::EpisodeSession>(
        std::make_shared<const library::OpenEpisode>(std::move(episode)), m_service);
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addStretch(1);
    m_timeline = new Timeline(m_window.get());
    layout->addWidget(m_timeline);
    m_window->resize(width, height);
    m_timeline->setSession(m_session.get());
    m_timeline->setSound(Timeline::Sound::Ready);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QPoint TimelineOnScreen::at(MediaTime time, double share) const
{
    return {int(std::round(m_timeline->scale().xOf(time))), int(m_timeline->height() * share)};
}

} // namespace earmark::ui
