// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/entities.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace earmark::formats {

namespace {

using namespace std::string_view_literals;

// The characters from U+00A0 to U+00FF in order; HTML lets them stand without a semicolon.
constexpr std::array latinNames{
    "nbsp"sv,   "iexcl"sv,  "cent"sv,   "pound"sv,  "curren"sv, "yen"sv,    "brvbar"sv, "sect"sv,   "uml"sv,
    "copy"sv,   "ordf"sv,   "laquo"sv,  "not"sv,    "shy"sv,    "reg"sv,    "macr"sv,   "deg"sv,    "plusmn"sv,
    "sup2"sv,   "sup3"sv,   "acute"sv,  "micro"sv,  "para"sv,   "middot"sv, "cedil"sv,  "sup1"sv,   "ordm"sv,
    "raquo"sv,  "frac14"sv, "frac12"sv, "frac34"sv, "iquest"sv, "Agrave"sv, "Aacute"sv, "Acirc"sv,  "Atilde"sv,
    "Auml"sv,   "Aring"sv,  "AElig"sv,  "Ccedil"sv, "Egrave"sv, "Eacute"sv, "Ecirc"sv,  "Euml"sv,   "Igrave"sv,
    "Iacute"sv, "Icirc"sv,  "Iuml"sv,   "ETH"sv,    "Ntilde"sv, "Ograve"sv, "Oacute"sv, "Ocirc"sv,  "Otilde"sv,
    "Ouml"sv,   "times"sv,  "Oslash"sv, "Ugrave"sv, "Uacute"sv, "Ucirc"sv,  "Uuml"sv,   "Yacute"sv, "THORN"sv,
    "szlig"sv,  "agrave"sv, "aacute"sv, "acirc"sv,  "atilde"sv, "auml"sv,   "aring"sv,  "aelig"sv,  "ccedil"sv,
    "egrave"sv, "eacute"sv, "ecirc"sv,  "euml"sv,   "igrave"sv, "iacute"sv, "icirc"sv,  "iuml"sv,   "eth"sv,
    "ntilde"sv, "ograve"sv, "oacute"sv, "ocirc"sv,  "otilde"sv, "ouml"sv,   "divide"sv, "oslash"sv, "ugrave"sv,
    "uacute"sv, "ucirc"sv,  "uuml"sv,   "yacute"sv, "thorn"sv,  "yuml"sv,
};

struct Named {
    std::string_view name;
    char16_t character;
};

// The other names of HTML 4, and "apos" from XML; sorted.
constexpr std::array otherNames{std::to_array<Named>({
    {"Alpha"sv, 0x391},   {"Beta"sv, 0x392},    {"Chi"sv, 0x3a7},     {"Dagger"sv, 0x2021}, {"Delta"sv, 0x394},
    {"Epsilon"sv, 0x395}, {"Eta"sv, 0x397},     {"Gamma"sv, 0x393},   {"Iota"sv, 0x399},    {"Kappa"sv, 0x39a},
    {"Lambda"sv, 0x39b},  {"Mu"sv, 0x39c},      {"Nu"sv, 0x39d},      {"OElig"sv, 0x152},   {"Omega"sv, 0x3a9},
    {"Omicron"sv, 0x39f}, {"Phi"sv, 0x3a6},     {"Pi"sv, 0x3a0},      {"Prime"sv, 0x2033},  {"Psi"sv, 0x3a8},
    {"Rho"sv, 0x3a1},     {"Scaron"sv, 0x160},  {"Sigma"sv, 0x3a3},   {"Tau"sv, 0x3a4},     {"Theta"sv, 0x398},
    {"Upsilon"sv, 0x3a5}, {"Xi"sv, 0x39e},      {"Yuml"sv, 0x178},    {"Zeta"sv, 0x396},    {"alefsym"sv, 0x2135},
    {"alpha"sv, 0x3b1},   {"amp"sv, 0x26},      {"and"sv, 0x2227},    {"ang"sv, 0x2220},    {"apos"sv, 0x27},
    {"asymp"sv, 0x2248},  {"bdquo"sv, 0x201e},  {"beta"sv, 0x3b2},    {"bull"sv, 0x2022},   {"cap"sv, 0x2229},
    {"chi"sv, 0x3c7},     {"circ"sv, 0x2c6},    {"clubs"sv, 0x2663},  {"cong"sv, 0x2245},   {"crarr"sv, 0x21b5},
    {"cup"sv, 0x222a},    {"dArr"sv, 0x21d3},   {"dagger"sv, 0x2020}, {"darr"sv, 0x2193},   {"delta"sv, 0x3b4},
    {"diams"sv, 0x2666},  {"empty"sv, 0x2205},  {"emsp"sv, 0x2003},   {"ensp"sv, 0x2002},   {"epsilon"sv, 0x3b5},
    {"equiv"sv, 0x2261},  {"eta"sv, 0x3b7},     {"euro"sv, 0x20ac},   {"exist"sv, 0x2203},  {"fnof"sv, 0x192},
    {"forall"sv, 0x2200}, {"frasl"sv, 0x2044},  {"gamma"sv, 0x3b3},   {"ge"sv, 0x2265},     {"gt"sv, 0x3e},
    {"hArr"sv, 0x21d4},   {"harr"sv, 0x2194},   {"hearts"sv, 0x2665}, {"hellip"sv, 0x2026}, {"image"sv, 0x2111},
    {"infin"sv, 0x221e},  {"int"sv, 0x222b},    {"iota"sv, 0x3b9},    {"isin"sv, 0x2208},   {"kappa"sv, 0x3ba},
    {"lArr"sv, 0x21d0},   {"lambda"sv, 0x3bb},  {"lang"sv, 0x2329},   {"larr"sv, 0x2190},   {"lceil"sv, 0x2308},
    {"ldquo"sv, 0x201c},  {"le"sv, 0x2264},     {"lfloor"sv, 0x230a}, {"lowast"sv, 0x2217}, {"loz"sv, 0x25ca},
    {"lrm"sv, 0x200e},    {"lsaquo"sv, 0x2039}, {"lsquo"sv, 0x2018},  {"lt"sv, 0x3c},       {"mdash"sv, 0x2014},
    {"minus"sv, 0x2212},  {"mu"sv, 0x3bc},      {"nabla"sv, 0x2207},  {"ndash"sv, 0x2013},  {"ne"sv, 0x2260},
    {"ni"sv, 0x220b},     {"notin"sv, 0x2209},  {"nsub"sv, 0x2284},   {"nu"sv, 0x3bd},      {"oelig"sv, 0x153},
    {"oline"sv, 0x203e},  {"omega"sv, 0x3c9},   {"omicron"sv, 0x3bf}, {"oplus"sv, 0x2295},  {"or"sv, 0x2228},
    {"otimes"sv, 0x2297}, {"part"sv, 0x2202},   {"permil"sv, 0x2030}, {"perp"sv, 0x22a5},   {"phi"sv, 0x3c6},
    {"pi"sv, 0x3c0},      {"piv"sv, 0x3d6},     {"prime"sv, 0x2032},  {"prod"sv, 0x220f},   {"prop"sv, 0x221d},
    {"psi"sv, 0x3c8},     {"quot"sv, 0x22},     {"rArr"sv, 0x21d2},   {"radic"sv, 0x221a},  {"rang"sv, 0x232a},
    {"rarr"sv, 0x2192},   {"rceil"sv, 0x2309},  {"rdquo"sv, 0x201d},  {"real"sv, 0x211c},   {"rfloor"sv, 0x230b},
    {"rho"sv, 0x3c1},     {"rlm"sv, 0x200f},    {"rsaquo"sv, 0x203a}, {"rsquo"sv, 0x2019},  {"sbquo"sv, 0x201a},
    {"scaron"sv, 0x161},  {"sdot"sv, 0x22c5},   {"sigma"sv, 0x3c3},   {"sigmaf"sv, 0x3c2},  {"sim"sv, 0x223c},
    {"spades"sv, 0x2660}, {"sub"sv, 0x2282},    {"sube"sv, 0x2286},   {"sum"sv, 0x2211},    {"sup"sv, 0x2283},
    {"supe"sv, 0x2287},   {"tau"sv, 0x3c4},     {"there4"sv, 0x2234}, {"theta"sv, 0x3b8},   {"thetasym"sv, 0x3d1},
    {"thinsp"sv, 0x2009}, {"tilde"sv, 0x2dc},   {"trade"sv, 0x2122},  {"uArr"sv, 0x21d1},   {"uarr"sv, 0x2191},
    {"upsih"sv, 0x3d2},   {"upsilon"sv, 0x3c5}, {"weierp"sv, 0x2118}, {"xi"sv, 0x3be},      {"zeta"sv, 0x3b6},
    {"zwj"sv, 0x200d},    {"zwnj"sv, 0x200c},
})};

// What pages written for Windows mean by the references 128 to 159; 0 where they mean nothing else.
constexpr std::array<char16_t, 32> windows1252{0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                               0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                               0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                               0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

constexpr qsizetype longestName = 8; // "thetasym"

constexpr auto byName = [](const Named &a, const Named &b) { return a.name < b.name; };

// What HTML lets stand without a semicolon, sorted.
constexpr auto bareNames = [] {
    std::array<Named, latinNames.size() + 4> names{{{"amp"sv, u'&'}, {"lt"sv, u'<'}, {"gt"sv, u'>'}, {"quot"sv, u'"'}}};
    for (size_t i = 0; i < latinNames.size(); ++i)
        names[i + 4] = {latinNames[i], char16_t(0xa0 + i)};
    std::sort(names.begin(), names.end(), byName);
    return names;
}();

template <size_t count>
char16_t characterIn(const std::array<Named, count> &names, std::string_view name)
{
    const auto found = std::lower_bound(names.begin(), names.end(), Named{name, 0}, byName);
    return found != names.end() && found->name == name ? found->character : u'\0';
}

CharacterReference numericReference(QStringView text)
{
    const bool hex = text.size() > 2 && (text[2] == u'x' || text[2] == u'X');
    const int base = hex ? 16 : 10;
    qsizetype at = hex ? 3 : 2;
    const qsizetype begin = at;
    char32_t code = 0;
    constexpr char32_t beyond = 0x110000;
    for (; at < text.size(); ++at) {
        const char16_t c = text[at].unicode();
        const int digit = c >= u'0' && c <= u'9' ? c - u'0'
            : hex && c >= u'a' && c <= u'f'      ? c - u'a' + 10
            : hex && c >= u'A' && c <= u'F'      ? c - u'A' + 10
                                                 : -1;
        if (digit < 0)
            break;
        code = std::min<char32_t>(beyond, code * char32_t(base) + char32_t(digit));
    }
    if (at == begin)
        return {};
    at += at < text.size() && text[at] == u';' ? 1 : 0;
    if (code >= 0x80 && code < 0xa0 && windows1252[code - 0x80] != 0)
        code = windows1252[code - 0x80];
    if (code == 0 || code >= beyond || (code >= 0xd800 && code <= 0xdfff))
        code = QChar::ReplacementCharacter;
    return {QString::fromUcs4(&code, 1), at};
}

} // namespace

CharacterReference characterReferenceAt(QStringView text)
{
    if (text.size() < 3 || text[0] != u'&')
        return {};
    if (text[1] == u'#')
        return numericReference(text);
    std::array<char, longestName> letters{};
    qsizetype length = 0;
    const auto isNameCharacter = [](char16_t c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
    };
    while (length < longestName && length + 1 < text.size() && isNameCharacter(text[length + 1].unicode())) {
        letters[size_t(length)] = char(text[length + 1].unicode());
        ++length;
    }
    const std::string_view name(letters.data(), size_t(length));
    if (length + 1 < text.size() && text[length + 1] == u';') {
        const char16_t other = characterIn(otherNames, name);
        if (const char16_t character = other != 0 ? other : characterIn(bareNames, name); character != 0)
            return {QString(QChar(character)), length + 2};
    }
    // "R&amp D", and "x&lty" as well: the longest name that may stand so.
    for (; length >= 2; --length) {
        if (const char16_t character = characterIn(bareNames, name.substr(0, size_t(length))); character != 0)
            return {QString(QChar(character)), length + 1};
    }
    return {};
}

QString withoutReferences(QStringView text)
{
    if (!text.contains(u'&'))
        return text.toString();
    QString decoded;
    for (qsizetype i = 0; i < text.size();) {
        const CharacterReference reference = text[i] == u'&' ? characterReferenceAt(text.mid(i)) : CharacterReference{};
        decoded += reference.length > 0 ? reference.decoded : QString(text[i]);
        i += std::max<qsizetype>(1, reference.length);
    }
    return decoded;
}

} // namespace earmark::formats
