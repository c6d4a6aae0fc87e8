// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzy.h"

#include <QStringList>
#include <QTest>

using namespace Qt::StringLiterals;
using earmark::ui::fuzzyScore;

class TestFuzzy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing typed") << u""_s << u"Undo"_s << true;
        QTest::newRow("the whole") << u"undo"_s << u"Undo"_s << true;
        QTest::newRow("first letters") << u"ns"_s << u"Next sentence"_s << true;
        QTest::newRow("scattered") << u"nxtsnt"_s << u"Next sentence"_s << true;
        QTest::newRow("with spaces") << u"next  sent "_s << u"Next sentence"_s << true;
        QTest::newRow("accents") << u"uber"_s << u"Über Earmark"_s << true;
        QTest::newRow("another order") << u"sn"_s << u"Next"_s << false;
        QTest::newRow("a letter too many") << u"undoo"_s << u"Undo"_s << false;
        QTest::newRow("no text") << u"a"_s << u""_s << false;
    }

    void fits()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, text);
        QTEST(fuzzyScore(pattern, text).has_value(), "fits");
    }

    void betterComesFirst_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("texts"); // the better first
        QTest::newRow("begins words") << u"pp"_s << QStringList{u"Previous paragraph"_s, u"Happy"_s};
        QTest::newRow("in one piece") << u"note"_s << QStringList{u"Write a note"_s, u"Next one to explain"_s};
        QTest::newRow("the shorter") << u"find"_s << QStringList{u"Find next"_s, u"Find previous"_s};
        QTest::newRow("begins with it") << u"lo"_s << QStringList{u"Louder"_s, u"Follow the sound"_s};
    }

    void betterComesFirst()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QStringList, texts);
        QVERIFY(fuzzyScore(pattern, texts[0]).value() > fuzzyScore(pattern, texts[1]).value());
    }
};

QTEST_GUILESS_MAIN(TestFuzzy)
#include "test_fuzzy.moc"
