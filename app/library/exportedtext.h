// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "notes/exported.h"

#include <optional>
#include <vector>

namespace earmark::library {

// The headings of a reading in their order, and which of them a token stands under.
class ExportedHeadings
{
public:
    explicit ExportedHeadings(const OpenEpisode &open);

    [[nodiscard]] const std::vector<notes::ExportedChapter> &chapters() const { return m_chapters; }
    [[nodiscard]] std::optional<size_t> above(transcript::TokenIndex token) const;

private:
    std::vector<notes::ExportedChapter> m_chapters;
    std::vector<transcript::TokenIndex> m_tokens; // with which each begins
};

// Puts the whole text as it is read into what is exported of the same episode, with those of its highlights
// that are exported. Linear in both.
void addText(notes::ExportedEpisode &exported, const OpenEpisode &open);

} // namespace earmark::library
