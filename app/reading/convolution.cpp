// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reading/convolution.h"

#include "reading/convolutionkernel.h"

#if defined(__SSE2__)
#    include <emmintrin.h>
#endif

namespace earmark::reading {

namespace {

#if defined(__SSE2__)

struct Four {
    static constexpr int lanes = 4;
    __m128i value;

    static Four load(const short *from) { return {_mm_loadu_si128(reinterpret_cast<const __m128i *>(from))}; }
    static Four repeat(const short *pair)
    {
        int both = 0;
        __builtin_memcpy(&both, pair, sizeof both);
        return {_mm_set1_epi32(both)};
    }
    void add(Four a, Four b) { value = _mm_add_epi32(value, _mm_madd_epi16(a.value, b.value)); }
    void store(int *to) const { _mm_storeu_si128(reinterpret_cast<__m128i *>(to), value); }
};

#else

// For the compiler to make the best of.
struct Four {
    static constexpr int lanes = 4;
    int pairs[lanes];
    int value[lanes];

    static Four load(const short *from)
    {
        Four result = {};
        __builtin_memcpy(result.pairs, from, sizeof result.pairs);
        return result;
    }
    static Four repeat(const short *pair)
    {
        Four result = {};
        for (int &both : result.pairs)
            __builtin_memcpy(&both, pair, sizeof both);
        return result;
    }
    void add(const Four &a, const Four &b)
    {
        short left[2 * lanes];
        short right[2 * lanes];
        __builtin_memcpy(left, a.pairs, sizeof left);
        __builtin_memcpy(right, b.pairs, sizeof right);
        for (int i = 0; i < lanes; ++i)
            value[i] += left[2 * i] * right[2 * i] + left[2 * i + 1] * right[2 * i + 1];
    }
    void store(int *to) const { __builtin_memcpy(to, value, sizeof value); }
};

#endif

ConvolutionFunction bestConvolution()
{
    if (avx512Convolution() && hasAvx512())
        return avx512Convolution();
    return avx2Convolution() && hasAvx2() ? avx2Convolution() : baselineConvolution();
}

} // namespace

ConvolutionFunction baselineConvolution()
{
    return convolveAll<Four, 4, 2>;
}

bool hasAvx2()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2");
#else
    return false;
#endif
}

bool hasAvx512()
{
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vnni");
#else
    return false;
#endif
}

void convolve(const Convolution &layer, const qint16 *input, qint32 *sums, int words)
{
    static const ConvolutionFunction best = bestConvolution();
    best({layer.weights.data(), input, sums, layer.inputs, layer.paddedOutputs(), layer.width, layer.dilation, words});
}

} // namespace earmark::reading
