// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samplelibrary.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using notes::Edit;
using notes::Highlight;
using store::Store;

// What goes in comes out, and what must not go in is refused without a trace.
class TestStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void episodeComesBackWhole();
    void episodesAreListedNewestFirst();
    void sameFilesTwiceAreRefused();
    void mismatchedEpisodeIsRefused_data();
    void mismatchedEpisodeIsRefused();
    void missingEpisodeIsUnknown_data();
    void missingEpisodeIsUnknown();
    void removedEpisodeTakesEverythingAlong();
    void numbersAreNeverGivenTwice();
    void timingsAreReplacedWithTheDuration();
    void positionIsKept();
    void audioPathCanChange();
    void chaptersComeBack();
    void chaptersOutOfOrderAreRefused_data();
    void chaptersOutOfOrderAreRefused();

    void editsAreApplied();
    void aStepIsWrittenWholeOrNotAtAll();
    void aStepIsOfOneEpisode();
    void hostileNotesComeBack_data();
    void hostileNotesComeBack();
    void stretchesThatAreNotInTheTextComeBack();
    void tagsAndPlacesComeBack();
    void tagsAreCountedOverTheLibrary();
    void highlightsComeInTheOrderOfTheText();
    void editOfSomethingElseIsRefused_data();
    void editOfSomethingElseIsRefused();
    void undoingBringsTheSameHighlightBack();

    void secondConnectionSeesTheFirstOnesWrites();
    void everythingSurvivesReopening();
    void healthyLibraryHasNoProblems();

private:
    EpisodeId addEpisode(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void TestStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = Store::open(m_folder->filePath(u"new/folder/library.db"_s), Store::Access::ReadWrite);
    QVERIFY2(store, why(store).constData());
    m_store = std::move(*store);
}

void TestStore::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

EpisodeId TestStore::addEpisode(const QString &name)
{
    const auto id = m_store->insertEpisode(makeEpisode(name));
    return id ? *id : EpisodeId{};
}

void TestStore::episodeComesBackWhole()
{
    const store::NewEpisode given = makeEpisode(u"One % \" ' \\ ☂ אבג"_s);
    const auto id = m_store->insertEpisode(given);
    QVERIFY2(id, why(id).constData());
    store::Episode expected = given.episode;
    expected.id = *id;
    QVERIFY(*m_store->episode(*id) == expected);
    QVERIFY(*m_store->source(*id) == given.source);
    QVERIFY(*m_store->transcript(*id) == given.transcript);
    QVERIFY(*m_store->timings(*id) == given.timings);
    QCOMPARE(m_store->highlights(*id)->size(), size_t(0));
    QCOMPARE(*m_store->position(*id), MediaTime(0));
}

void TestStore::episodesAreListedNewestFirst()
{
    store::NewEpisode old = makeEpisode(u"old"_s);
    store::NewEpisode fresh = makeEpisode(u"new"_s);
    old.episode.added = someTime().addDays(-1);
    const auto freshId = m_store->insertEpisode(fresh);
    const auto oldId = m_store->insertEpisode(old);
    QVERIFY(freshId && oldId);
    QVERIFY(m_store->apply(notes::added(makeHighlight(*oldId, 1, 2))));
    const auto episodes = m_store->episodes();
    QVERIFY2(episodes, why(episodes).constData());
    QCOMPARE(episodes->size(), size_t(2));
    QCOMPARE(episodes->front().title, u"new"_s);
    QCOMPARE(episodes->front().highlightCount, 0);
    QCOMPARE(episodes->back().highlightCount, 1);
}

void TestStore::sameFilesTwiceAreRefused()
{
    const EpisodeId id = addEpisode(u"same"_s);
    store::NewEpisode again = makeEpisode(u"same"_s);
    again.episode.title = u"under another title"_s;
    const auto twice = m_store->insertEpisode(again);
    QCOMPARE(codeOf(twice), "EpisodeAlreadyThere"_ba);
    QCOMPARE(twice.error().subject, QString::number(id.value));
    QCOMPARE(m_store->episodes()->size(), size_t(1));
    // Another recording of the same text is another episode.
    again.episode.audioPath = u"/podcasts/remastered.mp3"_s;
    QVERIFY(m_store->insertEpisode(again));
}

