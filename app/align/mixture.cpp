// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/mixture.h"

#include "align/multiversion.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace earmark::align {

namespace {

constexpr int tileSize = 2 * laneCount;
constexpr int estimations = 3;        // after each split
constexpr float splitDistance = 0.4F; // in deviations, to either side
constexpr float leastVariance = 0.1F; // as a share of the prior's
constexpr int fewSamples = 20;        // below which means are drawn to zero
constexpr float meanPrior = 5;        // by as much as this many samples there
constexpr float leastShare = 1e-4F;   // of a sample that counts
constexpr double emptyComponent = 1e-3;

// A variance measured on `count` samples, as the prior lets it stand.
float drawnToPrior(double variance, double count, const VariancePrior &prior, size_t dimension)
{
    const double strength = prior.strength;
    const float usual = prior.variances[dimension];
    return std::max(leastVariance * usual, float((count * variance + strength * usual) / (count + strength)));
}

Mixture fitOne(const Frames &samples, const VariancePrior &prior)
{
    const size_t width = size_t(samples.width);
    const int count = samples.count();
    std::vector<double> sums(width, 0);
    std::vector<double> squares(width, 0);
    for (int i = 0; i < count; ++i) {
        const auto sample = samples[i];
        for (size_t d = 0; d < width; ++d) {
            sums[d] += sample[d];
            squares[d] += double(sample[d]) * sample[d];
        }
    }
    Mixture result{{1}, {samples.width, std::vector<float>(width)}, {samples.width, std::vector<float>(width)}};
    for (size_t d = 0; d < width; ++d) {
        const double mean = count > 0 ? sums[d] / count : 0;
        const double variance = count > 0 ? squares[d] / count - mean * mean : 0;
        result.variances.values[d] = drawnToPrior(variance, count, prior, d);
        result.means.values[d] = float(count > 0 ? sums[d] / (count + (count < fewSamples ? meanPrior : 0.0F)) : 0);
    }
    return result;
}

void splitHeaviest(Mixture &mixture)
{
    const auto heaviest = std::max_element(mixture.weights.begin(), mixture.weights.end());
    const int place = int(heaviest - mixture.weights.begin());
    *heaviest /= 2;
    mixture.weights.push_back(*heaviest);
    const auto variances = std::vector<float>(mixture.variances[place].begin(), mixture.variances[place].end());
    const auto means = std::vector<float>(mixture.means[place].begin(), mixture.means[place].end());
    for (size_t d = 0; d < means.size(); ++d) {
        const float distance = splitDistance * std::sqrt(variances[d]);
        mixture.means[place][d] = means[d] + distance;
        mixture.means.values.push_back(means[d] - distance);
        mixture.variances.values.push_back(variances[d]);
    }
}

// The sums from which a component is estimated.
struct Sums {
    double share = emptyComponent;
    std::vector<double> values;
    std::vector<double> squares;

