// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/anchors.h"
#include "align/captiontimes.h"
#include "align/corridor.h"
#include "align/gaps.h"
#include "align/knowntimes.h"
#include "align/outside.h"
#include "align/spacedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::align;
using namespace std::chrono_literals;
using transcript::Anchor;
using transcript::Segment;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenSpan;
using transcript::WordTiming;

Q_DECLARE_METATYPE(earmark::ErrorCode)

namespace {

constexpr int any = std::numeric_limits<int>::max();

// Words of a text of five: a pause, the two states of word 0, a pause, and so on.
const std::vector<int> fiveWords{-1, 0, 0, -1, 1, 1, -1, 2, 2, -1, 3, 3, -1, 4, 4, -1};

Timings startingAt(const std::vector<int> &milliseconds, TimingOrigin origin)
{
    Timings timings;
    for (const int start : milliseconds)
        timings.push_back({MediaTime(start), MediaTime(start + 100), 0.9F, origin});
    return timings;
}

std::vector<int> starts(const Timings &timings)
{
    std::vector<int> result;
    for (const auto &timing : timings)
        result.push_back(int(timing.start.count()));
    return result;
}

} // namespace

class TestAlignCorridor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsHoldFromTheFrameOn()
    {
        // Word 1 begins at 0.025 s, where frame 3 does.
        const Limits limits = limitsOf({{.position = positionIn(1), .earliest = 0.025, .latest = 0.025}}, 6);
        QCOMPARE(limits.first, (std::vector<int>{0, 0, 0, 3, 3, 3}));
        QCOMPARE(limits.last, (std::vector<int>{2, 2, 2, any, any, any}));
    }

    void limitsNeverFall()
    {
        const Limits limits = limitsOf({{.position = 7, .earliest = 0.045, .latest = 0.045},
                                        {.position = 3, .earliest = 0.025, .latest = 0.025},
                                        {.position = 5, .earliest = 0.005}},
                                       6);
        QCOMPARE(limits.first, (std::vector<int>{0, 0, 0, 3, 3, 7}));
        QCOMPARE(limits.last, (std::vector<int>{2, 2, 2, 6, 6, any}));
    }

    void nothingKnownIsNoLimit()
    {
        QVERIFY(limitsOf(std::vector<KnownPlace>(), 100).isEmpty());
        QVERIFY(limitsOf({{.position = 1, .earliest = 0}}, 0).isEmpty());
    }

    void timesOutsideTheRecordingAreNoLimitInIt()
    {
        const Limits limits = limitsOf({{.position = 3, .latest = 9}, {.position = 1, .earliest = -5}}, 3);
        QCOMPARE(limits.first, (std::vector<int>{0, 0, 0}));
        QCOMPARE(limits.last, (std::vector<int>{any, any, any}));
    }

    void statesOutsideCostMore_data()
    {
        QTest::addColumn<int>("frame");
        QTest::addColumn<int>("factor");
        QTest::addColumn<int>("first");
        QTest::addColumn<std::vector<int>>("allowed"); // of the states from `first` on, six of them
        // Word 2 (states 7 and 8) begins at frame 4, word 4 not before frame 6.
        QTest::newRow("before") << 3 << 1 << 4 << std::vector<int>{4, 5, 6};
        QTest::newRow("there") << 4 << 1 << 4 << std::vector<int>{7, 8, 9};
        QTest::newRow("up to the next") << 5 << 1 << 9 << std::vector<int>{9, 10, 11, 12};
        QTest::newRow("after all") << 6 << 1 << 9 << std::vector<int>{9, 10, 11, 12, 13, 14};
        QTest::newRow("two frames are one") << 2 << 2 << 7 << std::vector<int>{7, 8, 9, 10, 11, 12};
        QTest::newRow("all of it before") << 0 << 1 << 8 << std::vector<int>{};
    }
    void statesOutsideCostMore()
    {
        QFETCH(int, frame);
        QFETCH(int, factor);
        QFETCH(int, first);
        QFETCH(std::vector<int>, allowed);
        const Corridor corridor{{},
                                limitsOf({{.position = positionIn(2), .earliest = 0.035, .latest = 0.035},
                                          {.position = positionIn(4), .earliest = 0.055}},
                                         8)};
        const CorridorCosts costs(&corridor, fiveWords, factor, 3);
        std::vector<float> row(6, 1);
        costs.add(frame, first, row);
        for (size_t k = 0; k < row.size(); ++k) {
            const bool isAllowed = std::find(allowed.begin(), allowed.end(), first + int(k)) != allowed.end();
            QVERIFY2(row[k] == (isAllowed ? 1.0F : 4.0F), qPrintable(QString::number(first + int(k))));
        }
    }

    void theNearestStateIsInTheCorridor()
    {
        const Corridor corridor{limitsOf({{.position = positionIn(2), .earliest = 0.035, .latest = 0.035}}, 8), {}};
        const CorridorCosts costs(&corridor, fiveWords, 1, 0);
        QCOMPARE(costs.nearest(0, 12), 6);
        QCOMPARE(costs.nearest(0, 2), 2);
        QCOMPARE(costs.nearest(7, 2), 7);
        QCOMPARE(CorridorCosts(nullptr, fiveWords, 1, 0).nearest(0, 12), 12);
    }

    void captionsOfAnotherEditionAreLeftOut_data()
    {
        QTest::addColumn<std::vector<double>>("late"); // of what is heard, a caption, in seconds
        QTest::addColumn<std::vector<int>>("kept");
        const auto row = [](const char *name, std::vector<double> late, std::vector<int> kept) {
            QTest::newRow(name) << late << kept;
        };
        row("to the point", {0, 0, 0, 0, 0, 0}, {0, 1, 2, 3, 4, 5});
        row("sloppy", {0.5, -0.5, 0.4, 0, 1.2, -0.7}, {0, 1, 2, 3, 4, 5});
        row("all shifted", {8, 8.2, 7.9, 8, 8, 8.3}, {});
        row("found in the wrong places", {-60, -40, 2, 9, 30, 40}, {0, 1, 2, 3, 4, 5});
        row("the first is lost", {-50, 0, 0, 0, 0, 0}, {0, 1, 2, 3, 4, 5});
        row("too few to tell", {8, 8, 8}, {0, 1, 2});
    }
    void captionsOfAnotherEditionAreLeftOut()
    {
        QFETCH(std::vector<double>, late);
        QFETCH(std::vector<int>, kept);
        // A caption has two words, of which the second is not heard.
        std::vector<CaptionTimes> captions;
        Path path{1, {}, std::vector<int>(30000, Path::pause)};
        for (int i = 0; i < int(late.size()); ++i) {
            captions.push_back({2 * i, 2 * i + 2, 100.0 + 5 * i, 105.0 + 5 * i});
            path.word[size_t((captions.back().start + late[size_t(i)]) / frameHop)] = 2 * i;
        }
        path.place.assign(path.word.size(), 0);
        std::vector<int> left;
        for (const CaptionTimes &caption : withoutShifted(captions, path))
            left.push_back(caption.firstWord / 2);
        QCOMPARE(left, kept);
    }

    void anchorsAreKeptAndTheRestGivesWay_data()
    {
        QTest::addColumn<std::vector<Anchor>>("anchors");
        QTest::addColumn<std::vector<int>>("starts");
        const auto row = [](const char *name, const std::vector<Anchor> &anchors, const std::vector<int> &expected) {
            QTest::newRow(name) << anchors << expected;
        };
        row("none", {}, {100, 200, 300, 400, 500});
        row("where it was", {{2, 300ms}}, {100, 200, 300, 400, 500});
        row("earlier", {{2, 150ms}}, {100, 150, 150, 400, 500});
        row("later", {{2, 450ms}}, {100, 200, 450, 450, 500});
        row("two", {{1, 250ms}, {3, 260ms}}, {100, 250, 260, 260, 500});
        row("ends", {{0, 50ms}, {4, 60ms}}, {50, 60, 60, 60, 60});
    }
    void anchorsAreKeptAndTheRestGivesWay()
    {
        QFETCH(std::vector<Anchor>, anchors);
        Timings timings = startingAt({100, 200, 300, 400, 500}, TimingOrigin::Aligned);
        keepAnchors(anchors, timings);
        QTEST(starts(timings), "starts");
        for (const Anchor &anchor : anchors) {
            QCOMPARE(timings[size_t(anchor.token)].origin, TimingOrigin::Tapped);
            QCOMPARE(timings[size_t(anchor.token)].confidence, 1.0F);
        }
        for (const auto &timing : timings)
            QVERIFY(timing.end >= timing.start);
    }

    void contradictionsAreRefused_data()
    {
        QTest::addColumn<std::vector<Anchor>>("anchors");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char *name, const std::vector<Anchor> &anchors, ErrorCode code, int token) {
            QTest::newRow(name) << anchors << code << QString::number(token);
        };
        row("turned round", {{1, 500ms}, {2, 400ms}}, ErrorCode::AnchorsContradict, 2);
        row("two at one time", {{1, 500ms}, {2, 500ms}}, ErrorCode::AnchorsContradict, 2);
        row("one at two times", {{1, 500ms}, {1, 600ms}}, ErrorCode::AnchorsContradict, 1);
        row("no such token", {{5, 500ms}}, ErrorCode::AnchorOutside, 5);
        row("below 0", {{-1, 500ms}}, ErrorCode::AnchorOutside, -1);
        row("after the end", {{1, 1000ms}}, ErrorCode::AnchorOutside, 1);
        row("before the beginning", {{1, -1ms}}, ErrorCode::AnchorOutside, 1);
    }
    void contradictionsAreRefused()
    {
        QFETCH(std::vector<Anchor>, anchors);
        const auto checked = checkAnchors(anchors, test::spacedText(u"a b c d e"_s), 1000ms);
        QVERIFY(!checked);
        QTEST(checked.error().code, "code");
        QTEST(checked.error().subject, "subject");
    }
    void soundAnchorsPass()
    {
        QVERIFY(checkAnchors({{0, 0ms}, {2, 999ms}}, test::spacedText(u"a b c"_s), 1000ms));
        QVERIFY(checkAnchors({}, test::spacedText(u"a"_s), 0ms));
    }

    void wordsBeforeTheFirstAnchorNeedTime()
    {
        const auto transcript = test::spacedText(u"somebody spoke "_s.repeated(30));
        QVERIFY(checkAnchors({{40, 8s}}, transcript, 60s));
        const auto checked = checkAnchors({{40, 500ms}}, transcript, 60s);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::AnchorsContradict);
        QCOMPARE(checked.error().subject, u"40"_s);
        // Behind the last one, audio may break off.
        QVERIFY(checkAnchors({{40, 59900ms}}, transcript, 60s));
    }

    void wordsBetweenAnchorsNeedTime_data()
    {
        QTest::addColumn<MediaTime>("time");
        QTest::addColumn<bool>("fits");
        QTest::newRow("as spoken") << MediaTime(20s) << true;
        QTest::newRow("by a fast talker") << MediaTime(8s) << true;
        QTest::newRow("by nobody") << MediaTime(3s) << false;
    }
    void wordsBetweenAnchorsNeedTime()
    {
        QFETCH(MediaTime, time);
        QFETCH(bool, fits);
        const auto transcript = test::spacedText(u"somebody spoke "_s.repeated(30) + u"[Music]"_s);
        const auto checked = checkAnchors({{0, 0ms}, {59, time}}, transcript, 60s);
        QCOMPARE(checked.has_value(), fits);
        if (fits)
            return;
        QCOMPARE(checked.error().code, ErrorCode::AnchorsContradict);
        QCOMPARE(checked.error().subject, u"59"_s);
    }

    void givenTimesAreKept()
    {
        auto transcript = test::spacedText(u"one two three four five six"_s);
        // The second has a time of its own, the last two have one together.
        transcript.segments = {{{1, 1}, 150ms, 180ms}, {{4, 5}, 600ms, 800ms}};
        Timings timings = startingAt({100, 200, 300, 400, 500, 700}, TimingOrigin::Aligned);
        keepGivenTimes(transcript, 1000ms, timings);
        QCOMPARE(starts(timings), (std::vector<int>{100, 150, 300, 400, 500, 700}));
        QCOMPARE(timings[1].origin, TimingOrigin::Given);
        QCOMPARE(timings[1].end, 180ms);
        QVERIFY(timings[0].end <= 150ms);
        QCOMPARE(timings[4].origin, TimingOrigin::Aligned);
    }

    void segmentsThatWereNotFoundKeepTheirPlace()
    {
        auto transcript = test::spacedText(u"one two three four"_s);
        transcript.segments = {{{1, 2}, 500ms, 700ms}};
        Timings timings = startingAt({100, 110, 120, 900}, TimingOrigin::Aligned);
        timings[1].origin = timings[2].origin = TimingOrigin::Interpolated;
        keepGivenTimes(transcript, 1000ms, timings);
        QCOMPARE(timings[1].start, 500ms);
        QCOMPARE(timings[2].end, 700ms);
        QCOMPARE(timings[2].origin, TimingOrigin::Interpolated);
    }

    void allGivenMeansEveryWord()
    {
        auto transcript = test::spacedText(u"[Music] one two"_s);
        QVERIFY(!areAllGiven(transcript));
        transcript.segments = {{{1, 1}, 1s, 2s}};
        QVERIFY(!areAllGiven(transcript));
        transcript.segments.push_back({{2, 2}, 2s, 3s});
        QVERIFY(areAllGiven(transcript));
        transcript.segments = {{{1, 2}, 1s, 3s}};
        QVERIFY(!areAllGiven(transcript));
    }

    // Ten seconds of four tokens, of which no word is in 4 to 6 s.
    void noWordIsLeftInASpanThatIsNotInTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Timings>("before");
        QTest::addColumn<std::vector<MediaTime>>("starts");
        const auto aligned = [](MediaTime start, MediaTime end) {
            return WordTiming{start, end, 1, TimingOrigin::Aligned};
        };
        const auto laid = [](MediaTime start, MediaTime end) {
            return WordTiming{start, end, 0.2F, TimingOrigin::Interpolated};
        };
        QTest::newRow("room before") << u"a b c d"_s
                                     << Timings{aligned(1s, 2s), laid(4s, 5s), laid(5s, 6s), aligned(6s, 7s)}
                                     << std::vector<MediaTime>{1s, 2s, 3s, 6s};
        QTest::newRow("room behind") << u"a b c d"_s
                                     << Timings{aligned(3s, 4s), laid(4s, 5s), laid(5s, 6s), aligned(9s, 10s)}
                                     << std::vector<MediaTime>{3s, 6s, 7s, 9s};
        QTest::newRow("little room") << u"a b c d"_s
                                     << Timings{aligned(1s, 3s), laid(4s, 5s), laid(5s, 6s), aligned(6s, 7s)}
                                     << std::vector<MediaTime>{1s, 3s, 3500ms, 6s};
        QTest::newRow("a cue stays") << u"a b [Music] d"_s
                                     << Timings{aligned(1s, 2s), laid(4s, 4500ms), laid(4500ms, 6s), laid(5s, 6s)}
                                     << std::vector<MediaTime>{1s, 2s, 4500ms, 6s};
        QTest::newRow("reaching in") << u"a b c d"_s
                                     << Timings{aligned(1s, 5s), aligned(6s, 7s), aligned(7s, 8s), aligned(8s, 9s)}
                                     << std::vector<MediaTime>{1s, 6s, 7s, 8s};
    }
    void noWordIsLeftInASpanThatIsNotInTheText()
    {
        QFETCH(QString, text);
        QFETCH(Timings, before);
        QFETCH(std::vector<MediaTime>, starts);
        const auto transcript = test::spacedText(text);
        keepOutside({{5s, 6s}, {4s, 5s}}, transcript, 10s, before);
        for (size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(before[i].start, starts[i]);
            const bool cue = transcript.tokens[i].kind == transcript::TokenKind::Cue;
            QVERIFY(cue || before[i].end <= 4s || before[i].start >= 6s);
        }
    }

    void spansThatCannotBeAreRefused()
    {
        const std::vector<Anchor> anchors{{2, 5s}};
        QCOMPARE(checkSpans({{4s, 6s}}, anchors, 10s).error().code, ErrorCode::AnchorsContradict);
        QCOMPARE(checkSpans({{4s, 6s}}, anchors, 10s).error().subject, u"2"_s);
        QVERIFY(checkSpans({{4s, 5s}}, anchors, 10s));
        QCOMPARE(checkSpans({{6s, 6s}}, {}, 10s).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(checkSpans({{10s, 12s}}, {}, 10s).error().code, ErrorCode::InvalidArgument);
    }

    void wordsThatWereNotFoundAreTextWithoutSound()
    {
        const auto transcript = test::spacedText(u"one two [Music] three four five six"_s);
        Timings timings = startingAt({0, 100, 200, 300, 400, 500, 600}, TimingOrigin::Aligned);
        timings[2].origin = TimingOrigin::Interpolated; // a cue is never found
        QVERIFY(textWithoutSound(transcript, timings).empty());
        for (const size_t i : {1, 3, 6})
            timings[i].origin = TimingOrigin::Interpolated;
        timings[5].origin = TimingOrigin::Estimated;
        QCOMPARE(textWithoutSound(transcript, timings), (std::vector<TokenSpan>{{1, 3}, {5, 6}}));
    }

    void soundWithoutTextIsLoudAndLong_data()
    {
        QTest::addColumn<int>("from"); // what sounds besides the words at 1 s and 12 s, in frames
        QTest::addColumn<int>("end");
        QTest::addColumn<std::vector<MediaSpan>>("spans");
        QTest::newRow("a pause") << 500 << 500 << std::vector<MediaSpan>{};
        QTest::newRow("a cough") << 500 << 600 << std::vector<MediaSpan>{};
        QTest::newRow("music") << 300 << 1100 << std::vector<MediaSpan>{{3s, 11s}};
        QTest::newRow("up to the word") << 300 << 1200 << std::vector<MediaSpan>{{3s, 12s}};
        QTest::newRow("at the end") << 1300 << 1600 << std::vector<MediaSpan>{{13s, 16s}};
    }
    void soundWithoutTextIsLoudAndLong()
    {
        QFETCH(int, from);
        QFETCH(int, end);
        std::vector<float> activity(1600, 0.1F);
        for (const int word : {100, 1200})
            std::fill_n(activity.begin() + word, 50, 0.9F);
        std::fill(activity.begin() + from, activity.begin() + end, 0.9F);
        const auto transcript = test::spacedText(u"one [Music] two"_s);
        const Timings timings{{1s, 1500ms, 1, TimingOrigin::Aligned},
                              {1500ms, 12s, 0, TimingOrigin::Interpolated},
                              {12s, 12500ms, 1, TimingOrigin::Aligned}};
        QTEST(soundWithoutText(transcript, timings, activity), "spans");
    }
};

QTEST_GUILESS_MAIN(TestAlignCorridor)
#include "test_align_corridor.moc"
