// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "library/replacement.h"
#include "library/timeschange.h"

#include <algorithm>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using notes::Highlight;
using notes::Place;
using transcript::TimingOrigin;

namespace {

constexpr auto oldText =
    "so the company called deep sequel could surprise everybody with a model that was small and cheap";
constexpr auto newText =
    "So, the company called DeepSeek could surprise everybody. [Music] With a model that was small!";

} // namespace

// Another transcript for an episode whose highlights are somebody's work.
class ReplacementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void highlightsFollowTheirWords();
    void captionsBringTheirTimes();
    void knownTimesAreTakenOver();
    void tappedWordsKeepTheirTimes();
    void timesGoBehindWhatIsNotInTheText();
    void whatWasIsKept();
    void refusalsChangeNothing_data();
    void refusalsChangeNothing();
    void highlightMadeMeanwhileStopsIt();
    void whatIsMadeInTheOldTextIsRefused();
    void everyStepIsInTheLog();
    void backAndForthFindsTheSameWords();
    void whatWasLostIsTriedAgain();
    void aLostWordNeedsItsNeighbours();

private:
    QString highlightWords(const Workshop &workshop, EpisodeId id) const;
};

QString ReplacementTest::highlightWords(const Workshop &workshop, EpisodeId id) const
{
    QStringList words;
    const auto transcript = *workshop.openStore()->transcript(id);
    for (const Highlight &highlight : workshop.savedHighlights(id)) {
        if (highlight.place == Place::Lost) {
            words += u"lost: "_s + highlight.selectors.exact;
            continue;
        }
        QStringList quote;
        for (auto i = highlight.span.first; i <= highlight.span.last; ++i)
            quote += transcript.tokenText(i).toString();
        words += quote.join(u' ');
    }
    return words.join(u" | "_s);
}

void ReplacementTest::highlightsFollowTheirWords()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    QVERIFY(library::addHighlight(*store, id, {4, 6}, u"who?"_s));   // deep sequel could
    QVERIFY(library::addHighlight(*store, id, {14, 16}, u""_s));     // small and cheap
    QVERIFY(library::addHighlight(*store, id, {15, 16}, u"gone"_s)); // and cheap
    const auto replaced = library::replaceTranscript(*store, id, workshop.write(u"better.txt"_s, newText));
    QVERIFY2(replaced, codeOf(replaced).constData());
    QCOMPARE(replaced->found, 1);
    QCOMPARE(replaced->lost, 2);
    QCOMPARE(highlightWords(workshop, id), u"lost: small and cheap | lost: and cheap | DeepSeek could"_s);
    const auto saved = workshop.savedHighlights(id);
    QVERIFY(std::ranges::any_of(saved, [](const Highlight &highlight) { return highlight.note == u"gone"; }));
    QVERIFY(store->problems()->empty());
    QCOMPARE(store->source(id)->bytes, QByteArray(newText));
    QVERIFY(library::openEpisode(*store, id));
}

void ReplacementTest::captionsBringTheirTimes()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    const QString captions = workshop.write(u"a.vtt"_s,
                                            "WEBVTT\n\n00:10.000 --> 00:14.000\nso the company called DeepSeek\n\n"
                                            "00:14.000 --> 00:20.000\ncould surprise everybody\n");
    QVERIFY(library::replaceTranscript(*store, id, captions));
    const auto timings = *store->timings(id);
    QCOMPARE(timings.front().start, MediaTime(10000));
    QCOMPARE(timings.back().end, MediaTime(20000));
    QVERIFY(store->transcript(id)->format == transcript::SourceFormat::WebVtt);
}

void ReplacementTest::knownTimesAreTakenOver()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    auto timings = *store->timings(id);
    for (size_t i = 0; i < timings.size(); ++i)
        timings[i] = {MediaTime(5000 + int(i) * 1000), MediaTime(5900 + int(i) * 1000), 0.9F, TimingOrigin::Aligned};
    QVERIFY(store->replaceTimings(id, timings, MediaTime(60000)));
    QVERIFY(library::replaceTranscript(*store, id, workshop.write(u"better.txt"_s, newText)));
    const auto taken = *store->timings(id);
    QCOMPARE(taken[5].start, timings[6].start); // could
    QVERIFY(taken[5].origin == TimingOrigin::Aligned);
    QCOMPARE(store->episode(id)->duration, MediaTime(60000));
}

namespace {

// Captions of one word a second each.
QByteArray timedWords(const QByteArrayList &words)
{
    QByteArray captions = "WEBVTT\n\n";
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QByteArray second = QByteArray::number(i).rightJustified(2, '0');
        captions += "00:" + second + ".000 --> 00:" + second + ".900\n" + words[i] + "\n\n";
    }
    return captions;
}

} // namespace

