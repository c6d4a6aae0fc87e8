// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "library/alignment.h"
#include "library/episodesession.h"
#include "library/import.h"
#include "library/libraryservice.h"
#include "library/sayings.h"

#include <QSignalSpy>

#include <algorithm>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::EpisodeSession;
using library::KnownTimes;
using library::LibraryService;
using library::MarkedIn;
using library::MarkedOut;
using library::Tapped;
using library::TimesChange;
using library::TimesStep;
using library::Untapped;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::TokenIndex;
using transcript::Transcript;

namespace {

constexpr int words = 100;
constexpr MediaTime whole{100'000};

MediaTime seconds(double s)
{
    return MediaTime(qRound64(s * 1000));
}

Transcript someTranscript(int count = words)
{
    const auto parsed = formats::parseTranscript(someWords(count), u"a.txt"_s);
    return parsed ? parsed->transcript : Transcript{};
}

// A word a second, each as long as half of one.
KnownTimes everySecond(TimingOrigin origin, int count = words)
{
    KnownTimes known;
    for (int i = 0; i < count; ++i)
        known.timings.push_back({seconds(i), seconds(i + 0.5), origin == TimingOrigin::Aligned ? 1.0F : 0.0F, origin});
    return known;
}

bool isInOrder(const Timings &timings)
{
    const auto falls = [](const auto &a, const auto &b) { return b.start < a.start; };
    return std::ranges::adjacent_find(timings, falls) == timings.end()
        && std::ranges::all_of(timings, [](const auto &t) { return t.end >= t.start; });
}

Result<KnownTimes> after(const KnownTimes &known, const TimesChange &change, MediaTime duration = whole)
{
    return library::changedAtOnce(someTranscript(int(known.timings.size())), known, duration, change);
}

// A file that gives each word a time of its own.
Transcript timedTranscript(int count = words)
{
    Transcript transcript = someTranscript(count);
    for (TokenIndex i = 0; i < count; ++i)
        transcript.segments.push_back({{i, i}, seconds(i), seconds(i + 0.5)});
    return transcript;
}

Result<KnownTimes> afterInTimed(const KnownTimes &known, const TimesChange &change, MediaTime duration = whole)
{
    return library::changedAtOnce(timedTranscript(int(known.timings.size())), known, duration, change);
}

} // namespace

// What a reader says of when words are heard.
class TimesChangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAroundATapKeepTheirProportions();
    void tapsMoveNothingBeyondTheOnesNextToThem();
    void sureWordsAMinuteAwayStay();
    void tapsThatCannotBeAreRefused_data();
    void tapsThatCannotBeAreRefused();
    void captionsMoveBehindAnAdvertisement();
    void overlappingStretchesBecomeOne();
    void timesFoundByListeningWaitForIt();
    void wordsFoundAmongThoseOfTheFileMoveWithThem();
    void wordsOfTheFileMoveAmongThoseFoundIfThereIsRoom();
    void anEarlierStretchPushesWordsBehindALaterOne();
    void aTapThatAgreesWithTheFileMovesLittle();
    void untappedWordsGoBackToTheFilesTimes();
    void untappedWordsKeepToTheTapsThatStay();
    void everyChangeCanBeTakenBack();
    void stepsThatDoNotFitAreRefused();
    void whatWasSaidIsFoundInAStep_data();
    void whatWasSaidIsFoundInAStep();
    void tapIsStoredAndHeard();
    void tapIsTakenBackAtAnyMoment();
    void tapOutlastsAnAlignment();
    void whatWasSaidInTheOldTextIsRefused();
    void undoGoesBackThroughTapsAndMarks();
    void whatWasSaidIsUndoneAfterAnAlignment();
    void tapIsUndoneWheneverAnAlignmentEnds();
};

void TimesChangeTest::wordsAroundATapKeepTheirProportions()
{
    const KnownTimes before = everySecond(TimingOrigin::Estimated);
    const auto tapped = after(before, Tapped{50, seconds(70)});
    QVERIFY2(tapped, codeOf(tapped).constData());
    const Timings &timings = tapped->timings;
    QVERIFY(isInOrder(timings));
    QCOMPARE(timings[50].start, seconds(70));
    QCOMPARE(timings[50].origin, TimingOrigin::Tapped);
    QCOMPARE(timings[50].confidence, 1.0F);
    QCOMPARE(timings[0].start, seconds(0));
    QCOMPARE(timings[25].start, seconds(35)); // half way, as before
    QCOMPARE(timings[25].origin, TimingOrigin::Interpolated);
    QCOMPARE(timings[75].start, seconds(85)); // between the tapped word and the end
    QVERIFY(timings[99].end <= whole);
}

