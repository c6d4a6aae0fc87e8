// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "library/episodesession.h"
#include "library/exporting.h"
#include "library/libraryservice.h"
#include "library/replacement.h"

#include <QRegularExpression>
#include <QSignalSpy>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using library::EpisodeSession;
using library::LibraryService;
using notes::Mark;
using transcript::Amendment;
using transcript::AmendmentKind;
using transcript::AmendmentPlace;
using transcript::Marks;

namespace {

constexpr auto conversation =
    "ANNA: We came late. The price was $5. 5 million.\n\nBEN: They saw deep sequel.\n\nANNA: Yes.\n";

// An episode that is open in one window, and perhaps in another.
class Opened
{
public:
    explicit Opened(const QByteArray &text = conversation)
        : m_id(workshop.importText(text)), service(workshop.libraryPath()), session(another(service))
    {
    }

    [[nodiscard]] std::unique_ptr<EpisodeSession> another(LibraryService &through) const
    {
        const auto store = workshop.openStore();
        return std::make_unique<EpisodeSession>(
            std::make_shared<const library::OpenEpisode>(*library::openEpisode(*store, m_id)), through);
    }

    [[nodiscard]] std::vector<Amendment> saved() const { return *workshop.openStore()->amendments(m_id); }

    // Everything is on the disk, and the disk has what is shown.
    [[nodiscard]] bool isSaved() const
    {
        return QTest::qWaitFor([this] { return !session->hasUnsavedEdits(); }, 20000)
            && saved() == session->amendments();
    }

    [[nodiscard]] QString text() const { return session->reading().text; }

    // "speaker:heading" of each paragraph.
    [[nodiscard]] QStringList paragraphs() const
    {
        QStringList all;
        for (const reading::Paragraph &paragraph : session->reading().paragraphs)
            all += paragraph.speaker + u':' + paragraph.heading;
        return all;
    }

    Workshop workshop;

private:
    EpisodeId m_id;

public:
    LibraryService service;
    std::unique_ptr<EpisodeSession> session;
};

// The same, all of it one sentence by a model's judgement.
std::unique_ptr<EpisodeSession> judged(const Opened &opened, LibraryService &service)
{
    library::OpenEpisode episode;
    episode.episode.id = opened.session->id();
    episode.transcript = opened.session->transcript();
    episode.timings = opened.session->timings();
    episode.division.isJudged = true;
    episode.division.traits.assign(episode.transcript.tokens.size(), reading::Division::Letters);
    episode.division.traits.front() |= reading::Division::ParagraphStart;
    episode.reading = reading::compose(episode.transcript, episode.division);
    return std::make_unique<EpisodeSession>(std::make_shared<const library::OpenEpisode>(episode), service);
}

} // namespace

