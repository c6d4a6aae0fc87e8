// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/transcript/page.h"
#include "ui/transcript/rawwords.h"
#include "ui/transcript/viewonscreen.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextLayout>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

QImage grey(const QImage &picture)
{
    return picture.convertToFormat(QImage::Format_Grayscale8);
}

int inkIn(const QImage &picture, const QRect &rect, const QColor &ground)
{
    int count = 0;
    for (int y = std::max(0, rect.top()); y <= std::min(rect.bottom(), picture.height() - 1); ++y) {
        for (int x = std::max(0, rect.left()); x <= std::min(rect.right(), picture.width() - 1); ++x)
            count += picture.pixelColor(x, y) != ground ? 1 : 0;
    }
    return count;
}

} // namespace

// How the text is set: measure, scripts, what is told without colour, the words as they came.
class TestTypography : public ViewOnScreen
{
    Q_OBJECT

private Q_SLOTS:
    void theMeasureIsComfortableWhateverTheWidth_data();
    void theMeasureIsComfortableWhateverTheWidth();
    void namesHangOnlyBesideAWholeMeasure();
    void theSentenceAndTheWordAreToldWithoutColour_data();
    void theSentenceAndTheWordAreToldWithoutColour();
    void everyScriptIsReadAndMarked_data();
    void everyScriptIsReadAndMarked();
    void everyHanCharacterIsThatOfItsLanguage();
    void speakersAndTimesChangeSidesFromRightToLeft();
    void wordsAsTheyCameStandUnderTheirOwn_data();
    void wordsAsTheyCameStandUnderTheirOwn();
    void aWordWiderThanALineGoesOnBeneathTheNext();
    void wordsAsTheyCameFindRoom_data();
    void wordsAsTheyCameFindRoom();
    void timesThatAreEstimatedHaveRoom_data();
    void timesThatAreEstimatedHaveRoom();
    void hiddenTheyCostNothing();
    void cuesAreHiddenOnRequest();
    void theCursorLeavesACueThatIsHidden();

private:
    void setRaw(bool raw)
    {
        TextLook look = m_view->look();
        look.raw = raw;
        m_view->setLook(look);
    }
    void setCues(bool cues)
    {
        TextLook look = m_view->look();
        look.cues = cues;
        m_view->setLook(look);
    }
};

void TestTypography::theMeasureIsComfortableWhateverTheWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<double>("zoom");
    QTest::addColumn<int>("measure");
    QTest::addColumn<TextLook::Letters>("letters");
    for (const int width : {1000, 1920, 3840}) {
        for (const int measure : {TextLook::shortLines, TextLook::normalLength, TextLook::longLines}) {
            for (const auto letters : {TextLook::Letters::Serif, TextLook::Letters::Sans})
                QTest::addRow("%d pixels, %d characters, %s", width, measure,
                              letters == TextLook::Letters::Serif ? "serif" : "sans")
                    << width << 1.0 << measure << letters;
        }
    }
    QTest::newRow("large") << 1920 << 1.8 << TextLook::normalLength << TextLook::Letters::Serif;
    QTest::newRow("small") << 1000 << 0.7 << TextLook::normalLength << TextLook::Letters::Serif;
}

// The longest line of a paragraph comes as near to the measure as its words let it.
void TestTypography::theMeasureIsComfortableWhateverTheWidth()
{
    QFETCH(int, width);
    QFETCH(double, zoom);
    QFETCH(int, measure);
    m_view->resize(width, 700);
    m_view->setZoom(zoom);
    TextLook look;
    look.measure = measure;
    QFETCH(TextLook::Letters, letters);
    look.letters = letters;
    m_view->setLook(look);
    open(made::longEpisode(1200));
    int longest = 0;
    for (QTextBlock block = m_view->document()->begin(); block.isValid(); block = block.next()) {
        for (int i = 0; i < block.layout()->lineCount(); ++i)
            longest = std::max(longest, block.layout()->lineAt(i).textLength());
    }
    QVERIFY2(longest >= 60 - 2 && longest <= 75 + 6, qPrintable(QString::number(longest)));
    QVERIFY2(longest >= measure - 2 && longest <= measure + 8, qPrintable(QString::number(longest)));
}