void TimesChangeTest::tapsMoveNothingBeyondTheOnesNextToThem()
{
    const auto first = after(everySecond(TimingOrigin::Estimated), Tapped{20, seconds(22)});
    const auto second = after(*first, Tapped{80, seconds(78)});
    const auto third = after(*second, Tapped{50, seconds(45)});
    QVERIFY2(third, codeOf(third).constData());
    QVERIFY(isInOrder(third->timings));
    QVERIFY(std::equal(third->timings.begin(), third->timings.begin() + 21, second->timings.begin()));
    QVERIFY(std::equal(third->timings.begin() + 80, third->timings.end(), second->timings.begin() + 80));
    QVERIFY(third->timings[35].start < second->timings[35].start);
    QCOMPARE(transcript::tappedWords(third->timings),
             (std::vector<transcript::Anchor>{{20, seconds(22)}, {50, seconds(45)}, {80, seconds(78)}}));
}

void TimesChangeTest::sureWordsAMinuteAwayStay()
{
    const KnownTimes before = everySecond(TimingOrigin::Aligned, 300);
    const auto tapped = after(before, Tapped{150, seconds(153)}, seconds(300));
    QVERIFY2(tapped, codeOf(tapped).constData());
    QVERIFY(isInOrder(tapped->timings));
    QVERIFY(std::equal(before.timings.begin(), before.timings.begin() + 91, tapped->timings.begin()));
    QVERIFY(std::equal(before.timings.begin() + 213, before.timings.end(), tapped->timings.begin() + 213));
    QVERIFY(tapped->timings[149].start > before.timings[149].start);
    QVERIFY(tapped->timings[151].start > before.timings[151].start);
}

void TimesChangeTest::tapsThatCannotBeAreRefused_data()
{
    QTest::addColumn<int>("token");
    QTest::addColumn<double>("time");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("earlier than a word before") << 60 << 40.0 << "AnchorsContradict"_ba;
    QTest::newRow("later than a word behind") << 40 << 60.0 << "AnchorsContradict"_ba;
    QTest::newRow("no time for the words between") << 99 << 50.5 << "AnchorsContradict"_ba;
    QTest::newRow("in what is not in the text") << 90 << 91.0 << "AnchorsContradict"_ba;
    QTest::newRow("no time for the words before the first") << 49 << 0.1 << "AnchorsContradict"_ba;
    QTest::newRow("behind the end") << 60 << 1000.0 << "AnchorOutside"_ba;
    QTest::newRow("before the beginning") << 60 << -1.0 << "AnchorOutside"_ba;
    QTest::newRow("no such word") << 100 << 90.0 << "AnchorOutside"_ba;
    QTest::newRow("the same word again") << 50 << 52.0 << "none"_ba;
}

void TimesChangeTest::tapsThatCannotBeAreRefused()
{
    QFETCH(int, token);
    QFETCH(double, time);
    QFETCH(QByteArray, code);
    auto before = after(everySecond(TimingOrigin::Estimated), Tapped{50, seconds(50)});
    before->notInText = {{seconds(90.5), seconds(92)}};
    const auto tapped = after(*before, Tapped{token, seconds(time)});
    QCOMPARE(codeOf(tapped), code);
    if (!tapped)
        QCOMPARE(tapped.error().subject, QString::number(token));
}

