// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/align.h"

#include "align/flitespeech.h"
#include "align/spacedtext.h"
#include "audio/wavfile.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace std::chrono_literals;
using align::Alignment;
using test::FliteSpeech;
using transcript::Anchor;
using transcript::Segment;
using transcript::TimingOrigin;
using transcript::Timings;
using transcript::WordTiming;

Q_DECLARE_METATYPE(earmark::ErrorCode)

// What is known before the sound is heard: anchors, and the times that a file gives.
class TestAlignKnown : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    FliteSpeech m_speech; // 20 s of other words, then the text's sentences
    QString m_file;
    transcript::Transcript m_transcript;
    std::vector<double> m_truth;          // seconds, one a token
    std::vector<qint32> m_sentenceStarts; // tokens, and their count
    Timings m_timings;                    // without anything known

    QString save(const QString &name, const FliteSpeech &speech)
    {
        const QString path = m_folder.filePath(name);
        return audio::writeWav(path, speech.samples(), FliteSpeech::sampleRate, 1) ? path : QString();
    }

    double wrongBy(const Timings &timings, qint32 token) const
    {
        return std::abs(double(timings[size_t(token)].start.count()) / 1000 - m_truth[size_t(token)]);
    }
    double medianError(const Timings &timings, qint32 first, qint32 last) const
    {
        std::vector<double> errors;
        for (qint32 i = first; i <= last; ++i)
            errors.push_back(wrongBy(timings, i));
        std::sort(errors.begin(), errors.end());
        return errors[errors.size() / 2];
    }
    MediaTime truth(qint32 token) const { return MediaTime(std::llround(m_truth[size_t(token)] * 1000)); }

    // A caption a sentence, each coming and going late or early by up to so much.
    std::vector<Segment> captions(int sloppyBy, MediaTime late = {}) const
    {
        std::vector<Segment> segments;
        MediaTime reached{};
        for (size_t s = 0; s + 1 < m_sentenceStarts.size(); ++s) {
            const auto sloppy = [&](size_t i) {
                return MediaTime(int(i * 7919 % 1000) * 2 * sloppyBy / 1000 - sloppyBy);
            };
            const qint32 last = m_sentenceStarts[s + 1] - 1;
            const MediaTime start = std::max(reached, truth(m_sentenceStarts[s]) + sloppy(2 * s) + late);
            const MediaTime end = std::max(start + 300ms, truth(last) + 300ms + sloppy(2 * s + 1) + late);
            segments.push_back({{m_sentenceStarts[s], last}, start, end});
            reached = end;
        }
        return segments;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList lines = test::sentences(70);
        // Words that the text has not: those of its own sentences could as well be meant.
        for (const QString &line : {u"Welcome back, dear listeners, this programme is supported by readers like you."_s,
                                    u"Please subscribe wherever you download podcasts, and leave us five stars."_s,
                                    u"Today's guest is a beekeeper who also repairs ancient pianos."_s,
                                    u"We talked yesterday afternoon in her crowded workshop near Vienna."_s,
                                    u"Enjoy this conversation, recorded with two microphones and much coffee."_s})
            m_speech.speak(line, FliteSpeech::Voice::Rms);
        const size_t other = m_speech.words().size();
        for (int i = 0; i < 50; ++i) {
            m_sentenceStarts.push_back(qint32(m_speech.words().size() - other));
            m_speech.speak(lines[i], i % 2 == 0 ? FliteSpeech::Voice::Slt : FliteSpeech::Voice::Awb);
        }
        for (size_t i = other; i < m_speech.words().size(); ++i)
            m_truth.push_back(m_speech.words()[i].start);
        m_sentenceStarts.push_back(qint32(m_truth.size()));
        m_transcript = test::spacedText(lines.mid(0, 50).join(u'\n'));
        QCOMPARE(m_transcript.tokens.size(), m_truth.size());
        m_file = save(u"speech.wav"_s, m_speech);
        m_timings = align::align(m_transcript, m_file, {}).value().timings;
    }

    void anchorsAreKeptExactly()
    {
        const qint32 wrong = m_sentenceStarts[20];
        align::Options options;
        options.anchors = {{m_sentenceStarts[5], truth(m_sentenceStarts[5]) + 7ms},
                           {m_sentenceStarts[10] + 3, truth(m_sentenceStarts[10] + 3) - 11ms},
                           {wrong, truth(wrong) - 1500ms}};
        const Timings timings = align::align(m_transcript, m_file, options).value().timings;
        for (const Anchor &anchor : options.anchors) {
            QCOMPARE(timings[size_t(anchor.token)].start, anchor.time);
            QCOMPARE(timings[size_t(anchor.token)].origin, TimingOrigin::Tapped);
            QCOMPARE(timings[size_t(anchor.token)].confidence, 1.0F);
        }
        QVERIFY(std::is_sorted(timings.begin(), timings.end(),
                               [](const auto &a, const auto &b) { return a.start < b.start; }));
        QVERIFY(medianError(timings, 0, wrong - 20) < 0.05);
        QVERIFY(medianError(timings, wrong + 10, m_transcript.count() - 1) < 0.05);
        // The sentence before the wrong one has given way to it.
        QVERIFY(timings[size_t(wrong) - 1].start <= options.anchors[2].time);
    }

    void anchorsOutOfReachAreKept()
    {
        // Ten words within 0.8 s: hardly anyone speaks like that.
        align::Options options;
        options.anchors = {{100, truth(100)}, {110, truth(100) + 800ms}};
        const Timings timings = align::align(m_transcript, m_file, options).value().timings;
        QCOMPARE(timings[100].start, options.anchors[0].time);
        QCOMPARE(timings[110].start, options.anchors[1].time);
        QVERIFY(medianError(timings, 130, m_transcript.count() - 1) < 0.05);
    }

    void anchorsThatCannotBeAreRefused_data()
    {
        QTest::addColumn<std::vector<Anchor>>("anchors");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("turned round") << std::vector<Anchor>{{3, 30s}, {4, 29s}} << ErrorCode::AnchorsContradict;
        QTest::newRow("no time between") << std::vector<Anchor>{{100, 60s}, {110, 60s + 100ms}}
                                         << ErrorCode::AnchorsContradict;
        QTest::newRow("after the end") << std::vector<Anchor>{{3, 3000s}} << ErrorCode::AnchorOutside;
        QTest::newRow("no such token") << std::vector<Anchor>{{30000, 30s}} << ErrorCode::AnchorOutside;
    }
    void anchorsThatCannotBeAreRefused()
    {
        QFETCH(std::vector<Anchor>, anchors);
        align::Options options;
        options.anchors = anchors;
        const auto alignment = align::align(m_transcript, m_file, options);
        QVERIFY(!alignment);
        QTEST(alignment.error().code, "code");
        QCOMPARE(alignment.error().subject, QString::number(anchors.back().token));
    }

    void aTapMovesWhatIsNearAndNothingElse()
    {
        // Two sentences have gone astray, and nobody is sure of them.
        const qint32 first = m_sentenceStarts[24];
        const qint32 end = m_sentenceStarts[26];
        Timings astray = m_timings;
        for (qint32 i = first - 4; i < end; ++i) {
            astray[size_t(i)].start += MediaTime(i < first ? 0 : 2500);
            astray[size_t(i)].end = astray[size_t(i)].start + 200ms;
            astray[size_t(i)].confidence = 0.3F;
        }
        for (qint32 i = end; i < m_transcript.count() && astray[size_t(i)].start < astray[size_t(end) - 1].start; ++i)
            astray[size_t(i)].start = astray[size_t(i)].end = astray[size_t(end) - 1].start;
        const Anchor tap{first, truth(first) + 5ms};
        QElapsedTimer timer;
        timer.start();
        const Timings mended = align::alignAround(tap, m_transcript, astray, m_file, {}).value();
        qInfo("a stretch of two minutes and more: %lld ms", timer.elapsed());
        QCOMPARE(mended[size_t(first)].start, tap.time);
        QCOMPARE(mended[size_t(first)].origin, TimingOrigin::Tapped);
        QVERIFY(medianError(mended, first, end - 1) < 0.05);
        int changed = 0;
        for (qint32 i = 0; i < m_transcript.count(); ++i) {
            const bool isFar = std::abs(m_truth[size_t(i)] - m_truth[size_t(first)]) > 75;
            if (isFar)
                QVERIFY(mended[size_t(i)] == astray[size_t(i)]);
            changed += mended[size_t(i)] == astray[size_t(i)] ? 0 : 1;
        }
        QVERIFY(changed > 10);
        QVERIFY(std::is_sorted(mended.begin(), mended.end(),
                               [](const auto &a, const auto &b) { return a.start < b.start; }));
    }

    void aTapBetweenTwoStaysBetweenThem()
    {
        const qint32 token = m_sentenceStarts[30];
        const qint32 before = token - 12;
        const qint32 after = token + 14;
        const auto tap = [&](const Timings &timings, qint32 at) {
            return align::alignAround({at, truth(at)}, m_transcript, timings, m_file, {}).value();
        };
        const Timings both = tap(tap(m_timings, before), after);
        const Anchor anchor{token, truth(token) - 40ms};
        const Timings three = align::alignAround(anchor, m_transcript, both, m_file, {}).value();
        for (qint32 i = 0; i < m_transcript.count(); ++i) {
            if (i <= before || i >= after)
                QVERIFY(three[size_t(i)] == both[size_t(i)]);
        }
        QCOMPARE(three[size_t(token)].start, anchor.time);
        QVERIFY(medianError(three, before, after) < 0.06);
        // A word tapped again is where it was tapped last.
        const Timings again = tap(three, token);
        QCOMPARE(again[size_t(token)].start, truth(token));
        // Same input, same output.
        QVERIFY(tap(three, token) == again);

        const auto beyond = align::alignAround({token, truth(after) + 1s}, m_transcript, three, m_file, {});
        QVERIFY(!beyond);
        QCOMPARE(beyond.error().code, ErrorCode::AnchorsContradict);
        QCOMPARE(beyond.error().subject, QString::number(token));
    }

    void theFirstAndTheLastCanBeTapped()
    {
        for (const qint32 token : {0, m_transcript.count() - 1}) {
            const Anchor anchor{token, truth(token) + 20ms};
            const Timings timings = align::alignAround(anchor, m_transcript, m_timings, m_file, {}).value();
            QCOMPARE(timings[size_t(token)].start, anchor.time);
            QVERIFY(medianError(timings, 0, m_transcript.count() - 1) < 0.05);
        }
        const auto outside = align::alignAround({m_transcript.count() - 1, 3000s}, m_transcript, m_timings, m_file, {});
        QCOMPARE(outside.error().code, ErrorCode::AnchorOutside);
        QCOMPARE(align::alignAround({0, 1s}, m_transcript, {}, m_file, {}).error().code, ErrorCode::InvalidArgument);
    }

    // A minute of others' words, which the times of before know nothing about, is marked.
    void whatIsNotInTheTextIsPassedOver()
    {
        const qint32 at = m_sentenceStarts[25];
        const auto cut = std::ptrdiff_t((m_truth[size_t(at)] - 0.02) * FliteSpeech::sampleRate);
        FliteSpeech inserted;
        const QStringList lines = test::sentences(70);
        for (int i = 50; i < 56; ++i)
            inserted.speak(lines[i], FliteSpeech::Voice::Slt);
        std::vector<qint16> samples = m_speech.samples();
        samples.insert(samples.begin() + cut, inserted.samples().begin(), inserted.samples().end());
        const QString file = m_folder.filePath(u"inserted.wav"_s);
        QVERIFY(audio::writeWav(file, samples, FliteSpeech::sampleRate, 1));
        const MediaTime length(std::llround(inserted.seconds() * 1000));
        const MediaSpan span{truth(at) - 20ms, truth(at) - 20ms + length};

        const auto verify = [&](const Timings &timings) {
            int inside = 0;
            std::vector<double> errors;
            for (qint32 i = 0; i < m_transcript.count(); ++i) {
                const MediaTime start = timings[size_t(i)].start;
                if (timings[size_t(i)].origin == TimingOrigin::Aligned)
                    inside += start > span.start + 150ms && start < span.end - 150ms ? 1 : 0;
                errors.push_back(
                    std::abs(double((start - truth(i) - (i < at ? MediaTime(0) : length)).count()) / 1000));
            }
            std::sort(errors.begin(), errors.end());
            QCOMPARE(inside, 0);
            const double most = errors[errors.size() * 95 / 100];
            QVERIFY2(most < 0.3, qPrintable(QString::number(most)));
        };
        align::Options options;
        options.notInText = {span};
        verify(align::align(m_transcript, file, options).value().timings);

        // The words after it are where they were, but for four sentences that are in the span.
        Timings astray = m_timings;
        const qint32 end = m_sentenceStarts[29];
        for (qint32 i = at; i < m_transcript.count(); ++i) {
            WordTiming &timing = astray[size_t(i)];
            const MediaTime start = i < end ? span.start + MediaTime(300 * (i - at)) : timing.start + length;
            timing = {start, start + 200ms, i < end ? 0.3F : timing.confidence, timing.origin};
        }
        const Timings mended = align::alignOutside(span, m_transcript, astray, file, {}).value();
        verify(mended);
        for (qint32 i = 0; i < m_transcript.count(); ++i) {
            const MediaTime start = astray[size_t(i)].start;
            if (start < span.start - 90s || start > span.end + 90s)
                QVERIFY(mended[size_t(i)] == astray[size_t(i)]);
        }
    }

    void aSpanThatCannotBeOutsideIsRefused()
    {
        const auto outside = [&](MediaSpan span, const Timings &timings) {
            return align::alignOutside(span, m_transcript, timings, m_file, {});
        };
        QCOMPARE(outside({30s, 30s}, m_timings).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(outside({30s, 40s}, {}).error().code, ErrorCode::InvalidArgument);
        Timings tapped = m_timings;
        const qint32 token = m_sentenceStarts[5];
        tapped[size_t(token)].origin = TimingOrigin::Tapped;
        const MediaTime at = tapped[size_t(token)].start;
        const auto contradicted = outside({at - 1s, at + 1s}, tapped);
        QCOMPARE(contradicted.error().code, ErrorCode::AnchorsContradict);
        QCOMPARE(contradicted.error().subject, QString::number(token));
        // Before the first word there is nothing to be moved.
        QVERIFY(outside({0s, 1s}, m_timings).value() == m_timings);
    }

    // What the reader has tapped counts, but nobody is sure of the words around it.
    void wordsAroundATapInAnotherEpisodeAreDoubted()
    {
        const QStringList words =
            u"umbrella chemistry giraffe volcano purple seldom quantum plumbers invoice zigzag pyjamas mosquito"_s
                .split(u' ');
        QStringList text;
        for (int i = 0; i < 360; ++i)
            text.append(words[(i * i + i / 7) % words.size()]);
        const auto other = test::spacedText(text.join(u' '));
        const Timings guessed = transcript::estimateTimings(other, truth(qint32(m_truth.size()) - 1));
        const qint32 token = other.count() / 2;
        const Anchor anchor{token, guessed[size_t(token)].start};
        const Timings timings = align::alignAround(anchor, other, guessed, m_file, {}).value();
        QCOMPARE(timings[size_t(token)].origin, TimingOrigin::Tapped);
        for (qint32 i = 0; i < other.count(); ++i)
            QVERIFY(i == token || timings[size_t(i)].confidence <= 0.2F);
    }

    void captionsGiveTheirWordsTimes_data()
    {
        QTest::addColumn<int>("sloppyBy"); // milliseconds
        QTest::addColumn<MediaTime>("late");
        QTest::newRow("to the point") << 0 << MediaTime(0);
        QTest::newRow("half a second sloppy") << 500 << MediaTime(0);
        QTest::newRow("of another edition, 4 s late") << 100 << MediaTime(4000);
        QTest::newRow("worth nothing") << 4000 << MediaTime(0);
        QTest::newRow("all within the first seconds") << 0 << MediaTime(-600s);
    }
    void captionsGiveTheirWordsTimes()
    {
        QFETCH(int, sloppyBy);
        QFETCH(MediaTime, late);
        auto transcript = m_transcript;
        transcript.segments = captions(sloppyBy, late);
        const Timings timings = align::align(transcript, m_file, {}).value().timings;
        const double median = medianError(timings, 0, transcript.count() - 1);
        QVERIFY2(median < 0.05, qPrintable(QString::number(median)));
        const auto aligned = std::count_if(timings.begin(), timings.end(),
                                           [](const auto &t) { return t.origin == TimingOrigin::Aligned; });
        QVERIFY(double(aligned) > 0.97 * double(timings.size()));
        if (late != MediaTime(0) || sloppyBy > 750)
            return;
        for (const Segment &segment : transcript.segments) {
            for (qint32 i = segment.span.first; i <= segment.span.last; ++i) {
                QVERIFY(timings[size_t(i)].start > segment.start - 1s);
                QVERIFY(timings[size_t(i)].start < segment.end + 1s);
            }
        }
    }

    // A file with a time for each word, from before the 20 s were put in front.
    void aTapMovesWordsThatHaveTimesOfTheirOwn()
    {
        auto transcript = m_transcript;
        const MediaTime added = truth(0) - 200ms;
        for (qint32 i = 0; i < transcript.count(); ++i) {
            const MediaTime end = i + 1 < transcript.count() ? truth(i + 1) : truth(i) + 300ms;
            transcript.segments.push_back({{i, i}, truth(i) - added, end - added});
        }
        const Timings stated = transcript::estimateTimings(transcript, {});
        const qint32 token = m_sentenceStarts[10];
        const Anchor tap{token, truth(token)};
        align::Options options;
        options.anchors = {tap};
        const Timings around = align::alignAround(tap, transcript, stated, m_file, {}).value();
        const Timings all = align::align(transcript, m_file, options).value().timings;
        qint32 near = token; // half a minute behind
        while (truth(near) < truth(token) + 30s)
            ++near;
        qint32 far = near;
        while (far < transcript.count() && stated[size_t(far)].start < truth(token) + 60s)
            ++far;
        QVERIFY(far + 10 < transcript.count());
        for (const Timings &timings : {around, all}) {
            QCOMPARE(timings[size_t(token)].start, tap.time);
            QVERIFY(medianError(timings, token, near) < 0.05);
            QVERIFY(std::equal(timings.begin() + far, timings.end(), stated.begin() + far));
            const auto collapsed =
                std::count_if(timings.begin(), timings.end(), [](const WordTiming &t) { return t.end <= t.start; });
            QVERIFY2(collapsed < 10, qPrintable(QString::number(collapsed)));
        }
    }

    // Nothing is heard of the span: the file counts without it, and does so after a tap and a match, too.
    void timesOfTheFileStayBehindASpan()
    {
        auto transcript = m_transcript;
        for (qint32 i = 0; i < transcript.count(); ++i)
            transcript.segments.push_back({{i, i}, truth(i), truth(i) + 20ms});
        const MediaSpan span{truth(m_sentenceStarts[10]) - 10ms, truth(m_sentenceStarts[10]) + 5s};
        const auto moved = [&](qint32 i) {
            return truth(i) + (i < m_sentenceStarts[10] ? MediaTime::zero() : span.end - span.start);
        };
        const qint32 token = m_sentenceStarts[15];
        align::Options options;
        options.notInText = {span};
        Timings known = align::align(transcript, m_file, options).value().timings;
        QCOMPARE(known[size_t(token)].start, moved(token));
        const Anchor tap{token, moved(token) + 120ms};
        known = align::alignAround(tap, transcript, known, m_file, options).value();
        options.anchors = {tap};
        for (const Timings &timings : {known, align::align(transcript, m_file, options).value().timings}) {
            QCOMPARE(timings[size_t(token)].start, tap.time);
            for (qint32 i = 0; i < transcript.count(); ++i) {
                const MediaTime off = timings[size_t(i)].start - moved(i);
                QVERIFY2(off >= 0ms && off <= 120ms, qPrintable(QString::number(i)));
                if (std::chrono::abs(moved(i) - tap.time) > 6s)
                    QCOMPARE(off, 0ms);
            }
        }
    }

    void wordsWithTimesKeepThem()
    {
        auto transcript = m_transcript;
        transcript.segments = captions(0);
        // The third caption holds a time for its first word.
        Segment &third = transcript.segments[2];
        const qint32 timed = third.span.first;
        const MediaTime start = truth(timed) + 130ms;
        third.span.first = timed + 1;
        third.start = start + 100ms;
        transcript.segments.insert(transcript.segments.begin() + 2, {{timed, timed}, start, start + 100ms});
        const Timings timings = align::align(transcript, m_file, {}).value().timings;
        QCOMPARE(timings[size_t(timed)].start, start);
        QCOMPARE(timings[size_t(timed)].end, start + 100ms);
        QCOMPARE(timings[size_t(timed)].origin, TimingOrigin::Given);
        QVERIFY(medianError(timings, 0, transcript.count() - 1) < 0.05);
    }

    void whatOneOfTheTwoHasNotIsTold()
    {
        // 20 s that are not in the text, and a sentence that is not in the audio.
        const QStringList lines = test::sentences(70);
        const QString absent = u"Purple elephants seldom discuss quantum mechanics with astonished plumbers."_s;
        QStringList text = lines.mid(0, 50);
        text.insert(25, absent);
        const auto transcript = test::spacedText(text.join(u'\n'));
        const Alignment alignment = align::align(transcript, m_file, {}).value();
        QVERIFY(!alignment.soundWithoutText.empty());
        QVERIFY(alignment.soundWithoutText.front().start < 2s);
        const MediaTime off = alignment.soundWithoutText.front().end - truth(0);
        QVERIFY2(std::chrono::abs(off) < 2s, qPrintable(QString::number(off.count())));
        qint32 missing = 0;
        const qint32 first = m_sentenceStarts[25];
        const qint32 last = first + qint32(absent.split(u' ').size()) - 1;
        for (const auto &span : alignment.textWithoutSound) {
            for (qint32 i = span.first; i <= span.last; ++i)
                missing += i >= first && i <= last ? 1 : 0;
        }
        QVERIFY2(missing >= 6, qPrintable(QString::number(missing)));
    }
};

QTEST_GUILESS_MAIN(TestAlignKnown)
#include "test_align_known.moc"
