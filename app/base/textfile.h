// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QStringList>

namespace earmark {

// All bytes of a file of at most `limit` bytes. Errors: FileNotFound, FileUnreadable, FileEmpty,
// FileTooLarge; a folder, a pipe or a device is FileUnreadable, without waiting for it.
[[nodiscard]] Result<QByteArray> readFile(const QString &path, qint64 limit);

// The first `count` bytes of a file, fewer of a smaller one. Errors as there, whatever its size.
[[nodiscard]] Result<QByteArray> readBeginning(const QString &path, qint64 count);

// Writes the whole file or leaves the old one as it was (a temporary file beside it, flushed to the
// disk, then renamed). Errors: DiskFull, WriteFailed (also for a folder, a device or a pipe).
[[nodiscard]] Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes);

// Whether writeFileAtomically could begin: for asking before long work. Nothing stays behind, and a
// file that is there is not touched. Errors as there.
[[nodiscard]] Result<void> checkWritable(const QString &path);

// Whether `path` is the same existing file as one of `others`, by whatever name.
[[nodiscard]] bool isAnyOf(const QString &path, const QStringList &others);

// The text of bytes in whatever encoding they are: a byte-order mark decides, else valid UTF-8,
// else what uchardet makes of them. Never fails on odd bytes within text; NotATranscript when the
// bytes are not text at all (NULs, control bytes). `name` is the error's subject. An `encoding` that is
// given ("windows-1252", "Shift_JIS") decides instead, except over a byte-order mark; EncodingUnknown,
// about it, when nothing here can decode it.
[[nodiscard]] Result<QString> decodeText(const QByteArray &bytes, const QString &name, const QByteArray &encoding = {});

} // namespace earmark
