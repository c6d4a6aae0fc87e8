// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/wordclass.h"

#include <QStringTokenizer>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace earmark::reading {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

struct ClassWords {
    quint32 classes;
    QStringView words;
};

constexpr std::array classWords{
    ClassWords{NeverEnds | Incomplete, u"the a an my your our their its his every each another these no"},
    ClassWords{NeverEnds,
               u"and or nor but because if when while although though unless until whether than as whose "
               u"which who what how why where i we they he she you're we're they're i'm it's that's "
               u"there's he's she's i've we've you've they've i'd we'd let's gonna gotta having maybe also"},
    ClassWords{NeverEnds | Preposition,
               u"of to for with from into onto upon between among during without within "
               u"against toward towards via per at by"},
    ClassWords{Preposition, u"in on about over under through after before off up down around across behind near"},
    ClassWords{NeverEnds,
               u"is are was were am be been being has have had do does did will would can could should "
               u"shall may might must very really just even only more most less least"},
    ClassWords{
        Incomplete,
        u"few new many several own other first second next last same such some any big great good "
        u"little small large huge one whole entire former president mr mrs ms dr leading initial well oh in on about"},
    ClassWords{NeverStarts,
               u"of than million billion trillion thousand hundred percent ago itself themselves himself "
               u"myself yourself ourselves else away o'clock"},
    ClassWords{Opening,
               u"okay ok yeah yes yep well hi hello hey thanks thank welcome wow oh alright anyway "
               u"meanwhile however therefore unfortunately fortunately obviously here's let's exactly"},
    ClassWords{Contraction | AfterSo,
               u"it's we're they're i'm that's there's he's she's you're i've we've they've "
               u"you've i'll we'll they'll it'll he'll she'll i'd we'd they'd he'd she'd "
               u"what's how's who's where's"},
    ClassWords{Subject | AfterSo, u"i we they he she"},
    ClassWords{MaybeSubject | AfterSo, u"it you there this that these those here"},
    ClassWords{Auxiliary,
               u"is are was were am has have had do does did will would can could should shall may might "
               u"must isn't aren't wasn't weren't don't doesn't didn't can't won't hasn't haven't shouldn't wouldn't "
               u"couldn't"},
    ClassWords{Question, u"what how why where when who which"},
    ClassWords{AfterSo,
               u"the a an my our your their if when what how why who where in for if as because then now "
               u"let's here's is are was did do does can could should yeah what's instead basically people"},
    ClassWords{Conjunction, u"because if when while although though since unless until after before whereas"},
    ClassWords{OpensClause,
               u"think thinks thought say says said know knows knew believe believes mean means meant "
               u"guess feel feels felt hope hopes tell tells told show shows claim claims see realize "
               u"suppose sure wondering wonder imagine remember like certain that so"},
    ClassWords{ClauseEnding,
               u"it this them us me him her too yet now right here there anymore together again "
               u"today tomorrow yesterday time off already either anyway everything anything exactly though right"},
    ClassWords{Magnitude, u"million billion trillion thousand percent point points"},
    ClassWords{Said, u"said says told asked announced believes thinks wrote"},
    ClassWords{Coordinator, u"and but so or now"},
    ClassWords{Particle, u"up off down out in over on through around"},
    ClassWords{Month | Incomplete,
               u"january february march april june july august september october november december"},
};

// A word of the table in lower case, packed: looking up each word of an episode has to cost next to
// nothing.
struct PackedWord {
    std::array<quint64, 2> bytes{};

    bool operator==(const PackedWord &) const = default;
};

struct PackedWordHash {
    size_t operator()(const PackedWord &word) const
    {
        quint64 mixed = (word.bytes[0] ^ (word.bytes[1] * 0x9e3779b97f4a7c15U)) * 0xff51afd7ed558ccdU;
        mixed ^= mixed >> 32U;
        return size_t(mixed);
    }
};

// nullopt for what is too long or not English enough to be in the table.
std::optional<PackedWord> packed(QStringView word)
{
    constexpr qsizetype longest = sizeof(PackedWord::bytes);
    if (word.isEmpty() || word.size() > longest)
        return std::nullopt;
    PackedWord result;
    for (qsizetype i = 0; i < word.size(); ++i) {
        char16_t c = word[i].unicode();
        if (c == u'’')
            c = u'\'';
        else if (c >= u'A' && c <= u'Z')
            c = char16_t(c - u'A' + u'a');
        if (c > 0x7f)
            return std::nullopt;
        result.bytes[size_t(i) / 8] |= quint64(c) << (size_t(i) % 8 * 8);
    }
    return result;
}

using Table = std::unordered_map<PackedWord, quint32, PackedWordHash>;

Table makeTable()
{
    Table table;
    for (const ClassWords &entry : classWords) {
        for (const QStringView word : QStringTokenizer(entry.words, u' ')) {
            if (const std::optional<PackedWord> key = packed(word))
                table[*key] |= entry.classes;
        }
    }
    return table;
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

} // namespace

QStringView trimmedToWord(QStringView token)
{
    while (!token.isEmpty() && !isWordCharacter(token.front()))
        token = token.mid(1);
    while (!token.isEmpty() && !isWordCharacter(token.back()))
        token.chop(1);
    return token;
}

std::vector<quint32> classify(const Transcript &transcript)
{
    static const Table table = makeTable();
    std::vector<quint32> classes(transcript.tokens.size());
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        if (transcript.tokens[size_t(i)].kind != TokenKind::Word)
            continue;
        const std::optional<PackedWord> word = packed(trimmedToWord(transcript.tokenText(i)));
        const auto found = word ? table.find(*word) : table.end();
        if (found != table.end())
            classes[size_t(i)] = found->second;
    }
    return classes;
}

QString coreOf(QStringView token)
{
    return trimmedToWord(token).toString().toLower().replace(u'’', u'\'');
}

quint64 caselessHash(QStringView word)
{
    quint64 hash = 0xcbf29ce484222325U;
    for (const QChar c : word) {
        const bool isCapital = c >= u'A' && c <= u'Z';
        const char16_t folded =
            c.unicode() < 0x80 ? char16_t(c.unicode() + (isCapital ? 0x20 : 0)) : c.toCaseFolded().unicode();
        hash = (hash ^ folded) * 0x100000001b3U;
    }
    return std::max<quint64>(hash, 1);
}

} // namespace earmark::reading
