// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sniff.h"

#include "formats/linereader.h"
#include "formats/readers.h"
#include "formats/subriptime.h"
#include "formats/webvttfile.h"
#include "formats/xmlsource.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using transcript::SourceFormat;

namespace {

struct Magic {
    qsizetype offset;
    std::string_view bytes;
    const char *what;
};

using namespace std::string_view_literals;

constexpr std::array magics{
    Magic{0, "%PDF-"sv, "a PDF document"},
    Magic{0, "\x89PNG"sv, "a PNG picture"},
    Magic{0, "\xff\xd8\xff"sv, "a JPEG picture"},
    Magic{0, "GIF8"sv, "a GIF picture"},
    Magic{0, "PK\x03\x04"sv, "a ZIP archive or an office document"},
    Magic{0, "PK\x05\x06"sv, "an empty ZIP archive"},
    Magic{0, "\x1f\x8b"sv, "a gzip archive"},
    Magic{0,
          "\xfd"
          "7zXZ"sv,
          "an xz archive"},
    Magic{0, "7z\xbc\xaf"sv, "a 7z archive"},
    Magic{0, "Rar!\x1a"sv, "a RAR archive"},
    Magic{0, "\xd0\xcf\x11\xe0"sv, "an office document"},
    Magic{0, "RIFF"sv, "a RIFF file (WAV, AVI or WebP)"},
    Magic{0, "ID3"sv, "an MP3 file"},
    Magic{0, "\xff\xfb"sv, "an MP3 file"},
    Magic{0, "\xff\xf3"sv, "an MP3 file"},
    Magic{0, "\xff\xf2"sv, "an MP3 file"},
    Magic{0, "\xff\xf1"sv, "an AAC file"},
    Magic{0, "\xff\xf9"sv, "an AAC file"},
    Magic{0, "OggS"sv, "an Ogg file"},
    Magic{0, "fLaC"sv, "a FLAC file"},
    Magic{4, "ftyp"sv, "an MP4 file"},
    Magic{0, "\x1a\x45\xdf\xa3"sv, "a Matroska or WebM file"},
    Magic{0, "FORM"sv, "an AIFF file"},
    Magic{0, "caff"sv, "a CAF file"},
    Magic{0, "SQLite format 3"sv, "an SQLite database"},
    Magic{0,
          "\x7f"
          "ELF"sv,
          "a program"},
};

// RIFF, ID3, FORM and the like are also how a sentence might begin: a real one has a size or a
// version in binary after it.
bool hasControlByte(const QByteArray &bytes)
{
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 32));
    return std::any_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (byte < 0x20 && c != '\n' && c != '\r' && c != '\t');
    });
}

bool startsWithTag(QStringView text, QStringView name)
{
    if (!text.startsWith(name, Qt::CaseInsensitive))
        return false;
    return text.size() == name.size() || text[name.size()].isSpace() || text[name.size()] == u'>';
}

// Lyrics have hundredths of seconds, "[00:12.34]", transcripts with times have none.
bool isHundredths(QStringView line)
{
    const qsizetype point = line.first(std::min<qsizetype>(line.size(), 12)).indexOf(u'.');
    const qsizetype end = line.indexOf(u']');
    return point > 0 && end > point;
}

// The next one that is no space, taken off the text; null at its end.
QChar nextCharacter(QStringView &text)
{
    text = text.trimmed();
    const QChar next = text.isEmpty() ? QChar() : text.front();
    text = text.mid(text.isEmpty() ? 0 : 1);
    return next;
}

// Takes a string off, whose opening quote is gone already. False: it has no end.
bool takeString(QStringView &text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'"') {
            text = text.mid(at + 1);
            return true;
        }
        at += text[at] == u'\\' ? 1 : 0;
    }
    return false;
}

bool beginsValue(QStringView text)
{
    const QStringView value = text.trimmed();
    if (value.isEmpty() || value.front().isDigit() || u"\"{[-"_s.contains(value.front()))
        return true;
    const std::array names{u"true"_s, u"false"_s, u"null"_s, u"NaN"_s, u"Infinity"_s};
    return std::ranges::any_of(names, [&](const QString &name) { return value.startsWith(name); });
}

// Whether what begins as a string is an object's key; somebody's words may stand in braces, too.
bool isKey(QStringView text)
{
    return takeString(text) && nextCharacter(text) == u':' && beginsValue(text);
}

// ... one in a list of JSON.
bool isItem(QStringView text)
{
    if (!takeString(text))
        return false;
    const QChar next = nextCharacter(text);
    return next == u',' ? beginsValue(text) : next == u']' && text.trimmed().isEmpty();
}

