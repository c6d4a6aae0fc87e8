// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace earmark::reading {

// Which rows of an embedding table a word adds up from: its own, or one by the hash of a word that is
// not in the vocabulary, and one each by the hash of its last and of its first three letters. The same
// as in resources/punctuation/train/features.py.
class WordRows
{
public:
    using Rows = std::array<qint32, 3>;

    WordRows() = default;
    // `vocabulary` holds UTF-8 words, '\n' after each, and has to outlive this. `unknown` and `ends` are
    // the numbers of rows for other words and for each end; at least 1. nullopt where it is no such
    // list of `count` words.
    static std::optional<WordRows> make(QByteArrayView vocabulary, qint32 count, qint32 unknown, qint32 ends);

    [[nodiscard]] qint32 count() const { return qint32(m_words.size()) + m_unknown + 2 * m_ends; }

    // nullopt for a token without a letter or digit.
    [[nodiscard]] std::optional<Rows> rowsOf(QStringView token) const;
    // The word's place in the vocabulary.
    [[nodiscard]] std::optional<qint32> placeOf(QStringView token) const;

private:
    [[nodiscard]] std::optional<qint32> find(QStringView word, quint32 hash) const;

    std::vector<QString> m_words;
    std::vector<qint32> m_slots; // by hash; -1: free. A power of two, at most half full
    qint32 m_unknown = 1;
    qint32 m_ends = 1;
};

// 32-bit FNV-1a over UTF-16 code units (Fowler, Noll, Vo).
[[nodiscard]] quint32 hashOf(QStringView text);

} // namespace earmark::reading
