// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ttmltime.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace earmark::formats {

namespace {

std::optional<double> decimal(QStringView text)
{
    const bool plain = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
    bool ok = false;
    const double value = plain ? text.toDouble(&ok) : 0;
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<MediaTime> fromSeconds(std::optional<double> seconds)
{
    constexpr double longest = 1e9;
    if (!seconds || !(*seconds >= 0) || *seconds > longest)
        return std::nullopt;
    return MediaTime(std::llround(*seconds * 1000));
}

std::optional<double> clockSeconds(QStringView text, const TtmlRates &rates)
{
    const QList<QStringView> parts = text.split(u':');
    if (parts.size() > 4)
        return std::nullopt;
    double seconds = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(parts.size(), 3); ++i) {
        const std::optional<double> value = decimal(parts[i]);
        if (!value)
            return std::nullopt;
        seconds = seconds * 60 + *value;
    }
    if (parts.size() < 4)
        return seconds;
    const QList<QStringView> frames = parts[3].split(u'.');
    const std::optional<double> whole = decimal(frames.front());
    const std::optional<double> sub = frames.size() > 1 ? decimal(frames[1]) : 0;
    if (!whole || !sub)
        return std::nullopt;
    return seconds + (*whole + *sub / rates.subFrameRate) / rates.frameRate;
}

} // namespace

std::optional<MediaTime> parseTtmlTime(QStringView text, const TtmlRates &rates)
{
    text = text.trimmed();
    if (text.contains(u':'))
        return fromSeconds(clockSeconds(text, rates));
    struct Metric {
        QStringView name;
        double seconds;
    };
    const Metric metrics[] = {
        {u"ms", 0.001}, {u"h", 3600}, {u"m", 60}, {u"s", 1}, {u"f", 1 / rates.frameRate}, {u"t", 1 / rates.tickRate}};
    for (const Metric &metric : metrics) {
        if (!text.endsWith(metric.name))
            continue;
        const std::optional<double> value = decimal(text.chopped(metric.name.size()));
        return fromSeconds(value ? std::optional(*value * metric.seconds) : std::nullopt);
    }
    return fromSeconds(decimal(text));
}

} // namespace earmark::formats
