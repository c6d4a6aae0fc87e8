// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "glossary/soundalike.h"

#include "glossary/nearest.h"
#include "glossary/sounds.h"
#include "glossary/wordforms.h"
#include "transcript/letters.h"
#include "transcript/torntokens.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace earmark::glossary {

using namespace Qt::StringLiterals;
using transcript::lettersOf;
using transcript::TokenIndex;
using transcript::TokenKind;
using transcript::TokenSpan;
using transcript::Transcript;

namespace {

constexpr int commonWords = 6000;    // the rarest word that nobody takes for a name
constexpr int timesOfTerm = 3;       // a transcript's own term occurs so often
constexpr int timesOfMishearing = 3; // at most
constexpr size_t fewestSounds = 4;   // fewer are alike by chance
constexpr size_t soundsApart = 4;    // of two lengths; more are never alike
constexpr TokenIndex longestWindow = 3;
constexpr qsizetype longestWord = 40;

// Limits of distance, found on the transcripts that the tests name.
constexpr double likeTerm = 0.2;
constexpr double beginsLikeTerm = 0.33;
constexpr double beginsLikeGlossary = 0.36;
constexpr double knownWord = 0.13; // stands for itself, most likely
constexpr double knownWordLikeOwnTerm = 0.05;
constexpr double unknownLanguage = 0.15;

// A word as it is compared: its letters without a genitive.
QString keyOf(QStringView word)
{
    const QString bare = withoutMarks(word);
    word = bare;
    if (word.endsWith(u"'s", Qt::CaseInsensitive) || word.endsWith(u"’s", Qt::CaseInsensitive))
        word.chop(2);
    return word.size() > longestWord ? QString() : lettersOf(word);
}

struct Word {
    QString key;
    Sounds sounds;
    int count = 0;
    bool isCommon = false;
    bool isKnown = false;
};

// A window of one to three words as it occurs in the transcript.
struct Window {
    std::vector<int> words;
    TokenIndex first = 0;
    int count = 0;
};

struct Term {
    QString text;
    QString key; // of all its words, joined
    std::vector<QString> wordKeys;
    Sounds sounds;
    int count = 0;
    bool isGiven = false; // by the glossary
};

class Listener
{
public:
    Listener(const Transcript &transcript, const WordKnowledge &knowledge, const CancelToken &cancel)
        : m_transcript(transcript), m_knowledge(knowledge), m_cancel(cancel), m_starts(findGivenStarts(transcript)),
          m_wordOf(transcript.tokens.size(), -1)
    {
        for (TokenIndex i = 0; i < transcript.count() && !cancel.isCancelled(); ++i) {
            if (transcript.tokens[size_t(i)].kind == TokenKind::Word)
                m_wordOf[size_t(i)] = add(transcript.tokenText(i));
        }
        for (Word &word : m_words)
            word.isCommon = knowsLanguage() ? word.isCommon : word.count >= timesOfMishearing;
    }

    [[nodiscard]] std::vector<Proposal> listen(const QStringList &given)
    {
        findTerms(given);
        std::vector<Proposal> found;
        for (TokenIndex width = 1; width <= longestWindow; ++width)
            compare(width, found);
        return nearestOf(std::move(found));
    }

private:
    [[nodiscard]] bool knowsLanguage() const { return bool(m_knowledge.rankOf); }

    // The number of a word, -1 for what has no letters.
    int add(QStringView text)
    {
        const QString key = keyOf(text);
        if (key.isEmpty())
            return -1;
        const auto known = m_numbers.constFind(key);
        const int number = known == m_numbers.constEnd() ? int(m_words.size()) : *known;
        if (known == m_numbers.constEnd()) {
            m_numbers.insert(key, number);
            m_words.push_back(learn(text, key));
        }
        ++m_words[size_t(number)].count;
        return number;
    }

    [[nodiscard]] Word learn(QStringView text, const QString &key) const
    {
        Word word{key, soundsOf(m_knowledge.soundsOf(withoutMarks(text))), 0, false, false};
        const bool hasDigit = std::any_of(key.begin(), key.end(), [](QChar c) { return c.isDigit(); });
        const auto rank = [this](const QString &asked) {
            return knowsLanguage() ? m_knowledge.rankOf(asked) : std::nullopt;
        };
        std::optional<int> place = rank(withoutMarks(text).toLower());
        if (!place)
            place = rank(key);
        word.isKnown = place.has_value();
        word.isCommon = hasDigit || (place && *place < commonWords);
        return word;
    }

    void findTerms(const QStringList &given)
    {
        for (const QString &text : given)
            addTerm(text, 0, true);
        if (knowsLanguage())
            findOwnTerms();
        std::erase_if(m_terms, [](const Term &term) { return term.sounds.size() < fewestSounds; });
    }

    void addTerm(const QString &text, int count, bool isGiven)
    {
        Term term{text, {}, {}, {}, count, isGiven};
        for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
            term.wordKeys.push_back(keyOf(part));
            term.key += term.wordKeys.back();
            const Sounds sounds = soundsOf(m_knowledge.soundsOf(withoutMarks(part)));
            term.sounds.insert(term.sounds.end(), sounds.begin(), sounds.end());
        }
        if (term.key.isEmpty() || m_termKeys.contains(term.key))
            return;
        m_termKeys.insert(term.key);
        m_terms.push_back(std::move(term));
    }

