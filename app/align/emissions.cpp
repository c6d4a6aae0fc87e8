// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/emissions.h"

#include "align/parallel.h"
#include "align/slopes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace earmark::align {

namespace {

constexpr int pieceFrames = 256;
constexpr int sliceFrames = 64;
constexpr float scale = 0.3F;
// Log-likelihood by which sound that is not in the text lies below the background.
constexpr float strangeness = 1;
constexpr float strangenessElsewhere = 5; // where it is not to be expected

float logSum(std::span<const float> logs)
{
    const float most = *std::max_element(logs.begin(), logs.end());
    float sum = 0;
    for (const float value : logs)
        sum += std::exp(value - most);
    return most + std::log(sum);
}

float sumOver(const MixtureBank &components, std::span<const float> vector, std::vector<float> &room)
{
    std::array<float, 16> logs{};
    const auto used = std::span(logs).first(size_t(components.count()));
    components.measure(vector, room, used);
    return logSum(used);
}

} // namespace

Emissions::Emissions(const Frames &cepstra, const PhonemeModels &models, int threads, std::vector<bool> foreign)
    : m_cepstra(cepstra), m_states(models.states), m_silence(componentsOf(models.silence)),
      m_background(componentsOf(models.background)), m_foreign(std::move(foreign)), m_threads(threads),
      m_width(m_states.count() + 1)
{
}

void Emissions::measureFrame(int frame, std::vector<float> &room, std::span<float> costs) const
{
    std::array<float, slopedSize> vector{};
    fillSloped(m_cepstra, frame, vector);
    const float background = sumOver(m_background, vector, room);
    const float silence = sumOver(m_silence, vector, room);
    m_states.measure(vector, room, costs.first(costs.size() - 1));
    const bool expected = m_foreign.empty() || m_foreign[size_t(frame)];
    costs.back() = std::max(silence, background - (expected ? strangeness : strangenessElsewhere));
    for (float &cost : costs)
        cost = scale * (background - cost);
}

std::vector<float> Emissions::measure(int piece, int threads) const
{
    const int begin = piece * pieceFrames;
    const int end = std::min(m_cepstra.count(), begin + pieceFrames);
    std::vector<float> costs(size_t(end - begin) * size_t(m_width));
    inParallel(threads, (end - begin + sliceFrames - 1) / sliceFrames, [&](int slice) {
        std::vector<float> room;
        const int from = begin + slice * sliceFrames;
        for (int t = from; t < std::min(end, from + sliceFrames); ++t)
            measureFrame(t, room, std::span(costs).subspan(size_t(t - begin) * size_t(m_width), size_t(m_width)));
    });
    return costs;
}

std::span<const float> Emissions::at(int frame)
{
    const int piece = frame / pieceFrames;
    if (piece != m_piece) {
        const bool ready = piece == m_aheadPiece;
        std::vector<float> ahead = m_ahead.valid() ? m_ahead.get() : std::vector<float>();
        m_costs = ready ? std::move(ahead) : measure(piece, m_threads);
        m_piece = piece;
        m_aheadPiece = -1;
        if (m_threads > 1 && (piece + 1) * pieceFrames < m_cepstra.count()) {
            m_aheadPiece = piece + 1;
            m_ahead = std::async(std::launch::async, [this, piece] { return measure(piece + 1, m_threads - 1); });
        }
    }
    return std::span(m_costs).subspan(size_t(frame - piece * pieceFrames) * size_t(m_width), size_t(m_width));
}

} // namespace earmark::align
