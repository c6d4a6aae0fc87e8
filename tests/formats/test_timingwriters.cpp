// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/described.h"
#include "formats/timingwriters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTimingWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tsvIsALineForEachToken();
    void jsonHasEveryToken();
    void captionsBreakWhereAReaderWould_data();
    void captionsBreakWhereAReaderWould();
    void captionsComeBackAsTheSameTokens_data();
    void captionsComeBackAsTheSameTokens();
    void whoSpeaksComesBack();
    void linesAreShortAndTimesRise();
};

namespace {

// Each word lasts 300 ms; a "/" before it is a second of silence.
struct Spoken {
    Transcript transcript;
    Timings timings;
};

Spoken spoken(const QString &script)
{
    Spoken result;
    QStringList words;
    MediaTime at{};
    for (QString word : script.split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(u'/')) {
            at += 1s;
            word.remove(0, 1);
        }
        words += word;
        result.timings.push_back({at, at + 300ms, 0.75F, TimingOrigin::Aligned});
        at += 300ms;
    }
    result.transcript = parsePlainText(words.join(u' ')).transcript;
    return result;
}

} // namespace

void TestTimingWriters::tsvIsALineForEachToken()
{
    const Timings timings{{0ms, 1250ms, 0.5F, TimingOrigin::Aligned}, {3661s, 3662s, 1, TimingOrigin::Aligned}};
    QCOMPARE(writeTsv(timings), "0\t0.000\t1.250\t0.500\n1\t3661.000\t3662.000\t1.000\n"_ba);
    QCOMPARE(writeTsv({}), QByteArray());
}

void TestTimingWriters::jsonHasEveryToken()
{
    const Spoken s = spoken(u"say \"hi\" [Music] back\\slash ü"_s);
    const QJsonDocument json = QJsonDocument::fromJson(writeJson(s.transcript, s.timings));
    const QJsonArray tokens = json.object()[u"tokens"_s].toArray();
    QCOMPARE(tokens.size(), qsizetype(5));
    QCOMPARE(tokens[1].toObject()[u"text"_s].toString(), u"\"hi\""_s);
    QCOMPARE(tokens[2].toObject()[u"kind"_s].toString(), u"cue"_s);
    QCOMPARE(tokens[3].toObject()[u"text"_s].toString(), u"back\\slash"_s);
    QCOMPARE(tokens[4].toObject()[u"index"_s].toInt(), 4);
    QCOMPARE(tokens[4].toObject()[u"start"_s].toDouble(), 1.2);
    QCOMPARE(tokens[4].toObject()[u"origin"_s].toString(), u"aligned"_s);
    QCOMPARE(QJsonDocument::fromJson(writeJson({}, {})).object()[u"tokens"_s].toArray().size(), qsizetype(0));
}

void TestTimingWriters::captionsBreakWhereAReaderWould_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("captions"); // "|" between captions, "\\" between lines
    QTest::newRow("pause") << u"one two /three"_s << u"one two|three"_s;
    QTest::newRow("sentence") << u"This is it. So we go"_s << u"This is it.|So we go"_s;
    QTest::newRow("abbreviation") << u"with Dr. Smith and the U.S. team"_s << u"with Dr. Smith and the U.S. team"_s;
    QTest::newRow("cue") << u"one [upbeat music] two"_s << u"one|[upbeat music]|two"_s;
    QTest::newRow("cues") << u"[Music] [Applause] two"_s << u"[Music]|[Applause]|two"_s;
    QTest::newRow("two lines") << u"somebody speaks without a single pause for breath here"_s
                               << u"somebody speaks without a single pause for\\breath here"_s;
    QTest::newRow("a torn number is one word") << u"all that the company ever says is $5. 5 million"_s
                                               << u"all that the company ever says is\\$5. 5 million"_s;
    QTest::newRow("... at the end of a caption")
        << u"nobody who was there that day could say when it began but they had all left at 1201 a. m. and so"_s
        << u"nobody who was there that day could say\\when it began but they had all left at|1201 a. m. and so"_s;
    QTest::newRow("... over a pause") << u"it cost $5. /5 million"_s << u"it cost $5. 5 million"_s;
    QTest::newRow("a word longer than a line")
        << u"a "_s + u"x"_s.repeated(60) + u" b"_s << u"a\\"_s + u"x"_s.repeated(60) + u"|b"_s;
}

