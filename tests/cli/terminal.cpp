// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include "audio/wavfile.h"
#include "speech/synthesizer.h"

#include <QProcess>

#include <random>

#include <sys/mount.h>

namespace earmark::test {

using namespace Qt::StringLiterals;

QByteArray said(const Outcome &outcome)
{
    return "exit code " + QByteArray::number(outcome.code) + "\nout: " + outcome.out + "\nerr: " + outcome.err;
}

Terminal::Terminal()
{
    m_environment.insert(u"HOME"_s, path(u"home"_s));
    m_environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    m_environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    m_environment.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.remove(u"LANGUAGE"_s);
}

QString Terminal::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's own file cannot be written");
    return file.fileName();
}

QByteArray Terminal::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString Terminal::writeSpeech(const QString &name) const
{
    static const speech::Utterance spoken = [] {
        const auto synthesizer = speech::Synthesizer::create({.name = u"en-us"_s});
        const auto utterance = synthesizer.and_then([](const auto &s) {
            return s->speak(u"The lens is older than the tower, and both of them are older than me.");
        });
        if (!utterance)
            qFatal("the test's own speech cannot be made");
        return *utterance;
    }();
    if (!audio::writeWav(path(name), spoken.samples, spoken.sampleRate, 1))
        qFatal("the test's own audio cannot be written");
    return path(name);
}

QString Terminal::writeTranscript(const QString &name) const
{
    return write(name, "[Music] the lens is older than the tower and both of them are older than me\n");
}

QString Terminal::writeNoise(const QString &name, int seconds) const
{
    std::minstd_rand random(1);
    std::vector<qint16> samples(size_t(seconds) * 16000);
    for (qint16 &sample : samples)
        sample = qint16(int(random() % 8000) - 4000);
    if (!audio::writeWav(path(name), samples, 16000, 1))
        qFatal("the test's own audio cannot be written");
    return path(name);
}

QString Terminal::importTranscript() const
{
    const Outcome outcome = runInLibrary({u"import"_s, writeTranscript()});
    if (outcome.code != 0)
        qFatal("the test's own episode cannot be imported: %s", said(outcome).constData());
    return QString::fromUtf8(outcome.out).trimmed();
}

std::unique_ptr<store::Store> Terminal::openStore() const
{
    auto store = store::Store::open(libraryPath(), store::Store::Access::ReadOnly);
    return store ? std::move(*store) : nullptr;
}

void Terminal::prepare(QProcess &process, const QStringList &arguments) const
{
    process.setProgram(QStringLiteral(EARMARK_PROGRAM));
    process.setArguments(arguments);
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
}

Outcome Terminal::run(const QStringList &arguments) const
{
    QProcess process;
    prepare(process, arguments);
    process.start(QIODevice::ReadOnly);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Outcome Terminal::runInLibrary(const QStringList &arguments) const
{
    return run(arguments + QStringList{u"--library"_s, libraryPath()});
}

SmallDisk::SmallDisk(const QString &folder) : m_folder(folder)
{
    m_there = QDir().mkpath(folder)
        && mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, "size=1m,mode=0700") == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_there)
        umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

void SmallDisk::fill() const
{
    QFile file(m_folder + u"/ballast"_s);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        for (const int block : {65536, 4096, 1}) {
            while (file.write(QByteArray(block, 'x')) == block) {}
        }
    }
}

bool SmallDisk::makeReadOnly() const
{
    return mount(nullptr, QFile::encodeName(m_folder).constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
}

} // namespace earmark::test
