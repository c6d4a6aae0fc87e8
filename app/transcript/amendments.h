// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "transcript/transcript.h"

#include <QDateTime>
#include <QMetaType>

#include <optional>
#include <vector>

namespace earmark::transcript {

// Their numbers are in libraries: new ones go to the end.
enum class AmendmentKind : quint8 {
    Correction = 1, // the span's words read otherwise
    Turn = 2,       // somebody begins to speak at the span, whatever the source says of it
    Heading = 3,    // stands above the span, where a paragraph begins; an empty one: no heading here
    Join = 4,       // no paragraph and no turn begin at the span, although the source has one
    Person = 5,     // whoever the source has speak from the span on is called so, everywhere
};
constexpr AmendmentKind lastAmendmentKind = AmendmentKind::Person;

// Whose the marks and capitals around a correction are. Stored as the number.
enum class Marks : quint8 {
    Model = 1, // what the reading sets after and before any other word, it sets here
    Own = 2,   // the text stands as it is
};

// Stored as the number.
enum class AmendmentPlace : quint8 {
    Words = 1, // of the transcript
    Lost = 2,  // of one that was replaced, not found in the new one; the span is the first token
};

// One thing that a reader says about the text: the fourth layer over the source, which stays as it is.
struct Amendment {
    AmendmentId id;
    AmendmentKind kind = AmendmentKind::Correction;
    AmendmentPlace place = AmendmentPlace::Words;
    TokenSpan span;             // but for a correction: one token
    QString text;               // Correction: what is read, empty for words that are not shown; Turn: who speaks,
                                // empty for another person whose name is not known; Heading, Person: it; one line
    QString heard;              // what the source has there: for a correction its words, else how it goes on, or,
                                // for Person, the name
    Marks marks = Marks::Model; // of a correction
    RuleId rule;                // of the glossary that it came from; null: the reader made it
    QDateTime created;          // UTC, milliseconds

    bool operator==(const Amendment &) const = default;
};

// Of words that are in the transcript.
[[nodiscard]] inline bool isCorrection(const Amendment &amendment)
{
    return amendment.kind == AmendmentKind::Correction && amendment.place == AmendmentPlace::Words;
}

// An amendment comes (no before), goes (no after) or changes (the same id in both).
struct AmendmentEdit {
    std::optional<Amendment> before;
    std::optional<Amendment> after;

    [[nodiscard]] AmendmentId id() const { return after ? after->id : before ? before->id : AmendmentId{}; }
    [[nodiscard]] AmendmentEdit inverse() const { return {after, before}; }
    bool operator==(const AmendmentEdit &) const = default;
};

// What is done, undone and saved at once, or not at all.
using AmendmentStep = std::vector<AmendmentEdit>;

// The step that takes this one back.
[[nodiscard]] AmendmentStep inverse(const AmendmentStep &step);

// In the order of the text, then of kinds, then as they were made.
[[nodiscard]] bool comesBefore(const Amendment &a, const Amendment &b);

// Whether the two cannot both be: corrections that share a word, or two that say the same kind of thing of
// one place (a turn and a join do).
[[nodiscard]] bool excludes(const Amendment &a, const Amendment &b);

// `amendments`, which are in order, after the step; nullopt where what an edit begins with is not there.
[[nodiscard]] std::optional<std::vector<Amendment>> afterStep(std::vector<Amendment> amendments,
                                                              const AmendmentStep &step);

// The source's words from the span's first token to its last, a space between each two.
[[nodiscard]] QString wordsOf(const Transcript &transcript, TokenSpan span);

// A new amendment of what stands at `span`, `heard` taken from the transcript. `text` becomes one line.
[[nodiscard]] Amendment makeAmendment(AmendmentKind kind, const Transcript &transcript, TokenSpan span,
                                      const QString &text, const QDateTime &now);

} // namespace earmark::transcript

Q_DECLARE_METATYPE(earmark::transcript::Amendment)
