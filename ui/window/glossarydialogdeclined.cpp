// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of GlossaryDialog about what the reader declined.
#include "ui/window/glossarydialog.h"

#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace earmark::ui {

using glossary::Declined;

void GlossaryDialog::setDeclined(const std::vector<Declined> &declined)
{
    std::vector<Declined> before = library::declinedHere(declined, m_session.transcript());
    for (Declined &each : before) {
        if (std::ranges::find(m_declined, each) == m_declined.end())
            m_declined.push_back(std::move(each));
    }
    std::ranges::stable_sort(m_declined, {}, [](const Declined &each) { return each.span.first; });
    refreshDeclined();
    refreshFound();
}

void GlossaryDialog::refreshDeclined()
{
    const int before = m_declinedList->currentRow();
    const int last = int(m_declined.size()) - 1;
    {
        const QSignalBlocker quiet(m_declinedList);
        m_declinedList->clear();
        for (const Declined &each : m_declined)
            m_declinedList->addItem(
                textOf(library::Suggestion{each.span, each.meant, RuleId::create(), 0})); // as it was proposed
        m_declinedList->setCurrentRow(std::clamp(before, std::min(0, last), last));
    }
    updateButtons();
}

const Declined *GlossaryDialog::currentDeclined() const
{
    const int row = m_declinedList->currentRow();
    return row >= 0 && size_t(row) < m_declined.size() ? &m_declined[size_t(row)] : nullptr;
}

void GlossaryDialog::hearDeclined()
{
    if (const Declined *declined = currentDeclined())
        Q_EMIT playWanted(declined->span);
}

void GlossaryDialog::offerAgain()
{
    const Declined *current = currentDeclined();
    if (!current)
        return;
    const Declined declined = *current;
    std::erase(m_declined, declined);
    refreshDeclined();
    refreshFound();
    Q_EMIT wantedAgain(declined);
}

bool GlossaryDialog::declinedKey(int key)
{
    switch (key) {
    case Qt::Key_Space: hearDeclined(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Delete: offerAgain(); return true;
    default: return false;
    }
}

} // namespace earmark::ui
