// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mpris/coverfile.h"

#include "audio/cover.h"
#include "base/textfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

constexpr qsizetype kept = 50;

void removeOldest(const QDir &folder)
{
    const QFileInfoList files = folder.entryInfoList(QDir::Files, QDir::Time);
    for (const QFileInfo &file : files.mid(kept))
        QFile::remove(file.filePath());
}

} // namespace

QString writeCover(const QString &audioPath, const QString &folder)
{
    const Result<QByteArray> cover = audio::coverOf(audioPath);
    if (!cover || cover->isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(*cover, QCryptographicHash::Sha1).toHex();
    const QDir place(folder);
    const QString path = place.filePath(u"%1.%2"_s.arg(QString::fromLatin1(hash), audio::pictureSuffix(*cover)));
    if (QFileInfo(path).size() == cover->size())
        return path;
    if (!place.mkpath(u"."_s) || !writeFileAtomically(path, *cover))
        return {};
    removeOldest(place);
    return path;
}

} // namespace earmark::ui
