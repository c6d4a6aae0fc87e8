// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/formats.h"

#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;

class TestCueWriters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadBack_data();
    void whatIsWrittenIsReadBack();
    void everySpeakerIsReadBack_data();
    void everySpeakerIsReadBack();
    void textIsReadBack_data();
    void textIsReadBack();
    void oddNamesInTextAreReadBack_data();
    void oddNamesInTextAreReadBack();
    void captionsNeedTimes_data();
    void captionsNeedTimes();
    void unknownTimesLieBetweenTheirNeighbours();
};

namespace {

// Everything that has to survive: two people, one cue of both, words with gaps and without, lines, and
// whatever a format could take for its own markup.
const QByteArray made = R"({"cues": [
{"id": "a", "start": 0.5, "end": 2, "speaker": "Anna Smith", "text": "Good evening,\nall of you.",
 "words": [{"text": "Good", "start": 0.5, "end": 0.8}, {"text": "evening,", "start": 0.9, "end": 1.25},
           {"text": "all", "start": 1.25, "end": 1.4}, {"text": "of", "start": 1.4, "end": 1.5}, {"text": "you.", "start": 1.6, "end": 1.9}]},
{"id": "b", "start": 2, "end": 4.25, "speaker": "Anna Smith", "text": "R&D &amp; <b> {\\i1} \\N [x] *y* \"z\" --> 1 < 2 > 0"},
{"start": 4.25, "end": 5, "speaker": "Ben", "text": "Yes."},
{"start": 5, "end": 6, "speaker": "Ben", "text": "[Music] 你好 ♪ Grüße 🙂"},
{"start": 3600, "end": 3601.125, "speaker": "Anna Smith", "text": "Once more then"},
{"start": 3602, "end": 3603, "speaker": "Ben", "text": "12:30 and\n1984"}]})";

enum Part { Times = 1, Words = 2, Ids = 4 };

QString printed(const CueList &list, int parts)
{
    QString out;
    for (const Cue &cue : list.cues) {
        if (parts & Ids)
            out += list.idOf(cue).toString() + u' ';
        if (parts & Times)
            out += u"%1-%2 "_s.arg(cue.start.value_or(MediaTime(-1)).count())
                       .arg(cue.stop.value_or(MediaTime(-1)).count());
        out += list.speakerOf(cue) + u": "_s + list.textOf(cue).toString().replace(u'\n', u'/');
        for (qint32 i = cue.firstWord; (parts & Words) && i < cue.wordEnd; ++i) {
            const CueWord &word = list.words[size_t(i)];
            out += u" {%1 %2-%3}"_s.arg(list.textOf(word)).arg(word.start.count()).arg(word.stop.count());
        }
        out += u'\n';
    }
    return out;
}

// Turns and their words, however they are divided.
QString turns(const CueList &list)
{
    QString out;
    QString speaker;
    for (const Cue &cue : list.cues) {
        const QString next = list.speakerOf(cue);
        out += next != speaker ? u"\n"_s + next + u":"_s : QString();
        speaker = next;
        out += u' ' + list.textOf(cue).toString().simplified();
    }
    return out;
}

using Writer = std::function<Result<QByteArray>(const CueList &)>;

struct Target {
    const char *name;
    SourceFormat format;
    Writer write;
    int parts;
};

std::vector<Target> targets()
{
    return {
        {"webvtt", SourceFormat::WebVtt, [](const CueList &list) { return writeWebVtt(list); }, Times | Words | Ids},
        {"subrip", SourceFormat::SubRip, [](const CueList &list) { return writeSubRip(list); }, Times},
        {"ttml", SourceFormat::Ttml, &writeTtml, Times | Words},
        {"podcast-json", SourceFormat::PodcastJson, &writePodcastJson, Times},
        {"whisper", SourceFormat::Whisper, &writeWhisperJson, Times | Words},
        {"cues-json", SourceFormat::CueJson,
         [](const CueList &list) { return writeCuesJson(list, [](const Warning &) { return QString(); }); },
         Times | Words | Ids}};
}

CueList readMade()
{
    auto list = readCues(made, u"made"_s);
    Q_ASSERT(list);
    return *std::move(list);
}

} // namespace

void TestCueWriters::whatIsWrittenIsReadBack_data()
{
    QTest::addColumn<size_t>("target");
    for (size_t i = 0; i < targets().size(); ++i)
        QTest::newRow(targets()[i].name) << i;
}

void TestCueWriters::whatIsWrittenIsReadBack()
{
    QFETCH(size_t, target);
    const Target to = targets()[target];
    const CueList list = readMade();
    const Result<QByteArray> written = to.write(list);
    QVERIFY(written.has_value());
    const auto again = readCues(*written, u"written"_s);
    QVERIFY(again.has_value());
    QCOMPARE(int(again->format), int(to.format));
    QVERIFY(again->warnings.empty());
    QCOMPARE(printed(*again, to.parts), printed(list, to.parts));
    // Written once more, it is the same file.
    QCOMPARE(to.write(*again).value(), *written);
}

