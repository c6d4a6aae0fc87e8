// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/history.h"

#include <algorithm>
#include <array>

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

History::Step History::stepOf(const Edit &edit)
{
    Step step{edit, {}};
    if (changesOnlyTheNote(edit))
        step.states = {qHash(edit.before->note), qHash(edit.after->note)};
    return step;
}

bool History::mergeIntoLast(const Edit &edit)
{
    if (!m_open || m_done == 0 || !changesOnlyTheNote(edit))
        return false;
    Step &last = m_steps[m_done - 1];
    if (last.states.empty() || last.edit.id() != edit.id() || last.edit.after->note != edit.before->note)
        return false;
    last.edit.after = edit.after;
    last.states.push_back(qHash(edit.after->note));
    // Typed and deleted again: a step that does nothing would make undo look broken.
    if (last.edit.before->note == last.edit.after->note) {
        m_steps.pop_back();
        --m_done;
        m_open = false;
    }
    return true;
}

void History::push(const Edit &edit)
{
    m_steps.erase(m_steps.begin() + std::ptrdiff_t(m_done), m_steps.end());
    if (mergeIntoLast(edit))
        return;
    m_steps.push_back(stepOf(edit));
    ++m_done;
    m_open = !m_steps.back().states.empty();
}

void History::closeStep()
{
    m_open = false;
}

std::optional<Edit> History::undo()
{
    m_open = false;
    if (!canUndo())
        return std::nullopt;
    --m_done;
    return m_steps[m_done].edit.inverse();
}

std::optional<Edit> History::redo()
{
    m_open = false;
    if (!canRedo())
        return std::nullopt;
    ++m_done;
    return m_steps[m_done - 1].edit;
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
    Step &step = m_steps[index];
    if (step.states.empty() || step.edit.id() != edit.id() || !changesOnlyTheNote(edit))
        return false;
    const std::array<size_t, 2> change{qHash(edit.before->note), qHash(edit.after->note)};
    const auto at = std::find_end(step.states.begin(), step.states.end(), change.begin(), change.end());
    if (at == step.states.end())
        return false;
    if (at == step.states.begin()) {
        eraseStep(index);
        return true;
    }
    step.states.erase(at + 1, step.states.end());
    step.edit.after = edit.before;
    if (step.edit.before->note == step.edit.after->note)
        eraseStep(index);
    return true;
}

void History::forget(const Edit &edit)
{
    // The latest first: the same change may have been made before, and saved.
    for (size_t i = m_steps.size(); i > 0; --i) {
        const Step &step = m_steps[i - 1];
        if (step.edit == edit || step.edit == edit.inverse()) {
            eraseStep(i - 1);
            return;
        }
        if (cutStep(i - 1, edit))
            return;
    }
}

} // namespace earmark::notes
