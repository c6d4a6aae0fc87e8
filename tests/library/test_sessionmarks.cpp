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
using notes::Highlight;
using notes::Mark;
using notes::Place;
using transcript::TokenSpan;

namespace {

// An episode of twenty words, open in one window.
class Opened
{
public:
    Opened() : m_id(m_workshop.importText(someWords(20))), service(m_workshop.libraryPath()) { open({}); }

    void open(notes::History history)
    {
        session.reset();
        const auto store = m_workshop.openStore();
        session = std::make_unique<EpisodeSession>(
            std::make_shared<const library::OpenEpisode>(*library::openEpisode(*store, m_id)), service, nullptr,
            std::move(history));
    }

    // Everything is on the disk, and the disk has what is shown.
    [[nodiscard]] bool isSaved() const
    {
        return QTest::qWaitFor([this] { return !session->hasUnsavedEdits(); }, 20000)
            && m_workshop.savedHighlights(m_id) == session->highlights();
    }

    // "first-last" of each highlight of words.
    [[nodiscard]] QStringList spans() const
    {
        QStringList spans;
        for (const Highlight &highlight : session->highlights())
            spans += u"%1-%2"_s.arg(highlight.span.first).arg(highlight.span.last);
        return spans;
    }

private:
    Workshop m_workshop;
    EpisodeId m_id;

public:
    LibraryService service;
    std::unique_ptr<EpisodeSession> session;
};

} // namespace

