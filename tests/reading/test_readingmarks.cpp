// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "reading/reading.h"
#include "reading/tinymodel.h"
#include "reading/tokenlines.h"

#include <QTest>

using namespace earmark;
using namespace earmark::reading;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;

// What a model adds to the text of a captioner.
class TestReadingMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void marksAndCapitalsAreShown_data();
    void marksAndCapitalsAreShown();
    void whatTheSourceHasStays_data();
    void whatTheSourceHasStays();
    void dotsOfAbbreviationsAreNoSentences_data();
    void dotsOfAbbreviationsAreNoSentences();
    void aFewMarksAreNoSentences();
    void whatIsCertainStaysTogether_data();
    void whatIsCertainStaysTogether();
    void wordsThatBelongTogetherDoSoEverywhere();
    void musicStandsOneWordTooEarly_data();
    void musicStandsOneWordTooEarly();
    void wordsAreSpeltAsElsewhereInTheText_data();
    void wordsAreSpeltAsElsewhereInTheText();
    void marksStandInTheirTokensRange();
    void pausesDecideWhereWordsDoNot();
    void pausesInsideACaptionAreNotKnown();
    void linesSayWhatIsShown();
    void aTornWordHasOneMark();

private:
    PunctuationModel m_model;
};

namespace {

Transcript parsed(const QString &text)
{
    return formats::parsePlainText(text).transcript;
}

Reading readWith(const PunctuationModel &model, const QString &text)
{
    const Transcript transcript = parsed(text);
    return read(transcript, estimateTimings(transcript, {}), model);
}

} // namespace

void TestReadingMarks::init()
{
    const auto model = PunctuationModel::load(modelThatKnows({u"we"_s, u"they"_s, u"thanks"_s}).bytes());
    QVERIFY(model);
    m_model = *model;
}

void TestReadingMarks::marksAndCapitalsAreShown_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("sentences") << u"so it was late we went to the river they had seen it"_s
                               << u"So it was late. We went to the river. They had seen it."_s;
    QTest::newRow("comma") << u"we went to the river but it was late"_s << u"We went to the river, but it was late."_s;
    QTest::newRow("question before the last sentence")
        << u"is that so why do you ask we do not know"_s << u"Is that so? Why do you ask. We do not know."_s;
    QTest::newRow("names") << u"we met ada at nasa and it was good"_s << u"We met Ada at NASA and it was good."_s;
    QTest::newRow("pronoun") << u"we think i'm late and so am i"_s << u"We think I'm late and so am I."_s;
    QTest::newRow("a cue between") << u"it was late [Music] we went to the river and then"_s
                                   << u"It was late. [Music]\nWe went to the river and then."_s;
    QTest::newRow("a cue one word too early") << u"it was very [Applause] late we went to the river"_s
                                              << u"It was very [Applause] late. We went to the river."_s;
    QTest::newRow("a torn number") << u"we paid $5. 5 million for it and they had it"_s
                                   << u"We paid $5.5 million for it and. They had it."_s;
    QTest::newRow("references to characters") << u"&quot;so it was late and we went to it &amp; ada"_s
                                              << u"&quot;So it was late and. We went to it &amp; Ada."_s;
    QTest::newRow("a lone dash") << u"it was late — we went to the river"_s << u"It was late — We went to the river."_s;
}

void TestReadingMarks::marksAndCapitalsAreShown()
{
    QFETCH(QString, source);
    QFETCH(QString, shown);
    QCOMPARE(readWith(m_model, source).text, shown);
}

void TestReadingMarks::whatTheSourceHasStays_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    const QString punctuated = u"It was late. we went to the river, they had seen it! Thanks."_s;
    QTest::newRow("a punctuated text") << punctuated << punctuated;
    QTest::newRow("names written with capitals")
        << u"from the New York Times we met ada and it was good that we went"_s
        << u"From the New York Times. We met ada and it was good that. We went."_s;
    QTest::newRow("a comma of its own") << u"it was late, we went to the river and so they had it for a while and now "
                                           u"it is the end of that and of this and of the rest"_s
                                        << u"It was late, We went to the river and so. They had it for a while and now "
                                           u"it is the end of that and of this and of the rest."_s;
    QTest::newRow("another language") << u"heute gehen wir zum Fluss und they sagen nichts dazu weil thanks"_s
                                      << u"heute gehen wir zum Fluss und they sagen nichts dazu weil thanks"_s;
}