bool isNumberItem(QStringView text)
{
    const auto isInside = [](QChar c) { return c.isDigit() || u"+-.eE"_s.contains(c); };
    const QStringView trimmed = text.trimmed();
    const auto *end = std::find_if_not(trimmed.begin(), trimmed.end(), isInside);
    QStringView rest = trimmed.mid(end - trimmed.begin());
    return end != trimmed.begin() && nextCharacter(rest) == u',';
}

} // namespace

QString foreignBytes(const QByteArray &bytes)
{
    const std::string_view view(bytes.constData(), size_t(bytes.size()));
    constexpr size_t enough = 1024; // bytes, that a disk image or a broken download begins with
    if (view.size() >= enough && view.substr(0, enough).find_first_not_of('\0') == std::string_view::npos)
        return u"a file of zeros"_s;
    for (const Magic &magic : magics) {
        if (bytes.size() < magic.offset
            || view.substr(size_t(magic.offset)).substr(0, magic.bytes.size()) != magic.bytes)
            continue;
        if (magic.bytes == "%PDF-"sv || hasControlByte(bytes))
            return QString::fromLatin1(magic.what);
    }
    return {};
}

QString foreignText(const QString &text)
{
    const QStringView head = QStringView(text).first(std::min<qsizetype>(text.size(), 1 << 16)).trimmed();
    for (const QStringView name :
         {u"<!doctype", u"<html", u"<head", u"<body", u"<script", u"<p", u"<div", u"<cite", u"<time", u"<!--"}) {
        if (startsWithTag(head, name))
            return u"a web page"_s;
    }
    if (head.startsWith(u"{\\rtf"))
        return u"a rich text document"_s;
    return {};
}

bool beginsJson(QStringView text)
{
    QStringView rest = text;
    const QChar begin = nextCharacter(rest);
    if (begin == u'{') {
        const QChar next = nextCharacter(rest);
        return next == u'}' || (next == u'"' && isKey(rest));
    }
    constexpr int deepest = 200;
    int depth = begin == u'[' ? 1 : 0;
    for (; depth > 0 && depth < deepest; ++depth) {
        const QStringView list = rest;
        switch (const QChar next = nextCharacter(rest); next.unicode()) {
        case u'{': return beginsJson(list);
        case u'"': return isItem(rest);
        case u'[': break;
        // A list of numbers within another one; alone it is a remark.
        default: return depth > 1 && (next == u']' || isNumberItem(list));
        }
    }
    return depth == deepest;
}

std::optional<SourceFormat> sniffXml(const QString &text)
{
    constexpr qsizetype enough = 1 << 20; // comments may stand before the first element
    const QString head = text.left(enough);
    XmlSource source(head);
    while (source.readNext()) {
        if (!source.xml().isStartElement())
            continue;
        const QStringView name = source.xml().name();
        if (name == u"tt")
            return SourceFormat::Ttml;
        if (name == u"transcript")
            return SourceFormat::YouTubeSrv1;
        if (name != u"timedtext")
            return std::nullopt;
        return source.attribute(u"format") == u"3" ? SourceFormat::YouTubeSrv3 : SourceFormat::YouTubeSrv1;
    }
    return std::nullopt;
}

SourceFormat sniffFormat(const QString &text)
{
    if (hasWebVttSignature(text))
        return SourceFormat::WebVtt;
    constexpr int enough = 40;
    int lyrics = 0;
    int tags = 0;
    int sung = 0;
    int printed = 0;
    int seen = 0;
    for (LineReader lines(text); !lines.atEnd() && seen < enough;) {
        const QStringView line = lines.textOf(lines.next());
        const QStringView trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        if (++seen == 1 && trimmed.compare(u"[Script Info]", Qt::CaseInsensitive) == 0)
            return SourceFormat::SubStationAlpha;
        if (trimmed.compare(u"[Events]", Qt::CaseInsensitive) == 0)
            return SourceFormat::SubStationAlpha;
        if (seen == 1 && isWhisperTableHead(trimmed))
            return SourceFormat::WhisperText;
        printed += isWhisperTextLine(trimmed) ? 1 : 0;
        if (line.size() >= 200)
            continue;
        if (parseSubRipTimes(line))
            return SourceFormat::SubRip;
        if (isSbvTimes(line))
            return SourceFormat::Sbv;
        lyrics += isLrcLine(line) && isHundredths(trimmed) ? 1 : 0;
        tags += trimmed.startsWith(u'[') && trimmed.endsWith(u']') && !isLrcLine(line) ? 1 : 0;
        sung = seen;
    }
    if (printed * 2 > seen)
        return SourceFormat::WhisperText;
    return lyrics >= 2 && lyrics * 2 > sung - tags ? SourceFormat::Lrc : SourceFormat::PlainText;
}

} // namespace earmark::formats
