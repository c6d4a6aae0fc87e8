// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuebuilder.h"

#include <algorithm>

namespace earmark::formats {

void CueBuilder::beginCue(std::optional<MediaTime> start, std::optional<MediaTime> stop, int line, QStringView id)
{
    // Between two cues there is always one character that belongs to neither.
    if (!m_list.text.isEmpty())
        m_list.text += u' ';
    m_cue = {};
    m_cue.begin = qint32(m_list.text.size());
    m_cue.start = start;
    m_cue.stop = stop;
    m_cue.line = line;
    m_column = 0;
    m_blankTo = m_cue.begin;
    m_cue.idBegin = qint32(m_list.ids.size());
    m_list.ids += id;
    m_cue.idEnd = qint32(m_list.ids.size());
    m_cue.firstWord = qint32(m_list.words.size());
    m_parts.clear();
    m_marks.clear();
}

void CueBuilder::beginCueAt(qint32 place, std::optional<MediaTime> start, std::optional<MediaTime> stop, QStringView id)
{
    const Warning here = m_places.warningAt({}, place);
    beginCue(start, stop, here.line, id);
    m_column = here.column;
}

void CueBuilder::setSpeaker(QStringView name)
{
    const qint32 speaker = name.isEmpty() ? -1 : m_speakers.of(name);
    const bool isFirst = m_parts.empty() && !hasText();
    if (isFirst)
        m_cue.speaker = speaker;
    else
        m_parts.push_back({qint32(m_list.text.size()), speaker});
}

bool CueBuilder::hasText()
{
    m_blankTo = std::max(m_blankTo, m_cue.begin);
    while (m_blankTo < m_list.text.size() && m_list.text[m_blankTo].isSpace())
        ++m_blankTo;
    return m_blankTo < m_list.text.size();
}

void CueBuilder::run(qint32 source, qint32 sourceLength)
{
    const auto at = qint32(m_list.text.size());
    if (sourceLength == 0 && !m_list.places.empty()) {
        const SourceRun &last = m_list.places.back();
        if (last.sourceLength == 0 && last.source + (at - last.text) == source)
            return;
    }
    m_list.places.push_back({at, source, sourceLength});
}

void CueBuilder::addText(QStringView text, qint32 source)
{
    const auto isEnd = [](QChar c) { return c == u'\n' || c == u'\r'; };
    while (!text.isEmpty()) {
        const auto end = qsizetype(std::find_if(text.begin(), text.end(), isEnd) - text.begin());
        appendLine(text.first(end), source);
        if (end == text.size())
            return;
        addBreak(source + qint32(end));
        text = text.mid(end + 1);
        source += qint32(end) + 1;
    }
}

void CueBuilder::appendLine(QStringView text, qint32 source)
{
    if (text.isEmpty())
        return;
    run(source, 0);
    m_list.text += text;
}

void CueBuilder::addWritten(QStringView text, qint32 source, qint32 sourceLength)
{
    run(source, sourceLength);
    m_list.text += text;
}

// A line without text is taken back, so that no empty lines are inside a cue.
void CueBuilder::addBreak(qint32 source)
{
    const QString &text = m_list.text;
    qsizetype end = text.size();
    while (end > m_cue.begin && text[end - 1].isSpace() && text[end - 1] != u'\n')
        --end;
    if (end == m_cue.begin || text[end - 1] == u'\n') {
        takeBack(qint32(end));
        return;
    }
    run(source, 0);
    m_list.text += u'\n';
}

void CueBuilder::trimLine()
{
    const QString &text = m_list.text;
    qint32 end = textSize();
    while (end > m_cue.begin && text[end - 1].isSpace() && text[end - 1] != u'\n')
        --end;
    takeBack(end);
    for (auto part = m_parts.rbegin(); part != m_parts.rend() && part->begin > end; ++part)
        part->begin = end;
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend() && mark->first > end; ++mark)
        mark->first = end;
}

void CueBuilder::takeBack(qint32 size)
{
    m_list.text.truncate(size);
    while (!m_list.places.empty() && m_list.places.back().text >= size)
        m_list.places.pop_back();
}

void CueBuilder::addWord(qint32 begin, qint32 end, MediaTime start, MediaTime stop)
{
    m_list.words.push_back({begin, end, start, std::max(start, stop)});
}

