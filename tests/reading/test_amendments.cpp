// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "reading/rewriting.h"
#include "reading/tinymodel.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace earmark;
using namespace earmark::reading;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'778'000'000'000).toUTC();

Transcript parsed(const QString &text)
{
    return formats::parsePlainText(text).transcript;
}

Amendment amendment(AmendmentKind kind, const Transcript &transcript, TokenSpan span, const QString &text,
                    Marks marks = Marks::Model)
{
    Amendment made = makeAmendment(kind, transcript, span, text, now);
    made.marks = marks;
    return made;
}

std::vector<Amendment> ordered(std::vector<Amendment> amendments)
{
    std::ranges::sort(amendments, comesBefore);
    return amendments;
}

// Each paragraph on a line: "# heading", "SPEAKER: " and the text.
QString described(const Reading &reading)
{
    QStringList lines;
    for (const Paragraph &paragraph : reading.paragraphs) {
        if (!paragraph.heading.isEmpty())
            lines.append(u"# "_s + paragraph.heading);
        const QString who = paragraph.startsTurn ? paragraph.speaker + u": "_s : QString();
        lines.append(who + reading.text.mid(paragraph.range.begin, paragraph.range.end - paragraph.range.begin));
    }
    return lines.join(u'\n');
}

QString shown(const Reading &reading, TokenIndex token)
{
    const TextRange range = reading.tokenRanges[size_t(token)];
    return reading.text.mid(range.begin, range.end - range.begin);
}

PunctuationModel someModel()
{
    return *PunctuationModel::load(modelThatKnows({u"we"_s, u"they"_s, u"late"_s, u"river"_s, u"okay"_s}).bytes());
}

} // namespace

// What a reader says of the text, over what the source says.
class TestAmendments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreGivenToTokensInTheirOrder_data();
    void wordsAreGivenToTokensInTheirOrder();
    void marksFollowACorrection_data();
    void marksFollowACorrection();
    void aStopTakenAwayJoinsTheSentences_data();
    void aStopTakenAwayJoinsTheSentences();
    void turnsAndHeadings_data();
    void turnsAndHeadings();
    void aChapterStandsAtTheNearestParagraph();
    void whatDoesNotFitCountsForNothing();
    void promisesHold_data();
    void promisesHold();
    void aStepTurnedRoundGivesTheSame();
    void onlyWhatDiffersIsRewritten_data();
    void onlyWhatDiffersIsRewritten();
    void rewritingSaysWhatWasTyped();
};

void TestAmendments::wordsAreGivenToTokensInTheirOrder_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tokens");
    QTest::newRow("as many") << 2 << 3 << u"deep seek"_s << QStringList{u"deep"_s, u"seek"_s};
    QTest::newRow("fewer") << 2 << 3 << u"DeepSeek"_s << QStringList{u"DeepSeek"_s, {}};
    QTest::newRow("more") << 2 << 2 << u"Deep Seek  now"_s << QStringList{u"Deep Seek now"_s};
    QTest::newRow("more for the last") << 2 << 3 << u"a b c d"_s << QStringList{u"a"_s, u"b c d"_s};
    QTest::newRow("left out") << 2 << 3 << QString() << QStringList{{}, {}};
}

void TestAmendments::wordsAreGivenToTokensInTheirOrder()
{
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(QString, text);
    QFETCH(QStringList, tokens);
    const Transcript transcript = parsed(u"it was deep sequel that came"_s);
    const Reading reading = read(transcript, estimateTimings(transcript, {}), {},
                                 {amendment(AmendmentKind::Correction, transcript, {first, last}, text)});
    for (int i = first; i <= last; ++i)
        QCOMPARE(shown(reading, i), tokens[i - first]);
    const QString middle = tokens.join(u' ').simplified();
    QCOMPARE(reading.text,
             first == last ? u"it was %1 sequel that came"_s.arg(middle)
                           : u"it was %1 that came"_s.arg(middle).simplified());
    for (int i = first; i <= last; ++i) {
        // What is not shown is found at the word before it.
        if (!shown(reading, i).isEmpty())
            QCOMPARE(tokenAtPosition(reading, reading.tokenRanges[size_t(i)].begin), i);
    }
    QCOMPARE(quote(reading, transcript, {0, 5}), reading.text);
}

