// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/layers.h"

#include "reading/emptyparagraphs.h"
#include "reading/outline.h"

#include <QHash>

#include <algorithm>

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

constexpr quint16 ofTheWord = Division::Letters | Division::Marked | Division::Capitals | Division::Capitalised
    | Division::Upper | Division::Comma | Division::Lowered;

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

} // namespace

bool isInside(const Transcript &transcript, const Amendment &amendment)
{
    return amendment.place == AmendmentPlace::Words && transcript.contains(amendment.span);
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

} // namespace earmark::reading
