// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "reading/reading.h"

#include <QTest>

using namespace earmark;
using namespace earmark::reading;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tornTokensAreJoined_data();
    void tornTokensAreJoined();
    void whatIsNotCertainStaysApart_data();
    void whatIsNotCertainStaysApart();
    void joinedTokensKeepTheirOwnRanges();
    void sentencesEndWherePunctuationSays_data();
    void sentencesEndWherePunctuationSays();
    void pausesDivideRunOnText();
    void pausesInsideClausesDivideNothing();
    void paragraphsBeginAtTheLongestPauses();
    void estimatedTimesAreIgnored();
    void runOnSentencesAreOfReadableLength();
    void runOnSentencesEndWithWholeWords();
    void runOnParagraphsAreOfReadableLength();
    void cuesBelongToSentences_data();
    void cuesBelongToSentences();
    void speakersStandInTheMargin();
    void emptyTurnIsNotShown();
    void givenParagraphsStay();
    void nothingMakesAParagraphEndless_data();
    void nothingMakesAParagraphEndless();
    void quotesReadAsAPersonWouldWrite_data();
    void quotesReadAsAPersonWouldWrite();
    void positionsFindTheirTokens();
    void rangesOfSpans();
    void nothingComesOfNothing();

private:
    static Transcript parse(const QString &text) { return formats::parsePlainText(text).transcript; }
    static Reading readPlain(const QString &text) { return readOf(parse(text)); }
    static Reading readOf(const Transcript &transcript) { return read(transcript, estimateTimings(transcript, {})); }
    // "|" between sentences, "¶" between paragraphs.
    static QString divided(const Reading &reading)
    {
        QString text;
        size_t paragraph = 0;
        for (const TokenSpan &sentence : reading.sentences) {
            const bool starts =
                paragraph < reading.paragraphs.size() && reading.paragraphs[paragraph].span.first == sentence.first;
            if (!text.isEmpty())
                text += starts ? u" ¶ "_s : u" | "_s;
            paragraph += starts ? 1 : 0;
            const TextRange range = rangeOf(reading, sentence);
            text += QStringView(reading.text).mid(range.begin, range.end - range.begin);
        }
        return text;
    }
};

void TestReading::tornTokensAreJoined_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const QString &text, const QString &shown) {
        QTest::newRow(qPrintable(text)) << text << shown;
    };
    row(u"about $5. 5 million to train"_s, u"about $5.5 million to train"_s);
    row(u"the model $5.\n5 million might"_s, u"the model $5.5 million might"_s);
    row(u"it cost $5. 50 today"_s, u"it cost $5.50 today"_s);
    row(u"an initial $ 100 billion"_s, u"an initial $100 billion"_s);
    row(u"about € 3. 25 million"_s, u"about €3.25 million"_s);
    row(u"up 3. 5 % since"_s, u"up 3.5% since"_s);
    row(u"up 3. 5% since"_s, u"up 3.5% since"_s);
    row(u"up 3. 5 percent since"_s, u"up 3.5 percent since"_s);
    row(u"only 25 % of it"_s, u"only 25% of it"_s);
    row(u"some $1, 250 each"_s, u"some $1,250 each"_s);
    row(u"some 10, 000 people"_s, u"some 10,000 people"_s);
    row(u"at 1201 a. m. today"_s, u"at 1201 a.m. today"_s);
    row(u"in the U. S. today"_s, u"in the U.S. today"_s);
    row(u"from the U. S. A. today"_s, u"from the U.S.A. today"_s);
    row(u"with A. I. models"_s, u"with A.I. models"_s);
    row(u"a podcast . Now , as"_s, u"a podcast. Now, as"_s);
    row(u"what the [ __ ] is"_s, u"what the [__] is"_s);
    row(u"an open- Source model"_s, u"an open-Source model"_s);
    row(u"a self- driving car"_s, u"a self-driving car"_s);
    row(u"some twenty- five people"_s, u"some twenty-five people"_s);
    row(u"a 20- year plan"_s, u"a 20-year plan"_s);
    row(u"a state-owned or state- owned one"_s, u"a state-owned or state-owned one"_s);
    row(u"back in 20 25 we"_s, u"back in 2025 we"_s);
    row(u"in February 20 25, they"_s, u"in February 2025, they"_s);
    row(u"since 19 84."_s, u"since 1984."_s);
    row(u"at 10: 30 today"_s, u"at 10:30 today"_s);
    row(u"the 8: 15 a. m. train"_s, u"the 8:15 a.m. train"_s);
    row(u"only 0. 5 of it"_s, u"only 0.5 of it"_s);
    row(u"version 3. 5 is"_s, u"version 3.5 is"_s);
    row(u"Web 2. 0 was"_s, u"Web 2.0 was"_s);
    row(u"um 3, 5 Prozent mehr"_s, u"um 3,5 Prozent mehr"_s);
}

