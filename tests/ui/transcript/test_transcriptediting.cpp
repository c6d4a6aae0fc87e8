// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/document.h"
#include "ui/transcript/namefield.h"
#include "ui/transcript/viewonscreen.h"
#include "ui/transcript/wordsfield.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextDocument>

using namespace earmark;
using namespace earmark::ui;
using namespace Qt::StringLiterals;
using transcript::TokenIndex;
using transcript::TokenSpan;
using Field = TranscriptView::Field;

namespace {

// Everything of a document that is seen.
QStringList described(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        QString line = u"%1/%2/%3 "_s.arg(format.topMargin()).arg(format.bottomMargin()).arg(format.lineHeight());
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QTextCharFormat letters = fragment.fragment().charFormat();
            line += fragment.fragment().text() + (letters.fontItalic() ? u"<i>"_s : u"<>"_s);
        }
        lines += line;
    }
    return lines;
}

} // namespace

// Words, names and headings are written on the page itself.
class TestTranscriptEditing : public ViewOnScreen
{
    Q_OBJECT

private Q_SLOTS:
    void changesTouchOnlyTheirParagraphs();
    void nothingMovesUntilItIsSaved();
    void cuesAreWrittenAsTheyAreSet();
    void enterSavesAndEscapeLeaves();
    void goingElsewhereSaves();
    void correctingEndsSelecting();
    void theFieldGoesWithItsWords();
    void lettersAreNoCommands();
    void namesAreOffered();
    void namesAreWrittenWhereTheyStand_data();
    void namesAreWrittenWhereTheyStand();
    void theFieldHidesNothingOfTheParagraphBefore_data();
    void theFieldHidesNothingOfTheParagraphBefore();
    void whereSomebodySpeaksStaysMarked();
    void choicesHideNothingOfThePlace();
    void onlyLettersWithItalicsLean();
    void aWordWithoutLettersLightsTheOneBefore();
    void theCursorStaysOnItsWord();
    void headingsTakeRoomAboveTheirParagraph();

private:
    template <class Widget>
    [[nodiscard]] Widget *field() const
    {
        const auto fields = m_view->viewport()->findChildren<Widget *>();
        for (Widget *each : fields) {
            if (!each->isHidden())
                return each;
        }
        return nullptr;
    }
};

// However the text was changed, it looks like one that was opened so.
void TestTranscriptEditing::changesTouchOnlyTheirParagraphs()
{
    open(made::longEpisode(900));
    QRandomGenerator random(3);
    const auto matches = [this] {
        TranscriptView fresh;
        fresh.resize(m_view->size());
        fresh.show();
        fresh.setSession(m_session.get());
        return described(*m_view->document()) == described(*fresh.document())
            && m_view->toPlainText() == m_session->reading().text;
    };
    QVERIFY(matches());
    for (int i = 0; i < 40; ++i) {
        const TokenIndex token = random.bounded(m_session->transcript().count());
        switch (random.bounded(6)) {
        case 0: m_session->correct({token, token}, u"otherwise called"_s); break;
        case 1: m_session->correct({token, std::min(token + 3, m_session->transcript().count() - 1)}, {}); break;
        case 2: m_session->setTurn(token, u"Mara"_s); break;
        case 3: m_session->mergeTurn(token); break;
        case 4: m_session->setHeading(token, u"A heading"_s); break;
        default: m_session->undo(); break;
        }
        QVERIFY2(matches(), qPrintable(QString::number(i)));
    }
    while (m_session->canUndo())
        m_session->undo();
    QVERIFY(matches());
}

void TestTranscriptEditing::nothingMovesUntilItIsSaved()
{
    open(made::longEpisode(2000));
    const QSizeF size = m_view->document()->size();
    const QRect word = rectOf(100);
    const QRect other = rectOf(160);
    m_view->edit(Field::Words, {100, 101}, u"two words"_s);
    auto *words = field<WordsField>();
    QVERIFY(words);
    QCOMPARE(m_view->document()->size(), size);
    QCOMPARE(rectOf(100), word);
    QCOMPARE(rectOf(160), other);
    // The first letter stands where the word's first letter does.
    QTextCursor caret(words->document());
    const QPoint begin = words->mapTo(m_view->viewport(), words->cursorRect(caret).topLeft());
    QVERIFY2(std::abs(begin.x() - word.left()) <= 1, qPrintable(u"%1 %2"_s.arg(begin.x()).arg(word.left())));
    QCOMPARE(words->document()->defaultFont(), m_view->document()->defaultFont());
}

