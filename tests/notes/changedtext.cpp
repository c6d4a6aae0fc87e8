// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/changedtext.h"

#include <QStringList>

#include <cmath>
#include <random>

namespace earmark::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int wordLength = 400; // ms

void append(TimedText &text, const QString &word, MediaTime start, MediaTime end)
{
    QString &written = text.transcript.text;
    if (!written.isEmpty())
        written += u' ';
    const auto begin = qint32(written.size());
    text.transcript.tokens.push_back(
        {transcript::TokenKind::Word, begin, qint32(word.size()), begin, qint32(word.size())});
    written += word;
    text.timings.push_back({start, end, 1.0F, transcript::TimingOrigin::Given});
}

// A word as rare as Zipf's law has it, written with syllables.
QString someWord(std::mt19937 &random)
{
    std::uniform_real_distribution<double> chance(0, 1);
    auto rank = int(std::exp(chance(random) * std::log(20000.0)));
    QString word;
    do {
        word += u"bdfgklmnprstvz"_s.at(rank % 14);
        word += u"aeiou"_s.at(rank / 14 % 5);
        rank /= 70;
    } while (rank > 0);
    return word;
}

} // namespace

TimedText timedText(const QString &text)
{
    TimedText timed;
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < words.size(); ++i)
        append(timed, words.at(i), MediaTime(i * wordLength), MediaTime((i + 1) * wordLength));
    return timed;
}

bool ChangedText::isRightPlace(transcript::TokenSpan span, transcript::TokenSpan found) const
{
    // Of the same word said twice, nobody can tell which one was left out.
    const auto isOneOfTwo = [&](qint32 i, qint32 neighbour) {
        return before.transcript.contains({neighbour, neighbour})
            && before.transcript.tokenText(i) == before.transcript.tokenText(neighbour);
    };
    for (qint32 i = 0; i < before.transcript.count(); ++i) {
        const transcript::TokenIndex survivor = survivors[size_t(i)];
        if (survivor >= 0 && span.contains(i) != found.contains(survivor) && !isOneOfTwo(i, i - 1)
            && !isOneOfTwo(i, i + 1))
            return false;
    }
    return true;
}

ChangedText changedText(const ChangeOptions &options)
{
    std::mt19937 random(options.seed);
    ChangedText text;
    for (int i = 0; i < options.words; ++i) {
        const MediaTime start(i * wordLength);
        const MediaTime middle(i * wordLength + wordLength / 2);
        const MediaTime end((i + 1) * wordLength);
        const QString word = someWord(random);
        append(text.before, word, start, end);
        const bool isChanged = random() % 1000 < unsigned(options.changed * 1000);
        const unsigned kind = isChanged ? random() % 4 : 4;
        const auto next = text.after.transcript.count();
        text.survivors.push_back(kind == 4 ? next : kind == 3 ? next + 1 : -1);
        if (kind == 0) {
            append(text.after, someWord(random) + u"x"_s, start, end);
        } else if (kind == 2) {
            append(text.after, word + u"q"_s, start, middle);
            append(text.after, u"q"_s + word, middle, end);
        } else if (kind == 3) {
            append(text.after, u"x"_s + someWord(random), start, middle);
            append(text.after, word, middle, end);
        } else if (kind == 4) {
            append(text.after, word, start, end);
        }
    }
    return text;
}

} // namespace earmark::test
