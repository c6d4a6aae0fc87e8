// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "glossary/sounds.h"

#include "glossary/soundalike.h"

#include <algorithm>
#include <array>

namespace earmark::glossary {

namespace {

constexpr double missingWeak = 0.5;
constexpr double otherVowel = 0.5;
constexpr double otherWeakVowel = 0.35;
constexpr double nearConsonant = 0.25; // told apart by the voice alone
constexpr double nasal = 0.4;
constexpr double allButAlike = 0.3; // what commonBeginning() lets pass

// How espeak-ng's mnemonics for vowels begin; all others are consonants.
bool beginsVowel(char c)
{
    return QByteArrayView("aAeEiIoOuUV03@&Q").contains(c);
}

// "t#", the flap of "seating", is a "t"; "@L", the end of "sequel", is an "l".
Sound soundOf(QByteArray name)
{
    while (!name.isEmpty() && QByteArrayView("',%=|_").contains(name.front()))
        name.remove(0, 1);
    if (name == "@L" || name == "l#")
        name = "l";
    Sound sound;
    sound.isVowel = !name.isEmpty() && beginsVowel(name.front());
    if (!sound.isVowel) {
        while (name.size() > 1 && QByteArrayView("#;-^2").contains(name.back()))
            name.chop(1);
    }
    static const QByteArrayList weak{"@", "@2", "@5", "I", "I2", "I#", "a#", "i", "3", "0#", "E#", "h", "j"};
    sound.isWeak = weak.contains(name);
    sound.name = std::move(name);
    return sound;
}

double missing(const Sound &sound)
{
    return sound.isWeak ? missingWeak : 1;
}

} // namespace

Sounds soundsOf(const QByteArrayList &phonemes)
{
    Sounds sounds;
    for (const QByteArray &phoneme : phonemes) {
        if (Sound sound = soundOf(phoneme); !sound.name.isEmpty())
            sounds.push_back(std::move(sound));
    }
    return sounds;
}

QByteArray keyOf(const Sounds &sounds)
{
    QByteArray key;
    for (const Sound &sound : sounds)
        key += sound.name + ' ';
    return key;
}

double substitution(const Sound &a, const Sound &b)
{
    if (a == b)
        return 0;
    if (a.isVowel && b.isVowel)
        return a.isWeak || b.isWeak ? otherWeakVowel : otherVowel;
    static constexpr std::array<std::array<const char *, 2>, 10> voiced{{{"p", "b"},
                                                                         {"t", "d"},
                                                                         {"k", "g"},
                                                                         {"s", "z"},
                                                                         {"f", "v"},
                                                                         {"T", "D"},
                                                                         {"S", "Z"},
                                                                         {"tS", "dZ"},
                                                                         {"s", "S"},
                                                                         {"z", "Z"}}};
    const auto isPair = [&a, &b](const auto &pair) {
        return (a.name == pair[0] && b.name == pair[1]) || (a.name == pair[1] && b.name == pair[0]);
    };
    if (std::any_of(voiced.begin(), voiced.end(), isPair))
        return nearConsonant;
    const auto isNasal = [](const Sound &sound) { return sound.name == "n" || sound.name == "m" || sound.name == "N"; };
    return isNasal(a) && isNasal(b) ? nasal : 1;
}

double changeCost(const Sounds &a, const Sounds &b, double limit)
{
    std::vector<double> before(b.size() + 1);
    for (size_t j = 0; j < b.size(); ++j)
        before[j + 1] = before[j] + missing(b[j]);
    std::vector<double> here(b.size() + 1);
    for (const Sound &sound : a) {
        here[0] = before[0] + missing(sound);
        double least = here[0];
        for (size_t j = 0; j < b.size(); ++j) {
            here[j + 1] = std::min(
                {before[j] + substitution(sound, b[j]), before[j + 1] + missing(sound), here[j] + missing(b[j])});
            least = std::min(least, here[j + 1]);
        }
        if (least > limit)
            return least;
        std::swap(before, here);
    }
    return before.back();
}

size_t commonBeginning(const Sounds &a, const Sounds &b)
{
    size_t count = 0;
    while (count < std::min(a.size(), b.size()) && substitution(a[count], b[count]) <= allButAlike)
        ++count;
    return count;
}

double soundDistance(const QByteArrayList &a, const QByteArrayList &b)
{
    const Sounds first = soundsOf(a);
    const Sounds second = soundsOf(b);
    const size_t longer = std::max(first.size(), second.size());
    return longer == 0 ? 0 : changeCost(first, second, double(longer)) / double(longer);
}

} // namespace earmark::glossary
