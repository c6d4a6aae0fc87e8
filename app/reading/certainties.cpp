// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/wordclass.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

namespace earmark::reading {

using namespace transcript;

namespace {

constexpr float never = -20;
constexpr float always = 20;

bool isOneOf(QStringView word, std::span<const QStringView> words)
{
    return std::ranges::any_of(words, [word](QStringView other) {
        return word.size() == other.size() && word.compare(other, Qt::CaseInsensitive) == 0;
    });
}

bool isMonth(QStringView word)
{
    static constexpr std::array<QStringView, 12> months{u"january",   u"february", u"march",    u"april",
                                                        u"may",       u"june",     u"july",     u"august",
                                                        u"september", u"october",  u"november", u"december"};
    return isOneOf(word, months);
}

bool isWeekday(QStringView word)
{
    static constexpr std::array<QStringView, 7> days{u"monday", u"tuesday",  u"wednesday", u"thursday",
                                                     u"friday", u"saturday", u"sunday"};
    return word.endsWith(u'y') && isOneOf(word, days);
}

// What counts the number before it: "1201 a.m.", "25 percent".
bool isUnit(QStringView word)
{
    static constexpr std::array<QStringView, 11> units{u"million", u"billion", u"trillion", u"thousand",
                                                       u"hundred", u"percent", u"am",       u"pm",
                                                       u"a.m",     u"p.m",     u"o'clock"};
    return isOneOf(word, units);
}

bool isNumber(QStringView core)
{
    return !core.isEmpty() && core.back().isDigit();
}

bool isOrdinal(QStringView core)
{
    return core.size() > 2 && core.front().isDigit()
        && (core.endsWith(u"st") || core.endsWith(u"nd") || core.endsWith(u"rd") || core.endsWith(u"th"));
}

class Certainties
{
public:
    explicit Certainties(Outline &outline) : m_outline(outline) {}

    void heed()
    {
        heedPairs();
        for (TokenIndex i = 0; i + 1 < m_outline.count(); ++i) {
            if (!m_outline.isWord(i) || m_outline.joined[size_t(i + 1)] != 0)
                continue;
            const QStringView here = word(i);
            if (isNumber(here) && isUnit(wholeWord(i + 1)))
                goOn(i, never);
            heedDate(i, here);
        }
    }

private:
    [[nodiscard]] QStringView word(TokenIndex i) const
    {
        return m_outline.isWord(i) ? trimmedToWord(m_outline.transcript.tokenText(i)) : QStringView();
    }

    // "a. m." as one.
    [[nodiscard]] QString wholeWord(TokenIndex i) const
    {
        const bool isTorn = m_outline.isWord(i) && i + 1 < m_outline.count() && m_outline.joined[size_t(i + 1)] != 0;
        return isTorn ? word(i).toString() + u'.' + word(i + 1).toString() : word(i).toString();
    }

    void goOn(TokenIndex i, float comma)
    {
        m_outline.judgements[size_t(i)].end = never;
        m_outline.judgements[size_t(i)].comma = comma;
    }

    [[nodiscard]] TokenIndex afterCues(TokenIndex i) const
    {
        while (i < m_outline.count() && m_outline.kind(i) == TokenKind::Cue)
            ++i;
        return i;
    }

    // "Monday, February [Music] 3rd": the cue does not end it.
    void heedDate(TokenIndex i, QStringView here)
    {
        const bool isDay = isWeekday(here);
        if (!isDay && !isMonth(here))
            return;
        const TokenIndex next = afterCues(i + 1);
        if (isDay && !isMonth(word(next)))
            return;
        // "On Sunday may ..." is no date.
        const QStringView number = word(isDay ? afterCues(next + 1) : next);
        if (isNumber(number) || isOrdinal(number))
            goOn(i, isDay ? always : never);
    }

    // Two words that belong together at other places, such as "chat GPT", do so here.
    void heedPairs()
    {
        const std::vector<quint64> pairs = contentPairs();
        std::unordered_map<quint64, Pair> divided;
        for (size_t i = 0; i < pairs.size(); ++i) {
            if (pairs[i] != 0 && isDivided(m_outline.judgements[i]))
                divided.try_emplace(pairs[i]);
        }
        if (divided.empty())
            return;
        for (size_t i = 0; i < pairs.size(); ++i) {
            const auto found = pairs[i] != 0 ? divided.find(pairs[i]) : divided.end();
            if (found == divided.end())
                continue;
            found->second.ends += m_outline.judgements[i].end;
            found->second.commas += m_outline.judgements[i].comma;
            ++found->second.count;
        }
        for (size_t i = 0; i < pairs.size(); ++i) {
            Judgement &judgement = m_outline.judgements[i];
            if (pairs[i] == 0 || !isDivided(judgement))
                continue;
            const Pair &pair = divided[pairs[i]];
            judgement.end = std::min(judgement.end, pair.ends / float(pair.count));
            judgement.comma = std::min(judgement.comma, pair.commas / float(pair.count));
        }
    }

    struct Pair {
        float ends = 0; // the sums of the judgements
        float commas = 0;
        int count = 0;
    };

    static bool isDivided(const Judgement &judgement) { return judgement.end > 0 || judgement.comma > 0; }

    // For each word that stands for something, as does the next one: a number for both; 0 for others.
    [[nodiscard]] std::vector<quint64> contentPairs() const
    {
        constexpr quint64 order = 31;
        std::vector<quint64> pairs(size_t(m_outline.count()));
        quint64 before = 0;
        for (TokenIndex i = 0; i < m_outline.count(); ++i) {
            const QStringView here = m_outline.classOf(i) == 0 ? word(i) : QStringView();
            const quint64 hash = here.isEmpty() || !here.front().isLetter() ? 0 : caselessHash(here);
            if (before != 0 && hash != 0 && m_outline.joined[size_t(i)] == 0)
                pairs[size_t(i - 1)] = before * order + hash;
            before = hash;
        }
        return pairs;
    }

    Outline &m_outline;
};

} // namespace

void heedCertainties(Outline &outline)
{
    Certainties(outline).heed();
}

} // namespace earmark::reading