// Upright letters would be wider than the slanted ones, and cover the next word's first.
void TestTranscriptEditing::cuesAreWrittenAsTheyAreSet()
{
    open(made::episode({{u"Mara"_s, u"We begin. [Thunder] Then we talk."_s}}));
    const auto &tokens = m_session->transcript().tokens;
    const auto cue = std::ranges::find(tokens, transcript::TokenKind::Cue, &transcript::Token::kind);
    const auto token = TokenIndex(cue - tokens.begin());
    const auto slants = [this](int position) {
        QTextCursor cursor(field<WordsField>()->document());
        cursor.setPosition(position + 1);
        return cursor.charFormat().fontItalic();
    };
    m_view->edit(Field::Words, {token, token}, u"[Thunder]"_s);
    auto *words = field<WordsField>();
    QVERIFY(words && slants(0) && slants(8));
    const QTextLine line = words->document()->firstBlock().layout()->lineAt(0);
    QVERIFY(std::abs(line.naturalTextWidth() - rectOf(token).width()) <= 2);
    QTest::keyClicks(words, u"[Rain]"_s);
    QVERIFY(slants(0) && slants(5));
    QTest::keyClick(words, Qt::Key_Escape);
    // Between others each word keeps its own letters.
    m_view->edit(Field::Words, {token, token + 1}, u"[Thunder] Then"_s);
    QVERIFY(slants(0) && !slants(10));
}

void TestTranscriptEditing::enterSavesAndEscapeLeaves()
{
    open(made::episode(shortText()));
    QSignalSpy entered(m_view.get(), &TranscriptView::entered);
    m_view->edit(Field::Words, {1, 1}, u"Before"_s);
    QVERIFY(m_view->isEditing());
    QTest::keyClicks(field<WordsField>(), u"After  that"_s);
    QTest::keyClick(field<WordsField>(), Qt::Key_Escape);
    QVERIFY(!m_view->isEditing());
    QCOMPARE(entered.size(), 0);
    m_view->edit(Field::Words, {1, 1}, u"Before"_s);
    QTest::keyClicks(field<WordsField>(), u"After  that"_s);
    QTest::keyClick(field<WordsField>(), Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered[0][0].value<Field>(), Field::Words);
    QCOMPARE(entered[0][2].toString(), u"After that"_s);
    QVERIFY(!m_view->isEditing() && !field<WordsField>());
    QVERIFY(m_view->hasFocus());
    // Unchanged, there is nothing to save.
    m_view->edit(Field::Words, {1, 1}, u"Before"_s);
    QTest::keyClick(field<WordsField>(), Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
}

void TestTranscriptEditing::goingElsewhereSaves()
{
    open(made::episode(shortText()));
    QSignalSpy entered(m_view.get(), &TranscriptView::entered);
    m_view->edit(Field::Words, {1, 1}, u"Before"_s);
    QTest::keyClicks(field<WordsField>(), u"After"_s);
    m_view->setFocus(Qt::MouseFocusReason);
    QCOMPARE(entered.size(), 1);
    QVERIFY(!m_view->isEditing());
}

void TestTranscriptEditing::correctingEndsSelecting()
{
    open(made::episode(shortText()));
    m_view->showToken(1);
    m_view->setSelecting(true);
    QVERIFY(m_view->isSelecting());
    QSignalSpy changed(m_view.get(), &TranscriptView::selectingChanged);
    m_view->edit(Field::Words, {1, 2}, u"two words"_s);
    QVERIFY(!m_view->isSelecting());
    QCOMPARE(changed.size(), 1);
}

void TestTranscriptEditing::theFieldGoesWithItsWords()
{
    open(made::longEpisode(3000));
    m_view->setFollowing(false);
    m_view->showToken(1200);
    m_view->edit(Field::Words, {1200, 1200}, u"word"_s);
    auto *words = field<WordsField>();
    const int away = words->y() - rectOf(1200).top();
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() + 70);
    QApplication::processEvents();
    QVERIFY(std::abs(words->y() - rectOf(1200).top() - away) <= 1);
    m_view->resize(m_view->width() - 150, m_view->height());
    QApplication::processEvents();
    QVERIFY(std::abs(words->y() - rectOf(1200).top() - away) <= 1);
    m_session->correct({3, 3}, u"a rather longer run of words that may break the line"_s);
    QApplication::processEvents();
    QVERIFY(std::abs(words->y() - rectOf(1200).top() - away) <= 1);
    QVERIFY(m_view->isEditing());
}