void TimesChangeTest::captionsMoveBehindAnAdvertisement()
{
    KnownTimes before = everySecond(TimingOrigin::Given);
    before.timings[90].origin = TimingOrigin::Tapped;
    const auto out = after(before, MarkedOut{{seconds(30), seconds(35)}});
    QVERIFY2(out, codeOf(out).constData());
    QVERIFY(isInOrder(out->timings));
    QCOMPARE(out->notInText, std::vector({MediaSpan{seconds(30), seconds(35)}}));
    QCOMPARE(out->timings[29], before.timings[29]);
    QCOMPARE(out->timings[30].start, seconds(35));
    QCOMPARE(out->timings[80].start, seconds(85));
    QCOMPARE(out->timings[80].end, seconds(85.5));
    QCOMPARE(out->timings[88].start, seconds(90)); // not past the word that was tapped
    QCOMPARE(out->timings[90], before.timings[90]);
    QCOMPARE(out->timings[95], before.timings[95]);

    KnownTimes untouched = everySecond(TimingOrigin::Given);
    const auto there = after(untouched, MarkedOut{{seconds(30), seconds(35)}});
    const auto back = after(*there, MarkedIn{{seconds(30), seconds(35)}});
    QVERIFY2(back, codeOf(back).constData());
    QVERIFY(*back == untouched);
    QCOMPARE(codeOf(after(untouched, MarkedIn{{seconds(30), seconds(35)}})), "TimesChangedElsewhere"_ba);
    QCOMPARE(codeOf(after(untouched, MarkedOut{{seconds(35), seconds(30)}})), "InvalidArgument"_ba);
    QCOMPARE(codeOf(after(before, MarkedOut{{seconds(89), seconds(95)}})), "AnchorsContradict"_ba);
}

void TimesChangeTest::overlappingStretchesBecomeOne()
{
    const KnownTimes before = everySecond(TimingOrigin::Given);
    const auto one = after(before, MarkedOut{{seconds(30), seconds(35)}});
    const auto two = after(*one, MarkedOut{{seconds(33), seconds(40)}});
    QVERIFY2(two, codeOf(two).constData());
    QCOMPARE(two->notInText, std::vector({MediaSpan{seconds(30), seconds(40)}}));
    QCOMPARE(two->timings[30].start, seconds(40));
    const auto apart = after(*two, MarkedOut{{seconds(10), seconds(12)}});
    QCOMPARE(apart->notInText.size(), size_t(2));
    QCOMPARE(apart->notInText.front().start, seconds(10));
}

void TimesChangeTest::timesFoundByListeningWaitForIt()
{
    const KnownTimes before = everySecond(TimingOrigin::Aligned);
    const auto out = after(before, MarkedOut{{seconds(30), seconds(35)}});
    QCOMPARE(out->timings, before.timings);
    QCOMPARE(out->notInText.size(), size_t(1));
    library::ListeningTask task;
    task.transcript = someTranscript();
    task.known = *out;
    QVERIFY(!library::wantsListening(task, MarkedOut{{seconds(30), seconds(35)}})); // no audio
    task.audioPath = u"a.wav"_s;
    QVERIFY(library::wantsListening(task, MarkedOut{{seconds(30), seconds(35)}}));
    QVERIFY(!library::wantsListening(task, MarkedIn{{seconds(30), seconds(35)}}));
    QVERIFY(!library::wantsListening(task, Tapped{3, seconds(4)})); // taken back meanwhile
    QVERIFY(library::wantsListening(task, Untapped{3}));
}

// A number, say, which the file gives no time.
void TimesChangeTest::wordsFoundAmongThoseOfTheFileMoveWithThem()
{
    KnownTimes before = everySecond(TimingOrigin::Given);
    before.timings[10].origin = TimingOrigin::Aligned;
    before.timings[60].origin = TimingOrigin::Aligned;
    before.timings[61].origin = TimingOrigin::Interpolated;
    const MediaSpan span{seconds(30), seconds(40)};
    const auto out = after(before, MarkedOut{span}, seconds(120));
    QVERIFY2(out, codeOf(out).constData());
    for (int i = 0; i < words; ++i) {
        QCOMPARE(out->timings[size_t(i)].start, seconds(i < 30 ? i : i + 10));
        QCOMPARE(out->timings[size_t(i)].origin, before.timings[size_t(i)].origin);
    }
    QVERIFY(*after(*out, MarkedIn{span}, seconds(120)) == before);
}

