// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "library/screenhighlights.h"

namespace earmark::library {

struct EpisodeSession::Private {
    Private(EpisodeSession *owner, std::shared_ptr<const OpenEpisode> opened, LibraryService &service,
            notes::History before)
        : q(owner), open(std::move(opened)), episode(open->episode), chapters(open->chapters),
          history(std::move(before)), marks(episode.id, episode.edition, open->highlights, service)
    {
        if (open->reading.tokenRanges.size() != open->transcript.tokens.size())
            retime(open->timings, episode.duration, service.punctuation());
    }

    void retime(const transcript::Timings &timings, MediaTime duration, const reading::PunctuationModel &model)
    {
        retimed = std::make_shared<const EpisodeTimes>(
            EpisodeTimes{timings, duration, reading::read(open->transcript, timings, model)});
    }

    void takeChapters(const std::vector<audio::Chapter> &read);
    void take(const std::shared_ptr<const EpisodeTimes> &times);

    bool make(const notes::Step &step);
    enum class Redone { Done, Stale, NotYet };
    Redone makeStep(const notes::Step &step);
    [[nodiscard]] std::vector<notes::Highlight> mergeable(const notes::Highlight &highlight) const;

    EpisodeSession *q;
    std::shared_ptr<const OpenEpisode> open;
    store::Episode episode;
    std::vector<audio::Chapter> chapters;
    std::shared_ptr<const EpisodeTimes> retimed; // replaces what was opened; may be null
    notes::History history;
    ScreenHighlights marks;
};

} // namespace earmark::library
