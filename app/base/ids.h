// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMetaType>
#include <QUuid>

#include <compare>

namespace earmark {

// A number that is an identity and nothing else: no arithmetic, no mixing of one kind with another.
// 0 is no row of the library.
template <class Tag>
struct RowId {
    qint64 value = 0;

    [[nodiscard]] bool isValid() const { return value > 0; }
    auto operator<=>(const RowId &) const = default;
};

template <class Tag>
size_t qHash(RowId<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

using EpisodeId = RowId<struct EpisodeTag>;

// A highlight's identity is made where the highlight is made, before any disk is involved; undoing
// a removal brings the same highlight back, not a copy.
struct HighlightId {
    QUuid value;

    [[nodiscard]] static HighlightId create() { return {QUuid::createUuid()}; }
    [[nodiscard]] bool isValid() const { return !value.isNull(); }
    bool operator==(const HighlightId &) const = default;
    bool operator<(const HighlightId &other) const { return value < other.value; }
};

inline size_t qHash(HighlightId id, size_t seed = 0)
{
    return qHash(id.value, seed);
}

// A rule of the glossary.
struct RuleId {
    QUuid value;

    [[nodiscard]] static RuleId create() { return {QUuid::createUuid()}; }
    [[nodiscard]] bool isValid() const { return !value.isNull(); }
    bool operator==(const RuleId &) const = default;
    bool operator<(const RuleId &other) const { return value < other.value; }
};

inline size_t qHash(RuleId id, size_t seed = 0)
{
    return qHash(id.value, seed);
}

} // namespace earmark

Q_DECLARE_METATYPE(earmark::EpisodeId)
Q_DECLARE_METATYPE(earmark::HighlightId)
Q_DECLARE_METATYPE(earmark::RuleId)
