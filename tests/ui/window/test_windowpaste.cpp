// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/markdowneditor.h"
#include "ui/notes/notespane.h"
#include "ui/transcript/findbar.h"
#include "ui/window/clipcontent.h"
#include "ui/window/desk.h"
#include "ui/window/importbar.h"
#include "ui/window/messagebar.h"
#include "ui/window/welcomepage.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using transcript::SourceFormat;

namespace {

constexpr char webPage[] = "<html><body><!--StartFragment--><p><b>Anna:</b> We met at the <i>harbour</i>.</p>"
                           "<p><b>Ben:</b> Nobody had brought a map.</p><!--EndFragment--></body></html>";
constexpr char podcastPage[] =
    "<html><body><!--StartFragment--><cite>Anna:</cite><time>0:01</time><p>We met at the harbour.</p>"
    "<cite>Ben:</cite><time>0:05</time><p>Nobody came.</p><!--EndFragment--></body></html>";

QMimeData *clip(const QString &text, const QString &html = {})
{
    auto *data = new QMimeData;
    if (!text.isNull())
        data->setText(text);
    if (!html.isNull())
        data->setHtml(html);
    return data;
}

void copy(QMimeData *data)
{
    QGuiApplication::clipboard()->setMimeData(data);
}

// In a window without an episode.
void paste(const Desk &desk)
{
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QTest::keyClick(desk.window.get(), Qt::Key_V, Qt::ControlModifier);
}

} // namespace

class TestWindowPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCopiedTranscriptBecomesAnEpisode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("html");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("turns");
        const auto row = [](const char *name, const QString &text, const QString &html, SourceFormat format,
                            const QString &title,
                            int turns) { QTest::newRow(name) << text << html << int(format) << title << turns; };
        row("text", u"welcome back to the show\ntoday we talk"_s, {}, SourceFormat::PlainText,
            u"welcome back to the show today we talk"_s, 0);
        row("YouTube's panel", u"0:00\nwelcome back\n0:04\ntoday we talk\n"_s,
            u"<div>0:00</div><div>welcome back</div>"_s, SourceFormat::PlainText, u"welcome back today we talk"_s, 0);
        row("a page with text beside it", u"Anna: We met at the harbour.\n\nBen: Nobody had brought a map."_s,
            QString::fromUtf8(webPage), SourceFormat::PlainText, u"We met at the harbour. Nobody had brought a map."_s,
            2);
        row("a page alone", {}, QString::fromUtf8(webPage), SourceFormat::PlainText,
            u"We met at the harbour. Nobody had brought a map."_s, 2);
        row("a podcast's page", u"Anna: 0:01 We met at the harbour. Ben: 0:05 Nobody came."_s,
            QString::fromUtf8(podcastPage), SourceFormat::PodcastHtml, u"We met at the harbour. Nobody came."_s, 2);
        row("captions", QString::fromUtf8(captions), {}, SourceFormat::WebVtt,
            u"We met at the harbour on a windy morning. Nobody had brought…"_s, 0);
        row("a script without spaces", u"我们在码头见面。没有人带地图。"_s, {}, SourceFormat::PlainText,
            u"我们在码头见面。没有人带地图。"_s, 0);
    }

    void aCopiedTranscriptBecomesAnEpisode()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, html);
        QFETCH(const int, format);
        QFETCH(const QString, title);
        QFETCH(const int, turns);
        Desk desk;
        copy(clip(text, html));
        paste(desk);
        QTRY_VERIFY2_WITH_TIMEOUT(desk.session(), qPrintable(desk.window->messages()->text()), 5000);
        QCOMPARE(int(desk.session()->transcript().format), format);
        QCOMPARE(desk.session()->episode().title, title);
        QCOMPARE(int(desk.session()->transcript().turns.size()), turns);
    }

    void anOpenEpisodeIsNoHindrance()
    {
        Desk desk;
        QVERIFY(desk.read());
        const EpisodeId before = desk.session()->id();
        copy(clip(u"quite another text that was copied"_s));
        desk.press(Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session()->id() != before, 5000);
        QCOMPARE(desk.session()->episode().title, u"quite another text that was copied"_s);
    }

    void pastedFilesAreOpened()
    {
        Desk desk;
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(desk.write(u"walk.vtt"_s, captions))});
        copy(data);
        paste(desk);
        QCOMPARE(desk.window->importBar()->waiting().size(), 1);
    }

    void pastedTextIsWhatWaitingAudioWaitsFor()
    {
        Desk desk;
        desk.window->addFiles({desk.write(u"talk.mp3"_s, "no sound in here")});
        QCOMPARE(desk.window->importBar()->waiting().size(), 1);
        copy(clip(u"welcome back to the show"_s));
        paste(desk);
        QVERIFY(desk.window->importBar()->waiting().isEmpty());
        // This one is no audio, so nothing comes of it, and that is said.
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->messages()->isShowing(Topic::Import), 5000);
        QVERIFY(desk.window->messages()->text().contains(u"talk.mp3"));
        QVERIFY(!desk.session());
    }

    void noTranscriptIsSaidToBeNone_data()
    {
        QTest::addColumn<QMimeData *>("data");
        QTest::newRow("nothing") << new QMimeData;
        QTest::newRow("spaces") << clip(u" \n "_s);
        QTest::newRow("an address") << clip(u"https://example.org/a/very/long/page?with=query"_s);
        auto *link = new QMimeData;
        link->setUrls({QUrl(u"https://example.org"_s)});
        link->setText(u"https://example.org the title of the page"_s);
        QTest::newRow("a link") << link;
        auto *picture = new QMimeData;
        picture->setImageData(QImage(8, 8, QImage::Format_RGB32));
        QTest::newRow("a picture") << picture;
        QTest::newRow("another page's HTML") << clip(u"<!DOCTYPE html><html><head><title>x</title></head></html>"_s);
    }

    void noTranscriptIsSaidToBeNone()
    {
        QFETCH(QMimeData *, data);
        Desk desk;
        copy(data);
        paste(desk);
        QTRY_VERIFY_WITH_TIMEOUT(desk.window->messages()->isShowing(Topic::Import), 5000);
        QVERIFY2(desk.window->messages()->text().contains(u"clipboard"), qPrintable(desk.window->messages()->text()));
        QVERIFY(!desk.session());
    }

    void whereOneTypesPasteIsPaste()
    {
        Desk desk;
        QVERIFY(desk.read());
        QSignalSpy imported(desk.service.get(), &library::LibraryService::episodeImported);
        copy(clip(u"some words for a note"_s));
        desk.press(Qt::Key_G);
        desk.press(Qt::Key_A);
        MarkdownEditor *editor = desk.window->notes()->editor();
        QTRY_VERIFY(editor->hasFocus());
        QTest::keyClick(editor, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(editor->toPlainText(), u"some words for a note"_s);
        desk.window->action(ActionId::Find)->trigger();
        auto *field = desk.window->findBar()->findChild<QLineEdit *>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(field->text(), u"some words for a note"_s);
        QVERIFY(desk.saved());
        QTest::qWait(50);
        QCOMPARE(imported.size(), 0);
    }

    void droppedTextIsTakenLikePastedOne()
    {
        Desk desk;
        const std::unique_ptr<QMimeData> data(clip({}, QString::fromUtf8(webPage)));
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desk.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(300, 300), Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desk.window.get(), &drop);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session(), 5000);
        QCOMPARE(desk.session()->transcript().turns.size(), size_t(2));
    }
};

QTEST_MAIN(TestWindowPaste)
#include "test_windowpaste.moc"
