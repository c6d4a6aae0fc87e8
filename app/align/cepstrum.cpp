// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/cepstrum.h"

#include <kiss_fftr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace earmark::align {

namespace {

constexpr double windowLength = 0.025; // seconds
constexpr float preEmphasis = 0.97F;
constexpr int bandCount = 32;
constexpr double lowestBand = 100; // Hz
constexpr double highestBand = 6800;
// Added to powers before the logarithm, so that digital silence and dither look alike.
constexpr float bandFloor = 2000;
constexpr float energyFloor = 1e5F;

double toMel(double hertz)
{
    return 1127 * std::log(1 + hertz / 700);
}
double fromMel(double mel)
{
    return 700 * (std::exp(mel / 1127) - 1);
}

// A triangle over the bins of a spectrum.
struct Band {
    int firstBin = 0;
    std::vector<float> weights;
};

std::vector<Band> makeBands(int sampleRate, int transformSize)
{
    std::array<double, bandCount + 2> edges{};
    for (int i = 0; i < bandCount + 2; ++i)
        edges[size_t(i)] = fromMel(toMel(lowestBand) + (toMel(highestBand) - toMel(lowestBand)) * i / (bandCount + 1));
    std::vector<Band> bands(bandCount);
    for (size_t b = 0; b < bandCount; ++b) {
        for (int bin = 0; bin <= transformSize / 2; ++bin) {
            const double hertz = double(bin) * sampleRate / transformSize;
            if (hertz <= edges[b] || hertz >= edges[b + 2])
                continue;
            if (bands[b].weights.empty())
                bands[b].firstBin = bin;
            bands[b].weights.push_back(float(hertz <= edges[b + 1]
                                                 ? (hertz - edges[b]) / (edges[b + 1] - edges[b])
                                                 : (edges[b + 2] - hertz) / (edges[b + 2] - edges[b + 1])));
        }
    }
    return bands;
}

std::vector<float> hamming(int size)
{
    std::vector<float> window;
    for (int i = 0; i < size; ++i)
        window.push_back(float(0.54 - 0.46 * std::cos(2 * std::numbers::pi * i / (size - 1))));
    return window;
}

using CosineTable = std::array<std::array<float, bandCount>, cepstrumSize>;

CosineTable makeCosines()
{
    CosineTable table{};
    for (size_t c = 0; c < cepstrumSize; ++c) {
        for (size_t b = 0; b < bandCount; ++b)
            table[c][b] = float(std::sqrt(2.0 / bandCount)
                                * std::cos(std::numbers::pi * double(c) * (double(b) + 0.5) / bandCount));
    }
    return table;
}

int transformSizeFor(int windowSize)
{
    int size = 2;
    while (size < windowSize)
        size *= 2;
    return size;
}

struct FreeTransform {
    void operator()(kiss_fftr_cfg plan) const { kiss_fftr_free(plan); }
};

} // namespace

struct CepstrumStream::Private {
    explicit Private(int rate)
        : hop(rate * frameHop), window(hamming(int(rate * windowLength))),
          transformSize(transformSizeFor(int(window.size()))), bands(makeBands(rate, transformSize)),
          cosines(makeCosines()), plan(kiss_fftr_alloc(transformSize, 0, nullptr, nullptr)),
          input(size_t(transformSize), 0.0F), spectrum(size_t(transformSize / 2 + 1)), power(spectrum.size())
    {
        reset();
    }

    void reset()
    {
        frames = {cepstrumSize, {}};
        taken = 0;
        last = 0;
        // The first window reaches back before the recording.
        firstSample = -qint64(window.size() / 2);
        samples.assign(window.size() / 2, 0.0F);
    }

    [[nodiscard]] qint64 windowBegin(int frame) const { return std::llround(frame * hop) - qint64(window.size() / 2); }

    void addWholeFrames(int limit);
    void addFrame(const float *windowed);

    const double hop; // samples
    const std::vector<float> window;
    const int transformSize;
    const std::vector<Band> bands;
    const CosineTable cosines;
    const std::unique_ptr<kiss_fftr_state, FreeTransform> plan;

    Frames frames;
    qint64 taken = 0;
    float last = 0;             // the sample before the next one
    std::vector<float> samples; // pre-emphasised, what later frames need
    qint64 firstSample = 0;     // place of samples.front() in the stream
    std::vector<float> input;
    std::vector<kiss_fft_cpx> spectrum;
    std::vector<float> power;
};

void CepstrumStream::Private::addWholeFrames(int limit)
{
    const qint64 end = firstSample + qint64(samples.size());
    while (frames.count() < limit && windowBegin(frames.count()) + qint64(window.size()) <= end)
        addFrame(samples.data() + (windowBegin(frames.count()) - firstSample));
    const qint64 used = std::clamp<qint64>(windowBegin(frames.count()) - firstSample, 0, qint64(samples.size()));
    samples.erase(samples.begin(), samples.begin() + used);
    firstSample += used;
}

void CepstrumStream::Private::addFrame(const float *windowed)
{
    for (size_t i = 0; i < window.size(); ++i)
        input[i] = windowed[i] * window[i];
    kiss_fftr(plan.get(), input.data(), spectrum.data());
    for (size_t i = 0; i < spectrum.size(); ++i)
        power[i] = spectrum[i].r * spectrum[i].r + spectrum[i].i * spectrum[i].i;

    std::array<float, bandCount> logs{};
    float energy = 0;
    for (size_t b = 0; b < bandCount; ++b) {
        const float *bins = power.data() + bands[b].firstBin;
        float sum = 0;
        for (size_t i = 0; i < bands[b].weights.size(); ++i)
            sum += bands[b].weights[i] * bins[i];
        energy += sum;
        logs[b] = std::log(sum + bandFloor);
    }
    frames.values.push_back(std::log(energy + energyFloor));
    for (size_t c = 1; c < cepstrumSize; ++c) {
        float sum = 0;
        for (size_t b = 0; b < bandCount; ++b)
            sum += cosines[c][b] * logs[b];
        frames.values.push_back(sum);
    }
}

CepstrumStream::CepstrumStream(int sampleRate) : d(std::make_unique<Private>(sampleRate)) {}

CepstrumStream::~CepstrumStream() = default;

void CepstrumStream::take(std::span<const qint16> samples)
{
    d->samples.reserve(d->samples.size() + samples.size());
    for (const qint16 sample : samples) {
        d->samples.push_back(float(sample) - preEmphasis * d->last);
        d->last = float(sample);
    }
    d->taken += qint64(samples.size());
    d->addWholeFrames(int(double(d->taken) / d->hop));
}

Frames CepstrumStream::finish()
{
    d->samples.resize(d->samples.size() + d->window.size(), 0.0F);
    d->addWholeFrames(int(double(d->taken) / d->hop));
    Frames frames = std::move(d->frames);
    d->reset();
    return frames;
}

} // namespace earmark::align