void TimesChangeTest::wordsOfTheFileMoveAmongThoseFoundIfThereIsRoom()
{
    // From 60 on the words were found behind the stretch.
    KnownTimes before = everySecond(TimingOrigin::Aligned);
    for (int i = 60; i < words; ++i)
        before.timings[size_t(i)].start = before.timings[size_t(i)].end = seconds(i + 10);
    before.timings[50].origin = TimingOrigin::Given;
    before.timings[60] = {seconds(60), seconds(60.5), 1, TimingOrigin::Given};
    const auto out = after(before, MarkedOut{{seconds(30), seconds(40)}}, seconds(120));
    QVERIFY2(out, codeOf(out).constData());
    QVERIFY(isInOrder(out->timings));
    QCOMPARE(out->timings[50], before.timings[50]);
    QCOMPARE(out->timings[60].start, seconds(70));
    QCOMPARE(out->timings[61], before.timings[61]);
}

void TimesChangeTest::anEarlierStretchPushesWordsBehindALaterOne()
{
    const auto later = after(everySecond(TimingOrigin::Given), MarkedOut{{seconds(30), seconds(35)}}, seconds(120));
    const auto both = after(*later, MarkedOut{{seconds(10), seconds(12)}}, seconds(120));
    QVERIFY2(both, codeOf(both).constData());
    QCOMPARE(both->timings[27].start, seconds(29));
    QCOMPARE(both->timings[28].start, seconds(35)); // would be in the later one
    QCOMPARE(both->timings[30].start, seconds(37));
    QVERIFY(*after(*both, MarkedIn{{seconds(10), seconds(12)}}, seconds(120)) == *later);
}

void TimesChangeTest::aTapThatAgreesWithTheFileMovesLittle()
{
    KnownTimes before;
    before.timings = transcript::estimateTimings(timedTranscript(), whole);
    before.timings[51].origin = TimingOrigin::Aligned;
    const auto tapped = afterInTimed(before, Tapped{50, seconds(50.4)}, seconds(120));
    QVERIFY2(tapped, codeOf(tapped).constData());
    const Timings &timings = tapped->timings;
    QVERIFY(isInOrder(timings));
    QCOMPARE(timings[50].start, seconds(50.4));
    QCOMPARE(timings[50].origin, TimingOrigin::Tapped);
    QVERIFY(timings[49].start > before.timings[49].start);
    for (size_t i = 0; i < words; ++i) {
        QVERIFY(timings[i].end > timings[i].start);
        QVERIFY(i == 50 || timings[i].origin == before.timings[i].origin);
        if (i < 45 || i > 55)
            QCOMPARE(timings[i], before.timings[i]);
    }
    const auto back = afterInTimed(*tapped, Untapped{50}, seconds(120));
    QCOMPARE(back->timings, transcript::estimateTimings(timedTranscript(), whole));
}

void TimesChangeTest::untappedWordsGoBackToTheFilesTimes()
{
    KnownTimes file;
    file.timings = transcript::estimateTimings(timedTranscript(), whole);
    const auto out = afterInTimed(file, MarkedOut{{seconds(30), seconds(35)}}, seconds(120));
    for (const KnownTimes &before : {file, *out}) {
        const auto tapped = afterInTimed(before, Tapped{50, before.timings[50].start + seconds(4)}, seconds(120));
        QVERIFY2(tapped, codeOf(tapped).constData());
        QVERIFY(tapped->timings[60] != before.timings[60]);
        QVERIFY(*afterInTimed(*tapped, Untapped{50}, seconds(120)) == before);
        // What was found by listening meanwhile goes as well.
        KnownTimes heard = *tapped;
        for (int i = 40; i < 60; ++i) {
            if (i != 50)
                heard.timings[size_t(i)].origin = TimingOrigin::Aligned;
        }
        QVERIFY(*afterInTimed(heard, Untapped{50}, seconds(120)) == before);
    }
}

void TimesChangeTest::untappedWordsKeepToTheTapsThatStay()
{
    KnownTimes before;
    before.timings = transcript::estimateTimings(timedTranscript(), whole);
    const auto one = afterInTimed(before, Tapped{40, seconds(50)}, seconds(120));
    const auto two = afterInTimed(*one, Tapped{60, seconds(75)}, seconds(120));
    const auto back = afterInTimed(*two, Untapped{60}, seconds(120));
    QVERIFY2(back, codeOf(back).constData());
    QCOMPARE(transcript::tappedWords(back->timings), (std::vector<transcript::Anchor>{{40, seconds(50)}}));
    QVERIFY(isInOrder(back->timings));
    for (size_t i = 40; i < words; ++i) {
        QVERIFY(i == 40 || back->timings[i].start > back->timings[i - 1].start);
        QVERIFY(back->timings[i].end > back->timings[i].start);
    }
    QVERIFY(back->timings[60].start < two->timings[60].start);
}