void TestTranscriptEditing::lettersAreNoCommands()
{
    open(made::episode(shortText()));
    QAction command(m_view.get());
    command.setShortcut(Qt::Key_H);
    command.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_view->addAction(&command);
    QSignalSpy triggered(&command, &QAction::triggered);
    m_view->edit(Field::Words, {1, 1}, u"Before"_s);
    QTest::keyClicks(field<WordsField>(), u"hh"_s);
    QCOMPARE(field<WordsField>()->toPlainText(), u"hh"_s);
    m_view->edit(Field::Heading, {1, 1}, {});
    QTest::keyClicks(field<NameField>(), u"hh"_s);
    QCOMPARE(field<NameField>()->text(), u"hh"_s);
    QCOMPARE(triggered.size(), 0);
}

void TestTranscriptEditing::namesAreOffered()
{
    open(made::episode(shortText()));
    QSignalSpy entered(m_view.get(), &TranscriptView::entered);
    m_view->edit(Field::Speaker, {9, 9}, {}, {u"Mara"_s, u"Jonas"_s});
    QTest::keyClick(field<NameField>(), Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
    QCOMPARE(entered[0][2].toString(), QString()); // somebody whose name is not known
    m_view->edit(Field::Speaker, {9, 9}, {}, {u"Mara"_s, u"Jonas"_s});
    QTest::keyClicks(field<NameField>(), u"Carl"_s);
    QTest::keyClick(field<NameField>(), Qt::Key_Return);
    QCOMPARE(entered.size(), 2);
    QCOMPARE(entered[1][2].toString(), u"Carl"_s);
    m_view->edit(Field::Person, {9, 9}, u"Mara"_s);
    QTest::keyClick(field<NameField>(), Qt::Key_Escape);
    QCOMPARE(entered.size(), 2);
}

void TestTranscriptEditing::namesAreWrittenWhereTheyStand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    const QString english = u"There was a mill by the river. "_s.repeated(12).trimmed();
    const QString hebrew =
        u"\u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05dd \u05d7\u05d1\u05e8\u05d9\u05dd. "_s.repeated(25).trimmed();
    QTest::newRow("in the left margin") << english << 1100;
    QTest::newRow("without a margin") << english << 420;
    QTest::newRow("in the right margin") << hebrew << 1100;
    QTest::newRow("from right, without a margin") << hebrew << 420;
}

void TestTranscriptEditing::namesAreWrittenWhereTheyStand()
{
    QFETCH(QString, text);
    QFETCH(int, width);
    m_view->resize(width, 700);
    open(made::episode({{u"Mara"_s, text}, {u"Jonas"_s, text}}));
    const TokenIndex first = m_session->reading().paragraphs[1].span.first + 1; // after the label
    const bool fromRight = text.isRightToLeft();
    const bool hangs = width > 1000;
    m_view->edit(Field::Person, {first, first}, u"Jonas"_s);
    const QRect name = field<NameField>()->geometry();
    const QRect word = rectOf(first);
    QVERIFY(m_view->viewport()->rect().contains(name));
    if (hangs)
        QVERIFY(fromRight ? name.left() > word.right() : name.right() < word.left());
    else
        QVERIFY(std::abs(fromRight ? name.right() - word.right() : name.left() - word.left()) <= 3);
    QVERIFY(hangs ? name.contains(QPoint(name.center().x(), word.center().y())) : name.bottom() <= word.top() + 1);
}

void TestTranscriptEditing::theFieldHidesNothingOfTheParagraphBefore_data()
{
    QTest::addColumn<Field>("what");
    QTest::addColumn<int>("width");
    QTest::newRow("who speaks") << Field::Speaker << 420;
    QTest::newRow("a heading") << Field::Heading << 420;
    QTest::newRow("a heading beside names") << Field::Heading << 1100;
}

void TestTranscriptEditing::theFieldHidesNothingOfTheParagraphBefore()
{
    QFETCH(Field, what);
    QFETCH(int, width);
    m_view->resize(width, 700);
    const QString text = u"There was a mill by the river. "_s.repeated(6).trimmed();
    open(made::episode({{u"Mara"_s, text}, {{}, text}}));
    const TokenIndex first = m_session->reading().paragraphs[1].span.first;
    const QStringList before = described(*m_view->document());
    const QRect word = rectOf(first);
    m_view->edit(what, {first, first}, {});
    const QRect name = field<NameField>()->geometry();
    QVERIFY(name.bottom() <= rectOf(first).top() + 1);
    QVERIFY2(name.top() >= rectOf(first - 1).bottom(),
             qPrintable(u"%1 %2"_s.arg(name.top()).arg(rectOf(first - 1).bottom())));
    QTest::keyClick(field<NameField>(), Qt::Key_Escape);
    QCOMPARE(rectOf(first), word);
    QCOMPARE(described(*m_view->document()), before);
    m_view->edit(what, {first, first}, {});
    QTest::keyClick(field<NameField>(), Qt::Key_Return);
    QCOMPARE(described(*m_view->document()), before);
}

