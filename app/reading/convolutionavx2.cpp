// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/convolutionkernel.h"

#ifdef __AVX2__

#    include <immintrin.h>

namespace earmark::reading {

namespace {

struct Eight {
    static constexpr int lanes = 8;
    __m256i value;

    static Eight load(const short *from) { return {_mm256_loadu_si256(reinterpret_cast<const __m256i *>(from))}; }
    static Eight repeat(const short *pair)
    {
        int both = 0;
        __builtin_memcpy(&both, pair, sizeof both);
        return {_mm256_set1_epi32(both)};
    }
    void add(Eight a, Eight b) { value = _mm256_add_epi32(value, _mm256_madd_epi16(a.value, b.value)); }
    void store(int *to) const { _mm256_storeu_si256(reinterpret_cast<__m256i *>(to), value); }
};

} // namespace

ConvolutionFunction avx2Convolution()
{
    return convolveAll<Eight, 6, 2>;
}

} // namespace earmark::reading

#else

namespace earmark::reading {

ConvolutionFunction avx2Convolution()
{
    return nullptr;
}

} // namespace earmark::reading

#endif
