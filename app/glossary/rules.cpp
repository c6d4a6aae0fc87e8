// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "glossary/rules.h"

#include "glossary/wordforms.h"
#include "transcript/amendments.h"
#include "transcript/torntokens.h"

#include <QHash>

#include <algorithm>
#include <optional>

namespace earmark::glossary {

using namespace Qt::StringLiterals;
using transcript::TokenIndex;
using transcript::TokenKind;

namespace {

// What a word is told by: letters, digits and signs, so that "C++" is not "C", but no punctuation.
bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c.isSymbol() || u"%#&@"_s.contains(c);
}

// The marks that may stand around any word.
bool closes(QChar c)
{
    return u".,;:!?…\"'”’)]"_s.contains(c);
}
bool opens(QChar c)
{
    return u"\"'“‘„«([¿¡"_s.contains(c);
}

// A word as it stands between its marks: "“DeepSeek's," is “ DeepSeek 's ,.
struct Parts {
    QStringView before;
    QStringView core;
    QStringView genitive; // "'s" as it is written, or nothing
    QStringView after;
};

Parts partsOf(QStringView word)
{
    qsizetype begin = 0;
    qsizetype end = word.size();
    while (begin < end && !isOfWord(word[begin]))
        ++begin;
    while (end > begin && !isOfWord(word[end - 1]))
        --end;
    Parts parts{word.first(begin), word.sliced(begin, end - begin), {}, word.sliced(end)};
    const qsizetype size = parts.core.size();
    if (size > 2 && (parts.core[size - 2] == u'\'' || parts.core[size - 2] == u'’')
        && parts.core.back().toLower() == u's') {
        parts.genitive = parts.core.last(2);
        parts.core.chop(2);
    }
    return parts;
}

// What is compared: a word without its marks in lower case, or all of a dash that stands alone.
QString keyOf(QStringView word)
{
    QString key = word.toString().toCaseFolded();
    key.removeIf([](QChar c) { return !isOfWord(c); });
    return key.isEmpty() ? word.toString() : key;
}

QList<QStringView> wordsOf(const Rule &rule)
{
    return QStringView(rule.heard).split(u' ', Qt::SkipEmptyParts);
}

// The rules' words as a tree of which each branch is a sequence.
class WordTree
{
public:
    explicit WordTree(const std::vector<Rule> &rules) : m_nodes(1)
    {
        for (size_t i = 0; i < rules.size(); ++i)
            add(rules, i);
    }

    [[nodiscard]] std::optional<size_t> next(size_t node, const QString &key) const
    {
        const auto found = m_nodes[node].next.constFind(key);
        return found == m_nodes[node].next.constEnd() ? std::nullopt : std::optional(*found);
    }
    // The rule whose words end here.
    [[nodiscard]] std::optional<size_t> ruleAt(size_t node) const { return m_nodes[node].rule; }

private:
    struct Node {
        QHash<QString, size_t> next;
        std::optional<size_t> rule;
    };

    void add(const std::vector<Rule> &rules, size_t rule)
    {
        if (!isUsable(rules[rule]))
            return;
        size_t node = 0;
        for (const QStringView word : wordsOf(rules[rule])) {
            const QString key = keyOf(word);
            if (const std::optional<size_t> known = next(node, key)) {
                node = *known;
                continue;
            }
            m_nodes[node].next.insert(key, m_nodes.size());
            node = m_nodes.size();
            m_nodes.emplace_back();
        }
        std::optional<size_t> &here = m_nodes[node].rule;
        if (!here || goesBefore(rules[rule], rules[*here]))
            here = rule;
    }

    [[nodiscard]] static bool goesBefore(const Rule &rule, const Rule &other)
    {
        return rule.scope != other.scope ? rule.scope < other.scope : rule.created > other.created;
    }

    std::vector<Node> m_nodes;
};

class HitFinder
{
public:
    HitFinder(const Transcript &transcript, const std::vector<Rule> &rules)
        : m_transcript(transcript), m_rules(rules), m_tree(rules), m_starts(findGivenStarts(transcript)),
          m_keys(transcript.tokens.size())
    {
        for (TokenIndex i = 0; i < transcript.count(); ++i) {
            if (transcript.tokens[size_t(i)].kind == TokenKind::Word)
                m_keys[size_t(i)] = keyOf(transcript.tokenText(i));
        }
    }

