// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/reattach.h"
#include "align/spacedtext.h"
#include "align/wordtimings.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::align;
using transcript::TimingOrigin;
using transcript::Timings;

namespace {

using Found = std::vector<std::optional<WordSpan>>;

// The timings of a text whose spoken tokens were found at these times.
Timings timed(const QString &text, const Found &found, int milliseconds)
{
    const auto transcript = test::spacedText(text);
    std::vector<TrackWord> words;
    for (const Chunk &chunk : chunksToSpeak(transcript)) {
        for (const ChunkWord &word : chunk.words)
            words.push_back({word.token, 0});
    }
    Q_ASSERT(words.size() == found.size());
    return timingsFromSpans(transcript, words, found, MediaTime(milliseconds));
}

std::vector<int> starts(const Timings &timings)
{
    std::vector<int> result;
    for (const auto &timing : timings)
        result.push_back(int(timing.start.count()));
    return result;
}

std::vector<int> ends(const Timings &timings)
{
    std::vector<int> result;
    for (const auto &timing : timings)
        result.push_back(int(timing.end.count()));
    return result;
}

void verifyPromises(const Timings &timings, int milliseconds)
{
    MediaTime reached{};
    for (const auto &timing : timings) {
        QVERIFY(timing.start >= reached);
        QVERIFY(timing.end >= timing.start);
        QVERIFY(timing.end <= MediaTime(milliseconds));
        QVERIFY(timing.confidence >= 0 && timing.confidence <= 1);
        reached = timing.start;
    }
}

} // namespace

