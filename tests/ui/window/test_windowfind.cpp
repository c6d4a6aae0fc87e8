// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/findbar.h"
#include "ui/transcript/wordsfield.h"
#include "ui/window/desk.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::ui;

// Finding words in the open episode, by keys.
class TestWindowFind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk.emplace();
        QVERIFY(m_desk->read());
        m_desk->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
        QTRY_COMPARE(QApplication::focusWidget(), text());
    }
    void cleanup() { m_desk.reset(); }

    void typingFinds()
    {
        m_desk->press(Qt::Key_Slash);
        QCOMPARE(QApplication::focusWidget(), field());
        QTest::keyClicks(field(), u"was"_s);
        QCOMPARE(bar()->countText(), u"1 of 1"_s);
        QCOMPARE(wordAtCursor(), u"was"_s);
        QTest::keyClicks(field(), u"n't"_s);
        QCOMPARE(bar()->countText(), u"Not in the text"_s);
        QCOMPARE(wordAtCursor(), u"We"_s); // where one was
        QTest::keyClick(field(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field(), u"a M"_s); // over the end of a word
        QCOMPARE(bar()->countText(), u"1 of 1"_s);
        QCOMPARE(wordAtCursor(), u"a"_s);
    }

    void eachPlaceIsVisitedInTurn()
    {
        m_desk->press(Qt::Key_Slash);
        QTest::keyClicks(field(), u"a"_s); // at, harbour, a, had, a, map, That, was, part
        QCOMPARE(text()->hitCount(), 9);
        QStringList words;
        QStringList counts;
        for (int i = 0; i < 10; ++i) {
            words.append(wordAtCursor());
            counts.append(bar()->countText());
            QTest::keyClick(field(), Qt::Key_Return);
        }
        QCOMPARE(words,
                 (QStringList{u"at"_s, u"harbour"_s, u"a"_s, u"had"_s, u"a"_s, u"map."_s, u"That"_s, u"was"_s,
                              u"part"_s, u"at"_s}));
        QCOMPARE(counts.first(), u"1 of 9"_s);
        QCOMPARE(counts.last(), u"1 of 9"_s); // round at the end
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(bar()->countText(), u"9 of 9"_s); // and at the start
    }

    void severalInOneWordAreVisited()
    {
        m_desk->press(Qt::Key_Slash);
        QTest::keyClicks(field(), u"o"_s);
        const int count = text()->hitCount();
        QVERIFY(count > 3); // "Nobody" has two
        QSet<QString> seen;
        for (int i = 0; i < count; ++i) {
            seen.insert(bar()->countText());
            QTest::keyClick(field(), Qt::Key_Return);
        }
        QCOMPARE(seen.size(), count);
        for (int i = 0; i < count; ++i) {
            seen.remove(bar()->countText());
            QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        }
        QVERIFY(seen.isEmpty());
    }

    void whatWasFoundIsMarked()
    {
        m_desk->press(Qt::Key_Slash);
        QTest::keyClicks(field(), u"map"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!bar()->isVisible());
        QCOMPARE(text()->hitCount(), 0);
        QCOMPARE(QApplication::focusWidget(), text());
        m_desk->press(Qt::Key_H);
        QVERIFY(m_desk->saved());
        QCOMPARE(m_desk->session()->highlights().at(0).selectors.exact, u"Nobody had brought a map."_s);
    }

    void whatWasFoundIsCorrected_data()
    {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<int>("leave"); // with which key
        QTest::addColumn<bool>("goOn");
        QTest::addColumn<QString>("words");
        QTest::newRow("a word") << u"map"_s << int(Qt::Key_Down) << false << u"map."_s;
        QTest::newRow("after the search") << u"map"_s << int(Qt::Key_Escape) << false << u"map."_s;
        QTest::newRow("words") << u"had brou"_s << int(Qt::Key_Escape) << false << u"had brought"_s;
        QTest::newRow("elsewhere") << u"had"_s << int(Qt::Key_Escape) << true << u"That was the best part of it."_s;
    }

    void whatWasFoundIsCorrected()
    {
        QFETCH(const QString, phrase);
        QFETCH(const int, leave);
        QFETCH(const bool, goOn);
        QFETCH(const QString, words);
        m_desk->press(Qt::Key_Slash);
        QTest::keyClicks(field(), phrase);
        QTest::keyClick(field(), Qt::Key(leave));
        QCOMPARE(QApplication::focusWidget(), text());
        if (goOn)
            m_desk->press(Qt::Key_J);
        m_desk->press(Qt::Key_E);
        const auto *corrected = qobject_cast<WordsField *>(m_desk->window->focusWidget());
        QVERIFY(corrected);
        QCOMPARE(corrected->toPlainText(), words);
    }

    void theTextGoesOnWithTheLastPhrase()
    {
        m_desk->press(Qt::Key_N); // nothing yet: asks
        QCOMPARE(QApplication::focusWidget(), field());
        QTest::keyClicks(field(), u"th"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        m_desk->press(Qt::Key_G);
        m_desk->press(Qt::Key_N);
        QVERIFY(bar()->isVisible());
        QCOMPARE(QApplication::focusWidget(), text());
        QCOMPARE(wordAtCursor(), u"the"_s);
        m_desk->press(Qt::Key_N);
        QCOMPARE(wordAtCursor(), u"That"_s);
        m_desk->press(Qt::Key_N, Qt::ShiftModifier);
        QCOMPARE(wordAtCursor(), u"the"_s);
        m_desk->press(Qt::Key_Escape);
        QVERIFY(!bar()->isVisible());
    }

    void aSelectionIsSearchedFor()
    {
        m_desk->press(Qt::Key_Right);
        m_desk->press(Qt::Key_Right, Qt::ShiftModifier);
        const QString words = text()->selectedWords();
        QVERIFY(!words.isEmpty());
        QTest::keyClick(text(), Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(field()->text(), words);
        QCOMPARE(bar()->countText(), u"1 of 1"_s);
    }

    // Whoever finds nothing reads on where they were; what was found is where Escape leaves the reader.
    void nothingFoundIsNoPlace_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("taken"); // away again
        QTest::addColumn<QString>("word");
        QTest::newRow("found") << u"part"_s << 0 << u"part"_s;
        QTest::newRow("not in the text") << u"party"_s << 0 << u"had"_s;
        QTest::newRow("found after all") << u"party"_s << 1 << u"part"_s;
        QTest::newRow("nothing any more") << u"part"_s << 4 << u"had"_s;
    }

    void nothingFoundIsNoPlace()
    {
        QFETCH(const QString, typed);
        QFETCH(const int, taken);
        m_desk->press(Qt::Key_J);
        m_desk->press(Qt::Key_W);
        QCOMPARE(wordAtCursor(), u"had"_s);
        m_desk->press(Qt::Key_Slash);
        QTest::keyClicks(field(), typed);
        for (int i = 0; i < taken; ++i)
            QTest::keyClick(field(), Qt::Key_Backspace);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(!bar()->isVisible());
        QTEST(wordAtCursor(), "word");
    }

    void aSearchBeginsWhereOneIs()
    {
        m_desk->press(Qt::Key_Slash);
        QTest::keyClicks(field(), u"a"_s);
        QTest::keyClick(field(), Qt::Key_Down);
        QCOMPARE(QApplication::focusWidget(), text());
        m_desk->press(Qt::Key_G, Qt::ShiftModifier);
        m_desk->press(Qt::Key_Slash);
        QTest::keyClicks(field(), u"t"_s);
        QCOMPARE(wordAtCursor(), u"That"_s);
    }

    void readingOnLetsTheSoundGo()
    {
        text()->setFollowing(true);
        m_desk->press(Qt::Key_Slash);
        QTest::keyClicks(field(), u"part"_s);
        QVERIFY(!text()->isFollowing());
    }

private:
    [[nodiscard]] TranscriptView *text() const { return m_desk->window->text(); }
    [[nodiscard]] FindBar *bar() const { return m_desk->window->findBar(); }
    [[nodiscard]] QLineEdit *field() const { return bar()->field(); }
    [[nodiscard]] QString wordAtCursor() const
    {
        const auto token = text()->cursorToken();
        return token ? m_desk->session()->transcript().tokenText(*token).toString() : QString();
    }

    std::optional<Desk> m_desk;
};

QTEST_MAIN(TestWindowFind)
#include "test_windowfind.moc"
