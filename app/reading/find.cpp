// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/find.h"

#include <algorithm>

namespace earmark::reading {

namespace {

struct CodePoint {
    char32_t value = 0;
    int length = 1; // UTF-16 code units
};

CodePoint codePointAt(QStringView text, qsizetype place)
{
    const QChar first = text[place];
    if (first.isHighSurrogate() && place + 1 < text.size() && text[place + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(first, text[place + 1]), 2};
    return {first.unicode(), 1};
}

bool isApostrophe(char32_t c)
{
    return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02bc' || c == U'`';
}

// What tells words apart; signs such as $ and % are words' own.
bool isBetweenWords(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other: return c != U'%' && c != U'&' && c != U'@' && c != U'#';
    default: return QChar::isSpace(c);
    }
}

bool isMark(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format; // zero-width joiners, soft hyphens
}

} // namespace

SearchableText::Folded SearchableText::fold(QStringView text)
{
    Folded folded;
    folded.text.reserve(text.size());
    folded.places.reserve(size_t(text.size()));
    const auto append = [&](char32_t c, TextRange place) {
        for (const char16_t unit : QChar::fromUcs4(QChar::toCaseFolded(c))) {
            folded.text.append(QChar(unit));
            folded.places.push_back(place);
        }
    };
    for (qsizetype i = 0; i < text.size();) {
        const CodePoint point = codePointAt(text, i);
        const TextRange place{qint32(i), qint32(i + point.length)};
        i += point.length;
        if (point.value < 128 && QChar::isLetterOrNumber(point.value)) {
            append(point.value, place);
        } else if (isApostrophe(point.value)) {
            append(U'\'', place);
        } else if (isBetweenWords(point.value)) {
            if (!folded.text.isEmpty() && !folded.text.endsWith(u' '))
                append(U' ', place);
        } else if (isMark(point.value)) {
            if (!folded.places.empty() && folded.places.back().end == place.begin)
                folded.places.back().end = place.end;
        } else if (const QString parts = QChar::decomposition(point.value);
                   !parts.isEmpty() && QChar::decompositionTag(point.value) == QChar::Canonical) {
            for (qsizetype k = 0; k < parts.size();) {
                const CodePoint part = codePointAt(parts, k);
                k += part.length;
                if (!isMark(part.value))
                    append(part.value, place);
            }
        } else {
            append(point.value, place);
        }
    }
    return folded;
}

SearchableText::SearchableText(QStringView text) : m_text(text.toString()), m_folded(fold(text)) {}

std::vector<TextRange> SearchableText::findAsItIs(QStringView phrase) const
{
    std::vector<TextRange> found;
    const QStringView wanted = phrase.trimmed();
    if (wanted.isEmpty())
        return found;
    for (qsizetype at = m_text.indexOf(wanted); at >= 0; at = m_text.indexOf(wanted, at + wanted.size()))
        found.push_back({qint32(at), qint32(at + wanted.size())});
    return found;
}

std::vector<TextRange> SearchableText::find(QStringView phrase) const
{
    const QString wanted = fold(phrase).text.trimmed();
    if (std::none_of(wanted.begin(), wanted.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
        return findAsItIs(phrase);
    std::vector<TextRange> found;
    for (qsizetype at = m_folded.text.indexOf(wanted); at >= 0; at = m_folded.text.indexOf(wanted, at + wanted.size()))
        found.push_back({m_folded.places[size_t(at)].begin, m_folded.places[size_t(at + wanted.size() - 1)].end});
    return found;
}

} // namespace earmark::reading
