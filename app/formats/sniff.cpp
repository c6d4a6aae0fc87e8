// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/sniff.h"

#include "formats/linereader.h"
#include "formats/subriptime.h"
#include "formats/webvttfile.h"

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

bool isJson(QStringView text)
{
    if (!text.startsWith(u'{') && !text.startsWith(u'['))
        return false;
    const QStringView inside = text.mid(1, 4096).trimmed();
    const QChar next = inside.isEmpty() ? QChar() : inside.front();
    return text.front() == u'{' ? next == u'"' || next == u'}' : next == u'{' || next == u'"';
}

} // namespace

QString foreignBytes(const QByteArray &bytes)
{
    const std::string_view view(bytes.constData(), size_t(bytes.size()));
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
    if (startsWithTag(head, u"<?xml") || startsWithTag(head, u"<svg") || startsWithTag(head, u"<tt"))
        return u"an XML file"_s;
    if (head.startsWith(u"{\\rtf"))
        return u"a rich text document"_s;
    if (isJson(head))
        return u"a JSON file"_s;
    return {};
}

SourceFormat sniffFormat(const QString &text)
{
    if (hasWebVttSignature(text))
        return SourceFormat::WebVtt;
    constexpr int enough = 40;
    LineReader lines(text);
    for (int seen = 0; !lines.atEnd() && seen < enough;) {
        const QStringView line = lines.textOf(lines.next());
        seen += line.trimmed().isEmpty() ? 0 : 1;
        if (line.size() < 200 && parseSubRipTimes(line))
            return SourceFormat::SubRip;
    }
    return SourceFormat::PlainText;
}

} // namespace earmark::formats
