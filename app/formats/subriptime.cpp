// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/subriptime.h"

namespace earmark::formats {

namespace {

class Parser
{
public:
    explicit Parser(QStringView line) : m_line(line) {}

    std::optional<MediaTime> time()
    {
        skipSpaces();
        qint64 seconds = 0;
        int parts = 0;
        for (; parts < 3; ++parts) {
            const std::optional<qint64> value = number();
            if (!value)
                return std::nullopt;
            seconds = seconds * 60 + *value;
            if (!skip(u':'))
                break;
        }
        // "00:00:01:500" has a colon where the comma belongs.
        const bool colon = parts == 3;
        const bool hasFraction = colon || skip(u',') || skip(u'.');
        // Seconds alone have one, "7.380"; else they are a number.
        if (parts < 1 && !(hasFraction && atDigit()))
            return std::nullopt;
        m_hasBareSeconds = m_hasBareSeconds || parts < 1;
        return MediaTime(seconds * 1000 + (hasFraction ? fraction() : 0));
    }

    bool arrow()
    {
        skipSpaces();
        // "1.5 -> 2.5" may be anything.
        if (m_hasBareSeconds && !m_line.mid(m_at).startsWith(u"-->"))
            return false;
        if (!skip(u'-') && !skip(u'–'))
            return false;
        while (skip(u'-') || skip(u'–') || skip(u' ')) {}
        return skip(u'>');
    }

    bool atWordEnd() const { return m_at == m_line.size() || m_line[m_at].isSpace(); }

private:
    void skipSpaces()
    {
        while (m_at < m_line.size() && m_line[m_at].isSpace())
            ++m_at;
    }

    bool skip(QChar c)
    {
        const bool here = m_at < m_line.size() && m_line[m_at] == c;
        m_at += here ? 1 : 0;
        return here;
    }

    bool atDigit() const { return m_at < m_line.size() && m_line[m_at] >= u'0' && m_line[m_at] <= u'9'; }

    std::optional<qint64> number()
    {
        constexpr qsizetype most = 6;
        const qsizetype begin = m_at;
        qint64 value = 0;
        for (; atDigit(); ++m_at)
            value = m_at - begin < most ? value * 10 + (m_line[m_at].unicode() - u'0') : value;
        const qsizetype count = m_at - begin;
        return count > 0 && count <= most ? std::optional(value) : std::nullopt;
    }

    // Digits after the point, in milliseconds.
    qint64 fraction()
    {
        qint64 value = 0;
        qint64 scale = 100;
        for (; atDigit(); ++m_at, scale /= 10)
            value += (m_line[m_at].unicode() - u'0') * scale;
        return value;
    }

    QStringView m_line;
    qsizetype m_at = 0;
    bool m_hasBareSeconds = false;
};

} // namespace

std::optional<SubRipTimes> parseSubRipTimes(QStringView line)
{
    Parser parser(line);
    const std::optional<MediaTime> start = parser.time();
    if (!start || !parser.arrow())
        return std::nullopt;
    const std::optional<MediaTime> end = parser.time();
    if (!end || !parser.atWordEnd())
        return std::nullopt;
    return SubRipTimes{*start, *end};
}

} // namespace earmark::formats
