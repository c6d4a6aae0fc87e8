// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/changedtext.h"
#include "notes/reanchor.h"

#include <QTest>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using notes::Edit;
using notes::Highlight;
using notes::Mark;
using notes::Place;
using transcript::TokenSpan;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1778155200000).toUTC();

// A highlight over words of one text, and what becomes of it in another.
struct Change {
    TimedText before;
    TimedText after;

    [[nodiscard]] Highlight highlight(TokenSpan span) const
    {
        return notes::makeHighlight(EpisodeId{1}, before.transcript, before.timings, span, Mark::One, now);
    }

    [[nodiscard]] std::vector<Edit> edits(const std::vector<Highlight> &highlights) const
    {
        return notes::reanchored(highlights, {before.transcript, before.timings}, {after.transcript, after.timings},
                                 transcript::matchTokens(before.transcript, after.transcript), now.addSecs(1));
    }

    // What the highlight over the words from `first` to `last` reads in the new text; "lost".
    [[nodiscard]] QString reads(int first, int last) const
    {
        const std::vector<Edit> made = edits({highlight({first, last})});
        return made.front().after->place == Place::Lost ? u"lost"_s : made.front().after->selectors.exact;
    }
};

} // namespace

class TestReanchor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quoteIsFoundAgain_data();
    void quoteIsFoundAgain();
    void repeatedWordsKeepTheirPlace();
    void timesThatDisagreeLoseTheQuote();
    void insertedAudioMovesEverythingAfterIt();
    void estimatedTimesDecideNothing();
    void lostHighlightKeepsEverything();
    void foundHighlightKeepsEverythingElse();
    void momentStaysAtItsTime();
    void othersStayAsTheyAre();
    void nothingIsPutInAWrongPlace_data();
    void nothingIsPutInAWrongPlace();
};

void TestReanchor::quoteIsFoundAgain_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("quote");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const QString text = u"so the company called deep sequel could surprise everybody with a model that was small"_s;
    const auto row = [&](const char *name, const QString &quote, const QString &after, const QString &expected) {
        QTest::newRow(name) << text << quote << after << expected;
    };
    row("unchanged", u"could surprise everybody"_s, text, u"could surprise everybody"_s);
    row("punctuation and case", u"could surprise everybody"_s,
        u"So, the company called DeepSeek could SURPRISE everybody! With a model that was small."_s,
        u"could SURPRISE everybody!"_s);
    row("a word corrected inside", u"company called deep sequel could"_s,
        u"so the company called DeepSeek could surprise everybody with a model that was small"_s,
        u"company called DeepSeek could"_s);
    row("only the corrected words", u"deep sequel"_s,
        u"so the company called deep seek could surprise everybody with a model that was small"_s, u"deep seek"_s);
    row("two words become one", u"deep sequel"_s,
        u"so the company called DeepSeek could surprise everybody with a model that was small"_s, u"DeepSeek"_s);
    row("a word inserted inside", u"could surprise everybody"_s,
        u"so the company called deep sequel could really surprise everybody with a model that was small"_s,
        u"could really surprise everybody"_s);
    row("a word inserted before", u"could surprise everybody"_s,
        u"so the company called deep sequel really could surprise everybody with a model that was small"_s,
        u"could surprise everybody"_s);
    row("its first word is gone", u"could surprise everybody"_s,
        u"so the company called deep sequel surprise everybody with a model that was small"_s, u"surprise everybody"_s);
    row("a passage more before it", u"surprise everybody"_s,
        u"welcome back to the show after this short break my friends so the company called deep sequel could surprise "
        u"everybody"
        " with a model that was small"_s,
        u"surprise everybody"_s);
    row("at the beginning", u"so the"_s, text, u"so the"_s);
    row("at the end", u"was small"_s, text, u"was small"_s);
    row("gone", u"could surprise everybody"_s, u"so the company called deep sequel with a model that was small"_s,
        u"lost"_s);
    row("something else stands there", u"could surprise everybody"_s,
        u"so the company called deep sequel went bankrupt last year with a model that was small"_s, u"lost"_s);
    row("another text", u"could surprise everybody"_s, u"nothing of this was ever said in here by anyone"_s, u"lost"_s);
    row("an empty text", u"could surprise everybody"_s, u""_s, u"lost"_s);
    // Its words are there, but not where they were.
    row("only in another place", u"surprise everybody"_s,
        u"surprise everybody so the company called deep sequel with a model that was small"_s, u"lost"_s);
}

