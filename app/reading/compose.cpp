// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/emptyparagraphs.h"
#include "reading/outline.h"
#include "reading/reading.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

constexpr quint16 anyStart = Division::SentenceStart | Division::ParagraphStart;
constexpr quint16 ofTheWord = Division::Letters | Division::Marked | Division::Capitals | Division::Capitalised
    | Division::Upper | Division::Comma | Division::Lowered;

// What a reader has written in a token's place.
struct Piece {
    TokenIndex token = 0;
    QString text;
};

// The division with what a reader says put in.
struct Layers {
    Division division;
    std::vector<Piece> pieces; // by token
    std::vector<Turn> turns;   // by token
};

bool isInside(const Transcript &transcript, const Amendment &amendment)
{
    return amendment.place == AmendmentPlace::Words && transcript.contains(amendment.span);
}

bool endsInStop(QStringView text)
{
    const QStringView open = withoutClosers(text);
    return !open.isEmpty() && u".?!…。！？।؟"_s.contains(open.back());
}

// The words of `text` for tokens in their order; the last one takes what is left.
QStringList dealt(const QString &text, qsizetype tokens)
{
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.size() <= tokens || tokens == 0)
        return words;
    const QString rest = words.mid(tokens - 1).join(u' ');
    words.resize(tokens - 1);
    words.append(rest);
    return words;
}

// A reader who takes a full stop away lets the sentence go on with the words behind it, but not into
// another paragraph.
void joinSentence(Layers &layers, const Transcript &transcript, TokenIndex next)
{
    for (TokenIndex i = next; i < transcript.count() && !layers.division.has(i, Division::ParagraphStart); ++i) {
        layers.division.traits[size_t(i)] &= quint16(~Division::SentenceStart);
        if (transcript.tokens[size_t(i)].kind == TokenKind::Word && !layers.division.has(i, Division::Unshown))
            break;
    }
}

void correct(Layers &layers, const Transcript &transcript, const Amendment &correction)
{
    std::vector<quint16> &traits = layers.division.traits;
    std::vector<TokenIndex> tokens;
    for (TokenIndex i = correction.span.first; i <= correction.span.last; ++i) {
        if (!layers.division.has(i, Division::Unshown))
            tokens.push_back(i);
    }
    if (tokens.empty())
        return;
    const QStringList words = dealt(correction.text, qsizetype(tokens.size()));
    const auto comma = quint16(traits[size_t(tokens.back())] & Division::Comma);
    const bool isOwn = correction.marks == Marks::Own;
    QStringView before;
    for (size_t k = 0; k < tokens.size(); ++k) {
        quint16 &trait = traits[size_t(tokens[k])];
        trait &= quint16(~(ofTheWord | (k > 0 ? Division::Joined : 0)));
        // Where the reader writes no stop, no sentence ends.
        if (k > 0 && !endsInStop(before))
            trait &= quint16(~Division::SentenceStart);
        if (qsizetype(k) >= words.size()) {
            trait |= Division::Unshown;
            continue;
        }
        const QString &word = words[qsizetype(k)];
        if (transcript.tokens[size_t(tokens[k])].kind == TokenKind::Word)
            trait |= traitsOfWord(word);
        trait |= isOwn ? Division::Exact : qsizetype(k) + 1 == words.size() ? comma : 0;
        layers.pieces.push_back({tokens[k], word});
        before = layers.pieces.back().text;
    }
    // The model's stop is gone where the text is the reader's own, the source's where it was not written again.
    const bool hadStop = layers.division.isJudged ? isOwn : endsInStop(transcript.tokenText(tokens.back()));
    if (hadStop && !words.isEmpty() && !endsInStop(before))
        joinSentence(layers, transcript, tokens.back() + 1);
}

void startParagraph(Layers &layers, TokenIndex token)
{
    quint16 &trait = layers.division.traits[size_t(token)];
    trait = quint16((trait & ~(anyStart | Division::Joined)) | Division::ParagraphStart);
}