    void add(double part, std::span<const float> sample)
    {
        share += part;
        for (size_t d = 0; d < sample.size(); ++d) {
            values[d] += part * sample[d];
            squares[d] += part * sample[d] * sample[d];
        }
    }
};

// What part of the sample each component takes. `shares` holds their log-likelihoods before.
void shareOut(std::span<float> shares)
{
    const float best = *std::max_element(shares.begin(), shares.end());
    float total = 0;
    for (float &share : shares)
        total += share = std::exp(share - best);
    for (float &share : shares)
        share /= total;
}

void estimate(Mixture &mixture, const Frames &samples, const VariancePrior &prior)
{
    const size_t width = size_t(samples.width);
    std::vector<Sums> sums(size_t(mixture.components()),
                           {emptyComponent, std::vector<double>(width, 0), std::vector<double>(width, 0)});
    const std::vector<Mixture> components = componentsOf(mixture);
    const MixtureBank bank(components);
    std::vector<float> room;
    std::vector<float> shares(sums.size());
    for (int i = 0; i < samples.count(); ++i) {
        const auto sample = samples[i];
        bank.measure(sample, room, shares);
        shareOut(shares);
        for (size_t k = 0; k < sums.size(); ++k) {
            if (shares[k] < leastShare)
                continue;
            sums[k].add(shares[k], sample);
        }
    }
    for (size_t k = 0; k < sums.size(); ++k) {
        mixture.weights[k] = float(sums[k].share / samples.count());
        for (size_t d = 0; d < width; ++d) {
            const double mean = sums[k].values[d] / sums[k].share;
            const double variance = sums[k].squares[d] / sums[k].share - mean * mean;
            mixture.means[int(k)][d] = float(mean);
            mixture.variances[int(k)][d] = drawnToPrior(variance, sums[k].share, prior, d);
        }
    }
}

// Squared distances in deviations, halved, of a vector to the components of whole tiles.
EARMARK_MULTIVERSION
void measureTiles(const float *means, const float *precisions, const float *constants, const float *vector, int width,
                  int tiles, float *out)
{
    for (int tile = 0; tile < tiles; ++tile) {
        Lanes low{};
        Lanes high{};
        for (int d = 0; d < width; ++d) {
            const auto *mean = reinterpret_cast<const Lanes *>(means);
            const auto *precision = reinterpret_cast<const Lanes *>(precisions);
            const Lanes lowDifference = vector[d] - mean[0];
            const Lanes highDifference = vector[d] - mean[1];
            low += lowDifference * lowDifference * precision[0];
            high += highDifference * highDifference * precision[1];
            means += tileSize;
            precisions += tileSize;
        }
        for (int k = 0; k < tileSize / 2; ++k) {
            out[k] = constants[k] - low[k];
            out[tileSize / 2 + k] = constants[tileSize / 2 + k] - high[k];
        }
        constants += tileSize;
        out += tileSize;
    }
}

} // namespace

std::vector<Mixture> componentsOf(const Mixture &mixture)
{
    std::vector<Mixture> components;
    for (int k = 0; k < mixture.components(); ++k) {
        const auto mean = mixture.means[k];
        const auto variance = mixture.variances[k];
        components.push_back({{mixture.weights[size_t(k)]},
                              {mixture.means.width, {mean.begin(), mean.end()}},
                              {mixture.means.width, {variance.begin(), variance.end()}}});
    }
    return components;
}

Mixture fitMixture(const Frames &samples, int components, const VariancePrior &prior)
{
    Mixture mixture = fitOne(samples, prior);
    const int most = std::min(components, samples.count() / samplesPerComponent);
    while (mixture.components() < most) {
        splitHeaviest(mixture);
        for (int i = 0; i < estimations; ++i)
            estimate(mixture, samples, prior);
    }
    return mixture;
}

MixtureBank::MixtureBank(std::span<const Mixture> mixtures) : m_firstComponent{0}
{
    for (const Mixture &mixture : mixtures) {
        m_width = mixture.means.width;
        m_firstComponent.push_back(m_firstComponent.back() + mixture.components());
    }
    m_tiles = (m_firstComponent.back() + tileSize - 1) / tileSize;
    m_means.assign(size_t(m_tiles) * size_t(m_width) * tileSize, 0);
    m_precisions.assign(m_means.size(), 0);
    m_constants.assign(size_t(m_tiles) * tileSize, 0);
    size_t place = 0;
    for (const Mixture &mixture : mixtures) {
        for (int k = 0; k < mixture.components(); ++k, ++place) {
            double constant =
                std::log(double(mixture.weights[size_t(k)]) + 1e-9) - 0.5 * m_width * std::log(2 * std::numbers::pi);
            const size_t tile = place / tileSize * size_t(m_width) * tileSize;
            for (int d = 0; d < m_width; ++d) {
                const float variance = mixture.variances[k][size_t(d)];
                const size_t cell = tile + size_t(d) * tileSize + place % tileSize;
                m_means[cell] = mixture.means[k][size_t(d)];
                m_precisions[cell] = 0.5F / variance;
                constant -= 0.5 * std::log(double(variance));
            }
            m_constants[place] = float(constant);
        }
    }
}

void MixtureBank::measure(std::span<const float> vector, std::vector<float> &room,
                          std::span<float> logLikelihoods) const
{
    room.resize(m_constants.size());
    measureTiles(m_means.data(), m_precisions.data(), m_constants.data(), vector.data(), m_width, m_tiles, room.data());
    for (size_t i = 0; i < logLikelihoods.size(); ++i)
        logLikelihoods[i] =
            *std::max_element(room.begin() + m_firstComponent[i], room.begin() + m_firstComponent[i + 1]);
}

} // namespace earmark::align
