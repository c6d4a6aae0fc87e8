// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepopup.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace earmark::ui {

namespace {

constexpr int padding = 8;
constexpr int widthInCharacters = 58;
constexpr int edge = 6; // kept free of the window

enum class Cut { Beginning, End };

// Without as many words as it takes to fit.
QString fitted(QString text, const QFontMetricsF &metrics, double width, Cut cut)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    const QString dots(u'…');
    const auto shown = [&] { return cut == Cut::Beginning ? dots + u' ' + text : text + u' ' + dots; };
    while (!text.isEmpty() && metrics.horizontalAdvance(shown()) > width) {
        const qsizetype space = cut == Cut::Beginning ? text.indexOf(u' ') : text.lastIndexOf(u' ');
        text = space < 0 ? QString() : cut == Cut::Beginning ? text.mid(space + 1) : text.left(space);
    }
    return text.isEmpty() ? dots : shown();
}

} // namespace

TimelinePopup::TimelinePopup(QWidget *window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void TimelinePopup::showAt(int x, int bottom, const Content &content)
{
    const QFontMetrics metrics(font());
    const bool hasWords = content.spoken.token.has_value();
    const int width =
        std::min(metrics.averageCharWidth() * widthInCharacters + 2 * padding, parentWidget()->width() - 2 * edge);
    const int height = (hasWords ? 2 : 1) * metrics.lineSpacing() + 2 * padding;
    const int left = std::clamp(x - width / 2, edge, std::max(edge, parentWidget()->width() - width - edge));
    setGeometry(left, std::max(0, bottom - height), width, height);
    if (m_content != content) {
        m_content = content;
        update();
    }
    if (isHidden()) {
        raise();
        show();
    }
}

void TimelinePopup::paintEvent(QPaintEvent *)
{
    const Theme theme = themeFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.ground);
    painter.setPen(theme.quiet);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));

    QFont bold = font();
    bold.setBold(true);
    const QRectF inner = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    const double spacing = QFontMetricsF(font()).lineSpacing();
    QRectF line(inner.left(), inner.top(), inner.width(), spacing);
    painter.setFont(bold);
    painter.setPen(theme.ink);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_content.time);
    const double taken = QFontMetricsF(bold).horizontalAdvance(m_content.time) + padding;
    painter.setFont(font());
    painter.setPen(theme.quiet);
    const QRectF rest = line.adjusted(taken, 0, 0, 0);
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font()).elidedText(m_content.title, Qt::ElideRight, rest.width()));
    if (m_content.spoken.token) {
        line.translate(0, spacing);
        paintWords(painter, line);
    }
}

void TimelinePopup::paintWords(QPainter &painter, const QRectF &line) const
{
    const Theme theme = themeFor(palette());
    const QFontMetricsF metrics(font());
    const Spoken &spoken = m_content.spoken;
    const bool isPause = spoken.word.isEmpty();
    const QString word = isPause ? QStringLiteral("·") : spoken.word;
    const bool rightToLeft = (spoken.before + spoken.word + spoken.after).isRightToLeft();
    const double gap = metrics.horizontalAdvance(u' ');
    const double width = std::min(metrics.horizontalAdvance(word), line.width());
    QRectF middle(line.center().x() - width / 2, line.top(), width, line.height());
    const QRectF left(line.left(), line.top(), middle.left() - gap - line.left(), line.height());
    const QRectF right(middle.right() + gap, line.top(), line.right() - middle.right() - gap, line.height());

    if (!isPause) {
        const QRectF ground = middle.adjusted(-gap / 2, 0, gap / 2, 0);
        painter.fillRect(ground, spoken.isEstimated ? theme.estimatedWordGround : theme.wordGround);
        painter.fillRect(QRectF(ground.left(), ground.bottom() - 1, ground.width(), 1), theme.ink);
    }
    painter.setPen(theme.ink);
    painter.drawText(middle, Qt::AlignCenter | Qt::TextSingleLine,
                     metrics.elidedText(word, Qt::ElideRight, middle.width() + 1));
    const QRectF &first = rightToLeft ? right : left;
    const QRectF &second = rightToLeft ? left : right;
    const auto side = [&](const QRectF &area) {
        return Qt::AlignVCenter | Qt::TextSingleLine | Qt::AlignAbsolute
            | (&area == &left ? Qt::AlignRight : Qt::AlignLeft);
    };
    painter.drawText(first, int(side(first)), fitted(spoken.before, metrics, first.width(), Cut::Beginning));
    painter.drawText(second, int(side(second)), fitted(spoken.after, metrics, second.width(), Cut::End));
}

} // namespace earmark::ui
