// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/tornwords.h"

#include <algorithm>

namespace earmark::transcript {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> setOf(const QString &words)
{
    const QStringList list = words.split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

bool isIn(const QSet<QString> &words, QStringView token)
{
    return words.contains(withoutTrailing(token).toString().toLower());
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool areLetters(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

// What is counted: a number before it is no year.
bool isCounted(QStringView next)
{
    static const QSet<QString> counted = setOf(
        u"million billion trillion thousand hundred percent % times years months weeks days hours minutes seconds "
        "people dollars euros pounds cents miles meters degrees points"_s);
    return isIn(counted, next) || isNumber(withoutTrailing(next));
}

bool isBeforeNoon(QStringView next)
{
    static const QSet<QString> halves = setOf(u"am pm a.m p.m a p o'clock o’clock"_s);
    return isIn(halves, next);
}

} // namespace

QStringView withoutTrailing(QStringView token)
{
    while (!token.isEmpty() && u".,;:!?\"'”’)"_s.contains(token.back()))
        token.chop(1);
    return token;
}

bool isTornYear(const TornContext &context)
{
    static const QSet<QString> opening =
        setOf(u"in since during until till by year early late mid spring summer autumn fall winter january february "
              "march april may june july august september october november december"_s);
    const QStringView years = withoutTrailing(context.token);
    return (context.before == u"19" || context.before == u"20") && years.size() == 2 && isNumber(years)
        && isIn(opening, context.earlier) && !context.earlier.endsWith(u'.') && !isCounted(context.next);
}

bool isTornClock(const TornContext &context)
{
    static const QSet<QString> opening = setOf(u"at by until till around before after since"_s);
    const QStringView minutes = withoutTrailing(context.token);
    if (!context.before.endsWith(u':') || minutes.size() != 2 || !isNumber(minutes) || minutes.front() > u'5')
        return false;
    const QStringView hour = context.before.chopped(1);
    if (hour.size() > 2 || !isNumber(hour) || hour.toInt() > 24)
        return false;
    return isBeforeNoon(context.next) || isIn(opening, context.earlier);
}

bool isTornCompound(const TornContext &context, const QSet<QString> &compounds)
{
    if (context.before.size() < 2 || !context.before.endsWith(u'-'))
        return false;
    static const QSet<QString> connectives = setOf(u"and or to nor but"_s); // "pre- and post-war"
    const QStringView token = withoutTrailing(context.token);
    const QString first = context.before.chopped(1).toString().toLower();
    const QString second = token.toString().toLower();
    if (!areLetters(token) || connectives.contains(second))
        return false;
    if (isNumber(first)) {
        static const QSet<QString> units = setOf(u"year day week month hour minute second mile person page point step "
                                                 "percent dollar foot inch bit time part"_s);
        return units.contains(second);
    }
    static const QSet<QString> tens = setOf(u"twenty thirty forty fifty sixty seventy eighty ninety"_s);
    static const QSet<QString> ones = setOf(
        u"one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth"_s);
    // Words that begin a compound, and hardly ever a sentence that breaks off.
    static const QSet<QString> openings = setOf(
        u"open self non multi anti semi ultra cross inter intra ex pre e x t mid full long short high low half"_s);
    return (tens.contains(first) && ones.contains(second)) || openings.contains(first)
        || compounds.contains(first + u'-' + second);
}

QSet<QString> compoundsOf(const Transcript &transcript)
{
    QSet<QString> compounds;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const QStringView token = withoutTrailing(transcript.tokenText(i));
        const qsizetype hyphen = token.indexOf(u'-');
        if (hyphen > 0 && areLetters(token.first(hyphen)) && areLetters(token.sliced(hyphen + 1)))
            compounds.insert(token.toString().toLower());
    }
    return compounds;
}

bool isTornAbbreviation(const TornContext &context)
{
    static const QSet<QString> pairs = setOf(u"a.m p.m u.s u.k u.n e.g i.e d.c ph.d a.i t.v"_s);
    const QStringView before = context.before;
    const QStringView token = context.token;
    if (before.size() < 2 || before.size() > 3 || !before.endsWith(u'.') || token.size() < 2 || token[1] != u'.'
        || before.front().isUpper() != token.front().isUpper())
        return false;
    if (context.earlier == u"U." && before == u"S." && token.front() == u'A')
        return true;
    return pairs.contains((before.toString() + token.front()).toLower());
}

} // namespace earmark::transcript
