// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

#include <fcntl.h>
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

// Bytes that are no text have a control character among every nine when read as one; text that is
// certainly in its encoding may have a few.
bool looksLikeText(const QString &text, bool certain)
{
    const auto odd = std::count_if(text.begin(), text.end(), [](QChar c) { return isControl(c.unicode()); });
    return odd * (certain ? 20 : 100) <= text.size();
}

// UTF-16 without a mark: whatever the script, it has spaces, digits and line ends, whose other byte
// is 0 on one side and hardly ever on the other. Text in any other encoding has no NULs.
std::optional<QStringConverter::Encoding> unmarkedUtf16(const QByteArray &bytes)
{
    constexpr qsizetype enough = 4096;
    const qsizetype size = std::min(bytes.size(), enough) / 2 * 2;
    if (size < 8 || bytes.size() % 2 != 0)
        return std::nullopt;
    const auto isCommon = [](char c) { return c == ' ' || c == '\n' || (c >= '-' && c <= ':'); };
    qsizetype little = 0;
    qsizetype big = 0;
    for (qsizetype i = 0; i < size; i += 2) {
        little += bytes[i + 1] == '\0' && isCommon(bytes[i]) ? 1 : 0;
        big += bytes[i] == '\0' && isCommon(bytes[i + 1]) ? 1 : 0;
    }
    // At least one character in twenty, and a few.
    const qsizetype least = std::max<qsizetype>(3, size / 2 / 20);
    if (little >= least && big * 20 <= little)
        return QStringConverter::Utf16LE;
    if (big >= least && little * 20 <= big)
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

// Whether UTF-8 with a few broken bytes is a better reading than another character set: most of what
// is not ASCII has to have been decoded.
bool isBrokenUtf8(const QString &decoded)
{
    qsizetype broken = 0;
    qsizetype whole = 0;
    for (const QChar c : decoded) {
        broken += c == QChar::ReplacementCharacter ? 1 : 0;
        whole += c.unicode() > 0x7f && c != QChar::ReplacementCharacter ? 1 : 0;
    }
    return whole >= 2 * broken;
}

// Bytes 0x80 to 0x9f of windows-1252; 0 where it defines none. The rest is Latin-1.
constexpr std::array<char16_t, 32> windows1252{u'€', 0,    u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š',
                                               u'‹', u'Œ', 0,    u'Ž', 0,    0,    u'‘', u'’', u'“', u'”', u'•',
                                               u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0,    u'ž', u'Ÿ'};

QString fromWindows1252(const QByteArray &bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xa0 && windows1252[c.unicode() - 0x80U] != 0)
            c = windows1252[c.unicode() - 0x80U];
    }
    return text;
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

// nullopt where neither Qt, nor ICU behind it, knows the set.
std::optional<QString> fromCharacterSet(const QByteArray &bytes, const QByteArray &name)
{
    // ISO-8859-1 is what everybody calls windows-1252.
    for (const char *western : {"windows-1252", "cp1252", "iso-8859-1", "latin1"}) {
        if (name.compare(western, Qt::CaseInsensitive) == 0)
            return fromWindows1252(bytes);
    }
    // What uchardet calls by a name that ICU does not know.
    const QByteArray known = name == "UHC" ? "windows-949" : name == "MAC-CYRILLIC" ? "x-mac-cyrillic" : name;
    QStringDecoder decoder(known.constData());
    if (!decoder.isValid())
        return std::nullopt;
    return QString(decoder(bytes));
}

// windows-1250 has signs where ISO-8859-2 has four letters of Polish, and letters where that has
// nothing; the detector takes one for the other.
bool isLatin2(const QByteArray &bytes)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    bool inWord = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte >= 0x80 && byte < 0xa0)
            return false;
        const bool isSign = byte == 0xa6 || byte == 0xac || byte == 0xb6 || byte == 0xbc;
        inWord = inWord || (isSign && i > 0 && isLetter(bytes[i - 1]));
    }
    return inWord;
}

QString fromUnknownCharacterSet(const QByteArray &bytes)
{
    QByteArray guess = guessedEncoding(bytes);
    if (guess == "WINDOWS-1250" && isLatin2(bytes))
        guess = "ISO-8859-2";
    if (guess.isEmpty() || guess == "UTF-8")
        return fromWindows1252(bytes);
    // Qt knows only a few sets by itself; where it was built without ICU, Western European is the
    // likeliest of the others.
    return fromCharacterSet(bytes, guess).value_or(fromWindows1252(bytes));
}

struct Decoded {
    QString text;
    bool certain = true; // not guessed
};

Decoded fromUnknownEncoding(const QByteArray &bytes)
{
    if (const auto utf16 = unmarkedUtf16(bytes))
        return {QStringDecoder(*utf16)(bytes), false};
    QStringDecoder utf8(QStringConverter::Utf8);
    QString text = utf8(bytes);
    if (!utf8.hasError())
        return {std::move(text), true};
    return {isBrokenUtf8(text) ? std::move(text) : fromUnknownCharacterSet(bytes), false};
}