// In a window too narrow for that they stand above.
void TestTypography::namesHangOnlyBesideAWholeMeasure()
{
    constexpr double em = 17;
    constexpr double character = 8;
    for (const int measure : {TextLook::shortLines, TextLook::normalLength}) {
        bool everHangs = false;
        for (int width = 300; width < 1600; width += 10) {
            const Column column = columnFor(width, em, character, 80, measure);
            everHangs = everHangs || column.hangingNames;
            if (column.hangingNames)
                QVERIFY2(column.width >= 60 * character - 1, qPrintable(QString::number(width)));
        }
        QVERIFY(everHangs);
    }
}

void TestTypography::theSentenceAndTheWordAreToldWithoutColour_data()
{
    QTest::addColumn<TextLook::Paper>("paper");
    QTest::newRow("light") << TextLook::Paper::Light;
    QTest::newRow("dark") << TextLook::Paper::Dark;
    QTest::newRow("sepia") << TextLook::Paper::Sepia;
    QTest::newRow("contrast") << TextLook::Paper::Contrast;
}

// In grey, the word has a line below it, and the sentence its bar in the margin.
void TestTypography::theSentenceAndTheWordAreToldWithoutColour()
{
    QFETCH(TextLook::Paper, paper);
    TextLook look;
    look.paper = paper;
    m_view->setLook(look);
    open(made::episode(shortText()));
    m_view->toEnd();
    m_view->setFollowing(false);
    const QImage before = grey(picture());
    m_view->setLitToken(6);
    const QImage lit = grey(picture());
    const QRect word = rectOf(6);
    const QColor ground = lit.pixelColor(2, 2);
    // A row of pixels under the word that is far from the ground and was not there.
    bool lined = false;
    for (int y = word.center().y(); y < word.bottom() + 8 && !lined; ++y) {
        int strong = 0;
        for (int x = word.left() + 1; x < word.right(); ++x)
            strong += contrast(lit.pixelColor(x, y), ground) >= 3 && lit.pixel(x, y) != before.pixel(x, y) ? 1 : 0;
        lined = strong >= (word.width() - 2) * 9 / 10;
    }
    QVERIFY(lined);
    m_view->setLitToken(std::nullopt);
    m_view->toStart();
    const QImage at = grey(picture());
    const QRect first = rectOf(1);
    int bar = 0;
    for (int x = first.left() - 40; x < first.left() - 4; ++x)
        bar += contrast(at.pixelColor(x, first.center().y()), ground) >= 3 ? 1 : 0;
    QVERIFY2(bar >= 3, qPrintable(QString::number(bar)));
}

void TestTypography::everyScriptIsReadAndMarked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fromRight");
    QTest::newRow("Hebrew") << u"שלום לכולם וברוכים הבאים לתוכנית שלנו היום."_s << true;
    QTest::newRow("Arabic") << u"مرحبا بكم في برنامجنا اليوم مع ضيف كريم."_s << true;
    QTest::newRow("Hebrew with Latin and figures") << u"היום DeepSeek עולה 5 מיליון דולר בלבד."_s << true;
    QTest::newRow("Japanese") << u"今日は 東京 から お送り します みなさん どうぞ。"_s << false;
    QTest::newRow("Chinese") << u"今天 我们 来 谈谈 人工 智能 公司。"_s << false;
    QTest::newRow("Korean") << u"오늘은 인공지능 회사에 대해 이야기해 보겠습니다 여러분."_s << false;
    QTest::newRow("Devanagari") << u"आज हम कृत्रिम बुद्धि के बारे में बात करेंगे."_s << false;
    QTest::newRow("beyond the basic plane") << u"𐌰𐍄𐍄𐌰 𐌿𐌽𐍃𐌰𐍂 𐌸𐌿 𐌹𐌽 𐌷𐌹𐌼𐌹𐌽𐌰𐌼 𐍅𐌴𐌹𐌷𐌽𐌰𐌹."_s << false;
}

