// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samplelibrary.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <map>

#include <unistd.h>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using notes::Edit;
using notes::Highlight;
using store::Store;

namespace {

void say(const char *word, const Highlight &highlight)
{
    const QByteArray line =
        word + (' ' + highlight.id.value.toByteArray(QUuid::WithoutBraces)) + ' ' + highlight.note.toUtf8() + '\n';
    // One write, so that a kill never leaves half a confirmation of something that is there.
    if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
        std::_Exit(3);
}

// Makes, annotates and removes highlights until it is killed. "will" before an edit, "done" once the
// store has confirmed it; an empty note after the id of one that is removed says "gone".
int writeUntilKilled(const QString &path)
{
    auto opened = Store::open(path, Store::Access::ReadWrite);
    if (!opened)
        return 2;
    Store &store = **opened;
    auto episodes = store.episodes();
    if (!episodes)
        return 2;
    const EpisodeId episode = episodes->empty() ? *store.insertEpisode(makeEpisode(u"read"_s)) : episodes->front().id;
    const auto apply = [&](const Edit &edit) {
        Highlight result = edit.after ? *edit.after : *edit.before;
        if (!edit.after)
            result.note = u"gone"_s;
        say("will", result);
        if (!store.apply(edit))
            std::_Exit(4);
        say("done", result);
    };
    for (int i = 0;; ++i) {
        const Highlight highlight = makeHighlight(episode, i % 190, i % 190 + 5, u"first thought %1"_s.arg(i));
        apply(notes::added(highlight));
        const Edit noted = notes::noteChanged(highlight, u"second thought %1"_s.arg(i), someTime());
        apply(noted);
        if (i % 3 == 0)
            apply(notes::removed(*noted.after));
    }
}

using Notes = std::map<QByteArray, QByteArray>; // highlight -> its note, "gone" once removed

struct Heard {
    Notes confirmed;
    Notes announced; // and not confirmed: at most one, which may or may not have been written
};

void listen(const QByteArray &output, Heard &heard)
{
    for (const QByteArray &line : output.split('\n')) {
        const QByteArray word = line.left(4);
        const QByteArray id = line.mid(5, 36);
        const QByteArray note = line.mid(42);
        if (word == "will")
            heard.announced[id] = note;
        if (word == "done") {
            heard.announced.erase(id);
            heard.confirmed[id] = note;
        }
    }
}

} // namespace

// A process that dies at any moment loses nothing that the store has confirmed.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void confirmedEditsSurviveSigkill();
    void killedWhileCreatedStaysUsable();
};

void TestCrash::confirmedEditsSurviveSigkill()
{
    constexpr int rounds = 100;
    constexpr int longestLife = 60; // ms after the first confirmed edit
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"library.db"_s);
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Heard heard;
    for (int round = 0; round < rounds; ++round) {
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path});
        QVERIFY2(writer.waitForReadyRead(30'000), "the writer says nothing");
        QTest::qSleep(int(random.bounded(quint32(longestLife))));
        QCOMPARE(writer.state(), QProcess::Running);
        ::kill(pid_t(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
        QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
        heard.announced.clear();
        listen(writer.readAllStandardOutput(), heard);

        auto store = Store::open(path, Store::Access::ReadWrite);
        QVERIFY2(store, why(store).constData());
        QVERIFY((*store)->problems()->empty());
        const auto episodes = (*store)->episodes();
        QVERIFY(episodes);
        if (episodes->empty())
            continue;
        const auto highlights = (*store)->highlights(episodes->front().id);
        QVERIFY2(highlights, why(highlights).constData());
        Notes stored;
        for (const Highlight &highlight : *highlights)
            stored[highlight.id.value.toByteArray(QUuid::WithoutBraces)] = highlight.note.toUtf8();
        for (const auto &[id, note] : heard.confirmed) {
            const QByteArray found = stored.count(id) > 0 ? stored[id] : "gone"_ba;
            const bool announced = heard.announced.count(id) > 0 && heard.announced[id] == found;
            QVERIFY2(found == note || announced, (id + ": \"" + found + "\" instead of \"" + note + '"').constData());
        }
        // What was written without being heard is from now on part of what must stay.
        for (const auto &[id, note] : heard.announced) {
            if (stored.count(id) > 0 || heard.confirmed.count(id) > 0)
                heard.confirmed[id] = stored.count(id) > 0 ? stored[id] : "gone"_ba;
        }
    }
    QVERIFY2(heard.confirmed.size() > rounds, "hardly anything was written");
    qInfo("%zu highlights confirmed in %d rounds", heard.confirmed.size(), rounds);
}

void TestCrash::killedWhileCreatedStaysUsable()
{
    for (int round = 0; round < 30; ++round) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"library.db"_s);
        QProcess writer;
        writer.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path});
        QVERIFY(writer.waitForStarted());
        // From the moment the file appears: the first bytes, the schema, the log.
        while (!QFile::exists(path) && writer.state() == QProcess::Running)
            QTest::qSleep(1);
        QTest::qSleep(round / 4);
        ::kill(pid_t(writer.processId()), SIGKILL);
        QVERIFY(writer.waitForFinished());
        auto store = Store::open(path, Store::Access::ReadWrite);
        QVERIFY2(store, why(store).constData());
        QVERIFY((*store)->problems()->empty());
        const auto inserted = (*store)->insertEpisode(makeEpisode(u"afterwards"_s));
        QVERIFY2(inserted, why(inserted).constData());
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write"_s)
        return writeUntilKilled(arguments.value(2));
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "crash_test.moc"
