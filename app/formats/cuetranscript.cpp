// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuelist.h"
#include "formats/piecelist.h"

#include <algorithm>

namespace earmark::formats {

using namespace transcript;

namespace {

// Follows the source through a list whose text is mostly asked for in its order.
class SourcePlaces
{
public:
    explicit SourcePlaces(const std::vector<SourceRun> &runs) : m_runs(runs) {}

    struct Place {
        qint32 begin = 0;
        qint32 length = 0;
    };

    // Where the text from `begin` to `end` stands.
    [[nodiscard]] Place of(qint32 begin, qint32 end)
    {
        const SourceRun &first = runAt(begin);
        const qint32 from = first.sourceLength > 0 ? first.source : first.source + (begin - first.text);
        const SourceRun &last = runAt(end - 1);
        const qint32 to = last.sourceLength > 0 ? last.source + last.sourceLength : last.source + (end - last.text);
        return {from, to - from};
    }

private:
    const SourceRun &runAt(qint32 text)
    {
        if (text < m_runs[m_at].text) {
            const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), text,
                                                [](qint32 place, const SourceRun &run) { return place < run.text; });
            m_at = size_t(std::max<ptrdiff_t>(0, after - m_runs.begin() - 1));
        }
        while (m_at + 1 < m_runs.size() && m_runs[m_at + 1].text <= text)
            ++m_at;
        return m_runs[m_at];
    }

    const std::vector<SourceRun> &m_runs;
    size_t m_at = 0;
};

// One caption, whoever speaks in it.
struct Caption {
    TokenSpan span;
    MediaTime start{};
    MediaTime stop{};
    int line = 0;
    std::vector<Segment> words; // whose times the file gives
};

class TranscriptMaker
{
public:
    explicit TranscriptMaker(CueList &&list) : m_list(std::move(list)), m_places(m_list.places) {}

    ParsedTranscript make()
    {
        for (size_t i = 0; i < m_list.cues.size();) {
            size_t end = i + 1;
            while (end < m_list.cues.size() && m_list.cues[end].continues)
                ++end;
            appendCaption(i, end);
            i = end;
        }
        makeDisjoint();
        // A cue of a few characters takes more room than its words.
        m_list.cues = {};
        m_list.words = {};
        m_list.places = {};
        ParsedTranscript parsed;
        parsed.transcript = m_pieces.build(m_list.format);
        parsed.transcript.language = m_list.language;
        for (const Caption &caption : m_captions)
            appendSegments(caption, parsed.transcript.segments);
        std::stable_sort(m_list.warnings.begin(), m_list.warnings.end(),
                         [](const Warning &a, const Warning &b) { return a.line < b.line; });
        parsed.warnings = std::move(m_list.warnings);
        return parsed;
    }

private:
    void appendCaption(size_t first, size_t end);
    void appendCue(const Cue &cue, std::vector<Segment> &words);
    void makeDisjoint();
    void shareTimes(size_t first, size_t end);
    static void appendSegments(const Caption &caption, std::vector<Segment> &segments);
    void warnOverlap(const Caption &caption)
    {
        m_list.warnings.push_back({Warning::Kind::SegmentsOverlap, caption.line, 0});
    }

    CueList m_list;
    SourcePlaces m_places;
    PieceList m_pieces;
    std::vector<Caption> m_captions;
};

void TranscriptMaker::appendCue(const Cue &cue, std::vector<Segment> &words)
{
    const QStringView text(m_list.text);
    quint8 marks = PieceList::StartsLine;
    qint32 word = cue.firstWord;
    for (qint32 at = cue.begin; at < cue.end;) {
        if (text[at].isSpace()) {
            if (text[at] == u'\n')
                marks |= PieceList::StartsLine;
            ++at;
            continue;
        }
        const qint32 begin = at;
        while (at < cue.end && !text[at].isSpace())
            ++at;
        // A piece belongs to the word that begins in it or before it.
        while (word < cue.wordEnd && m_list.words[size_t(word)].begin < at) {
            const CueWord &timed = m_list.words[size_t(word++)];
            const TokenIndex piece = m_pieces.count();
            // Parts of one piece ("twenty-" "one") are one word.
            if (!words.empty() && words.back().span.first == piece)
                words.back().end = std::max(words.back().end, timed.stop);
            else
                words.push_back({{piece, piece}, timed.start, timed.stop});
        }
        if (!words.empty())
            words.back().span.last = m_pieces.count();
        const SourcePlaces::Place place = m_places.of(begin, at);
        m_pieces.append(text.mid(begin, at - begin), place.begin, place.length, marks);
        marks = 0;
    }
}

