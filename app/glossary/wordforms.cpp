// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "glossary/wordforms.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace earmark::glossary {

using namespace Qt::StringLiterals;

namespace {

qsizetype commonLetters(QStringView a, QStringView b)
{
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return end - a.begin();
}

// Letters to change, add or leave out (Levenshtein 1966).
qsizetype lettersApart(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = qsizetype(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[size_t(j) + 1];
            row[size_t(j) + 1] = std::min({changed, diagonal + 1, row[size_t(j)] + 1});
        }
    }
    return row.back();
}

} // namespace

bool areFormsOfOne(QStringView a, QStringView b)
{
    static const QSet<QString> endings{
        u""_s,     u"s"_s,    u"es"_s,   u"e"_s,     u"d"_s,      u"ed"_s,   u"ing"_s,   u"r"_s,      u"er"_s,
        u"ers"_s,  u"or"_s,   u"ors"_s,  u"y"_s,     u"ly"_s,     u"ies"_s,  u"ied"_s,   u"ion"_s,    u"ions"_s,
        u"ate"_s,  u"ates"_s, u"ated"_s, u"ation"_s, u"ations"_s, u"ity"_s,  u"ities"_s, u"ent"_s,    u"ency"_s,
        u"ence"_s, u"t"_s,    u"tly"_s,  u"cy"_s,    u"ce"_s,     u"able"_s, u"al"_s,    u"ally"_s,   u"ment"_s,
        u"ness"_s, u"ive"_s,  u"ism"_s,  u"ist"_s,   u"ists"_s,   u"ic"_s,   u"ical"_s,  u"ically"_s, u"ating"_s};
    constexpr qsizetype leastStem = 3;
    const qsizetype stem = commonLetters(a, b);
    return stem >= leastStem && endings.contains(a.sliced(stem).toString())
        && endings.contains(b.sliced(stem).toString());
}

bool isSpeltLikeBeginning(QStringView word, QStringView whole)
{
    constexpr qsizetype fewestLetters = 5;
    if (word.size() < fewestLetters || word.size() >= whole.size() || word.front() != whole.front()
        || word.size() * 5 < whole.size() * 3)
        return false;
    for (qsizetype size = word.size() - 1; size <= std::min(word.size() + 1, whole.size()); ++size) {
        if (lettersApart(word, whole.first(size)) <= 1)
            return true;
    }
    return false;
}

bool endsInOwnDot(QStringView text)
{
    // Before the last letter stands a dot, before which there is a letter.
    const qsizetype size = text.size();
    return size >= 4 && text[size - 1] == u'.' && text[size - 2].isLetter() && text[size - 3] == u'.'
        && text[size - 4].isLetter();
}

QString withoutMarks(QStringView word)
{
    const auto isMark = [](QChar c) { return !c.isLetterOrNumber() && !c.isMark() && !c.isSurrogate(); };
    while (!word.isEmpty() && isMark(word.back()))
        word.chop(1);
    while (!word.isEmpty() && isMark(word.front()))
        word = word.sliced(1);
    return word.toString();
}

bool isFunctionWord(const QString &letters)
{
    static const QSet<QString> words = [] {
        const QStringList list =
            u"a an the and or but of to in on at for with is are was were be it i you he she we they this that as by "
            "from so if not do dont its thats im youre were theres whats a his her my your our their can will would "
            "just like know have has had ive weve youve hes shes theyre them him us me no yes yeah"_s.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words.contains(letters);
}

} // namespace earmark::glossary
