// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/mediatime.h"

namespace earmark {

using namespace Qt::StringLiterals;

namespace {

// At least that many digits.
QString digits(qint64 number, qsizetype width)
{
    return QString::number(number).rightJustified(width, u'0');
}

} // namespace

QString clockText(MediaTime time)
{
    const qint64 total = qAbs(time.count()) / 1000;
    const qint64 hours = total / 3600;
    const qint64 minutes = total / 60 % 60;
    QString text = time.count() < 0 ? u"-"_s : QString();
    if (hours > 0)
        text += QString::number(hours) + u':';
    text += digits(minutes, hours > 0 ? 2 : 1) + u':' + digits(total % 60, 2);
    return text;
}

QString secondsText(MediaTime time)
{
    const qint64 ms = qAbs(time.count());
    const QString text = QString::number(ms / 1000) + u'.' + digits(ms % 1000, 3);
    return time.count() < 0 ? u'-' + text : text;
}

} // namespace earmark
