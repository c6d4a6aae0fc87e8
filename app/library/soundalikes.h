// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "glossary/soundalike.h"
#include "reading/punctuation.h"

namespace earmark::library {

// glossary::soundalikes() with the sounds of espeak-ng and the words that the model of English knows.
// `language`: BCP 47 of the text; where it is empty, the text tells. Takes the engine of speech, see
// speech::Synthesizer: waits while an alignment has it. For a thread of its own. Errors: LanguageUnknown,
// SpeechUnavailable, Cancelled.
[[nodiscard]] Result<std::vector<glossary::Proposal>> findSoundalikes(const transcript::Transcript &transcript,
                                                                      const QString &language, const QStringList &terms,
                                                                      const reading::PunctuationModel &model,
                                                                      const CancelToken &cancel = {});

} // namespace earmark::library