// Each word is clicked, lit, selected and marked where it stands.
void TestTypography::everyScriptIsReadAndMarked()
{
    QFETCH(QString, text);
    QFETCH(bool, fromRight);
    open(made::episode({{{}, u"A line above it."_s}, {{}, text}}));
    m_view->setFollowing(false);
    const TokenIndex first = 4;
    const TokenIndex last = m_session->transcript().count() - 1;
    QCOMPARE(rectOf(first).center().x() > rectOf(last).center().x(), fromRight);
    QSignalSpy activated(m_view.get(), &TranscriptView::tokenActivated);
    for (TokenIndex token = first; token <= last; ++token) {
        m_view->toStart();
        activated.clear();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(token));
        QCOMPARE(activated.value(0).value(0).value<TokenIndex>(), token);
        QCOMPARE(m_view->cursorToken(), token);
        m_view->toStart();
        const QImage before = picture();
        m_view->setLitToken(token);
        const QRect lit = differing(before, picture());
        QVERIFY2(!lit.isEmpty() && rectOf(token).adjusted(-7, -8, 7, 10).contains(lit),
                 qPrintable(u"word %1"_s.arg(token)));
        m_view->setLitToken(std::nullopt);
        const auto mark = m_session->toggleHighlight({token, token}, notes::Mark::Two);
        const QRect marked = differing(before, picture());
        QVERIFY2(!marked.isEmpty() && rectOf(token).adjusted(-7, -8, 7, 12).contains(marked),
                 qPrintable(u"word %1"_s.arg(token)));
        m_session->removeHighlight(mark);
    }
    drag(pointOf(first + 1), pointOf(last - 1));
    QCOMPARE(m_view->currentSpan(), (TokenSpan{first + 1, last - 1}));
    m_view->clearTokenSelection();
    m_view->search(m_session->transcript().tokenText(first + 2).toString());
    QCOMPARE(m_view->hitCount(), 1);
    QCOMPARE(m_view->cursorToken(), first + 2);
}

void TestTypography::everyHanCharacterIsThatOfItsLanguage()
{
    const auto has = [this](const QString &family) {
        return m_view->document()->defaultFont().families().contains(family);
    };
    open(made::episode({{{}, u"今日は 東京 から お送り します。"_s}}));
    QVERIFY(has(u"Noto Serif CJK JP"_s) && !has(u"Noto Serif CJK KR"_s));
    open(made::episode({{{}, u"오늘은 인공지능 회사에 대해."_s}}));
    QVERIFY(has(u"Noto Serif CJK KR"_s) && !has(u"Noto Serif CJK JP"_s));
    open(made::episode({{{}, u"Nothing of the kind."_s}}));
    QCOMPARE(m_view->document()->defaultFont().families(), readingFont(1).families());
}

void TestTypography::speakersAndTimesChangeSidesFromRightToLeft()
{
    const QString name = u"דנה"_s;
    open(made::episode({{name, u"שלום לכולם וברוכים הבאים לתוכנית שלנו."_s}, {{}, u"היום נדבר."_s}}));
    TextLook look;
    look.times = true;
    m_view->setLook(look);
    m_view->setFollowing(false);
    m_view->showToken(m_session->transcript().count() - 1); // the sentence's bar is elsewhere
    const QImage shown = picture();
    const QColor ground = m_view->palette().color(QPalette::Base);
    const QRect line = rectOf(1);
    const int right = line.right() + 4;
    QVERIFY(inkIn(shown, QRect(right, line.top(), shown.width() - right, line.height()), ground) > 20);
    // The text is as wide on either side of the middle, and its time stands left of it.
    const int width = m_view->viewport()->width();
    int left = width;
    for (TokenIndex token = 1; token < 7; ++token)
        left = std::min(left, rectOf(token).left());
    const QRect gutter(0, line.top(), width - line.right() - 4, line.height());
    QVERIFY(gutter.right() < left + 20);
    QVERIFY(inkIn(shown, gutter, ground) > 20);
}