void TimesChangeTest::everyChangeCanBeTakenBack()
{
    const KnownTimes start = everySecond(TimingOrigin::Given);
    std::vector<KnownTimes> states{start};
    const std::vector<TimesChange> changes{Tapped{20, seconds(21)},
                                           MarkedOut{{seconds(40), seconds(43)}},
                                           Tapped{70, seconds(75)},
                                           Untapped{20},
                                           MarkedIn{{seconds(40), seconds(43)}},
                                           Tapped{50, seconds(52)}};
    for (const TimesChange &change : changes) {
        const auto next = after(states.back(), change, seconds(120));
        QVERIFY2(next, codeOf(next).constData());
        QVERIFY(isInOrder(next->timings));
        states.push_back(*next);
    }
    for (size_t i = states.size(); i-- > 1;) {
        const TimesStep step = library::stepBetween(states[i - 1], states[i]);
        QVERIFY(!step.isEmpty());
        QVERIFY(*after(states[i - 1], step) == states[i]);
        QVERIFY(*after(states[i], inverse(step)) == states[i - 1]);
    }
    QVERIFY(library::stepBetween(start, start).isEmpty());
}

void TimesChangeTest::stepsThatDoNotFitAreRefused()
{
    const KnownTimes start = everySecond(TimingOrigin::Given);
    const auto tapped = after(start, Tapped{20, seconds(21)});
    const TimesStep step = library::stepBetween(start, *tapped);
    KnownTimes other = *tapped;
    other.timings[10].end += MediaTime(1);
    QCOMPARE(codeOf(after(other, inverse(step))), "TimesChangedElsewhere"_ba);
    QCOMPARE(codeOf(after(start, inverse(step))), "TimesChangedElsewhere"_ba);
    KnownTimes out = *tapped;
    out.notInText = {{seconds(1), seconds(2)}};
    QCOMPARE(codeOf(after(out, inverse(step))), "TimesChangedElsewhere"_ba);
    QCOMPARE(codeOf(after(everySecond(TimingOrigin::Given, 5), step)), "TimesChangedElsewhere"_ba);
}

void TimesChangeTest::whatWasSaidIsFoundInAStep_data()
{
    const MediaSpan early{seconds(10), seconds(12)};
    const MediaSpan late{seconds(11), seconds(14)};
    QTest::addColumn<std::vector<TimesChange>>("said");
    QTest::addColumn<TimesChange>("last");
    using Said = std::vector<TimesChange>;
    QTest::newRow("tapped") << Said{} << TimesChange(Tapped{50, seconds(60)});
    QTest::newRow("tapped beside another") << Said{Tapped{40, seconds(41)}} << TimesChange(Tapped{50, seconds(60)});
    QTest::newRow("tapped again") << Said{Tapped{50, seconds(52)}} << TimesChange(Tapped{50, seconds(60)});
    QTest::newRow("tapped for nothing") << Said{Tapped{50, seconds(60)}} << TimesChange(Tapped{50, seconds(60)});
    QTest::newRow("untapped") << Said{Tapped{50, seconds(60)}} << TimesChange(Untapped{50});
    QTest::newRow("marked out") << Said{} << TimesChange(MarkedOut{early});
    QTest::newRow("marked out beside it") << Said{MarkedOut{early}} << TimesChange(MarkedOut{late});
    QTest::newRow("marked in") << Said{MarkedOut{early}} << TimesChange(MarkedIn{early});
}

