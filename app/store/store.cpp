// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/amendmentrows.h"
#include "store/editlog.h"
#include "store/highlightrows.h"
#include "store/integrity.h"
#include "store/libraryfile.h"
#include "store/replacement.h"
#include "store/store_p.h"
#include "store/timingsblob.h"
#include "store/transcriptblob.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace earmark::store {

using namespace Qt::StringLiterals;
using transcript::Source;
using transcript::Timings;
using transcript::Transcript;

template <class Value>
Result<Value> Store::Private::decoded(const char *sql, EpisodeId id,
                                      std::optional<Value> (*decode)(QByteArrayView)) const
{
    Statement statement(connection, sql);
    statement.bind(id.value);
    const Result<bool> row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return tl::unexpected(episodeUnknown(id));
    std::optional<Value> value = decode(statement.bytes(0));
    if (!value)
        return failure(ErrorCode::LibraryDamaged, connection.path(),
                       u"stored words or times of episode %1"_s.arg(id.value));
    return std::move(*value);
}

Result<void> Store::Private::writeBlobs(EpisodeId id, const QByteArray &transcript, const QByteArray &timings)
{
    const Result<void> written = Statement(connection, "INSERT INTO transcript (episode_id, content) VALUES (?, ?)")
                                     .bind(id.value)
                                     .bind(transcript)
                                     .run();
    if (!written)
        return written;
    return Statement(connection, "INSERT INTO timings (episode_id, content) VALUES (?, ?)")
        .bind(id.value)
        .bind(timings)
        .run();
}

Store::Store(std::unique_ptr<Private> d) : d(std::move(d)) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &path, Access access)
{
    Result<Connection> connection = openLibrary(path, access);
    if (!connection)
        return tl::unexpected(connection.error());
    return std::unique_ptr<Store>(new Store(std::make_unique<Private>(Private{std::move(*connection), {}})));
}

QString Store::path() const
{
    return d->connection.path();
}

Store::FilePlace Store::filePlace()
{
    const FilePlace place = placeOf(d->connection);
    if (place == FilePlace::Kept)
        d->log = identityOf(store::filePath(d->connection) + u"-wal"_s);
    return place;
}

Result<void> Store::putBack()
{
    const QString path = store::filePath(d->connection);
    // First, so that nobody finds the new file beside the old one's log. What it holds is copied.
    removeStrayLog(path, d->log);
    return writeCopy(d->connection, path);
}

Result<QString> Store::keepBeside()
{
    const QString path = store::filePath(d->connection);
    const QFileInfo file(path);
    const QString now = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    const QString kept = file.dir().filePath(u"%1-kept-%2.%3"_s.arg(file.completeBaseName(), now, file.suffix()));
    return writeCopy(d->connection, kept).map([&] {
        removeStrayLog(path, d->log);
        return kept;
    });
}

Result<EpisodeId> Store::insertEpisode(const NewEpisode &episode)
{
    Source source = episode.source;
    const QByteArray sha256 = QCryptographicHash::hash(source.bytes, QCryptographicHash::Sha256);
    if (source.sha256.isEmpty())
        source.sha256 = sha256;
    if (source.sha256 != sha256 || episode.episode.duration < MediaTime::zero() || !isSound(episode.transcript)
        || !isSound(episode.timings) || episode.timings.size() != episode.transcript.tokens.size())
        return failure(ErrorCode::InvalidArgument, episode.episode.title,
                       u"source, transcript and timings do not belong together"_s);
    const QByteArray transcript = encodeTranscript(episode.transcript);
    const QByteArray timings = encodeTimings(episode.timings);
    return d->inTransaction([&]() -> Result<EpisodeId> {
        const Result<EpisodeId> twin = findTwin(d->connection, sha256, episode.episode.audioPath);
        if (!twin)
            return twin;
        if (twin->isValid())
            return failure(ErrorCode::EpisodeAlreadyThere, QString::number(twin->value));
        const Result<EpisodeId> id =
            insertEpisodeRow(d->connection, episode.episode, qint64(episode.transcript.tokens.size()));
        if (!id)
            return id;
        return insertSource(d->connection, *id, source)
            .and_then([&] { return d->writeBlobs(*id, transcript, timings); })
            .and_then([&] { return d->writeChapters(*id, episode.chapters); })
            .and_then([&] { return d->writeSeekIndex(*id, episode.seekIndex); })
            .map([&] { return *id; });
    });
}

Result<std::vector<Episode>> Store::episodes() const
{
    return readEpisodes(d->connection);
}

Result<std::vector<Episode>> Store::episodesOfSource(const QByteArray &sha256) const
{
    return readEpisodesOfSource(d->connection, sha256);
}

Result<Episode> Store::episode(EpisodeId id) const
{
    return readEpisode(d->connection, id);
}

