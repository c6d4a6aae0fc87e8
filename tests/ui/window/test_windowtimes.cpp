// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/wavfile.h"
#include "desk.h"
#include "ui/timeline/timeline.h"
#include "ui/window/messagebar.h"
#include "ui/window/timesdialog.h"
#include "ui/window/timesflow.h"

#include <QListWidget>
#include <QSignalSpy>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using transcript::TimingOrigin;

namespace {

// Captions with a time for each word, so that nothing has to be listened to, and twelve quiet seconds.
struct TimedDesk : Desk {
    TimedDesk()
    {
        QByteArray vtt = "WEBVTT\n\n00:00.000 --> 00:10.000\n";
        for (int i = 0; i < 20; ++i)
            vtt += QStringLiteral("<00:%1.%2>word%3 ")
                       .arg(i / 2, 2, 10, QChar(u'0'))
                       .arg(i % 2 ? u"500"_s : u"000"_s)
                       .arg(i)
                       .toUtf8();
        const std::vector<qint16> samples(size_t(12) * 8000);
        if (!audio::writeWav(folder.filePath(u"a.wav"_s), samples, 8000, 1))
            qFatal("the test's own audio cannot be written");
        window->addFiles({write(u"a.vtt"_s, vtt + '\n'), folder.filePath(u"a.wav"_s)});
        if (!QTest::qWaitFor([&] { return window->desk()->session() && isLoaded(); }, 20000))
            qFatal("the captions were not opened");
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window is not active");
        window->text()->setFocus();
    }

    [[nodiscard]] bool isLoaded() const { return player->state() == playback::Player::State::Paused; }
    [[nodiscard]] library::EpisodeSession &session() const { return *window->desk()->session(); }
    [[nodiscard]] size_t taps() const { return transcript::tappedWords(session().timings()).size(); }
};

} // namespace

// Words are tapped, and stretches marked, with keys alone.
class WindowTimesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWordAtTheCursorIsTapped();
    void whatContradictsIsSaid();
    void theRepeatedStretchIsMarked();
    void theListPlaysAndRemoves();
    void wordsAreNamedAsTheyAreShown();
    void theListSaysWhatToDo();
    void anotherEpisodeClosesTheList();
};