// Whatever times there are: the same words are tapped, and the same stretches out, as before and after it.
void TimesChangeTest::whatWasSaidIsFoundInAStep()
{
    QFETCH(const std::vector<TimesChange>, said);
    QFETCH(const TimesChange, last);
    const auto allSaid = [](KnownTimes known, const std::vector<TimesChange> &changes) {
        for (const TimesChange &change : changes) {
            const auto next = after(known, change);
            if (!next)
                return Result<KnownTimes>(tl::unexpected(next.error()));
            known = *next;
        }
        return Result<KnownTimes>(known);
    };
    const auto compare = [](const Result<KnownTimes> &is, const Result<KnownTimes> &wanted) {
        QVERIFY2(is && wanted, codeOf(is).constData());
        QCOMPARE(transcript::tappedWords(is->timings), transcript::tappedWords(wanted->timings));
        QCOMPARE(is->notInText, wanted->notInText);
    };
    const KnownTimes old = everySecond(TimingOrigin::Aligned);
    KnownTimes anew = old;
    for (transcript::WordTiming &timing : anew.timings)
        timing.start = timing.end = timing.start + MediaTime(30);
    const auto before = allSaid(old, said);
    const auto done = allSaid(old, said).and_then([&](const KnownTimes &known) { return after(known, last); });
    QVERIFY(before && done);
    const TimesStep step = library::stepBetween(*before, *done);
    const auto beforeAnew = allSaid(anew, said);
    const auto doneAnew = allSaid(*beforeAnew, library::sayings(step));
    compare(doneAnew, done);
    compare(allSaid(*doneAnew, library::sayings(inverse(step))), before);
}

namespace {

constexpr auto spoken = "good morning and welcome to the small garden show where we talk about seeds and soil and "
                        "what grows in the shade of an old apple tree behind the house";

EpisodeId importSpoken(const Workshop &workshop)
{
    library::ImportRequest request;
    request.audioFile = workshop.writeSpeech(u"a.wav"_s, QString::fromLatin1(spoken));
    request.transcriptFile = workshop.write(u"a.txt"_s, spoken);
    const auto imported = library::importEpisode(*workshop.openStore(), request);
    return imported ? imported->id : EpisodeId{};
}

std::unique_ptr<EpisodeSession> openSession(LibraryService &service, EpisodeId id)
{
    std::shared_ptr<const library::OpenEpisode> open;
    const auto connection = QObject::connect(&service, &LibraryService::episodeOpened, &service,
                                             [&](const auto &episode) { open = episode; });
    service.openEpisode(id);
    (void)QTest::qWaitFor([&] { return open != nullptr; }, 10000);
    QObject::disconnect(connection);
    return open ? std::make_unique<EpisodeSession>(open, service) : nullptr;
}

} // namespace

// The tapped word is there at once; what lies around it is heard again.
void TimesChangeTest::tapIsStoredAndHeard()
{
    const Workshop workshop;
    const EpisodeId id = importSpoken(workshop);
    QVERIFY(library::alignEpisode(*workshop.openStore(), id, {}));
    const Timings aligned = *workshop.openStore()->timings(id);
    LibraryService service(workshop.libraryPath());
    const auto session = openSession(service, id);
    QVERIFY(session);
    QSignalSpy changed(session.get(), &EpisodeSession::timingsChanged);
    QSignalSpy failed(session.get(), &EpisodeSession::timesChangeFailed);
    const TokenIndex token = 10;
    const MediaTime time = aligned[size_t(token)].start + MediaTime(60);
    session->tap(token, time);
    QTRY_COMPARE(session->timings()[size_t(token)].origin, TimingOrigin::Tapped);
    QCOMPARE(session->timings()[size_t(token)].start, time);
    QVERIFY(session->canUndo());
    QTRY_VERIFY_WITH_TIMEOUT(changed.size() >= 2 || !failed.isEmpty(), 30000);
    QVERIFY(failed.isEmpty());
    const Timings heard = session->timings();
    QVERIFY(isInOrder(heard));
    QCOMPARE(heard[size_t(token)].start, time);
    QCOMPARE(heard[size_t(token) + 5].origin, TimingOrigin::Aligned);
    const MediaTime moved = heard[size_t(token) + 5].start - aligned[size_t(token) + 5].start;
    QVERIFY2(std::abs(moved.count()) < 100, qPrintable(QString::number(moved.count())));
    QTRY_COMPARE(*workshop.openStore()->timings(id), heard);

    session->undo();
    QTRY_COMPARE(session->timings(), aligned);
    QTRY_COMPARE(*workshop.openStore()->timings(id), aligned);
    QVERIFY(!session->canUndo());
    session->redo();
    QTRY_COMPARE(session->timings(), heard);

    session->untap(token);
    QTRY_COMPARE_WITH_TIMEOUT(session->timings()[size_t(token)].origin, TimingOrigin::Aligned, 30000);
    const MediaTime off = session->timings()[size_t(token)].start - aligned[size_t(token)].start;
    QVERIFY2(std::abs(off.count()) < 50, qPrintable(QString::number(off.count())));
}

