// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/activity.h"
#include "align/cepstrum.h"
#include "align/normalise.h"
#include "align/statedistance.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <random>

using namespace earmark::align;

namespace {

constexpr double pi = std::numbers::pi;

std::vector<qint16> noise(size_t count, int amplitude, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::vector<qint16> samples;
    for (size_t i = 0; i < count; ++i)
        samples.push_back(qint16(int(random() % unsigned(2 * amplitude + 1)) - amplitude));
    return samples;
}

// Tones and noise, louder and softer.
std::vector<qint16> varied(int rate, double seconds)
{
    std::vector<qint16> samples = noise(size_t(rate * seconds), 300);
    for (size_t i = 0; i < samples.size(); ++i) {
        const double t = double(i) / rate;
        samples[i] = qint16(samples[i] + 6000 * std::sin(2 * pi * (200 + 900 * t) * t) * (1 + std::sin(9 * t)));
    }
    return samples;
}

// The cepstrum of one frame by the textbook: every sum written out, in double.
std::vector<double> naiveCepstrum(const std::vector<qint16> &samples, int rate, int frame)
{
    const int length = int(rate * 0.025);
    int size = 2;
    while (size < length)
        size *= 2;
    const auto begin = std::llround(frame * rate * 0.01) - length / 2;
    const auto sample = [&](long long i) {
        return i < 0 || i >= (long long)(samples.size()) ? 0.0 : double(samples[size_t(i)]);
    };
    std::vector<double> windowed;
    for (int i = 0; i < length; ++i) {
        // Past the end there is nothing, pre-emphasised or not.
        const double value =
            begin + i < (long long)(samples.size()) ? sample(begin + i) - 0.97 * sample(begin + i - 1) : 0;
        windowed.push_back(value * (0.54 - 0.46 * std::cos(2 * pi * i / (length - 1))));
    }
    const auto mel = [](double f) { return 1127 * std::log(1 + f / 700); };
    const auto hertz = [](double m) { return 700 * (std::exp(m / 1127) - 1); };
    std::vector<double> bands(32, 0.0);
    for (int k = 0; k <= size / 2; ++k) {
        std::complex<double> sum = 0;
        for (int i = 0; i < length; ++i)
            sum += windowed[size_t(i)] * std::polar(1.0, -2 * pi * k * i / size);
        for (int b = 0; b < 32; ++b) {
            const auto edge = [&](int e) { return hertz(mel(100) + (mel(6800) - mel(100)) * (b + e) / 33); };
            const double f = double(k) * rate / size;
            const double rise = (f - edge(0)) / (edge(1) - edge(0));
            const double fall = (edge(2) - f) / (edge(2) - edge(1));
            bands[size_t(b)] += std::max(0.0, std::min(rise, fall)) * std::norm(sum);
        }
    }
    double energy = 1e5;
    for (const double band : bands)
        energy += band;
    std::vector<double> result{std::log(energy)};
    for (int c = 1; c < 13; ++c) {
        double sum = 0;
        for (int b = 0; b < 32; ++b)
            sum += std::sqrt(2.0 / 32) * std::cos(pi * c * (b + 0.5) / 32) * std::log(bands[size_t(b)] + 2000);
        result.push_back(sum);
    }
    return result;
}

Frames cepstra(const std::vector<qint16> &samples, int rate, size_t block)
{
    CepstrumStream stream(rate);
    for (size_t i = 0; i < samples.size(); i += block)
        stream.take(std::span(samples).subspan(i, std::min(block, samples.size() - i)));
    return stream.finish();
}

} // namespace

