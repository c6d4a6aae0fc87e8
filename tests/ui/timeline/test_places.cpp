// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/places.h"
#include "ui/timeline/spoken.h"
#include "ui/transcript/madeepisode.h"

#include <QTest>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Place::Kind;

// What stands where on the timeline, and what is said there. Every token of a made episode lasts 280 ms of
// the 300 until the next.
class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chaptersWithoutTitleAreNumbered();
    void highlightsStandWhereTheirWordsAre();
    void cuesInARowAreOne();
    void soundWithoutWordsIsNotInTheText_data();
    void soundWithoutWordsIsNotInTheText();
    void estimatedTimesKnowNothingOfTheSound();
    void whatTheReaderMarkedIsNotFoundAgain_data();
    void whatTheReaderMarkedIsNotFoundAgain();
    void estimatedWordsMakeStretches();
    void theNarrowestPlaceIsFound();
    void wordsAreSaidAtTheirTimes_data();
    void wordsAreSaidAtTheirTimes();
    void longTextIsCutBetweenWords();
    void nothingIsSaidWithoutText();
};

namespace {

// A level a twentieth: loud from `from` to `to`, silent elsewhere.
audio::Peaks loudBetween(const std::vector<MediaSpan> &stretches, MediaTime length)
{
    audio::Peaks peaks{QByteArray(qsizetype(length / 50ms), char(1))};
    for (const MediaSpan &stretch : stretches) {
        for (auto i = stretch.start / 50ms; i < stretch.end / 50ms; ++i)
            peaks.levels[qsizetype(i)] = char(200);
    }
    return peaks;
}

notes::Highlight highlightOver(int first, int last, notes::Place place = notes::Place::Words)
{
    notes::Highlight highlight;
    highlight.id = HighlightId::create();
    highlight.place = place;
    highlight.span = {first, last};
    highlight.mark = notes::Mark::Three;
    return highlight;
}

} // namespace

void TestPlaces::chaptersWithoutTitleAreNumbered()
{
    const std::vector<audio::Chapter> chapters{{0s, 10s, u"The harbour"_s}, {10s, 20s, {}}};
    const std::vector<Place> expected{{Kind::Chapter, 0s, 10s, u"The harbour"_s},
                                      {Kind::Chapter, 10s, 20s, u"Chapter 2"_s}};
    QCOMPARE(chapterPlaces(chapters), expected);
}

void TestPlaces::highlightsStandWhereTheirWordsAre()
{
    const library::OpenEpisode open = made::longEpisode(60);
    notes::Highlight moment = highlightOver(9, 9, notes::Place::Moment);
    moment.selectors.start = 2800ms;
    const std::vector<notes::Highlight> highlights{highlightOver(10, 14), highlightOver(2, 3),
                                                   highlightOver(0, 0, notes::Place::Episode),
                                                   highlightOver(0, 0, notes::Place::Lost), moment};
    const auto places = highlightPlaces(highlights, open.timings);
    const std::vector<Place> expected{
        {Kind::Highlight, 600ms, 1180ms, {}, notes::Mark::Three, highlights[1].id},
        {Kind::Moment, 2800ms, 2800ms, {}, notes::Mark::Three, moment.id},
        {Kind::Highlight, 3000ms, 4480ms, {}, notes::Mark::Three, highlights[0].id},
    };
    QCOMPARE(places, expected);
}

void TestPlaces::cuesInARowAreOne()
{
    const library::OpenEpisode open = made::episode({{{}, u"[Music] Good morning. [upbeat music] Again. [Music]"_s}});
    // "[upbeat music]" comes as two pieces, as a captioner's does.
    const auto places = cuePlaces(open.transcript, open.timings);
    QStringList cues;
    for (const Place &place : places) {
        QCOMPARE(place.kind, Kind::Cue);
        cues << place.text;
    }
    QVERIFY2(cues.startsWith(u"[Music]"_s) && cues.endsWith(u"[Music]"_s), qPrintable(cues.join(u'|')));

    library::OpenEpisode two = made::episode({{{}, u"[upbeat [music] Again."_s}});
    const auto joined = cuePlaces(two.transcript, two.timings);
    QCOMPARE(joined, (std::vector<Place>{{Kind::Cue, 0ms, 580ms, u"[upbeat [music]"_s}}));
}

