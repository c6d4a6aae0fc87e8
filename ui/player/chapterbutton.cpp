// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/chapterbutton.h"

#include "ui/player/chapterlist.h"
#include "ui/timeline/places.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr int widest = 36;   // characters of a title
constexpr int narrowest = 6; // likewise
constexpr int margin = 10;   // pixels on either side; glyphs take half of it where they must

// Buttons take "&" for a mnemonic, which titles have for "and".
QString plain(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

ChapterButton::ChapterButton(QWidget *parent) : QToolButton(parent), m_list(new ChapterList(this))
{
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
    connect(this, &QToolButton::clicked, this, &ChapterButton::openList);
    connect(m_list, &ChapterList::chosen, this, &ChapterButton::chosen);
}

void ChapterButton::setChapters(const std::vector<audio::Chapter> &chapters)
{
    m_chapters = chapters;
    m_current.reset();
    m_list->hide(); // it shows others
    setVisible(!chapters.empty());
    setText({});
    setToolTip(tr("Chapters"));
    setAccessibleName(tr("Chapters"));
    updateGeometry();
}

void ChapterButton::showPosition(MediaTime position)
{
    const auto after = std::ranges::upper_bound(m_chapters, position, {}, &audio::Chapter::start);
    std::optional<size_t> current;
    if (after != m_chapters.begin() && position < (after - 1)->end)
        current = size_t(after - m_chapters.begin()) - 1;
    // The very end is of the last one.
    if (!current && after == m_chapters.end() && !m_chapters.empty() && position == m_chapters.back().end)
        current = m_chapters.size() - 1;
    if (current == m_current)
        return;
    m_current = current;
    const QString title = shownTitle();
    setText(title);
    setToolTip(title.isEmpty() ? tr("Chapters") : tr("Chapter: %1").arg(title));
    setAccessibleName(toolTip());
    updateGeometry();
    update();
}

QString ChapterButton::shownTitle() const
{
    return m_current ? chapterName(m_chapters, *m_current) : QString();
}

void ChapterButton::openList()
{
    if (!m_chapters.empty())
        m_list->open(m_chapters, m_current, rect());
}

QSize ChapterButton::sizeHint() const
{
    const int most = widest * fontMetrics().averageCharWidth();
    const QString text = m_current ? shownTitle() : tr("Chapters");
    return {std::min(most, fontMetrics().horizontalAdvance(text)) + 2 * margin, QToolButton::sizeHint().height()};
}

QSize ChapterButton::minimumSizeHint() const
{
    return {narrowest * fontMetrics().averageCharWidth() + 2 * margin, QToolButton::minimumSizeHint().height()};
}

void ChapterButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const QString text = m_current ? shownTitle() : tr("Chapters");
    option.text = plain(fontMetrics().elidedText(text, Qt::ElideRight, width() - margin));
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace earmark::ui
