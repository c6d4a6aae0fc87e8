// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespane.h"
#include "ui/player/alignmentbar.h"
#include "ui/window/desk.h"
#include "ui/window/messagebar.h"

#include <QLabel>
#include <QListView>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using playback::Player;
using transcript::TokenSpan;

namespace {

// Each word with its own time, a pause before the third.
constexpr char timedWords[] = "WEBVTT\n\n"
                              "00:01.000 --> 00:01.400\nWe\n\n"
                              "00:01.400 --> 00:02.000\nmet\n\n"
                              "00:03.200 --> 00:04.000\nthere.\n\n"
                              "00:07.500 --> 00:08.000\nThat\n\n"
                              "00:08.000 --> 00:08.500\nwas.\n\n";

// What was told to be lit, by the first token.
QStringList &litLines()
{
    static QStringList lines;
    return lines;
}

void takeLitLine(QtMsgType, const QMessageLogContext &, const QString &text)
{
    if (text.startsWith(u"lit "))
        litLines().append(text.section(u' ', 1, 1));
}

} // namespace

// The keys that move the playhead by the text, where there is no sound device.
class TestTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { takeSoundDeviceAway(); }

    void sentencesAndParagraphsAreSought()
    {
        Desk desk;
        QVERIFY(desk.listen());
        const auto at = [&desk](int milliseconds) { return desk.player->position() == MediaTime(milliseconds); };
        desk.press(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(at(1000));
        desk.press(Qt::Key_Right, Qt::AltModifier);
        desk.press(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(at(7500));
        desk.press(Qt::Key_Right, Qt::AltModifier); // there is none
        QVERIFY(at(7500));
        desk.player->seek(MediaTime(6500));
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(at(4000));
        // At its start the one before is meant.
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(at(1000));
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(at(1000));
        desk.player->seek(MediaTime(400));
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(at(0));
        const auto &paragraphs = desk.session()->reading().paragraphs;
        desk.player->seek(MediaTime(9800));
        desk.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(desk.player->position(), desk.session()->timings()[size_t(paragraphs.back().span.first)].start);
    }

    void aHighlightIsPlayedAlone()
    {
        Desk desk;
        QVERIFY(desk.listen());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_J);
        desk.press(Qt::Key_H);
        desk.player->setSpeed(Player::fastest);
        desk.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(desk.player->state(), Player::State::Playing);
        QVERIFY(desk.player->position() >= MediaTime(4000));
        QTRY_COMPARE_WITH_TIMEOUT(desk.player->state(), Player::State::Paused, 20000);
        QVERIFY(desk.player->position() >= MediaTime(7000));
        QVERIFY(desk.player->position() < MediaTime(9000)); // the last sentence goes on to 10 s
        // From the notes, too; whoever goes elsewhere meanwhile plays on.
        QTest::keyClick(desk.window->notes()->list(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(desk.player->state(), Player::State::Playing);
        desk.player->setSpeed(Player::slowest);
        desk.player->seek(MediaTime(7200));
        QTest::qWait(200);
        QCOMPARE(desk.player->state(), Player::State::Playing);
        QVERIFY(desk.saved());
    }

    void theNotesGoAlongWithWhatIsHeard()
    {
        Desk desk;
        QVERIFY(desk.listen());
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_H);
        desk.press(Qt::Key_J);
        desk.press(Qt::Key_J);
        desk.press(Qt::Key_H);
        const HighlightId first = desk.session()->highlights()[0].id;
        const HighlightId last = desk.session()->highlights()[1].id;
        QCOMPARE(desk.window->notes()->chosen(), last);
        desk.player->seek(MediaTime(1100));
        desk.window->text()->setFollowing(true);
        desk.player->play();
        QTRY_COMPARE_WITH_TIMEOUT(desk.window->notes()->chosen(), first, 20000);
        // Not while one writes.
        desk.window->notes()->edit(first);
        desk.player->seek(MediaTime(7600));
        QTest::qWait(300);
        QCOMPARE(desk.window->notes()->chosen(), first);
        QVERIFY(desk.saved());
    }

    void placeBeforeIsReturnedTo()
    {
        Desk desk;
        QVERIFY(desk.listen());
        QVERIFY(!desk.window->action(ActionId::UndoSeek)->isEnabled());
        desk.player->seek(MediaTime(3000));
        QTest::qWait(1100);
        desk.press(Qt::Key_Period);
        desk.press(Qt::Key_Comma);
        desk.press(Qt::Key_Period);
        QCOMPARE(desk.player->position(), MediaTime(8000));
        desk.press(Qt::Key_Backspace, Qt::ShiftModifier);
        QCOMPARE(desk.player->position(), MediaTime(3000));
        desk.press(Qt::Key_Backspace, Qt::ShiftModifier);
        QCOMPARE(desk.player->position(), MediaTime(0));
        QVERIFY(!desk.window->action(ActionId::UndoSeek)->isEnabled());
    }

    void loopIsOfTheSentenceTheSelectionOrTwoPlaces()
    {
        Desk desk;
        QVERIFY(desk.listen());
        const auto isLoop = [&desk](int start, int end) {
            return desk.player->loop() == Player::Loop{MediaTime(start), MediaTime(end)};
        };
        desk.player->seek(MediaTime(5000));
        desk.press(Qt::Key_L);
        QVERIFY(isLoop(4000, 7000));
        QVERIFY(desk.window->action(ActionId::Loop)->isChecked());
        QCOMPARE(desk.player->position(), MediaTime(5000));
        desk.press(Qt::Key_L);
        QVERIFY(!desk.player->loop());
        QVERIFY(!desk.window->action(ActionId::Loop)->isChecked());

        desk.press(Qt::Key_G);
        for (int i = 0; i < 3; ++i)
            desk.press(Qt::Key_Right, Qt::ShiftModifier);
        const auto span = desk.window->text()->currentSpan();
        QVERIFY(span && desk.window->text()->hasTokenSelection());
        desk.press(Qt::Key_L);
        const auto &timings = desk.session()->timings();
        QVERIFY(isLoop(int(timings[size_t(span->first)].start.count()), int(timings[size_t(span->last)].end.count())));
        // A place outside ends it.
        desk.press(Qt::Key_Right, Qt::AltModifier);
        desk.press(Qt::Key_Right, Qt::AltModifier);
        QVERIFY(!desk.player->loop());
        QVERIFY(!desk.window->action(ActionId::Loop)->isChecked());

        desk.player->seek(MediaTime(6000));
        desk.press(Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(!desk.player->loop());
        desk.player->seek(MediaTime(2000));
        desk.press(Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(isLoop(2000, 6000));
        desk.press(Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(!desk.player->loop());
    }

    void wordsAreLitInSilence()
    {
        Desk desk;
        QVERIFY(desk.listen());
        desk.player->seek(MediaTime(4000));
        desk.press(Qt::Key_Space);
        QCOMPARE(desk.player->state(), Player::State::Playing);
        QTRY_VERIFY(desk.window->text()->litToken().has_value());
        QTRY_VERIFY(desk.player->position() > MediaTime(4500));
    }

    // The captions tell when each sentence begins, nobody when its words do.
    void sentencesAreLitWhereOnlyTheirTimesAreKnown()
    {
        litLines().clear();
        QLoggingCategory::setFilterRules(u"earmark.follow.debug=true"_s);
        const QtMessageHandler before = qInstallMessageHandler(takeLitLine);
        Desk desk;
        library::LibraryService *service = desk.service.get();
        connect(service, &library::LibraryService::alignmentStarted, service,
                [service](EpisodeId id) { service->cancelAlignment(id); });
        QVERIFY(desk.listen());
        const auto *bar = desk.window->findChild<AlignmentBar *>();
        QVERIFY(bar);
        QTRY_COMPARE(bar->state(), AlignmentBar::State::Estimated);
        QCOMPARE(bar->findChild<QLabel *>()->text(),
                 u"Some times are known; those of the words between are estimated."_s);
        desk.player->seek(MediaTime(1100));
        desk.press(Qt::Key_Space);
        QTRY_VERIFY(desk.player->position() > MediaTime(4500));
        desk.player->pause();
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QStringList told = litLines();
        told.removeAll(u"-1"_s); // before the first one
        QVERIFY2(told.size() >= 2, qPrintable(told.join(u' ')));
        QCOMPARE(told.first(2), (QStringList{u"0"_s, u"9"_s}));
        QCOMPARE(told.removeDuplicates(), 0);
        desk.player->seek(MediaTime(5000));
        QCOMPARE(desk.window->text()->litSpan(), (TokenSpan{9, 13}));
    }

    void theBeginningOfARepeatIsToldWhileItHolds()
    {
        Desk desk;
        QVERIFY(desk.listen());
        const auto isTold = [&desk] { return desk.window->messages()->isShowing(Topic::Loop); };
        desk.press(Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(isTold());
        desk.press(Qt::Key_L); // repeats the sentence instead
        QVERIFY(desk.player->loop());
        QVERIFY(!isTold());
        desk.press(Qt::Key_L);
        QVERIFY(!desk.player->loop());
        desk.press(Qt::Key_L, Qt::ShiftModifier);
        QVERIFY(isTold());
        const EpisodeId first = desk.session()->id();
        library::ImportRequest request;
        request.transcriptFile = desk.write(u"other.vtt"_s, timedWords);
        desk.service->importEpisode(request);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session() && desk.session()->id() != first, 20000);
        QVERIFY(!isTold());
    }

    void wholeSentencesAreLitWhereTheReaderWantsThem()
    {
        Desk desk;
        QVERIFY(desk.listen({}, timedWords));
        desk.player->seek(MediaTime(1500));
        QCOMPARE(desk.window->text()->litSpan(), (TokenSpan{1, 1}));
        desk.window->action(ActionId::LightSentences)->trigger();
        QCOMPARE(desk.window->text()->litSpan(), (TokenSpan{0, 2}));
        // The pause in it is a part of it.
        desk.player->seek(MediaTime(2800));
        QCOMPARE(desk.window->text()->litSpan(), (TokenSpan{0, 2}));
        desk.player->seek(MediaTime(9800));
        QVERIFY(!desk.window->text()->litSpan());
        desk.window->close();
        desk.shut();
        desk.open();
        QVERIFY(desk.window->action(ActionId::LightSentences)->isChecked());
    }

    void volumeAndSteppingBackAreKept()
    {
        Desk desk;
        QVERIFY(desk.listen());
        QCOMPARE(desk.player->stepBack(), MediaTime(2000));
        desk.press(Qt::Key_9);
        desk.press(Qt::Key_9);
        desk.press(Qt::Key_0);
        QVERIFY(std::abs(desk.player->volume() - 0.95) < 1e-9);
        desk.window->action(ActionId::StepBack)->trigger();
        QCOMPARE(desk.player->stepBack(), MediaTime(0));
        desk.window->close();
        desk.shut();
        desk.open();
        QVERIFY(std::abs(desk.player->volume() - 0.95) < 1e-9);
        QCOMPARE(desk.player->stepBack(), MediaTime(0));
        QVERIFY(!desk.window->action(ActionId::StepBack)->isChecked());
    }
};

QTEST_MAIN(TestTransport)
#include "test_transport.moc"