// Tokens: 0 ANNA: 1 We 2 came 3 late. 4 The 5 price 6 was 7 $5. 8 5 9 million. 10 BEN: 11 They 12 saw
// 13 deep 14 sequel. 15 ANNA: 16 Yes.
class SessionAmendmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { allowWrites(); }

    void aCorrectionIsShownSavedAndUndone()
    {
        Opened opened;
        const QString before = opened.text();
        QSignalSpy read(opened.session.get(), &EpisodeSession::readingChanged);
        QVERIFY(opened.session->correct({13, 14}, u" DeepSeek. "_s));
        QCOMPARE(opened.text(), QString(before).replace(u"deep sequel."_s, u"DeepSeek."_s));
        QCOMPARE(opened.session->amendments().front().heard, u"deep sequel."_s);
        QCOMPARE(read.size(), 1);
        QVERIFY(opened.isSaved());
        opened.session->undo();
        QCOMPARE(opened.text(), before);
        QVERIFY(opened.isSaved());
        opened.session->redo();
        QVERIFY(opened.text().contains(u"DeepSeek."));
        QVERIFY(opened.isSaved());
    }

    void aNewCorrectionReplacesTheOldInOneStep()
    {
        Opened opened;
        QVERIFY(opened.session->correct({12, 13}, u"said deeply"_s));
        const AmendmentId id = opened.session->amendments().front().id;
        QCOMPARE(opened.session->correctable({13, 14}), (transcript::TokenSpan{12, 14}));
        QVERIFY(opened.session->correct({12, 14}, u"saw DeepSeek."_s));
        QCOMPARE(opened.session->amendments().size(), size_t(1));
        QCOMPARE(opened.session->amendments().front().id, id);
        opened.session->undo();
        QCOMPARE(opened.session->amendments().front().text, u"said deeply"_s);
        QVERIFY(opened.isSaved());
    }

    void theSourcesWordsTakeACorrectionAway()
    {
        Opened opened;
        QVERIFY(!opened.session->correct({12, 12}, u"saw"_s));
        QVERIFY(opened.session->correct({12, 12}, u"heard"_s));
        QVERIFY(!opened.session->correct({12, 12}, u"heard"_s));
        QVERIFY(opened.session->correct({12, 12}, u"saw"_s));
        QVERIFY(opened.session->amendments().empty());
        QVERIFY(!opened.session->correct({12, 17}, u"outside"_s));
        QVERIFY(opened.isSaved());
    }

    void tornNumbersAreCorrectedWhole()
    {
        Opened opened;
        QCOMPARE(opened.session->correctable({8, 8}), (transcript::TokenSpan{7, 8}));
        QVERIFY(opened.session->correct(opened.session->correctable({7, 7}), u"$6.5"_s));
        QVERIFY(opened.text().contains(u"was $6.5 million."));
    }

    void turnsAreSetMergedAndNamed()
    {
        Opened opened;
        QCOMPARE(opened.session->speakers(), (QStringList{u"ANNA"_s, u"BEN"_s}));
        QVERIFY(opened.session->setTurn(4, u"Carl"_s));
        QCOMPARE(opened.paragraphs(), (QStringList{u"ANNA:"_s, u"Carl:"_s, u"BEN:"_s, u"ANNA:"_s}));
        QVERIFY(!opened.session->setTurn(4, u"Carl"_s));
        QVERIFY(opened.session->mergeTurn(6));
        QVERIFY(opened.session->amendments().empty());
        QVERIFY(opened.session->mergeTurn(12));
        QCOMPARE(opened.paragraphs(), (QStringList{u"ANNA:"_s, u":"_s}));
        QVERIFY(opened.session->setTurn(11, u"BEN"_s));
        QVERIFY(opened.session->amendments().empty());
        QCOMPARE(opened.paragraphs(), (QStringList{u"ANNA:"_s, u"BEN:"_s, u"ANNA:"_s}));
        QVERIFY(!opened.session->mergeTurn(2));
        QVERIFY(opened.isSaved());
    }

    void renamingIsOneStepEverywhere()
    {
        Opened opened;
        QVERIFY(opened.session->setTurn(4, u"ANNA"_s));
        QVERIFY(opened.session->renameSpeaker(u"ANNA"_s, u"Anna Karenina"_s));
        QCOMPARE(opened.session->speakers(), (QStringList{u"Anna Karenina"_s, u"BEN"_s}));
        QCOMPARE(opened.session->speakerAt(6), u"Anna Karenina"_s);
        QVERIFY(opened.session->renameSpeaker(u"Anna Karenina"_s, u"A. K."_s));
        QCOMPARE(opened.session->speakers(), (QStringList{u"A. K."_s, u"BEN"_s}));
        QVERIFY(!opened.session->renameSpeaker(u"nobody"_s, u"somebody"_s));
        opened.session->undo();
        opened.session->undo();
        QCOMPARE(opened.session->speakers(), (QStringList{u"ANNA"_s, u"BEN"_s}));
        QVERIFY(opened.isSaved());
    }

    void headingsAreSetAndTakenAway()
    {
        Opened opened;
        QVERIFY(opened.session->setHeading(11, u"The others"_s));
        QCOMPARE(opened.paragraphs(), (QStringList{u"ANNA:"_s, u"BEN:The others"_s, u"ANNA:"_s}));
        QVERIFY(opened.session->setHeading(11, u"Others"_s));
        QCOMPARE(opened.session->amendments().size(), size_t(1));
        QVERIFY(opened.session->setHeading(11, {}));
        QVERIFY(opened.session->amendments().empty());
        QVERIFY(!opened.session->setHeading(11, {}));
        QVERIFY(opened.isSaved());
    }

    // Marks and corrections, in turns.
    void undoGoesBackInTheOrderOfDoing()
    {
        Opened opened;
        opened.session->toggleHighlight({1, 2}, Mark::One);
        QVERIFY(opened.session->correct({12, 12}, u"heard"_s));
        opened.session->toggleHighlight({4, 5}, Mark::One);
        QVERIFY(opened.session->setHeading(4, u"Price"_s));
        const auto state = [&] {
            return std::pair(opened.session->highlights().size(), opened.session->amendments().size());
        };
        const std::vector<std::pair<size_t, size_t>> states{{2, 2}, {2, 1}, {1, 1}, {1, 0}, {0, 0}};
        for (size_t i = 0; i < states.size(); ++i) {
            QCOMPARE(state(), states[i]);
            opened.session->undo();
        }
        QVERIFY(!opened.session->canUndo());
        for (size_t i = states.size(); i-- > 1;) {
            QCOMPARE(state(), states[i]);
            opened.session->redo();
        }
        QCOMPARE(state(), states[0]);
        QVERIFY(!opened.session->canRedo());
        opened.session->undo();
        opened.session->toggleHighlight({6, 6}, Mark::One);
        QVERIFY(!opened.session->canRedo());
        QVERIFY(opened.isSaved());
    }

    void whatCannotBeSavedIsTakenBack()
    {
        Opened opened;
        QVERIFY(opened.session->correct({12, 12}, u"heard"_s));
        QVERIFY(opened.isSaved());
        const QString before = opened.text();
        QSignalSpy failed(opened.session.get(), &EpisodeSession::amendmentsFailed);
        refuseWrites();
        QVERIFY(opened.session->correct({13, 14}, u"DeepSeek."_s));
        QVERIFY(opened.session->setHeading(4, u"Price"_s));
        QTRY_COMPARE(failed.size(), 1);
        allowWrites();
        QCOMPARE(opened.text(), before);
        QCOMPARE(opened.session->amendments().size(), size_t(1));
        QVERIFY(opened.isSaved());
        opened.session->undo();
        QVERIFY(opened.session->amendments().empty());
        QVERIFY(opened.isSaved());
        QVERIFY(!opened.session->canUndo());
    }

    void anotherWindowSeesIt()
    {
        Opened opened;
        LibraryService otherService(opened.workshop.libraryPath());
        const auto other = opened.another(otherService);
        QSignalSpy listed(&otherService, &LibraryService::episodesListed);
        otherService.listEpisodes();
        QTRY_COMPARE(listed.size(), 1);
        otherService.refreshIfChanged();
        QVERIFY(opened.session->correct({12, 12}, u"heard"_s));
        QVERIFY(opened.isSaved());
        QTRY_VERIFY([&] {
            otherService.refreshIfChanged();
            return other->amendments() == opened.session->amendments();
        }());
        QCOMPARE(other->reading().text, opened.text());
    }

    void whoWasFasterIsKept()
    {
        Opened opened;
        LibraryService otherService(opened.workshop.libraryPath());
        const auto other = opened.another(otherService);
        QVERIFY(opened.session->correct({12, 13}, u"heard deep"_s));
        QVERIFY(opened.isSaved());
        QSignalSpy failed(other.get(), &EpisodeSession::amendmentsFailed);
        QVERIFY(other->correct({13, 14}, u"DeepSeek."_s));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::AmendmentChangedElsewhere);
        QTRY_COMPARE(other->amendments(), opened.session->amendments());
    }

    void newTimesKeepThem()
    {
        Opened opened;
        QVERIFY(opened.session->correct({12, 12}, u"heard"_s));
        transcript::Timings timings = opened.session->timings();
        for (transcript::WordTiming &timing : timings)
            timing.origin = transcript::TimingOrigin::Aligned;
        Q_EMIT opened.service.timesRead(
            opened.session->id(),
            std::make_shared<const library::EpisodeTimes>(library::EpisodeTimes{
                timings, MediaTime(9000), reading::divide(opened.session->transcript(), timings)}));
        QVERIFY(opened.text().contains(u"They heard deep"));
    }

    // The model's mark is not made the reader's own by correcting the word before it.
    void whatTheModelSetGoesOnComingFromIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("marks");
        QTest::newRow("the mark stays") << u"Soon."_s << u"Soon"_s << int(Marks::Model);
        QTest::newRow("another mark") << u"Soon!"_s << u"Soon!"_s << int(Marks::Own);
        QTest::newRow("no mark") << u"Soon"_s << u"Soon"_s << int(Marks::Own);
        QTest::newRow("no capital") << u"soon."_s << u"soon."_s << int(Marks::Own);
        QTest::newRow("left out") << QString() << QString() << int(Marks::Model);
        QTest::newRow("an abbreviation's own dot") << u"U.S."_s << u"U.S."_s << int(Marks::Model);
        QTest::newRow("a mark before it") << u"Soon..."_s << u"Soon..."_s << int(Marks::Model);
    }

    void whatTheModelSetGoesOnComingFromIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(int, marks);
        const Opened opened("late");
        LibraryService service(opened.workshop.libraryPath());
        const auto session = judged(opened, service);
        QCOMPARE(session->reading().text, u"Late."_s);
        QVERIFY(session->correct({0, 0}, typed));
        QCOMPARE(session->amendments().front().text, text);
        QCOMPARE(int(session->amendments().front().marks), marks);
        QCOMPARE(session->reading().text, typed);
        QVERIFY(session->correct({0, 0}, u"Late."_s));
        QVERIFY(session->amendments().empty());
    }

    // Whatever stands at the end of a sentence here, the rule is for all places.
    void aRuleLeavesTheModelsPartAway()
    {
        const Opened opened("the us");
        LibraryService service(opened.workshop.libraryPath());
        const auto session = judged(opened, service);
        QCOMPARE(session->reading().text, u"The us."_s);
        QCOMPARE(session->meantBy({0, 1}, u"The U.S."_s), u"the U.S."_s);
        QVERIFY(session->correct({0, 1}, u"The U.S."_s)); // whatever was corrected meanwhile
        QCOMPARE(session->reading().text, u"The U.S."_s);
        QCOMPARE(session->meantBy({0, 1}, u"The U.S."_s), u"the U.S."_s);
        QCOMPARE(session->meantBy({0, 1}, u"The States."_s), u"the States"_s);
        QCOMPARE(session->meantBy({0, 1}, u"America."_s), u"America"_s);
        QCOMPARE(session->meantBy({0, 1}, u"America!"_s), u"America!"_s);
        QCOMPARE(session->meantBy({0, 1}, QString()), QString());
    }

    // Selectors go on quoting the source, so that the highlight is found again.
    void exportsSayWhatIsShown()
    {
        Opened opened;
        opened.session->toggleHighlight({12, 14}, Mark::One);
        QVERIFY(opened.session->correct({13, 14}, u"DeepSeek."_s));
        QVERIFY(opened.session->renameSpeaker(u"BEN"_s, u"Benjamin"_s));
        QVERIFY(opened.session->setHeading(11, u"The others"_s));
        QVERIFY(opened.isSaved());
        const auto store = opened.workshop.openStore();
        const auto exported = library::exported(*library::openEpisode(*store, opened.session->id()));
        const auto &out = exported.highlights.at(0);
        QCOMPARE(out.quote, u"saw DeepSeek."_s);
        QCOMPARE(out.speaker, u"Benjamin"_s);
        QCOMPARE(exported.chapters.at(out.chapter.value()).title, u"The others"_s);
        QCOMPARE(out.wordStarts.size(), size_t(2));
        QCOMPARE(out.selectors.exact, u"saw deep sequel."_s);
    }

    // Highlights that overlap are one mark; each ends where its footnote is.
    void theWholeTextIsExported()
    {
        Opened opened;
        opened.session->toggleHighlight({2, 5}, Mark::One);
        opened.session->toggleHighlight({4, 8}, Mark::Two);
        opened.session->toggleHighlight({13, 16}, Mark::Three);
        for (const notes::Highlight &highlight : opened.session->highlights())
            opened.session->setNote(highlight.id, u"To %1"_s.arg(highlight.span.last));
        QVERIFY(opened.session->correct({13, 14}, u"DeepSeek."_s));
        QVERIFY(opened.session->setHeading(11, u"The others"_s));
        QVERIFY(opened.isSaved());
        const auto store = opened.workshop.openStore();
        library::ExportRequest request;
        request.templateName = u"text"_s;
        request.marks = exports::RegionMarks::LeftOut;
        const auto bytes = library::exportedBytes(*library::openEpisode(*store, opened.session->id()), request);
        QVERIFY2(bytes, codeOf(bytes).constData());
        QString text = QString::fromUtf8(*bytes);
        for (const notes::Highlight &highlight : opened.session->highlights())
            text.replace(u"em-"_s + highlight.id.value.toString(QUuid::Id128).first(12),
                         QString::number(highlight.span.last));
        text.remove(QRegularExpression(u"\\[[^\\]]*\\]\\(earmark:[^)]*\\) "_s));
        QCOMPARE(text.mid(text.indexOf(u"**ANNA"_s)),
                 u"**ANNA:** We ==came late. The price[^5] was \\$5.5==[^8] million.\n\n## The others\n\n"
                 "**BEN:** They saw ==DeepSeek.==\n\n**ANNA:** ==Yes.==[^16]\n\n"
                 "[^5]: To 5\n\n[^8]: To 8\n\n[^16]: To 16\n"_s);
    }

    void theyGoAlongOnlyWhereTheirWordsStand()
    {
        Opened opened;
        QVERIFY(opened.session->correct({2, 3}, u"arrived."_s));
        QVERIFY(opened.session->correct({13, 14}, u"DeepSeek."_s));
        QVERIFY(opened.session->setTurn(4, u"Carl"_s));
        QVERIFY(opened.session->setHeading(16, u"End"_s));
        QVERIFY(opened.session->renameSpeaker(u"BEN"_s, u"Benjamin"_s));
        QVERIFY(opened.isSaved());
        const auto store = opened.workshop.openStore();
        const auto replaced =
            library::replaceTranscript(*store, opened.session->id(),
                                       opened.workshop.write(u"new.txt"_s,
                                                             "ANNA: Well, we came late. The price was $5.5 million.\n\n"
                                                             "BEN: They saw DeepSeek.\n\nANNA: Yes.\n"));
        QVERIFY2(replaced, codeOf(replaced).constData());
        QCOMPARE(replaced->amended, 4);
        QCOMPARE(replaced->amendmentsLost, 1);
        const auto episode = library::openEpisode(*store, opened.session->id());
        QCOMPARE(episode->amendments.size(), size_t(5));
        QCOMPARE(episode->amendments.back().text, u"DeepSeek."_s);
        QCOMPARE(episode->amendments.back().heard, u"deep sequel."_s);
        QCOMPARE(episode->amendments.back().place, AmendmentPlace::Lost);
        QVERIFY(episode->reading.text.contains(u"Well, we arrived.\nThe price"));
        QCOMPARE(episode->reading.paragraphs[1].speaker, u"Carl"_s);
        QCOMPARE(episode->reading.paragraphs[2].speaker, u"Benjamin"_s);
        QCOMPARE(episode->reading.paragraphs[3].heading, u"End"_s);
        QVERIFY(store->problems()->empty());
    }

    // What one transcript lost, the next one may have: here the old one comes back, with a few words more.
    void whatWasLostIsFoundAgain()
    {
        Opened opened;
        QVERIFY(opened.session->correct({13, 14}, u"DeepSeek."_s));
        QVERIFY(opened.session->setTurn(4, u"Carl"_s));
        QVERIFY(opened.session->renameSpeaker(u"BEN"_s, u"Benjamin"_s));
        QVERIFY(opened.isSaved());
        const auto store = opened.workshop.openStore();
        const QByteArray old = "Well, we came late. The price was $5. 5 million.";
        const auto replace = [&](const QByteArray &text) {
            return library::replaceTranscript(*store, opened.session->id(), opened.workshop.write(u"new.txt"_s, text));
        };
        const auto placed = [&] {
            const auto amendments = *store->amendments(opened.session->id());
            return std::ranges::count(amendments, AmendmentPlace::Words, &transcript::Amendment::place);
        };
        const auto lost = replace("ANNA: Something else was said at that time, of deep sequels alone.\n");
        QVERIFY2(lost, codeOf(lost).constData());
        QCOMPARE(lost->amended, 0);
        QCOMPARE(lost->amendmentsLost, 3);
        // Twice: nobody knows which.
        const auto twice = replace("BEN: They saw deep sequel. I know deep sequel.\n");
        QVERIFY2(twice, codeOf(twice).constData());
        QCOMPARE(twice->amended, 1);
        QCOMPARE(twice->amendmentsLost, 0);
        // Those two are no news; what comes is.
        const auto third =
            replace("BEN: They saw deep sequel. I know deep sequel.\n\nANNA: And so to deep sequel itself.\n");
        QVERIFY2(third, codeOf(third).constData());
        QCOMPARE(third->amended, 2);
        QCOMPARE(library::openEpisode(*store, opened.session->id())->reading.text.section(u'\n', -1),
                 u"And so to DeepSeek. itself."_s);
        QVERIFY(replace("ANNA: Something else was said at that time, of deep sequels alone.\n"));
        QCOMPARE(placed(), 0);
        const auto back = replace("ANNA: " + old + "\n\nBEN: They saw deep sequel. And more.\n");
        QVERIFY2(back, codeOf(back).constData());
        QCOMPARE(placed(), 3);
        const auto episode = library::openEpisode(*store, opened.session->id());
        QVERIFY(episode->reading.text.contains(u"They saw DeepSeek."_s));
        QVERIFY(store->problems()->empty());
    }
};

QTEST_GUILESS_MAIN(SessionAmendmentsTest)
#include "test_sessionamendments.moc"