void ReplacementTest::tappedWordsKeepTheirTimes()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    auto timings = *store->timings(id);
    for (size_t i = 0; i < timings.size(); ++i)
        timings[i] = {MediaTime(int(i) * 1000), MediaTime(int(i) * 1000 + 900), 0.9F, TimingOrigin::Aligned};
    timings[7] = {MediaTime(7300), MediaTime(7900), 1, TimingOrigin::Tapped};    // surprise
    timings[14] = {MediaTime(14200), MediaTime(14900), 1, TimingOrigin::Tapped}; // small
    timings[16] = {MediaTime(16200), MediaTime(16900), 1, TimingOrigin::Tapped}; // cheap
    QVERIFY(store->replaceTimings(id, timings, MediaTime(20000)));
    QByteArrayList words = QByteArray(oldText).split(' ');
    words.remove(15, 2); // and cheap
    words.insert(4, "quite");
    const auto replaced = library::replaceTranscript(*store, id, workshop.write(u"a.vtt"_s, timedWords(words)));
    QVERIFY2(replaced, codeOf(replaced).constData());
    QCOMPARE(replaced->anchors, 2);
    QCOMPARE(replaced->anchorsLost, 1);
    const auto after = *store->timings(id);
    QCOMPARE(transcript::tappedWords(after),
             (std::vector<transcript::Anchor>{{8, MediaTime(7300)}, {15, MediaTime(14200)}}));
    QVERIFY(std::ranges::is_sorted(after, {}, &transcript::WordTiming::start));
    QVERIFY(std::ranges::all_of(after, [](const auto &timing) { return timing.end > timing.start; }));
}

void ReplacementTest::timesGoBehindWhatIsNotInTheText()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    const MediaSpan span{MediaTime(5000), MediaTime(15000)};
    QVERIFY(store->replaceTimes(id, *store->timings(id), {span}));
    QVERIFY(
        library::replaceTranscript(*store, id, workshop.write(u"a.vtt"_s, timedWords(QByteArray(oldText).split(' ')))));
    const auto timings = *store->timings(id);
    QCOMPARE(timings[4].start, MediaTime(4000));
    QCOMPARE(timings[5].start, MediaTime(15000));
    QCOMPARE(timings[16].start, MediaTime(26000));
    QCOMPARE(*store->notInText(id), std::vector({span}));
}

void ReplacementTest::whatWasIsKept()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    store::Episode before = *store->episode(id);
    QVERIFY(library::replaceTranscript(*store, id, workshop.write(u"better.txt"_s, newText)));
    before.edition = 1;
    QVERIFY(*store->episode(id) == before);
    const auto kept = *store->replacedSources(id);
    QCOMPARE(kept.size(), size_t(1));
    QCOMPARE(kept.front().bytes, QByteArray(oldText));
}

void ReplacementTest::refusalsChangeNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("the same") << QByteArray(oldText) << QByteArray("SameTranscript");
    QTest::newRow("empty") << QByteArray() << QByteArray("FileEmpty");
    QTest::newRow("no words") << QByteArray("[Music]\n") << QByteArray("TranscriptWithoutWords");
    QTest::newRow("no transcript") << QByteArray("%PDF-1.4\n\x00\x01", 11) << QByteArray("NotATranscript");
}

void ReplacementTest::refusalsChangeNothing()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, code);
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    QVERIFY(library::addHighlight(*store, id, {4, 6}, u"who?"_s));
    const auto replaced = library::replaceTranscript(*store, id, workshop.write(u"new.txt"_s, bytes));
    QCOMPARE(codeOf(replaced), code);
    QCOMPARE(store->source(id)->bytes, QByteArray(oldText));
    QCOMPARE(highlightWords(workshop, id), u"deep sequel could"_s);
    QCOMPARE(codeOf(library::replaceTranscript(*store, EpisodeId{99}, workshop.write(u"b.txt"_s, newText))),
             QByteArray("EpisodeUnknown"));
}

void ReplacementTest::highlightMadeMeanwhileStopsIt()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    const auto words = *library::loadEpisode(*store, id);
    const auto fresh = *library::readNewTranscript(workshop.write(u"better.txt"_s, newText));
    const auto plan = library::planReplacement(words, fresh, QDateTime::currentDateTimeUtc());
    QVERIFY(library::addHighlight(*workshop.openStore(), id, {1, 2}, u"late"_s));
    QCOMPARE(codeOf(store->replaceTranscript(id, plan)), QByteArray("HighlightChangedElsewhere"));
    QCOMPARE(store->source(id)->bytes, QByteArray(oldText));
    QVERIFY(store->replacedSources(id)->empty());
    QCOMPARE(highlightWords(workshop, id), u"the company"_s);
}

