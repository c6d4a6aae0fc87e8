// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/speakernames.h"

#include "formats/clocktime.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace earmark::formats {

namespace {

constexpr int longestName = 4;         // words
constexpr int longestAside = 3;        // words
constexpr qsizetype longestLabel = 48; // characters

using namespace std::string_view_literals;

// Capitalised words that people end with a colon without being called so; in ASCII.
constexpr std::array noNames{u"note"sv,       u"notes"sv,    u"warning"sv,  u"remember"sv, u"example"sv, u"update"sv,
                             u"ps"sv,         u"p.s."sv,     u"tip"sv,      u"fact"sv,     u"spoiler"sv, u"also"sv,
                             u"plus"sv,       u"so"sv,       u"first"sv,    u"second"sv,   u"third"sv,   u"finally"sv,
                             u"result"sv,     u"title"sv,    u"date"sv,     u"source"sv,   u"topic"sv,   u"episode"sv,
                             u"transcript"sv, u"duration"sv, u"language"sv, u"kind"sv};
// What stands uncapitalised inside a name.
constexpr std::array particles{u"de"sv, u"da"sv, u"di"sv,  u"del"sv, u"der"sv, u"van"sv, u"von"sv, u"la"sv,
                               u"le"sv, u"el"sv, u"bin"sv, u"al"sv,  u"of"sv,  u"and"sv, u"the"sv, u"&"sv};

bool isNoName(QStringView label)
{
    constexpr qsizetype longest = 10;
    const auto same = [label](std::u16string_view word) {
        const auto fold = [](char16_t c) { return c >= u'A' && c <= u'Z' ? char16_t(c + 0x20) : c; };
        return std::equal(word.begin(), word.end(), label.utf16(), label.utf16() + label.size(),
                          [fold](char16_t a, char16_t b) { return a == fold(b); });
    };
    return label.size() <= longest && std::any_of(noNames.begin(), noNames.end(), same);
}

// Without the backslashes that Markdown has before marks.
QString unescaped(QStringView text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escapes = text[i] == u'\\' && i + 1 < text.size() && !text[i + 1].isLetterOrNumber();
        if (!escapes || text[i + 1].isSpace())
            plain += text[i];
    }
    return plain;
}

QStringView withoutOpeningMarkup(QStringView piece)
{
    while (piece.startsWith(u'*') || piece.startsWith(u'_'))
        piece = piece.mid(1);
    return piece;
}

QStringView withoutMarkup(QStringView piece)
{
    piece = withoutOpeningMarkup(piece);
    while (piece.endsWith(u'*') || piece.endsWith(u'_'))
        piece.chop(1);
    return piece;
}

bool isNameCharacter(QChar c)
{
    switch (c.unicode()) {
    case u'.':
    case u'\'':
    case u'’':
    case u'-':
    case u'&':
    case u'#':
    case u'_': return true;
    default: return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
    }
}

bool canBePartOfName(QStringView word, bool first)
{
    if (word.isEmpty())
        return false;
    const QChar begin = word.front();
    const auto isParticle = [word] {
        const std::u16string_view wanted(word.utf16(), size_t(word.size()));
        return std::find(particles.begin(), particles.end(), wanted) != particles.end();
    };
    if (!begin.isUpper() && (first || (!begin.isDigit() && !isParticle())))
        return begin.isLetter() && !begin.isLower() && begin.category() == QChar::Letter_Other;
    return std::all_of(word.begin(), word.end(), isNameCharacter);
}

// Part of what stands in parentheses behind a name: "(she/her)", "(laughing)".
bool canBeAside(QStringView word)
{
    if (word.startsWith(u'('))
        word = word.mid(1);
    if (word.endsWith(u')'))
        word.chop(1);
    return !word.isEmpty()
        && std::all_of(word.begin(), word.end(), [](QChar c) { return isNameCharacter(c) || c == u'/' || c == u','; });
}

// WhisperX: "[SPEAKER_00]:", and what we write for a name that would be taken for text; any name, without
// the brackets. Markdown has a backslash before what it would take for a mark.
SpeakerName bracketedNameAt(QStringView line)
{
    const bool isEscaped = line.startsWith(u'\\');
    const qsizetype open = isEscaped ? 1 : 0;
    const qsizetype close = line.indexOf(u']');
    qsizetype after = close + 1;
    if (close < open + 2 || after == line.size() || line[after] != u':')
        return {};
    for (++after; after < line.size() && (line[after] == u'*' || line[after] == u'_');)
        ++after;
    if (after < line.size() && !line[after].isSpace())
        return {};
    SpeakerName found;
    const QString name = unescaped(line.mid(open + 1, close - open - (isEscaped ? 2 : 1))).simplified();
    const bool isName = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (!isName || name.size() > longestLabel || parseClockTime(name))
        return {};
    found.letters.append(name.data(), name.size());
    found.length = after;
    found.isCertain = true;
    for (qsizetype i = 0; i < after; ++i)
        found.words += !line[i].isSpace() && (i == 0 || line[i - 1].isSpace()) ? 1 : 0;
    return found;
}

