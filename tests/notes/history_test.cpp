// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/history.h"

#include <QTest>

using namespace earmark;
using namespace Qt::StringLiterals;
using notes::Edit;
using notes::Highlight;
using notes::History;
using notes::Step;

namespace {

QDateTime at(int second)
{
    return QDateTime::fromMSecsSinceEpoch(1778155200000 + second * 1000).toUTC();
}

transcript::Transcript makeTranscript(const QStringList &words)
{
    transcript::Transcript transcript;
    for (const QString &word : words) {
        if (!transcript.text.isEmpty())
            transcript.text += u' ';
        const auto begin = qint32(transcript.text.size());
        const auto length = qint32(word.size());
        transcript.tokens.push_back({transcript::TokenKind::Word, begin, length, begin, length});
        transcript.text += word;
    }
    return transcript;
}

Highlight makeHighlight(const QString &note = {})
{
    const transcript::Transcript transcript = makeTranscript({u"one"_s, u"two"_s, u"three"_s});
    Highlight highlight = notes::makeHighlight(EpisodeId{1}, transcript, {}, {0, 1}, notes::Mark::One, at(0));
    highlight.note = note;
    return highlight;
}

// Types `texts` one after the other into the highlight's note; the edits, as a session would push them.
std::vector<Edit> typed(Highlight highlight, const QStringList &texts, int second = 1)
{
    std::vector<Edit> edits;
    for (const QString &text : texts) {
        edits.push_back(notes::noteChanged(highlight, text, at(second++)));
        highlight = *edits.back().after;
    }
    return edits;
}

void pushAll(History &history, const std::vector<Edit> &edits)
{
    for (const Edit &edit : edits)
        history.push(edit);
}

} // namespace

// What a reader can take back, and what a highlight knows of the text it was made on.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void highlightKnowsItsTextAndTime();
    void contextNeverSplitsACharacter();
    void changesKeepEverythingElse();
    void highlightsAreOrderedByText();

    void emptyHistoryHasNothingToUndo();
    void undoAndRedoWalkThroughTheSteps();
    void newStepForgetsWhatWasUndone();
    void typingIsOneStep();
    void typingEndsAtSomethingElse_data();
    void typingEndsAtSomethingElse();
    void typedAndDeletedAgainIsNoStep();

    void failedStepIsTakenOut_data();
    void failedStepIsTakenOut();
    void failedUndoIsTakenOut();
    void failedTypingKeepsWhatWasSaved();
    void strangersAreNotForgotten();

    void severalEditsAreOneStep();
    void aFailedEditTakesItsWholeStepOut_data();
    void aFailedEditTakesItsWholeStepOut();
    void typingIsNotMergedIntoSeveralEdits();
};

void TestHistory::highlightKnowsItsTextAndTime()
{
    QStringList words;
    for (int i = 0; i < 40; ++i)
        words.append(u"w%1"_s.arg(i));
    const transcript::Transcript transcript = makeTranscript(words);
    transcript::Timings timings;
    for (int i = 0; i < 40; ++i)
        timings.push_back({MediaTime(i * 100), MediaTime(i * 100 + 90), 1, transcript::TimingOrigin::Aligned});
    const QDateTime now(QDate(2026, 5, 7), QTime(12, 0, 0, 7));
    const Highlight highlight =
        notes::makeHighlight(EpisodeId{7}, transcript, timings, {20, 22}, notes::Mark::Three, now);
    QVERIFY(highlight.id.isValid());
    QCOMPARE(highlight.selectors.exact, u"w20 w21 w22"_s);
    QCOMPARE(highlight.selectors.prefix, u"w12 w13 w14 w15 w16 w17 w18 w19 "_s);
    QCOMPARE(highlight.selectors.suffix, u" w23 w24 w25 w26 w27 w28 w29 w30"_s);
    QCOMPARE(highlight.selectors.start, MediaTime(2000));
    QCOMPARE(highlight.selectors.end, MediaTime(2290));
    QCOMPARE(highlight.created, now);
    QCOMPARE(highlight.created.timeSpec(), Qt::UTC);
    QCOMPARE(highlight.modified, highlight.created);
    const Highlight whole = notes::makeHighlight(EpisodeId{7}, transcript, {}, {0, 39}, notes::Mark::One, now);
    QCOMPARE(whole.selectors.exact, transcript.text);
    QCOMPARE(whole.selectors.prefix + whole.selectors.suffix, QString());
}

void TestHistory::contextNeverSplitsACharacter()
{
    // The 32 units on either side begin and end inside a smiley.
    const QString smileys = u"😀"_s.repeated(16);
    const transcript::Transcript transcript = makeTranscript({smileys, u"here"_s, smileys});
    const Highlight highlight = notes::makeHighlight(EpisodeId{1}, transcript, {}, {1, 1}, notes::Mark::One, at(0));
    QCOMPARE(highlight.selectors.prefix, u"😀"_s.repeated(15) + u' ');
    QCOMPARE(highlight.selectors.suffix, u' ' + u"😀"_s.repeated(15));
}

