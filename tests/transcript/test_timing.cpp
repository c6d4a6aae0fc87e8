// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/timing.h"

#include <QTest>

using namespace earmark;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTiming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTokenHasATimeAndNoneGoesBack_data();
    void everyTokenHasATimeAndNoneGoesBack();
    void wordsFillTheEpisode();
    void withoutAudioASpeakerIsOfUsualSpeed();
    void wordsOfASegmentStayInsideIt();
    void wordWithASegmentOfItsOwnIsGiven();
    void tokensBetweenSegmentsLieBetweenThem();
    void labelsTakeNoTime();
    void tokenHeardAtATime_data();
    void tokenHeardAtATime();
    void onlyWhatWasHeardIsKnown();
    void alignmentIsNeededOnceAndWhereAWordHasNoTime_data();
    void alignmentIsNeededOnceAndWhereAWordHasNoTime();
};

namespace {

Transcript words(const QString &text)
{
    Transcript transcript;
    transcript.text = text;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    qint32 begin = 0;
    for (const QString &part : parts) {
        const TokenKind kind = part.startsWith(u'[') ? TokenKind::Cue
            : part.endsWith(u':')                    ? TokenKind::Speaker
                                                     : TokenKind::Word;
        transcript.tokens.push_back({kind, begin, qint32(part.size()), begin, qint32(part.size())});
        begin += qint32(part.size()) + 1;
    }
    return transcript;
}

} // namespace

void TestTiming::everyTokenHasATimeAndNoneGoesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("duration");
    QTest::newRow("empty") << QString() << qint64(1000);
    QTest::newRow("one word") << u"hello"_s << qint64(1000);
    QTest::newRow("only labels") << u"ANNA: BEN:"_s << qint64(1000);
    QTest::newRow("no audio") << u"one two [Music] three"_s << qint64(0);
    QTest::newRow("audio shorter than the words") << u"a b c d e f g h i j"_s << qint64(3);
}

void TestTiming::everyTokenHasATimeAndNoneGoesBack()
{
    QFETCH(QString, text);
    QFETCH(qint64, duration);
    const Transcript transcript = words(text);
    const Timings timings = estimateTimings(transcript, MediaTime(duration));
    QCOMPARE(timings.size(), transcript.tokens.size());
    MediaTime reached{};
    for (const WordTiming &timing : timings) {
        QVERIFY(timing.start >= reached);
        QVERIFY(timing.end >= timing.start);
        QCOMPARE(timing.origin, TimingOrigin::Estimated);
        reached = timing.start;
    }
}

void TestTiming::wordsFillTheEpisode()
{
    const Timings timings = estimateTimings(words(u"a longer word or two"_s), 10s);
    QCOMPARE(timings.front().start, MediaTime(0));
    QCOMPARE(timings.back().end, MediaTime(10s));
    QVERIFY(timings[1].end - timings[1].start > timings[0].end - timings[0].start);
}

void TestTiming::withoutAudioASpeakerIsOfUsualSpeed()
{
    const Timings timings = estimateTimings(words(u"word "_s.repeated(150)), 0ms);
    QCOMPARE(timings.back().end, MediaTime(60s));
}

void TestTiming::wordsOfASegmentStayInsideIt()
{
    Transcript transcript = words(u"one two three four"_s);
    transcript.segments = {{{0, 1}, 2s, 4s}, {{2, 3}, 10s, 12s}};
    const Timings timings = estimateTimings(transcript, 60s);
    QCOMPARE(timings[0].start, MediaTime(2s));
    QCOMPARE(timings[1].end, MediaTime(4s));
    QCOMPARE(timings[2].start, MediaTime(10s));
    QCOMPARE(timings[3].end, MediaTime(12s));
    for (const WordTiming &timing : timings)
        QCOMPARE(timing.origin, TimingOrigin::Interpolated);
}

void TestTiming::wordWithASegmentOfItsOwnIsGiven()
{
    Transcript transcript = words(u"ANNA: one two three"_s);
    transcript.segments = {{{0, 1}, 2s, 4s}, {{2, 3}, 10s, 12s}};
    const Timings timings = estimateTimings(transcript, 60s);
    QCOMPARE(timings[1], (WordTiming{2s, 4s, 1, TimingOrigin::Given}));
    QCOMPARE(timings[2].origin, TimingOrigin::Interpolated);
    QCOMPARE(timings[3].origin, TimingOrigin::Interpolated);
}

