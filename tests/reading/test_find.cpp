// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/find.h"

#include <QtTest>

using namespace earmark::reading;
using namespace Qt::StringLiterals;

// Finding words again in a text as people remember them.
class FindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phrasesAreFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QStringList>("found"); // as they stand in the text
        const auto row = [](const char *name, const QString &text, const QString &phrase, const QStringList &found) {
            QTest::newRow(name) << text << phrase << found;
        };
        row("each place", u"a lens, the lens and lenses"_s, u"lens"_s, {u"lens"_s, u"lens"_s, u"lens"_s});
        row("either case", u"The Lens of Fresnel"_s, u"the LENS"_s, {u"The Lens"_s});
        row("over punctuation", u"well, I said: no"_s, u"well i said no"_s, {u"well, I said: no"_s});
        row("punctuation typed", u"well I said no"_s, u"Well, I said"_s, {u"well I said"_s});
        row("over paragraphs", u"the end\nof it"_s, u"end of"_s, {u"end\nof"_s});
        row("hyphens", u"open-source and open source"_s, u"open source"_s, {u"open-source"_s, u"open source"_s});
        row("white space around", u"one two"_s, u"  two "_s, {u"two"_s});
        row("apostrophes", u"let\u2019s begin, let's begin"_s, u"let's"_s, {u"let\u2019s"_s, u"let's"_s});
        row("accents typed or not", u"Málaga and Malaga"_s, u"malaga"_s, {u"Málaga"_s, u"Malaga"_s});
        row("accents of their own", u"Ma\u0301laga!"_s, u"Málaga"_s, {u"Ma\u0301laga"_s});
        row("the accent at the end", u"cafe\u0301 au"_s, u"café"_s, {u"cafe\u0301"_s});
        row("numbers", u"$5.5 million, 5% of it"_s, u"$5.5 million"_s, {u"$5.5 million"_s});
        row("signs of words", u"5% of 5"_s, u"5%"_s, {u"5%"_s});
        row("signs alone", u"what? no! what?"_s, u"?"_s, {u"?"_s, u"?"_s});
        row("not over another", u"aaa"_s, u"aa"_s, {u"aa"_s});
        row("beyond the basic plane", u"a \U0001d400 b \U0001f600 c"_s, u"\U0001f600"_s, {u"\U0001f600"_s});
        row("deseret capitals", u"\U00010400\U00010401"_s, u"\U00010428\U00010429"_s, {u"\U00010400\U00010401"_s});
        row("no spaces", u"我们在港口见面"_s, u"港口"_s, {u"港口"_s});
        row("right to left", u"שלום עולם"_s, u"עולם"_s, {u"עולם"_s});
        row("nowhere", u"one two"_s, u"three"_s, {});
        row("nothing", u"one two"_s, QString(), {});
        row("blanks", u"one two"_s, u"  "_s, {});
        row("in nothing", QString(), u"one"_s, {});
        row("half a surrogate", QString(QChar(0xd83d)) + u"x"_s, QString(QChar(0xd83d)), {QString(QChar(0xd83d))});
    }

    void phrasesAreFound()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, phrase);
        QFETCH(const QStringList, found);
        QStringList texts;
        qint32 reached = 0;
        for (const TextRange range : SearchableText(text).find(phrase)) {
            QVERIFY(range.begin >= reached && range.end > range.begin && range.end <= text.size());
            reached = range.end;
            texts.append(text.mid(range.begin, range.end - range.begin));
        }
        QCOMPARE(texts, found);
    }
};

QTEST_GUILESS_MAIN(FindTest)
#include "test_find.moc"
