// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuelist.h"
#include "formats/nameindex.h"

namespace earmark::formats {

using namespace transcript;

namespace {

// A piece of Markdown as a reader sees it: without emphasis and backslashes.
void appendReadable(QString &text, QStringView piece)
{
    constexpr QStringView emphasis = u"*_";
    while (!piece.isEmpty() && emphasis.contains(piece.front()))
        piece = piece.mid(1);
    while (!piece.isEmpty() && emphasis.contains(piece.back())
           && !(piece.size() > 1 && piece[piece.size() - 2] == u'\\'))
        piece.chop(1);
    for (qsizetype i = 0; i < piece.size(); ++i) {
        const bool escapes = piece[i] == u'\\' && i + 1 < piece.size() && piece[i + 1].unicode() < 0x80
            && !piece[i + 1].isLetterOrNumber();
        const bool isStrong = i + 1 < piece.size() && piece[i] == u'*' && piece[i + 1] == u'*';
        if (isStrong)
            ++i;
        else if (!escapes)
            text += piece[i];
    }
}

class TextCues
{
public:
    explicit TextCues(const Transcript &transcript)
        : m_transcript(transcript), m_paragraph(transcript.paragraphStarts.begin()), m_turn(transcript.turns.begin()),
          m_segment(transcript.segments.begin())
    {
        m_list.format = transcript.format;
        m_list.language = transcript.language;
        m_list.text.reserve(transcript.text.size());
        m_list.cues.reserve(transcript.paragraphStarts.size() + transcript.turns.size() + transcript.segments.size()
                            + 1);
    }

    CueList make()
    {
        for (TokenIndex i = 0; i < m_transcript.count(); ++i) {
            takeParagraph(i);
            takeTurn(i);
            takeSegment(i);
            if (m_transcript.tokens[size_t(i)].kind != TokenKind::Speaker)
                append(i);
        }
        m_list.speakers = m_speakers.names();
        return std::move(m_list);
    }

private:
    void takeParagraph(TokenIndex i)
    {
        if (m_paragraph == m_transcript.paragraphStarts.end() || *m_paragraph != i)
            return;
        m_starts = true;
        ++m_paragraph;
    }

    void takeTurn(TokenIndex i)
    {
        if (m_turn == m_transcript.turns.end() || m_turn->first != i)
            return;
        m_starts = true;
        const QString &name = m_turn->speaker;
        ++m_turn;
        m_speaker = name.isEmpty() ? -1 : m_speakers.of(name);
    }

    void takeSegment(TokenIndex i)
    {
        if (m_segment == m_transcript.segments.end() || m_segment->span.first != i)
            return;
        m_starts = true;
        m_time = m_segment->start;
        ++m_segment;
    }

    void append(TokenIndex i)
    {
        const qsizetype before = m_list.text.size();
        if (before > 0)
            m_list.text += u' ';
        const auto begin = qint32(m_list.text.size());
        if (m_list.format == SourceFormat::Markdown)
            appendReadable(m_list.text, m_transcript.tokenText(i));
        else
            m_list.text += m_transcript.tokenText(i);
        // A lone "**" is nothing that is read.
        if (m_list.text.size() == begin) {
            m_list.text.truncate(before);
            return;
        }
        if (m_starts || m_list.cues.empty()) {
            Cue &cue = m_list.cues.emplace_back();
            cue.begin = begin;
            cue.speaker = m_speaker;
            // The text says when something begins, not when it ends; and only of the first paragraph.
            cue.start = m_time;
            m_time.reset();
            m_starts = false;
        }
        m_list.cues.back().end = qint32(m_list.text.size());
    }

    const Transcript &m_transcript;
    std::vector<TokenIndex>::const_iterator m_paragraph;
    std::vector<Turn>::const_iterator m_turn;
    std::vector<Segment>::const_iterator m_segment;
    CueList m_list;
    NameIndex m_speakers;
    std::optional<MediaTime> m_time;
    qint32 m_speaker = -1;
    bool m_starts = true;
};

} // namespace

CueList cuesOf(const Transcript &transcript)
{
    return TextCues(transcript).make();
}

} // namespace earmark::formats
