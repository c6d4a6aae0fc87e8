// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/transport.h"

#include "ui/transcript/transcriptview.h"

#include <algorithm>

namespace earmark::ui {

namespace {

using namespace std::chrono_literals;

// Whoever goes back this soon after a start means the one before; of the listener's own time, so
// that it is as easy at any speed.
constexpr MediaTime soon = 1s;

} // namespace

void Transport::setSession(const library::EpisodeSession *session)
{
    m_session = session;
    m_loopStart.reset();
}

void Transport::skip(MediaTime distance)
{
    m_player.seek(m_player.position() + distance);
}

Transport::Spans Transport::sentences() const
{
    Spans spans;
    for (const transcript::TokenSpan span : m_session->reading().sentences)
        spans.push_back(transcript::timeOf(span, m_session->timings()));
    return spans;
}

Transport::Spans Transport::paragraphs() const
{
    Spans spans;
    for (const reading::Paragraph &paragraph : m_session->reading().paragraphs)
        spans.push_back(transcript::timeOf(paragraph.span, m_session->timings()));
    return spans;
}

void Transport::skipBetween(const Spans &spans, Way way)
{
    const MediaTime now = m_player.position();
    const auto after = std::upper_bound(spans.begin(), spans.end(), now,
                                        [](MediaTime at, const auto &span) { return at < span.start; });
    if (way == Way::Forward) {
        if (after != spans.end())
            m_player.seek(after->start);
        return;
    }
    if (after == spans.begin()) {
        m_player.seek(MediaTime(0));
        return;
    }
    const auto present = after - 1;
    const auto heard = MediaTime(qint64(double((now - present->start).count()) / m_player.speed()));
    const bool before = heard < soon && present != spans.begin();
    m_player.seek(before ? (present - 1)->start : present->start);
}

void Transport::skipSentence(Way way)
{
    if (m_session)
        skipBetween(sentences(), way);
}

void Transport::skipParagraph(Way way)
{
    if (m_session)
        skipBetween(paragraphs(), way);
}

void Transport::skipChapter(Way way)
{
    if (!m_session || m_session->chapters().empty())
        return;
    Spans spans;
    for (const audio::Chapter &chapter : m_session->chapters())
        spans.push_back({chapter.start, chapter.end});
    skipBetween(spans, way);
}

void Transport::toggleLoop()
{
    m_loopStart.reset();
    if (!m_session || m_player.loop()) {
        m_player.setLoop(std::nullopt);
        return;
    }
    std::optional<MediaSpan> stretch;
    if (const auto span = m_text.currentSpan(); span && m_text.hasTokenSelection()) {
        stretch = transcript::timeOf(*span, m_session->timings());
    } else {
        const Spans spans = sentences();
        const auto after = std::upper_bound(spans.begin(), spans.end(), m_player.position(),
                                            [](MediaTime at, const auto &each) { return at < each.start; });
        if (!spans.empty())
            stretch = after == spans.begin() ? spans.front() : *(after - 1);
    }
    if (stretch)
        m_player.setLoop(stretch);
}

bool Transport::stepLoop()
{
    if (m_player.loop()) {
        m_loopStart.reset();
        m_player.setLoop(std::nullopt);
    } else if (!m_loopStart) {
        m_loopStart = m_player.position();
    } else {
        const auto [start, end] = std::minmax({*m_loopStart, m_player.position()});
        m_loopStart.reset();
        m_player.setLoop(MediaSpan{start, end});
    }
    return m_loopStart.has_value();
}

} // namespace earmark::ui
