// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "playback/player.h"

#include <optional>

namespace earmark::ui {

class TranscriptView;

// Where the playhead goes by the text: to sentences and paragraphs, round and round in a stretch.
class Transport
{
public:
    enum class Way { Back, Forward };

    Transport(playback::Player &player, const TranscriptView &text) : m_player(player), m_text(text) {}

    // Nothing below does anything without one. The session must outlive its being set.
    void setSession(const library::EpisodeSession *session);

    void skip(MediaTime distance);
    // To the next one; back: to the start of the present one, or, shortly after it, of the one before.
    void skipSentence(Way way);
    void skipParagraph(Way way);
    void skipChapter(Way way);
    // Again and again what is selected, or else the sentence that is heard; or no longer.
    void toggleLoop();
    // A stretch between two places that are being heard: the first call notes the one, the next the
    // other and begins, the third ends it. True while it waits for the second.
    bool stepLoop();

private:
    using Spans = std::vector<MediaSpan>;

    [[nodiscard]] Spans sentences() const;
    [[nodiscard]] Spans paragraphs() const;
    void skipBetween(const Spans &spans, Way way);

    playback::Player &m_player;
    const TranscriptView &m_text;
    const library::EpisodeSession *m_session = nullptr;
    std::optional<MediaTime> m_loopStart;
};

} // namespace earmark::ui
