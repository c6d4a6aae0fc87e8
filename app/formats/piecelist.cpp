// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/piecelist.h"

#include "formats/cuetokens.h"
#include "formats/speakerlabels.h"

namespace earmark::formats {

using namespace transcript;

namespace {

qsizetype gluedTurnMark(QStringView piece)
{
    const qsizetype length = turnMarkLength(piece);
    return length < piece.size() && piece[length].isLetterOrNumber() ? length : 0;
}

// What is said twice, by a voice and by a label, is one turn.
void addTurn(std::vector<Turn> &turns, Turn turn)
{
    if (turns.empty() || turns.back().first != turn.first)
        turns.push_back(std::move(turn));
    else if (!turn.speaker.isEmpty())
        turns.back().speaker = std::move(turn.speaker);
}

} // namespace

void PieceList::reserve(qsizetype count, qsizetype length)
{
    m_text.reserve(length);
    m_tokens.reserve(size_t(count));
    m_marks.reserve(size_t(count));
}

void PieceList::append(QStringView piece, qint32 sourceBegin, qint32 sourceLength, quint8 marks)
{
    const qsizetype glued = gluedTurnMark(piece);
    if (glued > 0) {
        piece = piece.mid(glued);
        marks |= StartsTurn;
    }
    if (!m_text.isEmpty())
        m_text += u' ';
    m_tokens.push_back({TokenKind::Word, qint32(m_text.size()), qint32(piece.size()), sourceBegin, sourceLength});
    m_marks.push_back(marks);
    m_text += piece;
}

void PieceList::setVoice(const QString &name)
{
    if (name == m_voice)
        return;
    m_voice = name;
    addTurn(m_voices, {count(), name});
}

void PieceList::startTurn(TokenIndex piece, const QString &name)
{
    addTurn(m_voices, {piece, name});
}

Transcript PieceList::build(SourceFormat format)
{
    Transcript transcript;
    transcript.format = format;
    SpeakerLabels labels(*this, m_voices.empty() ? SpeakerLabels::Brackets::MayName : SpeakerLabels::Brackets::AreCues);
    transcript.turns.reserve(m_voices.size() + labels.lineCount());
    const bool captions =
        format != SourceFormat::PlainText && format != SourceFormat::Markdown && format != SourceFormat::Otter;
    auto voice = m_voices.begin();
    for (TokenIndex i = 0; i < count();) {
        if (voice != m_voices.end() && voice->first <= i) {
            addTurn(transcript.turns, {i, voice->speaker});
            ++voice;
            continue;
        }
        if (has(i, IsLabel)) {
            m_tokens[size_t(i++)].kind = TokenKind::Speaker;
            continue;
        }
        // Before cues: "(speaker 1)" and "[Anna]" are none.
        const SpeakerLabels::Label label = labels.at(i);
        if (const TokenIndex length = label.length > 0 ? 0 : cueLengthAt(*this, i, captions); length > 0) {
            for (const TokenIndex end = i + length; i < end; ++i)
                m_tokens[size_t(i)].kind = TokenKind::Cue;
            continue;
        }
        if (label.length > 0 || has(i, StartsTurn))
            addTurn(transcript.turns, {i, label.speaker});
        for (const TokenIndex end = i + label.length; i < end; ++i)
            m_tokens[size_t(i)].kind = TokenKind::Speaker;
        if (label.length == 0)
            ++i;
    }
    transcript.text = std::exchange(m_text, {});
    transcript.tokens = std::exchange(m_tokens, {});
    m_marks.clear();
    m_voices.clear();
    return transcript;
}

} // namespace earmark::formats
