// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "store/store.h"

#include <QTemporaryDir>
#include <QtTest>

namespace earmark::test {

// A folder of its own with a library in it.
class Workshop
{
public:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString libraryPath() const { return path(QStringLiteral("library.db")); }
    [[nodiscard]] std::unique_ptr<store::Store> openStore() const;
    // Writes the file and returns its path.
    QString write(const QString &name, const QByteArray &bytes) const;
    // A second of a quiet tone.
    QString writeTone(const QString &name) const;
    // Speech by espeak-ng.
    QString writeSpeech(const QString &name, const QString &text) const;
    // Imports a transcript without audio.
    EpisodeId importText(const QByteArray &text) const;
    [[nodiscard]] std::vector<notes::Highlight> savedHighlights(EpisodeId id) const;

private:
    QTemporaryDir m_folder;
};

// From now on no file of this process can be written to, as where a quota ends (WriteFailed); and
// then it can again.
void refuseWrites();
void allowWrites();

// "one two three ...": `count` words.
QByteArray someWords(int count);

template <class T>
QByteArray codeOf(const Result<T> &result)
{
    return result ? QByteArray("none") : QByteArray(errorName(result.error().code));
}

} // namespace earmark::test