// Before it is stored, while it is listened to, and when what was heard is just coming back.
void TimesChangeTest::tapIsTakenBackAtAnyMoment()
{
    const Workshop workshop;
    const EpisodeId id = importSpoken(workshop);
    QVERIFY(library::alignEpisode(*workshop.openStore(), id, {}));
    const Timings aligned = *workshop.openStore()->timings(id);
    LibraryService service(workshop.libraryPath());
    const auto session = openSession(service, id);
    QVERIFY(session);
    const QSignalSpy failed(session.get(), &EpisodeSession::timesChangeFailed);
    QSignalSpy settled(&service, &LibraryService::timesSettled);
    for (int wait = 0; wait < 250; wait += 10) {
        settled.clear();
        session->tap(10, aligned[10].start + MediaTime(60));
        QTest::qWait(wait);
        session->undo();
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 2, 30000); // the tap, and taking it back
        QCOMPARE(session->timings(), aligned);
        QCOMPARE(*workshop.openStore()->timings(id), aligned);
        QVERIFY(!session->canUndo());
    }
    QVERIFY(failed.isEmpty());
}

// Matching all words to the sound again keeps to what was tapped.
void TimesChangeTest::tapOutlastsAnAlignment()
{
    const Workshop workshop;
    const EpisodeId id = importSpoken(workshop);
    const auto store = workshop.openStore();
    const auto first = library::alignEpisode(*store, id, {});
    QVERIFY2(first, codeOf(first).constData());
    Timings timings = first->timings;
    timings[12].origin = TimingOrigin::Tapped;
    timings[12].start += MediaTime(40);
    timings[12].end = std::max(timings[12].end, timings[12].start);
    const MediaSpan tail{first->duration - MediaTime(300), first->duration};
    QVERIFY(store->replaceTimes(id, timings, {tail}));
    const auto second = library::alignEpisode(*store, id, {});
    QVERIFY2(second, codeOf(second).constData());
    const Timings stored = *store->timings(id);
    QCOMPARE(stored[12].origin, TimingOrigin::Tapped);
    QCOMPARE(stored[12].start, timings[12].start);
    QVERIFY(stored.back().start < tail.start);
    QCOMPARE(*store->notInText(id), std::vector({tail}));
}

void TimesChangeTest::whatWasSaidInTheOldTextIsRefused()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    LibraryService service(workshop.libraryPath());
    QSignalSpy failed(&service, &LibraryService::timesChangeFailed);
    const int edition = workshop.openStore()->episode(id)->edition;
    service.changeTimes(id, Tapped{3, seconds(2)}, edition + 1);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::TranscriptReplaced);
    QVERIFY(transcript::tappedWords(*workshop.openStore()->timings(id)).empty());
    service.changeTimes(id, Tapped{3, seconds(2)}, edition);
    QTRY_COMPARE(transcript::tappedWords(*workshop.openStore()->timings(id)).size(), size_t(1));
}

// One key takes back what was done last, whatever it was.
void TimesChangeTest::undoGoesBackThroughTapsAndMarks()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(40));
    LibraryService service(workshop.libraryPath());
    const auto session = openSession(service, id);
    QVERIFY(session);
    const Timings before = session->timings();
    const auto taps = [&] { return transcript::tappedWords(session->timings()).size(); };
    session->toggleHighlight({1, 3}, notes::Mark::One);
    session->tap(10, before[10].start + seconds(1));
    QTRY_COMPARE(taps(), size_t(1));
    session->toggleHighlight({5, 6}, notes::Mark::Two);
    session->markNotInText({seconds(0), seconds(1)});
    QTRY_COMPARE(session->notInText().size(), size_t(1));

    session->undo();
    QTRY_VERIFY(session->notInText().empty());
    QCOMPARE(session->highlights().size(), size_t(2));
    session->undo();
    QCOMPARE(session->highlights().size(), size_t(1));
    QCOMPARE(taps(), size_t(1));
    session->undo();
    QTRY_COMPARE(session->timings(), before);
    QCOMPARE(session->highlights().size(), size_t(1));
    session->undo();
    QVERIFY(session->highlights().empty());
    QVERIFY(!session->canUndo());

    session->redo();
    QCOMPARE(session->highlights().size(), size_t(1));
    session->redo();
    QTRY_COMPARE(taps(), size_t(1));
    session->redo();
    QCOMPARE(session->highlights().size(), size_t(2));
    session->redo();
    QTRY_COMPARE(session->notInText().size(), size_t(1));
    QVERIFY(!session->canRedo());
}