void TestAmendments::marksFollowACorrection_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("marks");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, int first, int last, const char16_t *text, Marks marks,
                        const char16_t *expected) {
        QTest::newRow(name) << first << last << QString::fromUtf16(text) << int(marks) << QString::fromUtf16(expected);
    };
    using enum Marks;
    row("nothing", 1, 1, u"came", Model, u"We came late. They saw the river.");
    row("the last word", 2, 2, u"soon", Model, u"We came soon. They saw the river.");
    row("with a mark of its own", 2, 2, u"soon!", Model, u"We came soon! They saw the river.");
    row("to the letter", 2, 2, u"soon", Own, u"We came soon they saw the river.");
    row("a stop in a quotation", 2, 2, u"“soon.”", Own, u"We came “soon.” They saw the river.");
    row("the first word", 3, 3, u"people", Model, u"We came late. People saw the river.");
    row("with a capital inside", 3, 3, u"iPeople", Model, u"We came late. iPeople saw the river.");
    row("without one, as it was written", 3, 3, u"people", Own, u"We came late. people saw the river.");
    row("over a border", 2, 3, u"early and people", Model, u"We came early and people saw the river.");
    row("over a border that stays", 2, 3, u"early. Others", Own, u"We came early. Others saw the river.");
    row("left out at the end", 2, 2, u"", Model, u"We came. They saw the river.");
    row("left out at the start", 3, 3, u"", Model, u"We came late. Saw the river.");
    row("a whole sentence left out", 0, 2, u"", Model, u"They saw the river.");
}

void TestAmendments::marksFollowACorrection()
{
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(QString, text);
    QFETCH(int, marks);
    QFETCH(QString, expected);
    const Transcript transcript = parsed(u"we came late they saw the river"_s);
    Division division = divide(transcript, estimateTimings(transcript, {}), someModel());
    // As a model would judge that knows more than the tiny one.
    division.isJudged = true;
    for (quint16 &traits : division.traits)
        traits = Division::Letters;
    division.traits[0] |= Division::ParagraphStart;
    division.traits[3] |= Division::SentenceStart;
    const Reading reading = compose(
        transcript, division, {amendment(AmendmentKind::Correction, transcript, {first, last}, text, Marks(marks))});
    QCOMPARE(reading.text, expected);
}

void TestAmendments::aStopTakenAwayJoinsTheSentences_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("text"); // of the third word
    QTest::addColumn<int>("marks");
    QTest::addColumn<int>("sentences");
    const QString judged = u"okay it was we came"_s;
    const QString own = u"So it was. We came too. It was late."_s;
    QTest::newRow("the model's") << judged << u"was"_s << int(Marks::Own) << 1;
    QTest::newRow("another word with the model's") << judged << u"is"_s << int(Marks::Model) << 2;
    QTest::newRow("another stop") << judged << u"was?"_s << int(Marks::Own) << 2;
    QTest::newRow("before laughter") << u"okay it was [Laughter] we came"_s << u"was"_s << int(Marks::Own) << 1;
    QTest::newRow("before another person") << u"okay it was >> we came"_s << u"was"_s << int(Marks::Own) << 2;
    QTest::newRow("the source's") << own << u"was"_s << int(Marks::Model) << 2;
    QTest::newRow("the source's, written again") << own << u"is."_s << int(Marks::Model) << 3;
}

void TestAmendments::aStopTakenAwayJoinsTheSentences()
{
    QFETCH(QString, source);
    QFETCH(QString, text);
    QFETCH(int, marks);
    QFETCH(int, sentences);
    const Transcript transcript = parsed(source);
    const auto reading = [&](const std::vector<Amendment> &amendments) {
        return read(transcript, estimateTimings(transcript, {}), someModel(), amendments);
    };
    QVERIFY(int(reading({}).sentences.size()) >= sentences);
    const Reading corrected = reading({amendment(AmendmentKind::Correction, transcript, {2, 2}, text, Marks(marks))});
    QCOMPARE(int(corrected.sentences.size()), sentences);
    QCOMPARE(corrected.text.contains(u"We"), sentences > 1);
}

