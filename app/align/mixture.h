// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/frames.h"

namespace earmark::align {

// A mixture of normal densities, each with a diagonal covariance.
struct Mixture {
    std::vector<float> weights; // one a component; their sum is 1
    Frames means;
    Frames variances;

    [[nodiscard]] int components() const { return int(weights.size()); }
};

// What a mixture is drawn to while there are few samples: zero for its means, and these variances,
// which weigh as much as `strength` samples and a tenth of which is the least that comes out.
struct VariancePrior {
    std::vector<float> variances;
    float strength = 20;
};

// Fits `components` densities to the samples: one, which is split where it is heaviest and estimated
// anew (expectation-maximisation, Dempster, Laird and Rubin 1977) until there are enough. Fewer than
// asked where there are not samplesPerComponent for each. Without samples: the prior.
[[nodiscard]] Mixture fitMixture(const Frames &samples, int components, const VariancePrior &prior);

constexpr int samplesPerComponent = 60;

// Each component as a mixture of its own that keeps its weight, so that they can be measured one by one.
[[nodiscard]] std::vector<Mixture> componentsOf(const Mixture &mixture);

// Many mixtures, laid out to be measured at once.
class MixtureBank
{
public:
    explicit MixtureBank(std::span<const Mixture> mixtures);

    [[nodiscard]] int count() const { return int(m_firstComponent.size()) - 1; }
    // The log-likelihood of the vector under each mixture. Of one that has several components only the
    // likeliest counts, which is off by at most the log of their number. `room` is working space.
    void measure(std::span<const float> vector, std::vector<float> &room, std::span<float> logLikelihoods) const;

private:
    int m_width = 0;
    int m_tiles = 0;
    std::vector<int> m_firstComponent; // of each mixture, and the end
    std::vector<float> m_means;        // tile, dimension, component within the tile
    std::vector<float> m_precisions;   // halved
    std::vector<float> m_constants;
};

} // namespace earmark::align
