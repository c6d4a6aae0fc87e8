// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/tags.h"

#include <QLocale>
#include <QRegularExpression>

namespace earmark::audio {

using namespace Qt::StringLiterals;

namespace {

int monthOf(const QString &name)
{
    for (int month = 1; month <= 12; ++month) {
        const QString full = QLocale::c().monthName(month, QLocale::LongFormat);
        if (name.size() >= 3 && full.startsWith(name, Qt::CaseInsensitive))
            return month;
    }
    return name.compare(u"sept"_s, Qt::CaseInsensitive) == 0 ? 9 : 0;
}

} // namespace

QDate dateOfTag(const QString &text)
{
    static const QRegularExpression yearFirst(uR"(^\s*(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d))"_s);
    if (const auto match = yearFirst.match(text); match.hasMatch())
        return QDate(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    // Days first with dots only: with slashes, half the world means the month.
    static const QRegularExpression dayFirst(uR"(^\s*(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d))"_s);
    if (const auto match = dayFirst.match(text); match.hasMatch())
        return QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    static const QRegularExpression dayAndName(
        uR"(^\s*(?:\p{L}+,?\s+)?(\d{1,2})\.?[ -](\p{L}+)\.?,?[ -](\d{4})(?!\d))"_s);
    if (const auto match = dayAndName.match(text); match.hasMatch())
        return QDate(match.captured(3).toInt(), monthOf(match.captured(2)), match.captured(1).toInt());
    static const QRegularExpression nameAndDay(
        uR"(^\s*(?:\p{L}+,\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d))"_s);
    if (const auto match = nameAndDay.match(text); match.hasMatch())
        return QDate(match.captured(3).toInt(), monthOf(match.captured(1)), match.captured(2).toInt());
    return {};
}

} // namespace earmark::audio
