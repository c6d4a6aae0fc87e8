// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "library/episodesession.h"
#include "library/libraryservice.h"

#include <QSignalSpy>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::EpisodeSession;
using library::LibraryService;
using notes::Mark;

namespace {

// An episode that is open in one window.
struct Desk {
    Desk(const Workshop &workshop, EpisodeId id) : service(workshop.libraryPath())
    {
        const auto store = workshop.openStore();
        session = std::make_unique<EpisodeSession>(
            std::make_shared<const library::OpenEpisode>(*library::openEpisode(*store, id)), service);
    }

    LibraryService service;
    std::unique_ptr<EpisodeSession> session;
};

QStringList notesOf(const std::vector<notes::Highlight> &highlights)
{
    QStringList notes;
    for (const notes::Highlight &highlight : highlights)
        notes.append(highlight.note);
    return notes;
}

} // namespace

class EpisodeSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { allowWrites(); }
    void aMarkShowsAtOnceAndIsSaved();
    void theSameMarkAgainRemovesIt();
    void highlightsStandInTheOrderOfTheText();
    void undoAndRedoReachTheDisk();
    void typingIsOneStep();
    void undoGoesOnAfterTypingAndDeleting();
    void aMarkThatCannotBeSavedIsTakenBack();
    void aRemovalThatCannotBeSavedBringsTheHighlightBack();
    void aTypedNoteThatCannotBeSavedStaysAndIsTriedAgain();
    void aNewHighlightWithATypedNoteIsKept();
    void endingTheSessionTriesAgain();
    void whatAnotherWindowTypedIsJoined();
    void whatAnotherWindowRemovedWhileOneTypesComesBack();
    void aSpanOutsideTheTranscriptIsIgnored();
    void newTimesMakeANewReading();
    void thePlaceIsSavedWhenClosingWhilePlaying();
};

void EpisodeSessionTest::aMarkShowsAtOnceAndIsSaved()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    QSignalSpy added(desk.session.get(), &EpisodeSession::highlightAdded);
    QSignalSpy allSaved(desk.session.get(), &EpisodeSession::allSaved);
    const HighlightId highlight = desk.session->toggleHighlight({2, 4}, Mark::Two);
    QVERIFY(highlight.isValid());
    QCOMPARE(added.size(), 1);
    QVERIFY(desk.session->find(highlight));
    QVERIFY(desk.session->hasUnsavedEdits());
    QTRY_COMPARE(allSaved.size(), 1);
    QVERIFY(!desk.session->hasUnsavedEdits());
    QCOMPARE(workshop.savedHighlights(id), desk.session->highlights());
}

void EpisodeSessionTest::theSameMarkAgainRemovesIt()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    const HighlightId first = desk.session->toggleHighlight({2, 4}, Mark::One);
    QCOMPARE(desk.session->toggleHighlight({2, 4}, Mark::Three), first);
    QCOMPARE(desk.session->find(first)->mark, Mark::Three);
    QVERIFY(!desk.session->toggleHighlight({2, 4}, Mark::Three).isValid());
    QVERIFY(desk.session->highlights().empty());
    QTRY_VERIFY(!desk.session->hasUnsavedEdits());
    QVERIFY(workshop.savedHighlights(id).empty());
}

void EpisodeSessionTest::highlightsStandInTheOrderOfTheText()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    for (const int first : {7, 1, 12, 4})
        desk.session->toggleHighlight({first, first + 1}, Mark::One);
    std::vector<int> firsts;
    for (const notes::Highlight &highlight : desk.session->highlights())
        firsts.push_back(highlight.span.first);
    QCOMPARE(firsts, (std::vector<int>{1, 4, 7, 12}));
    QTRY_VERIFY(!desk.session->hasUnsavedEdits());
    QCOMPARE(workshop.savedHighlights(id), desk.session->highlights());
}

void EpisodeSessionTest::undoAndRedoReachTheDisk()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    EpisodeSession &session = *desk.session;
    const HighlightId highlight = session.toggleHighlight({2, 4}, Mark::One);
    session.setNote(highlight, u"why"_s);
    session.setMark(highlight, Mark::Four);
    session.removeHighlight(highlight);
    QVERIFY(session.highlights().empty());
    session.undo();
    QCOMPARE(session.find(highlight)->mark, Mark::Four);
    session.undo();
    QCOMPARE(session.find(highlight)->mark, Mark::One);
    session.undo();
    QCOMPARE(session.find(highlight)->note, QString());
    session.undo();
    QVERIFY(session.highlights().empty() && !session.canUndo());
    session.redo();
    session.redo();
    QCOMPARE(session.find(highlight)->note, u"why"_s);
    QTRY_VERIFY(!session.hasUnsavedEdits());
    QCOMPARE(workshop.savedHighlights(id), session.highlights());
}

