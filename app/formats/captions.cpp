// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/captions.h"

#include <algorithm>
#include <array>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

struct NamedCharacter {
    QStringView name;
    char16_t character;
};

// The six that WebVTT defines, and those that caption writers let slip through from HTML.
constexpr std::array namedCharacters{
    NamedCharacter{u"amp", u'&'},       NamedCharacter{u"lt", u'<'},       NamedCharacter{u"gt", u'>'},
    NamedCharacter{u"nbsp", u'\u00a0'}, NamedCharacter{u"lrm", u'\u200e'}, NamedCharacter{u"rlm", u'\u200f'},
    NamedCharacter{u"quot", u'"'},      NamedCharacter{u"apos", u'\''},    NamedCharacter{u"hellip", u'…'},
    NamedCharacter{u"ndash", u'–'},     NamedCharacter{u"mdash", u'—'},    NamedCharacter{u"lsquo", u'‘'},
    NamedCharacter{u"rsquo", u'’'},     NamedCharacter{u"ldquo", u'“'},    NamedCharacter{u"rdquo", u'”'},
};

std::optional<char32_t> numericReference(QStringView digits)
{
    const bool hex = digits.startsWith(u'x') || digits.startsWith(u'X');
    bool ok = false;
    const uint code = digits.mid(hex ? 1 : 0).toUInt(&ok, hex ? 16 : 10);
    const bool isCharacter = ok && code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? std::optional<char32_t>(code) : std::nullopt;
}

} // namespace

void PlainCaption::add(QChar c, qint32 sourceBegin, qint32 sourceEnd)
{
    text += c;
    sourceBegins.push_back(sourceBegin);
    sourceEnds.push_back(sourceEnd);
}

CharacterReference characterReferenceAt(QStringView text)
{
    constexpr qsizetype longest = 12;
    const qsizetype end = text.first(std::min(longest, text.size())).indexOf(u';');
    if (!text.startsWith(u'&') || end < 2)
        return {};
    const QStringView name = text.mid(1, end - 1);
    if (name.startsWith(u'#')) {
        const std::optional<char32_t> code = numericReference(name.mid(1));
        return code ? CharacterReference{QString::fromUcs4(&*code, 1), end + 1} : CharacterReference{};
    }
    for (const NamedCharacter &named : namedCharacters) {
        if (named.name == name)
            return {QString(QChar(named.character)), end + 1};
    }
    return {};
}

void CaptionCollector::finishCaption(TokenIndex first, std::optional<Times> times, int line, std::vector<Mark> marks)
{
    if (first == m_pieces.count()) {
        warn(Warning::Kind::SegmentWithoutText, line);
        return;
    }
    m_pieces.startBlock(first);
    if (!times)
        return;
    if (times->end < times->start) {
        // Its text is kept and lies between its neighbours.
        warn(Warning::Kind::SegmentEndsBeforeStart, line);
        return;
    }
    m_captions.push_back({{first, m_pieces.count() - 1}, *times, line, std::move(marks)});
}

// Two people who speak at once are two captions of the same time; they share it by their lengths.
void CaptionCollector::shareTimes(size_t first, size_t end)
{
    MediaTime until{};
    qint64 total = 0;
    for (size_t i = first; i < end; ++i) {
        until = std::max(until, m_captions[i].times.end);
        total += m_captions[i].span.count();
    }
    const MediaTime start = m_captions[first].times.start;
    const MediaTime length = until - start;
    // length * done / total in steps that stay small, however late a caption says that it ends.
    const auto share = [length, total](qint64 done) { return length / total * done + length % total * done / total; };
    qint64 done = 0;
    for (size_t i = first; i < end; ++i) {
        m_captions[i].times.start = start + share(done);
        done += m_captions[i].span.count();
        m_captions[i].times.end = start + share(done);
    }
}

void CaptionCollector::makeDisjoint()
{
    for (size_t i = 0; i < m_captions.size();) {
        size_t end = i + 1;
        while (end < m_captions.size() && m_captions[end].times.start == m_captions[i].times.start) {
            warn(Warning::Kind::SegmentsOverlap, m_captions[end].line);
            ++end;
        }
        if (end - i > 1)
            shareTimes(i, end);
        i = end;
    }
    for (size_t i = 1; i < m_captions.size(); ++i) {
        Times &before = m_captions[i - 1].times;
        Times &times = m_captions[i].times;
        if (times.start >= before.end)
            continue;
        warn(Warning::Kind::SegmentsOverlap, m_captions[i].line);
        if (times.start >= before.start) {
            before.end = times.start;
        } else {
            times.start = before.end;
            times.end = std::max(times.end, times.start);
        }
    }
}

void CaptionCollector::appendSegments(const Caption &caption, std::vector<Segment> &segments)
{
    Segment segment{caption.span, caption.times.start, caption.times.end};
    for (const Mark &mark : caption.marks) {
        if (mark.time <= segment.start || mark.time >= caption.times.end || mark.first > caption.span.last)
            continue;
        if (mark.first > segment.span.first)
            segments.push_back({{segment.span.first, mark.first - 1}, segment.start, mark.time});
        segment.span.first = mark.first;
        segment.start = mark.time;
    }
    segments.push_back(segment);
}

ParsedTranscript CaptionCollector::finish(SourceFormat format)
{
    makeDisjoint();
    ParsedTranscript parsed;
    parsed.transcript = m_pieces.build(format);
    for (const Caption &caption : m_captions)
        appendSegments(caption, parsed.transcript.segments);
    std::stable_sort(m_warnings.begin(), m_warnings.end(),
                     [](const Warning &a, const Warning &b) { return a.line < b.line; });
    parsed.warnings = std::move(m_warnings);
    return parsed;
}

} // namespace earmark::formats