void TestReading::tornTokensAreJoined()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(readPlain(text).text, shown);
}

void TestReading::whatIsNotCertainStaysApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("two sentences") << u"it was 2019. 5 people came"_s;
    QTest::newRow("numbers in a row") << u"in 5. 5 people came"_s;
    QTest::newRow("year and share") << u"that was 2019. 5 percent came"_s;
    QTest::newRow("list") << u"rooms 3, 250 and 7"_s;
    QTest::newRow("initials") << u"said J. R. Smith"_s;
    QTest::newRow("an a that ends") << u"he got an A. Maria came"_s;
    QTest::newRow("dash") << u"say hello - Brian"_s;
    QTest::newRow("broken off") << u"I was- I mean it"_s;
    QTest::newRow("half a compound") << u"the pre- and post-war years"_s;
    QTest::newRow("two numbers") << u"in 20 25 people came"_s;
    QTest::newRow("counts") << u"between 20 25 and 30"_s;
    QTest::newRow("a score") << u"it was 20 25 then"_s;
    QTest::newRow("a list of steps") << u"step 3: 15 people came"_s;
    QTest::newRow("a verse is no clock") << u"at 3: 75 people"_s;
    QTest::newRow("rooms") << u"rooms 3, 5 and 7"_s;
    QTest::newRow("a cue between") << u"about $5. [Music] 5 million"_s;
}

void TestReading::whatIsNotCertainStaysApart()
{
    QFETCH(QString, text);
    QCOMPARE(readPlain(text).text.replace(u'\n', u' '), text);
}

void TestReading::joinedTokensKeepTheirOwnRanges()
{
    const Reading reading = readPlain(u"cost $5. 5 million"_s);
    QCOMPARE(reading.text, u"cost $5.5 million"_s);
    QCOMPARE(reading.tokenRanges[1], (TextRange{5, 8}));
    QCOMPARE(reading.tokenRanges[2], (TextRange{8, 9}));
    QCOMPARE(reading.tokenRanges[3], (TextRange{10, 17}));
}

void TestReading::sentencesEndWherePunctuationSays_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("marks", u"It is late. | Is it? | Yes! | Well…"_s);
    row("closing quotes", u"He said “go.” | She said \"no!\" | (They left.) | It rained."_s);
    row("titles", u"Then Mr. Smith met Dr. Jones. | They left."_s);
    row("abbreviations inside", u"In the U.S. Senate at 5 p.m. today they met. | It was late."_s);
    row("abbreviations at the end", u"They came to the U.S. | It was late at 5 p.m. | We left."_s);
    row("numbers", u"It rose 5. 5 percent. | That was in 2019. | The end."_s);
    row("quoted question goes on", u"“What?” he said. | “Go!” she cried."_s);
    row("ellipsis goes on", u"It was... well, late. | We left."_s);
    row("a number sign", u"It is No. 5 today. | Is it? | No. | It is not."_s);
    row("stops alone", u"It is late . | We left ."_s);
    row("Chinese", u"你好。 | 再见。"_s);
}

void TestReading::sentencesEndWherePunctuationSays()
{
    QFETCH(QString, text);
    const Reading reading = readPlain(QString(text).remove(u"| "_s));
    QCOMPARE(divided(reading), QString(text).replace(u" ."_s, u"."_s).replace(u"5. 5"_s, u"5.5"_s));
}

// Times decide where words do not: none of these is in any list.
void TestReading::pausesDivideRunOnText()
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += u"wort%1 "_s.arg(i);
    const Transcript transcript = parse(text);
    Timings timings;
    MediaTime at{};
    for (int i = 0; i < 60; ++i) {
        at += i % 12 == 0 ? 900ms : 40ms;
        timings.push_back({at, at + 250ms, 1, TimingOrigin::Aligned});
        at += 250ms;
    }
    const Reading reading = read(transcript, timings);
    QCOMPARE(reading.sentences.size(), size_t(5));
    for (size_t i = 0; i < 5; ++i)
        QCOMPARE(reading.sentences[i].first, TokenIndex(12 * i));
}

