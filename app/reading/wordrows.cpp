// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/wordrows.h"

#include "reading/wordclass.h"

#include <QVarLengthArray>

#include <algorithm>
#include <bit>

namespace earmark::reading {

namespace {

constexpr qsizetype endLength = 3;

// Lower case, ' for ’, and 0 for each digit: to the model, all years are alike.
char16_t normalised(QChar c)
{
    const char16_t code = c.unicode();
    if (code >= u'a' && code <= u'z')
        return code;
    if (code >= u'0' && code <= u'9')
        return u'0';
    return code == u'’' ? u'\'' : c.toLower().unicode();
}

} // namespace

quint32 hashOf(QStringView text)
{
    quint32 value = 0x811c9dc5U;
    for (const QChar c : text)
        value = (value ^ c.unicode()) * 0x01000193U;
    return value;
}

std::optional<WordRows> WordRows::make(QByteArrayView vocabulary, qint32 count, qint32 unknown, qint32 ends)
{
    WordRows rows;
    rows.m_unknown = unknown;
    rows.m_ends = ends;
    rows.m_words.reserve(size_t(count));
    rows.m_slots.assign(std::bit_ceil(size_t(count) * 2 + 1), -1);
    while (!vocabulary.isEmpty()) {
        const qsizetype length = vocabulary.indexOf('\n');
        if (length <= 0 || qint32(rows.m_words.size()) == count)
            return std::nullopt;
        const QString word = QString::fromUtf8(vocabulary.first(length));
        size_t slot = hashOf(word) & (rows.m_slots.size() - 1);
        while (rows.m_slots[slot] >= 0)
            slot = (slot + 1) & (rows.m_slots.size() - 1);
        rows.m_slots[slot] = qint32(rows.m_words.size());
        rows.m_words.push_back(word);
        vocabulary = vocabulary.sliced(length + 1);
    }
    return qint32(rows.m_words.size()) == count ? std::optional(std::move(rows)) : std::nullopt;
}

std::optional<qint32> WordRows::find(QStringView word, quint32 hash) const
{
    for (size_t slot = hash & (m_slots.size() - 1); m_slots[slot] >= 0; slot = (slot + 1) & (m_slots.size() - 1)) {
        if (m_words[size_t(m_slots[slot])] == word)
            return m_slots[slot];
    }
    return std::nullopt;
}

std::optional<qint32> WordRows::placeOf(QStringView token) const
{
    if (m_slots.empty())
        return std::nullopt;
    QString word = trimmedToWord(token).toString();
    std::transform(word.begin(), word.end(), word.begin(), [](QChar c) { return QChar(normalised(c)); });
    return find(word, hashOf(word));
}

std::optional<WordRows::Rows> WordRows::rowsOf(QStringView token) const
{
    const QStringView trimmed = trimmedToWord(token);
    if (trimmed.isEmpty() || m_slots.empty())
        return std::nullopt;
    QVarLengthArray<QChar, 64> letters(trimmed.size());
    std::transform(trimmed.begin(), trimmed.end(), letters.begin(), [](QChar c) { return QChar(normalised(c)); });
    const QStringView word(letters.data(), letters.size());
    const quint32 hash = hashOf(word);
    const auto known = qint32(m_words.size());
    const qint32 last = known + m_unknown;
    const qsizetype length = std::min(endLength, word.size());
    return Rows{find(word, hash).value_or(known + qint32(hash % quint32(m_unknown))),
                last + qint32(hashOf(word.last(length)) % quint32(m_ends)),
                last + m_ends + qint32(hashOf(word.first(length)) % quint32(m_ends))};
}

} // namespace earmark::reading
