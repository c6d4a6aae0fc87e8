// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/torntokens.h"

#include "transcript/tornwords.h"

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

// What a comma divides in languages that write "3,5".
bool isMagnitudeAfterComma(QStringView token)
{
    static const QSet<QString> units{u"prozent"_s,   u"millionen"_s, u"milliarden"_s, u"billionen"_s,
                                     u"euro"_s,      u"grad"_s,      u"millones"_s,   u"milliards"_s,
                                     u"kilometer"_s, u"milioni"_s,   u"miliardi"_s,   u"%"_s};
    return units.contains(withoutTrailing(token).toString().toLower());
}

class TornTokens
{
public:
    explicit TornTokens(const Transcript &transcript) : m_transcript(transcript), m_compounds(compoundsOf(transcript))
    {
    }

    [[nodiscard]] bool belongsToPrevious(TokenIndex i) const
    {
        const QStringView before = word(i - 1);
        const QStringView token = word(i);
        if (before.isEmpty() || token.isEmpty())
            return false;
        const TornContext context{word(i - 2), before, token, word(i + 1)};
        return isLonePunctuation(token) || isCensored(before, token) || isTornNumber(before, token, i)
            || isTornAbbreviation(context) || isTornYear(context) || isTornClock(context)
            || isTornCompound(context, m_compounds);
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

    // "[ __ ]": a word that the captioner does not write.
    [[nodiscard]] static bool isCensored(QStringView before, QStringView token)
    {
        return before == u"[" && std::ranges::all_of(token, [](QChar c) { return c == u'_'; });
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
        return isTornFraction(before, token, digits, word(i + 1)) || isTornThousands(before, token, digits)
            || isTornVersion(word(i - 2), before, token, digits) || isTornComma(before, token, digits, word(i + 1));
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

    // No sentence ends with 0 or begins with it, and what has a version has its point: "0. 5", "version 3. 5".
    [[nodiscard]] static bool isTornVersion(QStringView earlier, QStringView before, QStringView token,
                                            qsizetype digits)
    {
        const OpenNumber number = openNumber(before, u'.');
        if (!number.isOpen || number.hasCurrency || number.digits > 2 || digits > 2
            || withoutTrailing(token).size() != digits)
            return false;
        const bool named =
            earlier.compare(u"version", Qt::CaseInsensitive) == 0 || earlier.compare(u"GPT", Qt::CaseInsensitive) == 0;
        return before == u"0." || token.startsWith(u'0') || named;
    }

    [[nodiscard]] static bool isTornComma(QStringView before, QStringView token, qsizetype digits, QStringView next)
    {
        const OpenNumber number = openNumber(before, u',');
        const QStringView rest = token.mid(digits);
        return number.isOpen && number.digits <= 3 && digits <= 2
            && (rest.isEmpty() ? isMagnitudeAfterComma(next) : rest == u"%");
    }

    [[nodiscard]] static bool isTornThousands(QStringView before, QStringView token, qsizetype digits)
    {
        const OpenNumber number = openNumber(before, u',');
        return number.isOpen && digits == 3 && withoutTrailing(token).size() == 3
            && (number.hasCurrency || token.startsWith(u"000"));
    }

    const Transcript &m_transcript;
    QSet<QString> m_compounds;
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
