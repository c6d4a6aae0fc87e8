// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/phonemodels.h"

#include "align/parallel.h"
#include "align/slopes.h"

#include <algorithm>
#include <array>

namespace earmark::align {

namespace {

constexpr size_t mostSamples = 2000; // of a state
constexpr size_t mostBackgroundSamples = 8000;
constexpr size_t fewestSilent = 50; // below which all quiet frames are taken for silence
constexpr int backgroundComponents = 8;
constexpr int judgedEvery = 11; // frames

bool quiet(const Sound &recording, int frame)
{
    return recording.activity[size_t(frame)] < 0.5F;
}

// At most `most` of the frames, evenly spread.
Frames samplesOf(const Frames &cepstra, const std::vector<int> &frames, size_t most)
{
    const size_t count = std::min(most, frames.size());
    Frames samples{slopedSize, std::vector<float>(count * slopedSize)};
    for (size_t i = 0; i < count; ++i)
        fillSloped(cepstra, frames[i * frames.size() / count], samples[int(i)]);
    return samples;
}

std::vector<int> silentFrames(const Sound &recording, std::span<const int> labels)
{
    std::vector<int> silent;
    std::vector<int> allQuiet;
    for (int t = 0; t < int(labels.size()); ++t) {
        if (!quiet(recording, t))
            continue;
        allQuiet.push_back(t);
        if (labels[size_t(t)] == unlabelled)
            silent.push_back(t);
    }
    return silent.size() < fewestSilent ? allQuiet : silent;
}

VariancePrior priorOf(const Frames &samples)
{
    const VariancePrior none{std::vector<float>(slopedSize, 1e-3F), 0};
    const Mixture one = fitMixture(samples, 1, none);
    return {std::vector<float>(one.variances[0].begin(), one.variances[0].end())};
}

} // namespace

PhonemeModels trainModels(const Sound &recording, std::span<const int> labels, const Training &training,
                          const CancelToken &cancel)
{
    std::vector<std::vector<int>> framesOf(size_t(training.states));
    std::vector<int> labelled;
    for (int t = 0; t < int(labels.size()); ++t) {
        if (labels[size_t(t)] == unlabelled)
            continue;
        framesOf[size_t(labels[size_t(t)])].push_back(t);
        labelled.push_back(t);
    }
    const Frames speech = samplesOf(recording.cepstra, labelled, mostBackgroundSamples);
    const VariancePrior prior = priorOf(speech);

    PhonemeModels models;
    models.states.resize(framesOf.size());
    // The two long ones first, so that threads end together.
    inParallel(training.threads, training.states + 2, [&](int i) {
        if (cancel.isCancelled())
            return;
        if (i == 0)
            models.background = fitMixture(speech, backgroundComponents, prior);
        else if (i == 1)
            models.silence =
                fitMixture(samplesOf(recording.cepstra, silentFrames(recording, labels), mostBackgroundSamples),
                           training.silenceComponents, prior);
        else
            models.states[size_t(i) - 2] = fitMixture(
                samplesOf(recording.cepstra, framesOf[size_t(i) - 2], mostSamples), training.components, prior);
    });
    return models;
}

double distinctness(const Sound &recording, std::span<const int> labels, const PhonemeModels &models)
{
    const MixtureBank states(models.states);
    const MixtureBank background(componentsOf(models.background));
    std::vector<float> room;
    std::vector<float> likelihoods(models.states.size());
    std::vector<float> general(size_t(background.count()));
    std::array<float, slopedSize> vector{};
    double sum = 0;
    int count = 0;
    for (int t = 0; t < int(labels.size()); t += judgedEvery) {
        if (labels[size_t(t)] == unlabelled)
            continue;
        fillSloped(recording.cepstra, t, vector);
        states.measure(vector, room, likelihoods);
        background.measure(vector, room, general);
        sum += double(likelihoods[size_t(labels[size_t(t)])] - *std::max_element(general.begin(), general.end()));
        ++count;
    }
    return count > 0 ? sum / count : 0;
}

} // namespace earmark::align