void TestAmendments::turnsAndHeadings_data()
{
    QTest::addColumn<std::vector<Amendment>>("amendments");
    QTest::addColumn<QString>("expected");
    // 0 ANNA: 1 We 2 came. 3 So 4 late. 5 BEN: 6 They 7 did. 8 ANNA: 9 Yes.
    const Transcript transcript = parsed(u"ANNA: We came. So late.\n\nBEN: They did.\n\nANNA: Yes."_s);
    const auto row = [&](const char *name, const std::vector<std::tuple<AmendmentKind, int, const char16_t *>> &said,
                         const char16_t *expected) {
        std::vector<Amendment> amendments;
        for (const auto &[kind, token, text] : said)
            amendments.push_back(amendment(kind, transcript, {token, token}, QString::fromUtf16(text)));
        QTest::newRow(name) << ordered(amendments) << QString::fromUtf16(expected);
    };
    using enum AmendmentKind;
    row("nothing", {}, u"ANNA: We came. So late.\nBEN: They did.\nANNA: Yes.");
    row("somebody in between", {{Turn, 3, u"CARL"}}, u"ANNA: We came.\nCARL: So late.\nBEN: They did.\nANNA: Yes.");
    row("somebody unknown", {{Turn, 3, u""}}, u"ANNA: We came.\n: So late.\nBEN: They did.\nANNA: Yes.");
    row("the same person goes on", {{Turn, 3, u"ANNA"}}, u"ANNA: We came.\nSo late.\nBEN: They did.\nANNA: Yes.");
    row("another name for one turn", {{Turn, 5, u"ANNA"}}, u"ANNA: We came. So late.\nThey did.\nYes.");
    row("at the word itself", {{Turn, 6, u"CARL"}}, u"ANNA: We came. So late.\nCARL: They did.\nANNA: Yes.");
    row("joined", {{Join, 5, u""}}, u"ANNA: We came. So late. They did.\nYes.");
    row("everywhere", {{Person, 0, u"Anna K."}}, u"Anna K.: We came. So late.\nBEN: They did.\nAnna K.: Yes.");
    row("two are one", {{Person, 0, u"Bob"}, {Person, 5, u"Bob"}}, u"Bob: We came. So late.\nThey did.\nYes.");
    row("heading", {{Heading, 5, u"The others"}}, u"ANNA: We came. So late.\n# The others\nBEN: They did.\nANNA: Yes.");
    row("heading in a paragraph", {{Heading, 3, u"Late"}},
        u"ANNA: We came.\n# Late\nSo late.\nBEN: They did.\nANNA: Yes.");
    row("heading and turn", {{Heading, 3, u"Late"}, {Turn, 3, u"CARL"}},
        u"ANNA: We came.\n# Late\nCARL: So late.\nBEN: They did.\nANNA: Yes.");
    row("a turn left out goes to nobody", {{Correction, 9, u""}}, u"ANNA: We came. So late.\nBEN: They did.");
}

void TestAmendments::turnsAndHeadings()
{
    QFETCH(std::vector<Amendment>, amendments);
    QFETCH(QString, expected);
    const Transcript transcript = parsed(u"ANNA: We came. So late.\n\nBEN: They did.\n\nANNA: Yes."_s);
    QCOMPARE(transcript.count(), 10);
    const Reading reading = read(transcript, estimateTimings(transcript, {}), {}, amendments);
    QCOMPARE(described(reading), expected);
    for (const Paragraph &paragraph : reading.paragraphs)
        QVERIFY(!reading.text.contains(u'#') && !paragraph.range.isEmpty());
}

