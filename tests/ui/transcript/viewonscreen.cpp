// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/viewonscreen.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTextCursor>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using transcript::TokenIndex;

void ViewOnScreen::init()
{
    m_view = std::make_unique<TranscriptView>();
    m_view->resize(1000, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
    m_view->setFocus();
    QTRY_VERIFY(m_view->hasFocus());
}

void ViewOnScreen::cleanup()
{
    m_view.reset();
    m_session.reset();
}

void ViewOnScreen::open(const library::OpenEpisode &episode)
{
    m_view->setSession(nullptr);
    m_session =
        std::make_unique<library::EpisodeSession>(std::make_shared<const library::OpenEpisode>(episode), m_service);
    m_view->setSession(m_session.get());
}

QRect ViewOnScreen::rectOf(TokenIndex token) const
{
    const auto range = m_session->reading().tokenRanges[size_t(token)];
    QTextCursor cursor(m_view->document());
    cursor.setPosition(range.begin);
    const QRect begin = m_view->cursorRect(cursor);
    cursor.setPosition(range.end);
    return begin | m_view->cursorRect(cursor);
}

void ViewOnScreen::drag(QPoint from, QPoint to) const
{
    QWidget *viewport = m_view->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step) {
        const QPoint at = from + (to - from) * step / 4;
        QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
    }
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
}

const QList<made::Paragraph> &shortText()
{
    static const QList<made::Paragraph> text{
        {u"Mara"_s, u"We begin slowly. Then we talk fast. [Music]"_s},
        {{}, u"Nobody really minds."_s},
        {u"Jonas"_s, u"Is that quite true? It surely is."_s},
    };
    return text;
}

QRect differing(const QImage &a, const QImage &b)
{
    QRect rect;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) != b.pixel(x, y))
                rect |= QRect(x, y, 1, 1);
        }
    }
    return rect;
}

} // namespace earmark::ui