class TestAlignFeatures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cepstraAreThoseOfTheTextbook_data()
    {
        QTest::addColumn<int>("rate");
        QTest::newRow("recordings") << 16000;
        QTest::newRow("espeak-ng") << 22050;
        QTest::newRow("telephone") << 8000;
    }
    void cepstraAreThoseOfTheTextbook()
    {
        QFETCH(int, rate);
        const auto samples = varied(rate, 0.4);
        const Frames frames = cepstra(samples, rate, samples.size());
        QCOMPARE(frames.count(), 40);
        for (const int frame : {0, 1, 7, 20, 38, 39}) {
            const auto expected = naiveCepstrum(samples, rate, frame);
            for (size_t c = 0; c < expected.size(); ++c)
                QVERIFY2(std::abs(double(frames[frame][c]) - expected[c]) < 2e-3,
                         qPrintable(QStringLiteral("frame %1, coefficient %2: %3, expected %4")
                                        .arg(frame)
                                        .arg(c)
                                        .arg(double(frames[frame][c]))
                                        .arg(expected[c])));
        }
    }

    void blocksMakeNoDifference_data()
    {
        QTest::addColumn<int>("block");
        for (const int block : {1, 7, 159, 160, 161, 4096})
            QTest::newRow(qPrintable(QString::number(block))) << block;
    }
    void blocksMakeNoDifference()
    {
        QFETCH(int, block);
        const auto samples = varied(16000, 0.5);
        QVERIFY(cepstra(samples, 16000, size_t(block)) == cepstra(samples, 16000, samples.size()));
    }

    void streamBeginsAnewAfterItsEnd()
    {
        const auto samples = varied(22050, 0.3);
        CepstrumStream stream(22050);
        stream.take(samples);
        const Frames first = stream.finish();
        stream.take(samples);
        QVERIFY(stream.finish() == first);
    }

    void shortSoundHasFewFrames_data()
    {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("frames");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("less than a hop") << 159 << 0;
        QTest::newRow("a hop") << 160 << 1;
        QTest::newRow("less than a window") << 320 << 2;
    }
    void shortSoundHasFewFrames()
    {
        QFETCH(int, samples);
        QTEST(cepstra(noise(size_t(samples), 1000), 16000, 160).count(), "frames");
    }

    void pausesAreToldFromSpeech()
    {
        std::vector<qint16> samples;
        for (int i = 0; i < 20; ++i) {
            const auto part = noise(16000, i % 2 == 0 ? 4000 : 30, unsigned(i));
            samples.insert(samples.end(), part.begin(), part.end());
        }
        const auto activity = speechActivity(cepstra(samples, 16000, 16000));
        for (size_t t = 10; t + 10 < activity.size(); ++t) {
            if (t % 100 < 10 || t % 100 > 90)
                continue;
            if (t / 100 % 2 == 0)
                QVERIFY(activity[t] > 0.8F);
            else
                QVERIFY(activity[t] < 0.2F);
        }
    }

    void silenceIsNoSpeech_data()
    {
        QTest::addColumn<int>("amplitude");
        QTest::newRow("digital") << 0;
        QTest::newRow("dither") << 1;
    }
    void silenceIsNoSpeech()
    {
        QFETCH(int, amplitude);
        const auto activity = speechActivity(cepstra(noise(48000, amplitude), 16000, 16000));
        QCOMPARE(activity.size(), size_t(300));
        QVERIFY(*std::max_element(activity.begin(), activity.end()) < 0.5F);
    }

    void noFramesNoActivity() { QVERIFY(speechActivity({cepstrumSize, {}}).empty()); }

    void normalisingTakesOffVoiceAndRoom_data()
    {
        QTest::addColumn<bool>("locally");
        QTest::newRow("globally") << false;
        QTest::newRow("locally") << true;
    }
    void normalisingTakesOffVoiceAndRoom()
    {
        QFETCH(bool, locally);
        const auto normalise = locally ? normaliseLocally : normaliseGlobally;
        Frames frames = cepstra(varied(16000, 3), 16000, 16000);
        const std::vector<float> activity(size_t(frames.count()), 1.0F);
        Frames other = frames;
        for (int t = 0; t < other.count(); ++t) {
            for (size_t d = 0; d < cepstrumSize; ++d)
                other[t][d] = other[t][d] * 1.7F + float(d) - 3;
        }
        normalise(frames, activity);
        normalise(other, activity);
        for (size_t i = 0; i < frames.values.size(); ++i)
            QVERIFY(std::abs(frames.values[i] - other.values[i]) < 1e-3F);
    }

    void localMeanFollowsTheSpeaker()
    {
        Frames frames{cepstrumSize, {}};
        std::mt19937 random(5);
        for (int t = 0; t < 6000; ++t) {
            for (int d = 0; d < cepstrumSize; ++d)
                frames.values.push_back(float(random() % 1000) / 1000 + (t < 3000 ? 0.0F : 4.0F));
        }
        normaliseLocally(frames, std::vector<float>(6000, 1.0F));
        const auto mean = [&](int begin, int end) {
            double sum = 0;
            for (int t = begin; t < end; ++t)
                sum += double(frames[t][3]);
            return sum / (end - begin);
        };
        QVERIFY(std::abs(mean(1000, 2000) - mean(4000, 5000)) < 0.3);
    }

    void featuresAreAveragesAndSlopes()
    {
        Frames ramp{cepstrumSize, {}};
        for (int t = 0; t < 30; ++t) {
            for (int d = 0; d < cepstrumSize; ++d)
                ramp.values.push_back(float(t * (d + 1)));
        }
        Frames coarse{featureSize, std::vector<float>(3 * size_t(featureSize), 77.0F)};
        for (int i = 0; i < coarse.count(); ++i)
            fillFeatures(ramp, 12, i, coarse[i]);
        QCOMPARE(coarse[1][0], 2 * 17.5F); // energy counts twice
        QCOMPARE(coarse[1][4], 5 * 17.5F);
        QCOMPARE(coarse[1][cepstrumSize + 4], 2 * 5.0F); // slopes count twice
        QCOMPARE(coarse[2][4], 5 * 26.5F);               // the last stands for six frames
    }

    void distancesAreEuclidean()
    {
        std::mt19937 random(2);
        Frames frames{featureSize, {}};
        for (int i = 0; i < 50 * featureSize; ++i)
            frames.values.push_back(float(random() % 2000) / 1000 - 1);
        std::vector<int> frameOf;
        for (int i = 0; i < 50; ++i)
            frameOf.push_back(i % 9 == 4 ? -1 : i);
        const StateDistance distance(featureSize, frameOf, [&](int frame, std::span<float> vector) {
            std::copy(frames[frame].begin(), frames[frame].end(), vector.begin());
        });
        const Frames probe{featureSize, std::vector<float>(featureSize, 0.25F)};
        for (const auto &[first, count] : {std::pair{0, 50}, {1, 49}, {15, 2}, {33, 17}, {49, 1}}) {
            std::vector<float> row(size_t(count), -1.0F);
            distance.measure(probe[0], first, row);
            for (int i = 0; i < count; ++i) {
                if (frameOf[size_t(first + i)] < 0)
                    continue;
                double sum = 0;
                for (const float value : frames[first + i])
                    sum += (double(value) - 0.25) * (double(value) - 0.25);
                QVERIFY(std::abs(double(row[size_t(i)]) - std::sqrt(sum)) < 1e-4);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAlignFeatures)
#include "test_align_features.moc"