void TestAmendments::aChapterStandsAtTheNearestParagraph()
{
    const Transcript transcript = parsed(u"One two three.\n\nFour five six.\n\nSeven eight nine."_s);
    const Division division = divide(transcript, estimateTimings(transcript, {}));
    const std::vector<Heading> chapters{{0, u"Start"_s}, {2, u"Middle"_s}, {3, u"Also"_s}, {7, u"End"_s}};
    QCOMPARE(described(compose(transcript, division, {}, chapters)),
             u"# Start\nOne two three.\n# Middle · Also\nFour five six.\n# End\nSeven eight nine."_s);
    const std::vector<Amendment> own = ordered({amendment(AmendmentKind::Heading, transcript, {3, 3}, u"Mine"_s),
                                                amendment(AmendmentKind::Heading, transcript, {6, 6}, {})});
    QCOMPARE(described(compose(transcript, division, own, chapters)),
             u"# Start\nOne two three.\n# Mine\nFour five six.\nSeven eight nine."_s);
}

void TestAmendments::whatDoesNotFitCountsForNothing()
{
    const Transcript transcript = parsed(u"One two three."_s);
    const Division division = divide(transcript, estimateTimings(transcript, {}));
    Amendment lost = amendment(AmendmentKind::Correction, transcript, {0, 0}, u"lost"_s);
    lost.place = AmendmentPlace::Lost;
    Amendment outside = amendment(AmendmentKind::Turn, transcript, {0, 0}, u"ANNA"_s);
    outside.span = {7, 7};
    Amendment turned = amendment(AmendmentKind::Correction, transcript, {0, 0}, u"turned"_s);
    turned.span = {2, 1};
    QCOMPARE(compose(transcript, division, ordered({lost, outside, turned})), compose(transcript, division));
    const std::vector<Amendment> clash =
        ordered({amendment(AmendmentKind::Correction, transcript, {0, 1}, u"first"_s),
                 amendment(AmendmentKind::Correction, transcript, {1, 2}, u"second"_s)});
    QCOMPARE(compose(transcript, division, clash).text, u"first three."_s);
    QCOMPARE(compose(transcript, Division{}, {}).text, QString());
}

