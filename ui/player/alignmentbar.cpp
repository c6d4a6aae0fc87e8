// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/alignmentbar.h"

#include "ui/theme/quietlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace earmark::ui {

AlignmentBar::AlignmentBar(QWidget *parent)
    : QWidget(parent), m_bar(new QProgressBar(this)), m_label(new QLabel(this)), m_remark(new QuietLabel(this)),
      m_button(new QPushButton(this))
{
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(4);
    m_bar->setAccessibleName(tr("Matching the words to the sound"));
    m_label->setTextFormat(Qt::PlainText);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_button->setFlat(true);
    m_button->setAutoDefault(true); // Enter presses it, as in a dialog

    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_label);
    line->addWidget(m_remark, 1);
    line->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_bar);

    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Estimated)
            Q_EMIT alignRequested();
        else
            Q_EMIT cancelRequested();
    });
    refresh();
}

void AlignmentBar::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    m_percent = 0;
    m_bar->setValue(0);
    refresh();
}

void AlignmentBar::setProgress(double done)
{
    m_bar->setValue(int(std::clamp(done, 0.0, 1.0) * 1000));
    const int percent = m_bar->value() / 10;
    if (percent == m_percent)
        return;
    m_percent = percent;
    refresh();
}

void AlignmentBar::refresh()
{
    setVisible(m_state != State::Exact);
    m_bar->setVisible(m_state == State::Aligning || m_state == State::Waiting);
    m_remark->setText(m_state == State::Estimated ? QString() : tr("Times are estimated until this ends."));
    m_button->setText(m_state == State::Estimated ? tr("&Match to the sound") : tr("Cancel"));
    switch (m_state) {
    case State::Exact: break;
    case State::Estimated: m_label->setText(tr("Times are estimated from the lengths of the words.")); break;
    case State::Waiting: m_label->setText(tr("Waiting to be matched to the sound…")); break;
    case State::Aligning:
        m_label->setText(tr("Matching the words to the sound… %1 %").arg(locale().toString(m_percent)));
        break;
    }
}

} // namespace earmark::ui