void TestPlaces::soundWithoutWordsIsNotInTheText_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("found");
    // Ten words from 0 to 3 s, then none until 13 s.
    QTest::newRow("a long stretch") << 4000 << 11000 << true;
    QTest::newRow("pauses on either side are taken off") << 5000 << 8000 << true;
    QTest::newRow("two seconds") << 6000 << 8000 << true;
    QTest::newRow("a cough") << 6000 << 7000 << false;
    QTest::newRow("a pause") << 0 << 0 << false;
}

void TestPlaces::soundWithoutWordsIsNotInTheText()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const bool, found);
    library::OpenEpisode open = made::longEpisode(20);
    for (size_t i = 0; i < open.timings.size(); ++i) {
        const MediaTime start = MediaTime(300 * qint64(i % 10)) + (i < 10 ? 0s : 13s);
        open.timings[i] = {start, start + 300ms, 1, transcript::TimingOrigin::Aligned};
    }
    const audio::Peaks peaks = loudBetween({{0ms, 3s}, {MediaTime(from), MediaTime(to)}, {13s, 16s}}, 16s);
    const auto places = placesNotInText(open.timings, peaks);
    QCOMPARE(places.size(), size_t(found ? 1 : 0));
    if (found)
        QCOMPARE(places.front(), (Place{Kind::NotInText, MediaTime(from), MediaTime(to), {}}));
}

void TestPlaces::estimatedTimesKnowNothingOfTheSound()
{
    library::OpenEpisode open = made::longEpisode(20);
    for (auto &timing : open.timings)
        timing.origin = transcript::TimingOrigin::Estimated;
    QVERIFY(placesNotInText(open.timings, loudBetween({{0ms, 60s}}, 60s)).empty());
    QVERIFY(placesNotInText({}, loudBetween({{0ms, 60s}}, 60s)).empty());
    // The words are over after 6 s, the sound is not.
    for (auto &timing : open.timings)
        timing.origin = transcript::TimingOrigin::Aligned;
    QCOMPARE(placesNotInText(open.timings, loudBetween({{0ms, 60s}}, 60s)).size(), size_t(1));
}

void TestPlaces::whatTheReaderMarkedIsNotFoundAgain_data()
{
    QTest::addColumn<std::vector<MediaSpan>>("marked");
    QTest::addColumn<std::vector<MediaSpan>>("found");
    using Spans = std::vector<MediaSpan>;
    QTest::newRow("nothing") << Spans{} << Spans{{5s, 12s}};
    QTest::newRow("all of it") << Spans{{4s, 13s}} << Spans{};
    QTest::newRow("its beginning") << Spans{{4s, 7s}} << Spans{{7s, 12s}};
    QTest::newRow("its middle") << Spans{{8s, 9s}} << Spans{{5s, 8s}, {9s, 12s}};
    QTest::newRow("all but a second") << Spans{{6s, 12s}} << Spans{};
    QTest::newRow("one within another") << Spans{{4s, 8s}, {5s, 6s}} << Spans{{8s, 12s}};
    QTest::newRow("somewhere else") << Spans{{1s, 2s}, {14s, 15s}} << Spans{{5s, 12s}};
}

void TestPlaces::whatTheReaderMarkedIsNotFoundAgain()
{
    QFETCH(const std::vector<MediaSpan>, marked);
    QFETCH(const std::vector<MediaSpan>, found);
    library::OpenEpisode open = made::longEpisode(20);
    for (size_t i = 0; i < open.timings.size(); ++i) {
        const MediaTime start = MediaTime(300 * qint64(i % 10)) + (i < 10 ? 0s : 13s);
        open.timings[i] = {start, start + 300ms, 1, transcript::TimingOrigin::Aligned};
    }
    const audio::Peaks peaks = loudBetween({{0ms, 3s}, {5s, 12s}, {13s, 16s}}, 16s);
    std::vector<MediaSpan> spans;
    for (const Place &place : placesNotInText(open.timings, peaks, marked))
        spans.push_back({place.start, place.end});
    QCOMPARE(spans, found);
    const auto places = placesMarkedOut(marked);
    QCOMPARE(places.size(), marked.size());
    for (size_t i = 0; i < places.size(); ++i)
        QCOMPARE(places[i], (Place{Kind::MarkedOut, marked[i].start, marked[i].end, {}}));
}

