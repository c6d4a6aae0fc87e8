// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/fileclock.h"

#include "align/spacedtext.h"
#include "transcript/timing.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::align;
using namespace std::chrono_literals;
using transcript::Anchor;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::Transcript;

namespace {

constexpr TokenIndex count = 200;

// A word a second, each as long as half of one; `perSegment`: words in one caption.
Transcript timed(int perSegment = 1)
{
    Transcript transcript = test::spacedText(QStringList(count, u"word"_s).join(u' '));
    for (TokenIndex i = 0; i < count; i += perSegment) {
        const MediaTime start = i * 1000ms;
        transcript.segments.push_back({{i, i + perSegment - 1}, start, start + (perSegment - 1) * 1000ms + 500ms});
    }
    return transcript;
}

Timings timesOf(const Statement &statement)
{
    return transcript::estimateTimings(statement.transcript, {});
}

} // namespace

class TestAlignFileClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clocksLeadToEachOther()
    {
        const std::vector<MediaSpan> spans{{10s, 12s}, {30s, 35s}};
        QCOMPARE(audioTimeOf(9999ms, spans), 9999ms);
        QCOMPARE(audioTimeOf(10s, spans), MediaTime(12s));
        QCOMPARE(audioTimeOf(27s, spans), MediaTime(29s));
        QCOMPARE(audioTimeOf(28s, spans), MediaTime(35s));
        for (MediaTime time{}; time < 60s; time += 500ms)
            QCOMPARE(fileTimeOf(audioTimeOf(time, spans), spans), time);
        QCOMPARE(fileTimeOf(11s, spans), MediaTime(10s));
        QCOMPARE(fileTimeOf(33s, spans), MediaTime(28s));
    }

    void wordsGoBehindSpans()
    {
        // Given out of order, and one reaches into the other.
        const Timings stated = timesOf(statedTimes(timed(), {{60s, 65s}, {9s, 11s}, {10s, 12s}}, {}));
        QCOMPARE(stated[8].start, MediaTime(8s));
        QCOMPARE(stated[9].start, MediaTime(12s));
        QCOMPARE(stated[9].end, 12500ms);
        QCOMPARE(stated[56].start, MediaTime(59s));
        QCOMPARE(stated[57].start, MediaTime(65s));
        QCOMPARE(stated[57].origin, TimingOrigin::Given);
    }

    void captionsReachOverSpansOrGoBehindThem()
    {
        const auto segments = statedTimes(timed(10), {{15s, 20s}, {39500ms, 42s}}, {}).transcript.segments;
        QCOMPARE(segments[0].end, 9500ms);
        QCOMPARE(segments[1].start, MediaTime(10s));
        QCOMPARE(segments[1].end, 24500ms); // 5 s of it in another place
        QCOMPARE(segments[3].start, MediaTime(35s));
        QCOMPARE(segments[4].start, 47500ms);
        // One that ends where the span begins ends there still.
        QCOMPARE(statedTimes(timed(10), {{9500ms, 12s}}, {}).transcript.segments[0].end, 9500ms);
    }

    void anchorsThatAgreeTakeWordsNearbyAlong()
    {
        const Statement statement = statedTimes(timed(), {}, {{50, 50400ms}, {52, 51900ms}});
        const Timings stated = timesOf(statement);
        QVERIFY(statement.edges.empty());
        QCOMPARE(stated[50].start, 50400ms);
        QCOMPARE(stated[51].start, 51150ms);
        QCOMPARE(stated[52].start, 51900ms);
        QVERIFY(stated[49].start > 49s && stated[49].start < 50s);
        for (TokenIndex i = 0; i < count; ++i) {
            QCOMPARE(stated[size_t(i)].origin, TimingOrigin::Given);
            QVERIFY(stated[size_t(i)].end > stated[size_t(i)].start);
            if (i <= 45 || i >= 57)
                QCOMPARE(stated[size_t(i)].start, i * 1000ms);
        }
    }

    void whatAnAnchorContradictsIsLeftOut()
    {
        const Statement statement = statedTimes(timed(), {}, {{100, 110s}});
        const auto isLeftOut = [&](TokenIndex token) {
            return std::ranges::none_of(statement.transcript.segments,
                                        [&](const auto &segment) { return segment.span.contains(token); });
        };
        // A minute around 100 s and 110 s.
        for (TokenIndex i = 0; i < count; ++i)
            QCOMPARE(isLeftOut(i), i > 40 && i < 170);
        QCOMPARE(statement.edges, (std::vector<Anchor>{{40, 40s}, {170, 170s}}));
        QCOMPARE(timesOf(statement)[170].start, MediaTime(170s));
    }

    void noneIsLeftOutBeyondTheNextAnchor()
    {
        const Statement statement = statedTimes(timed(), {}, {{90, 90s}, {100, 110s}, {180, 190s}});
        QCOMPARE(statement.transcript.segments.size(), size_t(91));
        QCOMPARE(statement.transcript.segments.back().span.first, 90);
        QVERIFY(statement.edges.empty());
    }

    // By the audio's clock nothing is wrong with it.
    void anchorsAreComparedBehindSpans()
    {
        const Statement statement = statedTimes(timed(), {{20s, 30s}}, {{100, 110s}});
        QCOMPARE(statement.transcript.segments.size(), size_t(count));
        QCOMPARE(timesOf(statement)[100].start, MediaTime(110s));
    }

    void anchorsWithinCaptionsContradictNothing()
    {
        QCOMPARE(statedTimes(timed(10), {}, {{15, 18s}}).transcript.segments.size(), size_t(count / 10));
        const Statement statement = statedTimes(timed(10), {}, {{15, 28s}});
        QVERIFY(statement.transcript.segments.size() < size_t(count / 10));
        QVERIFY(!statement.transcript.segments.front().span.contains(15));
    }
};

QTEST_GUILESS_MAIN(TestAlignFileClock)
#include "test_align_fileclock.moc"