// Names that a reader of labels would not take for one, and people of whom labels do not tell enough.
void TestCueWriters::everySpeakerIsReadBack_data()
{
    QTest::addColumn<QByteArray>("cues");
    const QByteArray times = R"("start": 1, "end": 2, "text": )";
    const QByteArray anna = R"({"speaker": "Anna", )" + times;
    QTest::newRow("a colon") << R"({"speaker": "Dr: Who", )" + times + "\"Run.\"}";
    QTest::newRow("a tag") << R"({"speaker": "<b>R&D</b> &amp; \"x\"", )" + times + "\"Run.\"}";
    QTest::newRow("small letters") << R"({"speaker": "speaker_01", )" + times + "\"Run.\"},"
            + R"({"speaker": "speaker_02", )" + times + "\"Where?\"}";
    QTest::newRow("a word that is no name") << R"({"speaker": "Note", )" + times + "\"Run.\"}";
    QTest::newRow("five words") << R"({"speaker": "The Man With A Hat", )" + times + "\"Run.\"}";
    QTest::newRow("once among many") << anna + "\"One\\ntwo\\nthree\\nfour\\nfive.\"}," + R"({"speaker": "Ben", )"
            + times + "\"Yes.\"}," + anna + "\"Six.\"}";
    QTest::newRow("text like a label") << anna + "\"One:\\nBen: he said.\\nBen: again.\"}," + anna + "\">> three\"}";
    QTest::newRow("right to left") << R"({"speaker": "\u05d3\u05e0\u05d4", )" + times + "\"\u05e9\u05dc\u05d5\u05dd\"}";
}

void TestCueWriters::everySpeakerIsReadBack()
{
    QFETCH(QByteArray, cues);
    const auto list = readCues("{\"cues\": [" + cues + "]}", u"made"_s);
    QVERIFY(list.has_value());
    for (const Target &to : targets()) {
        const Result<QByteArray> written = to.write(*list);
        QVERIFY(written.has_value());
        const auto again = readCues(*written, u"written"_s);
        QVERIFY2(again.has_value(), to.name);
        QCOMPARE(QString::fromLatin1(to.name) + printed(*again, 0), QString::fromLatin1(to.name) + printed(*list, 0));
    }
}

void TestCueWriters::textIsReadBack_data()
{
    QTest::addColumn<bool>("markdown");
    QTest::newRow("plain") << false;
    QTest::newRow("markdown") << true;
}

void TestCueWriters::textIsReadBack()
{
    QFETCH(bool, markdown);
    const CueList list = readMade();
    const QByteArray written = markdown ? writeMarkdown(list) : writePlainText(list);
    const auto again = readCues(written, u"written"_s);
    QVERIFY(again.has_value());
    QCOMPARE(int(again->format), int(markdown ? SourceFormat::Markdown : SourceFormat::PlainText));
    QCOMPARE(turns(*again), turns(list));
    if (markdown)
        QCOMPARE(again->cues.back().start, MediaTime(3602000));
}

void TestCueWriters::oddNamesInTextAreReadBack_data()
{
    textIsReadBack_data();
}

void TestCueWriters::oddNamesInTextAreReadBack()
{
    QFETCH(bool, markdown);
    const auto list = readCues("WEBVTT\n\n"
                               "00:01.000 --> 00:02.000\n<v anna the 2nd>hello\n\n"
                               "00:02.000 --> 00:03.000\n<v Dr: Who_X>hi. Note: this\n\n"
                               "00:03.000 --> 00:04.000\n<v Mar\u00eda Jos\u00e9 de la Cruz y Borb\u00f3n>yes\n\n"
                               "00:04.000 --> 00:05.000\n<v *Star* [x>no\n\n"
                               "00:05.000 --> 00:06.000\n<v 7>once",
                               u"odd.vtt"_s);
    QVERIFY(list.has_value());
    const auto again = readCues(markdown ? writeMarkdown(*list) : writePlainText(*list), u"written"_s);
    QVERIFY(again.has_value());
    QCOMPARE(turns(*again), turns(*list));
    if (markdown)
        QCOMPARE(again->cues.back().start, MediaTime(5000));
}

void TestCueWriters::captionsNeedTimes_data()
{
    whatIsWrittenIsReadBack_data();
}

void TestCueWriters::captionsNeedTimes()
{
    QFETCH(size_t, target);
    const Target to = targets()[target];
    const auto list = readCues("so this has no times at all", u"text"_s);
    QVERIFY(list.has_value());
    const Result<QByteArray> written = to.write(*list);
    const bool canDoWithout = to.format == SourceFormat::Whisper || to.format == SourceFormat::CueJson;
    QCOMPARE(written.has_value(), canDoWithout);
    if (!canDoWithout)
        QCOMPARE(written.error().code, ErrorCode::TimesMissing);
}

void TestCueWriters::unknownTimesLieBetweenTheirNeighbours()
{
    const auto list = readCues(R"({"cues": [{"text": "aaaa"}, {"text": "bb", "start": 6}, {"text": "cc"},
        {"text": "dd", "start": 10, "end": 11}, {"text": "ee"}, {"text": "f", "start": 12}]})",
                               u"made"_s);
    QVERIFY(list.has_value());
    const auto times = completeTimes(*list);
    QVERIFY(times.has_value());
    QString printed;
    for (const CueTimes &time : *times)
        printed += u"%1-%2 "_s.arg(time.start.count()).arg(time.stop.count());
    QCOMPARE(printed, u"0-6000 6000-8000 8000-10000 10000-11000 11000-12000 12000-12060 "_s);
}

QTEST_GUILESS_MAIN(TestCueWriters)
#include "test_cuewriters.moc"