void TestStore::mismatchedEpisodeIsRefused_data()
{
    using Spoil = std::function<void(store::NewEpisode &)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::newRow("too few timings") << Spoil([](auto &e) { e.timings.pop_back(); });
    QTest::newRow("timings fall") << Spoil([](auto &e) { e.timings[5].start = MediaTime(0); });
    QTest::newRow("ends before start") << Spoil([](auto &e) { e.timings[5].end = MediaTime(0); });
    QTest::newRow("confidence not a number") << Spoil([](auto &e) { e.timings[5].confidence = std::nanf(""); });
    QTest::newRow("token outside the text") << Spoil([](auto &e) { e.transcript.tokens.back().length += 1; });
    QTest::newRow("token of nothing") << Spoil([](auto &e) { e.transcript.tokens[3].length = 0; });
    QTest::newRow("tokens overlap") << Spoil([](auto &e) { e.transcript.tokens[3].begin -= 2; });
    QTest::newRow("segment beyond the end") << Spoil([](auto &e) { e.transcript.segments.back().span.last = 5000; });
    QTest::newRow("turn beyond the end") << Spoil([](auto &e) { e.transcript.turns.back().first = 200; });
    QTest::newRow("paragraph before the start") << Spoil([](auto &e) { e.transcript.paragraphStarts[0] = -1; });
    QTest::newRow("another file's checksum") << Spoil([](auto &e) { e.source.bytes += 'x'; });
    QTest::newRow("negative duration") << Spoil([](auto &e) { e.episode.duration = MediaTime(-1); });
}

void TestStore::mismatchedEpisodeIsRefused()
{
    QFETCH(std::function<void(store::NewEpisode &)>, spoil);
    store::NewEpisode episode = makeEpisode(u"spoiled"_s);
    spoil(episode);
    QCOMPARE(codeOf(m_store->insertEpisode(episode)), "InvalidArgument"_ba);
    QVERIFY(m_store->episodes()->empty());
}

void TestStore::missingEpisodeIsUnknown_data()
{
    QTest::addColumn<std::function<QByteArray(Store &, EpisodeId)>>("call");
    using Call = std::function<QByteArray(Store &, EpisodeId)>;
    QTest::newRow("episode") << Call([](Store &s, EpisodeId id) { return codeOf(s.episode(id)); });
    QTest::newRow("remove") << Call([](Store &s, EpisodeId id) { return codeOf(s.removeEpisode(id)); });
    QTest::newRow("source") << Call([](Store &s, EpisodeId id) { return codeOf(s.source(id)); });
    QTest::newRow("transcript") << Call([](Store &s, EpisodeId id) { return codeOf(s.transcript(id)); });
    QTest::newRow("timings") << Call([](Store &s, EpisodeId id) { return codeOf(s.timings(id)); });
    QTest::newRow("replace timings") << Call(
        [](Store &s, EpisodeId id) { return codeOf(s.replaceTimings(id, makeTimings(200), MediaTime(1))); });
    QTest::newRow("save position") << Call(
        [](Store &s, EpisodeId id) { return codeOf(s.savePosition(id, MediaTime(1))); });
    QTest::newRow("position") << Call([](Store &s, EpisodeId id) { return codeOf(s.position(id)); });
    QTest::newRow("chapters") << Call([](Store &s, EpisodeId id) { return codeOf(s.chapters(id)); });
    QTest::newRow("audio") << Call([](Store &s, EpisodeId id) { return codeOf(s.describeAudio(id, {})); });
    QTest::newRow("audio path") << Call([](Store &s, EpisodeId id) { return codeOf(s.setAudioPath(id, u"/a"_s)); });
    QTest::newRow("highlights") << Call([](Store &s, EpisodeId id) { return codeOf(s.highlights(id)); });
    QTest::newRow("apply") << Call(
        [](Store &s, EpisodeId id) { return codeOf(s.apply(notes::added(makeHighlight(id, 0, 1)))); });
}

