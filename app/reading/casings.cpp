// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/wordclass.h"

#include <QHash>

#include <algorithm>

namespace earmark::reading {

using namespace transcript;

namespace {

constexpr qsizetype longestAbbreviation = 5;

bool isInCapitals(QStringView word)
{
    return word.size() > 1 && std::ranges::all_of(word, [](QChar c) { return c.isUpper(); });
}

// A text's own spellings tell how the same word was meant elsewhere.
class Casings
{
public:
    Casings(const Outline &outline, Division &division) : m_outline(outline), m_division(division) {}

    void apply()
    {
        collect();
        if (m_abbreviations.isEmpty() && m_seconds.isEmpty())
            return;
        count();
        for (TokenIndex i = 0; i < m_outline.count(); ++i) {
            if (!m_outline.isWord(i))
                continue;
            if (isSecond(i) && m_seconds.value(caselessHash(word(i))) > 0)
                m_division.traits[size_t(i)] |= Division::Lowered;
            else if (isMeantInCapitals(i))
                setCapitals(m_division.traits[size_t(i)]);
        }
    }

private:
    struct Written {
        int inCapitals = 0;
        int otherwise = 0;
    };

    [[nodiscard]] QStringView word(TokenIndex i) const
    {
        return m_outline.isWord(i) ? trimmedToWord(m_outline.transcript.tokenText(i)) : QStringView();
    }

    // "Source" of "open- Source".
    [[nodiscard]] bool isSecond(TokenIndex i) const
    {
        if (i == 0 || m_outline.joined[size_t(i)] == 0 || !m_outline.transcript.tokenText(i - 1).endsWith(u'-'))
            return false;
        const QStringView second = m_outline.transcript.tokenText(i);
        return second.size() > 1 && second.front().isUpper() && second[1].isLower();
    }

    void collect()
    {
        for (TokenIndex i = 0; i < m_outline.count(); ++i) {
            const QStringView here = word(i);
            if (here.size() <= longestAbbreviation && isInCapitals(here))
                ++m_abbreviations[caselessHash(here)].inCapitals;
            else if (isSecond(i))
                m_seconds.insert(caselessHash(here), 0);
        }
    }

    void count()
    {
        for (TokenIndex i = 0; i < m_outline.count(); ++i) {
            const QStringView here = word(i);
            if (here.isEmpty() || isInCapitals(here))
                continue;
            if (here.size() <= longestAbbreviation) {
                const auto found = m_abbreviations.find(caselessHash(here));
                if (found != m_abbreviations.end())
                    ++found->otherwise;
            }
            if (!m_seconds.isEmpty() && here.front().isLower()) {
                const auto found = m_seconds.find(caselessHash(here));
                if (found != m_seconds.end())
                    ++*found;
            }
        }
    }

    [[nodiscard]] bool isMeantInCapitals(TokenIndex i) const
    {
        constexpr int enough = 3;
        constexpr int timesMore = 5;
        const QStringView here = word(i);
        if (!m_outline.isJudged() || here.size() > longestAbbreviation || isInCapitals(here))
            return false;
        const auto found = m_abbreviations.constFind(caselessHash(here));
        if (found == m_abbreviations.constEnd())
            return false;
        // Nobody says "the us" of people.
        return (found->inCapitals >= enough && found->inCapitals >= timesMore * found->otherwise)
            || (here == u"us" && word(i - 1).compare(u"the", Qt::CaseInsensitive) == 0);
    }

    static void setCapitals(quint16 &traits) { traits = quint16((traits & ~Division::Capitalised) | Division::Upper); }

    const Outline &m_outline;
    Division &m_division;
    QHash<quint64, Written> m_abbreviations; // by caselessHash()
    QHash<quint64, int> m_seconds;           // of compounds: how often they stand alone in small letters
};

} // namespace

void applyCasings(const Outline &outline, Division &division)
{
    Casings(outline, division).apply();
}

} // namespace earmark::reading
