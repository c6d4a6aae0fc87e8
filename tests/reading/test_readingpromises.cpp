// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "reading/reading.h"
#include "reading/tinymodel.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace earmark;
using namespace earmark::reading;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;

// What holds for every reading, whatever the transcript: checked on random ones and, where it is at
// hand, on a real captioner's.
class TestReadingPromises : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promisesHold_data();
    void promisesHold();
    void readingIsPure();

private:
    static void promisesHoldOf(const Reading &reading, const Transcript &transcript, QRandomGenerator &random);
};

namespace {

QString randomText(QRandomGenerator &random, int pieces)
{
    static const QStringList words{
        u"the"_s,      u"and"_s,     u"so"_s,     u"we"_s,    u"went"_s,  u"$5."_s,    u"5"_s,      u"million"_s,
        u"%"_s,        u"a."_s,      u"m."_s,     u"."_s,     u","_s,     u"late."_s,  u"Mr."_s,    u"What?"_s,
        u"“no.”"_s,    u"[Music]"_s, u"[a"_s,     u"b]"_s,    u">>"_s,    u"♪"_s,      u"ANNA:"_s,  u"Ben:"_s,
        u"(laughs)"_s, u"Grüße"_s,   u"𝒳𝒴"_s,     u"—"_s,     u"it's"_s,  u"$"_s,      u"100"_s,    u"U."_s,
        u"S."_s,       u"because"_s, u"river"_s,  u"mill"_s,  u"open-"_s, u"Source"_s, u"source"_s, u"AI"_s,
        u"Ai"_s,       u"1201"_s,    u"Monday"_s, u"March"_s, u"okay"_s,  u"people"_s, u"of"_s,     u"]"_s,
        u"…"_s,        u"e\u0301"_s, u"שלום"_s,   u"你好。"_s};
    static const QStringList gaps{u" "_s, u" "_s, u" "_s, u" "_s, u" "_s, u" "_s, u"\n"_s, u"\n\n"_s};
    QString text;
    const bool wrapped = random.bounded(2) == 0;
    for (int i = 0; i < pieces; ++i) {
        text += words[random.bounded(int(words.size()))];
        text += wrapped ? gaps[random.bounded(int(gaps.size()))] : u" "_s;
    }
    return text;
}

Timings randomTimings(QRandomGenerator &random, const Transcript &transcript)
{
    if (random.bounded(3) == 0)
        return estimateTimings(transcript, {});
    Timings timings;
    MediaTime at{};
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        at += MediaTime(random.bounded(8) == 0 ? random.bounded(2000) : 0);
        const MediaTime end = at + MediaTime(random.bounded(500));
        timings.push_back({at, end, 1, random.bounded(9) == 0 ? TimingOrigin::Estimated : TimingOrigin::Aligned});
        at = end;
    }
    return timings;
}

QString lettersOf(QStringView text)
{
    QString letters;
    for (const QChar c : text) {
        if (!c.isSpace())
            letters += c;
    }
    return letters;
}

// A model may write a letter as a capital, and set one mark behind a token. The second part of a compound that
// was torn may have a small letter where the source has a capital.
bool isShownAs(QStringView token, QStringView shown, bool isSecondPart = false)
{
    const bool marked = shown.size() == token.size() + 1 && u".,?"_s.contains(shown.back());
    const QStringView letters = marked ? shown.chopped(1) : shown;
    if (letters.size() != token.size())
        return false;
    for (qsizetype i = 0; i < token.size(); ++i) {
        const bool isLowered = isSecondPart && i == 0 && letters[i] == token[i].toLower();
        if (letters[i] != token[i] && letters[i] != token[i].toUpper() && !isLowered)
            return false;
    }
    return true;
}

// Each function names the first promise it finds broken.
QString brokenText(const Reading &reading, const Transcript &transcript)
{
    if (reading.tokenRanges.size() != transcript.tokens.size())
        return u"not a range for each token"_s;
    QString expected;
    qint32 reached = 0;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const TextRange range = reading.tokenRanges[size_t(i)];
        const bool label = transcript.tokens[size_t(i)].kind == TokenKind::Speaker;
        if (range.begin < reached || range.end < range.begin || range.end > reading.text.size())
            return u"ranges do not rise"_s;
        if (label != range.isEmpty())
            return u"a label is shown, or a word is not"_s;
        const QStringView between = QStringView(reading.text).mid(reached, range.begin - reached);
        if (between.size() > 1 || (between.size() == 1 && between[0] != u' ' && between[0] != u'\n'))
            return u"something stands between two tokens"_s;
        const QStringView shown = QStringView(reading.text).mid(range.begin, range.end - range.begin);
        const bool isSecondPart = between.isEmpty() && i > 0 && transcript.tokenText(i - 1).endsWith(u'-');
        if (!label && !isShownAs(transcript.tokenText(i), shown, isSecondPart))
            return u"a token is not shown as it is"_s;
        if (!label)
            expected += shown;
        reached = range.end;
    }
    if (reached != reading.text.size())
        return u"something stands after the last token"_s;
    return lettersOf(reading.text) == lettersOf(expected) ? QString() : u"letters differ"_s;
}