namespace {

QString randomText(QRandomGenerator &random, int pieces)
{
    static const QStringList words{u"the"_s,   u"and"_s, u"we"_s,       u"$5."_s,     u"5"_s,  u"million"_s,
                                   u"late."_s, u"Mr."_s, u"What?"_s,    u"[Music]"_s, u">>"_s, u"ANNA:"_s,
                                   u"Ben:"_s,  u"a."_s,  u"m."_s,       u"Grüße"_s,   u"𝒳𝒴"_s, u"it's"_s,
                                   u"okay"_s,  u"."_s,   u"(laughs)"_s, u"river"_s,   u"—"_s,  u"they"_s};
    QString text;
    const bool wrapped = random.bounded(2) == 0;
    for (int i = 0; i < pieces; ++i) {
        text += words[random.bounded(int(words.size()))];
        text += wrapped && random.bounded(5) == 0 ? u"\n\n"_s : u" "_s;
    }
    return text;
}

std::vector<Amendment> randomAmendments(QRandomGenerator &random, const Transcript &transcript)
{
    static const QStringList texts{QString(),  u"one"_s, u"One two"_s,  u"a b c d e"_s,
                                   u"ends."_s, u"𝒳"_s,   u"so. Then"_s, u"- "_s};
    std::vector<Amendment> amendments;
    for (int i = random.bounded(12); i > 0; --i) {
        const auto kind = AmendmentKind(1 + random.bounded(5));
        const TokenIndex first = random.bounded(transcript.count());
        const TokenIndex last = std::min(first + random.bounded(4), transcript.count() - 1);
        const Amendment made = amendment(kind, transcript, {first, last}, texts[random.bounded(int(texts.size()))],
                                         Marks(1 + random.bounded(2)));
        if (std::ranges::none_of(amendments, [&](const Amendment &other) { return excludes(other, made); }))
            amendments.push_back(made);
    }
    return ordered(std::move(amendments));
}

// The first promise that is broken.
QString broken(const Reading &reading, const Reading &source, const Transcript &transcript,
               const std::vector<Amendment> &amendments)
{
    if (reading.tokenRanges.size() != transcript.tokens.size())
        return u"not a range for each token"_s;
    const auto isCorrected = [&](TokenIndex token) {
        return std::ranges::any_of(amendments, [&](const Amendment &each) {
            return each.kind == AmendmentKind::Correction && each.span.contains(token);
        });
    };
    const bool anyMoved =
        std::ranges::any_of(amendments, [](const Amendment &each) { return each.kind != AmendmentKind::Person; });
    qint32 reached = 0;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const TextRange range = reading.tokenRanges[size_t(i)];
        if (range.begin < reached || range.end < range.begin || range.end > reading.text.size())
            return u"ranges do not rise"_s;
        const QStringView between = QStringView(reading.text).mid(reached, range.begin - reached);
        if (between.size() > 1 || (between.size() == 1 && between[0] != u' ' && between[0] != u'\n'))
            return u"something stands between two tokens"_s;
        const QString word = shown(reading, i);
        const bool isLabel = transcript.tokens[size_t(i)].kind == TokenKind::Speaker;
        if (!isCorrected(i)) {
            if (isLabel != word.isEmpty())
                return u"a label is shown, or a word is not"_s;
            if (!isLabel && !word.startsWith(transcript.tokenText(i), Qt::CaseInsensitive))
                return u"a word that nobody corrected is another"_s;
            if (!anyMoved && word != shown(source, i))
                return u"a word changed with a name"_s;
        }
        for (qint32 at = range.begin; at < range.end; ++at) {
            if (tokenAtPosition(reading, at) != i)
                return u"a position leads to another token"_s;
        }
        if (!range.isEmpty() && rangeOf(reading, {i, i}) != range)
            return u"a token leads to another place"_s;
        if (!reading.sentences[sentenceOf(reading, i)].contains(i)
            || !reading.paragraphs[paragraphOf(reading, i)].span.contains(i))
            return u"a token is not in its sentence or paragraph"_s;
        reached = range.end;
    }
    if (reached != reading.text.size())
        return u"something stands after the last token"_s;
    TokenIndex next = 0;
    for (const TokenSpan &sentence : reading.sentences) {
        if (sentence.first != next || sentence.last < sentence.first
            || paragraphOf(reading, sentence.first) != paragraphOf(reading, sentence.last))
            return u"sentences leave a gap or cross a paragraph"_s;
        next = sentence.last + 1;
    }
    TokenIndex start = 0;
    for (const Paragraph &paragraph : reading.paragraphs) {
        if (paragraph.span.first != start || rangeOf(reading, paragraph.span) != paragraph.range)
            return u"a paragraph is not its tokens"_s;
        if (paragraph.range.isEmpty() && !reading.text.isEmpty())
            return u"a paragraph is empty"_s;
        start = paragraph.span.last + 1;
    }
    return next == transcript.count() && start == transcript.count() ? QString() : u"the end is missing"_s;
}

} // namespace

void TestAmendments::promisesHold_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 400; ++seed)
        QTest::addRow("random %u", seed) << seed;
}

void TestAmendments::promisesHold()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const Transcript transcript = parsed(randomText(random, 1 + random.bounded(120)));
    const Timings timings = estimateTimings(transcript, {});
    for (const PunctuationModel &model : {PunctuationModel{}, someModel()}) {
        const Division division = divide(transcript, timings, model);
        const Reading source = compose(transcript, division);
        QCOMPARE(source, read(transcript, timings, model));
        const std::vector<Amendment> amendments = randomAmendments(random, transcript);
        const Reading reading = compose(transcript, division, amendments);
        QCOMPARE(broken(reading, source, transcript, amendments), QString());
        // A correction is shown to the letter, but for a capital and a mark at its end.
        for (const Amendment &each : amendments) {
            if (each.kind != AmendmentKind::Correction)
                continue;
            QString words;
            for (TokenIndex i = each.span.first; i <= each.span.last; ++i) {
                if (transcript.tokens[size_t(i)].kind != TokenKind::Speaker)
                    words += shown(reading, i);
            }
            const bool anyShown = std::ranges::any_of(
                transcript.tokens.begin() + each.span.first, transcript.tokens.begin() + each.span.last + 1,
                [](const Token &token) { return token.kind != TokenKind::Speaker; });
            const QString text = QString(each.text).remove(u' ');
            if (anyShown)
                QVERIFY2(words.remove(u' ').startsWith(text, Qt::CaseInsensitive), qPrintable(words + u'/' + text));
            QVERIFY(each.marks == Marks::Model || !anyShown || words == text);
        }
        QCOMPARE(compose(transcript, division), source);
    }
}

