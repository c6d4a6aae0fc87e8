// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsontree.h"

#include "formats/placecounter.h"

#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace earmark::formats {

using namespace std::string_view_literals;

namespace {

struct NamedKey {
    std::u16string_view name;
    JsonKey key;
};

// Sorted by name.
constexpr auto keys = std::to_array<NamedKey>({
    {u"aAppend"sv, JsonKey::Append},
    {u"alternatives"sv, JsonKey::Alternatives},
    {u"attaches_to"sv, JsonKey::AttachesTo},
    {u"body"sv, JsonKey::Body},
    {u"channelTag"sv, JsonKey::ChannelTag},
    {u"channel_label"sv, JsonKey::ChannelLabel},
    {u"channel_tag"sv, JsonKey::ChannelTag},
    {u"channels"sv, JsonKey::Channels},
    {u"content"sv, JsonKey::Content},
    {u"cues"sv, JsonKey::Cues},
    {u"dDurationMs"sv, JsonKey::DurationMs},
    {u"display_name"sv, JsonKey::DisplayName},
    {u"duration"sv, JsonKey::Duration},
    {u"elements"sv, JsonKey::Elements},
    {u"end"sv, JsonKey::End},
    {u"endOffset"sv, JsonKey::EndOffset},
    {u"endTime"sv, JsonKey::EndTime},
    {u"end_offset"sv, JsonKey::EndOffset},
    {u"end_time"sv, JsonKey::EndTime},
    {u"end_timestamp"sv, JsonKey::EndTs},
    {u"end_ts"sv, JsonKey::EndTs},
    {u"events"sv, JsonKey::Events},
    {u"format"sv, JsonKey::Format},
    {u"from"sv, JsonKey::From},
    {u"id"sv, JsonKey::Id},
    {u"inlineResult"sv, JsonKey::InlineResult},
    {u"inline_result"sv, JsonKey::InlineResult},
    {u"items"sv, JsonKey::Items},
    {u"language"sv, JsonKey::Language},
    {u"languageCode"sv, JsonKey::LanguageCode},
    {u"language_code"sv, JsonKey::LanguageCode},
    {u"monologues"sv, JsonKey::Monologues},
    {u"name"sv, JsonKey::Name},
    {u"nanos"sv, JsonKey::Nanos},
    {u"offsets"sv, JsonKey::Offsets},
    {u"paragraphs"sv, JsonKey::Utterances},
    {u"punctuated_word"sv, JsonKey::PunctuatedWord},
    {u"response"sv, JsonKey::Response},
    {u"resultEndOffset"sv, JsonKey::ResultEndTime},
    {u"resultEndTime"sv, JsonKey::ResultEndTime},
    {u"result_end_offset"sv, JsonKey::ResultEndTime},
    {u"result_end_time"sv, JsonKey::ResultEndTime},
    {u"results"sv, JsonKey::Results},
    {u"seconds"sv, JsonKey::Seconds},
    {u"segments"sv, JsonKey::Segments},
    {u"segs"sv, JsonKey::Segs},
    {u"sentences"sv, JsonKey::Utterances},
    {u"speaker"sv, JsonKey::Speaker},
    {u"speakerLabel"sv, JsonKey::SpeakerLabel},
    {u"speakerTag"sv, JsonKey::SpeakerTag},
    {u"speaker_id"sv, JsonKey::Speaker},
    {u"speaker_info"sv, JsonKey::SpeakerInfo},
    {u"speaker_label"sv, JsonKey::SpeakerLabel},
    {u"speaker_labels"sv, JsonKey::SpeakerLabels},
    {u"speaker_name"sv, JsonKey::DisplayName},
    {u"speaker_tag"sv, JsonKey::SpeakerTag},
    {u"speakers"sv, JsonKey::Speakers},
    {u"start"sv, JsonKey::Start},
    {u"startOffset"sv, JsonKey::StartOffset},
    {u"startTime"sv, JsonKey::StartTime},
    {u"start_offset"sv, JsonKey::StartOffset},
    {u"start_time"sv, JsonKey::StartTime},
    {u"tOffsetMs"sv, JsonKey::OffsetMs},
    {u"tStartMs"sv, JsonKey::StartMs},
    {u"text"sv, JsonKey::Text},
    {u"timestamp"sv, JsonKey::Ts},
    {u"timestamps"sv, JsonKey::Timestamps},
    {u"to"sv, JsonKey::To},
    {u"tokens"sv, JsonKey::Tokens},
    {u"transcript"sv, JsonKey::Transcript},
    {u"transcription"sv, JsonKey::Transcription},
    {u"transcripts"sv, JsonKey::Transcripts},
    {u"ts"sv, JsonKey::Ts},
    {u"type"sv, JsonKey::Type},
    {u"utf8"sv, JsonKey::Utf8},
    {u"utterances"sv, JsonKey::Utterances},
    {u"value"sv, JsonKey::Value},
    {u"wireMagic"sv, JsonKey::WireMagic},
    {u"word"sv, JsonKey::Word},
    {u"words"sv, JsonKey::Words},
});
static_assert(std::is_sorted(keys.begin(), keys.end(),
                             [](const NamedKey &a, const NamedKey &b) { return a.name < b.name; }));

JsonKey keyNamed(std::u16string_view name)
{
    if (name.starts_with(u"gs://"sv))
        return JsonKey::Recording;
    const auto before = [](const NamedKey &key, std::u16string_view wanted) { return key.name < wanted; };
    const auto found = std::lower_bound(keys.begin(), keys.end(), name, before);
    return found != keys.end() && found->name == name ? found->key : JsonKey::None;
}

// UTF-16 that may be broken: RapidJSON's own asserts that no escape is half a surrogate pair.
struct LooseUtf16 : rapidjson::UTF16<char16_t> {
    template <class Out>
    static void Encode(Out &out, unsigned codePoint)
    {
        const bool isHalf = codePoint >= 0xd800 && codePoint <= 0xdfff;
        rapidjson::UTF16<char16_t>::Encode(out, isHalf ? unsigned(QChar::ReplacementCharacter) : codePoint);
    }
};

// The source as RapidJSON reads it; a QString ends in a NUL, which no JSON contains.
struct SourceStream {
    using Ch = char16_t;

