// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/exported.h"

namespace earmark::test {

// An episode as an exporter gets it, its highlights at 10 s, 20 s and so on.
inline notes::ExportedEpisode makeExported(const std::vector<std::pair<QString, QString>> &quotesAndNotes)
{
    using namespace Qt::StringLiterals;
    notes::ExportedEpisode episode;
    episode.id = EpisodeId{12};
    episode.title = u"On repair"_s;
    episode.show = u"Slow & Steady"_s;
    episode.date = QDate(2026, 5, 7);
    episode.duration = MediaTime(1'867'000);
    episode.audioPath = u"/music/slow steady (12).mp3"_s;
    episode.audioFile = u"slow steady (12).mp3"_s;
    int number = 0;
    for (const auto &[quote, note] : quotesAndNotes) {
        ++number;
        notes::ExportedHighlight highlight;
        highlight.id = {QUuid(uint(number), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)};
        highlight.quote = quote;
        highlight.note = note;
        highlight.speaker = u"Anna"_s;
        highlight.start = MediaTime(number * 10'000);
        highlight.end = MediaTime(number * 10'000 + 8'500);
        highlight.selectors = {quote, u"before "_s, u" after"_s, highlight.start, highlight.end};
        highlight.created = QDateTime::fromMSecsSinceEpoch(1778232600000).toUTC();
        highlight.modified = highlight.created;
        episode.highlights.push_back(highlight);
    }
    return episode;
}

} // namespace earmark::test
