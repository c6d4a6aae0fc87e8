// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/marking.h"

#include "transcript/timing.h"
#include "ui/notes/notespane.h"
#include "ui/transcript/transcriptview.h"

#include <algorithm>
#include <utility>

namespace earmark::ui {

using namespace std::chrono_literals;
using library::LibraryService;
using notes::Highlight;
using notes::Place;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

constexpr MediaTime recentLength = 20s;

} // namespace

Marking::Marking(LibraryService &service, playback::Player &player, TranscriptView &text, NotesPane &notes,
                 std::function<MediaTime()> place, QObject *parent)
    : QObject(parent), m_service(service), m_player(player), m_text(text), m_notes(notes), m_place(std::move(place)),
      m_excerpt(player)
{
    connect(&text, &TranscriptView::recentWanted, this, &Marking::selectRecent);
    connect(&text, &TranscriptView::cursorMoved, this, &Marking::chooseAtCursor);
    connect(&notes, &NotesPane::highlightActivated, this, &Marking::show);
    connect(&notes, &NotesPane::playRequested, this, qOverload<HighlightId>(&Marking::play));
    connect(&notes, &NotesPane::tagsWanted, &service, &LibraryService::readTags);
    connect(&service, &LibraryService::tagsRead, &notes, &NotesPane::setKnownTags);
}

void Marking::setSession(library::EpisodeSession *session)
{
    m_session = session;
    m_heard.reset();
}

const Highlight *Marking::target(int sentences) const
{
    const auto span = m_text.spanOf(sentences);
    if (!m_session || !span)
        return nullptr;
    if (m_text.hasTokenSelection())
        return m_session->highlightOf(*span);
    if (const auto visited = m_text.visitedHighlight())
        return m_session->find(*visited);
    const auto around = sentences <= 1 ? m_text.highlightAroundCursor() : std::nullopt;
    const Highlight *same = m_session->highlightOf(*span);
    // At a word the smallest that holds it, even where the whole sentence is another one.
    if (same && !(around && m_text.visitsWords()))
        return same;
    return around ? m_session->find(*around) : nullptr;
}

// Makes the change seen: the selection has served, the notes show what it was about, and the next key is
// about that as well.
void Marking::done(HighlightId id)
{
    m_text.clearTokenSelection();
    if (!id.isValid())
        return;
    m_notes.choose(id);
    const Highlight *made = m_session->find(id);
    const Highlight *next = target(1);
    if (made && made->place == Place::Words && !(next && next->id == id))
        m_text.visit(id);
}

void Marking::toggle(int sentences)
{
    const auto span = m_text.spanOf(sentences);
    if (!m_session || !span)
        return;
    if (const Highlight *there = target(sentences)) {
        m_session->removeHighlight(there->id);
        done({});
        return;
    }
    done(m_session->toggleHighlight(*span, m_mark));
}

void Marking::mark(notes::Mark mark, int sentences)
{
    const auto span = m_text.spanOf(sentences);
    if (!m_session || !span)
        return;
    m_mark = mark;
    const Highlight *there = target(sentences);
    if (!there) {
        done(m_session->toggleHighlight(*span, mark));
        return;
    }
    const HighlightId id = there->id;
    if (there->mark == mark) {
        m_session->removeHighlight(id);
        done({});
        return;
    }
    m_session->setMark(id, mark);
    done(id);
}

// The words that were said in the last seconds.
std::optional<TokenSpan> Marking::recent() const
{
    if (!m_session || m_session->timings().empty())
        return std::nullopt;
    const transcript::Timings &timings = m_session->timings();
    const MediaTime now = m_place();
    const auto startsLater = [](MediaTime at, const transcript::WordTiming &timing) { return at < timing.start; };
    const auto after = std::upper_bound(timings.begin(), timings.end(), now, startsLater);
    if (after == timings.begin())
        return std::nullopt;
    const auto first =
        std::lower_bound(timings.begin(), after, now - recentLength,
                         [](const transcript::WordTiming &timing, MediaTime at) { return timing.end <= at; });
    const auto last = after - 1;
    return TokenSpan{TokenIndex(std::min(first, last) - timings.begin()), TokenIndex(last - timings.begin())};
}

void Marking::markRecent()
{
    const auto span = recent();
    if (!span)
        return;
    const Highlight *there = m_session->highlightOf(*span);
    done(there ? there->id : m_session->toggleHighlight(*span, m_mark));
}

void Marking::selectRecent()
{
    if (const auto span = recent())
        m_text.selectSpan(*span);
}

// Whose note or tags are meant: as target(), but what is chosen in the notes counts too, as long as it is
// in the sentence.
std::optional<HighlightId> Marking::targetForWords() const
{
    const auto span = m_text.currentSpan();
    if (!m_session || !span)
        return std::nullopt;
    const Highlight *there = target(1);
    const bool exact = there && (there->span == *span || m_text.visitedHighlight() == there->id);
    if (exact || m_text.hasTokenSelection())
        return there ? std::optional(there->id) : std::nullopt;
    const Highlight *chosen = m_session->find(m_notes.chosen());
    if (chosen && chosen->place == Place::Words && chosen->span.overlaps(*span))
        return chosen->id;
    return there ? std::optional(there->id) : std::nullopt;
}