namespace {

QString runOn()
{
    return u"so the town had a small mill and the people who lived there were proud of it but nobody knew how old it "
           "was because the papers had been lost when the river came up now the story that my grandmother told was a "
           "different one and she said that the mill was built by two brothers who did not speak to each other I think "
           "they had quarrelled about the price of the stones and so each of them built a half you can still see the "
           "line in the wall if you go there today it runs from the roof down to the water and there is a door on each "
           "side of it so what happened then well the two halves never fitted and the wheel was always late on one "
           "side "
           "and then one night in the spring the river took the whole thing away "_s.repeated(4);
}

} // namespace

// Where the words are known, breath taken in the middle of a clause starts neither sentence nor
// paragraph.
void TestReading::pausesInsideClausesDivideNothing()
{
    const Transcript transcript = parse(runOn());
    const QStringList afterBreath{u"mill"_s, u"papers"_s, u"brothers"_s, u"price"_s,
                                  u"line"_s, u"halves"_s, u"wheel"_s};
    Timings timings;
    MediaTime at{};
    int breaths = 0;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const bool breath = afterBreath.contains(transcript.tokenText(i));
        breaths += breath ? 1 : 0;
        at += breath ? 700ms : 30ms;
        timings.push_back({at, at + 250ms, 1, TimingOrigin::Aligned});
        at += 250ms;
    }
    QVERIFY(breaths >= 28);
    const Reading reading = read(transcript, timings);
    for (const TokenSpan &sentence : reading.sentences) {
        const QString first = transcript.tokenText(sentence.first).toString();
        QVERIFY2(!afterBreath.contains(first), qPrintable(divided(reading)));
    }
}

// As where another person begins to speak; the words alone would rather have it elsewhere.
void TestReading::paragraphsBeginAtTheLongestPauses()
{
    const Transcript transcript = parse(runOn().repeated(4));
    std::vector<TokenIndex> starts;
    for (const TokenSpan &sentence : readOf(transcript).sentences)
        starts.push_back(sentence.first);
    std::vector<quint8> isLong(transcript.tokens.size());
    Timings timings;
    MediaTime at{};
    size_t sentence = 0;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const bool starting = sentence < starts.size() && starts[sentence] == i;
        sentence += starting ? 1 : 0;
        isLong[size_t(i)] = quint8(starting && sentence % 9 == 0);
        at += isLong[size_t(i)] != 0 ? 600ms : starting ? 100ms : i % 4 == 0 ? 50ms : 0ms;
        timings.push_back({at, at + 250ms, 1, TimingOrigin::Aligned});
        at += 250ms;
    }
    const Reading reading = read(transcript, timings);
    int usable = 0;
    int used = 0;
    for (size_t i = 0; i + 1 < reading.paragraphs.size(); ++i) {
        const TokenSpan span = reading.paragraphs[i].span;
        bool hasLong = false;
        for (TokenIndex place = span.first + 50; place <= std::min(span.first + 120, transcript.count() - 1); ++place)
            hasLong = hasLong || isLong[size_t(place)] != 0;
        usable += hasLong ? 1 : 0;
        used += hasLong && isLong[size_t(span.last) + 1] != 0 ? 1 : 0;
    }
    QVERIFY2(usable >= 8 && used >= usable - 1, qPrintable(u"%1 of %2"_s.arg(used).arg(usable)));
}

void TestReading::estimatedTimesAreIgnored()
{
    const Transcript transcript =
        parse(u"so we went there and it was late but nobody knew because we had said nothing "_s.repeated(9));
    Timings odd = estimateTimings(transcript, {});
    for (size_t i = 0; i < odd.size(); ++i)
        odd[i].end = odd[i].start + (i % 3 == 0 ? 1ms : 200ms);
    QCOMPARE(read(transcript, odd), readOf(transcript));
}

void TestReading::runOnSentencesAreOfReadableLength()
{
    const Reading reading = readPlain(runOn());
    int unusual = 0;
    for (const TokenSpan &sentence : reading.sentences)
        unusual += sentence.count() < 8 || sentence.count() > 30 ? 1 : 0;
    QVERIFY2(unusual * 10 <= int(reading.sentences.size()), qPrintable(divided(reading)));
}

void TestReading::runOnSentencesEndWithWholeWords()
{
    const Transcript transcript = parse(runOn());
    const Reading reading = readOf(transcript);
    const QStringList never{u"the"_s, u"a"_s,    u"of"_s, u"and"_s, u"to"_s,
                            u"in"_s,  u"that"_s, u"my"_s, u"was"_s, u"I"_s};
    for (const TokenSpan &sentence : reading.sentences) {
        const QString last = transcript.tokenText(sentence.last).toString();
        QVERIFY2(!never.contains(last), qPrintable(divided(reading)));
    }
}

