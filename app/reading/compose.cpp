// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/layers.h"
#include "reading/outline.h"
#include "reading/reading.h"

#include <algorithm>
#include <utility>

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

// What is shown of a token besides its characters.
struct Finish {
    QChar mark; // after it; null: none
    Casing casing = Casing::Lower;
};

// Of every token. Nothing where no model has judged.
std::vector<Finish> finishesOf(const Transcript &transcript, const Division &division)
{
    if (!division.isJudged)
        return {};
    using D = Division;
    const auto count = TokenIndex(division.traits.size());
    std::vector<Finish> finishes(division.traits.size());
    TokenIndex last = -1; // word of the sentence so far
    const auto endSentence = [&] {
        if (last >= 0 && !division.has(last, D::Marked | D::Exact))
            finishes[size_t(last)].mark = division.has(last, D::Question) ? u'?' : u'.';
        last = -1;
    };
    for (TokenIndex i = 0; i < count; ++i) {
        const quint16 traits = division.traits[size_t(i)];
        if ((traits & anyStart) != 0)
            endSentence();
        if (transcript.tokens[size_t(i)].kind != TokenKind::Word || (traits & D::Unshown) != 0)
            continue;
        if ((traits & D::Letters) == 0) {
            // What closes the sentence is there.
            if (last >= 0 && (traits & D::Marked) != 0)
                last = i;
            continue;
        }
        if ((traits & (D::Upper | D::Exact)) == D::Upper) {
            finishes[size_t(i)].casing = Casing::Upper;
        } else if ((traits & (D::Capitals | D::Exact)) == 0) {
            const bool isCapital = last < 0 || (traits & D::Capitalised) != 0;
            finishes[size_t(i)].casing = isCapital ? Casing::Capitalised : Casing::Lower;
        }
        const bool next = i + 1 < count && !division.has(i + 1, D::Joined);
        if (next && (traits & D::Comma) != 0 && (traits & (D::Marked | D::Exact)) == 0)
            finishes[size_t(i)].mark = u',';
        last = i;
    }
    endSentence();
    return finishes;
}

// Of "&amp;" or "&#39;" at the beginning of the text, as text that was copied from a page's source has them; their
// letters are no words. 0: it is none.
qsizetype referenceLength(QStringView text)
{
    constexpr qsizetype longest = 10;
    const qsizetype end = text.first(std::min(text.size(), longest)).indexOf(u';');
    const QStringView name = text.mid(1, std::max<qsizetype>(end - 1, 0));
    const bool isName = !name.isEmpty()
        && std::ranges::all_of(name, [](QChar c) { return (c < QChar(0x80) && c.isLetterOrNumber()) || c == u'#'; });
    return isName ? end + 1 : 0;
}

class Composer
{
public:
    Composer(const Transcript &transcript, const Layers &layers)
        : m_transcript(transcript), m_division(layers.division), m_finishes(finishesOf(transcript, layers.division)),
          m_piece(layers.pieces.begin()), m_pieces(layers.pieces.end()), m_turn(layers.turns.begin()),
          m_turns(layers.turns.end())
    {
    }

    Reading compose()
    {
        m_reading.text.reserve(m_transcript.text.size() + m_transcript.count() / 64);
        m_reading.tokenRanges.reserve(m_transcript.tokens.size());
        for (TokenIndex i = 0; i < m_transcript.count(); ++i) {
            const bool isFirst = i == 0;
            if (isFirst || m_division.has(i, Division::ParagraphStart))
                startParagraph(i);
            if (isFirst || m_division.has(i, anyStart))
                m_reading.sentences.push_back({i, i});
            takeTurns(i);
            appendToken(i);
            m_reading.sentences.back().last = i;
            m_reading.paragraphs.back().span.last = i;
        }
        return std::move(m_reading);
    }

private:
    void startParagraph(TokenIndex i)
    {
        if (i > 0)
            m_reading.text += u'\n';
        const auto at = qint32(m_reading.text.size());
        m_reading.paragraphs.push_back({{i, i}, {at, at}, {}, false, {}});
    }

    // Who speaks is new only where another one spoke, or nobody was named.
    void takeTurns(TokenIndex i)
    {
        for (; m_turn != m_turns && m_turn->first <= i; ++m_turn) {
            const bool another = m_turn->speaker.isEmpty() || m_turn->speaker != m_speaker;
            m_speaker = m_turn->speaker;
            // A label at the very end has nobody's words after it.
            if (!another || !m_reading.paragraphs.back().range.isEmpty())
                continue;
            m_reading.paragraphs.back().speaker = m_speaker;
            m_reading.paragraphs.back().startsTurn = true;
        }
    }

