// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/highlight.h"

#include <optional>
#include <vector>

namespace earmark::notes {

// What is done, undone and saved at once, or not at all: one edit, or several of different highlights.
using Step = std::vector<Edit>;

// The step that takes this one back.
[[nodiscard]] Step inverse(const Step &step);

// What has been done to one episode's highlights, and what of it was undone. Typing into one note
// is one step until something else happens. A value: it can outlive the pane it was made in.
class History
{
public:
    // Appends a step and forgets what was undone before it. A change of the same highlight's note as
    // the step before is merged into that step unless closeStep() was called between.
    void push(const Edit &edit) { push(Step{edit}); }
    void push(const Step &step); // nothing for an empty one
    void closeStep();

    [[nodiscard]] size_t done() const { return m_done; } // steps that could be undone
    [[nodiscard]] bool canUndo() const { return m_done > 0; }
    [[nodiscard]] bool canRedo() const { return m_done < m_steps.size(); }
    // What takes the last step back, or makes the next one again; nullopt where there is none.
    [[nodiscard]] std::optional<Step> undo();
    [[nodiscard]] std::optional<Step> redo();
    // The step with an edit that could not be saved is taken out, wherever it stands and whichever way
    // round it was written. Of typing merged into one step, only what came from the failed edit on is
    // taken out.
    void forget(const Edit &edit);

private:
    struct Entry {
        Step step;
        // For a changed note: a hash of each text it went through, the first and the last included,
        // so that one of the merged edits can be found again. Empty for every other step.
        std::vector<size_t> states;
    };

    [[nodiscard]] static Entry entryOf(const Step &step);
    bool mergeIntoLast(const Edit &edit);
    void eraseStep(size_t index);
    bool cutStep(size_t index, const Edit &edit);

    std::vector<Entry> m_steps;
    size_t m_done = 0;
    bool m_open = false;
};

} // namespace earmark::notes