QString brokenMaps(const Reading &reading, const Transcript &transcript)
{
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const TextRange range = reading.tokenRanges[size_t(i)];
        for (qint32 at = range.begin; at < range.end; ++at) {
            if (tokenAtPosition(reading, at) != i)
                return u"a position leads to another token"_s;
        }
        if (!range.isEmpty() && rangeOf(reading, {i, i}) != range)
            return u"a token leads to another place"_s;
        if (!reading.sentences[sentenceOf(reading, i)].contains(i))
            return u"a token is not in its sentence"_s;
        if (!reading.paragraphs[paragraphOf(reading, i)].span.contains(i))
            return u"a token is not in its paragraph"_s;
    }
    return {};
}

QString brokenDivision(const Reading &reading, const Transcript &transcript)
{
    TokenIndex next = 0;
    for (const TokenSpan &sentence : reading.sentences) {
        if (sentence.first != next || sentence.last < sentence.first)
            return u"sentences leave a gap"_s;
        next = sentence.last + 1;
        if (paragraphOf(reading, sentence.first) != paragraphOf(reading, sentence.last))
            return u"a sentence crosses a paragraph"_s;
        int cues = 0;
        int words = 0;
        for (TokenIndex i = sentence.first; i <= sentence.last; ++i) {
            cues += transcript.tokens[size_t(i)].kind == TokenKind::Cue ? 1 : 0;
            words += transcript.tokens[size_t(i)].kind == TokenKind::Word ? 1 : 0;
        }
        const Paragraph &paragraph = reading.paragraphs[paragraphOf(reading, sentence.first)];
        if (cues > 0 && words == 0 && sentence != paragraph.span)
            return u"a cue is a sentence among others"_s;
        const qint32 end = reading.tokenRanges[size_t(sentence.last)].end;
        const bool torn = next < transcript.count() && !reading.tokenRanges[size_t(next)].isEmpty()
            && reading.tokenRanges[size_t(next)].begin == end && cues == 0 && words > 0;
        if (torn)
            return u"a sentence ends inside a joined number"_s;
    }
    if (next != transcript.count())
        return u"sentences do not reach the end"_s;
    next = 0;
    for (const Paragraph &paragraph : reading.paragraphs) {
        if (paragraph.span.first != next)
            return u"paragraphs leave a gap"_s;
        next = paragraph.span.last + 1;
        if (rangeOf(reading, paragraph.span) != paragraph.range)
            return u"a paragraph's range is not its tokens'"_s;
        if (paragraph.range.isEmpty() && !reading.text.isEmpty())
            return u"a paragraph is empty"_s;
    }
    return next == transcript.count() ? QString() : u"paragraphs do not reach the end"_s;
}

QString brokenQuote(const Reading &reading, const Transcript &transcript, TokenSpan span)
{
    const QString text = quote(reading, transcript, span);
    if (text != text.trimmed() || text.contains(u'\n') || text.contains(u"  "_s))
        return u"a quote is untidy"_s;
    return {};
}

} // namespace

void TestReadingPromises::promisesHold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 300; ++seed) {
        QRandomGenerator random(seed);
        QTest::newRow(qPrintable(u"random %1"_s.arg(seed)))
            << randomText(random, 1 + random.bounded(seed % 10 == 0 ? 2000 : 200)) << seed;
    }
    QFile real(QStringLiteral(EARMARK_SHARED_DIR) + u"/data/episode-raw.txt"_s);
    if (real.open(QIODevice::ReadOnly))
        QTest::newRow("a captioner's") << QString::fromUtf8(real.readAll()) << quint32(3);
}

void TestReadingPromises::promisesHold()
{
    QFETCH(QString, text);
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const Transcript transcript = formats::parsePlainText(text).transcript;
    const Timings timings = randomTimings(random, transcript);
    const Reading source = read(transcript, timings);
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const TextRange range = source.tokenRanges[size_t(i)];
        const QStringView shown = QStringView(source.text).mid(range.begin, range.end - range.begin);
        const QStringView token = transcript.tokenText(i);
        const bool isSecondPart = i > 0 && transcript.tokenText(i - 1).endsWith(u'-');
        QVERIFY(range.isEmpty() || shown == token
                || (isSecondPart && shown == token.first(1).toString().toLower() + token.sliced(1).toString()));
    }
    const auto model = PunctuationModel::load(
        modelThatKnows({u"we"_s, u"$5."_s, u"5"_s, u"late"_s, u"and"_s, u"okay"_s, u"river"_s}).bytes());
    QVERIFY(model);
    promisesHoldOf(source, transcript, random);
    promisesHoldOf(read(transcript, timings, *model), transcript, random);
}

void TestReadingPromises::promisesHoldOf(const Reading &reading, const Transcript &transcript, QRandomGenerator &random)
{
    QCOMPARE(brokenText(reading, transcript), QString());
    QCOMPARE(brokenDivision(reading, transcript), QString());
    QCOMPARE(brokenMaps(reading, transcript), QString());
    for (int i = 0; i < 20; ++i) {
        const TokenIndex first = random.bounded(transcript.count());
        const TokenIndex last = std::min(transcript.count() - 1, first + random.bounded(20));
        QCOMPARE(brokenQuote(reading, transcript, {first, last}), QString());
    }
}

void TestReadingPromises::readingIsPure()
{
    QRandomGenerator random(7);
    const Transcript transcript = formats::parsePlainText(randomText(random, 500)).transcript;
    const Timings timings = randomTimings(random, transcript);
    QCOMPARE(read(transcript, timings), read(transcript, timings));
}

QTEST_GUILESS_MAIN(TestReadingPromises)
#include "test_readingpromises.moc"
