// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "align/spokenlanguage.h"

#include "align/text.h"

#include <cstdio> // its header needs it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>

namespace earmark::align {

namespace {

constexpr int mostBytes = 1 << 20; // hours of speech; more tells nothing new

} // namespace

QString guessLanguage(const transcript::Transcript &transcript)
{
    QByteArray text;
    for (transcript::TokenIndex i = 0; i < transcript.count() && text.size() < mostBytes; ++i) {
        // Cues and names are in any language.
        const QString spoken = spokenText(transcript.tokens[size_t(i)].kind, transcript.tokenText(i));
        if (!spoken.isEmpty())
            text += spoken.toUtf8() + ' ';
    }
    const CLD2::CLDHints noHints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int textBytes = 0;
    bool isReliable = false;
    CLD2::ExtDetectLanguageSummary(text.constData(), int(text.size()), true, &noHints, 0, languages.data(),
                                   percents.data(), scores.data(), nullptr, &textBytes, &isReliable);
    if (!isReliable || languages[0] == CLD2::UNKNOWN_LANGUAGE || percents[0] < 50)
        return {};
    return QString::fromLatin1(CLD2::LanguageCode(languages[0]));
}

SpokenLanguage spokenLanguage(const transcript::Transcript &transcript, const QString &asked)
{
    if (!asked.isEmpty())
        return {asked};
    if (!transcript.language.isEmpty())
        return {transcript.language};
    const QString guess = guessLanguage(transcript);
    return guess.isEmpty() ? SpokenLanguage{fallbackLanguage} : SpokenLanguage{guess, true};
}

} // namespace earmark::align
