// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/mediatime.h"

#include <array>
#include <iterator>

namespace earmark {

namespace {

// At least that many digits; the number is not negative.
void append(QString &text, qint64 number, int width)
{
    std::array<QChar, 20> digits;
    auto first = digits.end();
    for (; number > 0 || width > 0; number /= 10, --width)
        *--first = QChar(char16_t(u'0' + number % 10));
    text.append(&*first, std::distance(first, digits.end()));
}

} // namespace

QString clockText(MediaTime time)
{
    const qint64 total = qAbs(time.count()) / 1000;
    const qint64 hours = total / 3600;
    const qint64 minutes = total / 60 % 60;
    QString text;
    if (time.count() < 0)
        text += u'-';
    if (hours > 0) {
        append(text, hours, 1);
        text += u':';
    }
    append(text, minutes, hours > 0 ? 2 : 1);
    text += u':';
    append(text, total % 60, 2);
    return text;
}

QString secondsText(MediaTime time)
{
    const qint64 ms = qAbs(time.count());
    QString text;
    if (time.count() < 0)
        text += u'-';
    append(text, ms / 1000, 1);
    text += u'.';
    append(text, ms % 1000, 3);
    return text;
}

} // namespace earmark
