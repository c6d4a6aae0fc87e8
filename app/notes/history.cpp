// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/history.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace earmark::notes {

namespace {

bool changesOnlyTheNote(const Edit &edit)
{
    if (!edit.before || !edit.after || edit.before->note == edit.after->note)
        return false;
    Highlight before = *edit.before;
    before.note = edit.after->note;
    before.modified = edit.after->modified;
    return before == *edit.after;
}

} // namespace

Step inverse(const Step &step)
{
    Step turned;
    turned.reserve(step.size());
    std::transform(step.rbegin(), step.rend(), std::back_inserter(turned),
                   [](const Edit &edit) { return edit.inverse(); });
    return turned;
}

History::Entry History::entryOf(const Step &step)
{
    Entry entry{step, {}};
    if (step.size() == 1 && changesOnlyTheNote(step.front()))
        entry.states = {qHash(step.front().before->note), qHash(step.front().after->note)};
    return entry;
}

bool History::mergeIntoLast(const Edit &edit)
{
    if (!m_open || m_done == 0 || !changesOnlyTheNote(edit))
        return false;
    Entry &last = m_steps[m_done - 1];
    if (last.states.empty())
        return false;
    Edit &typed = last.step.front();
    if (typed.id() != edit.id() || typed.after->note != edit.before->note)
        return false;
    typed.after = edit.after;
    last.states.push_back(qHash(edit.after->note));
    // Typed and deleted again: a step that does nothing would make undo look broken.
    if (typed.before->note == typed.after->note) {
        m_steps.pop_back();
        --m_done;
        m_open = false;
    }
    return true;
}

void History::push(const Step &step)
{
    if (step.empty())
        return;
    m_steps.erase(m_steps.begin() + std::ptrdiff_t(m_done), m_steps.end());
    if (step.size() == 1 && mergeIntoLast(step.front()))
        return;
    m_steps.push_back(entryOf(step));
    ++m_done;
    m_open = !m_steps.back().states.empty();
}

void History::closeStep()
{
    m_open = false;
}

std::optional<Step> History::undo()
{
    m_open = false;
    if (!canUndo())
        return std::nullopt;
    --m_done;
    return inverse(m_steps[m_done].step);
}

std::optional<Step> History::redo()
{
    m_open = false;
    if (!canRedo())
        return std::nullopt;
    ++m_done;
    return m_steps[m_done - 1].step;
}

void History::eraseStep(size_t index)
{
    m_steps.erase(m_steps.begin() + std::ptrdiff_t(index));
    if (index < m_done)
        --m_done;
    m_open = false;
}

// Of a step merged from many, what came before the failed edit was saved and stays one.
bool History::cutStep(size_t index, const Edit &edit)
{
    Entry &entry = m_steps[index];
    if (entry.states.empty() || entry.step.front().id() != edit.id() || !changesOnlyTheNote(edit))
        return false;
    const std::array<size_t, 2> change{qHash(edit.before->note), qHash(edit.after->note)};
    const auto at = std::find_end(entry.states.begin(), entry.states.end(), change.begin(), change.end());
    if (at == entry.states.end())
        return false;
    if (at == entry.states.begin()) {
        eraseStep(index);
        return true;
    }
    entry.states.erase(at + 1, entry.states.end());
    Edit &typed = entry.step.front();
    typed.after = edit.before;
    if (typed.before->note == typed.after->note)
        eraseStep(index);
    return true;
}

void History::forget(const Edit &edit)
{
    // The latest first: the same change may have been made before, and saved.
    for (size_t i = m_steps.size(); i > 0; --i) {
        const Step &step = m_steps[i - 1].step;
        const bool holds = std::any_of(step.begin(), step.end(),
                                       [&](const Edit &each) { return each == edit || each == edit.inverse(); });
        if (holds) {
            eraseStep(i - 1);
            return;
        }
        if (cutStep(i - 1, edit))
            return;
    }
}

} // namespace earmark::notes