void TranscriptMaker::appendCaption(size_t first, size_t end)
{
    const Cue &head = m_list.cues[first];
    const TokenIndex begin = m_pieces.count();
    Caption caption;
    for (size_t i = first; i < end; ++i) {
        const Cue &cue = m_list.cues[i];
        m_pieces.setVoice(m_list.speakerOf(cue));
        appendCue(cue, caption.words);
    }
    if (m_pieces.count() == begin)
        return;
    m_pieces.startBlock(begin);
    if (!head.start)
        return;
    // A file that only says when something begins: it lasts until the next.
    MediaTime stop = head.stop.value_or(*head.start);
    if (!head.stop) {
        for (size_t i = end; i < m_list.cues.size(); ++i) {
            if (m_list.cues[i].start) {
                stop = std::max(stop, *m_list.cues[i].start);
                break;
            }
        }
        // The last one is spoken at a usual pace.
        if (end == m_list.cues.size())
            stop += MediaTime(400) * (m_pieces.count() - begin);
    }
    if (stop < *head.start)
        return;
    caption.span = {begin, m_pieces.count() - 1};
    caption.start = *head.start;
    caption.stop = stop;
    caption.line = head.line;
    m_captions.push_back(std::move(caption));
}

// Two people who speak at once are two captions of the same time; they share it by their lengths.
void TranscriptMaker::shareTimes(size_t first, size_t end)
{
    MediaTime until{};
    qint64 total = 0;
    for (size_t i = first; i < end; ++i) {
        until = std::max(until, m_captions[i].stop);
        total += m_captions[i].span.count();
    }
    const MediaTime start = m_captions[first].start;
    const MediaTime length = until - start;
    // length * done / total in steps that stay small, however late a caption says that it ends.
    const auto share = [length, total](qint64 done) { return length / total * done + length % total * done / total; };
    qint64 done = 0;
    for (size_t i = first; i < end; ++i) {
        m_captions[i].start = start + share(done);
        done += m_captions[i].span.count();
        m_captions[i].stop = start + share(done);
    }
}

void TranscriptMaker::makeDisjoint()
{
    for (size_t i = 0; i < m_captions.size();) {
        size_t end = i + 1;
        while (end < m_captions.size() && m_captions[end].start == m_captions[i].start) {
            warnOverlap(m_captions[end]);
            ++end;
        }
        if (end - i > 1)
            shareTimes(i, end);
        i = end;
    }
    for (size_t i = 1; i < m_captions.size(); ++i) {
        Caption &before = m_captions[i - 1];
        Caption &caption = m_captions[i];
        if (caption.start >= before.stop)
            continue;
        warnOverlap(caption);
        if (caption.start >= before.start) {
            before.stop = caption.start;
        } else {
            caption.start = before.stop;
            caption.stop = std::max(caption.stop, caption.start);
        }
    }
}

// The words that lie in the caption and rise divide it; what stands before the first belongs to it.
void TranscriptMaker::appendSegments(const Caption &caption, std::vector<Segment> &segments)
{
    const size_t before = segments.size();
    MediaTime reached = caption.start;
    for (const Segment &word : caption.words) {
        // Machines let words overlap by a few milliseconds.
        if (word.start < reached && segments.size() > before && word.start >= segments.back().start)
            segments.back().end = reached = word.start;
        if (word.start < reached || word.start >= caption.stop) {
            if (segments.size() > before)
                segments.back().span.last = word.span.last;
            continue;
        }
        const MediaTime end = std::min(word.end, caption.stop);
        segments.push_back({word.span, word.start, std::max(end, word.start)});
        reached = segments.back().end;
    }
    if (segments.size() == before)
        segments.push_back({caption.span, caption.start, caption.stop});
    else
        segments[before].span.first = caption.span.first;
}

} // namespace

ParsedTranscript transcriptOf(CueList &&list)
{
    return TranscriptMaker(std::move(list)).make();
}

} // namespace earmark::formats