void CueBuilder::extendWord(qint32 from, std::optional<MediaTime> stop)
{
    if (qint32(m_list.words.size()) == m_cue.firstWord || m_list.words.back().end != from)
        return;
    CueWord &word = m_list.words.back();
    word.end = textSize();
    while (word.end > word.begin && m_list.text[word.end - 1].isSpace())
        --word.end;
    word.stop = std::max(word.stop, stop.value_or(word.stop));
}

void CueBuilder::timeByWords()
{
    const auto first = m_list.words.begin() + m_cue.firstWord;
    if (first == m_list.words.end())
        return;
    if (!m_cue.start)
        m_cue.start = first->start;
    if (!m_cue.stop)
        m_cue.stop = m_list.words.back().stop;
}

// Marks that rise within the cue's times divide it. A mark inside a word counts from the next one on.
void CueBuilder::makeWords(qint32 begin, qint32 end)
{
    if (m_marks.empty() || !m_cue.start || !m_cue.stop)
        return;
    const QStringView text(m_list.text);
    const auto snapped = [&](qint32 at) {
        const auto inWord = [&] { return at > begin && at < end && !text[at - 1].isSpace() && !text[at].isSpace(); };
        while (inWord())
            ++at;
        return std::clamp(at, begin, end);
    };
    const auto add = [&](qint32 from, qint32 to, MediaTime start, MediaTime stop) {
        while (from < to && text[from].isSpace())
            ++from;
        while (to > from && text[to - 1].isSpace())
            --to;
        if (from < to)
            m_list.words.push_back({from, to, start, stop});
    };
    qint32 from = begin;
    MediaTime start = *m_cue.start;
    bool divided = false;
    for (const auto &[place, time] : m_marks) {
        // The time at which the last word ends may be the cue's end.
        if (time < start || time > *m_cue.stop || (time == start && divided))
            continue;
        const qint32 at = snapped(place);
        if (time == *m_cue.stop && at < end)
            continue;
        add(from, at, start, time);
        from = std::max(from, at);
        start = time;
        divided = true;
    }
    if (divided)
        add(from, end, start, *m_cue.stop);
}

void CueBuilder::endCue()
{
    const QStringView text(m_list.text);
    qint32 begin = m_cue.begin;
    auto end = qint32(text.size());
    while (begin < end && text[begin].isSpace())
        ++begin;
    while (end > begin && text[end - 1].isSpace())
        --end;
    if (begin == end) {
        takeBack(m_cue.begin);
        m_list.words.resize(size_t(m_cue.firstWord));
        m_list.ids.truncate(m_cue.idBegin);
        warn(Warning::Kind::SegmentWithoutText, m_cue.line, m_column);
        return;
    }
    if (m_cue.start && m_cue.stop && *m_cue.stop < *m_cue.start)
        warn(Warning::Kind::SegmentEndsBeforeStart, m_cue.line, m_column);
    makeWords(begin, end);
    appendParts(begin, end);
}

void CueBuilder::appendParts(qint32 begin, qint32 end)
{
    const QStringView text(m_list.text);
    m_parts.insert(m_parts.begin(), {begin, m_cue.speaker});
    // A cue of a hundred thousand voices gets the room it needs, not twice that.
    if (m_parts.size() > m_list.cues.size())
        m_list.cues.reserve(m_list.cues.size() + m_parts.size());
    qint32 word = m_cue.firstWord;
    const auto wordEnd = qint32(m_list.words.size());
    bool isFirst = true;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        Cue cue = m_cue;
        cue.speaker = m_parts[i].speaker;
        cue.begin = std::clamp(m_parts[i].begin, begin, end);
        cue.end = i + 1 < m_parts.size() ? std::clamp(m_parts[i + 1].begin, begin, end) : end;
        while (cue.begin < cue.end && text[cue.begin].isSpace())
            ++cue.begin;
        while (cue.end > cue.begin && text[cue.end - 1].isSpace())
            --cue.end;
        cue.firstWord = word;
        while (word < wordEnd && m_list.words[size_t(word)].begin < cue.end) {
            m_list.words[size_t(word)].end = std::min(m_list.words[size_t(word)].end, cue.end);
            ++word;
        }
        cue.wordEnd = word;
        if (cue.begin == cue.end)
            continue;
        cue.continues = !isFirst;
        isFirst = false;
        m_list.cues.push_back(cue);
    }
}

CueList CueBuilder::finish()
{
    foldRepeats(m_list);
    joinSingleWords(m_list);
    return finishRaw();
}

} // namespace earmark::formats
