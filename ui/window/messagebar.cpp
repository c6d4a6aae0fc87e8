// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/messagebar.h"

#include "ui/player/symbolicicon.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace earmark::ui {

namespace {

// Hues that keep their meaning on light and dark ground; the words say the same without them.
QColor tint(Message::Kind kind, const Theme &theme)
{
    switch (kind) {
    case Message::Kind::Note: return theme.accent;
    case Message::Kind::Warning: return theme.dark ? QColor(0xe0, 0xa0, 0x30) : QColor(0xa8, 0x6a, 0x00);
    case Message::Kind::Error: return theme.dark ? QColor(0xf0, 0x70, 0x60) : QColor(0xb3, 0x26, 0x1e);
    }
    Q_UNREACHABLE();
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_help(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_icon->setAlignment(Qt::AlignCenter);
    m_help->setAutoDefault(true); // Enter presses it, as in a dialog
    m_close->setIcon(symbolicIcon(Symbol::Close));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_help, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);
    setTabOrder(m_help, m_close);

    connect(m_help, &QPushButton::clicked, this, &MessageBar::help);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::post(Message message)
{
    std::erase_if(m_messages, [&](const Message &m) { return m.topic == message.topic; });
    m_messages.push_back(std::move(message));
    refresh();
}

void MessageBar::clear(Topic topic)
{
    if (std::erase_if(m_messages, [topic](const Message &m) { return m.topic == topic; }) > 0)
        refresh();
}

QString MessageBar::text() const
{
    return m_messages.empty() ? QString() : m_messages.back().text;
}

bool MessageBar::isShowing(Topic topic) const
{
    return !m_messages.empty() && m_messages.back().topic == topic;
}

void MessageBar::refresh()
{
    if (m_messages.empty()) {
        hide();
        return;
    }
    const Message &message = m_messages.back();
    const int side = fontMetrics().height();
    const Symbol symbol = message.kind == Message::Kind::Note ? Symbol::Note : Symbol::Warning;
    m_icon->setPixmap(symbolicIcon(symbol).pixmap(QSize(side, side), devicePixelRatioF()));
    m_text->setText(message.text);
    m_help->setText(message.buttonText);
    m_help->setVisible(!message.buttonText.isEmpty());
    setAccessibleName(message.text);
    setVisible(true);
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::help()
{
    // The help may show another message, so this one goes first.
    const std::function<void()> action = m_messages.back().help;
    m_messages.pop_back();
    refresh();
    if (action)
        action();
}

void MessageBar::dismiss()
{
    const std::function<void()> dismissed = m_messages.back().dismissed;
    m_messages.pop_back();
    refresh();
    if (dismissed)
        dismissed();
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_messages.empty())
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    if (m_messages.empty())
        return;
    const Theme theme = themeFor(palette());
    const QColor colour = tint(m_messages.back().kind, theme);
    QPainter painter(this);
    QColor ground = colour;
    ground.setAlphaF(theme.dark ? 0.20F : 0.12F);
    painter.fillRect(rect(), theme.ground);
    painter.fillRect(rect(), ground);
    painter.fillRect(QRect(0, 0, 3, height()), colour);
    painter.setPen(theme.rule);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace earmark::ui
