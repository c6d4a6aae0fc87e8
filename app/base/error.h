// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <tl/expected.hpp>

namespace earmark {

// What went wrong, for tests, exit codes and the choice of words. The words themselves are made in
// library/errortext.h; `detail` is for the log and never shown alone.
enum class ErrorCode {
    FileNotFound,
    FileUnreadable,
    FileEmpty,
    FileTooLarge,
    NotATranscript,
    WordTooLong,
    TranscriptWithoutWords,
    NothingToPaste,
    UnknownFormat,
    EncodingUnknown,
    TimesMissing,
    NotAudio,
    AudioWithoutSound,
    AudioWithoutSpeech,
    AudioDamaged,
    AudioUnusable,
    LanguageUnknown,
    SpeechUnavailable,
    NotTheSameEpisode,
    AnchorMalformed,
    AnchorsContradict,
    AnchorOutside,
    SoundDeviceMissing,
    SoundDeviceFailed,
    LibraryUnreadable,
    LibraryNotCreated,
    LibraryReadOnly,
    LibraryNewer,
    LibraryDamaged,
    LibraryBusy,
    LibraryReplaced,
    NotALibrary,
    DiskFull,
    WriteFailed,
    OutputIsInput,
    EpisodeUnknown,
    EpisodeAlreadyThere,
    SameTranscript,
    TranscriptReplaced,
    HighlightUnknown,
    HighlightChangedElsewhere,
    AmendmentChangedElsewhere,
    TimesChangedElsewhere,
    SpanOutsideTranscript,
    NotTimings,
    TimingsOutOfOrder,
    TimingOutside,
    NotMarkdown,
    NotAnnotations,
    TemplateUnknown,
    TemplateTagOpen,
    TemplateSectionOpen,
    TemplateEndWithoutSection,
    TemplateTagUnsupported,
    TemplateNameUnknown,
    TemplateRegions,
    NotAKeymap,
    PunctuationModelDamaged,
    InvalidArgument,
    Cancelled,
    Internal,
};

struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString subject; // the file, option, language or id concerned; empty where there is none
    QString detail;  // one line for the log: what the layer below reported, in English

    bool operator==(const Error &) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

// The failing end of a Result: `return failure(ErrorCode::FileEmpty, path);`
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString subject = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

// The code's name as written above, for logs and test failures.
[[nodiscard]] const char *errorName(ErrorCode code);

} // namespace earmark

Q_DECLARE_METATYPE(earmark::Error)
