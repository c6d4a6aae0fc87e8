// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/jsontext.h"

#include <array>
#include <charconv>

namespace earmark::formats {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

template <class Out>
void appendControl(Out &json, char16_t c)
{
    switch (c) {
    case u'\n': json += "\\n"; return;
    case u'\t': json += "\\t"; return;
    case u'\r': json += "\\r"; return;
    default: break;
    }
    json += "\\u00";
    json += hexDigits[c >> 4U];
    json += hexDigits[c & 0xfU];
}

bool isSafe(char16_t c)
{
    return c >= 0x20 && c < 0x7f && c != u'"' && c != u'\\';
}

} // namespace

template <class Out>
void appendJsonString(Out &json, QStringView text)
{
    json += '"';
    for (qsizetype at = 0; at < text.size();) {
        // Mostly plain ASCII, which is copied as it is.
        const qsizetype begin = at;
        while (at < text.size() && isSafe(text[at].unicode()))
            ++at;
        if (at > begin) {
            const auto size = json.size();
            json.resize(size + decltype(size)(at - begin));
            char *out = json.data() + size;
            for (qsizetype i = begin; i < at; ++i)
                *out++ = char(text[i].unicode());
            continue;
        }
        const QChar c = text[at];
        if (c == u'"' || c == u'\\') {
            json += '\\';
            json += char(c.unicode());
            ++at;
        } else if (c.unicode() < 0x20) {
            appendControl(json, c.unicode());
            ++at;
        } else {
            qsizetype end = at;
            while (end < text.size() && (text[end].unicode() >= 0x7f))
                ++end;
            // UTF-8 makes of half a pair what we want.
            const QByteArray utf8 = text.mid(at, end - at).toUtf8();
            json.append(utf8.constData(), utf8.size());
            at = end;
        }
    }
    json += '"';
}

template void appendJsonString(QByteArray &, QStringView);
template void appendJsonString(std::string &, QStringView);

template <class Out>
void appendSeconds(Out &out, MediaTime time)
{
    const bool negative = time.count() < 0;
    const qint64 ms = negative ? -time.count() : time.count();
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), ms / 1000);
    if (negative)
        out += '-';
    out.append(digits.data(), end - digits.data());
    const auto fraction = int(ms % 1000);
    out += '.';
    out += char('0' + fraction / 100);
    out += char('0' + fraction / 10 % 10);
    out += char('0' + fraction % 10);
}

template void appendSeconds(QByteArray &, MediaTime);
template void appendSeconds(std::string &, MediaTime);

} // namespace earmark::formats
