// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formatnames.h"

#include <algorithm>
#include <array>

namespace earmark::formats {

using transcript::SourceFormat;

namespace {

struct Named {
    SourceFormat format;
    const char *name;
};

constexpr std::array names{
    Named{SourceFormat::PlainText, "plain"},
    Named{SourceFormat::WebVtt, "webvtt"},
    Named{SourceFormat::SubRip, "subrip"},
    Named{SourceFormat::Markdown, "markdown"},
    Named{SourceFormat::Otter, "otter"},
    Named{SourceFormat::SubStationAlpha, "ass"},
    Named{SourceFormat::Sbv, "sbv"},
    Named{SourceFormat::Lrc, "lrc"},
    Named{SourceFormat::Ttml, "ttml"},
    Named{SourceFormat::YouTubeSrv1, "srv1"},
    Named{SourceFormat::YouTubeSrv3, "srv3"},
    Named{SourceFormat::YouTubeJson3, "json3"},
    Named{SourceFormat::PodcastJson, "podcast-json"},
    Named{SourceFormat::PodcastHtml, "podcast-html"},
    Named{SourceFormat::Whisper, "whisper"},
    Named{SourceFormat::WhisperCpp, "whisper.cpp"},
    Named{SourceFormat::WhisperText, "whisper-text"},
    Named{SourceFormat::Deepgram, "deepgram"},
    Named{SourceFormat::AssemblyAi, "assemblyai"},
    Named{SourceFormat::Rev, "rev"},
    Named{SourceFormat::AwsTranscribe, "aws-transcribe"},
    Named{SourceFormat::GoogleSpeech, "google"},
    Named{SourceFormat::Speechmatics, "speechmatics"},
    Named{SourceFormat::CueJson, "cues-json"},
};

} // namespace

const char *formatName(SourceFormat format)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const Named &n) { return n.format == format; });
    return found == names.end() ? "plain" : found->name;
}

std::optional<SourceFormat> formatNamed(QStringView name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const Named &n) {
        return name.compare(QLatin1StringView(n.name), Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? std::nullopt : std::optional(found->format);
}

QStringList formatNames()
{
    QStringList all;
    for (const Named &named : names)
        all.append(QString::fromLatin1(named.name));
    return all;
}

} // namespace earmark::formats
