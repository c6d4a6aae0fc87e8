// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/wordclass.h"

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

// Looks at one place between two words through their classes and, where these do not tell enough,
// the words themselves. Hand-set weights; that English only is known is why an unknown word counts
// neither way.
class StartScore
{
public:
    StartScore(const Outline &outline, TokenIndex i)
        : m_outline(outline), m_index(i), m_before(outline.classOf(i - 1)), m_here(outline.classOf(i)),
          m_next(outline.classOf(i + 1))
    {
    }

    [[nodiscard]] float value() const
    {
        float score = -1.0F + beginning();
        if ((m_before & NeverEnds) != 0)
            score -= 4;
        else if ((m_before & Incomplete) != 0)
            score -= 2;
        else if ((m_before & OpensClause) != 0)
            score -= 1.6F;
        else if ((m_before & ClauseEnding) != 0)
            score += 0.4F;
        if ((m_here & NeverStarts) != 0)
            score -= 4;
        return score;
    }

private:
    [[nodiscard]] QString word(TokenIndex i) const
    {
        return m_outline.isWord(i) ? coreOf(m_outline.transcript.tokenText(i)) : QString();
    }

    [[nodiscard]] bool nextIs(quint32 classes) const { return (m_next & classes) != 0; }

    [[nodiscard]] float beginning() const
    {
        if ((m_here & Opening) != 0)
            return 2.2F;
        if (m_here == 0)
            return named();
        const QString here = word(m_index);
        if (here == u"so"_s || here == u"but"_s || here == u"and"_s || here == u"or"_s || here == u"now"_s)
            return coordinated(here);
        if ((m_here & Question) != 0 && nextIs(Auxiliary))
            return question(here);
        if ((m_here & Contraction) != 0)
            return 1.4F;
        if ((m_here & Auxiliary) != 0)
            return nextIs(Subject | MaybeSubject) && (m_before & (Subject | MaybeSubject)) == 0 ? 1.2F : -1.0F;
        if ((m_here & (Subject | MaybeSubject)) != 0)
            return subject(here);
        if ((m_here & Conjunction) != 0)
            return here == u"because"_s ? 0.8F : 0.5F;
        if ((m_here & Preposition) != 0)
            return phrase(here);
        return named();
    }

    [[nodiscard]] float coordinated(const QString &here) const
    {
        if (here == u"but"_s)
            return 1.9F;
        if (here == u"so"_s)
            return nextIs(AfterSo) && word(m_index + 1) != u"that"_s ? 2.0F : 0.3F;
        if (here == u"now"_s)
            return nextIs(Subject | MaybeSubject | Contraction | Auxiliary) || word(m_index + 1) == u"the"_s ? 1.4F
                                                                                                           : 0.2F;
        if (here == u"or"_s)
            return nextIs(Subject) ? 0.5F : -0.8F;
        if (nextIs(Subject | MaybeSubject | Contraction | Opening))
            return 1.6F;
        const QString next = word(m_index + 1);
        if (next == u"so"_s || next == u"then"_s || next == u"now"_s)
            return 1.7F;
        return nextIs(Conjunction | Question) ? 1.0F : next == u"the"_s || next == u"some"_s ? 0.4F : -0.6F;
    }

    [[nodiscard]] float question(const QString &here) const
    {
        // "who is", "which are" mostly go on with the sentence.
        const bool relative = here == u"who"_s || here == u"which"_s || here == u"where"_s || here == u"when"_s;
        const bool inverted = (m_outline.classOf(m_index + 2) & (Subject | MaybeSubject)) != 0;
        return relative ? (inverted ? 1.0F : 0.0F) : 1.4F;
    }

    [[nodiscard]] float subject(const QString &here) const
    {
        const QString next = word(m_index + 1);
        if (here == u"i"_s && (next == u"think"_s || next == u"mean"_s || next == u"guess"_s))
            return 1.5F;
        if (here == u"you"_s && next == u"know"_s)
            return 0.7F;
        if ((m_here & Subject) != 0)
            return 0.9F;
        if (here == u"that"_s)
            return nextIs(Auxiliary) ? 0.2F : -0.2F;
        return nextIs(Auxiliary | Said) ? 1.1F : here == u"you"_s ? 0.4F : 0.0F;
    }

    [[nodiscard]] float phrase(const QString &here) const
    {
        const QString next = word(m_index + 1);
        const bool aside = (here == u"in"_s && next == u"fact"_s) || (here == u"of"_s && next == u"course"_s)
            || (here == u"for"_s && next == u"example"_s) || (here == u"at"_s && next == u"first"_s)
            || (here == u"on"_s && next.endsWith(u"day"_s));
        // "of course" begins, although "of" never does.
        return aside ? (here == u"of"_s ? 5.2F : 1.4F) : -0.5F;
    }

    // A name that something is said of: "Microsoft says".
    [[nodiscard]] float named() const
    {
        const QString here = word(m_index);
        if (nextIs(Said) && (m_here & (Auxiliary | NeverEnds)) == 0 && !here.isEmpty() && (m_before & NeverEnds) == 0)
            return 1.0F;
        if (here == u"maybe"_s || here == u"then"_s || here == u"today"_s)
            return 0.5F;
        return here == u"the"_s ? 0.2F : 0.0F;
    }

    const Outline &m_outline;
    TokenIndex m_index;
    quint32 m_before;
    quint32 m_here;
    quint32 m_next;
};

} // namespace

float startScore(const Outline &outline, TokenIndex i)
{
    return outline.isWord(i) ? StartScore(outline, i).value() : 0;
}

} // namespace earmark::reading