    [[nodiscard]] Ch Peek() const { return *at; }
    Ch Take() { return *at++; }
    [[nodiscard]] size_t Tell() const { return size_t(at - begin); }
    // Only for streams that are written to.
    static Ch *PutBegin() { return nullptr; }
    static void Put(Ch) {}
    static void Flush() {}
    static size_t PutEnd(Ch *) { return 0; }

    const Ch *begin;
    const Ch *at;
};

} // namespace

// Receives RapidJSON's events.
class JsonTreeBuilder
{
public:
    using Ch = char16_t;

    JsonTreeBuilder(JsonTree &tree, const SourceStream &stream) : m_tree(tree), m_stream(stream) {}

    bool Null() { return append(JsonTree::Type::Null); }
    bool Bool(bool) { return append(JsonTree::Type::Null); }
    bool Int(int value) { return number(value); }
    bool Uint(unsigned value) { return number(value); }
    bool Int64(int64_t value) { return number(double(value)); }
    bool Uint64(uint64_t value) { return number(double(value)); }
    bool Double(double value) { return std::isfinite(value) ? number(value) : Null(); }
    bool RawNumber(const Ch *, rapidjson::SizeType, bool) { return Null(); }

    bool String(const Ch *text, rapidjson::SizeType length, bool)
    {
        if (!wanted())
            return true;
        const auto end = qint32(m_stream.Tell()) - 1;
        qint32 begin = end - qint32(length);
        const Ch *source = m_stream.begin;
        // As long in the source as decoded: there is no escape in it.
        const bool plain = begin > 0 && source[begin - 1] == u'"' && std::equal(text, text + length, source + begin);
        if (!plain)
            begin = openingQuote(end) + 1;
        append(plain ? JsonTree::Type::String : JsonTree::Type::EscapedString);
        m_tree.m_nodes.back().place = {begin, end};
        return true;
    }

    bool Key(const Ch *name, rapidjson::SizeType length, bool)
    {
        if (m_skipped == 0)
            m_key = keyNamed({name, length});
        return true;
    }