void TestTypography::wordsAsTheyCameStandUnderTheirOwn_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("left to right") << u"We begin slowly and then we talk rather fast."_s;
    QTest::newRow("right to left") << u"שלום לכולם וברוכים הבאים לתוכנית."_s;
}

void TestTypography::wordsAsTheyCameStandUnderTheirOwn()
{
    QFETCH(QString, text);
    open(made::episode({{{}, text}, {{}, u"Another paragraph."_s}}));
    m_view->setFollowing(false);
    m_view->showToken(m_session->transcript().count() - 1); // the sentence's ground is elsewhere
    const QColor ground = m_view->palette().color(QPalette::Base);
    const int second = rectOf(m_session->transcript().count() - 1).top();
    setRaw(true);
    QVERIFY(rectOf(m_session->transcript().count() - 1).top() > second + 10);
    const QImage shown = picture();
    for (TokenIndex token = 0; token + 2 < m_session->transcript().count(); ++token) {
        const QRect word = rectOf(token);
        const QRect below(word.left(), word.bottom() + 2, word.width(), word.height() * 3 / 4);
        QVERIFY2(inkIn(shown, below, ground) > 5, qPrintable(u"under word %1"_s.arg(token)));
    }
    // Nothing of it is in the text that is read, searched and copied.
    QCOMPARE(m_view->toPlainText(), m_session->reading().text);
    const TokenIndex token = 2;
    QSignalSpy activated(m_view.get(), &TranscriptView::tokenActivated);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, pointOf(token));
    QCOMPARE(activated.value(0).value(0).value<TokenIndex>(), token);
}

// Chinese is one token as far as there is no space.
void TestTypography::aWordWiderThanALineGoesOnBeneathTheNext()
{
    open(made::episode({{{}, u"今天我们要谈谈人工智能这是一个非常重要的话题"_s.repeated(6)}, {{}, u"好。"_s}}));
    m_view->setFollowing(false);
    m_view->showToken(1);
    setRaw(true);
    const QColor ground = m_view->palette().color(QPalette::Base);
    const QImage shown = picture();
    const QTextBlock block = m_view->document()->firstBlock();
    QVERIFY(block.layout()->lineCount() > 2);
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        QTextCursor cursor(block);
        cursor.setPosition(block.position() + block.layout()->lineAt(i).textStart());
        const QRect begin = m_view->cursorRect(cursor);
        const QRect below(begin.left(), begin.bottom() + 2, 40, begin.height() * 3 / 4);
        QVERIFY2(inkIn(shown, below, ground) > 20, qPrintable(u"under line %1"_s.arg(i)));
    }
}

void TestTypography::wordsAsTheyCameFindRoom_data()
{
    QTest::addColumn<QStringList>("words"); // line, place, text
    QTest::addColumn<int>("lines");
    QTest::addColumn<QStringList>("placed");
    // A character is one wide, the column ten.
    QTest::newRow("each at its own") << QStringList{u"0 0 ab"_s, u"0 4 cd"_s, u"1 0 ef"_s} << 2
                                     << QStringList{u"0 0 ab"_s, u"0 4 cd"_s, u"1 0 ef"_s};
    QTest::newRow("moved along") << QStringList{u"0 0 abcdef"_s, u"0 4 gh"_s} << 1
                                 << QStringList{u"0 0 abcdef"_s, u"0 7 gh"_s};
    QTest::newRow("on to the next line") << QStringList{u"0 0 abcdef"_s, u"0 1 ghij"_s, u"0 2 k"_s, u"1 0 lm"_s} << 2
                                         << QStringList{u"0 0 abcdef"_s, u"1 0 ghij"_s, u"1 5 k"_s, u"1 7 lm"_s};
    QTest::newRow("wider than a line") << QStringList{u"0 2 abcdefghijklmno"_s, u"1 0 p"_s} << 2
                                       << QStringList{u"0 2 abcdefgh"_s, u"1 0 ijklmno"_s, u"1 8 p"_s};
    QTest::newRow("more than there is room for")
        << QStringList{u"0 0 abcdef"_s, u"0 1 ghijkl"_s, u"0 2 m"_s} << 1 << QStringList{u"0 0 abcdef"_s, u"0 7 gh…"_s};
}