bool isSpeakerNumber(QStringView name)
{
    return name == u"?"
        || (!name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); }));
}

// whisper.cpp: "(speaker 0)", "(speaker ?)"; called as services are whose speakers are numbers.
SpeakerName numberedSpeakerAt(QStringView line)
{
    constexpr QStringView begin = u"(speaker ";
    const qsizetype close = line.indexOf(u')');
    const QStringView number = close > begin.size() ? line.mid(begin.size(), close - begin.size()) : QStringView();
    if (!isSpeakerNumber(number) || (close + 1 < line.size() && !line[close + 1].isSpace()))
        return {};
    SpeakerName found;
    const QString called = calledSpeaker(number);
    found.letters.append(called.data(), called.size());
    found.length = close + 1;
    found.words = 2;
    return found;
}

bool isInCapitals(const QString &name)
{
    return name.size() > 1 && std::none_of(name.begin(), name.end(), [](QChar c) { return c.isLower(); })
        && std::any_of(name.begin(), name.end(), [](QChar c) { return c.isUpper(); });
}

} // namespace

QString calledSpeaker(QStringView name)
{
    const QString cleaned = name.toString().simplified();
    return isSpeakerNumber(cleaned) ? QStringLiteral("Speaker ") + cleaned : cleaned;
}

SpeakerName speakerNameAt(QStringView line)
{
    // Room for markup and for more than one space between words.
    line = line.first(std::min(line.size(), 2 * longestLabel));
    if (line.startsWith(u"(speaker "))
        return numberedSpeakerAt(line);
    if (!line.contains(u':'))
        return {};
    const QStringView marked = withoutOpeningMarkup(line);
    if (marked.startsWith(u'[') || marked.startsWith(u"\\[")) {
        SpeakerName found = bracketedNameAt(marked);
        found.length += found.words > 0 ? line.size() - marked.size() : 0;
        return found;
    }
    SpeakerName found;
    auto &letters = found.letters;
    qsizetype at = 0;
    int asideBegin = 0; // the word it begins with
    for (int words = 1; words <= (asideBegin > 0 ? asideBegin + longestAside - 1 : longestName + 1); ++words) {
        const qsizetype begin = at;
        while (at < line.size() && !line[at].isSpace())
            ++at;
        QStringView word = withoutMarkup(line.mid(begin, at - begin));
        const bool last = word.endsWith(u':');
        if (last)
            word = withoutMarkup(word.chopped(1));
        const QString plain = word.contains(u'\\') ? unescaped(word) : QString();
        if (!plain.isEmpty())
            word = plain;
        if (words > 1 && asideBegin == 0 && word.startsWith(u'('))
            asideBegin = words;
        const bool isSound = asideBegin > 0 ? canBeAside(word) && word.endsWith(u')') == last
                                            : words <= longestName && canBePartOfName(word, words == 1);
        if (!isSound)
            return {};
        if (!letters.isEmpty())
            letters.append(u' ');
        letters.append(word.data(), word.size());
        if (letters.size() > longestLabel)
            return {};
        if (last) {
            found.length = at;
            found.words = words;
            return isNoName(found.name()) ? SpeakerName{} : found;
        }
        while (at < line.size() && line[at].isSpace())
            ++at;
    }
    return {};
}

int SpeakerBeliefs::addLine(const SpeakerName &label)
{
    const QStringView name = label.name();
    const int index = name.isEmpty() ? -1 : m_names.of(name);
    if (m_lines++ == 0)
        m_opening = index;
    if (index < 0)
        return index;
    ++m_named;
    m_counts.resize(size_t(names().size()));
    ++m_counts[size_t(index)];
    m_certain.resize(m_counts.size());
    m_certain[size_t(index)] = m_certain[size_t(index)] || label.isCertain;
    return index;
}

bool SpeakerBeliefs::isBelievable(int index) const
{
    return index >= 0
        && (m_certain[size_t(index)] || isDialogue() || index == m_opening || m_counts[size_t(index)] >= 2
            || isInCapitals(names()[index]));
}

} // namespace earmark::formats