void TestHistory::changesKeepEverythingElse()
{
    const Highlight before = makeHighlight(u"old"_s);
    const Edit noted = notes::noteChanged(before, u"new"_s, at(5));
    Highlight expected = before;
    expected.note = u"new"_s;
    expected.modified = at(5);
    QVERIFY(noted == (Edit{before, expected}));
    const Edit marked = notes::markChanged(before, notes::Mark::Four, at(6));
    expected = before;
    expected.mark = notes::Mark::Four;
    expected.modified = at(6);
    QVERIFY(marked == (Edit{before, expected}));
    QVERIFY(marked.inverse() == (Edit{expected, before}));
    QVERIFY(notes::added(before).inverse() == notes::removed(before));
}

void TestHistory::highlightsAreOrderedByText()
{
    Highlight early = makeHighlight();
    Highlight late = makeHighlight();
    early.span = {1, 9};
    late.span = {2, 2};
    QVERIFY(notes::comesBefore(early, late) && !notes::comesBefore(late, early));
    late.span = {1, 10};
    QVERIFY(notes::comesBefore(early, late) && !notes::comesBefore(late, early));
    late.span = early.span;
    QVERIFY(notes::comesBefore(early, late) != notes::comesBefore(late, early));
    QVERIFY(!notes::comesBefore(early, early));
}

void TestHistory::emptyHistoryHasNothingToUndo()
{
    History history;
    QVERIFY(!history.canUndo() && !history.canRedo());
    QVERIFY(!history.undo() && !history.redo());
}

void TestHistory::undoAndRedoWalkThroughTheSteps()
{
    const Highlight highlight = makeHighlight();
    const Edit first = notes::added(highlight);
    const Edit second = notes::markChanged(highlight, notes::Mark::Two, at(1));
    History history;
    pushAll(history, {first, second});
    QVERIFY(history.undo() == Step{second.inverse()});
    QVERIFY(history.undo() == Step{first.inverse()});
    QVERIFY(!history.canUndo() && !history.undo());
    QVERIFY(history.redo() == Step{first});
    QVERIFY(history.redo() == Step{second});
    QVERIFY(!history.canRedo() && !history.redo());
}

void TestHistory::newStepForgetsWhatWasUndone()
{
    const Edit first = notes::added(makeHighlight());
    const Edit second = notes::added(makeHighlight());
    History history;
    history.push(first);
    QVERIFY(history.undo());
    history.push(second);
    QVERIFY(!history.canRedo());
    QVERIFY(history.undo() == Step{second.inverse()});
    QVERIFY(!history.canUndo());
}

void TestHistory::typingIsOneStep()
{
    const Highlight highlight = makeHighlight();
    const std::vector<Edit> edits = typed(highlight, {u"w"_s, u"wh"_s, u"why"_s});
    History history;
    history.push(notes::added(highlight));
    pushAll(history, edits);
    const Edit all{highlight, edits.back().after};
    QVERIFY(history.undo() == Step{all.inverse()});
    QVERIFY(history.redo() == Step{all});
    QVERIFY(history.undo());
    QVERIFY(history.undo() == Step{notes::removed(highlight)});
}

void TestHistory::typingEndsAtSomethingElse_data()
{
    using Interrupt = std::function<void(History &, const Highlight &)>;
    QTest::addColumn<Interrupt>("interrupt");
    QTest::addColumn<int>("stepsBetween");
    QTest::newRow("closed") << Interrupt([](History &h, const Highlight &) { h.closeStep(); }) << 0;
    QTest::newRow("another highlight") << Interrupt([](History &h, const Highlight &) {
        h.push(notes::added(makeHighlight()));
    }) << 1;
    QTest::newRow("another note") << Interrupt([](History &h, const Highlight &) {
        h.push(notes::noteChanged(makeHighlight(), u"elsewhere"_s, at(2)));
    }) << 1;
    QTest::newRow("undone and done again") << Interrupt([](History &h, const Highlight &) {
        QVERIFY(h.undo());
        QVERIFY(h.redo());
    }) << 0;
}

void TestHistory::typingEndsAtSomethingElse()
{
    QFETCH(std::function<void(History &, const Highlight &)>, interrupt);
    QFETCH(int, stepsBetween);
    const std::vector<Edit> edits = typed(makeHighlight(), {u"a"_s, u"ab"_s});
    History history;
    history.push(edits[0]);
    interrupt(history, *edits[0].after);
    history.push(edits[1]);
    QVERIFY(history.undo() == Step{edits[1].inverse()});
    for (int i = 0; i < stepsBetween; ++i)
        QVERIFY(history.undo());
    QVERIFY(history.undo() == Step{edits[0].inverse()});
    QVERIFY(!history.canUndo());
}

void TestHistory::typedAndDeletedAgainIsNoStep()
{
    const Highlight highlight = makeHighlight(u"was"_s);
    History history;
    history.push(notes::added(highlight));
    pushAll(history, typed(highlight, {u"was x"_s, u"was"_s}));
    QVERIFY(history.undo() == Step{notes::removed(highlight)});
}

