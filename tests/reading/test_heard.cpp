// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "reading/heard.h"

#include <QTest>

using namespace earmark;
using namespace earmark::reading;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;

class TestHeard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asMuchAsTheFileTimesIsHeard_data();
    void asMuchAsTheFileTimesIsHeard();
    void whatWasListenedToIsHeardByTheWord_data();
    void whatWasListenedToIsHeardByTheWord();
};

namespace {

const QString sentences = u"WEBVTT\n\n00:01.000 --> 00:04.000\nWe met at the harbour.\n\n"
                          "00:04.000 --> 00:07.000\nNobody had brought a map.\n\n"_s;

} // namespace

void TestHeard::asMuchAsTheFileTimesIsHeard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("token");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<bool>("isEstimated");
    const QString halves = u"WEBVTT\n\n00:01.000 --> 00:04.000\nWe met at the\n\n00:04.000 --> 00:07.000\n"
                           "harbour on a Monday.\n\n"_s;
    const QString across = u"WEBVTT\n\n00:01.000 --> 00:04.000\nWe met. Nobody had\n\n00:04.000 --> 00:07.000\n"
                           "brought a map.\n\n"_s;
    const QString minute = u"WEBVTT\n\n00:01.000 --> 01:00.000\nWe met at the harbour. Nobody had brought a map.\n\n"_s;
    const QString words = u"WEBVTT\n\n00:01.000 --> 00:04.000\nWe <00:02.000>met <00:03.000>there.\n\n"_s;
    QTest::newRow("a sentence") << sentences << 2 << 0 << 4 << false;
    QTest::newRow("the next one") << sentences << 5 << 5 << 9 << false;
    QTest::newRow("half a sentence") << halves << 2 << 0 << 3 << false;
    QTest::newRow("its other half") << halves << 7 << 4 << 7 << false;
    QTest::newRow("a caption across sentences") << across << 1 << 0 << 3 << false;
    QTest::newRow("one of two sentences in a minute") << minute << 6 << 5 << 9 << true;
    QTest::newRow("a word") << words << 1 << 1 << 1 << false;
    QTest::newRow("no times at all") << u"We met at the harbour."_s << 2 << 2 << 2 << true;
}

void TestHeard::asMuchAsTheFileTimesIsHeard()
{
    QFETCH(QString, text);
    QFETCH(int, token);
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(bool, isEstimated);
    const Transcript transcript =
        (text.startsWith(u"WEBVTT") ? formats::parseWebVtt(text) : formats::parsePlainText(text)).transcript;
    const Timings timings = estimateTimings(transcript, MediaTime(60000));
    const Reading reading = read(transcript, timings);
    const Heard heard = heardWith(reading, transcript, timings, token);
    QCOMPARE(heard.span.first, first);
    QCOMPARE(heard.span.last, last);
    QCOMPARE(heard.isEstimated, isEstimated);
}

void TestHeard::whatWasListenedToIsHeardByTheWord_data()
{
    QTest::addColumn<TimingOrigin>("origin");
    QTest::newRow("by the machine") << TimingOrigin::Aligned;
    QTest::newRow("by the reader") << TimingOrigin::Tapped;
}

// One word that is known makes its neighbours' times good enough; other sentences are as they were.
void TestHeard::whatWasListenedToIsHeardByTheWord()
{
    QFETCH(TimingOrigin, origin);
    const Transcript transcript = formats::parseWebVtt(sentences).transcript;
    Timings timings = estimateTimings(transcript, MediaTime(60000));
    timings[3].origin = origin;
    const Reading reading = read(transcript, timings);
    for (const TokenIndex token : {2, 3})
        QCOMPARE(heardWith(reading, transcript, timings, token), (Heard{{token, token}, false}));
    QCOMPARE(heardWith(reading, transcript, timings, 7), (Heard{{5, 9}, false}));
}

QTEST_GUILESS_MAIN(TestHeard)
#include "test_heard.moc"