    // Unusual words, and two words that go together and are written like a name at times. Names that occur once
    // count for what sounds the same.
    void findOwnTerms()
    {
        constexpr qsizetype fewestLetters = 4;
        for (const Window &window : windows(1)) {
            const Word &word = m_words[size_t(window.words[0])];
            if (word.isCommon || word.key.size() < fewestLetters || word.sounds.size() < fewestSounds)
                continue;
            const QString text = withoutMarks(m_transcript.tokenText(window.first));
            if (word.count >= timesOfTerm)
                addTerm(text, word.count, false);
            else if (text.front().isUpper())
                m_names.insert(keyOf(word.sounds), text);
        }
        const QHash<QString, int> capitals = capitalsOfPairs();
        for (const Window &window : windows(2)) {
            const Word &one = m_words[size_t(window.words[0])];
            const Word &two = m_words[size_t(window.words[1])];
            const bool together = 2 * window.count >= std::min(one.count, two.count);
            if (window.count >= timesOfTerm && together && !isFunctionWord(one.key) && !isFunctionWord(two.key)
                && capitals.value(one.key + u' ' + two.key) >= timesOfTerm)
                addTerm(withoutMarks(m_transcript.tokenText(window.first)) + u' '
                            + withoutMarks(m_transcript.tokenText(window.first + 1)),
                        window.count, false);
        }
    }

    [[nodiscard]] QHash<QString, int> capitalsOfPairs() const
    {
        QHash<QString, int> capitals;
        for (TokenIndex i = 0; i + 1 < m_transcript.count(); ++i) {
            if (!isWindow(i, 2))
                continue;
            const QString words =
                withoutMarks(m_transcript.tokenText(i)) + u' ' + withoutMarks(m_transcript.tokenText(i + 1));
            if (words != words.toLower())
                ++capitals[m_words[size_t(m_wordOf[size_t(i)])].key + u' '
                           + m_words[size_t(m_wordOf[size_t(i) + 1])].key];
        }
        return capitals;
    }

    // Whether these are words that follow one another, said by one person.
    [[nodiscard]] bool isWindow(TokenIndex first, TokenIndex width) const
    {
        if (first + width > m_transcript.count())
            return false;
        for (TokenIndex i = first; i < first + width; ++i) {
            if (m_wordOf[size_t(i)] < 0 || (i > first && m_starts[size_t(i)] != 0))
                return false;
        }
        return true;
    }

    // Each sequence of so many words once, in the order in which they first occur.
    [[nodiscard]] std::vector<Window> windows(TokenIndex width) const
    {
        std::vector<Window> all;
        QHash<QList<int>, size_t> places;
        for (TokenIndex i = 0; i < m_transcript.count(); ++i) {
            if (!isWindow(i, width))
                continue;
            const QList<int> words(m_wordOf.begin() + i, m_wordOf.begin() + i + width);
            const auto known = places.constFind(words);
            if (known != places.constEnd()) {
                ++all[*known].count;
                continue;
            }
            places.insert(words, all.size());
            all.push_back({{words.begin(), words.end()}, i, 1});
        }
        return all;
    }

    void compare(TokenIndex width, std::vector<Proposal> &found)
    {
        QHash<QList<int>, Proposal> suspects;
        for (const Window &window : windows(width)) {
            if (m_cancel.isCancelled())
                return;
            if (const std::optional<Proposal> proposal = bestTerm(window))
                suspects.insert(QList<int>(window.words.begin(), window.words.end()), *proposal);
        }
        if (suspects.isEmpty())
            return;
        for (TokenIndex i = 0; i < m_transcript.count(); ++i) {
            if (!isWindow(i, width))
                continue;
            const auto suspect = suspects.constFind(QList<int>(m_wordOf.begin() + i, m_wordOf.begin() + i + width));
            if (suspect != suspects.constEnd())
                found.push_back({{i, i + width - 1}, suspect->term, suspect->distance});
        }
    }

    [[nodiscard]] std::optional<Proposal> bestTerm(const Window &window) const
    {
        const auto isCommon = [this](int number) { return m_words[size_t(number)].isCommon; };
        if (window.count > timesOfMishearing || std::all_of(window.words.begin(), window.words.end(), isCommon)
            || holdsATerm(window))
            return std::nullopt;
        Sounds sounds;
        QString key;
        for (const int number : window.words) {
            const Word &word = m_words[size_t(number)];
            sounds.insert(sounds.end(), word.sounds.begin(), word.sounds.end());
            key += word.key;
        }
        if (sounds.size() < fewestSounds)
            return std::nullopt;
        std::optional<Proposal> best;
        for (const Term &term : m_terms) {
            if (!isCandidate(window, key, term))
                continue;
            const std::optional<double> distance = distanceTo(term, window, key, sounds);
            if (distance && (!best || *distance < best->distance))
                best = Proposal{{}, term.text, *distance};
        }
        return best ? best : nameLike(window, sounds);
    }

