// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <vector>

namespace earmark::formats {

// The source cut at whitespace, before anything is known about what a piece is. Each piece becomes
// one token: that keeps a token's index countable by hand.
class PieceList
{
public:
    enum Mark : quint8 {
        StartsLine = 1,
        StartsBlock = 2, // a caption, or what follows an empty line
        StartsTurn = 4,  // ">>" stood glued to it
        IsLabel = 8,     // a time or a name that is not spoken
    };

    // Room for so many pieces with so many characters and spaces, where that is known.
    void reserve(qsizetype count, qsizetype length);
    // Appends one piece. A glued ">>" is taken off its text and remembered as a mark.
    void append(QStringView piece, qint32 sourceBegin, qint32 sourceLength, quint8 marks);

    void mark(transcript::TokenIndex piece, Mark mark) { m_marks[size_t(piece)] |= mark; }

    // Said by a label that is found outside of the list; in the order of the text.
    void startTurn(transcript::TokenIndex piece, const QString &name);

    void startBlock(transcript::TokenIndex piece) { m_marks[size_t(piece)] |= StartsBlock; }

    // From the next piece on, `name` speaks. Empty: nobody known.
    void setVoice(const QString &name);

    [[nodiscard]] transcript::TokenIndex count() const { return transcript::TokenIndex(m_tokens.size()); }
    [[nodiscard]] QStringView text(transcript::TokenIndex piece) const
    {
        const transcript::Token &token = m_tokens[size_t(piece)];
        return {m_text.constData() + token.begin, token.length};
    }
    // The piece and all after it, a space between each two.
    [[nodiscard]] QStringView textFrom(transcript::TokenIndex piece) const
    {
        const qint32 begin = m_tokens[size_t(piece)].begin;
        return {m_text.constData() + begin, m_text.size() - begin};
    }
    [[nodiscard]] bool has(transcript::TokenIndex piece, Mark mark) const
    {
        return (m_marks[size_t(piece)] & mark) != 0;
    }

    // Tells words, cues and speakers apart.
    // Leaves the list empty.
    [[nodiscard]] transcript::Transcript build(transcript::SourceFormat format);

private:
    QString m_text;
    std::vector<transcript::Token> m_tokens;
    std::vector<quint8> m_marks;
    std::vector<transcript::Turn> m_voices;
    QString m_voice;
};

} // namespace earmark::formats
