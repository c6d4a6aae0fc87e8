// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/align.h"

#include "align/flitespeech.h"
#include "align/spacedtext.h"
#include "audio/wavfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace earmark;
using align::Alignment;
using test::FliteSpeech;

Q_DECLARE_METATYPE(earmark::ErrorCode)

namespace {

struct Spread {
    double median = 0;      // seconds
    double within200ms = 0; // share
};

Spread spread(std::vector<double> errors)
{
    std::sort(errors.begin(), errors.end());
    const auto within = std::upper_bound(errors.begin(), errors.end(), 0.2) - errors.begin();
    return {errors[errors.size() / 2], double(within) / double(errors.size())};
}

// `whole`: what a file that breaks off would have lasted.
void verifyPromises(const Alignment &alignment, const transcript::Transcript &transcript, MediaTime whole = {})
{
    QCOMPARE(alignment.timings.size(), transcript.tokens.size());
    MediaTime reached{};
    for (const auto &timing : alignment.timings) {
        QVERIFY(timing.start >= reached);
        QVERIFY(timing.end >= timing.start);
        QVERIFY(timing.end <= std::max(whole, alignment.duration));
        reached = timing.start;
    }
}

} // namespace

class TestAlign : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FliteSpeech m_speech; // music, speech of two voices, music, speech
    QString m_speechFile;
    QString m_text;

    QString save(const QString &name, const std::vector<qint16> &samples, int rate = FliteSpeech::sampleRate,
                 int channels = 1)
    {
        const QString path = m_folder.filePath(name);
        return audio::writeWav(path, samples, rate, channels) ? path : QString();
    }

    Spread measure(const QString &text, const QString &file)
    {
        const auto transcript = test::spacedText(text);
        const auto alignment = align::align(transcript, file, {});
        if (!alignment)
            return {1e9, 0};
        verifyPromises(*alignment, transcript);
        std::vector<double> errors;
        size_t word = 0;
        for (qint32 i = 0; i < transcript.count(); ++i) {
            if (transcript.tokens[size_t(i)].kind != transcript::TokenKind::Word)
                continue;
            const double start = double(alignment->timings[size_t(i)].start.count()) / 1000;
            errors.push_back(std::abs(start - m_speech.words().at(word++).start));
        }
        return word == m_speech.words().size() ? spread(errors) : Spread{1e9, 0};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList lines = test::sentences(16);
        m_speech.music(4);
        m_text = u"[Music]\n"_s;
        for (int i = 0; i < 8; ++i)
            m_speech.speak(lines[i], i % 2 == 0 ? FliteSpeech::Voice::Slt : FliteSpeech::Voice::Rms);
        m_text += lines.mid(0, 8).join(u'\n') + u"\n[upbeat music]\n"_s;
        m_speech.music(5);
        for (int i = 8; i < 16; ++i)
            m_speech.speak(lines[i], FliteSpeech::Voice::Awb);
        m_text += lines.mid(8).join(u' ');
        m_speechFile = save(u"speech.wav"_s, m_speech.samples());
        QVERIFY(!m_speechFile.isEmpty());
    }

    void wordsAreFoundWhereTheyAreSpoken()
    {
        const Spread errors = measure(m_text, m_speechFile);
        QVERIFY2(errors.median < 0.06, qPrintable(QString::number(errors.median)));
        QVERIFY2(errors.within200ms > 0.9, qPrintable(QString::number(errors.within200ms)));
    }

    void captionersTextIsEnough()
    {
        QString raw = m_text.toLower().remove(u'.');
        raw.replace(u'\n', u' ');
        const Spread errors = measure(raw, m_speechFile);
        QVERIFY2(errors.median < 0.06, qPrintable(QString::number(errors.median)));
        QVERIFY2(errors.within200ms > 0.9, qPrintable(QString::number(errors.within200ms)));
    }

    void wrongWordsDoNotDisturbTheOthers()
    {
        // Every ninth word is another one.
        QStringList words = m_text.split(u' ');
        for (qsizetype i = 8; i < words.size(); i += 9) {
            if (!words[i].contains(u'\n') && !words[i].contains(u'[') && !words[i].contains(u']'))
                words[i] = u"umbrella"_s;
        }
        const Spread errors = measure(words.join(u' '), m_speechFile);
        QVERIFY2(errors.median < 0.06, qPrintable(QString::number(errors.median)));
        QVERIFY2(errors.within200ms > 0.85, qPrintable(QString::number(errors.within200ms)));
    }

    void cuesStandWhereTheMusicIs()
    {
        const auto transcript = test::spacedText(m_text);
        const Alignment alignment = align::align(transcript, m_speechFile, {}).value();
        QCOMPARE(alignment.timings.front().start, MediaTime(0));
        const auto intro = alignment.timings.front().end;
        QVERIFY2(intro > MediaTime(3500) && intro < MediaTime(4700), qPrintable(secondsText(intro)));
        qint32 cue = 1;
        while (transcript.tokens[size_t(cue)].kind != transcript::TokenKind::Cue)
            ++cue;
        const auto length = alignment.timings[size_t(cue) + 1].end - alignment.timings[size_t(cue)].start;
        QVERIFY(length > MediaTime(4500) && length < MediaTime(7500));
    }

    void sameInputSameOutput_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("sentences") << m_text;
        // Chunks that end in the middle of a clause.
        QTest::newRow("no sentences") << m_text.toLower().remove(u'.').replace(u'\n', u' ');
    }
    void sameInputSameOutput()
    {
        QFETCH(QString, text);
        const auto transcript = test::spacedText(text);
        const auto alignWith = [&](int threads) {
            align::Options options;
            options.threads = threads;
            return align::align(transcript, m_speechFile, options).value().timings;
        };
        const transcript::Timings first = alignWith(2);
        QVERIFY(alignWith(2) == first);
        align::Options german;
        german.language = u"de"_s;
        const QString rest = QString(u" und das, was noch kommt: 42, oder 77777"_s).repeated(6);
        for (const QString &other : {u"etwas anderes"_s, rest, QString(u"rot"_s + rest)}) {
            // Whether it is taken or refused.
            (void)align::align(test::spacedText(other), m_speechFile, german);
            QVERIFY(alignWith(2) == first);
        }
        QVERIFY(alignWith(1) == first);
        QVERIFY(alignWith(5) == first);
    }

    void channelsAndRatesDoNotMatter_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("right"); // what the second channel has of the first
        QTest::addColumn<int>("every");
        QTest::newRow("stereo") << 2 << 1 << 1;
        QTest::newRow("one channel silent") << 2 << 0 << 1;
        QTest::newRow("opposite polarity") << 2 << -1 << 1;
        QTest::newRow("8 kHz") << 1 << 0 << 2;
    }
    void channelsAndRatesDoNotMatter()
    {
        QFETCH(int, channels);
        QFETCH(int, right);
        QFETCH(int, every);
        std::vector<qint16> samples;
        for (size_t i = 0; i + size_t(every) <= m_speech.samples().size(); i += size_t(every)) {
            int sum = 0;
            for (size_t k = 0; k < size_t(every); ++k)
                sum += m_speech.samples()[i + k];
            samples.push_back(qint16(sum / every));
            if (channels == 2)
                samples.push_back(qint16(std::max(samples.back(), qint16(-32767)) * right));
        }
        const Spread errors = measure(m_text, save(u"other.wav"_s, samples, FliteSpeech::sampleRate / every, channels));
        QVERIFY2(errors.median < 0.06, qPrintable(QString::number(errors.median)));
        QVERIFY2(errors.within200ms > 0.85, qPrintable(QString::number(errors.within200ms)));
    }

    void aTruncatedFileIsAlignedAsFarAsItGoes_data()
    {
        QTest::addColumn<QString>("cut");
        QTest::addColumn<double>("share");
        QFile file(m_speechFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QFile part(m_folder.filePath(u"cut.wav"_s));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(whole.left(whole.size() * 2 / 3));
        QTest::newRow("stating its length") << part.fileName() << 2.0 / 3;
        const std::vector<qint16> &samples = m_speech.samples();
        QTest::newRow("stating no more than is there")
            << save(u"short_one.wav"_s, std::vector<qint16>(samples.begin(), samples.begin() + samples.size() / 4))
            << 1.0 / 4;
        for (const int percent : {50, 65}) {
            const auto end = samples.begin() + std::ptrdiff_t(samples.size() * size_t(percent) / 100);
            QTest::addRow("stating no more than its %d percent", percent)
                << save(u"short_%1.wav"_s.arg(percent), std::vector<qint16>(samples.begin(), end)) << percent / 100.0;
        }
    }
    void aTruncatedFileIsAlignedAsFarAsItGoes()
    {
        QFETCH(QString, cut);
        QFETCH(double, share);
        const auto transcript = test::spacedText(m_text);
        const auto alignment = align::align(transcript, cut, {});
        QVERIFY2(alignment, alignment ? "" : errorName(alignment.error().code));
        verifyPromises(*alignment, transcript, MediaTime(qint64(m_speech.seconds() * 2000)));
        const double length = double(alignment->duration.count()) / 1000;
        QVERIFY(std::abs(length - m_speech.seconds() * share) < 0.1);
        QVERIFY(alignment->truncated);

        std::vector<double> errors;
        size_t word = 0;
        for (qint32 i = 0; i < transcript.count(); ++i) {
            if (transcript.tokens[size_t(i)].kind != transcript::TokenKind::Word)
                continue;
            const double truth = m_speech.words().at(word++).start;
            const transcript::WordTiming &timing = alignment->timings[size_t(i)];
            if (truth < length - 1)
                errors.push_back(std::abs(double(timing.start.count()) / 1000 - truth));
            else if (truth > length + 3)
                QCOMPARE(timing.origin, transcript::TimingOrigin::Estimated);
        }
        const Spread heard = spread(errors);
        QVERIFY2(heard.median < 0.06, qPrintable(QString::number(heard.median)));
        QVERIFY2(heard.within200ms > 0.85, qPrintable(QString::number(heard.within200ms)));
    }

    // Show notes and credits are read out by nobody.
    void aTextThatGoesOnDoesNotMakeTheAudioBreakOff()
    {
        const QString notes = u" Edited by Pamela Quirke, with thanks to Zbigniew. Find links on our website."_s;
        const auto transcript = test::spacedText(m_text + notes);
        const Alignment alignment = align::align(transcript, m_speechFile, {}).value();
        QVERIFY(!alignment.truncated);
        verifyPromises(alignment, transcript);
        const auto first = qint32(transcript.count() - notes.trimmed().split(u' ').size());
        int found = 0;
        for (qint32 i = first; i < transcript.count(); ++i)
            found += alignment.timings[size_t(i)].confidence >= 0.5F ? 1 : 0;
        QVERIFY2(found <= 2, qPrintable(QString::number(found)));
        QVERIFY(!alignment.textWithoutSound.empty());
        QCOMPARE(alignment.textWithoutSound.back().last, transcript.count() - 1);
        const size_t last = m_speech.words().size() - 1;
        const double truth = m_speech.words()[last].start;
        QVERIFY(std::abs(double(alignment.timings[size_t(first) - 1].start.count()) / 1000 - truth) < 0.3);
    }

    void oddInputStillGivesEveryTokenATime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<qint16>>("samples");
        FliteSpeech shortest;
        shortest.noise(0.1, 3000);
        FliteSpeech word;
        word.speak(u"lighthouse"_s, FliteSpeech::Voice::Slt);
        FliteSpeech loud;
        loud.noise(3, 32767);
        const QString few = test::sentences(3).join(u' ');
        const QString many = test::sentences(60).join(u' ');
        QTest::newRow("one word") << u"lighthouse"_s << word.samples();
        QTest::newRow("one letter") << u"a"_s << word.samples();
        QTest::newRow("another language") << u"日本語のテキスト 你好 привет"_s << word.samples();
        QTest::newRow("surrogates") << u"\U00020000 \U0001F600 word "_s + QChar(0xd800) << word.samples();
        QTest::newRow("digits") << u"$5. 5 million 1000000000000000000000000000"_s << word.samples();
        QTest::newRow("one endless token") << QString(20000, u'x') << word.samples();
        QTest::newRow("clipped") << few << loud.samples();
        QTest::newRow("a tenth of a second") << u"a"_s << shortest.samples();
        QTest::newRow("long text, a tenth of a second") << many << shortest.samples();
        QTest::newRow("long text, short speech") << many << word.samples();
        QTest::newRow("short text, long speech") << u"lighthouse"_s << m_speech.samples();
        QTest::newRow("cues around a word") << u"[Music] [Music] a [Laughter] [Music]"_s << word.samples();
    }
    void oddInputStillGivesEveryTokenATime()
    {
        QFETCH(QString, text);
        QFETCH(std::vector<qint16>, samples);
        const auto transcript = test::spacedText(text);
        const auto alignment = align::align(transcript, save(u"odd.wav"_s, samples), {});
        QVERIFY2(alignment, alignment ? "" : errorName(alignment.error().code));
        // Of a text that is far too long for the audio, the rest would be spoken after its end.
        verifyPromises(*alignment, transcript, alignment->truncated ? MediaTime::max() : MediaTime{});
        // A word that was not found is told, and one that was has a time of its own in the audio.
        for (qint32 i = 0; i < transcript.count(); ++i) {
            const transcript::WordTiming &timing = alignment->timings[size_t(i)];
            const auto &missing = alignment->textWithoutSound;
            const bool told = std::any_of(missing.begin(), missing.end(), [&](const auto &s) { return s.contains(i); });
            const bool aligned = timing.origin == transcript::TimingOrigin::Aligned;
            QVERIFY(!(aligned && told));
            QVERIFY(!aligned || timing.end <= alignment->duration);
            QVERIFY(aligned || timing.confidence <= 0.2F);
        }
    }

    // Few words fit any sound somewhere.
    void confidenceOfFewWordsTellsWhetherTheyAreAllThatIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("alone");
        QTest::newRow("absent") << u"chrysanthemum"_s << false;
        QTest::newRow("two absent") << u"umbrella chemistry"_s << false;
        QTest::newRow("all that is said") << u"Our best reporter wrote down the number of boats"_s << true;
    }
    void confidenceOfFewWordsTellsWhetherTheyAreAllThatIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(bool, alone);
        FliteSpeech said;
        said.speak(text, FliteSpeech::Voice::Slt);
        const QString file = alone ? save(u"alone.wav"_s, said.samples()) : m_speechFile;
        const transcript::Timings timings = align::align(test::spacedText(text), file, {}).value().timings;
        int sure = 0;
        for (const transcript::WordTiming &timing : timings)
            sure += timing.confidence >= 0.8F ? 1 : 0;
        if (alone)
            QVERIFY2(sure > int(timings.size()) / 2, qPrintable(QString::number(sure)));
        else
            QCOMPARE(sure, 0);
    }

    void wrongInputIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("language");
        QTest::addColumn<ErrorCode>("code");
        const QString text = u"we left early"_s;
        QTest::newRow("no text") << QString() << m_speechFile << QString() << ErrorCode::TranscriptWithoutWords;
        QTest::newRow("cues only") << u"[Music] [upbeat music]"_s << m_speechFile << QString()
                                   << ErrorCode::TranscriptWithoutWords;
        QTest::newRow("no file") << text << m_folder.filePath(u"none.wav"_s) << QString() << ErrorCode::FileNotFound;
        QTest::newRow("unknown language") << text << m_speechFile << u"tlh"_s << ErrorCode::LanguageUnknown;
        QTest::newRow("another episode's text")
            << test::sentences(60).mid(30).join(u' ') << m_speechFile << QString() << ErrorCode::NotTheSameEpisode;
        FliteSpeech noise;
        noise.noise(60, 3000);
        FliteSpeech music;
        music.music(60);
        QTest::newRow("noise") << m_text << save(u"noise.wav"_s, noise.samples()) << QString()
                               << ErrorCode::NotTheSameEpisode;
        QTest::newRow("music") << m_text << save(u"music.wav"_s, music.samples()) << QString()
                               << ErrorCode::NotTheSameEpisode;
        FliteSpeech silence;
        silence.silence(5);
        QTest::newRow("silence") << text << save(u"silence.wav"_s, silence.samples()) << QString()
                                 << ErrorCode::AudioWithoutSpeech;
        QTest::newRow("silence, a text far too long")
            << m_text << u"silence.wav"_s.prepend(m_folder.path() + u'/') << QString() << ErrorCode::AudioWithoutSpeech;
        QTest::newRow("too short") << text << save(u"short.wav"_s, std::vector<qint16>(1500, 100)) << QString()
                                   << ErrorCode::AudioWithoutSound;
    }
    void wrongInputIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, file);
        QFETCH(QString, language);
        align::Options options;
        options.language = language;
        const auto alignment = align::align(test::spacedText(text), file, options);
        QVERIFY(!alignment);
        QTEST(alignment.error().code, "code");
        if (!language.isEmpty())
            QCOMPARE(alignment.error().subject, language);
    }

    void transcriptsOwnLanguageIsUsed()
    {
        auto transcript = test::spacedText(u"we left early"_s);
        transcript.language = u"tlh"_s;
        QCOMPARE(align::align(transcript, m_speechFile, {}).error().subject, u"tlh"_s);
        align::Options options;
        options.language = u"en-GB"_s;
        QVERIFY(align::align(transcript, m_speechFile, options));
    }
};

QTEST_GUILESS_MAIN(TestAlign)
#include "test_align.moc"