    void appendToken(TokenIndex i)
    {
        QString &text = m_reading.text;
        Paragraph &paragraph = m_reading.paragraphs.back();
        if (m_division.has(i, Division::Unshown)) {
            const auto at = qint32(text.size());
            m_reading.tokenRanges.push_back({at, at});
            return;
        }
        const bool first = paragraph.range.begin == text.size();
        if (!first && !m_division.has(i, Division::Joined))
            text += u' ';
        const auto begin = qint32(text.size());
        if (m_piece != m_pieces && m_piece->token == i)
            text += (m_piece++)->text;
        else
            text += m_transcript.tokenText(i);
        if (m_division.has(i, Division::Lowered))
            text[begin] = text[begin].toLower();
        if (!m_finishes.empty())
            finish(m_finishes[size_t(i)], begin);
        m_reading.tokenRanges.push_back({begin, qint32(text.size())});
        paragraph.range.end = qint32(text.size());
    }

    // Of the token that begins at `begin` and is the text's last. Letters are changed one by one, so that
    // each stays where it was.
    void finish(const Finish &finish, qsizetype begin)
    {
        QString &text = m_reading.text;
        bool isFirst = true;
        for (qsizetype at = begin; at < text.size() && finish.casing != Casing::Lower; ++at) {
            if (text[at] == u'&')
                at += referenceLength(QStringView(text).mid(at));
            if (at >= text.size() || !text[at].isLetter())
                continue;
            if (isFirst || finish.casing == Casing::Upper)
                text[at] = text[at].toUpper();
            isFirst = false;
        }
        if (!finish.mark.isNull())
            text += finish.mark;
    }

    const Transcript &m_transcript;
    const Division &m_division;
    std::vector<Finish> m_finishes;
    Reading m_reading;
    std::vector<Piece>::const_iterator m_piece;
    std::vector<Piece>::const_iterator m_pieces;
    std::vector<Turn>::const_iterator m_turn;
    std::vector<Turn>::const_iterator m_turns;
    QString m_speaker;
};

// Above which paragraph a chapter's title stands.
size_t nearestParagraph(const Reading &reading, TokenIndex token)
{
    const size_t here = paragraphOf(reading, token);
    if (here + 1 == reading.paragraphs.size())
        return here;
    const TokenIndex back = token - reading.paragraphs[here].span.first;
    const TokenIndex forward = reading.paragraphs[here + 1].span.first - token;
    return forward < back ? here + 1 : here;
}

void setHeadings(Reading &reading, const Transcript &transcript, const std::vector<Amendment> &amendments,
                 const std::vector<Heading> &headings)
{
    if (reading.paragraphs.empty())
        return;
    std::vector<quint8> decided(reading.paragraphs.size());
    for (const Amendment &amendment : amendments) {
        if (amendment.kind != AmendmentKind::Heading || !isInside(transcript, amendment))
            continue;
        const size_t paragraph = paragraphOf(reading, amendment.span.first);
        reading.paragraphs[paragraph].heading = amendment.text.simplified();
        decided[paragraph] = 1;
    }
    for (const Heading &heading : headings) {
        if (heading.token < 0 || heading.token >= transcript.count() || heading.text.trimmed().isEmpty())
            continue;
        const size_t paragraph = nearestParagraph(reading, heading.token);
        if (decided[paragraph] != 0)
            continue;
        // Short chapters may share one.
        QString &above = reading.paragraphs[paragraph].heading;
        above += (above.isEmpty() ? u""_s : u" · "_s) + heading.text.simplified();
    }
}

} // namespace

Reading compose(const Transcript &transcript, const Division &division, const std::vector<Amendment> &amendments,
                const std::vector<Heading> &headings)
{
    if (division.traits.size() != transcript.tokens.size() || transcript.tokens.empty())
        return {};
    const Layers layers = layersOf(transcript, division, amendments);
    Reading reading = Composer(transcript, layers).compose();
    setHeadings(reading, transcript, amendments, headings);
    return reading;
}

Reading read(const Transcript &transcript, const Timings &timings, const PunctuationModel &model,
             const std::vector<Amendment> &amendments)
{
    return compose(transcript, divide(transcript, timings, model), amendments);
}

} // namespace earmark::reading
