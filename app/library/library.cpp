// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/library.h"

#include "library/assign.h"

#include <QStandardPaths>

#include <algorithm>

namespace earmark::library {

using namespace Qt::StringLiterals;
using transcript::TokenSpan;
using transcript::Transcript;

QString defaultLibraryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/earmark/library.db"_s;
}

Result<OpenEpisode> loadEpisode(const store::Store &store, EpisodeId id)
{
    OpenEpisode open;
    audio::SeekIndex seekIndex;
    const Result<void> all = assign(open.episode, store.episode(id))
                                 .and_then([&] { return assign(open.transcript, store.transcript(id)); })
                                 .and_then([&] { return assign(open.timings, store.timings(id)); })
                                 .and_then([&] { return assign(open.notInText, store.notInText(id)); })
                                 .and_then([&] { return assign(open.highlights, store.highlights(id)); })
                                 .and_then([&] { return assign(open.amendments, store.amendments(id)); })
                                 .and_then([&] { return assign(open.markNames, store.markNames()); })
                                 .and_then([&] { return assign(open.chapters, store.chapters(id)); })
                                 .and_then([&] { return assign(seekIndex, store.seekIndex(id)); })
                                 .and_then([&] { return assign(open.position, store.position(id)); })
                                 .and_then([&] { return assign(open.transcriptFile, store.sourceFileName(id)); });
    if (!all)
        return tl::unexpected(all.error());
    open.seekIndex = std::make_shared<const audio::SeekIndex>(std::move(seekIndex));
    const auto isOutside = [&](const notes::Highlight &highlight) { return !open.transcript.contains(highlight.span); };
    if (std::ranges::any_of(open.highlights, isOutside))
        return failure(ErrorCode::LibraryDamaged, store.path(), u"a highlight outside its transcript"_s);
    const auto isMisplaced = [&](const transcript::Amendment &each) { return !open.transcript.contains(each.span); };
    if (std::ranges::any_of(open.amendments, isMisplaced))
        return failure(ErrorCode::LibraryDamaged, store.path(), u"a correction outside its transcript"_s);
    // Times can be found again; the words and the marks on them are what matters.
    if (open.timings.size() != open.transcript.tokens.size())
        open.timings = transcript::estimateTimings(open.transcript, open.episode.duration);
    return open;
}

void makeReading(OpenEpisode &episode, const reading::PunctuationModel &model)
{
    episode.division = reading::divide(episode.transcript, episode.timings, model);
    episode.reading = reading::compose(episode.transcript, episode.division, episode.amendments,
                                       headingsOf(episode.chapters, episode.timings));
}

std::vector<reading::Heading> headingsOf(const std::vector<audio::Chapter> &chapters,
                                         const transcript::Timings &timings)
{
    std::vector<reading::Heading> headings;
    if (!transcript::hasKnownTimes(timings))
        return headings;
    for (const audio::Chapter &chapter : chapters)
        headings.push_back({transcript::tokenBefore(timings, chapter.start), chapter.title});
    return headings;
}

Result<OpenEpisode> openEpisode(const store::Store &store, EpisodeId id, const reading::PunctuationModel &model)
{
    return loadEpisode(store, id).map([&](OpenEpisode open) {
        makeReading(open, model);
        return open;
    });
}

Result<notes::Highlight> addHighlight(store::Store &store, EpisodeId id, TokenSpan span, const QString &note,
                                      const QStringList &tags, notes::Mark mark)
{
    const Result<store::Episode> episode = store.episode(id); // first: the words may be of a newer edition
    if (!episode)
        return tl::unexpected(episode.error());
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
        notes::makeHighlight(id, *transcript, *timings, span, mark, QDateTime::currentDateTimeUtc());
    highlight.note = note;
    highlight.tags = notes::cleanTags(tags);
    const Result<void> written = store.apply(notes::added(highlight), episode->edition);
    if (!written)
        return tl::unexpected(written.error());
    return highlight;
}

} // namespace earmark::library