void TestReadingMarks::whatTheSourceHasStays()
{
    QFETCH(QString, source);
    QFETCH(QString, shown);
    QCOMPARE(readWith(m_model, source).text.replace(u'\n', u' '), shown);
}

void TestReadingMarks::dotsOfAbbreviationsAreNoSentences_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a time of day") << u"so it was 5 a.m. and we went to the office"_s
                                   << u"So it was 5 a.m. and. We went to the office."_s;
    QTest::newRow("before the pronoun") << u"so it was 5 a.m. I think and we went to the office"_s
                                        << u"So it was 5 a.m. I think and. We went to the office."_s;
    QTest::newRow("a title") << u"so it was Dr. Smith and we went to the U.S. with it"_s
                             << u"So it was Dr. Smith and. We went to the U.S. with it."_s;
    QTest::newRow("torn") << u"so it was $5. 5 million at 9 a. m. in the U. S. and 3. 5 % and we had it"_s
                          << u"So it was $5.5 million at 9 a.m. in the U.S. and 3.5% and. We had it."_s;
    QTest::newRow("at the end") << u"so it was late and we went to the U.S."_s
                                << u"So it was late and. We went to the U.S."_s;
    QTest::newRow("in small letters") << u"so it was the u.s. at 5 p.m. and we had it"_s
                                      << u"So it was the U.S. at 5 p.m. and. We had it."_s;
    // A source's own sentences stay, however few they are.
    for (const QString &own :
         {u"So it was 5 a.m. and we went. They had it for all of the day and it was good and so was that."_s,
          u"So it was the U.S. and we had it and it was good for all of the day and so was that, we thought."_s,
          u"Oh no. They had it and we went."_s, u"Is that so? Why do they ask?"_s})
        QTest::newRow(qPrintable(u"punctuated: "_s + own)) << own << own;
}

void TestReadingMarks::dotsOfAbbreviationsAreNoSentences()
{
    QFETCH(QString, source);
    QFETCH(QString, shown);
    QCOMPARE(readWith(m_model, source).text, shown);
}

// As in captions that write "really?" and "Yahoo!" and nothing else.
void TestReadingMarks::aFewMarksAreNoSentences()
{
    const QString rest = u" it was and it was"_s.repeated(6) + u" they had it"_s;
    const QString questions = (u"and really?"_s + rest + u' ').repeated(30).trimmed();
    QVERIFY(readWith(m_model, questions).text.contains(u"was. They had it"));
    const QString once = u"and so."_s + rest;
    QVERIFY(readWith(m_model, once).text.contains(u"was. They had it"));
    const QString sentences = (u"and so."_s + rest + u' ').repeated(30).trimmed();
    QVERIFY(!readWith(m_model, sentences).text.contains(u"was. They had it"));
}

// The model would end a sentence before each month, unit and ordinal.
void TestReadingMarks::whatIsCertainStaysTogether_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a date") << u"so it was Monday February 3rd and then it was over"_s
                            << u"So it was Monday, February 3rd and then it was over."_s;
    QTest::newRow("a date with a cue inside") << u"so it was Monday February [Music] 3rd and then it was"_s
                                              << u"So it was Monday, February [Music] 3rd and then it was."_s;
    QTest::newRow("a day before what is no month")
        << u"so it was on Sunday may it be so"_s << u"So it was on Sunday. May it be so."_s;
    QTest::newRow("a month that is none")
        << u"so it was in the February of that"_s << u"So it was in the. February of that."_s;
    const QString rest = u" it was and it was"_s.repeated(9); // or the dots would be punctuation
    QTest::newRow("the time of day") << u"so it was at 1201 a. m. and it was over"_s + rest
                                     << u"So it was at 1201 a.m. and it was over"_s + rest + u'.';
    QTest::newRow("what counts a number") << u"so it was 25 percent of it and $80 billion of that"_s
                                          << u"So it was 25 percent of it and $80 billion of that."_s;
    QTest::newRow("what counts nothing") << u"so it was the percent of it"_s << u"So it was the. Percent of it."_s;
}

