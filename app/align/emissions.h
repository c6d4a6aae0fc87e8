// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/phonemodels.h"

#include <future>

namespace earmark::align {

// What each state costs at each frame of a recording: the log-likelihood of the background less that
// of the state, scaled down because neighbouring frames say nearly the same. A pause costs what silence
// does, or what sound does that is not in the text, whichever is cheaper. Costs are made for a few
// seconds at a time, one piece ahead of what is asked for where there are threads for it.
class Emissions
{
public:
    // `foreign`: for each frame whether sound that is not in the text is to be expected there; it is far
    // dearer elsewhere. Empty: it is, everywhere.
    Emissions(const Frames &cepstra, const PhonemeModels &models, int threads, std::vector<bool> foreign = {});

    // One cost a state and, last, that of a pause. Valid until the next call.
    [[nodiscard]] std::span<const float> at(int frame);

private:
    std::vector<float> measure(int piece, int threads) const;
    void measureFrame(int frame, std::vector<float> &room, std::span<float> costs) const;

    const Frames &m_cepstra;
    const MixtureBank m_states;
    const MixtureBank m_silence;
    const MixtureBank m_background;
    const std::vector<bool> m_foreign;
    const int m_threads;
    const int m_width;
    int m_piece = -1;
    std::vector<float> m_costs;
    int m_aheadPiece = -1;
    std::future<std::vector<float>> m_ahead;
};

} // namespace earmark::align
