// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "ui/window/messagebar.h"

#include <QDesktopServices>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

// earmark:// links lead to their place.
class TestWindowLinks : public QObject
{
    Q_OBJECT

    static QString messageOf(const Desk &desk)
    {
        if (desk.window->messages()->isHidden())
            return {};
        QStringList texts;
        for (const QLabel *label : desk.window->messages()->findChildren<QLabel *>())
            texts.append(label->text());
        return texts.join(u' ');
    }

    static EpisodeId import(Desk &desk, const QString &name, const QByteArray &text)
    {
        const EpisodeId before = desk.session() ? desk.session()->id() : EpisodeId{};
        library::ImportRequest request;
        request.transcriptFile = desk.write(name, text);
        desk.service->importEpisode(request);
        (void)QTest::qWaitFor([&] { return desk.session() && desk.session()->id() != before; }, 20000);
        return desk.session() ? desk.session()->id() : EpisodeId{};
    }

    static QString wordAt(const Desk &desk)
    {
        const auto token = desk.window->text()->cursorToken();
        return token ? desk.session()->transcript().tokenText(*token).toString() : QString();
    }

    static QUrl link(EpisodeId id, const QString &rest = {})
    {
        return QUrl(u"earmark://episode/%1%2"_s.arg(id.value).arg(rest));
    }

private Q_SLOTS:
    void aLinkLeadsToItsWord()
    {
        Desk desk;
        const EpisodeId walk = import(desk, u"walk.vtt"_s, captions);
        const EpisodeId other = import(desk, u"other.txt"_s, "something else that was said another time");
        QVERIFY(other.isValid() && other != walk);
        desk.window->openUrls({link(walk, u"?t=7.6"_s)});
        QTRY_COMPARE(desk.session()->id(), walk);
        // "That", the first word of the last sentence.
        QCOMPARE(wordAt(desk), u"That"_s);
        QVERIFY(messageOf(desk).isEmpty());
    }

    void aLinkIntoTheOpenEpisodeMoves()
    {
        Desk desk;
        const EpisodeId walk = import(desk, u"walk.vtt"_s, captions);
        desk.window->openUrls({link(walk, u"?t=7.6"_s)});
        QCOMPARE(wordAt(desk), u"That"_s);
        desk.window->openUrls({link(walk, u"?t=1.1"_s)});
        QCOMPARE(wordAt(desk), u"We"_s);
    }

    void aLinkInANoteIsFollowedHere()
    {
        Desk desk;
        const EpisodeId walk = import(desk, u"walk.vtt"_s, captions);
        QVERIFY(QDesktopServices::openUrl(link(walk, u"?t=7.6"_s)));
        QCOMPARE(wordAt(desk), u"That"_s);
    }

    void aLinkToNowhereIsTold_data()
    {
        QTest::addColumn<QString>("link");
        QTest::newRow("no such episode") << u"earmark://episode/4711?t=1"_s;
        QTest::newRow("no episode") << u"earmark://elsewhere"_s;
    }

    void aLinkToNowhereIsTold()
    {
        QFETCH(const QString, link);
        Desk desk;
        const EpisodeId walk = import(desk, u"walk.vtt"_s, captions);
        desk.window->openUrls({QUrl(link)});
        QVERIFY(!messageOf(desk).isEmpty());
        QCOMPARE(desk.session()->id(), walk);
    }

    void theWindowCanBeginWithALink()
    {
        Desk desk;
        const EpisodeId walk = import(desk, u"walk.vtt"_s, captions);
        QVERIFY(import(desk, u"other.txt"_s, "something else that was said another time").isValid());
        desk.shut();
        desk.open();
        MainWindow::Start start;
        start.link = link(walk, u"?t=4.1"_s);
        desk.window->start(start);
        QTRY_VERIFY(desk.session() && desk.session()->id() == walk);
        QCOMPARE(wordAt(desk), u"Nobody"_s);
    }
};

QTEST_MAIN(TestWindowLinks)
#include "test_windowlinks.moc"
