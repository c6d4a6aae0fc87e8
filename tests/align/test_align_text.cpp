// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/spacedtext.h"
#include "align/text.h"
#include "align/track.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::align;
using transcript::TokenKind;

Q_DECLARE_METATYPE(earmark::transcript::TokenKind)

namespace {

QStringList texts(const std::vector<Chunk> &chunks)
{
    QStringList result;
    for (const Chunk &chunk : chunks)
        result.append(chunk.text.trimmed());
    return result;
}

Chunk chunkOf(const QString &text)
{
    return chunksToSpeak(test::spacedText(text)).at(0);
}

// An utterance of `seconds` in which words are reported at the places given.
Track spoken(const QString &text)
{
    const auto synthesizer = speech::Synthesizer::create({u"en-us"_s + speech::steadyVariant}).value();
    return speakTrack(*synthesizer, chunksToSpeak(test::spacedText(text)), {}, [](double) {}).value();
}

speech::Utterance utterance(double seconds, std::vector<speech::WordEvent> words)
{
    speech::Utterance result;
    result.samples.resize(size_t(seconds * result.sampleRate));
    result.words = std::move(words);
    return result;
}

} // namespace

class TestAlignText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSaidOfAToken_data()
    {
        QTest::addColumn<TokenKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](TokenKind kind, const char *text, const char *said) {
            QTest::newRow(qPrintable(QString::number(int(kind)) + QLatin1Char(' ') + QString::fromUtf8(text)))
                << kind << QString::fromUtf8(text) << QString::fromUtf8(said);
        };
        row(TokenKind::Word, "harbour,", "harbour,");
        row(TokenKind::Word, "$5.", "$5.");
        row(TokenKind::Word, "(which", "(which");
        row(TokenKind::Word, "[Music]guard", "guard");
        row(TokenKind::Word, "guard[Music]", "guard");
        row(TokenKind::Word, "[Applause]and[Laughter]", "and");
        row(TokenKind::Word, "—", "");
        row(TokenKind::Word, ">>", "");
        row(TokenKind::Word, "♪", "");
        row(TokenKind::Word, "\U0001F600", "");
        row(TokenKind::Word, "你好。", "你好。");
        row(TokenKind::Word, "\U00020000", "\U00020000"); // a letter beyond the basic plane
        row(TokenKind::Cue, "[Music]", "");
        row(TokenKind::Cue, "[upbeat", "");
        row(TokenKind::Cue, "music", "");
        row(TokenKind::Cue, "playing]", "");
        row(TokenKind::Cue, "playing]guard", "guard");
        row(TokenKind::Cue, "(laughs)", "");
        row(TokenKind::Speaker, "ANNA:", "");
        row(TokenKind::Heading, "Chapter", "");
    }
    void whatIsSaidOfAToken()
    {
        QFETCH(TokenKind, kind);
        QFETCH(QString, text);
        QTEST(spokenText(kind, text), "said");
    }

    void chunksEndWhereSpeakersBreathe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("chunks");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("cues only") << u"[Music] [Applause]"_s << QStringList();
        QTest::newRow("sentences") << u"We left at noon. It rained all day."_s
                                   << QStringList{u"We left at noon."_s, u"It rained all day."_s};
        QTest::newRow("a sentence of few words joins the next")
            << u"No. We stayed at home."_s << QStringList{u"No. We stayed at home."_s};
        QTest::newRow("closing quotes") << u"“We left at noon.” (So it rained.) And then?"_s
                                        << QStringList{u"“We left at noon.”"_s, u"(So it rained.) And then?"_s};
        QTest::newRow("paragraph") << u"we left\nit rained"_s << QStringList{u"we left"_s, u"it rained"_s};
        QTest::newRow("label") << u"we left ANNA:: it rained"_s << QStringList{u"we left"_s, u"it rained"_s};
        QTest::newRow("cue within") << u"we [upbeat music playing] left [Music]early"_s
                                    << QStringList{u"we left early"_s};
    }
    void chunksEndWhereSpeakersBreathe()
    {
        QFETCH(QString, text);
        QTEST(texts(chunksToSpeak(test::spacedText(text))), "chunks");
    }

    void everyWordIsInOneChunkAtItsPlace()
    {
        QString text;
        for (int i = 0; i < 1000; ++i)
            text += i % 7 == 0 ? u"[Music] "_s : u"word%1 "_s.arg(i);
        const auto transcript = test::spacedText(text);
        std::vector<transcript::TokenIndex> tokens;
        for (const Chunk &chunk : chunksToSpeak(transcript)) {
            QVERIFY(chunk.words.size() <= 40);
            for (const ChunkWord &word : chunk.words) {
                QCOMPARE(chunk.text.mid(word.begin, word.length), transcript.tokenText(word.token).toString());
                tokens.push_back(word.token);
            }
        }
        QVERIFY(std::is_sorted(tokens.begin(), tokens.end()));
        QCOMPARE(tokens.size(), size_t(857));
    }

    void longTokensGetChunksOfTheirOwn()
    {
        const auto chunks = chunksToSpeak(test::spacedText(QString(5000, u'a') + u' ' + QString(5000, u'b')));
        QCOMPARE(chunks.size(), size_t(2));
        QVERIFY(chunks[0].text.size() < 5000);
    }

    void wordsBeginAtTheirEvents()
    {
        const auto starts = wordStarts(chunkOf(u"we left early"_s), utterance(2, {{0, 0.1}, {3, 0.5}, {8, 1.0}}));
        QCOMPARE(starts, (std::vector<double>{0, 0.5, 1.0}));
    }

    void wordsWithoutEventShareTheTimeBefore()
    {
        const auto starts = wordStarts(chunkOf(u"ab ab abcd ab"_s), utterance(2, {{0, 0}, {11, 0.8}}));
        QCOMPARE(starts[0], 0.0);
        QCOMPARE(starts[1], 0.2);
        QCOMPARE(starts[2], 0.4);
        QCOMPARE(starts[3], 0.8);
    }

    void wordsWithoutEventShareThePhonesBefore()
    {
        // espeak-ng says "of the" as one word.
        speech::Utterance spoken = utterance(2, {{0, 0.1}, {7, 0.9}});
        spoken.phonemes = {{"_", 0}, {"@", 0.1}, {"v", 0.2}, {"D", 0.7}, {"@2", 0.8}, {"s", 0.9}, {"i:", 1.2}};
        QCOMPARE(wordStarts(chunkOf(u"of the sea"_s), spoken), (std::vector<double>{0, 0.7, 0.9}));
        spoken.phonemes = {{"f", 0.1}, {"r", 0.2}, {"V", 0.3}, {"m", 0.4}, {"D", 0.6}, {"@2", 0.7}, {"s", 1.1}};
        spoken.words = {{0, 0.1}, {9, 1.1}};
        QCOMPARE(wordStarts(chunkOf(u"from the sea"_s), spoken), (std::vector<double>{0, 0.6, 1.1}));
    }

    void stressDoesNotMakeAnotherPhoneme()
    {
        QCOMPARE(plainPhoneme("'a:"), QByteArray("a:"));
        QCOMPARE(plainPhoneme(",eI"), QByteArray("eI"));
        QCOMPARE(plainPhoneme("_:"), QByteArray());
    }

    // Where words meet, the engine announces the sounds of the one before late, and those of the next early.
    void phonesBelongToTheirWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArrayList>("phones"); // of each word
        QTest::newRow("a stop after a short vowel") << u"be a part"_s << QByteArrayList{"b i:", "a#", "p A@ t"};
        QTest::newRow("a nasal before a vowel") << u"eaten in"_s << QByteArrayList{"i: ? n", "I n"};
        QTest::newRow("a liquid before a vowel") << u"all of"_s << QByteArrayList{"O: l", "V v"};
        QTest::newRow("a vowel before a stop") << u"very closely"_s << QByteArrayList{"v E r i", "k l oU s l i"};
    }
    void phonesBelongToTheirWords()
    {
        QFETCH(QString, text);
        const Track track = spoken(text);
        QByteArrayList phones(qsizetype(track.words.size()));
        for (const TrackPhone &phone : track.phones) {
            if (phone.phoneme != TrackPhone::pause)
                phones[phone.word] += (phones[phone.word].isEmpty() ? "" : " ") + track.phonemes[size_t(phone.phoneme)];
        }
        QTEST(phones, "phones");
    }

    void wordsBeginWithTheirFirstPhone()
    {
        const Track track =
            spoken(u"We kept a part of it in the old house by the canal, and an owl lived there too."_s);
        QVERIFY(std::is_sorted(track.phones.begin(), track.phones.end(),
                               [](const TrackPhone &a, const TrackPhone &b) { return a.firstFrame < b.firstFrame; }));
        for (size_t word = 1; word < track.words.size(); ++word) {
            const auto first = std::find_if(track.phones.begin(), track.phones.end(), [&](const TrackPhone &phone) {
                return phone.word == int(word) && phone.phoneme != TrackPhone::pause;
            });
            QVERIFY(first != track.phones.end());
            QCOMPARE(first->firstFrame, track.words[word].firstFrame);
        }
    }

    void eventsOutOfOrderNeverTurnTimesRound_data()
    {
        QTest::addColumn<std::vector<std::pair<int, double>>>("events");
        using Events = std::vector<std::pair<int, double>>;
        QTest::newRow("none") << Events{};
        QTest::newRow("twice the same") << Events{{0, 0}, {3, 0.4}, {3, 0.9}, {8, 1.2}};
        QTest::newRow("backwards in the text") << Events{{8, 0.2}, {3, 0.4}, {0, 0.6}};
        QTest::newRow("backwards in time") << Events{{0, 0.9}, {3, 0.4}, {8, 0.2}};
        QTest::newRow("beyond the end") << Events{{0, 5}, {3, 7}, {99, 9}};
        QTest::newRow("on the spaces") << Events{{2, 0.3}, {7, 0.6}};
    }
    void eventsOutOfOrderNeverTurnTimesRound()
    {
        using Events = std::vector<std::pair<int, double>>;
        QFETCH(Events, events);
        std::vector<speech::WordEvent> words;
        for (const auto &[place, start] : events)
            words.push_back({place, start});
        const auto starts = wordStarts(chunkOf(u"we left early"_s), utterance(2, words));
        QCOMPARE(starts.size(), size_t(3));
        QVERIFY(std::is_sorted(starts.begin(), starts.end()));
        QVERIFY(starts.front() >= 0 && starts.back() <= 2);
    }
};

QTEST_GUILESS_MAIN(TestAlignText)
#include "test_align_text.moc"
