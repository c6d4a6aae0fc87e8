// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/mediatime.h"

#include <QString>

#include <optional>

namespace earmark::notes {

// Seconds as links have them: "723.4", "130"; at most three decimals, the C locale.
[[nodiscard]] QString linkSeconds(MediaTime time);

// "earmark://episode/12?t=723.4": opens the episode there.
[[nodiscard]] QString episodeLink(EpisodeId episode, MediaTime at);
[[nodiscard]] QString episodeLink(EpisodeId episode); // the episode as a whole
struct EpisodeLink {
    EpisodeId episode;
    std::optional<MediaTime> time;

    bool operator==(const EpisodeLink &) const = default;
};
// What such a link says; nullopt where it is none. A time that is none is left out.
[[nodiscard]] std::optional<EpisodeLink> readEpisodeLink(const QString &link);
// Its episode alone.
[[nodiscard]] std::optional<EpisodeId> episodeOfLink(const QString &link);

// The temporal dimension of W3C Media Fragments 1.0: "t=121.5,130"; without an end where it is not
// after the start.
[[nodiscard]] QString mediaFragment(MediaTime start, MediaTime end);

// A path as the path of a URL: everything but the unreserved characters and "/" percent-encoded, so
// that it can stand in Markdown, HTML and YAML as it is.
[[nodiscard]] QString urlPath(const QString &path);
// "file:///music/a%20talk.mp3#t=121.5,130"; empty for an empty path.
[[nodiscard]] QString audioLink(const QString &audioPath, MediaTime start, MediaTime end);

} // namespace earmark::notes
