// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "ui/source/madesource.h"
#include "ui/source/sourcecolouring.h"
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;
using transcript::SourceFormat;
using transcript::TokenIndex;

namespace {

struct Shown {
    std::shared_ptr<const library::EpisodeSource> source;
    transcript::Transcript transcript;
};

Shown read(const QByteArray &bytes, const QString &name)
{
    const auto parsed = formats::parseTranscript(bytes, name);
    if (!parsed)
        qFatal("the test's transcript cannot be read");
    library::EpisodeSource source{name, parsed->transcript.format, QString::fromUtf8(bytes), parsed->warnings};
    return {std::make_shared<const library::EpisodeSource>(std::move(source)), parsed->transcript};
}

constexpr char captions[] = "WEBVTT\n\n1\n00:01.000 --> 00:04.000\n<v Anna>We met &amp; <i>talked</i>.\n\n"
                            "00:0x.000 --> 00:07.000\nNobody came. [Music]\n";

// The colour of the character at `place` of a line; invalid: the text's own.
QColor colourAt(const SourceView &view, int line, int place)
{
    const QTextBlock block = view.document()->findBlockByNumber(line);
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        if (range.start <= place && place < range.start + range.length
            && range.format.hasProperty(QTextFormat::ForegroundBrush))
            return range.format.foreground().color();
    }
    return {};
}

} // namespace

