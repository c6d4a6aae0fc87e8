// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace earmark {

const char *errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound: return "FileNotFound";
    case ErrorCode::FileUnreadable: return "FileUnreadable";
    case ErrorCode::FileEmpty: return "FileEmpty";
    case ErrorCode::FileTooLarge: return "FileTooLarge";
    case ErrorCode::NotATranscript: return "NotATranscript";
    case ErrorCode::WordTooLong: return "WordTooLong";
    case ErrorCode::TranscriptWithoutWords: return "TranscriptWithoutWords";
    case ErrorCode::NothingToPaste: return "NothingToPaste";
    case ErrorCode::UnknownFormat: return "UnknownFormat";
    case ErrorCode::EncodingUnknown: return "EncodingUnknown";
    case ErrorCode::TimesMissing: return "TimesMissing";
    case ErrorCode::NotAudio: return "NotAudio";
    case ErrorCode::AudioWithoutSound: return "AudioWithoutSound";
    case ErrorCode::AudioWithoutSpeech: return "AudioWithoutSpeech";
    case ErrorCode::AudioDamaged: return "AudioDamaged";
    case ErrorCode::AudioUnusable: return "AudioUnusable";
    case ErrorCode::LanguageUnknown: return "LanguageUnknown";
    case ErrorCode::SpeechUnavailable: return "SpeechUnavailable";
    case ErrorCode::NotTheSameEpisode: return "NotTheSameEpisode";
    case ErrorCode::AnchorMalformed: return "AnchorMalformed";
    case ErrorCode::AnchorsContradict: return "AnchorsContradict";
    case ErrorCode::AnchorOutside: return "AnchorOutside";
    case ErrorCode::SoundDeviceMissing: return "SoundDeviceMissing";
    case ErrorCode::SoundDeviceFailed: return "SoundDeviceFailed";
    case ErrorCode::LibraryUnreadable: return "LibraryUnreadable";
    case ErrorCode::LibraryNotCreated: return "LibraryNotCreated";
    case ErrorCode::LibraryReadOnly: return "LibraryReadOnly";
    case ErrorCode::LibraryNewer: return "LibraryNewer";
    case ErrorCode::LibraryDamaged: return "LibraryDamaged";
    case ErrorCode::LibraryBusy: return "LibraryBusy";
    case ErrorCode::LibraryReplaced: return "LibraryReplaced";
    case ErrorCode::NotALibrary: return "NotALibrary";
    case ErrorCode::DiskFull: return "DiskFull";
    case ErrorCode::OutputIsInput: return "OutputIsInput";
    case ErrorCode::WriteFailed: return "WriteFailed";
    case ErrorCode::EpisodeUnknown: return "EpisodeUnknown";
    case ErrorCode::EpisodeAlreadyThere: return "EpisodeAlreadyThere";
    case ErrorCode::SameTranscript: return "SameTranscript";
    case ErrorCode::TranscriptReplaced: return "TranscriptReplaced";
    case ErrorCode::HighlightUnknown: return "HighlightUnknown";
    case ErrorCode::HighlightChangedElsewhere: return "HighlightChangedElsewhere";
    case ErrorCode::AmendmentChangedElsewhere: return "AmendmentChangedElsewhere";
    case ErrorCode::TimesChangedElsewhere: return "TimesChangedElsewhere";
    case ErrorCode::SpanOutsideTranscript: return "SpanOutsideTranscript";
    case ErrorCode::NotTimings: return "NotTimings";
    case ErrorCode::TimingsOutOfOrder: return "TimingsOutOfOrder";
    case ErrorCode::TimingOutside: return "TimingOutside";
    case ErrorCode::NotMarkdown: return "NotMarkdown";
    case ErrorCode::NotAnnotations: return "NotAnnotations";
    case ErrorCode::TemplateUnknown: return "TemplateUnknown";
    case ErrorCode::TemplateTagOpen: return "TemplateTagOpen";
    case ErrorCode::TemplateSectionOpen: return "TemplateSectionOpen";
    case ErrorCode::TemplateEndWithoutSection: return "TemplateEndWithoutSection";
    case ErrorCode::TemplateTagUnsupported: return "TemplateTagUnsupported";
    case ErrorCode::TemplateNameUnknown: return "TemplateNameUnknown";
    case ErrorCode::TemplateRegions: return "TemplateRegions";
    case ErrorCode::NotAKeymap: return "NotAKeymap";
    case ErrorCode::PunctuationModelDamaged: return "PunctuationModelDamaged";
    case ErrorCode::InvalidArgument: return "InvalidArgument";
    case ErrorCode::Cancelled: return "Cancelled";
    case ErrorCode::Internal: return "Internal";
    }
    return "unknown";
}

} // namespace earmark
