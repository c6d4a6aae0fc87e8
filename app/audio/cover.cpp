// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/cover.h"

#include "audio/container.h"

namespace earmark::audio {

using namespace Qt::StringLiterals;

QString pictureSuffix(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return u"jpg"_s;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return u"png"_s;
    if (bytes.startsWith("GIF8"))
        return u"gif"_s;
    if (bytes.startsWith("RIFF") && bytes.size() > 12 && bytes.sliced(8).startsWith("WEBP"))
        return u"webp"_s;
    return {};
}

Result<QByteArray> coverOf(const QString &path)
{
    const Result<std::unique_ptr<Container>> opened = openContainer(path);
    if (!opened)
        return tl::unexpected(opened.error());
    const AVFormatContext &format = *(*opened)->format;
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const AVStream &stream = *format.streams[i];
        if (!(stream.disposition & AV_DISPOSITION_ATTACHED_PIC) || stream.attached_pic.size <= 0)
            continue;
        const QByteArrayView bytes(stream.attached_pic.data, stream.attached_pic.size);
        if (!pictureSuffix(bytes).isEmpty())
            return bytes.toByteArray();
    }
    return QByteArray();
}

} // namespace earmark::audio