void TestTypography::wordsAsTheyCameFindRoom()
{
    QFETCH(QStringList, words);
    QFETCH(int, lines);
    QFETCH(QStringList, placed);
    std::vector<RawWord> raw;
    for (const QString &word : words) {
        const QStringList parts = word.split(u' ');
        raw.push_back({parts[0].toInt(), parts[1].toDouble(), parts[2]});
    }
    QStringList found;
    for (const RawWord &word :
         placeRawWords(raw, lines, 10, 1, [](const QString &text) { return double(text.size()); }))
        found.append(u"%1 %2 %3"_s.arg(word.line).arg(word.x).arg(word.text));
    QCOMPARE(found, placed);
}

void TestTypography::timesThatAreEstimatedHaveRoom_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {640, 700, 760, 820, 1000})
        QTest::newRow(qPrintable(QString::number(width))) << width;
}

void TestTypography::timesThatAreEstimatedHaveRoom()
{
    QFETCH(int, width);
    m_view->resize(width, 700);
    library::OpenEpisode episode =
        made::episode({{{}, u"We talk rather long about this and that and more."_s.repeated(4)}});
    for (transcript::WordTiming &timing : episode.timings)
        timing.origin = transcript::TimingOrigin::Estimated;
    open(episode);
    TextLook look;
    look.times = true;
    m_view->setLook(look);
    m_view->setFollowing(false);
    const QImage shown = picture();
    const QColor ground = m_view->palette().color(QPalette::Base);
    int right = 0;
    for (TokenIndex token = 0; token < m_session->transcript().count(); ++token)
        right = std::max(right, rectOf(token).right());
    const QRect line = rectOf(0);
    QVERIFY(inkIn(shown, QRect(right + 12, line.top(), width - right - 12, line.height()), ground) > 20);
}

void TestTypography::hiddenTheyCostNothing()
{
    open(made::longEpisode(3000));
    m_view->setFollowing(false);
    const QImage before = picture();
    const QSizeF size = m_view->document()->size();
    setRaw(true);
    QVERIFY(m_view->document()->size().height() > size.height() * 1.3);
    setRaw(false);
    QCOMPARE(m_view->document()->size(), size);
    QVERIFY(differing(before, picture()).isEmpty());
}

void TestTypography::cuesAreHiddenOnRequest()
{
    open(made::episode(shortText()));
    const QString with = m_view->toPlainText();
    QVERIFY(with.contains(u"[Music]"_s));
    setCues(false);
    QCOMPARE(m_view->toPlainText(), QString(with).remove(u" [Music]"_s));
    // What comes after it is found where it stands now.
    QSignalSpy activated(m_view.get(), &TranscriptView::tokenActivated);
    m_view->showToken(9);
    QTextCursor caret(m_view->document());
    caret.setPosition(int(m_view->toPlainText().indexOf(u"really"_s)) + 1);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->cursorRect(caret).center());
    QCOMPARE(activated.value(0).value(0).value<TokenIndex>(), 10);
    setCues(true);
    QCOMPARE(m_view->toPlainText(), with);
}

void TestTypography::theCursorLeavesACueThatIsHidden()
{
    open(made::episode(shortText()));
    m_view->showWord(8);
    QCOMPARE(m_view->currentSpan(), (TokenSpan{8, 8}));
    setCues(false);
    QVERIFY(m_view->cursorToken() != 8);
    for (int i = 0; i < 8; ++i) {
        QVERIFY(m_view->cursorToken() != 8);
        m_view->previousSentence();
    }
    for (int i = 0; i < 8; ++i) {
        m_view->nextSentence();
        QVERIFY(m_view->cursorToken() != 8);
    }
    m_view->setLitToken(8); // is heard, but nowhere to be seen
    (void)picture();
}

QTEST_MAIN(TestTypography)
#include "test_typography.moc"