void WindowTimesTest::theWordAtTheCursorIsTapped()
{
    TimedDesk desk;
    desk.press(Qt::Key_W);
    desk.press(Qt::Key_W);
    desk.press(Qt::Key_W);
    const auto token = desk.window->text()->cursorToken();
    QVERIFY(token && *token > 0);
    const MediaTime now = desk.session().timings()[size_t(*token)].start + MediaTime(700);
    desk.player->seek(now);
    desk.press(Qt::Key_M);
    QTRY_COMPARE(desk.taps(), size_t(1));
    const transcript::Anchor tapped = transcript::tappedWords(desk.session().timings()).front();
    QCOMPARE(tapped.token, *token);
    QVERIFY(std::abs((tapped.time - now).count()) < 60);
    QTest::keyClick(desk.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(desk.taps(), size_t(0));
    QTest::keyClick(desk.window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(desk.taps(), size_t(1));
}

void WindowTimesTest::whatContradictsIsSaid()
{
    TimedDesk desk;
    desk.session().tap(8, MediaTime(6000));
    QTRY_COMPARE(desk.taps(), size_t(1));
    desk.window->text()->showWord(12);
    desk.player->seek(MediaTime(3000));
    desk.press(Qt::Key_M);
    QTRY_VERIFY(desk.window->messages()->isShowing(Topic::Times));
    QVERIFY2(desk.window->messages()->text().contains(u"word12"_s), qPrintable(desk.window->messages()->text()));
    QCOMPARE(desk.taps(), size_t(1));
    desk.player->seek(MediaTime(9000));
    desk.press(Qt::Key_M);
    QTRY_COMPARE(desk.taps(), size_t(2));
    QTRY_VERIFY(!desk.window->messages()->isShowing(Topic::Times));
}

void WindowTimesTest::theRepeatedStretchIsMarked()
{
    TimedDesk desk;
    desk.window->action(ActionId::NotInText)->trigger();
    QVERIFY(desk.window->messages()->isShowing(Topic::Times)); // which stretch?
    desk.player->seek(MediaTime(4000));
    desk.press(Qt::Key_L, Qt::ShiftModifier);
    desk.player->seek(MediaTime(6000));
    desk.press(Qt::Key_L, Qt::ShiftModifier);
    QVERIFY(desk.player->loop());
    const MediaTime before = desk.session().timings()[15].start;
    desk.window->action(ActionId::NotInText)->trigger();
    QTRY_COMPARE(desk.session().notInText().size(), size_t(1));
    QVERIFY(!desk.player->loop());
    QVERIFY(!desk.window->messages()->isShowing(Topic::Times));
    const MediaSpan span = desk.session().notInText().front();
    QTRY_COMPARE(desk.session().timings()[15].start, before + (span.end - span.start));
    const auto isIt = [&](const Place &place) {
        return place.kind == Place::Kind::MarkedOut && place.start == span.start;
    };
    QTRY_VERIFY(std::ranges::any_of(desk.window->findChild<Timeline *>()->places(), isIt));
}

void WindowTimesTest::theListPlaysAndRemoves()
{
    TimedDesk desk;
    desk.session().tap(4, MediaTime(2500));
    QTRY_COMPARE(desk.taps(), size_t(1));
    desk.session().markNotInText({MediaTime(5000), MediaTime(6000)});
    QTRY_COMPARE(desk.session().notInText().size(), size_t(1));
    desk.press(Qt::Key_M, Qt::ShiftModifier);
    const QPointer<TimesDialog> dialog = desk.window->findChild<TimesDialog *>();
    QVERIFY(dialog);
    QListWidget *list = dialog->list();
    QTRY_COMPARE(list->count(), 2);
    QVERIFY2(list->item(0)->text().contains(u"“word4”"_s), qPrintable(list->item(0)->text()));
    QVERIFY2(list->item(1)->text().contains(u"0:05–0:06"_s), qPrintable(list->item(1)->text()));
    QVERIFY(QTest::qWaitFor([&] { return list->hasFocus(); }, 5000));
    QSignalSpy jumped(desk.player.get(), &playback::Player::positionJumped);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(!jumped.isEmpty());
    QCOMPARE(jumped.last()[0].value<MediaTime>(), MediaTime(5000));
    desk.player->pause();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_VERIFY(desk.session().notInText().empty());
    QTRY_COMPARE(list->count(), 1);
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(desk.taps(), size_t(0));
    QTRY_COMPARE(list->count(), 0);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape); // the list without rows is not shown
    QTRY_VERIFY(!dialog);
}

void WindowTimesTest::wordsAreNamedAsTheyAreShown()
{
    TimedDesk desk;
    desk.session().tap(4, MediaTime(2500));
    QTRY_COMPARE(desk.taps(), size_t(1));
    desk.press(Qt::Key_M, Qt::ShiftModifier);
    const QListWidget *list = desk.window->findChild<TimesDialog *>()->list();
    QTRY_COMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"0:02   … word0 word1 word2 word3 “word4” word5 word6 word7 word8 …"_s);
    QVERIFY(desk.session().correct({4, 4}, u"Harbour"_s));
    QVERIFY(desk.session().correct({6, 6}, QString()));
    QCOMPARE(list->item(0)->text(), u"0:02   … word0 word1 word2 word3 “Harbour” word5 word7 word8 …"_s);
    // Of several words that became fewer, the last has nothing of its own.
    QVERIFY(desk.session().correct({3, 4}, u"Dublin"_s));
    QCOMPARE(list->item(0)->text(), u"0:02   … word0 word1 word2 “Dublin” word5 word7 word8 …"_s);
    QVERIFY(desk.session().correct({8, 8}, u"boats"_s));
    desk.session().tap(8, MediaTime(1000)); // before the other one
    QTRY_VERIFY(desk.window->messages()->isShowing(Topic::Times));
    QVERIFY2(desk.window->messages()->text().contains(u"boats"_s), qPrintable(desk.window->messages()->text()));
}

void WindowTimesTest::theListSaysWhatToDo()
{
    TimedDesk desk;
    desk.press(Qt::Key_M, Qt::ShiftModifier);
    const auto *dialog = desk.window->findChild<TimesDialog *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->list()->isVisible());
    desk.session().tap(4, MediaTime(2500));
    QTRY_VERIFY(dialog->list()->isVisible());
    QCOMPARE(dialog->list()->currentRow(), 0);
}

void WindowTimesTest::anotherEpisodeClosesTheList()
{
    TimedDesk desk;
    desk.press(Qt::Key_M, Qt::ShiftModifier);
    const QPointer<TimesDialog> dialog = desk.window->findChild<TimesDialog *>();
    QVERIFY(dialog);
    const EpisodeId first = desk.session().id();
    EpisodeId other;
    connect(desk.service.get(), &library::LibraryService::episodeImported, this,
            [&](const library::Imported &imported) { other = imported.id; });
    library::ImportRequest request;
    request.transcriptFile = desk.write(u"other.vtt"_s, captions);
    desk.service->importEpisode(request);
    QTRY_VERIFY_WITH_TIMEOUT(other.isValid(), 20000);
    desk.window->desk()->open(other);
    QTRY_VERIFY_WITH_TIMEOUT(desk.session().id() != first, 20000);
    QTRY_VERIFY(!dialog);
    QVERIFY(desk.window->times()->showTimes());
}

QTEST_MAIN(WindowTimesTest)
#include "test_windowtimes.moc"