void TestReanchor::quoteIsFoundAgain()
{
    QFETCH(QString, before);
    QFETCH(QString, quote);
    QFETCH(QString, after);
    QFETCH(QString, expected);
    const Change change{timedText(before), timedText(after)};
    const auto first = int(before.left(before.indexOf(quote)).count(u' '));
    QCOMPARE(change.reads(first, first + int(quote.count(u' '))), expected);
}

void TestReanchor::repeatedWordsKeepTheirPlace()
{
    const QString chorus = u"yeah you know yeah you know "_s;
    const QString before = chorus.repeated(3) + u"that is what I mean "_s + chorus.repeated(3) + u"by all of this"_s;
    const QString after = chorus.repeated(2) + u"that is what I meant "_s + chorus.repeated(3) + u"by all of this"_s;
    const Change change{timedText(before), timedText(after)};
    // The last "you know" before "by".
    const auto words = before.split(u' ');
    const auto last = int(words.indexOf(u"by"_s)) - 1;
    const std::vector<Edit> edits = change.edits({change.highlight({last - 1, last})});
    const auto expected = int(after.split(u' ').indexOf(u"by"_s)) - 1;
    QVERIFY(edits.front().after->place == Place::Words);
    QCOMPARE(edits.front().after->span.last, expected);
}

void TestReanchor::timesThatDisagreeLoseTheQuote()
{
    const ChangedText text = changedText({.words = 600, .changed = 0.05, .seed = 3});
    Change change{text.before, text.after};
    const Highlight highlight = change.highlight({300, 309});
    QVERIFY(change.edits({highlight}).front().after->place == Place::Words);
    const TokenSpan span = change.edits({highlight}).front().after->span;
    // Those ten words alone are heard a minute later than all around them.
    for (auto i = span.first; i <= span.last; ++i) {
        change.after.timings[size_t(i)].start += MediaTime(60000);
        change.after.timings[size_t(i)].end += MediaTime(60000);
    }
    const Highlight moved = *change.edits({highlight}).front().after;
    QVERIFY(moved.place == Place::Lost);
}

void TestReanchor::insertedAudioMovesEverythingAfterIt()
{
    const ChangedText text = changedText({.words = 600, .changed = 0.05, .seed = 4});
    Change change{text.before, text.after};
    for (size_t i = 250; i < change.after.timings.size(); ++i) {
        change.after.timings[i].start += MediaTime(45000);
        change.after.timings[i].end += MediaTime(45000);
    }
    for (const int first : {100, 200, 245, 250, 255, 300, 500}) {
        const Edit edit = change.edits({change.highlight({first, first + 9})}).front();
        QVERIFY2(edit.after->place == Place::Words, qPrintable(QString::number(first)));
    }
}

void TestReanchor::estimatedTimesDecideNothing()
{
    const ChangedText text = changedText({.words = 600, .changed = 0.05, .seed = 3});
    Change change{text.before, text.after};
    for (transcript::WordTiming &timing : change.after.timings) {
        timing.start *= 3;
        timing.end *= 3;
        timing.origin = transcript::TimingOrigin::Estimated;
    }
    QVERIFY(change.edits({change.highlight({300, 309})}).front().after->place == Place::Words);
}

void TestReanchor::lostHighlightKeepsEverything()
{
    const Change change{timedText(u"one two three four five six seven eight"_s), timedText(u"something else"_s)};
    Highlight highlight = change.highlight({2, 4});
    highlight.note = u"mine"_s;
    highlight.tags = QStringList{u"tag"_s};
    const Edit edit = change.edits({highlight}).front();
    QVERIFY(edit.before == highlight);
    Highlight expected = highlight;
    expected.place = Place::Lost;
    expected.span = {0, 0};
    expected.modified = now.addSecs(1);
    QVERIFY(edit.after == expected);
    QCOMPARE(edit.after->selectors.exact, u"three four five"_s);
}

