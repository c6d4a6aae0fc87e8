// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/clocktime.h"

namespace earmark::formats {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

std::optional<MediaTime> parseClockTime(QStringView text)
{
    constexpr int longestNumber = 3; // digits of hours, or of minutes without hours
    qint64 seconds = 0;
    int parts = 0;
    qsizetype at = 0;
    for (;;) {
        qint64 value = 0;
        const qsizetype begin = at;
        while (at < text.size() && isDigit(text[at]) && at - begin < longestNumber)
            value = value * 10 + (text[at++].unicode() - u'0');
        const qsizetype digits = at - begin;
        if (digits == 0 || (parts > 0 && (digits != 2 || value > 59)))
            return std::nullopt;
        seconds = seconds * 60 + value;
        ++parts;
        if (at == text.size() || text[at] != u':' || parts == 3)
            break;
        ++at;
    }
    qint64 fraction = 0;
    if (at < text.size() && (text[at] == u'.' || text[at] == u',')) {
        ++at;
        const qsizetype begin = at;
        for (qint64 scale = 100; at < text.size() && isDigit(text[at]); ++at, scale /= 10)
            fraction += (text[at].unicode() - u'0') * scale;
        if (at == begin)
            return std::nullopt;
    }
    if (parts < 2 || at != text.size())
        return std::nullopt;
    return MediaTime(seconds * 1000 + fraction);
}

} // namespace earmark::formats
