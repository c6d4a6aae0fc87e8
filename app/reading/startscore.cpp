// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/outline.h"

#include "reading/wordclass.h"

namespace earmark::reading {

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
        const float score = -1.0F + beginning() + ending();
        return (m_here & NeverStarts) != 0 ? score - 4 : score;
    }

private:
    // How well the word before could be a last one.
    [[nodiscard]] float ending() const
    {
        if ((m_before & NeverEnds) != 0)
            return -4;
        // "more than they're telling us about but"
        if ((m_before & Preposition) != 0 && (is(word(m_index), u"but") || (m_here & Opening) != 0))
            return -0.2F;
        if ((m_before & Incomplete) != 0)
            return -2;
        if (opensWithBefore())
            return -2.5F;
        if ((m_before & OpensClause) != 0)
            return -1.6F;
        if ((m_before & Opening) != 0 && (m_before & ClauseEnding) == 0)
            return -2.5F; // "yeah so"
        const quint32 starters =
            Opening | Contraction | Subject | MaybeSubject | Question | Conjunction | Preposition | Coordinator;
        const bool starts = (m_here & starters) != 0;
        if ((m_before & MaybeSubject) != 0 && !starts)
            return -2.5F; // "it certainly"
        if ((m_before & Preposition) != 0)
            return starts ? -0.8F : -1.5F;
        if ((m_before & ClauseEnding) != 0)
            return 0.4F;
        return m_here == 0 ? insideName() : 0;
    }

    // "well now", "and then", "but that": what they open goes on here.
    [[nodiscard]] bool opensWithBefore() const
    {
        const QStringView before = word(m_index - 1);
        const quint32 earlier = m_outline.classOf(m_index - 2);
        if (is(before, u"now") || is(before, u"then") || is(before, u"already"))
            return (earlier & (Opening | Coordinator)) != 0;
        return is(before, u"that") && (m_here & (Subject | MaybeSubject)) != 0 && (earlier & Preposition) == 0;
    }

    // "Tik Tok", "initial $100": two words of no class that belong together by their looks.
    [[nodiscard]] float insideName() const
    {
        if (!m_outline.isWord(m_index - 1))
            return 0;
        const QStringView before = m_outline.transcript.tokenText(m_index - 1);
        const QStringView here = m_outline.transcript.tokenText(m_index);
        const bool name = before.front().isUpper() && here.front().isUpper();
        const bool number = here.front().isDigit() || here.front().category() == QChar::Symbol_Currency;
        return name || number ? -1.0F : 0.0F;
    }

    [[nodiscard]] QStringView word(TokenIndex i) const
    {
        return m_outline.isWord(i) ? trimmedToWord(m_outline.transcript.tokenText(i)) : QStringView();
    }

    [[nodiscard]] static bool is(QStringView word, QStringView other)
    {
        // Most words differ in length already, and comparing without case is slow.
        return word.size() == other.size() && word.compare(other, Qt::CaseInsensitive) == 0;
    }

    [[nodiscard]] bool nextIs(quint32 classes) const { return (m_next & classes) != 0; }

    [[nodiscard]] float beginning() const
    {
        if ((m_here & Opening) != 0)
            return 2.2F;
        if (m_here == 0)
            return named();
        const QStringView here = word(m_index);
        if ((m_here & Coordinator) != 0)
            return coordinated(here);
        if ((m_here & Question) != 0 && nextIs(Auxiliary))
            return question(here);
        if ((m_here & Contraction) != 0)
            return 1.4F;
        // "are we", but "the case is that".
        if ((m_here & Auxiliary) != 0)
            return !is(word(m_index + 1), u"that") && nextIs(Subject | MaybeSubject)
                    && (m_before & (Subject | MaybeSubject)) == 0
                ? 1.2F
                : -2.5F;
        if ((m_here & (Subject | MaybeSubject)) != 0)
            return subject(here);
        if ((m_here & Conjunction) != 0)
            return is(here, u"because") ? 0.8F : 0.5F;
        if ((m_here & Preposition) != 0)
            return phrase(here);
        return named();
    }

    [[nodiscard]] float coordinated(QStringView here) const
    {
        if (is(here, u"but"))
            return 1.9F;
        if (is(here, u"so"))
            return nextIs(AfterSo) && !is(word(m_index + 1), u"that") ? 2.0F
                : word(m_index + 1).endsWith(u"ly")                   ? -1.5F
                                                                      : 0.3F;
        if (is(here, u"now"))
            return nextIs(Subject | MaybeSubject | Contraction | Auxiliary) || is(word(m_index + 1), u"the") ? 1.4F
                                                                                                             : 0.2F;
        if (is(here, u"or"))
            return nextIs(Subject) || is(word(m_index + 1), u"maybe") ? 0.5F : -0.8F;
        if (nextIs(Subject | MaybeSubject | Contraction | Opening))
            return 1.6F;
        const QStringView next = word(m_index + 1);
        if (is(next, u"so") || is(next, u"then") || is(next, u"now"))
            return 1.7F;
        return nextIs(Conjunction | Question) ? 1.0F : is(next, u"the") || is(next, u"some") ? 0.4F : -0.2F;
    }

    [[nodiscard]] float question(QStringView here) const
    {
        // "who is", "which are" mostly go on with the sentence.
        const bool relative = is(here, u"who") || is(here, u"which") || is(here, u"where") || is(here, u"when");
        const bool inverted = (m_outline.classOf(m_index + 2) & (Subject | MaybeSubject)) != 0;
        return relative ? (inverted ? 1.0F : 0.0F) : 1.4F;
    }

    [[nodiscard]] float subject(QStringView here) const
    {
        const QStringView next = word(m_index + 1);
        if (is(here, u"i") && (is(next, u"think") || is(next, u"mean") || is(next, u"guess")))
            return 1.5F;
        if (is(here, u"you") && is(next, u"know"))
            return 0.7F;
        if ((m_here & Subject) != 0)
            return 0.9F;
        if (is(here, u"that"))
            return nextIs(Auxiliary) ? 0.2F : nextIs(Subject | MaybeSubject) ? -1.2F : -0.2F;
        // "download it and install it"
        if (nextIs(Coordinator) && !is(here, u"you"))
            return -1.2F;
        return nextIs(Auxiliary | Said) ? 1.1F : is(here, u"you") ? 0.4F : 0.0F;
    }

    [[nodiscard]] float phrase(QStringView here) const
    {
        const QStringView next = word(m_index + 1);
        const bool aside = (is(here, u"in") && is(next, u"fact")) || (is(here, u"of") && is(next, u"course"))
            || (is(here, u"for") && is(next, u"example")) || (is(here, u"at") && is(next, u"first"))
            || (is(here, u"on") && next.endsWith(u"day"));
        // "of course" begins, although "of" never does.
        if (aside)
            return is(here, u"of") ? 5.2F : 1.4F;
        if (is(here, u"to"))
            return -1.2F;
        return (m_here & Particle) != 0 && !nextIs(NeverEnds | Incomplete) ? -1.0F : -0.4F;
    }

    // A name that something is said of: "Microsoft says".
    [[nodiscard]] float named() const
    {
        const QStringView here = word(m_index);
        if (nextIs(Said) && (m_here & (Auxiliary | NeverEnds)) == 0 && !here.isEmpty() && (m_before & NeverEnds) == 0)
            return 1.0F;
        if (is(here, u"maybe") || is(here, u"then") || is(here, u"today"))
            return 0.5F;
        if (is(here, u"like"))
            return -1;
        return is(here, u"the") ? 0.2F : m_here == 0 ? -0.4F : 0.0F;
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

float borderScore(const Outline &outline, TokenIndex i)
{
    if (!outline.isJudged())
        return startScore(outline, i);
    return i > 0 ? outline.judgements[size_t(i - 1)].end : 0;
}

} // namespace earmark::reading
