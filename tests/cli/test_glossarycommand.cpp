// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QUuid>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;

// earmark glossary
class GlossaryCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreAddedListedAndRemoved();
    void hitsArePrintedAndOnlyCorrectedWhenAsked();
    void anImportTellsWhatTheRulesKnow();
    void scopesAreKept();
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
};

namespace {

QString importOf(const Terminal &terminal, const QByteArray &text)
{
    const Outcome outcome = terminal.runInLibrary({u"import"_s, terminal.write(u"a.txt"_s, text)});
    return QString::fromUtf8(outcome.out.trimmed());
}

} // namespace

void GlossaryCommandTest::rulesAreAddedListedAndRemoved()
{
    const Terminal terminal;
    const Outcome added = terminal.runInLibrary({u"glossary"_s, u"add"_s, u"deep sequel"_s, u"DeepSeek"_s});
    QVERIFY2(added.code == 0, said(added).constData());
    const QByteArray id = added.out.trimmed();
    QVERIFY(!QUuid::fromString(QString::fromUtf8(id)).isNull());
    QCOMPARE(terminal.runInLibrary({u"glossary"_s}).out, id + "\talways\tdeep sequel\tDeepSeek\n");
    QCOMPARE(terminal.runInLibrary({u"glossary"_s, u"list"_s}).out, id + "\talways\tdeep sequel\tDeepSeek\n");
    // Another one of the same words takes its place, and says so.
    QVERIFY(added.err.isEmpty());
    const Outcome other = terminal.runInLibrary({u"glossary"_s, u"add"_s, u"Deep sequel"_s, u"Deepseek"_s});
    QCOMPARE(other.out.trimmed(), id);
    QVERIFY2(other.err.contains("DeepSeek"), other.err.constData());
    const Outcome removed = terminal.runInLibrary({u"glossary"_s, u"remove"_s, QString::fromUtf8(id)});
    QVERIFY2(removed.code == 0, said(removed).constData());
    QCOMPARE(terminal.runInLibrary({u"glossary"_s}).out, QByteArray());
    const Outcome again = terminal.runInLibrary({u"glossary"_s, u"remove"_s, QString::fromUtf8(id)});
    QVERIFY2(again.code == 1 && again.err.contains(id), said(again).constData());
}

void GlossaryCommandTest::hitsArePrintedAndOnlyCorrectedWhenAsked()
{
    const Terminal terminal;
    const QString episode = importOf(terminal, "the app by deep Sequel is out, deep sequel says\n");
    QCOMPARE(episode, u"1"_s);
    QVERIFY(terminal.runInLibrary({u"glossary"_s, u"add"_s, u"deep sequel"_s, u"DeepSeek"_s}).code == 0);
    const QByteArray hits = "3\t4\tdeep Sequel\tDeepSeek\n7\t8\tdeep sequel\tDeepSeek\n";
    QCOMPARE(terminal.runInLibrary({u"glossary"_s, u"hits"_s, episode}).out, hits);
    QVERIFY(terminal.openStore()->amendments(EpisodeId{1})->empty());
    QCOMPARE(terminal.runInLibrary({u"glossary"_s, u"hits"_s, episode, u"--accept"_s}).out, hits);
    QCOMPARE(terminal.openStore()->amendments(EpisodeId{1})->size(), size_t(2));
    const Outcome after = terminal.runInLibrary({u"glossary"_s, u"hits"_s, episode});
    QVERIFY2(after.code == 0 && after.out.isEmpty(), said(after).constData());
}

void GlossaryCommandTest::anImportTellsWhatTheRulesKnow()
{
    const Terminal terminal;
    QVERIFY(terminal.runInLibrary({u"glossary"_s, u"add"_s, u"deep sequel"_s, u"DeepSeek"_s}).code == 0);
    const Outcome imported =
        terminal.runInLibrary({u"import"_s, terminal.write(u"a.txt"_s, "the app by deep sequel is out\n")});
    QVERIFY2(imported.code == 0 && imported.out == "1\n", said(imported).constData());
    QVERIFY2(imported.err.contains("1 place ") && imported.err.contains("glossary hits 1"), said(imported).constData());
}

void GlossaryCommandTest::scopesAreKept()
{
    const Terminal terminal;
    QCOMPARE(importOf(terminal, "deep sequel\n"), u"1"_s);
    QVERIFY(terminal.runInLibrary({u"glossary"_s, u"add"_s, u"a"_s, u"b"_s, u"--episode"_s, u"1"_s}).code == 0);
    QVERIFY(terminal.runInLibrary({u"glossary"_s, u"add"_s, u"c"_s, u"d"_s, u"--show"_s, u"The Daily"_s}).code == 0);
    const QByteArray list = terminal.runInLibrary({u"glossary"_s}).out;
    QVERIFY2(list.contains("\tepisode 1\ta\tb\n") && list.contains("\tshow The Daily\tc\td\n"), list.constData());
    const Outcome unknown = terminal.runInLibrary({u"glossary"_s, u"add"_s, u"a"_s, u"b"_s, u"--episode"_s, u"77"_s});
    QVERIFY2(unknown.code == 1, said(unknown).constData());
}

void GlossaryCommandTest::wrongUsageIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("another word") << QStringList{u"lits"_s};
    QTest::newRow("only heard") << QStringList{u"add"_s, u"deep"_s};
    QTest::newRow("the same") << QStringList{u"add"_s, u"deep"_s, u"deep"_s};
    QTest::newRow("only marks") << QStringList{u"add"_s, u"--"_s, u"-"_s, u"deep"_s};
    QTest::newRow("no episode") << QStringList{u"hits"_s, u"deep"_s};
    QTest::newRow("too much") << QStringList{u"remove"_s, u"a"_s, u"b"_s};
}

void GlossaryCommandTest::wrongUsageIsExplained()
{
    QFETCH(QStringList, arguments);
    const Terminal terminal;
    const Outcome outcome = terminal.runInLibrary(QStringList{u"glossary"_s} + arguments);
    QVERIFY2(outcome.code == 2 && outcome.out.isEmpty() && !outcome.err.isEmpty(), said(outcome).constData());
    QVERIFY(!QFile::exists(terminal.libraryPath()));
}

QTEST_GUILESS_MAIN(GlossaryCommandTest)
#include "test_glossarycommand.moc"