Result<void> Store::removeEpisode(EpisodeId id)
{
    return d->inTransaction([&]() -> Result<void> {
        const Result<EpisodeFrame> frame = readFrame(d->connection, id);
        if (!frame)
            return tl::unexpected(frame.error());
        const Result<std::vector<notes::Highlight>> highlights = readHighlights(d->connection, id);
        if (!highlights)
            return tl::unexpected(highlights.error());
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (const notes::Highlight &highlight : *highlights) {
            if (Result<void> logged = logEdit(d->connection, notes::removed(highlight), frame->title, now); !logged)
                return logged;
        }
        const Result<std::vector<transcript::Amendment>> amendments = readAmendments(d->connection, id);
        if (!amendments)
            return tl::unexpected(amendments.error());
        for (const transcript::Amendment &amendment : *amendments) {
            if (Result<void> logged = writeAmendment(d->connection, id, {amendment, {}}, frame->title, now); !logged)
                return logged;
        }
        return Statement(d->connection, "DELETE FROM episode WHERE id = ?").bind(id.value).run().and_then([&] {
            return d->dropUnusedPeaks();
        });
    });
}

Result<Source> Store::source(EpisodeId id) const
{
    return readSource(d->connection, id);
}

Result<QString> Store::sourceFileName(EpisodeId id) const
{
    return readSourceFileName(d->connection, id);
}

Result<Transcript> Store::transcript(EpisodeId id) const
{
    return d->decoded<Transcript>("SELECT content FROM transcript WHERE episode_id = ?", id, decodeTranscript);
}

Result<Timings> Store::timings(EpisodeId id) const
{
    return d->decoded<Timings>("SELECT content FROM timings WHERE episode_id = ?", id, decodeTimings);
}

// Inside a transaction.
Result<void> Store::replaceTranscript(EpisodeId id, const Replacement &replacement)
{
    const Source &source = replacement.source;
    if (source.sha256 != QCryptographicHash::hash(source.bytes, QCryptographicHash::Sha256)
        || !isSound(replacement.transcript) || !isSound(replacement.timings)
        || replacement.timings.size() != replacement.transcript.tokens.size())
        return failure(ErrorCode::InvalidArgument, QString::number(id.value),
                       u"source, transcript and timings do not belong together"_s);
    return d->inTransaction(
        [&] { return writeReplacement(d->connection, id, replacement, QDateTime::currentDateTimeUtc()); });
}

Result<std::vector<Source>> Store::replacedSources(EpisodeId id) const
{
    return readReplacedSources(d->connection, id);
}

Result<void> Store::setTitle(EpisodeId id, const QString &title)
{
    Statement statement(d->connection, "UPDATE episode SET title = ? WHERE id = ?");
    return d->update(statement.bind(title).bind(id.value), id);
}

Result<void> Store::setAudioPath(EpisodeId id, const QString &audioPath)
{
    Statement statement(d->connection, "UPDATE episode SET audio_path = ? WHERE id = ?");
    return d->update(statement.bind(audioPath).bind(id.value), id);
}

Result<void> Store::savePosition(EpisodeId id, MediaTime position)
{
    Statement statement(d->connection, "UPDATE episode SET position_ms = ? WHERE id = ?");
    const qint64 milliseconds = std::max<qint64>(0, position.count());
    return d->update(statement.bind(milliseconds).bind(id.value), id);
}

Result<MediaTime> Store::position(EpisodeId id) const
{
    Statement statement(d->connection, "SELECT position_ms FROM episode WHERE id = ?");
    statement.bind(id.value);
    const Result<bool> row = statement.step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return tl::unexpected(episodeUnknown(id));
    return MediaTime(statement.number(0));
}

Result<std::vector<Problem>> Store::problems() const
{
    using Kind = Problem::Kind;
    Result<std::vector<Problem>> problems = problemsOfFile(d->connection);
    if (!problems)
        return problems;
    const Result<std::vector<Episode>> all = episodes();
    if (!all)
        return tl::unexpected(all.error());
    for (const Episode &episode : *all) {
        const auto note = [&](const auto &result) {
            if (!result)
                problems->push_back({Kind::Unreadable, episode.id, result.error().detail});
        };
        note(source(episode.id));
        const Result<Transcript> words = transcript(episode.id);
        const Result<Timings> times = timings(episode.id);
        const Result<std::vector<notes::Highlight>> marks = highlights(episode.id);
        note(words);
        note(times);
        note(marks);
        note(chapters(episode.id));
        note(declined(episode.id));
        const Result<std::vector<transcript::Amendment>> changes = amendments(episode.id);
        note(changes);
        if (words && changes
            && !std::ranges::all_of(*changes, [&](const auto &change) { return words->contains(change.span); }))
            problems->push_back({Kind::AmendmentOutside, episode.id, u"a correction outside its transcript"_s});
        if (words && times && words->tokens.size() != times->size())
            problems->push_back({Kind::TimesMissing, episode.id, u"not as many times as words"_s});
        if (words && marks
            && !std::ranges::all_of(*marks, [&](const auto &mark) { return words->contains(mark.span); }))
            problems->push_back({Kind::HighlightOutside, episode.id, u"a highlight outside its transcript"_s});
    }
    return problems;
}

Result<qint64> Store::dataVersion() const
{
    Statement pragma(d->connection, "PRAGMA data_version");
    return pragma.step().map([&](bool) { return pragma.number(0); });
}

} // namespace earmark::store