    bool StartObject() { return open(JsonTree::Type::Object); }
    bool StartArray() { return open(JsonTree::Type::Array); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

private:
    struct Level {
        qint32 node = 0;
        qint32 lastChild = 0;
        bool isArray = false;
    };

    // Whether the value to come is kept: under a key that we know, not a bare value in an array.
    [[nodiscard]] bool wanted() const
    {
        return m_skipped == 0 && !m_levels.empty() && !m_levels.back().isArray && m_key != JsonKey::None;
    }

    [[nodiscard]] qint32 openingQuote(qint32 end) const
    {
        const Ch *source = m_stream.begin;
        for (qint32 at = end - 1;; --at) {
            if (source[at] != u'"')
                continue;
            qint32 slashes = 0;
            while (at > slashes && source[at - 1 - slashes] == u'\\')
                ++slashes;
            if (slashes % 2 == 0)
                return at;
            at -= slashes;
        }
    }

    bool number(double value)
    {
        if (!wanted())
            return true;
        append(JsonTree::Type::Number);
        m_tree.m_nodes.back().number = value;
        return true;
    }

    bool append(JsonTree::Type type)
    {
        if (wanted())
            link(type);
        return true;
    }

    void link(JsonTree::Type type)
    {
        const auto index = qint32(m_tree.m_nodes.size());
        JsonTree::Node &node = m_tree.m_nodes.emplace_back();
        node.type = type;
        if (m_levels.empty())
            return;
        Level &level = m_levels.back();
        node.key = level.isArray ? JsonKey::None : m_key;
        if (level.lastChild == 0)
            m_tree.m_nodes[size_t(level.node)].children.first = index;
        else
            m_tree.m_nodes[size_t(level.lastChild)].next = index;
        level.lastChild = index;
    }

    bool open(JsonTree::Type type)
    {
        constexpr size_t deepest = 200;
        if (m_skipped > 0 || (!m_levels.empty() && !m_levels.back().isArray && m_key == JsonKey::None)) {
            ++m_skipped;
            return m_levels.size() + m_skipped < deepest;
        }
        link(type);
        m_tree.m_nodes.back().children = {0, qint32(m_stream.Tell())};
        m_levels.push_back({qint32(m_tree.m_nodes.size()) - 1, 0, type == JsonTree::Type::Array});
        return m_levels.size() < deepest;
    }

    bool close()
    {
        if (m_skipped > 0)
            --m_skipped;
        else
            m_levels.pop_back();
        return true;
    }

    JsonTree &m_tree;
    const SourceStream &m_stream;
    std::vector<Level> m_levels;
    size_t m_skipped = 0; // levels inside a value that is left out
    JsonKey m_key = JsonKey::None;
};

JsonTree::JsonTree(const QString &source) : m_source(source)
{
    m_nodes.emplace_back();
    const auto *begin = reinterpret_cast<const char16_t *>(source.utf16());
    SourceStream stream{begin, begin};
    JsonTreeBuilder builder(*this, stream);
    constexpr unsigned flags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag | rapidjson::kParseNanAndInfFlag;
    rapidjson::GenericReader<LooseUtf16, LooseUtf16> reader;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
    if (result.IsError())
        m_fault = PlaceCounter(m_source).warningAt(Warning::Kind::BrokenSyntax, qint32(result.Offset()));
}

JsonValue JsonTree::root() const
{
    return isEmpty() ? JsonValue() : JsonValue(this, 1);
}

bool JsonValue::isObject() const
{
    return m_tree && m_tree->m_nodes[size_t(m_node)].type == JsonTree::Type::Object;
}

bool JsonValue::isArray() const
{
    return m_tree && m_tree->m_nodes[size_t(m_node)].type == JsonTree::Type::Array;
}

bool JsonValue::isString() const
{
    return m_tree
        && (m_tree->m_nodes[size_t(m_node)].type == JsonTree::Type::String
            || m_tree->m_nodes[size_t(m_node)].type == JsonTree::Type::EscapedString);
}

bool JsonValue::isNumber() const
{
    return m_tree && m_tree->m_nodes[size_t(m_node)].type == JsonTree::Type::Number;
}

bool JsonValue::hasEscapes() const
{
    return m_tree && m_tree->m_nodes[size_t(m_node)].type == JsonTree::Type::EscapedString;
}

JsonValue JsonValue::first() const
{
    if (!isObject() && !isArray())
        return {};
    const qint32 child = m_tree->m_nodes[size_t(m_node)].children.first;
    return child == 0 ? JsonValue() : JsonValue(m_tree, child);
}

JsonValue JsonValue::next() const
{
    if (!m_tree)
        return {};
    const qint32 sibling = m_tree->m_nodes[size_t(m_node)].next;
    return sibling == 0 ? JsonValue() : JsonValue(m_tree, sibling);
}

JsonValue JsonValue::operator[](JsonKey key) const
{
    if (!isObject())
        return {};
    for (JsonValue child = first(); child; child = child.next()) {
        if (m_tree->m_nodes[size_t(child.m_node)].key == key)
            return child;
    }
    return {};
}

std::optional<double> JsonValue::number() const
{
    if (isNumber())
        return m_tree->m_nodes[size_t(m_node)].number;
    if (!isString())
        return std::nullopt;
    QStringView digits = source().mid(begin(), end() - begin());
    if (digits.endsWith(u's'))
        digits.chop(1);
    bool ok = false;
    const double value = digits.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

qint32 JsonValue::begin() const
{
    if (isObject() || isArray())
        return m_tree->m_nodes[size_t(m_node)].children.begin;
    return isString() ? m_tree->m_nodes[size_t(m_node)].place.begin : 0;
}

qint32 JsonValue::end() const
{
    return isString() ? m_tree->m_nodes[size_t(m_node)].place.end : 0;
}

QStringView JsonValue::source() const
{
    return m_tree ? m_tree->m_source : QStringView();
}

} // namespace earmark::formats
