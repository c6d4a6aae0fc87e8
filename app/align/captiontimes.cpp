// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/captiontimes.h"

#include <algorithm>
#include <cmath>

namespace earmark::align {

namespace {

constexpr double slack = 0.75; // seconds that a caption may come late or go early
constexpr size_t around = 7;   // captions to either side that are looked at with one
constexpr size_t fewest = 5;   // captions that can tell a shift from an error
constexpr double shift = 1.5;  // seconds
constexpr double alike = 0.75; // seconds that most of a shift's captions are within

int wordFrom(const std::vector<TrackWord> &words, transcript::TokenIndex token)
{
    const auto found = std::lower_bound(words.begin(), words.end(), token,
                                        [](const TrackWord &word, transcript::TokenIndex t) { return word.token < t; });
    return int(found - words.begin());
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// How much later each caption's first word is on the path than the caption; nothing where the path
// leaves it out.
std::vector<std::optional<double>> delays(const std::vector<CaptionTimes> &captions, const Path &path)
{
    std::vector<std::optional<double>> result(captions.size());
    size_t caption = 0;
    for (size_t t = 0; t < path.word.size(); ++t) {
        const int word = path.word[t];
        while (caption < captions.size() && word != Path::pause && captions[caption].endWord <= word)
            ++caption;
        if (caption < captions.size() && word == captions[caption].firstWord && !result[caption])
            result[caption] = double(t) * path.factor * frameHop - captions[caption].start;
    }
    return result;
}

bool isShifted(const std::vector<std::optional<double>> &delays, size_t caption)
{
    std::vector<double> near;
    const size_t end = std::min(delays.size(), caption + around + 1);
    for (size_t i = caption - std::min(caption, around); i < end; ++i) {
        if (delays[i])
            near.push_back(*delays[i]);
    }
    if (near.size() < fewest)
        return false;
    const double usual = median(near);
    for (double &delay : near)
        delay = std::abs(delay - usual);
    return std::abs(usual) > shift && median(near) < alike;
}

} // namespace

std::vector<CaptionTimes> captionTimes(const transcript::Transcript &transcript, const std::vector<TrackWord> &words)
{
    std::vector<CaptionTimes> captions;
    for (const transcript::Segment &segment : transcript.segments) {
        const int first = wordFrom(words, segment.span.first);
        const int end = wordFrom(words, segment.span.last + 1);
        if (first < end)
            captions.push_back({first, end, double(segment.start.count()) / 1000, double(segment.end.count()) / 1000});
    }
    return captions;
}

std::vector<CaptionTimes> withoutShifted(const std::vector<CaptionTimes> &captions, const Path &path)
{
    const std::vector<std::optional<double>> late = delays(captions, path);
    std::vector<CaptionTimes> reliable;
    for (size_t i = 0; i < captions.size(); ++i) {
        if (!isShifted(late, i))
            reliable.push_back(captions[i]);
    }
    return reliable;
}

Limits limitsOf(const std::vector<CaptionTimes> &captions, int frames)
{
    std::vector<KnownPlace> places;
    for (const CaptionTimes &caption : captions) {
        places.push_back({.position = positionIn(caption.firstWord), .earliest = caption.start - slack});
        places.push_back({.position = positionBefore(caption.endWord), .latest = caption.end + slack});
    }
    return limitsOf(places, frames);
}

} // namespace earmark::align