void EpisodeSessionTest::typingIsOneStep()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    EpisodeSession &session = *desk.session;
    const HighlightId highlight = session.toggleHighlight({2, 4}, Mark::One);
    for (const QString &text : {u"w"_s, u"wh"_s, u"why"_s})
        session.setNote(highlight, text);
    session.closeNoteStep();
    session.setNote(highlight, u"why not"_s);
    session.undo();
    QCOMPARE(session.find(highlight)->note, u"why"_s);
    session.undo();
    QCOMPARE(session.find(highlight)->note, QString());
    QTRY_VERIFY(!session.hasUnsavedEdits());
    QCOMPARE(notesOf(workshop.savedHighlights(id)), QStringList{QString()});
}

void EpisodeSessionTest::undoGoesOnAfterTypingAndDeleting()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    EpisodeSession &session = *desk.session;
    const HighlightId highlight = session.toggleHighlight({2, 4}, Mark::One);
    QTest::qWait(5); // so that the time of the last change differs
    session.setNote(highlight, u"w"_s);
    session.setNote(highlight, QString());
    session.undo();
    QVERIFY(session.highlights().empty());
    QTRY_VERIFY(!session.hasUnsavedEdits());
    QVERIFY(workshop.savedHighlights(id).empty());
}

void EpisodeSessionTest::aMarkThatCannotBeSavedIsTakenBack()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    EpisodeSession &session = *desk.session;
    const HighlightId kept = session.toggleHighlight({1, 1}, Mark::One);
    QTRY_VERIFY(!session.hasUnsavedEdits());
    refuseWrites();
    QSignalSpy failed(&session, &EpisodeSession::saveFailed);
    QSignalSpy removed(&session, &EpisodeSession::highlightRemoved);
    const HighlightId lost = session.toggleHighlight({2, 4}, Mark::One);
    session.setMark(lost, Mark::Five); // depends on what will be refused
    session.setMark(kept, Mark::Two);
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(!session.find(lost));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(session.find(kept)->mark, Mark::One);
    QVERIFY(!session.hasUnsavedEdits());
    allowWrites();
    // What was taken back is no step either; the one before it is.
    session.undo();
    QVERIFY(session.highlights().empty());
    QTRY_VERIFY(!session.hasUnsavedEdits());
    QVERIFY(workshop.savedHighlights(id).empty());
}

void EpisodeSessionTest::aRemovalThatCannotBeSavedBringsTheHighlightBack()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    EpisodeSession &session = *desk.session;
    const HighlightId highlight = session.toggleHighlight({2, 4}, Mark::One);
    session.setNote(highlight, u"mine"_s);
    QTRY_VERIFY(!session.hasUnsavedEdits());
    refuseWrites();
    QSignalSpy failed(&session, &EpisodeSession::saveFailed);
    session.removeHighlight(highlight);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(session.find(highlight)->note, u"mine"_s);
    QVERIFY(!session.isUnsaved(highlight));
}

void EpisodeSessionTest::aTypedNoteThatCannotBeSavedStaysAndIsTriedAgain()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    EpisodeSession &session = *desk.session;
    const HighlightId highlight = session.toggleHighlight({2, 4}, Mark::One);
    QTRY_VERIFY(!session.hasUnsavedEdits());
    refuseWrites();
    QSignalSpy failed(&session, &EpisodeSession::saveFailed);
    session.setNote(highlight, u"a thought"_s);
    QTRY_COMPARE(failed.size(), 1);
    // Goes on typing, unharmed and told only once.
    session.setNote(highlight, u"a thought of mine"_s);
    QTest::qWait(50);
    session.setNote(highlight, u"a thought of my own"_s);
    QTest::qWait(50);
    QCOMPARE(failed.size(), 1);
    QVERIFY(session.isUnsaved(highlight) && session.hasUnsavedEdits());
    QCOMPARE(session.find(highlight)->note, u"a thought of my own"_s);
    allowWrites();
    QCOMPARE(notesOf(workshop.savedHighlights(id)), QStringList{QString()});
    session.toggleHighlight({7, 8}, Mark::One); // any edit tries again
    QTRY_VERIFY(!session.hasUnsavedEdits());
    QVERIFY(!session.isUnsaved(highlight));
    QCOMPARE(workshop.savedHighlights(id), session.highlights());
    QCOMPARE(session.find(highlight)->note, u"a thought of my own"_s);
}

void EpisodeSessionTest::aNewHighlightWithATypedNoteIsKept()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    EpisodeSession &session = *desk.session;
    refuseWrites();
    QSignalSpy failed(&session, &EpisodeSession::saveFailed);
    const HighlightId highlight = session.toggleHighlight({2, 4}, Mark::One);
    session.setNote(highlight, u"quick"_s);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(session.find(highlight)->note, u"quick"_s);
    allowWrites();
    session.retryUnsaved();
    QTRY_VERIFY(!session.hasUnsavedEdits());
    QCOMPARE(workshop.savedHighlights(id), session.highlights());
    // Or given up by the reader: then nothing is left to save.
    refuseWrites();
    const HighlightId second = session.toggleHighlight({7, 8}, Mark::One);
    session.setNote(second, u"never mind"_s);
    QTRY_VERIFY(session.isUnsaved(second));
    session.removeHighlight(second);
    QTRY_VERIFY(!session.hasUnsavedEdits());
    QVERIFY(!session.find(second));
}

