// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/frames.h"

#include <QtGlobal>

#include <memory>

namespace earmark::align {

constexpr int cepstrumSize = 13;

// Turns a stream of samples into mel-frequency cepstra (Davis and Mermelstein 1980), one vector of
// cepstrumSize a frame: pre-emphasis 0.97, Hamming window of 25 ms, power spectrum, 32 triangular
// bands from 100 to 6,800 Hz evenly spaced in mel, natural logarithm, orthonormal cosine transform.
// The first coefficient is replaced by the log of the energy in all bands. Keeps no more than a
// window of samples.
class CepstrumStream
{
public:
    // Samples a second, at least 8000.
    explicit CepstrumStream(int sampleRate);
    ~CepstrumStream();
    CepstrumStream(const CepstrumStream &) = delete;
    CepstrumStream &operator=(const CepstrumStream &) = delete;

    void take(std::span<const qint16> samples);
    // The frames of all samples taken, one for every full hop; the stream begins anew.
    [[nodiscard]] Frames finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::align