void TestReading::runOnParagraphsAreOfReadableLength()
{
    const Reading reading = readPlain(runOn());
    for (size_t i = 0; i + 1 < reading.paragraphs.size(); ++i) {
        QVERIFY(reading.paragraphs[i].span.count() >= 50);
        QVERIFY(reading.paragraphs[i].span.count() <= 130);
    }
    QVERIFY(reading.paragraphs.size() >= 5);
}

void TestReading::cuesBelongToSentences_data()
{
    QTest::addColumn<QString>("text"); // as divided() gives it, without its marks what is read
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("before the last word", u"we had come to the [Music] river ¶ so let's begin with the story of the mill"_s);
    row("between two clauses", u"that was the story of the mill [Music] ¶ welcome to the show we are here"_s);
    row("several before the last word",
        u"and it sent them into a new [Music] [Laughter] gear ¶ we'll be right back after this"_s);
    row("several pieces", u"we had come to the [upbeat music] river ¶ so let's begin with the mill"_s);
    row("at both ends", u"[Music] welcome to the show we are here [Music]"_s);
    row("laughter between sentences", u"Nothing is down, okay? [laughter] | Oh, my. | It is all up."_s);
    row("laughter within one", u"Nothing is [laughter] down, okay? | It is all up."_s);
    row("before a loose stop", u"Nothing is down [laughter] . | It is all up."_s);
    row("one after another", u"[laughs] Nothing is down. [sighs] | It is all up. [laughs] [sighs] | So it is."_s);
}

void TestReading::cuesBelongToSentences()
{
    QFETCH(QString, text);
    QString source = text;
    source.remove(u"| "_s).remove(u"¶ "_s);
    QCOMPARE(divided(readPlain(source)), text);
}

void TestReading::speakersStandInTheMargin()
{
    const Transcript transcript =
        parse(u"ANNA: Hello there.\n\nBEN: Hi.\n\nBEN: And more.\n\n>> [laughs] Who is that?\n"_s);
    const Reading reading = readOf(transcript);
    QCOMPARE(reading.text, u"Hello there.\nHi.\nAnd more.\n[laughs] Who is that?"_s);
    QCOMPARE(reading.paragraphs.size(), size_t(4));
    QCOMPARE(reading.paragraphs[0].speaker, u"ANNA"_s);
    QCOMPARE(reading.paragraphs[1].speaker, u"BEN"_s);
    QVERIFY(reading.paragraphs[1].startsTurn);
    // The same person goes on.
    QCOMPARE(reading.paragraphs[2].speaker, QString());
    QVERIFY(!reading.paragraphs[2].startsTurn);
    QCOMPARE(reading.paragraphs[3].speaker, QString());
    QVERIFY(reading.paragraphs[3].startsTurn);
    QVERIFY(reading.tokenRanges[0].isEmpty());
    for (const TokenSpan &sentence : reading.sentences)
        QVERIFY(!rangeOf(reading, sentence).isEmpty());
}

void TestReading::emptyTurnIsNotShown()
{
    const Reading reading = readPlain(u"ANNA:\nBEN: Hi there.\nANNA:"_s);
    QCOMPARE(reading.text, u"Hi there."_s);
    QCOMPARE(reading.paragraphs.size(), size_t(1));
    QCOMPARE(reading.paragraphs[0].speaker, u"BEN"_s);
    QCOMPARE(readPlain(u"ANNA:"_s).paragraphs.size(), size_t(1));
}

void TestReading::givenParagraphsStay()
{
    const QString text = u"First one.\n\nSecond one. It has two.\n\nThird."_s;
    QCOMPARE(divided(readPlain(text)), u"First one. ¶ Second one. | It has two. ¶ Third."_s);
}

void TestReading::nothingMakesAParagraphEndless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("longest"); // characters
    const QString chinese = u"我们今天说的话很长而且没有空格"_s;
    QTest::newRow("cues over cues") << u"word [Music] "_s.repeated(2000) << 2000;
    QTest::newRow("cues alone after a word") << u"word "_s + u"[Music] "_s.repeated(2000) << 2000;
    QTest::newRow("long words") << (u"abcdefghij"_s.repeated(30) + u' ').repeated(100) << 2000;
    QTest::newRow("one word is too long alone") << u"a b c "_s + chinese.repeated(300) + u" d e f"_s << 4500;
    QTest::newRow("sentences and a long word")
        << u"One here. "_s.repeated(150) + chinese.repeated(300) + u" and on."_s << 4500;
    QTest::newRow("given and too long") << u"One.\n\n"_s + (chinese.repeated(10) + u' ').repeated(150) + u"\n\nTwo."_s
                                        << 2000;
    QTest::newRow("given and long") << u"One.\n\n"_s + (chinese.repeated(10) + u' ').repeated(100) + u"\n\nTwo."_s
                                    << 15100;
}