// All other words have other times then.
void TimesChangeTest::whatWasSaidIsUndoneAfterAnAlignment()
{
    const Workshop workshop;
    const EpisodeId id = importSpoken(workshop);
    LibraryService service(workshop.libraryPath());
    const auto session = openSession(service, id);
    QVERIFY(session);
    const QSignalSpy failed(session.get(), &EpisodeSession::timesChangeFailed);
    QSignalSpy finished(&service, &LibraryService::alignmentFinished);
    QSignalSpy settled(&service, &LibraryService::timesSettled);
    const auto taps = [&] { return transcript::tappedWords(session->timings()); };
    const MediaSpan tail{session->episode().duration - MediaTime(300), session->episode().duration};
    const transcript::Anchor tapped{10, session->timings()[10].start};
    session->toggleHighlight({1, 3}, notes::Mark::One);
    service.align(id);
    session->tap(tapped.token, tapped.time);
    QTRY_COMPARE(settled.size(), 1);
    session->markNotInText(tail);
    session->toggleHighlight({5, 6}, notes::Mark::Two);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
    QTRY_COMPARE(settled.size(), 2);
    QCOMPARE(taps(), std::vector{tapped});

    session->undo();
    QCOMPARE(session->highlights().size(), size_t(1));
    QCOMPARE(session->notInText(), std::vector{tail});
    session->undo();
    QTRY_VERIFY(session->notInText().empty());
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 3, 30000);
    QCOMPARE(taps(), std::vector{tapped});
    session->undo();
    QTRY_VERIFY(taps().empty());
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 4, 30000);
    QCOMPARE(session->highlights().size(), size_t(1));
    session->undo();
    QVERIFY(session->highlights().empty());
    QVERIFY(!session->canUndo());

    session->redo();
    QCOMPARE(session->highlights().size(), size_t(1));
    session->redo();
    QTRY_COMPARE(taps(), std::vector{tapped});
    session->redo();
    QTRY_COMPARE(session->notInText(), std::vector{tail});
    session->redo();
    QCOMPARE(session->highlights().size(), size_t(2));
    QVERIFY(!session->canRedo());
    QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 6, 30000);
    QCOMPARE(transcript::tappedWords(*workshop.openStore()->timings(id)), std::vector{tapped});
    QCOMPARE(failed.size(), 0);
}

void TimesChangeTest::tapIsUndoneWheneverAnAlignmentEnds()
{
    const Workshop workshop;
    const EpisodeId id = importSpoken(workshop);
    QVERIFY(library::alignEpisode(*workshop.openStore(), id, {}));
    LibraryService service(workshop.libraryPath());
    const auto session = openSession(service, id);
    QVERIFY(session);
    const QSignalSpy failed(session.get(), &EpisodeSession::timesChangeFailed);
    QSignalSpy finished(&service, &LibraryService::alignmentFinished);
    QSignalSpy settled(&service, &LibraryService::timesSettled);
    session->toggleHighlight({1, 3}, notes::Mark::One);
    for (const int wait : {0, 1, 3, 10, 30, 100}) {
        finished.clear();
        settled.clear();
        // The tap is about to be listened to when all words are asked for.
        session->tap(10, session->timings()[10].start + MediaTime(60));
        QTest::qWait(wait);
        service.align(id);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60000);
        session->undo();
        QTRY_COMPARE_WITH_TIMEOUT(settled.size(), 2, 30000);
        QVERIFY(transcript::tappedWords(session->timings()).empty());
        QVERIFY(transcript::tappedWords(*workshop.openStore()->timings(id)).empty());
        QCOMPARE(session->highlights().size(), size_t(1));
    }
    QCOMPARE(failed.size(), 0);
}

QTEST_GUILESS_MAIN(TimesChangeTest)
#include "test_timeschange.moc"
