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

// An identity that is made where the thing is made, before any disk is involved; undoing a removal
// brings the same thing back, not a copy.
template <class Tag>
struct UniqueId {
    QUuid value;

    [[nodiscard]] static UniqueId create() { return {QUuid::createUuid()}; }
    [[nodiscard]] bool isValid() const { return !value.isNull(); }
    bool operator==(const UniqueId &) const = default;
    bool operator<(const UniqueId &other) const { return value < other.value; }
};

template <class Tag>
size_t qHash(UniqueId<Tag> id, size_t seed = 0)
{
    return ::qHash(id.value, seed);
}

// As libraries, exports and the terminal write it: lower case, without braces.
template <class Tag>
[[nodiscard]] QString idText(UniqueId<Tag> id)
{
    return id.value.toString(QUuid::WithoutBraces);
}

using HighlightId = UniqueId<struct HighlightTag>;
using AmendmentId = UniqueId<struct AmendmentTag>;
using RuleId = UniqueId<struct RuleTag>; // of the glossary

} // namespace earmark

Q_DECLARE_METATYPE(earmark::EpisodeId)
Q_DECLARE_METATYPE(earmark::HighlightId)
Q_DECLARE_METATYPE(earmark::AmendmentId)
Q_DECLARE_METATYPE(earmark::RuleId)
