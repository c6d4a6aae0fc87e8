// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace earmark::bench {

// Where the recordings, the episode maker and the prototype lie, and where what they make is kept from
// one run to the next.
struct Places {
    QString shared;
    QString cache;
};

// `folder` then holds what the episode maker makes of a transcript's first 3,000 words, `errors` of them
// misheard; false where the maker or what it needs is missing.
[[nodiscard]] bool makeEpisode(const Places &places, const QString &transcript, const QString &folder, double errors,
                               int seed);

// Folders as align_bench measures them, made where they are not there yet: five episodes of 3,000 words
// with 8 % errors, the same with three minutes of other speech before and two after, and four of them
// joined to more than an hour. Empty where the episode maker or what it needs is missing.
[[nodiscard]] QStringList madeEpisodes(const Places &places);

struct PrototypeRun {
    std::vector<double> starts; // seconds, one a whitespace-separated piece of the text
    double wall = 0;            // seconds
    double memory = 0;          // MiB
};

// Builds the prototype where needed and runs it. Nothing where that fails.
[[nodiscard]] std::optional<PrototypeRun> runPrototype(const Places &places, const QString &audioFile,
                                                       const QString &textFile, bool coarse);

} // namespace earmark::bench
