// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A libFuzzer target: reads the bytes as one format (EARMARK_FUZZ_FORMAT, a name of formatnames.h, or
// "any" for what they look like), checks what has to hold of every list of cues, and writes it in
// every format.
#include "formats/cuewriters.h"
#include "formats/formatnames.h"
#include "formats/formats.h"

#include <cstdlib>

using namespace earmark;
using namespace earmark::formats;

namespace {

void require(bool promise)
{
    if (!promise)
        std::abort();
}

void checkCues(const CueList &list)
{
    qint32 word = 0;
    for (const Cue &cue : list.cues) {
        require(cue.begin >= 0 && cue.begin <= cue.end && cue.end <= list.text.size());
        require(cue.speaker < list.speakers.size());
        require(cue.idBegin <= cue.idEnd && cue.idEnd <= list.ids.size());
        require(cue.firstWord >= 0 && cue.firstWord <= cue.wordEnd && size_t(cue.wordEnd) <= list.words.size());
        for (qint32 i = cue.firstWord; i < cue.wordEnd; ++i) {
            const CueWord &timed = list.words[size_t(i)];
            require(timed.begin >= cue.begin && timed.begin <= timed.end && timed.end <= cue.end);
            require(timed.start <= timed.stop);
        }
        word = cue.wordEnd;
    }
    require(size_t(word) <= list.words.size());
}

void checkTranscript(const transcript::Transcript &transcript)
{
    qint32 reached = 0;
    for (const transcript::Token &token : transcript.tokens) {
        require(token.length > 0 && token.begin >= reached && token.begin + token.length <= transcript.text.size());
        require(token.sourceBegin >= 0 && token.sourceLength > 0);
        reached = token.begin + token.length;
    }
    transcript::TokenIndex next = 0;
    MediaTime time{};
    for (const transcript::Segment &segment : transcript.segments) {
        require(transcript.contains(segment.span) && segment.span.first >= next);
        require(segment.start >= time && segment.end >= segment.start);
        next = segment.span.last + 1;
        time = segment.end;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const ReadOptions options{{}, formatNamed(QStringLiteral(EARMARK_FUZZ_FORMAT)), CueTextForm::Readable};
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto list = readCues(bytes, {}, options)) {
        checkCues(*list);
        (void)writeCuesJson(*list, [](const Warning &) { return QString(); });
        (void)writeWebVtt(*list);
        (void)writeSubRip(*list);
        (void)writeTtml(*list);
        (void)writePodcastJson(*list);
        (void)writeWhisperJson(*list);
        (void)writePlainText(*list);
        (void)writeMarkdown(*list);
    }
    if (const auto parsed = parseTranscript(bytes, {}, options))
        checkTranscript(parsed->transcript);
    return 0;
}