    // "sputnick", where the text has "Sputnik" elsewhere: a word that nobody knows and that is not written as a name.
    [[nodiscard]] std::optional<Proposal> nameLike(const Window &window, const Sounds &sounds) const
    {
        if (window.words.size() > 1 || !hasUnknownWord(window)
            || withoutMarks(m_transcript.tokenText(window.first)).front().isUpper())
            return std::nullopt;
        const auto name = m_names.constFind(keyOf(sounds));
        return name == m_names.constEnd() ? std::nullopt : std::optional(Proposal{{}, *name, 0});
    }

    // A term that is there and a word beside it.
    [[nodiscard]] bool holdsATerm(const Window &window) const
    {
        for (size_t first = 0; first < window.words.size(); ++first) {
            QString key;
            for (size_t i = first; i < window.words.size(); ++i) {
                key += m_words[size_t(window.words[i])].key;
                if ((first > 0 || i + 1 < window.words.size()) && m_termKeys.contains(key))
                    return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool isCandidate(const Window &window, const QString &key, const Term &term) const
    {
        const bool pieces = window.words.size() > 1;
        if (areFormsOfOne(key, term.key))
            return key == term.key && pieces && hasUnknownWord(window) && term.wordKeys.size() == 1;
        if (term.isGiven)
            return !pieces || !hasFormOf(window, term);
        if ((!isMuchRarer(window, term) && !(window.count < term.count && hasUnknownWord(window)))
            || window.words.size() > 2 || key.startsWith(term.key) || term.key.startsWith(key))
            return false;
        const auto isFunction = [this](int number) { return isFunctionWord(m_words[size_t(number)].key); };
        if (!pieces)
            return true;
        return !hasFormOf(window, term) && std::none_of(window.words.begin(), window.words.end(), isFunction)
            && (hasUnknownWord(window) || sharesWord(window, term));
    }

    // So rarely that the term is what was meant; what is nearly as frequent has to sound the same.
    [[nodiscard]] static bool isMuchRarer(const Window &window, const Term &term)
    {
        return window.count * timesOfTerm <= term.count;
    }

    [[nodiscard]] bool hasUnknownWord(const Window &window) const
    {
        return std::any_of(window.words.begin(), window.words.end(),
                           [this](int number) { return !m_words[size_t(number)].isKnown; });
    }

    // "deep" of "deep sequel" and of "deep seek".
    [[nodiscard]] bool sharesWord(const Window &window, const Term &term) const
    {
        return term.wordKeys.size() == window.words.size()
            && (m_words[size_t(window.words.front())].key == term.wordKeys.front()
                || m_words[size_t(window.words.back())].key == term.wordKeys.back());
    }

    // One of the words is the whole term in another form.
    [[nodiscard]] bool hasFormOf(const Window &window, const Term &term) const
    {
        return std::any_of(window.words.begin(), window.words.end(),
                           [&](int number) { return areFormsOfOne(m_words[size_t(number)].key, term.key); });
    }

    [[nodiscard]] std::optional<double> distanceTo(const Term &term, const Window &window, const QString &key,
                                                   const Sounds &sounds) const
    {
        if (key == term.key)
            return 0; // a word in pieces
        const size_t longer = std::max(sounds.size(), term.sounds.size());
        const size_t shorter = std::min(sounds.size(), term.sounds.size());
        const bool known = window.words.size() == 1 && m_words[size_t(window.words[0])].isKnown;
        double limit = knowsLanguage() ? likeTerm : unknownLanguage;
        const size_t beginning = knowsLanguage() ? commonBeginning(sounds, term.sounds) : 0;
        if (beginning == shorter)
            limit = term.isGiven ? beginsLikeGlossary : beginsLikeTerm;
        if (known)
            limit = std::min(limit, term.isGiven ? knownWord : knownWordLikeOwnTerm);
        if (!term.isGiven && !isMuchRarer(window, term))
            limit = 0;
        if (longer - shorter <= soundsApart) {
            const double most = limit * double(longer);
            const double cost = changeCost(sounds, term.sounds, most);
            if (cost <= most)
                return cost / double(longer);
        }
        const bool cutOff = term.isGiven && window.words.size() == 1 && !known && knowsLanguage()
            && isSpeltLikeBeginning(key, term.key);
        return cutOff ? std::optional(limit) : std::nullopt;
    }

    const Transcript &m_transcript;
    const WordKnowledge &m_knowledge;
    const CancelToken &m_cancel;
    std::vector<quint8> m_starts;
    std::vector<int> m_wordOf; // of each token; -1: no word
    std::vector<Word> m_words;
    QHash<QString, int> m_numbers;
    std::vector<Term> m_terms;
    QSet<QString> m_termKeys;
    QHash<QByteArray, QString> m_names; // by their sounds
};

} // namespace

std::vector<Proposal> soundalikes(const Transcript &transcript, const QStringList &terms, const WordKnowledge &words,
                                  const CancelToken &cancel)
{
    std::vector<Proposal> found = Listener(transcript, words, cancel).listen(terms);
    if (cancel.isCancelled())
        found.clear();
    return found;
}

} // namespace earmark::glossary
