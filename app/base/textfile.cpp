// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

#include <uchardet.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#include <unistd.h>

namespace earmark {

using namespace Qt::StringLiterals;

namespace {

// A text may hold these; a run of others means that the bytes are something else.
bool isControl(char16_t c)
{
    return (c < 0x20 && c != u'\t' && c != u'\n' && c != u'\r' && c != u'\f' && c != u'\v') || c == 0x7f || c == 0xfffe
        || c == 0xffff;
}

bool looksLikeText(const QString &text)
{
    const auto odd = std::count_if(text.begin(), text.end(), [](QChar c) { return isControl(c.unicode()); });
    return odd * 100 <= text.size();
}

QByteArray guessedEncoding(const QByteArray &bytes)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    // The beginning tells as much as the whole, and a whole 64 MiB would take seconds.
    constexpr qsizetype enough = 1 << 20;
    if (uchardet_handle_data(detector.get(), bytes.constData(), size_t(std::min(bytes.size(), enough))) != 0)
        return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

QString normalised(QString text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

Error writeError(const QString &path, const QString &detail, int systemError)
{
    const bool full = systemError == ENOSPC || systemError == EDQUOT;
    return {full ? ErrorCode::DiskFull : ErrorCode::WriteFailed, path, detail};
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::FileNotFound, path);
    if (!info.isFile())
        return failure(ErrorCode::FileUnreadable, path, u"not a regular file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > limit)
        return failure(ErrorCode::FileTooLarge, path, u"%1 bytes, %2 at most"_s.arg(file.size()).arg(limit));
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    if (bytes.isEmpty())
        return failure(ErrorCode::FileEmpty, path);
    return bytes;
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Never write in place: where no temporary file can be made, the old content stays.
    file.setDirectWriteFallback(false);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(writeError(path, file.errorString(), errno));
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.flush())
        return tl::unexpected(writeError(path, file.errorString(), errno));
    errno = 0;
    if (::fsync(file.handle()) != 0)
        return tl::unexpected(writeError(path, QString::fromLocal8Bit(std::strerror(errno)), errno));
    errno = 0;
    if (!file.commit())
        return tl::unexpected(writeError(path, file.errorString(), errno));
    return {};
}

Result<QString> decodeText(const QByteArray &bytes, const QString &name)
{
    if (bytes.isEmpty())
        return failure(ErrorCode::FileEmpty, name);
    std::optional<QStringConverter::Encoding> marked = QStringConverter::encodingForData(bytes);
    QString text;
    if (marked) {
        text = QStringDecoder(*marked)(bytes);
    } else {
        QStringDecoder utf8(QStringConverter::Utf8);
        text = utf8(bytes);
        if (utf8.hasError()) {
            const QByteArray guess = guessedEncoding(bytes);
            QStringDecoder guessed(guess.isEmpty() ? "windows-1252" : guess.constData());
            // A transcript with one broken byte is still UTF-8 to its reader.
            if (guessed.isValid() && guess != "UTF-8")
                text = guessed(bytes);
        }
    }
    text = normalised(std::move(text));
    if (text.isEmpty())
        return failure(ErrorCode::FileEmpty, name);
    if (!looksLikeText(text))
        return failure(ErrorCode::NotATranscript, name, u"binary data"_s);
    return text;
}

} // namespace earmark
