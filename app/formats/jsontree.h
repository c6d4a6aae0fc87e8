// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"
#include "formats/warning.h"

#include <QString>

#include <optional>
#include <vector>

namespace earmark::formats {

// The names of the fields that transcripts use. JsonTree keeps no others.
enum class JsonKey : quint8 {
    None,
    Alternatives,
    AttachesTo,
    Append, // "aAppend"
    Body,
    Channels,
    ChannelLabel,
    ChannelTag,
    Content,
    Cues,
    DisplayName,
    Duration, // seconds
    DurationMs,
    Elements,
    End,
    EndOffset,
    EndTime,
    EndTs,
    Events,
    Format,
    From,
    Id,
    InlineResult,
    Items,
    Language,
    LanguageCode,
    Monologues,
    Name,
    Nanos,
    Offsets,
    OffsetMs,
    PunctuatedWord,
    Recording, // "gs://…", where Google keeps it
    Response,
    ResultEndTime,
    Results,
    Seconds,
    Segments,
    Segs,
    Speaker,
    SpeakerInfo,
    SpeakerLabel,
    SpeakerLabels,
    Speakers,
    SpeakerTag,
    Start,
    StartMs,
    StartOffset,
    StartTime,
    Text,
    Timestamps,
    To,
    Tokens,
    Transcript,
    Transcription,
    Transcripts,
    Ts,
    Type,
    Utf8,
    Utterances,
    Value,
    Word,
    Words,
    WireMagic,
};

class JsonTree;

// A value in a tree, or nothing: what is not there has no children, no text and no number.
class JsonValue
{
public:
    JsonValue() = default;
    JsonValue(const JsonTree *tree, qint32 node) : m_tree(tree), m_node(node) {}

    [[nodiscard]] bool isObject() const;
    [[nodiscard]] bool isArray() const;
    [[nodiscard]] bool isString() const;
    [[nodiscard]] bool isNumber() const;
    explicit operator bool() const { return m_tree != nullptr; }

    // The first value under a key of an object.
    [[nodiscard]] JsonValue operator[](JsonKey key) const;
    // The first of an array's or object's values, and the one after this; nothing at the end.
    [[nodiscard]] JsonValue first() const;
    [[nodiscard]] JsonValue next() const;

    [[nodiscard]] std::optional<double> number() const; // also of a string like "1.25" or "1.25s"
    [[nodiscard]] QString text() const;                 // decoded; numbers as they would be written
    // Where a string stands in the source, without its quotes; where an object or array begins.
    [[nodiscard]] qint32 begin() const;
    [[nodiscard]] qint32 end() const;
    [[nodiscard]] bool hasEscapes() const;
    [[nodiscard]] QStringView source() const; // of the whole file

private:
    const JsonTree *m_tree = nullptr;
    qint32 m_node = 0;
};

// A JSON file as far as it can be read, with only what transcripts use: values under other keys, and
// strings and numbers that stand directly in arrays, are left out. Linear in time; at most 16 bytes a
// value. Numbers may be NaN or Infinity, as Python writes them; such a value is null.
class JsonTree
{
public:
    // Keeps a reference to `source`.
    explicit JsonTree(const QString &source);

    [[nodiscard]] JsonValue root() const;
    // Where the file is broken or nests too deeply.
    [[nodiscard]] const std::optional<Warning> &fault() const { return m_fault; }
    [[nodiscard]] bool isEmpty() const { return m_nodes.size() < 2; }

private:
    friend class JsonValue;
    friend class JsonTreeBuilder;

    enum class Type : quint8 { Null, Number, String, EscapedString, Array, Object };
    struct Place {
        qint32 begin;
        qint32 end;
    };
    struct Children {
        qint32 first; // 0: none
        qint32 begin; // of the object or array in the source
    };
    struct Node {
        Type type = Type::Null;
        JsonKey key = JsonKey::None;
        qint32 next = 0; // sibling; 0: none
        union {
            double number = 0;
            Place place; // of a string
            Children children;
        };
    };

    QStringView m_source;
    std::vector<Node> m_nodes; // the first stands for nothing
    std::optional<Warning> m_fault;
};

} // namespace earmark::formats