void TestStore::missingEpisodeIsUnknown()
{
    QFETCH(std::function<QByteArray(Store &, EpisodeId)>, call);
    QVERIFY(addEpisode(u"another"_s).isValid());
    QCOMPARE(call(*m_store, EpisodeId{99}), "EpisodeUnknown"_ba);
    QCOMPARE(call(*m_store, EpisodeId{}), "EpisodeUnknown"_ba);
}

void TestStore::removedEpisodeTakesEverythingAlong()
{
    const EpisodeId id = addEpisode(u"goes"_s);
    const EpisodeId other = addEpisode(u"stays"_s);
    QVERIFY(m_store->apply(notes::added(makeHighlight(id, 3, 5, u"a thought"_s))));
    QVERIFY(m_store->apply(notes::added(makeHighlight(other, 3, 5))));
    const auto removed = m_store->removeEpisode(id);
    QVERIFY2(removed, why(removed).constData());
    QCOMPARE(codeOf(m_store->transcript(id)), "EpisodeUnknown"_ba);
    QCOMPARE(m_store->episodes()->size(), size_t(1));
    QCOMPARE(m_store->highlights(other)->size(), size_t(1));
    QVERIFY(m_store->problems()->empty());
}

void TestStore::numbersAreNeverGivenTwice()
{
    const EpisodeId first = addEpisode(u"first"_s);
    QVERIFY(m_store->removeEpisode(first));
    const EpisodeId second = addEpisode(u"first"_s);
    QVERIFY(second.isValid());
    QVERIFY(second != first);
}

void TestStore::timingsAreReplacedWithTheDuration()
{
    const EpisodeId id = addEpisode(u"timed"_s);
    transcript::Timings timings = makeTimings(200);
    for (transcript::WordTiming &timing : timings)
        timing.origin = transcript::TimingOrigin::Aligned;
    QVERIFY(m_store->replaceTimings(id, timings, MediaTime(81234)));
    QVERIFY(*m_store->timings(id) == timings);
    QCOMPARE(m_store->episode(id)->duration, MediaTime(81234));
    QCOMPARE(codeOf(m_store->replaceTimings(id, makeTimings(199), MediaTime(1))), "InvalidArgument"_ba);
    timings[7].end = MediaTime(0);
    QCOMPARE(codeOf(m_store->replaceTimings(id, timings, MediaTime(1))), "InvalidArgument"_ba);
    QCOMPARE(m_store->episode(id)->duration, MediaTime(81234));
}

void TestStore::positionIsKept()
{
    const EpisodeId id = addEpisode(u"listened to"_s);
    QVERIFY(m_store->savePosition(id, MediaTime(4711)));
    QCOMPARE(*m_store->position(id), MediaTime(4711));
    QVERIFY(m_store->savePosition(id, MediaTime(-5)));
    QCOMPARE(*m_store->position(id), MediaTime(0));
}

void TestStore::audioPathCanChange()
{
    const EpisodeId id = addEpisode(u"moved"_s);
    QVERIFY(m_store->setAudioPath(id, u"/elsewhere/ü.mp3"_s));
    QCOMPARE(m_store->episode(id)->audioPath, u"/elsewhere/ü.mp3"_s);
}

using Chapters = std::vector<audio::Chapter>;