void EpisodeSessionTest::endingTheSessionTriesAgain()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    {
        const Desk desk(workshop, id);
        EpisodeSession &session = *desk.session;
        refuseWrites();
        const HighlightId highlight = session.toggleHighlight({2, 4}, Mark::One);
        session.setNote(highlight, u"at the last moment"_s);
        QTRY_VERIFY(session.isUnsaved(highlight));
        allowWrites();
    }
    QCOMPARE(notesOf(workshop.savedHighlights(id)), QStringList{u"at the last moment"_s});
}

void EpisodeSessionTest::whatAnotherWindowTypedIsJoined()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk first(workshop, id);
    const HighlightId highlight = first.session->toggleHighlight({2, 4}, Mark::One);
    QTRY_VERIFY(!first.session->hasUnsavedEdits());
    const Desk second(workshop, id);
    second.session->setNote(highlight, u"theirs"_s);
    second.session->toggleHighlight({9, 9}, Mark::Two);
    QTRY_VERIFY(!second.session->hasUnsavedEdits());

    QSignalSpy failed(first.session.get(), &EpisodeSession::saveFailed);
    first.session->setNote(highlight, u"ours"_s);
    QTRY_VERIFY(!first.session->hasUnsavedEdits());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::HighlightChangedElsewhere);
    QCOMPARE(first.session->find(highlight)->note, u"theirs\n\nours"_s);
    QCOMPARE(first.session->highlights().size(), size_t(2)); // the other window's, too
    QCOMPARE(workshop.savedHighlights(id), first.session->highlights());
    // A change without words gives way.
    second.session->setMark(highlight, Mark::Five);
    QTRY_VERIFY(!second.session->hasUnsavedEdits());
    QCOMPARE(second.session->highlights(), workshop.savedHighlights(id));
}

void EpisodeSessionTest::whatAnotherWindowRemovedWhileOneTypesComesBack()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk first(workshop, id);
    const HighlightId highlight = first.session->toggleHighlight({2, 4}, Mark::One);
    QTRY_VERIFY(!first.session->hasUnsavedEdits());
    const Desk second(workshop, id);
    second.session->removeHighlight(highlight);
    QTRY_VERIFY(!second.session->hasUnsavedEdits());
    first.session->setNote(highlight, u"ours"_s);
    QTRY_VERIFY(!first.session->hasUnsavedEdits());
    QCOMPARE(notesOf(workshop.savedHighlights(id)), QStringList{u"ours"_s});
}

void EpisodeSessionTest::aSpanOutsideTheTranscriptIsIgnored()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    const Desk desk(workshop, id);
    QVERIFY(!desk.session->toggleHighlight({19, 20}, Mark::One).isValid());
    QVERIFY(!desk.session->toggleHighlight({4, 2}, Mark::One).isValid());
    QVERIFY(!desk.session->canUndo() && !desk.session->hasUnsavedEdits());
}

void EpisodeSessionTest::newTimesMakeANewReading()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    Desk desk(workshop, id);
    QSignalSpy changed(desk.session.get(), &EpisodeSession::timingsChanged);
    transcript::Timings timings = desk.session->timings();
    for (transcript::WordTiming &timing : timings)
        timing.origin = transcript::TimingOrigin::Aligned;
    const auto times = std::make_shared<const library::EpisodeTimes>(
        library::EpisodeTimes{timings, MediaTime(9000), reading::divide(desk.session->transcript(), timings)});
    Q_EMIT desk.service.timesRead(EpisodeId{id.value + 1}, times);
    QCOMPARE(changed.size(), 0);
    Q_EMIT desk.service.timesRead(id, times);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(desk.session->timings(), timings);
    QCOMPARE(desk.session->episode().duration, MediaTime(9000));
    QCOMPARE(desk.session->reading().tokenRanges.size(), timings.size());
}

// The place is sent while the sound goes on, and once more at the very end.
void EpisodeSessionTest::thePlaceIsSavedWhenClosingWhilePlaying()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(someWords(20));
    {
        Desk desk(workshop, id);
        for (int second = 1; second <= 40; ++second)
            desk.service.savePosition(id, MediaTime(second * 1000));
        desk.session->toggleHighlight({2, 4}, Mark::One);
        desk.service.savePosition(id, MediaTime(40'500));
    }
    const Desk again(workshop, id);
    QCOMPARE(again.session->lastPosition(), MediaTime(40'500));
    QCOMPARE(again.session->highlights().size(), size_t(1));
}

QTEST_GUILESS_MAIN(EpisodeSessionTest)
#include "test_episodesession.moc"