class TestSourceView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordThatIsHeardIsLit();
    void everyKindIsColoured_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("place");
        QTest::newRow("WebVTT's times") << QByteArray(captions) << u"a.vtt"_s << 3 << 2;
        QTest::newRow("WebVTT's voices") << QByteArray(captions) << u"a.vtt"_s << 4 << 4;
        QTest::newRow("WebVTT's sounds") << QByteArray(captions) << u"a.vtt"_s << 7 << 15;
        QTest::newRow("SubRip's times") << QByteArray("1\n00:00:01,000 --> 00:00:02,000\none two three\n") << u"a.srt"_s
                                        << 1 << 3;
        QTest::newRow("JSON's names") << QByteArray("{\"segments\":[{\"start\":0,\"end\":1,\"text\":\"one two\"}]}")
                                      << u"a.json"_s << 0 << 3;
        QTest::newRow("XML's attributes")
            << QByteArray("<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"0s\" "
                          "end=\"1s\">one two</p></div></body></tt>")
            << u"a.ttml"_s << 0 << 5;
        QTest::newRow("Markdown's speakers")
            << QByteArray("# The walk\n\n**Anna:** one two three\n\n**Ben:** four five six\n") << u"a.md"_s << 0 << 3;
        QTest::newRow("a text's sounds") << QByteArray("one two [Music] three\n") << u"a.txt"_s << 0 << 10;
        QTest::newRow("a text's speakers") << QByteArray("ANNA: one two\n\nBEN: three four\n") << u"a.txt"_s << 2 << 1;
    }

    void everyKindIsColoured()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, name);
        QFETCH(const int, line);
        QFETCH(const int, place);
        SourceView view;
        const Shown shown = read(bytes, name);
        view.setSource(shown.source, &shown.transcript);
        QTRY_VERIFY(view.colouring().isDone());
        const QColor colour = colourAt(view, line, place);
        QVERIFY(colour.isValid());
        QVERIFY(contrast(colour, view.palette().color(QPalette::Base)) >= 4.5);
    }

    void coloursFollowTheDesktop()
    {
        SourceView view;
        const Shown shown = read(captions, u"a.vtt"_s);
        view.setSource(shown.source, &shown.transcript);
        QTRY_VERIFY(view.colouring().isDone());
        const QPalette before = QApplication::palette();
        QPalette dark;
        for (const auto role : {QPalette::Base, QPalette::Window, QPalette::Button})
            dark.setColor(role, QColor(0x23, 0x26, 0x29));
        for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
            dark.setColor(role, QColor(0xee, 0xee, 0xee));
        view.setPalette(dark);
        QTRY_VERIFY(view.palette().color(QPalette::Base).lightness() < 80);
        QTRY_VERIFY(view.colouring().isDone());
        QVERIFY(contrast(colourAt(view, 3, 2), view.palette().color(QPalette::Base)) >= 4.5);
        QApplication::setPalette(before);
    }

    void eachWordIsFoundFromEitherSide()
    {
        SourceView view;
        const Shown shown = read(captions, u"a.vtt"_s);
        view.setSource(shown.source, &shown.transcript);
        QSignalSpy chosen(&view, &SourceView::tokenChosen);
        for (transcript::TokenIndex i = 0; i < shown.transcript.count(); ++i) {
            const transcript::Token &token = shown.transcript.tokens[size_t(i)];
            view.markTokens({i, i});
            QCOMPARE(view.markedText(), shown.source->text.mid(token.sourceBegin, token.sourceLength));
            QCOMPARE(view.textCursor().position(), token.sourceBegin);
            QCOMPARE(chosen.size(), 0); // pointed at, it does not point back
        }
        for (transcript::TokenIndex i = 0; i < shown.transcript.count(); ++i) {
            chosen.clear();
            QTextCursor cursor(view.document());
            cursor.setPosition(shown.transcript.tokens[size_t(i)].sourceBegin + 1);
            view.setTextCursor(cursor);
            QCOMPARE(chosen.size(), 1);
            QCOMPARE(chosen.first().first().toInt(), i);
            QCOMPARE(view.textCursor().position(), cursor.position());
        }
    }

    void whatCouldNotBeReadIsListedAndFound()
    {
        SourcePane pane;
        QVERIFY(!pane.hasSource());
        const Shown shown = read(captions, u"a.vtt"_s);
        QVERIFY(!shown.source->warnings.empty());
        pane.resize(600, 400);
        pane.show();
        pane.setSource(shown.source, shown.transcript);
        QVERIFY(pane.warnings()->isVisible());
        QCOMPARE(pane.warnings()->model()->rowCount(), int(shown.source->warnings.size()));
        const QString first = pane.warnings()->model()->index(0, 0).data().toString();
        QVERIFY2(first.contains(u"7"), qPrintable(first));
        pane.showFirstWarning();
        QCOMPARE(pane.view()->place().line, 7);
        QVERIFY(pane.placeLabel()->text().contains(u"7"));
        // And once more after the reader has been elsewhere.
        pane.view()->goTo(1, 1);
        const QRect row = pane.warnings()->visualRect(pane.warnings()->model()->index(0, 0));
        QTest::mouseClick(pane.warnings()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(pane.view()->place().line, 7);
    }

    void aLowPaneLeavesMostOfItselfToTheSource()
    {
        SourcePane pane;
        const Shown shown =
            read(captions + QByteArray("\nnot a time\nwords\n\n00:0y.000 --> 00:08.000\nmore\n"), u"a.vtt"_s);
        QVERIFY(shown.source->warnings.size() > 1);
        pane.resize(600, 600);
        pane.show();
        pane.setSource(shown.source, shown.transcript);
        const int high = pane.warnings()->height();
        pane.resize(600, 160);
        QVERIFY(pane.warnings()->isVisible());
        QVERIFY(pane.warnings()->height() < high);
        QTRY_VERIFY(pane.view()->height() >= 80);
        pane.resize(600, 600);
        QCOMPARE(pane.warnings()->height(), high);
    }

    void aTextWithoutFaultsListsNone()
    {
        SourcePane pane;
        const Shown shown = read("one two three\n", u"a.txt"_s);
        pane.show();
        pane.setSource(shown.source, shown.transcript);
        QVERIFY(!pane.warnings()->isVisible());
        pane.showNothing(u"why"_s);
        QVERIFY(!pane.hasSource());
        QVERIFY(!pane.view()->isVisible());
    }

    // 100,000 words: as captions, and as the one endless line that some services write; source_bench measures
    // what that costs.
    void aLongTranscriptIsShownAndFoundInAtOnce_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        for (const made::LongSource &source : made::longSources())
            QTest::newRow(source.what) << source.bytes << source.name;
    }

    void aLongTranscriptIsShownAndFoundInAtOnce()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, name);
        const Shown shown = read(bytes, name);
        QVERIFY(shown.transcript.count() >= 100000);
        SourcePane pane;
        pane.resize(600, 400);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        pane.setSource(shown.source, shown.transcript);
        // Not yet coloured to its end, it is there and can be searched.
        QVERIFY(!pane.view()->colouring().isDone());
        pane.view()->markTokens({90000, 90000});
        const transcript::Token &token = shown.transcript.tokens[90000];
        QCOMPARE(pane.view()->markedText(), shown.source->text.mid(token.sourceBegin, token.sourceLength));
        QVERIFY(pane.view()->viewport()->rect().intersects(pane.view()->cursorRect()));
        QTRY_VERIFY_WITH_TIMEOUT(pane.view()->colouring().isDone(), 60000);
    }
};

// The lines between the words of a file are no part of what is said.
void TestSourceView::everyWordThatIsHeardIsLit()
{
    const Shown shown = read(captions, u"a.vtt"_s);
    SourceView view;
    view.setSource(shown.source, &shown.transcript);
    const auto lit = [&view] {
        QStringList words;
        const auto marks = view.extraSelections();
        for (const QTextEdit::ExtraSelection &mark : marks)
            words.append(mark.cursor.selectedText());
        return words;
    };
    const TokenIndex first = shown.transcript.count() - 4;
    view.setLit(transcript::TokenSpan{first, first + 2});
    QCOMPARE(lit().size(), 3);
    QVERIFY2(lit().endsWith(u"came."_s), qPrintable(lit().join(u'|')));
    view.setLit(std::nullopt);
    QVERIFY(lit().isEmpty());
    view.setLit(transcript::TokenSpan{first, 100000});
    QVERIFY(lit().isEmpty());
}

QTEST_MAIN(TestSourceView)
#include "test_sourceview.moc"