// A window that has not heard of the other transcript yet.
void ReplacementTest::whatIsMadeInTheOldTextIsRefused()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    const auto old = *store->transcript(id);
    const auto times = *store->timings(id);
    QVERIFY(library::replaceTranscript(*store, id, workshop.write(u"better.txt"_s, newText)));
    const Highlight late =
        notes::makeHighlight(id, old, times, {4, 5}, notes::Mark::One, QDateTime::currentDateTimeUtc());
    QCOMPARE(codeOf(store->apply(notes::added(late), 0)), QByteArray("TranscriptReplaced"));
    QVERIFY(workshop.savedHighlights(id).empty());
    QCOMPARE(codeOf(store->apply(notes::added(late), 1)), QByteArray("none"));
}

void ReplacementTest::everyStepIsInTheLog()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    QVERIFY(library::addHighlight(*store, id, {15, 16}, u"gone"_s));
    const Highlight before = workshop.savedHighlights(id).front();
    QVERIFY(library::replaceTranscript(*store, id, workshop.write(u"better.txt"_s, newText)));
    const Highlight lost = workshop.savedHighlights(id).front();
    QVERIFY(lost.place == Place::Lost);
    QVERIFY(lost.selectors == before.selectors);
    // By hand.
    const notes::Edit placed =
        notes::placed(lost, *store->transcript(id), *store->timings(id), {1, 2}, QDateTime::currentDateTimeUtc());
    QVERIFY(store->apply(placed));
    QCOMPARE(highlightWords(workshop, id), u"the company"_s);
    QVERIFY(store->apply(placed.inverse()));
    QCOMPARE(highlightWords(workshop, id), u"lost: and cheap"_s);
}

void ReplacementTest::backAndForthFindsTheSameWords()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    QVERIFY(library::addHighlight(*store, id, {6, 8}, u""_s));
    const Highlight before = workshop.savedHighlights(id).front();
    QVERIFY(library::replaceTranscript(*store, id, workshop.write(u"better.txt"_s, newText)));
    QCOMPARE(highlightWords(workshop, id), u"could surprise everybody."_s);
    QVERIFY(library::replaceTranscript(*store, id, workshop.write(u"old.txt"_s, oldText)));
    const Highlight after = workshop.savedHighlights(id).front();
    QVERIFY(after.span == before.span);
    QCOMPARE(after.selectors.exact, before.selectors.exact);
    QCOMPARE(store->replacedSources(id)->size(), size_t(2));
}

void ReplacementTest::whatWasLostIsTriedAgain()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    QVERIFY(library::addHighlight(*store, id, {15, 16}, u"gone"_s)); // and cheap
    QVERIFY(library::replaceTranscript(*store, id, workshop.write(u"better.txt"_s, newText)));
    QCOMPARE(highlightWords(workshop, id), u"lost: and cheap"_s);
    const QString third =
        u"So, the company called DeepSeek could surprise us all. With a model that was small, and cheap!"_s;
    const auto replaced = library::replaceTranscript(*store, id, workshop.write(u"best.txt"_s, third.toUtf8()));
    QVERIFY2(replaced, codeOf(replaced).constData());
    QCOMPARE(highlightWords(workshop, id), u"and cheap!"_s);
    QCOMPARE(workshop.savedHighlights(id).front().note, u"gone"_s);
    QCOMPARE(replaced->found, 1);
    QCOMPARE(replaced->lost, 0);
    QVERIFY(store->problems()->empty());
}

// The same words at about the same time, but in another sentence.
void ReplacementTest::aLostWordNeedsItsNeighbours()
{
    const Workshop workshop;
    const EpisodeId id = workshop.importText(oldText);
    const auto store = workshop.openStore();
    QVERIFY(library::addHighlight(*store, id, {15, 16}, u""_s)); // and cheap
    QVERIFY(library::replaceTranscript(*store, id, workshop.write(u"better.txt"_s, newText)));
    const QString third =
        u"so the company called deep sequel could surprise everybody with bread that was fresh and cheap rolls"_s;
    const auto replaced = library::replaceTranscript(*store, id, workshop.write(u"other.txt"_s, third.toUtf8()));
    QVERIFY2(replaced, codeOf(replaced).constData());
    QCOMPARE(highlightWords(workshop, id), u"lost: and cheap"_s);
    QCOMPARE(replaced->lost, 0); // nothing more than before
}

QTEST_GUILESS_MAIN(ReplacementTest)
#include "test_replacement.moc"
