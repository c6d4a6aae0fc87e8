// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QtTest>

class QProcess;

namespace earmark::test {

struct Outcome {
    int code = -1; // -1: did not end by itself
    QByteArray out;
    QByteArray err;
};

// For QVERIFY2: all that the program said.
QByteArray said(const Outcome &outcome);

// A home with nothing in it, and the program to run there.
class Terminal
{
public:
    Terminal();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString libraryPath() const { return path(QStringLiteral("library.db")); }
    QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    // "The lens is older than the tower ..." as espeak-ng speaks it, made once for all tests of a run.
    QString writeSpeech(const QString &name) const;
    // What is spoken there, as captions give it: 14 words and a cue at the start.
    QString writeTranscript(const QString &name = QStringLiteral("talk.txt")) const;
    // White noise: nothing in it can be recognised, but it keeps an alignment busy.
    QString writeNoise(const QString &name, int seconds) const;
    // The number of a new episode without audio.
    [[nodiscard]] QString importTranscript() const;
    [[nodiscard]] std::unique_ptr<store::Store> openStore() const;

    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    void prepare(QProcess &process, const QStringList &arguments) const;
    [[nodiscard]] Outcome run(const QStringList &arguments) const;
    // With "--library" and libraryPath() at the end.
    [[nodiscard]] Outcome runInLibrary(const QStringList &arguments) const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

// A disk of its own, in memory, that can be full or read-only. Only root can make one.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_there; }
    void fill() const;
    [[nodiscard]] bool makeReadOnly() const;

private:
    QString m_folder;
    bool m_there = false;
};

} // namespace earmark::test