Error writeError(const QString &path, const QFileDevice &file, int systemError)
{
    // A full disk is Qt's resource error as well, should errno have been overwritten on the way.
    const bool full = systemError == ENOSPC || systemError == EDQUOT
        || (file.error() == QFileDevice::ResourceError && systemError == 0);
    return {full ? ErrorCode::DiskFull : ErrorCode::WriteFailed, path, file.errorString()};
}

Result<void> openForSaving(QSaveFile &file, const QString &path)
{
    // A device or a pipe would be replaced by a file, and what stands behind it never get the bytes.
    const QFileInfo target(path);
    if (target.exists() && !target.isFile())
        return failure(ErrorCode::WriteFailed, path, u"not a regular file"_s);
    // Never write in place: where no temporary file can be made, the old content stays.
    file.setDirectWriteFallback(false);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(writeError(path, file, errno));
    return {};
}

Result<void> openForReading(QFile &file, const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(ErrorCode::FileNotFound, path);
    if (!info.isFile())
        return failure(ErrorCode::FileUnreadable, path, u"not a regular file"_s);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    return {};
}

// The new name is on the disk only when its folder is. Not every file system can say so; the file
// itself is whole in any case.
void syncFolderOf(const QString &path)
{
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    (void)::fsync(folder);
    ::close(folder);
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (const auto opened = openForReading(file, path); !opened)
        return tl::unexpected(opened.error());
    if (file.size() > limit)
        return failure(ErrorCode::FileTooLarge, path, u"%1 bytes, %2 at most"_s.arg(file.size()).arg(limit));
    // One byte more than it should have: a file may grow while it is read.
    constexpr qint64 unknownSize = 1 << 20;
    QByteArray bytes = file.read(std::min(limit, file.size() > 0 ? file.size() : unknownSize) + 1);
    if (bytes.size() > limit)
        return failure(ErrorCode::FileTooLarge, path, u"more than %1 bytes"_s.arg(limit));
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    if (bytes.isEmpty())
        return failure(ErrorCode::FileEmpty, path);
    return bytes;
}

Result<QByteArray> readBeginning(const QString &path, qint64 count)
{
    QFile file(path);
    if (const auto opened = openForReading(file, path); !opened)
        return tl::unexpected(opened.error());
    QByteArray bytes = file.read(count);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileUnreadable, path, file.errorString());
    if (bytes.isEmpty())
        return failure(ErrorCode::FileEmpty, path);
    return bytes;
}

bool isAnyOf(const QString &path, const QStringList &others)
{
    const QString file = QFileInfo(path).canonicalFilePath();
    return !file.isEmpty() && std::any_of(others.begin(), others.end(), [&](const QString &other) {
        return QFileInfo(other).canonicalFilePath() == file;
    });
}

Result<void> checkWritable(const QString &path)
{
    QSaveFile file(path);
    // Not committed: it goes with the object.
    return openForSaving(file, path);
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (const auto opened = openForSaving(file, path); !opened)
        return opened;
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.flush())
        return tl::unexpected(writeError(path, file, errno));
    errno = 0;
    if (::fsync(file.handle()) != 0) {
        const int reason = errno;
        file.cancelWriting();
        return failure(reason == ENOSPC || reason == EDQUOT ? ErrorCode::DiskFull : ErrorCode::WriteFailed, path,
                       QString::fromLocal8Bit(std::strerror(reason)));
    }
    errno = 0;
    if (!file.commit())
        return tl::unexpected(writeError(path, file, errno));
    syncFolderOf(path);
    return {};
}

Result<QString> decodeText(const QByteArray &bytes, const QString &name, const QByteArray &encoding)
{
    if (bytes.isEmpty())
        return failure(ErrorCode::FileEmpty, name);
    const std::optional<QStringConverter::Encoding> marked = QStringConverter::encodingForData(bytes);
    Decoded decoded;
    if (marked) {
        decoded.text = QStringDecoder(*marked)(bytes);
    } else if (!encoding.isEmpty()) {
        std::optional<QString> text = fromCharacterSet(bytes, encoding);
        if (!text)
            return failure(ErrorCode::EncodingUnknown, QString::fromLatin1(encoding));
        decoded.text = *std::move(text);
    } else {
        decoded = fromUnknownEncoding(bytes);
    }
    QString &text = decoded.text;
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    if (text.isEmpty())
        return failure(ErrorCode::FileEmpty, name);
    if (!looksLikeText(text, decoded.certain))
        return failure(ErrorCode::NotATranscript, name, u"binary data"_s);
    return std::move(text);
}

} // namespace earmark
