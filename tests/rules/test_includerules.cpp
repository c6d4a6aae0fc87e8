// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/includerules.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using earmark::tests::brokenIncludeRules;

class TestIncludeRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhatAFolderMayNotKnow_data();
    void seesWhatAFolderMayNotKnow();
    void everyFolderOfAppHasARule();
    void theSourcesKeepTheRule();
};

void TestIncludeRules::seesWhatAFolderMayNotKnow_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("itself") << u"app/base/error.cpp"_s << QByteArray("#include \"base/error.h\"") << true;
    QTest::newRow("below") << u"app/notes/highlight.h"_s << QByteArray("#include \"transcript/timing.h\"") << true;
    QTest::newRow("above") << u"app/base/error.h"_s << QByteArray("#include \"notes/highlight.h\"") << false;
    QTest::newRow("beside") << u"app/notes/history.cpp"_s << QByteArray("#include \"reading/reading.h\"") << false;
    QTest::newRow("beside, low") << u"app/audio/tags.cpp"_s << QByteArray("#include \"transcript/timing.h\"") << false;
    QTest::newRow("spaced") << u"app/base/error.h"_s << QByteArray(" #  include <store/store.h>") << false;
    QTest::newRow("store knows notes") << u"app/store/store.h"_s << QByteArray("#include \"notes/highlight.h\"")
                                       << true;
    QTest::newRow("store, not library") << u"app/store/store.h"_s << QByteArray("#include \"library/library.h\"")
                                        << false;
    QTest::newRow("library, not cli") << u"app/library/a.cpp"_s << QByteArray("#include \"cli/commands.h\"") << false;
    QTest::newRow("app, not ui") << u"app/cli/main.cpp"_s << QByteArray("#include \"ui/window/mainwindow.h\"") << false;
    QTest::newRow("ui knows app") << u"ui/notes/pane.cpp"_s << QByteArray("#include \"library/library.h\"") << true;
    QTest::newRow("app, not Widgets") << u"app/notes/a.cpp"_s << QByteArray("#include <QWidget>") << false;
    QTest::newRow("app, not Gui") << u"app/notes/a.cpp"_s << QByteArray("#include <QtGui/QColor>") << false;
    QTest::newRow("ui, Widgets") << u"ui/notes/a.cpp"_s << QByteArray("#include <QWidget>") << true;
    QTest::newRow("device in playback") << u"app/playback/a.cpp"_s << QByteArray("#include <QAudioSink>") << true;
    QTest::newRow("device elsewhere") << u"app/audio/a.cpp"_s << QByteArray("#include <QAudioSink>") << false;
    QTest::newRow("device in ui") << u"ui/player/a.cpp"_s << QByteArray("#include <QMediaDevices>") << false;
    QTest::newRow("SQLite in store") << u"app/store/a.cpp"_s << QByteArray("#include <sqlite3.h>") << true;
    QTest::newRow("SQLite elsewhere") << u"app/library/a.cpp"_s << QByteArray("#include <sqlite3.h>") << false;
    QTest::newRow("SQL in store") << u"app/store/a.cpp"_s << QByteArray("q(\"SELECT id FROM episode\");") << true;
    QTest::newRow("SQL elsewhere") << u"ui/notes/a.cpp"_s << QByteArray("q(\"SELECT id FROM episode\");") << false;
    QTest::newRow("words like SQL") << u"ui/notes/a.cpp"_s << QByteArray("tr(\"Select a line from the text\")") << true;
    QTest::newRow("tests") << u"tests/ui/a.cpp"_s << QByteArray("#include <sqlite3.h>") << true;
}

void TestIncludeRules::seesWhatAFolderMayNotKnow()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, line);
    QFETCH(bool, allowed);
    const QStringList broken = brokenIncludeRules(path, "#pragma once\n" + line + "\n");
    QCOMPARE(broken.isEmpty(), allowed);
    if (!allowed)
        QVERIFY2(broken.first().startsWith(path + u":2: "_s), qPrintable(broken.first()));
}

// A folder that the rule does not know could include everything.
void TestIncludeRules::everyFolderOfAppHasARule()
{
    const QStringList folders =
        QDir(QStringLiteral(EARMARK_SOURCE_DIR "/app")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QVERIFY(!folders.isEmpty());
    for (const QString &folder : folders) {
        const QByteArray own = "#include \"" + folder.toUtf8() + "/a.h\"\n";
        const bool known = !brokenIncludeRules(u"app/base/a.h"_s, own).isEmpty() || folder == u"base";
        QVERIFY2(known, qPrintable(folder));
    }
}

void TestIncludeRules::theSourcesKeepTheRule()
{
    const QDir root(QStringLiteral(EARMARK_SOURCE_DIR));
    QStringList broken;
    int files = 0;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator it(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            broken += brokenIncludeRules(root.relativeFilePath(file.fileName()), file.readAll());
            ++files;
        }
    }
    QVERIFY(files > 20);
    QVERIFY2(broken.isEmpty(), qPrintable(u'\n' + broken.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestIncludeRules)
#include "test_includerules.moc"
