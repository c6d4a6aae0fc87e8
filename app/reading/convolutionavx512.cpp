// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/convolutionkernel.h"

#ifdef __AVX512VNNI__

#    include <immintrin.h>

namespace earmark::reading {

namespace {

struct Sixteen {
    static constexpr int lanes = 16;
    __m512i value;

    static Sixteen load(const short *from) { return {_mm512_loadu_si512(from)}; }
    static Sixteen repeat(const short *pair)
    {
        int both = 0;
        __builtin_memcpy(&both, pair, sizeof both);
        return {_mm512_set1_epi32(both)};
    }
    void add(Sixteen a, Sixteen b) { value = _mm512_dpwssd_epi32(value, a.value, b.value); }
    void store(int *to) const { _mm512_storeu_si512(to, value); }
};

} // namespace

ConvolutionFunction avx512Convolution()
{
    return convolveAll<Sixteen, 6, 4>;
}

} // namespace earmark::reading

#else

namespace earmark::reading {

ConvolutionFunction avx512Convolution()
{
    return nullptr;
}

} // namespace earmark::reading

#endif