void joinParagraph(Layers &layers, TokenIndex token)
{
    quint16 &trait = layers.division.traits[size_t(token)];
    if (token == 0 || (trait & Division::ParagraphStart) == 0)
        return;
    trait &= quint16(~Division::ParagraphStart);
    if ((trait & Division::StartsAnyway) != 0)
        trait |= Division::SentenceStart;
}

// What is said of who speaks at `token` stands for all that the source says up to the next word shown.
void replaceTurns(Layers &layers, TokenIndex token, const std::optional<QString> &speaker)
{
    TokenIndex shown = token;
    while (size_t(shown) + 1 < layers.division.traits.size() && layers.division.has(shown, Division::Unshown))
        ++shown;
    std::vector<Turn> &turns = layers.turns;
    const auto first = std::ranges::lower_bound(turns, token, {}, &Turn::first);
    const auto last = std::ranges::upper_bound(turns, shown, {}, &Turn::first);
    const auto place = turns.erase(first, last);
    if (speaker)
        turns.insert(place, {token, *speaker});
}

void nameEverywhere(std::vector<Turn> &turns, const Transcript &transcript, const std::vector<Amendment> &amendments)
{
    QHash<QString, QString> names;
    for (const Amendment &amendment : amendments) {
        if (amendment.kind != AmendmentKind::Person || !isInside(transcript, amendment))
            continue;
        for (const Turn &turn : transcript.turns) {
            if (turn.first == amendment.span.first)
                names.insert(turn.speaker, amendment.text);
        }
    }
    for (Turn &turn : turns) {
        if (const auto name = names.constFind(turn.speaker); name != names.cend() && !turn.speaker.isEmpty())
            turn.speaker = *name;
    }
}

// Sentences and paragraphs of which nothing is left go to their neighbours.
void dropEmpty(Division &division)
{
    const auto count = TokenIndex(division.traits.size());
    const auto isShown = [&](TokenIndex i) { return !division.has(i, Division::Unshown); };
    const auto clear = [&](TokenIndex i) { division.traits[size_t(i)] &= quint16(~anyStart); };
    dropEmptyParagraphs(
        count, isShown, [&](TokenIndex i) { return division.has(i, Division::ParagraphStart); }, clear);
    for (TokenIndex begin = 0; begin < count;) {
        TokenIndex end = begin;
        bool isEmpty = true;
        for (; end < count && (end == begin || !division.has(end, anyStart)); ++end)
            isEmpty = isEmpty && !isShown(end);
        if (isEmpty && division.has(begin, Division::SentenceStart))
            clear(begin);
        begin = end;
    }
}

Layers layersOf(const Transcript &transcript, const Division &division, const std::vector<Amendment> &amendments)
{
    Layers layers{division, {}, transcript.turns};
    if (amendments.empty())
        return layers;
    TokenIndex corrected = -1;
    for (const Amendment &amendment : amendments) {
        if (amendment.kind != AmendmentKind::Correction || !isInside(transcript, amendment)
            || amendment.span.first <= corrected)
            continue;
        correct(layers, transcript, amendment);
        corrected = amendment.span.last;
    }
    nameEverywhere(layers.turns, transcript, amendments);
    for (const Amendment &amendment : amendments) {
        if (!isInside(transcript, amendment))
            continue;
        if (amendment.kind == AmendmentKind::Turn)
            startParagraph(layers, amendment.span.first);
        else if (amendment.kind == AmendmentKind::Join)
            joinParagraph(layers, amendment.span.first);
        if (amendment.kind == AmendmentKind::Turn || amendment.kind == AmendmentKind::Join)
            replaceTurns(layers, amendment.span.first,
                         amendment.kind == AmendmentKind::Turn ? std::optional(amendment.text) : std::nullopt);
    }
    for (const Amendment &amendment : amendments) {
        if (amendment.kind == AmendmentKind::Heading && !amendment.text.isEmpty() && isInside(transcript, amendment))
            startParagraph(layers, amendment.span.first);
    }
    dropEmpty(layers.division);
    return layers;
}

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
