// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/soundalikes.h"

#include "align/spokenlanguage.h"
#include "speech/synthesizer.h"

namespace earmark::library {

using namespace Qt::StringLiterals;

Result<std::vector<glossary::Proposal>> findSoundalikes(const transcript::Transcript &transcript,
                                                        const QString &language, const QStringList &terms,
                                                        const reading::PunctuationModel &model,
                                                        const CancelToken &cancel)
{
    const QString spoken = align::spokenLanguage(transcript, language).code;
    const auto synthesizer = speech::Synthesizer::create({spoken + speech::steadyVariant}, cancel);
    if (!synthesizer)
        return tl::unexpected(synthesizer.error());
    glossary::WordKnowledge words;
    words.soundsOf = [&synthesizer](QStringView word) { return (*synthesizer)->phonemes(word); };
    const bool isEnglish = spoken == u"en" || spoken.startsWith(u"en-", Qt::CaseInsensitive);
    if (isEnglish && !model.isEmpty())
        words.rankOf = [&model](QStringView word) { return model.rankOf(word); };
    std::vector<glossary::Proposal> found = glossary::soundalikes(transcript, terms, words, cancel);
    if (cancel.isCancelled())
        return failure(ErrorCode::Cancelled);
    return found;
}

} // namespace earmark::library