void TestReadingMarks::whatIsCertainStaysTogether()
{
    QFETCH(QString, source);
    QFETCH(QString, shown);
    const auto model = PunctuationModel::load(
        modelThatKnows({u"february"_s, u"000"_s, u"a"_s, u"percent"_s, u"billion"_s, u"3rd"_s, u"may"_s}).bytes());
    QVERIFY(model);
    QCOMPARE(readWith(*model, source).text, shown);
}

void TestReadingMarks::wordsThatBelongTogetherDoSoEverywhere()
{
    // Sentences begin with "gpt", but not before "gpt now".
    TinyModel tiny = modelThatKnows({u"gpt"_s, u"now"_s});
    tiny.first.weight(TinyModel::width / 2 + 2, 0, 5) = 1;
    tiny.answer.weight(0, 5, 2) = -48;
    const auto model = PunctuationModel::load(tiny.bytes());
    QVERIFY(model);
    QCOMPARE(readWith(*model, u"so it was chat gpt is that"_s).text, u"So it was chat. Gpt is that."_s);
    QCOMPARE(readWith(*model, u"so it was chat gpt is that and it was Chat gpt now it is"_s).text,
             u"So it was chat gpt is that and it was Chat gpt. Now it is."_s);
}

void TestReadingMarks::musicStandsOneWordTooEarly_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("after what cannot be an end")
        << u"so it was the [Music] daily and then it was"_s << u"So it was the [Music] daily.\nAnd then it was."_s;
    QTest::newRow("after what may be one")
        << u"so it was it [Music] daily and then it was"_s << u"So it was it [Music] daily and then it was."_s;
    QTest::newRow("laughter, which interrupts")
        << u"so it was the [Laughter] daily and then it was"_s << u"So it was the [Laughter] daily and then it was."_s;
}

// The model rather sees no end after "daily" and any other word, and is sure that "the" is none.
void TestReadingMarks::musicStandsOneWordTooEarly()
{
    QFETCH(QString, source);
    QFETCH(QString, shown);
    TinyModel tiny = modelThatKnows({u"the"_s});
    tiny.table[0] = 0;
    tiny.table[5] = 1;
    tiny.first.weight(TinyModel::width / 2, 5, 5) = 1;
    tiny.answer.weight(0, 5, 2) = -48;
    tiny.answer.biases[2] = 7;
    const auto model = PunctuationModel::load(tiny.bytes());
    QVERIFY(model);
    QCOMPARE(readWith(*model, source).text, shown);
}

void TestReadingMarks::wordsAreSpeltAsElsewhereInTheText_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("shown");
    QTest::newRow("an abbreviation") << u"so AI is AI and it was AI or AI but Ai was AI"_s
                                     << u"So AI is AI and it was AI or AI, but AI was AI."_s;
    QTest::newRow("a word that is none") << u"so it is IT and IT and IT and it was it and it was"_s
                                         << u"So it is IT and IT and IT and it was it and it was."_s;
    QTest::newRow("a country") << u"so in the us it was the US and let us go"_s
                               << u"So in the US it was the US and let us go."_s;
    QTest::newRow("a torn compound") << u"so it was open source and it was open- Source and that"_s
                                     << u"So it was open source and it was open-source and that."_s;
    QTest::newRow("a torn compound with a name") << u"so it was the source and it was pre- Christmas and that"_s
                                                 << u"So it was the source and it was pre-Christmas and that."_s;
}