void TestAmendments::aStepTurnedRoundGivesTheSame()
{
    for (quint32 seed = 1; seed <= 50; ++seed) {
        QRandomGenerator random(seed);
        const Transcript transcript = parsed(randomText(random, 60));
        std::vector<Amendment> amendments = randomAmendments(random, transcript);
        const std::vector<Amendment> before = amendments;
        AmendmentStep step;
        for (const Amendment &each : amendments) {
            Amendment after = each;
            after.text += u"x"_s;
            step.push_back({each, random.bounded(3) == 0 ? std::nullopt : std::optional(after)});
        }
        const auto there = afterStep(amendments, step);
        QVERIFY(there);
        QCOMPARE(*afterStep(*there, inverse(step)), before);
        if (!step.empty())
            QVERIFY(!afterStep(*there, step));
    }
}

void TestAmendments::onlyWhatDiffersIsRewritten_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    // 0 They 1 saw 2 deep 3 sequel 4 for 5 $5. 6 5 7 million.
    QTest::newRow("nothing") << u"They  saw deep sequel for $5.5 million."_s << QString();
    QTest::newRow("one word") << u"They heard deep sequel for $5.5 million."_s << u"1-1 heard"_s;
    QTest::newRow("two for one") << u"They saw DeepSeek for $5.5 million."_s << u"2-3 DeepSeek"_s;
    QTest::newRow("two places") << u"We saw deep sequel for $5.5 billion."_s << u"0-0 We, 7-7 billion."_s;
    QTest::newRow("left out") << u"They saw sequel for $5.5 million."_s << u"2-2 "_s;
    QTest::newRow("put in") << u"They saw the deep sequel for $5.5 million."_s << u"1-1 saw the"_s;
    QTest::newRow("put in first") << u"And They saw deep sequel for $5.5 million."_s << u"0-0 And They"_s;
    QTest::newRow("put in last") << u"They saw deep sequel for $5.5 million. So"_s << u"7-7 million. So"_s;
    QTest::newRow("a torn number") << u"They saw deep sequel for $6.5 million."_s << u"5-6 $6.5"_s;
    QTest::newRow("all left out") << QString() << u"0-7 "_s;
}

void TestAmendments::onlyWhatDiffersIsRewritten()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    const Transcript transcript = parsed(u"They saw deep sequel for $5. 5 million."_s);
    const Reading reading = read(transcript, estimateTimings(transcript, {}));
    QStringList found;
    for (const Rewritten &each : rewritten(reading, {0, 7}, typed))
        found += u"%1-%2 %3"_s.arg(each.span.first).arg(each.span.last).arg(each.text);
    QCOMPARE(found.join(u", "_s), expected);
}

void TestAmendments::rewritingSaysWhatWasTyped()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        QRandomGenerator random(seed);
        const Transcript transcript = parsed(randomText(random, 1 + random.bounded(40)));
        const Division division = divide(transcript, estimateTimings(transcript, {}));
        const Reading reading = compose(transcript, division);
        const TokenSpan all{0, transcript.count() - 1};
        QStringList words = reading.text.simplified().split(u' ');
        for (int i = random.bounded(6); i > 0 && !words.isEmpty(); --i) {
            const int at = random.bounded(int(words.size()));
            if (random.bounded(2) == 0)
                words.removeAt(at);
            else
                words.insert(at, u"word%1"_s.arg(random.bounded(9)));
        }
        const QString typed = words.join(u' ');
        std::vector<Amendment> amendments;
        for (const Rewritten &each : rewritten(reading, all, typed))
            amendments.push_back(amendment(AmendmentKind::Correction, transcript, each.span, each.text, Marks::Own));
        for (size_t i = 1; i < amendments.size(); ++i)
            QVERIFY(!amendments[i].span.overlaps(amendments[i - 1].span));
        QCOMPARE(compose(transcript, division, amendments).text.simplified(), typed.simplified());
    }
}

QTEST_GUILESS_MAIN(TestAmendments)
#include "test_amendments.moc"