HighlightId Marking::highlightForWords()
{
    const auto span = m_text.currentSpan();
    if (!m_session || !span)
        return {};
    const std::optional<HighlightId> there = targetForWords();
    const HighlightId id = there ? *there : m_session->toggleHighlight(*span, m_mark);
    m_text.clearTokenSelection();
    return id;
}

void Marking::annotate()
{
    if (const HighlightId id = highlightForWords(); id.isValid())
        m_notes.edit(id);
}

void Marking::editTags()
{
    if (const HighlightId id = highlightForWords(); id.isValid())
        m_notes.editTags(id);
}

void Marking::annotateEpisode()
{
    if (!m_session)
        return;
    if (const HighlightId id = m_session->episodeNote(); id.isValid())
        m_notes.edit(id);
}

void Marking::bookmark()
{
    if (m_session)
        done(m_session->bookmark(m_place(), m_mark));
}

void Marking::insertTime()
{
    if (m_session && m_notes.isWriting())
        m_notes.insertTime(m_session->id(), m_place());
}

void Marking::moveEdge(Edge edge, Unit unit, Way way, int count)
{
    const Highlight *there = target(1);
    if (!there || there->place != Place::Words)
        return;
    const HighlightId id = there->id;
    TokenSpan span = there->span;
    for (int i = 0; i < count; ++i)
        span = edgeMoved(m_session->reading(), span, edge, unit, way);
    m_session->setSpan(id, span);
    m_text.visit(id);
    m_notes.choose(id);
}

void Marking::split()
{
    const auto token = m_text.cursorToken();
    const Highlight *there = target(1);
    if (!token || !there)
        return;
    const HighlightId second = m_session->split(there->id, *token);
    if (second.isValid())
        done(second);
}

void Marking::merge()
{
    const Highlight *there = target(1);
    if (!there)
        return;
    const HighlightId whole = m_session->merge(there->id);
    if (!whole.isValid())
        return;
    done(whole);
    m_text.visit(whole);
}

// A highlight that lost its words has no place in the text, but a time.
void Marking::show(HighlightId id)
{
    const Highlight *highlight = m_session ? m_session->find(id) : nullptr;
    if (!highlight || highlight->place != Place::Lost) {
        m_text.showHighlight(id);
        return;
    }
    m_text.showToken(transcript::tokenBefore(m_session->timings(), highlight->selectors.start));
    m_text.setFocus(Qt::OtherFocusReason);
}

const Highlight *Marking::lost() const
{
    const auto isLost = [](const Highlight &highlight) { return highlight.place == Place::Lost; };
    const Highlight *chosen = m_session->find(m_notes.chosen());
    if (chosen && isLost(*chosen))
        return chosen;
    const auto first = std::ranges::find_if(m_session->highlights(), isLost);
    return first == m_session->highlights().end() ? nullptr : &*first;
}

void Marking::place()
{
    const Highlight *highlight = m_session ? lost() : nullptr;
    const auto span = m_text.currentSpan();
    if (!highlight || !span)
        return;
    const HighlightId id = highlight->id;
    m_session->setSpan(id, *span);
    done(id);
}

void Marking::play()
{
    if (const Highlight *there = target(1))
        play(there->id);
}

void Marking::play(HighlightId id)
{
    const Highlight *highlight = m_session ? m_session->find(id) : nullptr;
    if (!highlight || highlight->place == Place::Episode)
        return;
    if (highlight->place != Place::Words) {
        m_excerpt.play(highlight->selectors.start, std::max(highlight->selectors.end, highlight->selectors.start + 5s));
        return;
    }
    const MediaSpan time = transcript::timeOf(highlight->span, m_session->timings());
    m_excerpt.play(time.start, time.end);
}

// Where the reader goes, the notes go along; where the sound goes, showHeard() decides.
void Marking::chooseAtCursor()
{
    const bool listening = m_text.isFollowing() && m_player.state() == playback::Player::State::Playing;
    if (!m_session || listening || m_notes.isWriting() || m_text.hasTokenSelection())
        return;
    const auto visited = m_text.visitedHighlight();
    if (const auto id = visited ? visited : m_text.highlightAroundCursor())
        m_notes.choose(*id);
}

void Marking::showHeard(MediaTime position)
{
    if (!m_session || m_player.state() != playback::Player::State::Playing)
        return;
    const auto token = transcript::tokenAt(m_session->timings(), position);
    const auto id = token ? m_text.highlightAround({*token, *token}) : std::nullopt;
    if (std::exchange(m_heard, id) == id || !id || m_notes.isWriting())
        return;
    m_notes.choose(*id);
}

} // namespace earmark::ui
