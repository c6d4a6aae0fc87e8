// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/nameindex.h"

#include <QVarLengthArray>

#include <vector>

namespace earmark::formats {

// "Anna Smith:", "Anna Smith (she/her):", "[any name]:" or "(speaker 0)" at the beginning of a line,
// whether or not it is believed.
struct SpeakerName {
    QVarLengthArray<QChar, 64> letters; // not on the heap: a text may have one on every line
    qsizetype length = 0;               // of the label in the line, colon and markup included
    int words = 0;
    bool isCertain = false; // written as nothing else is: in brackets

    [[nodiscard]] QStringView name() const { return {letters.data(), letters.size()}; } // empty: none here
};
[[nodiscard]] SpeakerName speakerNameAt(QStringView line);
// How a machine's name for a speaker is shown: a number as "Speaker 1", and so what is unknown, "?".
[[nodiscard]] QString calledSpeaker(QStringView name);

// A capitalised word with a colon is no proof: it has to be in capitals, or to come back, or the text
// has to be made of such lines.
class SpeakerBeliefs
{
public:
    // Every line of the text, in order; `label` has no name where it begins with none. Gives the name's
    // index in names(), -1 for none.
    int addLine(const SpeakerName &label);

    [[nodiscard]] const QStringList &names() const { return m_names.names(); }
    [[nodiscard]] bool isBelievable(int index) const;

private:
    [[nodiscard]] bool isDialogue() const { return m_named >= 2 && m_named * 3 >= m_lines; }

    NameIndex m_names;
    std::vector<int> m_counts; // of the lines that begin with each name
    std::vector<bool> m_certain;
    int m_opening = -1; // the very first words of the text are this name
    int m_lines = 0;
    int m_named = 0;
};

} // namespace earmark::formats
