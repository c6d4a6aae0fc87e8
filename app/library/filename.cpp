// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/filename.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace earmark::library {

using namespace Qt::StringLiterals;

namespace {

// The name without its ending, and without the language before it ("talk.en.vtt", "talk.pt-br.srt").
QString stemOf(const QString &path)
{
    static const QRegularExpression language(u"\\.[a-z]{2,3}([-_][A-Za-z]{2,4})?$"_s);
    const QFileInfo info(path);
    QString stem = info.completeBaseName();
    if (stem.isEmpty())
        return info.fileName();
    const QString bare = QString(stem).remove(language);
    return bare.isEmpty() ? stem : bare;
}

// Takes the first date out of `text`: 2024-05-01, 2024.05.01, 2024 05 01, 20240501.
QDate takeDate(QString &text)
{
    static const QRegularExpression pattern(
        u"(?<![0-9])((?:19|20)[0-9]{2})([-. ]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12][0-9]|3[01])(?![0-9])"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    const QDate date(match.captured(1).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    if (date.isValid())
        text.replace(match.capturedStart(), match.capturedLength(), u" - "_s);
    return date;
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

FileNameParts partsOfFileName(const QString &path)
{
    static const QRegularExpression separator(u"\\s+[-\\x{2013}\\x{2014}]+(?=\\s|$)|^[-\\x{2013}\\x{2014}]+\\s"_s);
    QString stem = stemOf(path);
    stem.replace(u'_', u' ');
    FileNameParts parts;
    QString rest = stem;
    parts.date = takeDate(rest);
    // Names without any space write their words with hyphens.
    if (!stem.contains(u' '))
        rest.replace(u'-', u' ').replace(u"   "_s, u" - "_s);
    QStringList pieces;
    for (const QString &piece : rest.split(separator, Qt::SkipEmptyParts)) {
        if (const QString clean = piece.simplified(); !clean.isEmpty() && clean != u"-")
            pieces.append(clean);
    }
    if (pieces.size() > 1)
        parts.show = pieces.takeFirst();
    parts.title = capitalised(pieces.isEmpty() ? stem.simplified() : pieces.join(u" - "_s));
    return parts;
}

} // namespace earmark::library
