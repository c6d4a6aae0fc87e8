// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/library.h"

#include "base/textfile.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace earmark::library {

using namespace Qt::StringLiterals;
using transcript::TimingOrigin;
using transcript::TokenIndex;
using transcript::TokenKind;
using transcript::TokenSpan;
using transcript::Transcript;

namespace {

// Who speaks at `token`; empty where nobody is named.
QString speakerAt(const Transcript &transcript, TokenIndex token)
{
    const auto after = std::upper_bound(transcript.turns.begin(), transcript.turns.end(), token,
                                        [](TokenIndex t, const transcript::Turn &turn) { return t < turn.first; });
    return after == transcript.turns.begin() ? QString() : std::prev(after)->speaker;
}

// The span without cues and labels at its ends, since the quote leaves them out as well; all of it
// where it holds nothing else.
TokenSpan wordsOf(const Transcript &transcript, TokenSpan span)
{
    TokenSpan words = span;
    const auto isWord = [&](TokenIndex t) { return transcript.tokens[size_t(t)].kind == TokenKind::Word; };
    while (words.first <= words.last && !isWord(words.first))
        ++words.first;
    while (words.last > words.first && !isWord(words.last))
        --words.last;
    return words.first > words.last ? span : words;
}

} // namespace

QString defaultLibraryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/earmark/library.db"_s;
}

Result<OpenEpisode> loadEpisode(const store::Store &store, EpisodeId id)
{
    OpenEpisode open;
    const auto take = [](auto &place, auto result) -> Result<void> {
        if (!result)
            return tl::unexpected(result.error());
        place = *std::move(result);
        return {};
    };
    const Result<void> all = take(open.episode, store.episode(id))
                                 .and_then([&] { return take(open.transcript, store.transcript(id)); })
                                 .and_then([&] { return take(open.timings, store.timings(id)); })
                                 .and_then([&] { return take(open.highlights, store.highlights(id)); })
                                 .and_then([&] { return take(open.position, store.position(id)); })
                                 .and_then([&] { return take(open.transcriptFile, store.sourceFileName(id)); });
    if (!all)
        return tl::unexpected(all.error());
    const auto isOutside = [&](const notes::Highlight &highlight) { return !open.transcript.contains(highlight.span); };
    if (std::ranges::any_of(open.highlights, isOutside))
        return failure(ErrorCode::LibraryDamaged, store.path(), u"a highlight outside its transcript"_s);
    // Times can be found again; the words and the marks on them are what matters.
    if (open.timings.size() != open.transcript.tokens.size())
        open.timings = transcript::estimateTimings(open.transcript, open.episode.duration);
    return open;
}

void makeReading(OpenEpisode &episode, const reading::PunctuationModel &model)
{
    episode.reading = reading::read(episode.transcript, episode.timings, model);
}

Result<OpenEpisode> openEpisode(const store::Store &store, EpisodeId id, const reading::PunctuationModel &model)
{
    return loadEpisode(store, id).map([&](OpenEpisode open) {
        makeReading(open, model);
        return open;
    });
}

notes::ExportedEpisode exported(const OpenEpisode &open)
{
    notes::ExportedEpisode result;
    result.title = open.episode.title;
    result.show = open.episode.show;
    result.date = open.episode.published;
    result.duration = open.episode.duration;
    result.audioFile = QFileInfo(open.episode.audioPath).fileName();
    result.transcriptFile = open.transcriptFile;
    for (const notes::Highlight &highlight : open.highlights) {
        if (!open.transcript.contains(highlight.span))
            continue;
        const TokenSpan words = wordsOf(open.transcript, highlight.span);
        const transcript::WordTiming &first = open.timings[size_t(words.first)];
        const transcript::WordTiming &last = open.timings[size_t(words.last)];
        notes::ExportedHighlight out;
        out.quote = reading::quote(open.reading, open.transcript, highlight.span);
        out.speaker = speakerAt(open.transcript, words.first);
        out.start = first.start;
        out.end = last.end;
        out.timeIsEstimated = first.origin == TimingOrigin::Estimated || last.origin == TimingOrigin::Estimated;
        out.note = highlight.note;
        result.highlights.push_back(out);
    }
    return result;
}

Result<void> writeNotes(const OpenEpisode &episode, const QString &libraryPath, const QString &path)
{
    if (isAnyOf(path, {libraryPath, libraryPath + u"-wal"_s, libraryPath + u"-shm"_s, episode.episode.audioPath}))
        return failure(ErrorCode::OutputIsInput, path, u"the library's own file or the episode's audio"_s);
    return writeFileAtomically(path, notes::writeMarkdown(exported(episode)));
}

Result<void> exportMarkdown(const store::Store &store, EpisodeId id, const QString &path,
                            const reading::PunctuationModel &model)
{
    return openEpisode(store, id, model).and_then([&](const OpenEpisode &open) {
        return writeNotes(open, store.path(), path);
    });
}

Result<notes::Highlight> addHighlight(store::Store &store, EpisodeId id, TokenSpan span, const QString &note)
{
    const Result<Transcript> transcript = store.transcript(id);
    if (!transcript)
        return tl::unexpected(transcript.error());
    if (!transcript->contains(span))
        return failure(ErrorCode::SpanOutsideTranscript, u"%1–%2"_s.arg(span.first).arg(span.last),
                       u"the transcript has %1 tokens"_s.arg(transcript->count()));
    const Result<transcript::Timings> timings = store.timings(id);
    if (!timings)
        return tl::unexpected(timings.error());
    notes::Highlight highlight =
        notes::makeHighlight(id, *transcript, *timings, span, notes::Mark::One, QDateTime::currentDateTimeUtc());
    highlight.note = note;
    const Result<void> written = store.apply(notes::added(highlight));
    if (!written)
        return tl::unexpected(written.error());
    return highlight;
}

} // namespace earmark::library