void TestReanchor::foundHighlightKeepsEverythingElse()
{
    const Change change{timedText(u"one two three four five six"_s), timedText(u"zero one two three four five six"_s)};
    Highlight highlight = change.highlight({2, 4});
    highlight.note = u"mine"_s;
    highlight.tags = QStringList{u"tag"_s};
    highlight.mark = Mark::Four;
    const Edit edit = change.edits({highlight}).front();
    Highlight expected = highlight;
    expected.span = {3, 5};
    expected.selectors = edit.after->selectors;
    expected.modified = now.addSecs(1);
    QVERIFY(edit.after == expected);
    QCOMPARE(edit.after->selectors.exact, u"three four five"_s);
    QCOMPARE(edit.after->selectors.prefix, u"zero one two "_s);
}

void TestReanchor::momentStaysAtItsTime()
{
    const Change change{timedText(u"one two three four five six"_s), timedText(u"zero one two three four five six"_s)};
    const Highlight moment = notes::makeMoment(EpisodeId{1}, change.before.transcript, change.before.timings,
                                               change.before.timings[3].start + MediaTime(10), Mark::Two, now);
    const Edit edit = change.edits({moment}).front();
    QVERIFY(edit.after->place == Place::Moment);
    QCOMPARE(edit.after->selectors.start, moment.selectors.start);
    QVERIFY((edit.after->span == TokenSpan{3, 3}));
    QCOMPARE(edit.after->selectors.exact, u"three"_s);
}

void TestReanchor::othersStayAsTheyAre()
{
    const Change change{timedText(u"one two three four"_s), timedText(u"five six"_s)};
    Highlight lost = change.highlight({1, 2});
    lost.place = Place::Lost;
    QVERIFY(change.edits({notes::makeEpisodeNote(EpisodeId{1}, now), lost}).empty());
}

void TestReanchor::nothingIsPutInAWrongPlace_data()
{
    QTest::addColumn<double>("changed");
    QTest::addColumn<int>("longest");
    QTest::addColumn<double>("found");
    QTest::newRow("a tenth changed, sentences") << 0.10 << 40 << 0.99;
    QTest::newRow("a tenth changed, few words") << 0.10 << 4 << 0.97;
    QTest::newRow("a fifth changed, sentences") << 0.20 << 40 << 0.95;
}

// Over random changes whose truth is known: every word of a highlight that survived is in the new span,
// and no surviving word that was outside of it.
void TestReanchor::nothingIsPutInAWrongPlace()
{
    QFETCH(double, changed);
    QFETCH(int, longest);
    QFETCH(double, found);
    const ChangedText text = changedText({.words = 20000, .changed = changed, .seed = 5});
    const Change change{text.before, text.after};
    std::vector<Highlight> highlights;
    for (int i = 0; i < 3000; ++i) {
        const int first = (i * 7919) % 19900;
        highlights.push_back(change.highlight({first, first + i % longest}));
    }
    const std::vector<Edit> edits = change.edits(highlights);
    QCOMPARE(edits.size(), highlights.size());
    int placed = 0;
    int wrong = 0;
    for (const Edit &edit : edits) {
        if (edit.after->place == Place::Lost)
            continue;
        ++placed;
        if (!text.isRightPlace(edit.before->span, edit.after->span)) {
            ++wrong;
            qInfo().noquote() << edit.before->selectors.prefix << u"|"_s << edit.before->selectors.exact << u"|"_s
                              << edit.before->selectors.suffix << u"->"_s << edit.after->selectors.prefix << u"|"_s
                              << edit.after->selectors.exact << u"|"_s << edit.after->selectors.suffix;
        }
    }
    QCOMPARE(wrong, 0);
    QVERIFY2(placed >= found * double(highlights.size()), qPrintable(QString::number(placed)));
}

QTEST_GUILESS_MAIN(TestReanchor)
#include "reanchor_test.moc"
