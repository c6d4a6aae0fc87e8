// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "transcript/transcript.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace earmark::glossary {

using transcript::TokenSpan;
using transcript::Transcript;

// Where a rule holds. Their numbers are in libraries.
enum class Scope : quint8 { Episode = 1, Show, Always };

// What a machine writes wherever it hears something, and what that should read: "deep sequel" is
// "DeepSeek".
struct Rule {
    RuleId id;
    Scope scope = Scope::Always;
    EpisodeId episode; // of Scope::Episode
    QString show;      // of Scope::Show
    QString heard;     // one or several words, a space between each two
    QString meant;
    QDateTime created; // UTC

    bool operator==(const Rule &) const = default;
};

// A rule of these words, without spaces around or doubled and without the marks that stand around any
// word, and with a new id.
[[nodiscard]] Rule makeRule(const QString &heard, const QString &meant);

// Whether there is something to look for and it should read otherwise, and a show or an episode is named
// where the rule is about one.
[[nodiscard]] bool isUsable(const Rule &rule);

// Whether the rule holds in this episode. A show is told by its name, whatever its case.
[[nodiscard]] bool holdsIn(const Rule &rule, EpisodeId episode, const QString &show);

// Words of a transcript that a rule is about.
struct Hit {
    size_t rule = 0; // its place among the rules that were given
    TokenSpan span;

    bool operator==(const Hit &) const = default;
};

// Where the rules' words stand, in order and disjoint: from left to right, at each place the rule of
// most words, and of the same words the one of the narrowest scope, then the newest. Words are the same
// by their letters, digits and signs, whatever their case and punctuation, and their last one in the
// genitive, too ("DeepSeek's"); nothing is guessed. Words do not go on across a cue, a
// turn, a paragraph, or a mark that the rule has not. What reads already as it should is no hit. One
// pass over the tokens, however many rules there are.
[[nodiscard]] std::vector<Hit> hits(const Transcript &transcript, const std::vector<Rule> &rules);

// What these words, a hit of the rule, should read: with the marks that stand before and after them.
[[nodiscard]] QString textFor(const Rule &rule, const Transcript &transcript, TokenSpan span);

} // namespace earmark::glossary
