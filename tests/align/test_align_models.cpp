// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/emissions.h"
#include "align/foreign.h"
#include "align/mixture.h"
#include "align/phonemodels.h"
#include "align/slopes.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace earmark;
using namespace earmark::align;

namespace {

const VariancePrior weakPrior{{1, 1}, 1};

// `each` samples around each of the centres, one after the other.
Frames cloud(const std::vector<std::array<float, 2>> &centres, int each, float deviation)
{
    std::mt19937 random(7);
    std::normal_distribution<float> normal(0, deviation);
    Frames samples{2, {}};
    for (int i = 0; i < each; ++i) {
        for (const auto &centre : centres) {
            samples.values.push_back(centre[0] + normal(random));
            samples.values.push_back(centre[1] + normal(random));
        }
    }
    return samples;
}

bool near(float a, float b, float distance)
{
    return std::abs(a - b) <= distance;
}

// The definition, in double precision.
double logDensity(const Mixture &mixture, int component, std::span<const float> vector)
{
    double sum = std::log(double(mixture.weights[size_t(component)]));
    for (size_t d = 0; d < vector.size(); ++d) {
        const double variance = mixture.variances[component][d];
        const double difference = double(vector[d]) - mixture.means[component][d];
        sum -= 0.5 * (std::log(2 * std::numbers::pi * variance) + difference * difference / variance);
    }
    return sum;
}

// Cepstra whose every coefficient is a function of time.
template <typename Function>
Frames curve(int count, Function function)
{
    Frames frames{cepstrumSize, {}};
    for (int t = 0; t < count; ++t) {
        for (int d = 0; d < cepstrumSize; ++d)
            frames.values.push_back(float(function(t, d)));
    }
    return frames;
}

// Two states that take turns every five frames, and silence after each pair.
struct TwoSounds {
    Sound recording;
    std::vector<int> labels;
};

TwoSounds twoSounds()
{
    std::mt19937 random(3);
    std::normal_distribution<float> normal(0, 0.2F);
    TwoSounds sounds;
    sounds.recording.cepstra.width = cepstrumSize;
    for (int t = 0; t < 3000; ++t) {
        const int phase = t / 5 % 3;
        sounds.labels.push_back(phase == 2 ? unlabelled : phase);
        sounds.recording.activity.push_back(phase == 2 ? 0 : 1);
        for (int d = 0; d < cepstrumSize; ++d)
            sounds.recording.cepstra.values.push_back(float(phase == 2 ? -2 : phase) + normal(random));
    }
    return sounds;
}

} // namespace

class TestAlignModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void densitiesAreFoundAgain()
    {
        const Frames samples = cloud({{-3, 1}, {4, 5}}, 400, 0.5F);
        Mixture found = fitMixture(samples, 2, weakPrior);
        QCOMPARE(found.components(), 2);
        const int left = found.means[0][0] < found.means[1][0] ? 0 : 1;
        QVERIFY(near(found.weights[0], 0.5F, 0.01F));
        QVERIFY(near(found.means[left][0], -3, 0.1F) && near(found.means[left][1], 1, 0.1F));
        QVERIFY(near(found.means[1 - left][0], 4, 0.1F) && near(found.means[1 - left][1], 5, 0.1F));
        QVERIFY(near(found.variances[left][0], 0.25F, 0.05F));
    }

    void fewSamplesMakeOneDensityNearThePrior()
    {
        const Frames samples = cloud({{8, -8}}, 10, 0.01F);
        const Mixture found = fitMixture(samples, 2, {{1, 4}, 20});
        QCOMPARE(found.components(), 1);
        QVERIFY(found.means[0][0] > 4 && found.means[0][0] < 8);
        QVERIFY(near(found.variances[0][0], 20.0F / 30, 0.01F));
        QVERIFY(near(found.variances[0][1], 80.0F / 30, 0.01F));
    }

    void noSamplesGiveThePrior()
    {
        const Mixture found = fitMixture({2, {}}, 2, {{1, 4}, 20});
        QCOMPARE(found.means.values, (std::vector<float>{0, 0}));
        QCOMPARE(found.variances.values, (std::vector<float>{1, 4}));
    }

    void aBankMeasuresTheLikeliestComponent()
    {
        std::vector<Mixture> mixtures;
        for (int i = 0; i < 20; ++i)
            mixtures.push_back(fitMixture(cloud({{float(i), 0}, {0, float(i)}}, 100, 0.7F), 1 + i % 2, weakPrior));
        const MixtureBank bank(mixtures);
        QCOMPARE(bank.count(), 20);
        const std::array<float, 2> vector{2.5F, -1};
        std::vector<float> measured(20);
        std::vector<float> room;
        bank.measure(vector, room, measured);
        for (size_t i = 0; i < mixtures.size(); ++i) {
            double best = -1e9;
            for (int k = 0; k < mixtures[i].components(); ++k)
                best = std::max(best, logDensity(mixtures[i], k, vector));
            QVERIFY2(std::abs(best - double(measured[i])) < 1e-3, qPrintable(QString::number(i)));
        }
    }

    void slopesAreThoseOfLinesAndBends()
    {
        const Frames line = curve(20, [](int t, int d) { return 0.5 * t * d; });
        const Frames parabola = curve(20, [](int t, int d) { return 0.5 * t * t * d; });
        std::array<float, slopedSize> vector{};
        fillSloped(line, 10, vector);
        for (size_t d = 0; d < cepstrumSize; ++d) {
            QCOMPARE(vector[d], line[10][d]);
            QVERIFY(near(vector[cepstrumSize + d], 0.5F * float(d), 1e-4F));
            QVERIFY(near(vector[2 * cepstrumSize + d], 0, 1e-4F));
        }
        fillSloped(parabola, 10, vector);
        for (size_t d = 0; d < cepstrumSize; ++d) {
            QVERIFY(near(vector[cepstrumSize + d], 10.0F * float(d), 1e-2F));
            QVERIFY(near(vector[2 * cepstrumSize + d], float(d), 1e-2F));
        }
    }

    void theLabelledStateCostsLeast()
    {
        const TwoSounds sounds = twoSounds();
        const PhonemeModels models = trainModels(sounds.recording, sounds.labels, {2, 1, 1, 1}, {});
        Emissions emissions(sounds.recording.cepstra, models, 1);
        int right = 0;
        for (int t = 0; t < 3000; ++t) {
            const auto costs = emissions.at(t);
            QCOMPARE(costs.size(), size_t(3)); // two states and the pause
            const int label = sounds.labels[size_t(t)];
            if (label == unlabelled)
                right += costs[2] < std::min(costs[0], costs[1]) ? 1 : 0;
            else
                right += costs[size_t(label)] < costs[size_t(1 - label)] ? 1 : 0;
        }
        QVERIFY2(right > 2850, qPrintable(QString::number(right)));
    }

    void soundThatIsNotInTheTextIsDearWhereItIsNotExpected()
    {
        const TwoSounds sounds = twoSounds();
        const PhonemeModels models = trainModels(sounds.recording, sounds.labels, {2, 1, 1, 1}, {});
        std::vector<bool> foreign(3000, false);
        std::fill(foreign.begin() + 1500, foreign.end(), true);
        Emissions everywhere(sounds.recording.cepstra, models, 1);
        Emissions expected(sounds.recording.cepstra, models, 1, foreign);
        int dearer = 0;
        for (int t = 0; t < 3000; ++t) {
            const auto costs = everywhere.at(t);
            const auto found = expected.at(t);
            QVERIFY(std::equal(costs.begin(), costs.end() - 1, found.begin()));
            QVERIFY(t < 1500 ? found[2] >= costs[2] : found[2] == costs[2]);
            dearer += found[2] > costs[2] ? 1 : 0;
        }
        QVERIFY2(dearer > 500, qPrintable(QString::number(dearer)));
    }

    void foreignSoundIsExpectedWherePausesAreLoud_data()
    {
        QTest::addColumn<int>("loud"); // frames in a pause of half a second
        QTest::addColumn<int>("expected");
        QTest::newRow("silence") << 0 << 0;
        QTest::newRow("a breath") << 14 << 0;
        QTest::newRow("a cough") << 15 << 70; // and a tenth of a second on either side
        QTest::newRow("speech") << 50 << 70;
    }
    void foreignSoundIsExpectedWherePausesAreLoud()
    {
        QFETCH(int, loud);
        std::vector<int> labels(300, 4);
        std::fill_n(labels.begin() + 100, 50, unlabelled);
        std::vector<float> activity(300, 1);
        std::fill_n(activity.begin() + 100, 50, 0.1F);
        std::fill_n(activity.begin() + 120, std::min(loud, 30), 0.9F);
        std::fill_n(activity.begin() + 100, std::max(0, loud - 30), 0.9F);
        const std::vector<bool> foreign = foreignFrames(labels, activity);
        QCOMPARE(foreign.size(), size_t(300));
        QTEST(int(std::count(foreign.begin(), foreign.end(), true)), "expected");
        if (loud >= 15)
            QVERIFY(foreign[90] && !foreign[89] && foreign[159] && !foreign[160]);
        QCOMPARE(foreignFrames({}, {}).size(), size_t(0));
    }

    void threadsChangeNothing()
    {
        const TwoSounds sounds = twoSounds();
        const PhonemeModels one = trainModels(sounds.recording, sounds.labels, {2, 2, 4, 1}, {});
        const PhonemeModels three = trainModels(sounds.recording, sounds.labels, {2, 2, 4, 3}, {});
        QVERIFY(one.states[1].means == three.states[1].means);
        QVERIFY(one.silence.variances == three.silence.variances);
        QVERIFY(one.background.weights == three.background.weights);
        Emissions alone(sounds.recording.cepstra, one, 1);
        Emissions ahead(sounds.recording.cepstra, three, 3);
        for (const int t : {0, 1, 299, 300, 2999, 5, 1500}) {
            const auto expected = alone.at(t);
            const auto found = ahead.at(t);
            QVERIFY(std::equal(expected.begin(), expected.end(), found.begin(), found.end()));
        }
    }

    void nothingLabelledIsNoFailure()
    {
        const TwoSounds sounds = twoSounds();
        const std::vector<int> labels(3000, unlabelled);
        const PhonemeModels models = trainModels(sounds.recording, labels, {2, 2, 4, 2}, {});
        Emissions emissions(sounds.recording.cepstra, models, 1);
        for (const float cost : emissions.at(17))
            QVERIFY(std::isfinite(cost));
    }
};

QTEST_GUILESS_MAIN(TestAlignModels)
#include "test_align_models.moc"
