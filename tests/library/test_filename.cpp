// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/filename.h"

#include <QtTest>

using namespace earmark::library;
using namespace Qt::StringLiterals;

class FileNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTellShowDateAndTitle_data();
    void namesTellShowDateAndTitle();
};

void FileNameTest::namesTellShowDateAndTitle_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("show");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("title");

    const QDate date(2024, 5, 1);
    QTest::newRow("all three") << u"/a/Small Wonders - 2024-05-01 - Lighthouses.mp3"_s << u"Small Wonders"_s << date
                               << u"Lighthouses"_s;
    QTest::newRow("date first") << u"2024-05-01 - Small Wonders - Lighthouses.mp3"_s << u"Small Wonders"_s << date
                                << u"Lighthouses"_s;
    QTest::newRow("date inside the title") << u"20240501 Lighthouses.ogg"_s << u""_s << date << u"Lighthouses"_s;
    QTest::newRow("underscores") << u"Small_Wonders_-_2024_05_01_-_How_light_bends.mp3"_s << u"Small Wonders"_s << date
                                 << u"How light bends"_s;
    QTest::newRow("show and title") << u"Small Wonders - Lighthouses.m4a"_s << u"Small Wonders"_s << QDate()
                                    << u"Lighthouses"_s;
    QTest::newRow("a title with a dash") << u"Small Wonders – Lens - and lamp.m4a"_s << u"Small Wonders"_s << QDate()
                                         << u"Lens - and lamp"_s;
    QTest::newRow("hyphens for spaces") << u"how-a-light-bends.mp3"_s << u""_s << QDate() << u"How a light bends"_s;
    QTest::newRow("hyphens and a date") << u"2024-05-01-light-bends.mp3"_s << u""_s << date << u"Light bends"_s;
    QTest::newRow("hyphens among words") << u"A twenty-mile view.mp3"_s << u""_s << QDate() << u"A twenty-mile view"_s;
    QTest::newRow("captions with a language") << u"Lighthouses.en.vtt"_s << u""_s << QDate() << u"Lighthouses"_s;
    QTest::newRow("not a date") << u"Episode 20249901.mp3"_s << u""_s << QDate() << u"Episode 20249901"_s;
    QTest::newRow("only a date") << u"2024-05-01.mp3"_s << u""_s << date << u"2024-05-01"_s;
    QTest::newRow("no ending") << u"lighthouses"_s << u""_s << QDate() << u"Lighthouses"_s;
    QTest::newRow("hidden") << u"/tmp/.mp3"_s << u""_s << QDate() << u".mp3"_s;
    QTest::newRow("other scripts") << u"灯台 - 光.mp3"_s << u"灯台"_s << QDate() << u"光"_s;
}

void FileNameTest::namesTellShowDateAndTitle()
{
    QFETCH(QString, path);
    const FileNameParts parts = partsOfFileName(path);
    QTEST(parts.show, "show");
    QTEST(parts.date, "date");
    QTEST(parts.title, "title");
}

QTEST_GUILESS_MAIN(FileNameTest)
#include "test_filename.moc"
