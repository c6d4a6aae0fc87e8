// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/torntokens.h"

#include <QSet>

#include <algorithm>

namespace earmark::transcript {

using namespace Qt::StringLiterals;

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isCurrency(QChar c)
{
    return c.category() == QChar::Symbol_Currency;
}

qsizetype leadingDigits(QStringView text)
{
    const auto *end = std::find_if_not(text.begin(), text.end(), isDigit);
    return end - text.begin();
}

QStringView withoutTrailing(QStringView token)
{
    while (!token.isEmpty() && u".,;:!?\"'”’)"_s.contains(token.back()))
        token.chop(1);
    return token;
}

// "$5." or "3." or "1,250.": a number that stops at its decimal point.
struct OpenNumber {
    bool isOpen = false;
    bool hasCurrency = false;
    qsizetype digits = 0;
};

OpenNumber openNumber(QStringView token, QChar point)
{
    OpenNumber number;
    if (!token.endsWith(point))
        return number;
    token.chop(1);
    if (token.startsWith(u"US$"))
        token = token.mid(2);
    if (!token.isEmpty() && isCurrency(token.front())) {
        number.hasCurrency = true;
        token = token.mid(1);
    }
    number.digits = token.size();
    number.isOpen = !token.isEmpty() && isDigit(token.front()) && isDigit(token.back())
        && std::all_of(token.begin(), token.end(), [](QChar c) { return isDigit(c) || c == u','; });
    return number;
}

bool isMagnitude(QStringView token)
{
    static const QSet<QString> units{u"million"_s,    u"billion"_s, u"trillion"_s, u"percent"_s,  u"%"_s,
                                     u"percentage"_s, u"per"_s,     u"bn"_s,       u"millions"_s, u"billions"_s};
    return units.contains(withoutTrailing(token).toString().toLower());
}

bool isMoneyMagnitude(QStringView token)
{
    return isMagnitude(token) || withoutTrailing(token).compare(u"thousand", Qt::CaseInsensitive) == 0;
}

// The pieces of what is one abbreviation: "a." and "m.".
bool isTornAbbreviation(QStringView before, QStringView token)
{
    static const QSet<QString> pairs{u"a.m"_s, u"p.m"_s, u"u.s"_s, u"u.k"_s, u"u.n"_s,
                                     u"e.g"_s, u"i.e"_s, u"d.c"_s, u"ph.d"_s};
    if (before.size() < 2 || before.size() > 3 || !before.endsWith(u'.') || token.size() < 2 || token[1] != u'.')
        return false;
    const bool sameCase = before.front().isUpper() == token.front().isUpper();
    return sameCase && pairs.contains((before.toString() + token.front()).toLower());
}

class TornTokens
{
public:
    explicit TornTokens(const Transcript &transcript) : m_transcript(transcript) {}

    [[nodiscard]] bool belongsToPrevious(TokenIndex i) const
    {
        const QStringView before = word(i - 1);
        const QStringView token = word(i);
        if (before.isEmpty() || token.isEmpty())
            return false;
        return isLonePunctuation(token) || isTornNumber(before, token, i) || isTornAbbreviation(before, token);
    }

    [[nodiscard]] bool countsWithPrevious(TokenIndex i) const
    {
        const QStringView before = word(i - 1);
        return !before.isEmpty() && isDigit(before.back()) && isMoneyMagnitude(word(i));
    }

private:
    [[nodiscard]] QStringView word(TokenIndex i) const
    {
        if (i < 0 || i >= m_transcript.count() || m_transcript.tokens[size_t(i)].kind != TokenKind::Word)
            return {};
        return m_transcript.tokenText(i);
    }

    [[nodiscard]] bool isTornNumber(QStringView before, QStringView token, TokenIndex i) const
    {
        if (withoutTrailing(token) == u"%")
            return isDigit(before.back());
        const qsizetype digits = leadingDigits(token);
        if (digits == 0)
            return false;
        if (isCurrency(before.back()))
            return before.size() == 1 || before == u"US$";
        return isTornFraction(before, token, digits, word(i + 1)) || isTornThousands(before, token, digits);
    }

    // A sentence may end with a number, and the next begin with one; only what is counted decides.
    [[nodiscard]] static bool isTornFraction(QStringView before, QStringView token, qsizetype digits, QStringView next)
    {
        const OpenNumber number = openNumber(before, u'.');
        if (!number.isOpen || digits > 3)
            return false;
        const QStringView rest = withoutTrailing(token.mid(digits));
        const bool isPercentage = rest == u"%";
        if (!rest.isEmpty() && !isPercentage)
            return false;
        if (number.hasCurrency)
            return isPercentage || isMoneyMagnitude(next) || digits <= 2;
        return number.digits <= 3 && digits <= 2 && (isPercentage || isMagnitude(next));
    }

    [[nodiscard]] static bool isTornThousands(QStringView before, QStringView token, qsizetype digits)
    {
        const OpenNumber number = openNumber(before, u',');
        return number.isOpen && digits == 3 && withoutTrailing(token).size() == 3
            && (number.hasCurrency || token.startsWith(u"000"));
    }

    const Transcript &m_transcript;
};

} // namespace

bool isLonePunctuation(QStringView token)
{
    return token.size() == 1 && u".,;:!?)]”"_s.contains(token.front());
}

std::vector<quint8> findGivenStarts(const Transcript &transcript)
{
    std::vector<quint8> starts(transcript.tokens.size());
    const auto mark = [&starts](TokenIndex token) {
        if (token >= 0 && size_t(token) < starts.size())
            starts[size_t(token)] = 1;
    };
    mark(0);
    for (const TokenIndex token : transcript.paragraphStarts)
        mark(token);
    for (const Turn &turn : transcript.turns)
        mark(turn.first);
    return starts;
}

std::vector<quint8> findTornTokens(const Transcript &transcript, const std::vector<quint8> &starts)
{
    std::vector<quint8> joined(transcript.tokens.size());
    const TornTokens torn(transcript);
    for (TokenIndex i = 1; i < transcript.count(); ++i)
        joined[size_t(i)] = quint8(starts[size_t(i)] == 0 && torn.belongsToPrevious(i));
    return joined;
}

std::vector<quint8> findInseparableTokens(const Transcript &transcript)
{
    const std::vector<quint8> starts = findGivenStarts(transcript);
    std::vector<quint8> inseparable = findTornTokens(transcript, starts);
    const TornTokens torn(transcript);
    for (TokenIndex i = 1; i < transcript.count(); ++i) {
        if (starts[size_t(i)] == 0 && torn.countsWithPrevious(i))
            inseparable[size_t(i)] = 1;
    }
    return inseparable;
}

} // namespace earmark::transcript