// Whatever the field lies over.
void TestTranscriptEditing::whereSomebodySpeaksStaysMarked()
{
    open(made::longEpisode(300));
    m_view->showToken(30);
    const QRect word = rectOf(30);
    const QImage before = picture().copy(word);
    m_view->edit(Field::Speaker, {30, 30}, {});
    QCOMPARE(rectOf(30), word);
    QVERIFY(!field<NameField>()->geometry().intersects(word));
    QVERIFY(!differing(before, picture().copy(word)).isEmpty());
    QTest::keyClick(field<NameField>(), Qt::Key_Escape);
    QVERIFY(differing(before, picture().copy(word)).isEmpty());
}

// Without a margin for names, also when there are fewer of them after a letter.
void TestTranscriptEditing::choicesHideNothingOfThePlace()
{
    m_view->resize(420, 700);
    open(made::longEpisode(300));
    m_view->showToken(70);
    m_view->edit(Field::Speaker, {70, 70}, {}, {u"Mara"_s, u"Jonas"_s, u"Carl"_s});
    auto *name = field<NameField>();
    const auto bottom = [name] { return name->completer()->popup()->geometry().bottom(); };
    const int top = name->mapToGlobal(QPoint()).y();
    QTRY_VERIFY(name->completer()->popup()->isVisible());
    QTRY_VERIFY(bottom() <= top);
    QTest::keyClicks(name, u"m"_s);
    QTRY_VERIFY(name->completer()->popup()->isVisible());
    QTRY_VERIFY(bottom() <= top);
}

// Other scripts have none: what stands in for them is higher than the line.
void TestTranscriptEditing::onlyLettersWithItalicsLean()
{
    const QStringList cues{u"[Music]"_s, u"[\u041c\u0443\u0437\u044b\u043a\u0430]"_s,
                           u"[\u0645\u0648\u0633\u064a\u0642\u0649]"_s, u"[\u97f3\u697d]"_s};
    QString text;
    for (const QString &cue : cues)
        text += u"Word. %1 "_s.arg(cue);
    open(made::episode({{{}, text.trimmed()}}));
    const QString page = described(*m_view->document()).join(u' ');
    for (const QString &cue : cues)
        QCOMPARE(page.contains(cue + u"<i>"_s), cues.indexOf(cue) < 2);
}

void TestTranscriptEditing::aWordWithoutLettersLightsTheOneBefore()
{
    open(made::longEpisode(300));
    QVERIFY(m_session->correct({20, 22}, u"together"_s));
    m_view->setLitToken(22);
    QCOMPARE(m_view->litToken(), 20);
    m_view->setLitToken(23);
    QCOMPARE(m_view->litToken(), 23);
}

void TestTranscriptEditing::theCursorStaysOnItsWord()
{
    open(made::longEpisode(3000));
    m_view->setFollowing(false);
    m_view->showToken(1500);
    const TokenIndex cursor = *m_view->cursorToken();
    const int top = rectOf(1500).top();
    QVERIFY(m_session->correct({3, 3}, u"a rather longer run of words that breaks the line where none was"_s));
    QCOMPARE(m_view->cursorToken(), cursor);
    QVERIFY(std::abs(rectOf(1500).top() - top) <= 2);
    m_view->showWord(1501);
    QVERIFY(m_session->correct({1501, 1502}, u"one"_s));
    QVERIFY(m_view->viewport()->rect().contains(rectOf(1501)));
}

void TestTranscriptEditing::headingsTakeRoomAboveTheirParagraph()
{
    open(made::longEpisode(600));
    const TokenIndex first = m_session->reading().paragraphs[2].span.first;
    const TokenIndex shown = first + (m_session->reading().tokenRanges[size_t(first)].isEmpty() ? 1 : 0);
    const int before = rectOf(shown).top();
    QVERIFY(m_session->setHeading(first, u"Of mills"_s));
    const int room = rectOf(shown).top() - before;
    QVERIFY(room > m_view->fontMetrics().height());
    QCOMPARE(m_view->toPlainText(), m_session->reading().text);
    QVERIFY(m_session->setHeading(first, QString(u"A very long heading about mills "_s).repeated(8)));
    QVERIFY(rectOf(shown).top() - before > room); // on several lines, none cut off
    m_session->undo();
    m_session->undo();
    QCOMPARE(rectOf(shown).top(), before);
}

QTEST_MAIN(TestTranscriptEditing)
#include "test_transcriptediting.moc"