void TestHistory::failedStepIsTakenOut_data()
{
    QTest::addColumn<int>("failed");
    QTest::newRow("first") << 0;
    QTest::newRow("middle") << 1;
    QTest::newRow("last") << 2;
}

void TestHistory::failedStepIsTakenOut()
{
    QFETCH(int, failed);
    std::vector<Edit> steps{notes::added(makeHighlight()), notes::added(makeHighlight()),
                            notes::added(makeHighlight())};
    History history;
    pushAll(history, steps);
    history.forget(steps[size_t(failed)]);
    steps.erase(steps.begin() + failed);
    QVERIFY(history.undo() == Step{steps[1].inverse()});
    QVERIFY(history.undo() == Step{steps[0].inverse()});
    QVERIFY(!history.canUndo());
    QVERIFY(history.redo() == Step{steps[0]});
}

void TestHistory::failedUndoIsTakenOut()
{
    const Edit first = notes::added(makeHighlight());
    const Edit second = notes::added(makeHighlight());
    History history;
    pushAll(history, {first, second});
    const auto undone = history.undo();
    QVERIFY(undone);
    history.forget(undone->front());
    QVERIFY(!history.canRedo());
    QVERIFY(history.undo() == Step{first.inverse()});
    QVERIFY(!history.canUndo());
}

void TestHistory::failedTypingKeepsWhatWasSaved()
{
    const Highlight highlight = makeHighlight();
    const std::vector<Edit> edits = typed(highlight, {u"a"_s, u"ab"_s, u"abc"_s, u"abcd"_s});
    History history;
    pushAll(history, edits);
    history.forget(edits[2]);
    history.forget(edits[3]); // fails after it, because what it follows is not there
    const Edit saved{highlight, edits[1].after};
    QVERIFY(history.undo() == Step{saved.inverse()});
    QVERIFY(history.redo() == Step{saved});

    history.forget(saved);
    QVERIFY(!history.canUndo());
    pushAll(history, edits);
    history.forget(edits[0]);
    QVERIFY(!history.canUndo());
}

void TestHistory::strangersAreNotForgotten()
{
    const std::vector<Edit> edits = typed(makeHighlight(), {u"a"_s, u"ab"_s});
    History history;
    pushAll(history, edits);
    history.forget(notes::added(makeHighlight()));
    history.forget(typed(makeHighlight(), {u"a"_s}).front());
    QVERIFY(history.undo() == Step{(Edit{edits[0].before, edits[1].after}).inverse()});
}

// What a split comes to: the first half and the second.
namespace {

Step splitOf(const Highlight &whole)
{
    Highlight first = whole;
    first.span = {0, 0};
    Highlight second = makeHighlight();
    second.span = {1, 1};
    return {Edit{whole, first}, notes::added(second)};
}

} // namespace

void TestHistory::severalEditsAreOneStep()
{
    const Highlight whole = makeHighlight();
    const Step split = splitOf(whole);
    History history;
    history.push(notes::added(whole));
    history.push(split);
    history.push(Step{});
    const Step back{split[1].inverse(), split[0].inverse()};
    QVERIFY(notes::inverse(split) == back);
    QVERIFY(history.undo() == back);
    QVERIFY(history.redo() == split);
    QVERIFY(history.undo() == back);
    QVERIFY(history.undo() == Step{notes::removed(whole)});
    QVERIFY(!history.canUndo());
}

void TestHistory::aFailedEditTakesItsWholeStepOut_data()
{
    QTest::addColumn<int>("edit");
    QTest::addColumn<bool>("undone");
    QTest::newRow("the first") << 0 << false;
    QTest::newRow("the second") << 1 << false;
    QTest::newRow("the first, undone") << 0 << true;
    QTest::newRow("the second, undone") << 1 << true;
}

void TestHistory::aFailedEditTakesItsWholeStepOut()
{
    QFETCH(const int, edit);
    QFETCH(const bool, undone);
    const Highlight whole = makeHighlight();
    const Step split = splitOf(whole);
    History history;
    history.push(notes::added(whole));
    history.push(split);
    if (undone)
        QVERIFY(history.undo());
    history.forget(undone ? split[size_t(edit)].inverse() : split[size_t(edit)]);
    QVERIFY(!history.canRedo());
    QVERIFY(history.undo() == Step{notes::removed(whole)});
}

void TestHistory::typingIsNotMergedIntoSeveralEdits()
{
    const Highlight whole = makeHighlight();
    const Step split = splitOf(whole);
    const std::vector<Edit> edits = typed(*split[0].after, {u"a"_s, u"ab"_s});
    History history;
    history.push(split);
    pushAll(history, edits);
    QVERIFY(history.undo() == (Step{Edit{edits[1].after, edits[0].before}}));
    QVERIFY(history.undo() == notes::inverse(split));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "history_test.moc"