void TestPlaces::estimatedWordsMakeStretches()
{
    using enum transcript::TimingOrigin;
    transcript::Timings timings;
    for (const auto origin : {Estimated, Estimated, Aligned, Interpolated, Estimated, Given, Tapped}) {
        const MediaTime start(qint64(timings.size()) * 1000);
        timings.push_back({start, start + 900ms, 1, origin});
    }
    QCOMPARE(estimatedStretches(timings), (std::vector<MediaSpan>{{0ms, 1900ms}, {4000ms, 4900ms}}));
    QVERIFY(estimatedStretches({}).empty());
}

void TestPlaces::theNarrowestPlaceIsFound()
{
    const std::vector<Place> places{
        {Kind::Highlight, 1s, 9s, u"long"_s}, {Kind::Cue, 2s, 3s, u"cue"_s}, {Kind::Highlight, 4s, 5s, u"short"_s}};
    const auto name = [&](Kind kind, MediaTime time, MediaTime reach = {}) {
        const Place *place = placeAt(places, kind, time, reach);
        return place ? place->text : QString();
    };
    QCOMPARE(name(Kind::Highlight, 4500ms), u"short"_s);
    QCOMPARE(name(Kind::Highlight, 2500ms), u"long"_s);
    QCOMPARE(name(Kind::Cue, 2500ms), u"cue"_s);
    QCOMPARE(name(Kind::Cue, 3100ms), QString());
    QCOMPARE(name(Kind::Cue, 3100ms, 200ms), u"cue"_s);
    QCOMPARE(name(Kind::Highlight, 0s), QString());
    QCOMPARE(name(Kind::Chapter, 2500ms), QString());
}

void TestPlaces::wordsAreSaidAtTheirTimes_data()
{
    QTest::addColumn<int>("time");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("after");
    // Labels are tokens, too: "MARA:" until 300, "We" 300, "met." 600, "[Music]" 900, "JONAS:" 1200, "When?" 1500.
    QTest::newRow("before the first word, a label") << 0 << u""_s << u""_s << u"We met. [Music] When?"_s;
    QTest::newRow("first word") << 300 << u""_s << u"We"_s << u"met. [Music] When?"_s;
    QTest::newRow("between two words") << 590 << u""_s << u"We"_s << u"met. [Music] When?"_s;
    QTest::newRow("a cue") << 1000 << u"We met."_s << u"[Music]"_s << u"When?"_s;
    QTest::newRow("last word, in another paragraph") << 1500 << u"We met. [Music]"_s << u"When?"_s << u""_s;
    QTest::newRow("long after") << 60000 << u"We met. [Music] When?"_s << u""_s << u""_s;
}

void TestPlaces::wordsAreSaidAtTheirTimes()
{
    QFETCH(const int, time);
    QFETCH(const QString, before);
    QFETCH(const QString, word);
    QFETCH(const QString, after);
    const library::OpenEpisode open = made::episode({{u"Mara"_s, u"We met. [Music]"_s}, {u"Jonas"_s, u"When?"_s}});
    const Spoken spoken = spokenAt(open.reading, open.timings, MediaTime(time));
    QCOMPARE(spoken.before, before);
    QCOMPARE(spoken.word, word);
    QCOMPARE(spoken.after, after);
    QVERIFY(spoken.token);
    QVERIFY(!spoken.isEstimated);
}

void TestPlaces::longTextIsCutBetweenWords()
{
    const library::OpenEpisode open = made::longEpisode(1000);
    const QStringList words = QString(open.reading.text).replace(u'\n', u' ').split(u' ');
    for (MediaTime time = 60s; time < 200s; time += 1700ms) {
        const Spoken spoken = spokenAt(open.reading, open.timings, time);
        QVERIFY(spoken.before.size() <= 60 && spoken.after.size() <= 60);
        QVERIFY(spoken.before.size() > 40 && spoken.after.size() > 40);
        for (const QString &word : (spoken.before + u' ' + spoken.after).split(u' '))
            QVERIFY2(words.contains(word), qPrintable(word));
    }
}

void TestPlaces::nothingIsSaidWithoutText()
{
    QCOMPARE(spokenAt({}, {}, 1s), Spoken());
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "test_places.moc"