class TestAlignTimings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foundWordsKeepTheirTimes()
    {
        const Timings timings = timed(u"we left"_s, {WordSpan{0.5, 0.7, 0.9F}, WordSpan{0.7, 1.2, 0.8F}}, 2000);
        QCOMPARE(starts(timings), (std::vector{500, 700}));
        QCOMPARE(ends(timings), (std::vector{700, 1200}));
        QCOMPARE(timings[0].origin, TimingOrigin::Aligned);
        QCOMPARE(timings[0].confidence, 0.9F);
    }

    void cuesTakeTheirGap_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<int>>("begin");
        QTest::addColumn<std::vector<int>>("end");
        QTest::newRow("between") << u"we [Music] left"_s << std::vector{1000, 2000, 5000}
                                 << std::vector{2000, 5000, 6000};
        QTest::newRow("two pieces") << u"we [upbeat music] left"_s << std::vector{1000, 2000, 3500, 5000}
                                    << std::vector{2000, 3500, 5000, 6000};
        QTest::newRow("at the head") << u"[Music] we left"_s << std::vector{0, 1000, 5000}
                                     << std::vector{1000, 2000, 6000};
        QTest::newRow("at the end") << u"we left [Applause]"_s << std::vector{1000, 5000, 6000}
                                    << std::vector{2000, 6000, 9000};
        QTest::newRow("a label takes no time") << u"we [Music] ANNA:: left"_s << std::vector{1000, 2000, 5000, 5000}
                                               << std::vector{2000, 5000, 5000, 6000};
    }
    void cuesTakeTheirGap()
    {
        QFETCH(QString, text);
        const Timings timings = timed(text, {WordSpan{1, 2, 1}, WordSpan{5, 6, 1}}, 9000);
        QTEST(starts(timings), "begin");
        QTEST(ends(timings), "end");
    }

    void wordsNotFoundStandBesideTheirNeighbours()
    {
        // Much room: they follow the word before, as fast as one speaks.
        const Timings roomy = timed(u"we left early today"_s, {WordSpan{1, 2, 1}, {}, {}, WordSpan{50, 51, 1}}, 60000);
        QCOMPARE(roomy[1].origin, TimingOrigin::Interpolated);
        QCOMPARE(roomy[1].start, MediaTime(2000));
        QVERIFY(roomy[2].end < MediaTime(4000));
        // Little room: they share it.
        const Timings narrow = timed(u"we left early today"_s, {WordSpan{1, 2, 1}, {}, {}, WordSpan{2.3, 3, 1}}, 60000);
        QVERIFY(narrow[1].end > MediaTime(2100) && narrow[1].end < MediaTime(2200));
        QCOMPARE(narrow[2].end, MediaTime(2300));
        // Before all others: they lead up to the first that was found.
        const Timings head = timed(u"we left early today"_s, {{}, {}, WordSpan{30, 31, 1}, WordSpan{31, 32, 1}}, 60000);
        QVERIFY(head[0].start > MediaTime(28000));
        QCOMPARE(head[1].end, MediaTime(30000));
        // With a cue: it has what the words leave.
        const Timings cue = timed(u"we left [Music] early"_s, {WordSpan{1, 2, 1}, {}, WordSpan{30, 31, 1}}, 60000);
        QCOMPARE(cue[1].start, MediaTime(2000));
        QCOMPARE(cue[2].start, cue[1].end);
        QCOMPARE(cue[2].end, MediaTime(30000));
    }

    void nothingFoundIsSpreadOverTheWhole()
    {
        const Timings timings = timed(u"we left [Music] early"_s, {{}, {}, {}}, 60000);
        verifyPromises(timings, 60000);
        QCOMPARE(timings.front().start, MediaTime(0));
        QVERIFY(timings.back().start > MediaTime(30000));
        QVERIFY(!transcript::hasKnownTimes(timings));
    }

    void badSpansNeverBreakThePromises_data()
    {
        QTest::addColumn<Found>("found");
        QTest::newRow("beyond the end") << Found{WordSpan{1, 2, 1}, WordSpan{8, 12, 1}, WordSpan{13, 14, 1}};
        QTest::newRow("backwards") << Found{WordSpan{5, 6, 1}, WordSpan{3, 4, 1}, WordSpan{1, 2, 1}};
        QTest::newRow("overlapping") << Found{WordSpan{1, 6, 1}, {}, WordSpan{2, 3, 1}};
        QTest::newRow("last not found") << Found{WordSpan{9.9, 10, 1}, {}, {}};
        QTest::newRow("first not found") << Found{{}, {}, WordSpan{0, 0.1, 1}};
    }
    void badSpansNeverBreakThePromises()
    {
        QFETCH(Found, found);
        const Timings timings = timed(u"[Music] we left [Laughter] ANNA:: early [Music]"_s, found, 10000);
        QCOMPARE(timings.size(), size_t(7));
        verifyPromises(timings, 10000);
    }

    void endsAreDrawnBackOverSilence()
    {
        Path path{2, {}, {}};
        for (int t = 0; t < 50; ++t) {
            path.place.push_back(t);
            path.word.push_back(t < 25 ? 0 : 2);
        }
        std::vector<float> activity(100, 1.0F);
        std::fill(activity.begin() + 30, activity.begin() + 50, 0.0F);
        const auto spans = wordSpans(path, path, 3, activity);
        QVERIFY(spans[0] && !spans[1] && spans[2]);
        QVERIFY(std::abs(spans[0]->start - 0.0) < 0.011);
        QVERIFY(std::abs(spans[0]->end - 0.3) < 0.011);
        QVERIFY(std::abs(spans[2]->start - 0.5) < 0.011);
        QVERIFY(std::abs(spans[2]->end - 1.0) < 0.011);
        // A word that is silence altogether keeps a little.
        const auto silent = wordSpans(path, path, 3, std::vector<float>(100, 0.0F));
        QVERIFY(silent[2]->end >= silent[2]->start);
    }

    void disagreementCostsConfidence()
    {
        Path fine{2, std::vector<int>(50), std::vector<int>(50, 0)};
        Path coarse = fine;
        std::fill(coarse.word.begin(), coarse.word.begin() + 25, Path::pause);
        const std::vector<float> activity(100, 1.0F);
        const float sure = wordSpans(fine, fine, 1, activity)[0]->confidence;
        const float unsure = wordSpans(fine, coarse, 1, activity)[0]->confidence;
        QVERIFY(sure > unsure);
    }

    void doubtSpreadsToNeighbours()
    {
        Path fine{1, std::vector<int>(500), std::vector<int>(500)};
        for (int t = 0; t < 500; ++t)
            fine.word[size_t(t)] = t / 50;
        Path other = fine;
        std::fill(other.word.begin() + 150, other.word.begin() + 190, 2); // the fourth word comes 0.4 s late
        const auto spans = wordSpans(fine, other, 10, std::vector<float>(500, 1.0F));
        QVERIFY(spans[3]->confidence < 0.6F);
        QVERIFY(spans[1]->confidence < 0.8F);
        QVERIFY(spans[5]->confidence < 0.8F);
        QCOMPARE(spans[0]->confidence, 1.0F);
        QCOMPARE(spans[6]->confidence, 1.0F);
    }

    void isolatedWordsJoinTheNearerNeighbour_data()
    {
        QTest::addColumn<double>("at"); // where the word was found between two others that end at 2, begin at 20
        QTest::addColumn<bool>("loud");
        QTest::addColumn<int>("cue"); // before which word; -1: none
        QTest::addColumn<double>("start");
        QTest::newRow("nearer to the one before") << 6.0 << true << -1 << 2.0;
        QTest::newRow("nearer to the next") << 16.0 << true << -1 << 19.5;
        QTest::newRow("cue after it") << 16.0 << true << 4 << 2.0;
        QTest::newRow("cue before it") << 6.0 << true << 3 << 19.5;
        QTest::newRow("near enough") << 2.5 << true << -1 << 2.5;
        QTest::newRow("alone in silence") << 10.0 << false << -1 << 10.0;
    }
    void isolatedWordsJoinTheNearerNeighbour()
    {
        QFETCH(double, at);
        QFETCH(bool, loud);
        QFETCH(int, cue);
        QFETCH(double, start);
        std::vector<std::optional<WordSpan>> spans;
        for (const double begin : {0.5, 1.0, 1.5, at, 20.0, 20.5, 21.0})
            spans.push_back(WordSpan{begin, begin + 0.5, 1});
        std::vector<bool> cueBefore(8, false);
        if (cue >= 0)
            cueBefore[size_t(cue)] = true;
        const auto before = spans;
        reattachIsolated(spans, std::vector<float>(2200, loud ? 1.0F : 0.0F), cueBefore);
        QVERIFY(std::abs(spans[3]->start - start) < 1e-9);
        QVERIFY(std::abs(spans[3]->end - start - 0.5) < 1e-9);
        QCOMPARE(spans[3]->confidence<0.5F, std::abs(start - at)> 1e-9);
        spans[3] = before[3];
        QVERIFY(spans == before);
    }

    void doubtfulWordsOfAHeadJoinTheText_data()
    {
        QTest::addColumn<float>("confidence");
        QTest::addColumn<bool>("moved");
        QTest::newRow("doubtful") << 0.5F << true;
        QTest::newRow("an opening before the jingle") << 0.9F << false;
    }
    void doubtfulWordsOfAHeadJoinTheText()
    {
        QFETCH(float, confidence);
        QFETCH(bool, moved);
        // Three words, a minute, three words, a minute, and the text.
        std::vector<std::optional<WordSpan>> spans;
        for (const double begin : {1.0, 1.5, 2.0, 60.0, 60.5, 61.0})
            spans.push_back(WordSpan{begin, begin + 0.5, confidence});
        for (int i = 0; i < 20; ++i)
            spans.push_back(WordSpan{120.0 + i, 120.8 + i, 1});
        reattachIsolated(spans, std::vector<float>(15000, 1.0F), std::vector<bool>(27, false));
        QVERIFY(std::abs(spans[5]->end - (moved ? 120.0 : 61.5)) < 1e-9);
        QVERIFY(std::abs(spans[0]->start - (moved ? 117.0 : 1.0)) < 1e-9);
    }

    void aLoneFirstWordJoinsTheText()
    {
        std::vector<std::optional<WordSpan>> spans{WordSpan{0.4, 0.8, 1}, std::nullopt};
        for (int i = 0; i < 5; ++i)
            spans.push_back(WordSpan{9.0 + i, 9.8 + i, 1});
        reattachIsolated(spans, std::vector<float>(1500, 1.0F), std::vector<bool>(8, false));
        QVERIFY(std::abs(spans[0]->end - 9.0) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestAlignTimings)
#include "test_align_timings.moc"