void TestTimingWriters::captionsBreakWhereAReaderWould()
{
    QFETCH(QString, script);
    QFETCH(QString, captions);
    const Spoken s = spoken(script);
    QStringList texts;
    const QStringList blocks = QString::fromUtf8(writeSubRip(s.transcript, s.timings)).trimmed().split(u"\n\n"_s);
    for (const QString &block : blocks)
        texts += block.split(u'\n').mid(2).join(u'\\');
    QCOMPARE(texts.join(u'|'), captions);
}

void TestTimingWriters::captionsComeBackAsTheSameTokens_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("words") << u"one two /three four. Five"_s;
    QTest::newRow("markup") << u"a<b> R&D &amp; 1 < 2 --> x <v Anna> /-->"_s;
    QTest::newRow("cues") << u"so [upbeat music] /then [Music] [Applause] go"_s;
    QTest::newRow("numbers") << u"$5. 5 million /1984 2 3"_s;
    QTest::newRow("other scripts") << u"Grüße /你好 мир שלום"_s;
}

void TestTimingWriters::captionsComeBackAsTheSameTokens()
{
    QFETCH(QString, script);
    const Spoken s = spoken(script);
    const auto texts = [](const Transcript &transcript) { return transcript.text; };
    const ParsedTranscript vtt = parseWebVtt(QString::fromUtf8(writeWebVtt(s.transcript, s.timings)));
    QCOMPARE(texts(vtt.transcript), texts(s.transcript));
    QVERIFY(vtt.warnings.empty());
    const ParsedTranscript srt = parseSubRip(QString::fromUtf8(writeSubRip(s.transcript, s.timings)));
    QCOMPARE(texts(srt.transcript), texts(s.transcript));
    QVERIFY(srt.warnings.empty());
}

void TestTimingWriters::whoSpeaksComesBack()
{
    const Transcript transcript =
        parseWebVtt(u"WEBVTT\n\n00:01.000 --> 00:09.000\n<v Anna & <b>>One two. Three.\n\n"
                    "00:10.000 --> 00:12.000\n<v Ben>Four\n\n00:13.000 --> 00:14.000\nfive\n"_s)
            .transcript;
    QCOMPARE(transcript.turns.size(), size_t(3));
    const QByteArray written = writeWebVtt(transcript, estimateTimings(transcript, {}));
    QVERIFY2(written.contains("<v Ben>Four"), written.constData());
    const ParsedTranscript again = parseWebVtt(QString::fromUtf8(written));
    QCOMPARE(again.transcript.text, transcript.text);
    QCOMPARE(again.transcript.turns, transcript.turns);
    QVERIFY(again.warnings.empty());
}

void TestTimingWriters::linesAreShortAndTimesRise()
{
    QString script;
    for (int i = 0; i < 500; ++i)
        script += (i % 17 == 0 ? u"/word%1 "_s : u"speech%1 "_s).arg(i);
    Spoken s = spoken(script);
    // Words without any length, as at the end of an episode that was cut off.
    for (size_t i = 450; i < s.timings.size(); ++i)
        s.timings[i].start = s.timings[i].end = s.timings[449].end;
    const QByteArray written = writeWebVtt(s.transcript, s.timings);
    const ParsedTranscript parsed = parseWebVtt(QString::fromUtf8(written));
    QVERIFY(parsed.warnings.empty());
    QCOMPARE(parsed.transcript.count(), s.transcript.count());
    for (const Segment &segment : parsed.transcript.segments) {
        QVERIFY(segment.end > segment.start);
        const Token &first = parsed.transcript.tokens[size_t(segment.span.first)];
        const Token &last = parsed.transcript.tokens[size_t(segment.span.last)];
        QVERIFY(last.begin + last.length - first.begin <= 2 * 42 + 1);
    }
}

QTEST_GUILESS_MAIN(TestTimingWriters)
#include "test_timingwriters.moc"