void TestStore::chaptersComeBack()
{
    const Chapters first{{MediaTime(0), MediaTime(700), u"Über uns"_s}, {MediaTime(900), MediaTime(900), {}}};
    store::NewEpisode fresh = makeEpisode(u"parts"_s, 3);
    fresh.episode.audioBytes = 1234;
    fresh.chapters = first;
    const EpisodeId id = *m_store->insertEpisode(fresh);
    QVERIFY(*m_store->chapters(id) == first);
    QCOMPARE(m_store->episode(id)->audioBytes, 1234);
    // Read again of the same file, then of another one.
    const Chapters second{{MediaTime(5), MediaTime(6), u"Other"_s}};
    const QString path = fresh.episode.audioPath;
    QVERIFY(m_store->describeAudio(id, {path, MediaTime(1500), 99, second}));
    QVERIFY(*m_store->chapters(id) == second);
    QCOMPARE(m_store->episode(id)->audioBytes, 99);
    QCOMPARE(m_store->episode(id)->duration, MediaTime(1500));
    QCOMPARE(codeOf(m_store->describeAudio(id, {u"/another.mp3"_s, MediaTime(1), 7, {}})), "InvalidArgument"_ba);
    QVERIFY(*m_store->chapters(id) == second);
    QVERIFY(m_store->replaceAudio(id, {u"/another.mp3"_s, MediaTime(1600), 7, first}, makeTimings(3)));
    QVERIFY(*m_store->chapters(id) == first);
    QCOMPARE(m_store->episode(id)->audioPath, u"/another.mp3"_s);
    QVERIFY(m_store->removeEpisode(id));
    QVERIFY(m_store->problems()->empty());
}

void TestStore::chaptersOutOfOrderAreRefused_data()
{
    QTest::addColumn<Chapters>("chapters");
    QTest::newRow("before the start") << Chapters{{MediaTime(-1), MediaTime(5), {}}};
    QTest::newRow("ends before it begins") << Chapters{{MediaTime(5), MediaTime(4), {}}};
    QTest::newRow("two at once") << Chapters{{MediaTime(0), MediaTime(5), {}}, {MediaTime(4), MediaTime(6), {}}};
    QTest::newRow("two from one time") << Chapters{{MediaTime(4), MediaTime(4), {}}, {MediaTime(4), MediaTime(6), {}}};
}

void TestStore::chaptersOutOfOrderAreRefused()
{
    QFETCH(Chapters, chapters);
    store::NewEpisode fresh = makeEpisode(u"parts"_s, 3);
    fresh.chapters = chapters;
    QCOMPARE(codeOf(m_store->insertEpisode(fresh)), "InvalidArgument"_ba);
    QVERIFY(m_store->episodes()->empty());
}

void TestStore::editsAreApplied()
{
    const EpisodeId id = addEpisode(u"read"_s);
    const Highlight highlight = makeHighlight(id, 3, 5);
    QVERIFY(m_store->apply(notes::added(highlight)));
    QVERIFY(*m_store->highlights(id) == std::vector{highlight});

    const Edit noted = notes::noteChanged(highlight, u"why?"_s, someTime().addSecs(5));
    QVERIFY(m_store->apply(noted));
    QVERIFY(*m_store->highlights(id) == std::vector{*noted.after});

    const Edit marked = notes::markChanged(*noted.after, notes::Mark::Five, someTime().addSecs(9));
    QVERIFY(m_store->apply(marked));
    QVERIFY(*m_store->highlights(id) == std::vector{*marked.after});

    QVERIFY(m_store->apply(notes::removed(*marked.after)));
    QVERIFY(m_store->highlights(id)->empty());
}

void TestStore::aStepIsWrittenWholeOrNotAtAll()
{
    const EpisodeId id = addEpisode(u"read"_s);
    const Highlight whole = makeHighlight(id, 3, 9);
    QVERIFY(m_store->apply(notes::added(whole)));
    Highlight first = whole;
    first.span = {3, 5};
    const Highlight second = makeHighlight(id, 6, 9);
    const notes::Step split{Edit{whole, first}, notes::added(second)};
    QVERIFY(m_store->apply(split));
    QVERIFY(*m_store->highlights(id) == (std::vector{first, second}));

    // The second edit does not fit, so the first is not made either.
    const notes::Step wrong{notes::removed(first), notes::removed(makeHighlight(id, 6, 9))};
    QCOMPARE(codeOf(m_store->apply(wrong)), "HighlightChangedElsewhere"_ba);
    QVERIFY(*m_store->highlights(id) == (std::vector{first, second}));

    QVERIFY(m_store->apply(notes::inverse(split)));
    QVERIFY(*m_store->highlights(id) == std::vector{whole});
    QVERIFY(m_store->apply(notes::Step{}));
}