void TestTiming::tokensBetweenSegmentsLieBetweenThem()
{
    Transcript transcript = words(u"one two three four"_s);
    transcript.segments = {{{0, 0}, 1s, 2s}, {{3, 3}, 8s, 9s}};
    const Timings timings = estimateTimings(transcript, 60s);
    QCOMPARE(timings[1].start, MediaTime(2s));
    QCOMPARE(timings[2].end, MediaTime(8s));
    QCOMPARE(timings[1].origin, TimingOrigin::Estimated);
    QCOMPARE(timings[3].start, MediaTime(8s));
}

void TestTiming::labelsTakeNoTime()
{
    const Timings timings = estimateTimings(words(u"ANNA: hello"_s), 1s);
    QCOMPARE(timings[0].start, timings[0].end);
    QCOMPARE(timings[1].end, MediaTime(1s));
    QCOMPARE(tokenAt(timings, 0ms), std::optional<TokenIndex>(1));
}

void TestTiming::tokenHeardAtATime_data()
{
    QTest::addColumn<qint64>("at");
    QTest::addColumn<int>("token"); // -1: none
    QTest::newRow("before the first") << qint64(999) << -1;
    QTest::newRow("as it begins") << qint64(1000) << 0;
    QTest::newRow("as the next begins") << qint64(1200) << 1;
    QTest::newRow("just after it") << qint64(1899) << 1;
    QTest::newRow("in a longer pause") << qint64(1900) << -1;
    QTest::newRow("after the pause") << qint64(5000) << 2;
    QTest::newRow("long after the last") << qint64(99'000) << -1;
}

void TestTiming::tokenHeardAtATime()
{
    QFETCH(qint64, at);
    QFETCH(int, token);
    const Timings timings{{1000ms, 1200ms, 1, TimingOrigin::Aligned},
                          {1200ms, 1400ms, 1, TimingOrigin::Aligned},
                          {5000ms, 5300ms, 1, TimingOrigin::Aligned}};
    QCOMPARE(tokenAt(timings, MediaTime(at)).value_or(-1), token);
}

void TestTiming::onlyWhatWasHeardIsKnown()
{
    QVERIFY(!hasKnownTimes({}));
    QVERIFY(!hasKnownTimes({{0ms, 1ms, 0, TimingOrigin::Estimated}, {1ms, 2ms, 0, TimingOrigin::Interpolated}}));
    QVERIFY(hasKnownTimes({{0ms, 1ms, 0, TimingOrigin::Estimated}, {1ms, 2ms, 1, TimingOrigin::Aligned}}));
}

void TestTiming::alignmentIsNeededOnceAndWhereAWordHasNoTime_data()
{
    using enum TimingOrigin;
    QTest::addColumn<std::vector<TimingOrigin>>("origins"); // of "ANNA: one [Music] two"
    QTest::addColumn<bool>("needed");
    const auto row = [](const char *name, const std::vector<TimingOrigin> &origins, bool needed) {
        QTest::newRow(name) << origins << needed;
    };
    row("text alone", {Estimated, Estimated, Estimated, Estimated}, true);
    row("captions", {Interpolated, Interpolated, Interpolated, Interpolated}, true);
    row("a word has a time", {Estimated, Given, Estimated, Interpolated}, true);
    row("each word has one", {Estimated, Given, Estimated, Given}, false);
    row("aligned", {Interpolated, Aligned, Interpolated, Aligned}, false);
    row("aligned but for a word", {Interpolated, Aligned, Interpolated, Interpolated}, false);
    row("aligned inside captions", {Interpolated, Given, Interpolated, Aligned}, false);
    row("tapped", {Interpolated, Tapped, Interpolated, Interpolated}, false);
    row("nothing", {}, false);
}

void TestTiming::alignmentIsNeededOnceAndWhereAWordHasNoTime()
{
    QFETCH(std::vector<TimingOrigin>, origins);
    Timings timings;
    for (const TimingOrigin origin : origins)
        timings.push_back({0ms, 0ms, 0, origin});
    QTEST(needsAlignment(words(u"ANNA: one [Music] two"_s), timings), "needed");
}

QTEST_GUILESS_MAIN(TestTiming)
#include "test_timing.moc"