void TestReading::nothingMakesAParagraphEndless()
{
    QFETCH(QString, text);
    QFETCH(int, longest);
    const Reading reading = readPlain(text);
    int found = 0;
    for (const Paragraph &paragraph : reading.paragraphs) {
        QVERIFY(!paragraph.range.isEmpty());
        found = std::max(found, int(paragraph.range.end - paragraph.range.begin));
    }
    QVERIFY2(found <= longest && found > longest * 4 / 5, qPrintable(QString::number(found)));
}

void TestReading::quotesReadAsAPersonWouldWrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("torn number") << u"it cost $5. 5 million to train"_s << 1 << 4 << u"cost $5.5 million"_s;
    QTest::newRow("part of a torn number") << u"it cost $5. 5 million"_s << 3 << 4 << u"$5.5 million"_s;
    QTest::newRow("half a torn number") << u"it cost $5. 5 million"_s << 2 << 2 << u"$5.5"_s;
    QTest::newRow("cue inside") << u"this is the [Music] daily"_s << 0 << 4 << u"this is the daily"_s;
    QTest::newRow("cue at the ends") << u"[Music] hello there [upbeat music]"_s << 0 << 4 << u"hello there"_s;
    QTest::newRow("only cues") << u"so [Music] [Applause] yes"_s << 1 << 2 << u"[Music] [Applause]"_s;
    QTest::newRow("loose stop after a cue") << u"come in [Music] . Now"_s << 0 << 4 << u"come in. Now"_s;
    QTest::newRow("over paragraphs") << u"ANNA: One is here.\n\nBEN: Two."_s << 0 << 5 << u"One is here. Two."_s;
    QTest::newRow("only a label") << u"ANNA: One is here.\n\nBEN: Two."_s << 0 << 0 << QString();
    QTest::newRow("beyond the end") << u"one two"_s << 1 << 99 << u"two"_s;
}

void TestReading::quotesReadAsAPersonWouldWrite()
{
    QFETCH(QString, text);
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(QString, quoted);
    const Transcript transcript = parse(text);
    QCOMPARE(quote(readOf(transcript), transcript, {first, last}), quoted);
}

void TestReading::positionsFindTheirTokens()
{
    const Reading reading = readPlain(u"ANNA: One two.\n\nBEN: Three."_s);
    QCOMPARE(reading.text, u"One two.\nThree."_s);
    QCOMPARE(tokenAtPosition(reading, -5), std::optional<TokenIndex>(1));
    QCOMPARE(tokenAtPosition(reading, 0), std::optional<TokenIndex>(1));
    QCOMPARE(tokenAtPosition(reading, 3), std::optional<TokenIndex>(1)); // the space after it
    QCOMPARE(tokenAtPosition(reading, 4), std::optional<TokenIndex>(2));
    QCOMPARE(tokenAtPosition(reading, 8), std::optional<TokenIndex>(2)); // the paragraph's end
    QCOMPARE(tokenAtPosition(reading, 9), std::optional<TokenIndex>(4));
    QCOMPARE(tokenAtPosition(reading, 999), std::optional<TokenIndex>(4));
}

void TestReading::rangesOfSpans()
{
    const Reading reading = readPlain(u"ANNA: One two.\n\nBEN: Three."_s);
    QCOMPARE(rangeOf(reading, {0, 1}), (TextRange{0, 3}));
    QCOMPARE(rangeOf(reading, {2, 4}), (TextRange{4, 15}));
    QVERIFY(rangeOf(reading, {3, 3}).isEmpty());
    QCOMPARE(paragraphOf(reading, 3), size_t(1));
    QCOMPARE(sentenceOf(reading, 2), size_t(0));
    QCOMPARE(sentenceOf(reading, 4), size_t(1));
}

void TestReading::nothingComesOfNothing()
{
    const Reading reading = read({}, {});
    QVERIFY(reading.text.isEmpty());
    QVERIFY(reading.sentences.empty());
    QCOMPARE(tokenAtPosition(reading, 0), std::optional<TokenIndex>());
    QVERIFY(rangeOf(reading, {0, 0}).isEmpty());
    QCOMPARE(quote(reading, {}, {0, 3}), QString());
}

QTEST_GUILESS_MAIN(TestReading)
#include "test_reading.moc"