void TestStore::aStepIsOfOneEpisode()
{
    const EpisodeId id = addEpisode(u"read"_s);
    const EpisodeId other = addEpisode(u"other"_s);
    const notes::Step step{notes::added(makeHighlight(id, 1, 2)), notes::added(makeHighlight(other, 1, 2))};
    QCOMPARE(codeOf(m_store->apply(step)), "InvalidArgument"_ba);
    QVERIFY(m_store->highlights(id)->empty());
}

void TestStore::hostileNotesComeBack_data()
{
    QTest::addColumn<QString>("note");
    QTest::newRow("SQL") << u"'); DROP TABLE highlight; --"_s;
    QTest::newRow("quotes") << u"\"'`´“”"_s;
    QTest::newRow("lines") << u"\n\r\n\tone\n\ntwo\n"_s;
    QTest::newRow("NUL inside") << u"a"_s + QChar(QChar::Null) + u"b"_s;
    QTest::newRow("emoji, right to left") << u"👩‍👧 שלום 🏳️‍🌈"_s;
    QTest::newRow("question marks and percents") << u"? ?1 :a @b $c %1 %n"_s;
    QTest::newRow("long") << QString(300'000, u'x');
}

void TestStore::hostileNotesComeBack()
{
    QFETCH(QString, note);
    const EpisodeId id = addEpisode(u"read"_s);
    const Highlight highlight = makeHighlight(id, 0, 199, note);
    const auto applied = m_store->apply(notes::added(highlight));
    QVERIFY2(applied, why(applied).constData());
    QVERIFY(*m_store->highlights(id) == std::vector{highlight});
    QVERIFY(m_store->apply(notes::noteChanged(highlight, note + u'!', someTime())));
}

// What a reader says of the times comes back, and goes with the episode.
void TestStore::stretchesThatAreNotInTheTextComeBack()
{
    const store::NewEpisode made = makeEpisode(u"ads"_s, 6);
    const EpisodeId id = *m_store->insertEpisode(made);
    const EpisodeId other = *m_store->insertEpisode(makeEpisode(u"none"_s, 6));
    transcript::Timings timings = made.timings;
    timings[2].origin = transcript::TimingOrigin::Tapped;
    const MediaSpan early{MediaTime(100), MediaTime(900)};
    const MediaSpan late{MediaTime(2000), MediaTime(2500)};
    QVERIFY(m_store->notInText(id)->empty());
    QVERIFY(m_store->replaceTimes(id, timings, {late, early, early}));
    QVERIFY(*m_store->notInText(id) == std::vector({early, late}));
    QVERIFY(*m_store->timings(id) == timings);
    QVERIFY(m_store->notInText(other)->empty());
    QCOMPARE(m_store->episode(id)->duration, made.episode.duration);

    QCOMPARE(codeOf(m_store->replaceTimes(id, made.timings, {{MediaTime(5), MediaTime(5)}})), "InvalidArgument"_ba);
    QCOMPARE(codeOf(m_store->replaceTimes(id, {}, {early})), "InvalidArgument"_ba);
    QVERIFY(*m_store->timings(id) == timings);
    QVERIFY(*m_store->notInText(id) == std::vector({early, late}));

    QVERIFY(m_store->replaceTimes(id, made.timings, {late}));
    QVERIFY(*m_store->notInText(id) == std::vector({late}));
    QVERIFY(m_store->removeEpisode(id));
    QVERIFY(m_store->notInText(id)->empty());
    QCOMPARE(codeOf(m_store->replaceTimes(id, timings, {})), "EpisodeUnknown"_ba);
}

void TestStore::tagsAndPlacesComeBack()
{
    const EpisodeId id = addEpisode(u"tagged"_s);
    Highlight moment =
        notes::makeMoment(id, makeTranscript(200), makeTimings(200), MediaTime(4210), notes::Mark::Two, someTime());
    QVERIFY(m_store->apply(notes::added(moment)));
    const Edit tagged = notes::tagsChanged(moment, {u"]\"x"_s, u"日本"_s, u"A, b"_s}, someTime());
    QVERIFY(m_store->apply(tagged));
    const Highlight whole = notes::makeEpisodeNote(id, someTime());
    QVERIFY(m_store->apply(notes::added(whole)));
    const std::vector<Highlight> stored = *m_store->highlights(id);
    QCOMPARE(stored.size(), size_t(2));
    QVERIFY(stored.front() == whole);
    QVERIFY(stored.back() == *tagged.after);
    QVERIFY(*m_store->highlight(moment.id) == *tagged.after);
    QCOMPARE(codeOf(m_store->highlight(HighlightId::create())), QByteArray("HighlightUnknown"));
    // Another window knows the highlight without its tags.
    QCOMPARE(codeOf(m_store->apply(notes::noteChanged(moment, u"late"_s, someTime()))),
             QByteArray("HighlightChangedElsewhere"));
}

void TestStore::tagsAreCountedOverTheLibrary()
{
    QVERIFY(m_store->tags()->empty());
    for (const QString &name : {u"one"_s, u"two"_s}) {
        const EpisodeId id = addEpisode(name);
        Highlight highlight = makeHighlight(id, 1, 2);
        highlight.tags = notes::cleanTags({u"both"_s, name});
        QVERIFY(m_store->apply(notes::added(highlight)));
    }
    const std::vector<store::TagCount> expected{{u"both"_s, 2}, {u"one"_s, 1}, {u"two"_s, 1}};
    QVERIFY(*m_store->tags() == expected);
}

void TestStore::highlightsComeInTheOrderOfTheText()
{
    const EpisodeId id = addEpisode(u"read"_s);
    std::vector<Highlight> expected;
    for (const auto &[first, last] : {std::pair(1, 1), {1, 4}, {1, 4}, {3, 3}, {100, 199}})
        expected.push_back(makeHighlight(id, first, last));
    std::sort(expected.begin(), expected.end(), notes::comesBefore);
    for (const size_t i : {4U, 2U, 0U, 3U, 1U})
        QVERIFY(m_store->apply(notes::added(expected[i])));
    QVERIFY(*m_store->highlights(id) == expected);
}

void TestStore::editOfSomethingElseIsRefused_data()
{
    QTest::addColumn<std::function<Edit(const Highlight &)>>("edit");
    QTest::addColumn<QByteArray>("code");
    using Make = std::function<Edit(const Highlight &)>;
    const auto changed = [](auto change) {
        return Make([change](const Highlight &stored) {
            Edit edit{stored, stored};
            change(edit);
            return edit;
        });
    };
    const QByteArray elsewhere = "HighlightChangedElsewhere";
    QTest::newRow("nothing") << Make([](const Highlight &) { return Edit{}; }) << "InvalidArgument"_ba;
    QTest::newRow("added twice") << Make([](const Highlight &h) { return notes::added(h); }) << elsewhere;
    QTest::newRow("another note before") << changed([](Edit &e) { e.before->note = u"old"_s; }) << elsewhere;
    QTest::newRow("another mark before") << changed([](Edit &e) { e.before->mark = notes::Mark::One; }) << elsewhere;
    QTest::newRow("another span before") << changed([](Edit &e) { e.before->span.last += 1; }) << elsewhere;
    QTest::newRow("removed elsewhere") << changed([](Edit &e) { e.before->id = e.after->id = HighlightId::create(); })
                                       << elsewhere;
    QTest::newRow("two highlights") << changed([](Edit &e) { e.after->id = HighlightId::create(); })
                                    << "InvalidArgument"_ba;
    QTest::newRow("two episodes") << changed([](Edit &e) { e.after->episode.value += 1; }) << "InvalidArgument"_ba;
    QTest::newRow("no such mark") << changed([](Edit &e) { e.after->mark = notes::Mark(6); }) << "InvalidArgument"_ba;
    QTest::newRow("no time") << changed([](Edit &e) { e.after->modified = {}; }) << "InvalidArgument"_ba;
    QTest::newRow("beyond the end") << changed([](Edit &e) { e.after->span.last = 200; }) << "SpanOutsideTranscript"_ba;
    QTest::newRow("before the start") << changed([](Edit &e) { e.after->span.first = -1; })
                                      << "SpanOutsideTranscript"_ba;
    QTest::newRow("turned round") << changed([](Edit &e) { e.after->span = {5, 4}; }) << "SpanOutsideTranscript"_ba;
}

void TestStore::editOfSomethingElseIsRefused()
{
    QFETCH(std::function<Edit(const Highlight &)>, edit);
    QFETCH(QByteArray, code);
    const EpisodeId id = addEpisode(u"read"_s);
    const Highlight stored = makeHighlight(id, 3, 5, u"mine"_s);
    QVERIFY(m_store->apply(notes::added(stored)));
    QCOMPARE(codeOf(m_store->apply(edit(stored))), code);
    QVERIFY(*m_store->highlights(id) == std::vector{stored});
}

void TestStore::undoingBringsTheSameHighlightBack()
{
    const EpisodeId id = addEpisode(u"read"_s);
    const Highlight highlight = makeHighlight(id, 3, 5, u"mine"_s);
    const Edit removal = notes::removed(highlight);
    QVERIFY(m_store->apply(notes::added(highlight)));
    QVERIFY(m_store->apply(removal));
    QVERIFY(m_store->apply(removal.inverse()));
    QVERIFY(*m_store->highlights(id) == std::vector{highlight});
}

void TestStore::secondConnectionSeesTheFirstOnesWrites()
{
    const EpisodeId id = addEpisode(u"read"_s);
    const auto second = Store::open(m_store->path(), Store::Access::ReadOnly);
    QVERIFY2(second, why(second).constData());
    const Highlight highlight = makeHighlight(id, 3, 5);
    QVERIFY(m_store->apply(notes::added(highlight)));
    QVERIFY(*(*second)->highlights(id) == std::vector{highlight});
    QCOMPARE(codeOf((*second)->apply(notes::removed(highlight))), "LibraryReadOnly"_ba);
    QVERIFY(*m_store->highlights(id) == std::vector{highlight});
}

void TestStore::everythingSurvivesReopening()
{
    const EpisodeId id = addEpisode(u"kept"_s);
    const Highlight highlight = makeHighlight(id, 3, 5, u"kept, too"_s);
    QVERIFY(m_store->apply(notes::added(highlight)));
    const QString path = m_store->path();
    m_store.reset();
    // Closed properly, a library is one file.
    QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files), QStringList{u"library.db"_s});
    auto again = Store::open(path, Store::Access::ReadWrite);
    QVERIFY2(again, why(again).constData());
    QVERIFY(*(*again)->highlights(id) == std::vector{highlight});
    QVERIFY(*(*again)->transcript(id) == makeTranscript(200));
}

void TestStore::healthyLibraryHasNoProblems()
{
    const EpisodeId id = addEpisode(u"healthy"_s);
    QVERIFY(m_store->apply(notes::added(makeHighlight(id, 0, 0))));
    const auto problems = m_store->problems();
    QVERIFY2(problems, why(problems).constData());
    QVERIFY(problems->empty());
}

QTEST_GUILESS_MAIN(TestStore)
#include "store_test.moc"