    [[nodiscard]] std::vector<Hit> find() const
    {
        std::vector<Hit> found;
        for (TokenIndex i = 0; i < m_transcript.count();) {
            const std::optional<Hit> hit = hitAt(i);
            if (hit)
                found.push_back(*hit);
            i = hit ? hit->span.last + 1 : i + 1;
        }
        return found;
    }

private:
    [[nodiscard]] std::optional<Hit> hitAt(TokenIndex first) const
    {
        std::optional<Hit> longest;
        std::optional<size_t> node = 0;
        for (TokenIndex i = first; i < m_transcript.count() && node; ++i) {
            const QString &key = m_keys[size_t(i)];
            if (key.isEmpty() || (i > first && m_starts[size_t(i)] != 0))
                break;
            const Parts parts = partsOf(m_transcript.tokenText(i));
            if (!parts.genitive.isEmpty())
                take(longest, m_tree.next(*node, keyOf(parts.core)), {first, i});
            node = m_tree.next(*node, key);
            take(longest, node, {first, i});
        }
        return longest;
    }

    void take(std::optional<Hit> &longest, std::optional<size_t> node, TokenSpan span) const
    {
        const std::optional<size_t> rule = node ? m_tree.ruleAt(*node) : std::nullopt;
        if (!rule || !isWhole(m_rules[*rule], span)
            || textFor(m_rules[*rule], m_transcript, span) == transcript::wordsOf(m_transcript, span))
            return;
        longest = Hit{*rule, span};
    }

    // Whether no mark divides the words that the rule has not there, too.
    [[nodiscard]] bool isWhole(const Rule &rule, TokenSpan span) const
    {
        const QList<QStringView> words = wordsOf(rule);
        for (TokenIndex i = span.first; i < span.last; ++i) {
            const qsizetype at = i - span.first;
            const QStringView after = partsOf(m_transcript.tokenText(i)).after;
            const QStringView before = partsOf(m_transcript.tokenText(i + 1)).before;
            if ((!after.isEmpty() && after != partsOf(words[at]).after)
                || (!before.isEmpty() && before != partsOf(words[at + 1]).before))
                return false;
        }
        return true;
    }

    const Transcript &m_transcript;
    const std::vector<Rule> &m_rules;
    WordTree m_tree;
    std::vector<quint8> m_starts;
    std::vector<QString> m_keys; // empty for what is no word
};

} // namespace

Rule makeRule(const QString &heard, const QString &meant)
{
    Rule rule;
    rule.id = RuleId::create();
    QString from = heard.simplified();
    QString to = meant.simplified();
    // The marks around words are theirs wherever they stand, and no part of the rule.
    while (!from.isEmpty() && closes(from.back())) {
        if (to.endsWith(from.back()) && !endsInOwnDot(to))
            to.chop(1);
        from.chop(1);
    }
    while (!from.isEmpty() && opens(from.front())) {
        if (to.startsWith(from.front()))
            to.remove(0, 1);
        from.remove(0, 1);
    }
    rule.heard = from.trimmed();
    rule.meant = to.trimmed();
    rule.created = QDateTime::currentDateTimeUtc();
    return rule;
}

bool isUsable(const Rule &rule)
{
    if (std::none_of(rule.heard.begin(), rule.heard.end(), isOfWord) || rule.heard == rule.meant)
        return false;
    switch (rule.scope) {
    case Scope::Episode: return rule.episode.isValid();
    case Scope::Show: return !rule.show.isEmpty();
    case Scope::Always: return true;
    }
    return false;
}

bool holdsIn(const Rule &rule, EpisodeId episode, const QString &show)
{
    switch (rule.scope) {
    case Scope::Episode: return rule.episode == episode;
    case Scope::Show: return !show.isEmpty() && rule.show.compare(show, Qt::CaseInsensitive) == 0;
    case Scope::Always: return true;
    }
    return false;
}

std::vector<Hit> hits(const Transcript &transcript, const std::vector<Rule> &rules)
{
    return HitFinder(transcript, rules).find();
}

QString textFor(const Rule &rule, const Transcript &transcript, TokenSpan span)
{
    const Parts first = partsOf(transcript.tokenText(span.first));
    const Parts last = partsOf(transcript.tokenText(span.last));
    const QStringView lastHeard = QStringView(rule.heard).sliced(rule.heard.lastIndexOf(u' ') + 1);
    // The genitive is the rule's own where its words end with one.
    const QStringView genitive = partsOf(lastHeard).genitive.isEmpty() ? last.genitive : QStringView();
    QStringView after = last.after;
    if (genitive.isEmpty() && endsInOwnDot(rule.meant) && after.startsWith(u'.'))
        after = after.sliced(1); // one dot stands for both
    return first.before.toString() + rule.meant + genitive.toString() + after.toString();
}

} // namespace earmark::glossary
