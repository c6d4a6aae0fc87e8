// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/waveform.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace earmark::library {

using namespace Qt::StringLiterals;

namespace {

constexpr int slices = 16;
constexpr qint64 sliceBytes = 16 * 1024;
// Changes with what audio::computePeaks() makes of a file, so that older outlines are not taken for it.
constexpr char method[] = "peaks 1";

} // namespace

Result<QByteArray> audioPrint(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::FileNotFound, path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(method));
    const qint64 size = file.size();
    hash.addData(QByteArray::number(size) + '\n');
    const qint64 lastSlice = std::max<qint64>(0, size - sliceBytes);
    const bool whole = size <= slices * sliceBytes;
    for (int i = 0; i < slices; ++i) {
        const qint64 at = whole ? i * sliceBytes : lastSlice * i / (slices - 1);
        if (!file.seek(at))
            break; // past the end of a short file
        const QByteArray slice = file.read(sliceBytes);
        if (slice.isEmpty() && file.error() != QFileDevice::NoError)
            return failure(ErrorCode::FileUnreadable, path, file.errorString());
        hash.addData(slice);
    }
    return hash.result();
}

} // namespace earmark::library