// What can be done to highlights, and undone as one step.
class SessionMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { allowWrites(); }

    void tagsAreCleanedAndSaved()
    {
        Opened opened;
        const HighlightId id = opened.session->toggleHighlight({2, 4}, Mark::One);
        opened.session->setTags(id, {u"#look up"_s, u"claim"_s, u"Claim"_s});
        QCOMPARE(opened.session->find(id)->tags, (QStringList{u"claim"_s, u"look-up"_s}));
        QSignalSpy read(&opened.service, &LibraryService::tagsRead);
        opened.service.readTags();
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(read[0][0].value<std::vector<store::TagCount>>().size(), size_t(2));
        QVERIFY(opened.isSaved());
        opened.session->undo();
        QVERIFY(opened.session->find(id)->tags.isEmpty());
        QVERIFY(opened.isSaved());
    }

    void otherWordsGetOtherSelectors()
    {
        Opened opened;
        const HighlightId id = opened.session->toggleHighlight({2, 4}, Mark::One);
        opened.session->setSpan(id, {1, 4});
        QVERIFY(opened.session->find(id)->selectors.exact.startsWith(u"two"));
        opened.session->setSpan(id, {1, 40});
        opened.session->setSpan(id, {4, 1});
        QCOMPARE(opened.spans(), QStringList{u"1-4"_s});
        opened.session->undo();
        QCOMPARE(opened.spans(), QStringList{u"2-4"_s});
        QVERIFY(opened.isSaved());
    }

    void aSplitIsOneStep()
    {
        Opened opened;
        const HighlightId id = opened.session->toggleHighlight({2, 7}, Mark::Three);
        opened.session->setNote(id, u"why"_s);
        opened.session->setTags(id, {u"claim"_s});
        const HighlightId second = opened.session->split(id, 5);
        QCOMPARE(opened.spans(), (QStringList{u"2-4"_s, u"5-7"_s}));
        QCOMPARE(opened.session->find(id)->note, u"why"_s);
        QCOMPARE(opened.session->find(second)->note, QString());
        QCOMPARE(opened.session->find(second)->mark, Mark::Three);
        QCOMPARE(opened.session->find(second)->tags, QStringList{u"claim"_s});
        QVERIFY(opened.isSaved());
        opened.session->undo();
        QCOMPARE(opened.spans(), QStringList{u"2-7"_s});
        QVERIFY(opened.isSaved());
        opened.session->redo();
        QCOMPARE(opened.spans(), (QStringList{u"2-4"_s, u"5-7"_s}));
        QVERIFY(opened.isSaved());
    }

    void nothingIsSplitAtItsEdge_data()
    {
        QTest::addColumn<int>("at");
        QTest::newRow("before") << 1;
        QTest::newRow("the first word") << 2;
        QTest::newRow("after") << 8;
    }

    void nothingIsSplitAtItsEdge()
    {
        QFETCH(const int, at);
        Opened opened;
        const HighlightId id = opened.session->toggleHighlight({2, 7}, Mark::One);
        QVERIFY(!opened.session->split(id, at).isValid());
        QCOMPARE(opened.spans(), QStringList{u"2-7"_s});
    }

    void mergingTakesWhatOverlapsOrElseTheNext_data()
    {
        QTest::addColumn<QList<TokenSpan>>("made");
        QTest::addColumn<int>("chosen");
        QTest::addColumn<QStringList>("merged");
        QTest::newRow("overlapping") << QList<TokenSpan>{{1, 4}, {3, 6}, {10, 12}} << 1
                                     << QStringList{u"1-6"_s, u"10-12"_s};
        QTest::newRow("nested") << QList<TokenSpan>{{1, 9}, {3, 4}} << 1 << QStringList{u"1-9"_s};
        QTest::newRow("three") << QList<TokenSpan>{{1, 4}, {3, 8}, {7, 9}} << 1 << QStringList{u"1-9"_s};
        QTest::newRow("the next") << QList<TokenSpan>{{1, 2}, {5, 6}, {8, 9}} << 0 << QStringList{u"1-6"_s, u"8-9"_s};
        QTest::newRow("the last alone") << QList<TokenSpan>{{1, 2}, {5, 6}} << 1 << QStringList{u"1-2"_s, u"5-6"_s};
    }

    void mergingTakesWhatOverlapsOrElseTheNext()
    {
        QFETCH(const QList<TokenSpan>, made);
        QFETCH(const int, chosen);
        QFETCH(const QStringList, merged);
        Opened opened;
        QList<HighlightId> ids;
        for (const TokenSpan span : made) {
            ids += opened.session->toggleHighlight(span, Mark::One);
            opened.session->setNote(ids.back(), u"note %1"_s.arg(ids.size()));
            opened.session->setTags(ids.back(), {u"t%1"_s.arg(ids.size())});
        }
        const QStringList before = opened.spans();
        opened.session->setMark(ids[chosen], Mark::Five);
        const HighlightId whole = opened.session->merge(ids[chosen]);
        QCOMPARE(opened.spans(), merged);
        QCOMPARE(whole.isValid(), before != merged);
        QVERIFY(opened.isSaved());
        if (!whole.isValid())
            return;
        QCOMPARE(opened.session->find(whole)->mark, Mark::Five);
        QVERIFY(opened.session->find(whole)->note.startsWith(u"note 1\n\nnote 2"));
        QVERIFY(opened.session->find(whole)->tags.size() >= 2);
        opened.session->undo();
        QCOMPARE(opened.spans(), before);
        QVERIFY(opened.isSaved());
    }

    void aMomentAndTheEpisodeHaveOneMarkEach()
    {
        Opened opened;
        const HighlightId moment = opened.session->bookmark(MediaTime(0), Mark::Two);
        QCOMPARE(opened.session->bookmark(MediaTime(0), Mark::Two), moment);
        QCOMPARE(opened.session->find(moment)->place, Place::Moment);
        const HighlightId whole = opened.session->episodeNote();
        QCOMPARE(opened.session->episodeNote(), whole);
        QCOMPARE(opened.session->find(whole)->place, Place::Episode);
        // They are no highlights of their word.
        QVERIFY(!opened.session->highlightOf(opened.session->find(moment)->span));
        QVERIFY(opened.session->toggleHighlight({0, 0}, Mark::Two).isValid());
        QCOMPARE(opened.session->highlights().size(), size_t(3));
        QVERIFY(!opened.session->split(whole, 1).isValid());
        QVERIFY(!opened.session->merge(moment).isValid());
        QVERIFY(opened.isSaved());
    }

    void whatIsRefusedIsTakenBackWhole()
    {
        Opened opened;
        EpisodeSession &session = *opened.session;
        const HighlightId first = session.toggleHighlight({1, 2}, Mark::One);
        const HighlightId second = session.toggleHighlight({4, 6}, Mark::One);
        session.setNote(first, u"one"_s);
        session.setNote(second, u"two"_s);
        QVERIFY(opened.isSaved());
        const std::vector<Highlight> before = session.highlights();
        refuseWrites();
        QVERIFY(session.merge(first).isValid());
        QCOMPARE(opened.spans(), QStringList{u"1-6"_s});
        QTRY_COMPARE(session.highlights(), before);
        QVERIFY(session.split(second, 5).isValid());
        QTRY_COMPARE(session.highlights(), before);
        allowWrites();
        QVERIFY(opened.isSaved());
        session.undo(); // the note: what was taken back is no step
        QCOMPARE(session.find(second)->note, QString());
    }

    void aStepThatTouchesAnUnsavedNoteWaits()
    {
        Opened opened;
        EpisodeSession &session = *opened.session;
        const HighlightId first = session.toggleHighlight({1, 2}, Mark::One);
        session.toggleHighlight({4, 6}, Mark::One);
        QVERIFY(opened.isSaved());
        refuseWrites();
        session.setNote(first, u"typed"_s);
        QTRY_VERIFY(session.isUnsaved(first));
        QVERIFY(!session.merge(first).isValid());
        QCOMPARE(opened.spans(), (QStringList{u"1-2"_s, u"4-6"_s}));
        allowWrites();
        session.retryUnsaved();
        QVERIFY(opened.isSaved());
        QVERIFY(session.merge(first).isValid());
        QCOMPARE(session.find(first)->note, u"typed"_s);
        QVERIFY(opened.isSaved());
    }

    void historyOutlivesTheSession()
    {
        Opened opened;
        const HighlightId id = opened.session->toggleHighlight({2, 7}, Mark::One);
        opened.session->split(id, 4);
        opened.session->undo();
        QVERIFY(opened.isSaved());
        opened.open(opened.session->history());
        QVERIFY(opened.session->canUndo());
        opened.session->redo();
        QCOMPARE(opened.spans(), (QStringList{u"2-3"_s, u"4-7"_s}));
        opened.session->undo();
        opened.session->undo();
        QVERIFY(opened.session->highlights().empty());
        QVERIFY(opened.isSaved());
    }

    void theNamesOfTheMarksAreTheLibrarys()
    {
        Opened opened;
        QSignalSpy read(&opened.service, &LibraryService::markNamesRead);
        opened.service.setMarkNames({u"claim"_s, {}, u"  look \n up "_s, {}, {}});
        QTRY_COMPARE(read.size(), 1);
        const auto names = read[0][0].value<notes::MarkNames>();
        QCOMPARE(notes::nameOf(names, Mark::Three), u"look up"_s);
        LibraryService again(opened.service.libraryPath());
        QSignalSpy later(&again, &LibraryService::markNamesRead);
        again.readMarkNames();
        QTRY_COMPARE(later.size(), 1);
        QVERIFY(later[0][0].value<notes::MarkNames>() == names);
    }
};

QTEST_GUILESS_MAIN(SessionMarksTest)
#include "test_sessionmarks.moc"
