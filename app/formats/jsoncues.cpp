// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsoncues.h"

#include "formats/speakernames.h"

#include <algorithm>
#include <cmath>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

struct Escape {
    char16_t unit = 0;
    qint32 length = 2;
};

// The escape at the beginning of a string's source, which the parser has found to be sound.
Escape escapeAt(QStringView source)
{
    if (source.size() < 2)
        return {source.isEmpty() ? u'\0' : source.front().unicode(), qint32(source.size())};
    switch (source[1].unicode()) {
    case u'n': return {u'\n'};
    case u't': return {u'\t'};
    case u'r': return {u'\r'};
    case u'b': return {u'\b'};
    case u'f': return {u'\f'};
    case u'u': return {char16_t(source.mid(2, 4).toUShort(nullptr, 16)), 6};
    default: return {source[1].unicode()};
    }
}

// Calls `plain` for stretches without escapes and `escaped` for each UTF-16 unit that is written as one.
template <class Plain, class Escaped>
void unescape(JsonValue text, Plain plain, Escaped escaped)
{
    const QStringView source = text.source();
    const qint32 end = text.end();
    for (qint32 at = text.begin(); at < end;) {
        const qsizetype found = text.hasEscapes() ? source.mid(at, end - at).indexOf(u'\\') : -1;
        const qint32 next = found < 0 ? end : at + qint32(found);
        if (next > at)
            plain(source.mid(at, next - at), at);
        at = next;
        if (at == end)
            return;
        const Escape escape = escapeAt(source.mid(at, end - at));
        escaped(QChar(escape.unit), at, escape.length);
        at += escape.length;
    }
}

std::optional<MediaTime> milliseconds(std::optional<double> value)
{
    constexpr double longest = 1e12; // 30 years; what is longer is no time
    if (!value || !(*value >= 0) || *value > longest)
        return std::nullopt;
    return MediaTime(std::llround(*value));
}

bool startsWithSpace(JsonValue text)
{
    return text.end() > text.begin() && text.source()[text.begin()].isSpace();
}

bool endsSentence(QStringView text)
{
    constexpr QStringView closing = u"\"'”’»)]";
    while (!text.isEmpty() && (text.back().isSpace() || closing.contains(text.back())))
        text.chop(1);
    constexpr QStringView ends = u".?!…。？！";
    return !text.isEmpty() && ends.contains(text.back());
}

} // namespace

QString JsonValue::text() const
{
    if (isNumber())
        return QString::number(*number(), 'g', 15);
    QString decoded;
    unescape(
        *this, [&](QStringView plain, qint32) { decoded += plain; }, [&](QChar c, qint32, qint32) { decoded += c; });
    return decoded;
}

void addJsonText(CueBuilder &builder, JsonValue text)
{
    unescape(
        text, [&](QStringView plain, qint32 at) { builder.addText(plain, at); },
        [&](QChar c, qint32 at, qint32 length) {
            if (c == u'\n' || c == u'\r')
                builder.addBreak(at);
            else
                builder.addWritten(QStringView(&c, 1), at, length);
        });
}

std::optional<MediaTime> secondsOf(JsonValue value)
{
    // {"seconds": "1", "nanos": 500000000}, as protocol buffers are written.
    if (value.isObject()) {
        const double nanos = value[JsonKey::Nanos].number().value_or(0);
        return milliseconds(value[JsonKey::Seconds].number().value_or(0) * 1e3 + nanos / 1e6);
    }
    const std::optional<double> seconds = value.number();
    return milliseconds(seconds ? std::optional(*seconds * 1e3) : std::nullopt);
}

std::optional<MediaTime> millisecondsOf(JsonValue value)
{
    return milliseconds(value.number());
}

bool isInMilliseconds(JsonValue segments)
{
    constexpr double slowest = 0.3; // characters a second; people say some fifteen
    double length = 0;
    double duration = 0;
    for (JsonValue segment = segments.first(); segment; segment = segment.next()) {
        const std::optional<double> start = segment[JsonKey::Start].number();
        const JsonValue end = segment[JsonKey::End];
        const std::optional<double> stop = end ? end.number() : segment[JsonKey::Duration].number();
        if (!start || !stop || *start != std::floor(*start) || *stop != std::floor(*stop))
            return false;
        length += segment[JsonKey::Text].end() - segment[JsonKey::Text].begin();
        duration += end ? std::max(0.0, *stop - *start) : *stop;
    }
    return length < slowest * duration;
}

QString speakerNamed(JsonValue value)
{
    return value.isNumber() ? calledSpeaker(value.text()) : value.text().simplified();
}

void WordMatcher::match(const QString &word, std::optional<MediaTime> start, std::optional<MediaTime> stop)
{
    constexpr qsizetype ahead = 40; // characters between two words, and words without times
    const QString trimmed = word.trimmed();
    if (trimmed.isEmpty())
        return;
    const QStringView rest = m_builder.textFrom(m_at);
    const qsizetype found = rest.first(std::min(rest.size(), trimmed.size() + ahead)).indexOf(trimmed);
    if (found < 0)
        return;
    const qint32 begin = m_at + qint32(found);
    m_at = begin + qint32(trimmed.size());
    if (start && stop)
        m_builder.addWord(begin, m_at, *start, *stop);
}

bool WordCues::goesOn(std::optional<MediaTime> start, const QString &speaker) const
{
    constexpr MediaTime longPause{2000};
    constexpr qsizetype longest = 1000; // characters; where nobody set full stops
    const QStringView text = m_builder.textFrom(m_begin);
    const bool paused = start && m_stop && *start - *m_stop > longPause;
    return speaker == m_speaker && !paused && text.size() < longest && !endsSentence(text);
}

void WordCues::add(JsonValue text, std::optional<MediaTime> start, std::optional<MediaTime> stop,
                   const QString &speaker, Glue glue)
{
    const bool glued = m_isOpen && glue == Glue::ToPrevious;
    if (m_isOpen && !glued && !goesOn(start, speaker))
        finish();
    if (!m_isOpen) {
        m_builder.beginCueAt(text.begin(), std::nullopt, std::nullopt);
        m_builder.setSpeaker(speaker);
        m_begin = m_builder.textSize();
        m_speaker = speaker;
        m_start.reset();
        m_stop.reset();
        m_isOpen = true;
    } else if (!glued && !startsWithSpace(text) && !m_builder.endsInSpace()) {
        m_builder.addWritten(u" ", text.begin(), 1);
    }
    const qint32 begin = m_builder.textSize();
    addJsonText(m_builder, text);
    if (glued) {
        m_builder.extendWord(begin, stop);
        m_stop = std::max(m_stop, stop);
        return;
    }
    if (!start || !stop)
        return;
    if (!m_start)
        m_start = start;
    m_stop = std::max(m_stop.value_or(*stop), *stop);
    const QStringView added = m_builder.textFrom(begin);
    const QStringView trimmed = added.trimmed();
    if (trimmed.isEmpty())
        return;
    const qint32 from = begin + qint32(trimmed.data() - added.data());
    m_builder.addWord(from, from + qint32(trimmed.size()), *start, *stop);
}

void WordCues::finish()
{
    if (!m_isOpen)
        return;
    m_builder.setTimes(m_start, m_stop);
    m_builder.endCue();
    m_isOpen = false;
}

} // namespace earmark::formats