void TestReadingMarks::wordsAreSpeltAsElsewhereInTheText()
{
    QFETCH(QString, source);
    QFETCH(QString, shown);
    QCOMPARE(readWith(m_model, source).text, shown);
}

void TestReadingMarks::marksStandInTheirTokensRange()
{
    const Reading reading = readWith(m_model, u"it was late we went"_s);
    QCOMPARE(reading.text, u"It was late. We went."_s);
    QCOMPARE(reading.tokenRanges, (std::vector<TextRange>{{0, 2}, {3, 6}, {7, 12}, {13, 15}, {16, 21}}));
    QCOMPARE(reading.sentences, (std::vector<TokenSpan>{{0, 2}, {3, 4}}));
    QCOMPARE(tokenAtPosition(reading, 11), std::optional<TokenIndex>(2));
}

// Every fifth word is followed by half a second; the words say nothing about where sentences end.
void TestReadingMarks::pausesDecideWhereWordsDoNot()
{
    TinyModel tiny = modelThatKnows({u"we"_s});
    tiny.answer.biases[2] = 6.5F; // a full stop anywhere, at odds of about one to five
    const auto model = PunctuationModel::load(tiny.bytes());
    QVERIFY(model);
    QStringList words;
    for (int i = 0; i < 200; ++i)
        words.append(i % 2 == 0 ? u"it"_s : u"was"_s);
    const Transcript transcript = parsed(words.join(u' '));
    Timings timings;
    MediaTime at{};
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        timings.push_back({at, at + MediaTime(200), 1, TimingOrigin::Aligned});
        at += MediaTime(i % 5 == 4 ? 700 : 205);
    }
    const Reading reading = read(transcript, timings, *model);
    QCOMPARE(reading.sentences.size(), size_t(40));
    for (const TokenSpan &sentence : reading.sentences)
        QCOMPARE(sentence.last % 5, 4);
}

void TestReadingMarks::pausesInsideACaptionAreNotKnown()
{
    const Transcript transcript = parsed(u"so it was late we went to the river they had seen it"_s);
    Timings timings(transcript.tokens.size());
    for (size_t i = 0; i < timings.size(); ++i)
        timings[i] = {MediaTime(qint64(i) * 200), MediaTime(qint64(i + 1) * 200), 0.5F, TimingOrigin::Interpolated};
    QCOMPARE(read(transcript, timings, m_model), readWith(m_model, transcript.text));
}

void TestReadingMarks::linesSayWhatIsShown()
{
    const Transcript transcript =
        parsed(u">> it was late [Music] they met ada at nasa but it was good why do you ask"_s);
    const std::vector<TokenLine> lines =
        tokenLines(read(transcript, estimateTimings(transcript, {}), m_model), transcript);
    QString text;
    for (const TokenLine &line : lines)
        text += u"%1%2%3%4 "_s.arg(QLatin1Char(line.mark))
                    .arg(QLatin1Char(line.casing))
                    .arg(int(line.startsParagraph))
                    .arg(int(line.startsTurn));
    QCOMPARE(lines.size(), transcript.tokens.size());
    QCOMPARE(text.trimmed(),
             u"Nl11 NC00 Nl00 .l00 Nl00 NC10 Nl00 NC00 Nl00 ,U00 Nl00 Nl00 Nl00 ?l00 NC00 Nl00 Nl00 .l00"_s);
}

void TestReadingMarks::aTornWordHasOneMark()
{
    const Transcript transcript =
        parsed(u"it was $5. 5 million and 3. 5 % of it at 9 a. m. in open- Source we went on. [Music] so"_s);
    const std::vector<TokenLine> lines =
        tokenLines(read(transcript, estimateTimings(transcript, {}), m_model), transcript);
    QString marks;
    for (const TokenLine &line : lines)
        marks += QLatin1Char(line.mark);
    QCOMPARE(marks, u"NNNNNNNNNNNNNN.NN.NN.N."_s);
}

QTEST_GUILESS_MAIN(TestReadingMarks)
#include "test_readingmarks.moc"
