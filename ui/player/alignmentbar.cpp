// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/alignmentbar.h"

#include "ui/theme/quietlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace earmark::ui {

AlignmentBar::AlignmentBar(QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_remark(new QuietLabel(this)), m_button(new QPushButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_button->setFlat(true);
    m_button->setAutoDefault(true); // Enter presses it, as in a dialog

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(m_label);
    line->addWidget(m_remark, 1);
    line->addWidget(m_button);

    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_state == State::Estimated)
            Q_EMIT alignRequested();
        else
            Q_EMIT cancelRequested();
    });
    refresh();
}

void AlignmentBar::setState(State state, bool hasTimes)
{
    if (state == m_state && hasTimes == m_hasTimes)
        return;
    m_hasTimes = hasTimes;
    if (state == m_state) {
        refresh();
        return;
    }
    m_state = state;
    m_permille = 0;
    refresh();
    const bool isGoingOn = state == State::Waiting || state == State::Aligning;
    Q_EMIT progressed(isGoingOn ? std::optional(0.0) : std::nullopt);
}

void AlignmentBar::setProgress(double done)
{
    const int permille = int(std::clamp(done, 0.0, 1.0) * 1000);
    if (permille == m_permille || m_state != State::Aligning)
        return;
    m_permille = permille;
    refresh();
    Q_EMIT progressed(permille / 1000.0);
}

void AlignmentBar::refresh()
{
    setVisible(m_state != State::Exact);
    m_remark->setText(m_state == State::Estimated ? QString()
                          : m_hasTimes            ? tr("Times stay as they are until this ends.")
                                                  : tr("Times are estimated until this ends."));
    m_button->setText(m_state == State::Estimated ? tr("&Match to the sound") : tr("Cancel"));
    switch (m_state) {
    case State::Exact: break;
    case State::Estimated:
        m_label->setText(m_hasTimes ? tr("Some times are known; those of the words between are estimated.")
                                    : tr("Times are estimated from the lengths of the words."));
        break;
    case State::Waiting: m_label->setText(tr("Waiting to be matched to the sound…")); break;
    case State::Aligning:
        m_label->setText(tr("Matching the words to the sound… %1 %").arg(locale().toString(m_permille / 10)));
        break;
    }
}

} // namespace earmark::ui
