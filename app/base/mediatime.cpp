// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/mediatime.h"

namespace earmark {

using namespace Qt::StringLiterals;

namespace {
constexpr QChar zero = u'0';
}

QString clockText(MediaTime time)
{
    const bool negative = time.count() < 0;
    const qint64 total = qAbs(time.count()) / 1000;
    const qint64 hours = total / 3600;
    const qint64 minutes = total / 60 % 60;
    const qint64 seconds = total % 60;
    QString text = hours > 0 ? u"%1:%2:%3"_s.arg(hours).arg(minutes, 2, 10, zero).arg(seconds, 2, 10, zero)
                             : u"%1:%2"_s.arg(minutes).arg(seconds, 2, 10, zero);
    return negative ? u'-' + text : text;
}

QString secondsText(MediaTime time)
{
    const qint64 ms = qAbs(time.count());
    const QString text = u"%1.%2"_s.arg(ms / 1000).arg(ms % 1000, 3, 10, zero);
    return time.count() < 0 ? u'-' + text : text;
}

} // namespace earmark
