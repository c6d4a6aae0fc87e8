// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/align.h"

#include "align/flitespeech.h"
#include "align/spacedtext.h"
#include "audio/wavfile.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace std::chrono_literals;
using test::FliteSpeech;

// What episodes are like that were not made for aligners, and readers who change their minds.
class TestAlignHardship : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FliteSpeech m_speech;
    QStringList m_words;
    QString m_file;

    QString save(const QString &name, std::span<const qint16> samples, int rate = FliteSpeech::sampleRate)
    {
        const QString path = m_folder.filePath(name);
        return audio::writeWav(path, samples, rate, 1) ? path : QString();
    }

    // Of the words that are as they were spoken: the median error in seconds, and the share within 0.2.
    std::pair<double, double> measure(const QStringList &words, const QString &file)
    {
        const auto alignment = align::align(test::spacedText(words.join(u' ')), file, {});
        if (!alignment || alignment->timings.size() != m_speech.words().size())
            return {1e9, 0};
        std::vector<double> errors;
        for (size_t i = 0; i < alignment->timings.size(); ++i) {
            if (words[qsizetype(i)] == m_words[qsizetype(i)])
                errors.push_back(
                    std::abs(double(alignment->timings[i].start.count()) / 1000 - m_speech.words()[i].start));
        }
        std::sort(errors.begin(), errors.end());
        const auto within = std::upper_bound(errors.begin(), errors.end(), 0.2) - errors.begin();
        return {errors[errors.size() / 2], double(within) / double(errors.size())};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList lines = test::sentences(30);
        for (int i = 0; i < lines.size(); ++i) {
            m_speech.speak(
                lines[i],
                std::array{FliteSpeech::Voice::Slt, FliteSpeech::Voice::Rms, FliteSpeech::Voice::Awb}[size_t(i) % 3]);
            m_speech.silence(0.4);
        }
        m_words = lines.join(u' ').split(u' ');
        QCOMPARE(size_t(m_words.size()), m_speech.words().size());
        m_file = save(u"speech.wav"_s, m_speech.samples());
    }

    void everyFifthWordMayBeMisheard()
    {
        const QStringList others{u"umbrella"_s, u"of"_s,         u"chemistry"_s, u"blue"_s,
                                 u"Tuesday"_s,  u"remarkably"_s, u"ox"_s};
        QStringList words = m_words;
        for (qsizetype i = 3; i < words.size(); i += 5)
            words[i] = others[i % others.size()];
        const auto [median, within] = measure(words, m_file);
        QVERIFY2(median < 0.06 && within > 0.8, qPrintable(u"%1 s, %2"_s.arg(median).arg(within)));
    }

    // A quarter of what is said, with minutes before and after that are not in it.
    void aTextMayBeASmallPart()
    {
        const qsizetype first = m_words.size() / 2;
        const QStringList part = m_words.mid(first, m_words.size() / 4);
        const auto alignment = align::align(test::spacedText(part.join(u' ')), m_file, {});
        QVERIFY2(alignment, alignment ? "" : errorName(alignment.error().code));
        int right = 0;
        for (qsizetype i = 0; i < part.size(); ++i) {
            const double truth = m_speech.words()[size_t(first + i)].start;
            right += std::abs(double(alignment->timings[size_t(i)].start.count()) / 1000 - truth) < 0.2 ? 1 : 0;
        }
        QVERIFY2(right > 0.5 * double(part.size()), qPrintable(u"%1 of %2"_s.arg(right).arg(part.size())));
    }

    // Each word of a short text finds a sound like its own somewhere in a long recording.
    void aShortTextOfAnotherEpisodeIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const QString text =
            u"please subscribe wherever you download podcasts and leave us five stars today our guest is a beekeeper "
            "who also repairs ancient pianos we talked yesterday afternoon in her crowded workshop near Vienna enjoy "
            "this conversation recorded with two microphones and much coffee purple elephants seldom discuss quantum "
            "mechanics with astonished plumbers "_s;
        QTest::newRow("49 words") << text;
        QTest::newRow("98 words") << text + text.split(u' ', Qt::SkipEmptyParts).mid(20).join(u' ') + u' '
                + text.left(text.size() / 2);
    }
    void aShortTextOfAnotherEpisodeIsRefused()
    {
        QFETCH(QString, text);
        const auto alignment = align::align(test::spacedText(text.trimmed()), m_file, {});
        QVERIFY(!alignment);
        QCOMPARE(alignment.error().code, ErrorCode::NotTheSameEpisode);
    }

    // Pieces of an episode that were put together without being made alike: each at a rate of its own.
    void aFileMayChangeItsSampleRate()
    {
        if (QStandardPaths::findExecutable(u"ffmpeg"_s).isEmpty())
            QSKIP("needs ffmpeg");
        QByteArray joined;
        const auto &samples = m_speech.samples();
        const size_t half = size_t((m_speech.words()[90].start - 0.1) * FliteSpeech::sampleRate);
        const std::array pieces{std::span(samples).first(half), std::span(samples).subspan(half)};
        for (size_t i = 0; i < 2; ++i) {
            const QString wav = save(u"piece.wav"_s, pieces[i]);
            const QString mp3 = m_folder.filePath(u"piece.mp3"_s);
            QProcess encoder;
            encoder.start(u"ffmpeg"_s,
                          {u"-y"_s, u"-loglevel"_s, u"error"_s, u"-i"_s, wav, u"-ar"_s,
                           i == 0 ? u"44100"_s : u"22050"_s, u"-write_xing"_s, u"0"_s, mp3});
            QVERIFY(encoder.waitForFinished() && encoder.exitCode() == 0);
            QFile piece(mp3);
            QVERIFY(piece.open(QIODevice::ReadOnly));
            joined += piece.readAll();
        }
        QFile file(m_folder.filePath(u"joined.mp3"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(joined) == joined.size());
        file.close();
        const auto [median, within] = measure(m_words, file.fileName());
        QVERIFY2(median < 0.12 && within > 0.85, qPrintable(u"%1 s, %2"_s.arg(median).arg(within)));
    }

    void anAdvertisementInAnotherVoiceIsPassedOver()
    {
        FliteSpeech advertisement;
        advertisement.music(4);
        for (const QString &line : {
                 u"This programme is brought to you by Bluebird, the bank that fits into your pocket."_s,
                 u"Open an account on your telephone in less than five minutes, with no papers to sign."_s,
                 u"Our cards are free of charge in forty countries, and there is somebody to talk to at any hour."_s,
                 u"New customers get twenty pounds when they pay in their first wages before the end of June."_s,
                 u"Just look for Bluebird wherever you download your software, and please check our conditions."_s,
             })
            advertisement.speak(line, FliteSpeech::Voice::Rms);
        const size_t at = size_t((m_speech.words()[90].start - 0.05) * FliteSpeech::sampleRate);
        std::vector<qint16> samples = m_speech.samples();
        samples.insert(samples.begin() + std::ptrdiff_t(at), advertisement.samples().begin(),
                       advertisement.samples().end());
        const align::Alignment alignment =
            align::align(test::spacedText(m_words.join(u' ')), save(u"advertisement.wav"_s, samples), {}).value();
        const double length = advertisement.seconds();
        std::vector<double> errors;
        for (size_t i = 0; i < alignment.timings.size(); ++i) {
            const double truth = m_speech.words()[i].start + (i < 90 ? 0 : length);
            errors.push_back(std::abs(double(alignment.timings[i].start.count()) / 1000 - truth));
        }
        std::sort(errors.begin(), errors.end());
        QVERIFY2(errors[errors.size() / 2] < 0.06, qPrintable(QString::number(errors[errors.size() / 2])));
        QVERIFY2(errors[errors.size() * 9 / 10] < 0.25, qPrintable(QString::number(errors[errors.size() * 9 / 10])));
        double told = 0;
        for (const MediaSpan &span : alignment.soundWithoutText)
            told += double((span.end - span.start).count()) / 1000;
        QVERIFY2(told > 0.7 * length, qPrintable(QString::number(told)));
    }

    void whereEveryWordHasATimeNothingIsHeard()
    {
        auto transcript = test::spacedText(u"one two three"_s);
        transcript.segments = {{{0, 0}, 1s, 2s}, {{1, 1}, 2s, 2500ms}, {{2, 2}, 3s, 4s}};
        FliteSpeech noise;
        noise.noise(6, 3000);
        const align::Alignment alignment = align::align(transcript, save(u"noise.wav"_s, noise.samples()), {}).value();
        for (size_t i = 0; i < 3; ++i) {
            QCOMPARE(alignment.timings[i].origin, transcript::TimingOrigin::Given);
            QCOMPARE(alignment.timings[i].start, transcript.segments[i].start);
            QCOMPARE(alignment.timings[i].end, transcript.segments[i].end);
        }
        QVERIFY(alignment.textWithoutSound.empty());
        QCOMPARE(align::align(transcript, m_folder.filePath(u"none.wav"_s), {}).error().code, ErrorCode::FileNotFound);
    }

    void progressRisesToOne()
    {
        std::vector<double> reports;
        align::Options options;
        options.progress = [&](double share) { reports.push_back(share); };
        QVERIFY(align::align(test::spacedText(m_words.join(u' ')), m_file, options));
        QVERIFY(reports.size() > 10);
        QVERIFY(std::is_sorted(reports.begin(), reports.end()));
        QVERIFY(reports.front() >= 0);
        QCOMPARE(reports.back(), 1.0);
    }

    void cancellingEndsItAtAnyMoment_data()
    {
        QTest::addColumn<double>("share");
        for (const double share : {0.0, 0.1, 0.3, 0.5, 0.61, 0.7, 0.8, 0.91, 0.95})
            QTest::newRow(qPrintable(QString::number(share))) << share;
    }
    void cancellingEndsItAtAnyMoment()
    {
        QFETCH(double, share);
        align::Options options;
        if (share == 0.0)
            options.cancel.cancel();
        double last = 0;
        options.progress = [&](double done) {
            last = done;
            if (done >= share)
                options.cancel.cancel();
        };
        const auto alignment = align::align(test::spacedText(m_words.join(u' ')), m_file, options);
        QVERIFY(!alignment);
        QCOMPARE(alignment.error().code, ErrorCode::Cancelled);
        QVERIFY(last < 1);
    }

    void cancellingAtAnyMomentIsQuick()
    {
        const auto transcript = test::spacedText(m_words.join(u' '));
        std::mt19937 random(11);
        const auto share = [&](double most) { return most * double(random() % 1000) / 1000; };
        std::vector<qint64> waits; // milliseconds
        for (int i = 0; i < 10; ++i) {
            // Some time after a share of the work is done, since the speed of the machine is not known.
            const double wanted = share(0.85);
            std::atomic<double> done = 0;
            align::Options options;
            options.progress = [&](double now) { done = now; };
            auto aligning = std::async(std::launch::async, [&] { return align::align(transcript, m_file, options); });
            while (done < wanted && aligning.wait_for(std::chrono::milliseconds(1)) != std::future_status::ready) {}
            std::this_thread::sleep_for(std::chrono::milliseconds(int(share(30))));
            QElapsedTimer wait;
            wait.start();
            options.cancel.cancel();
            const auto alignment = aligning.get();
            if (alignment)
                continue; // it was quicker this time
            QCOMPARE(alignment.error().code, ErrorCode::Cancelled);
            waits.push_back(wait.elapsed());
        }
        QVERIFY(waits.size() >= 5);
        std::sort(waits.begin(), waits.end());
        // The latest may have waited for its turn on a machine that does other things too.
        QVERIFY2(waits[waits.size() / 2] < 200, qPrintable(QString::number(waits[waits.size() / 2])));
        QVERIFY2(waits.back() < 1000, qPrintable(QString::number(waits.back())));
    }
};

QTEST_GUILESS_MAIN(TestAlignHardship)
#include "test_align_hardship.moc"
