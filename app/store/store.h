// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/chapters.h"
#include "audio/seekindex.h"
#include "base/error.h"
#include "base/ids.h"
#include "base/mediaspan.h"
#include "glossary/declined.h"
#include "glossary/rules.h"
#include "notes/history.h"
#include "notes/marknames.h"
#include "transcript/amendments.h"
#include "transcript/timing.h"
#include "transcript/transcript.h"

#include <QDate>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace earmark::store {

struct Episode {
    EpisodeId id;
    QString title;
    QString show;
    QDate published;
    QString language;       // BCP 47 or empty
    QString audioPath;      // absolute; empty: an episode without audio
    MediaTime duration{};   // zero: unknown
    qint64 audioBytes = 0;  // the audio file's size when its length and chapters were read; 0: they were not
    QDateTime added;        // UTC
    int highlightCount = 0; // filled by queries, ignored on insert
    int edition = 0;        // how often its transcript was replaced; likewise

    bool operator==(const Episode &) const = default;
};

struct NewEpisode {
    Episode episode; // id and highlightCount are ignored
    transcript::Source source;
    transcript::Transcript transcript;
    transcript::Timings timings; // one a token
    std::vector<audio::Chapter> chapters;
    audio::SeekIndex seekIndex = {}; // of its audio file; without a size: not known
};

// What is known of an episode's audio file.
struct EpisodeAudio {
    QString path; // absolute
    MediaTime duration{};
    qint64 bytes = 0;                     // as in Episode
    std::vector<audio::Chapter> chapters; // as audio::ordered() makes them
    audio::SeekIndex seekIndex = {};      // as in NewEpisode
};

// What an episode's transcript is replaced by.
struct Replacement {
    transcript::Source source;
    transcript::Transcript transcript;
    transcript::Timings timings;          // one a token
    std::vector<notes::Edit> edits;       // of highlights, as notes::reanchored() makes them
    transcript::AmendmentStep amendments; // every amendment, where it goes
};

struct TagCount {
    QString tag;
    int highlights = 0;

    bool operator==(const TagCount &) const = default;
};

// Something that is wrong with a library.
struct Problem {
    enum class Kind {
        Structure,        // of the SQLite file
        Orphan,           // a row that belongs to no episode
        Unreadable,       // an episode's source, words, times or highlights
        TimesMissing,     // not as many times as words
        HighlightOutside, // of the transcript
        AmendmentOutside, // likewise
    };
    Kind kind = Kind::Structure;
    EpisodeId episode; // invalid: none in particular
    QString detail;    // one line in English for the log
};

// One library file: SQLite, WAL, every write its own transaction on the disk (synchronous=FULL)
// before the call returns. Belongs to the thread that opened it. Several processes may hold the same
// file; a writer waits up to 5 s for another, then LibraryBusy.
// All calls may fail with LibraryDamaged, LibraryBusy, and writing ones with DiskFull,
// LibraryReadOnly, WriteFailed; a failed call has changed nothing.
class Store
{
public:
    // ReadWrite creates the file and its folder where missing. Errors: LibraryUnreadable,
    // LibraryNotCreated, LibraryReadOnly, LibraryNewer (made by a later version; not touched), NotALibrary (another
    // kind of file; not touched), LibraryDamaged. ReadOnly needs no right to write beside the file,
    // as long as no unfinished log (-wal) lies there.
    enum class Access { ReadOnly, ReadWrite };
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &path, Access access);
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] QString path() const;

    // Where the file is that was opened: other programs may delete, move or replace it, and what is
    // written after that goes with its last user. A look at the file system.
    enum class FilePlace { Kept, Gone, Replaced };
    [[nodiscard]] FilePlace filePlace();
    // Of a file that is gone: writes everything to its path again, whole or not at all. This store
    // goes on with the file that has no name; open the path anew.
    [[nodiscard]] Result<void> putBack();
    // Of a file that was replaced: writes everything to a new file beside it and returns that one's
    // path. The file that replaced it is not touched, and is kept from the log that is not its own.
    [[nodiscard]] Result<QString> keepBeside();

    // Source, tokens and timings in one transaction. Errors: InvalidArgument where they do not belong
    // together; EpisodeAlreadyThere, with the number of the episode that is there as the subject, for
    // the same transcript (its bytes) with the same audio path: importing twice makes no double.
    [[nodiscard]] Result<EpisodeId> insertEpisode(const NewEpisode &episode);
    // Newest first.
    [[nodiscard]] Result<std::vector<Episode>> episodes() const;
    // Those that were made of a transcript with this SHA-256, oldest first.
    [[nodiscard]] Result<std::vector<Episode>> episodesOfSource(const QByteArray &sha256) const;
    // Errors of all below: EpisodeUnknown.
    [[nodiscard]] Result<Episode> episode(EpisodeId id) const;
    // With its highlights and amendments, which stay to be found in the tables edit_log and amendment_log
    // (see resources/migrations/001_initial.sql and 007_amendments.sql).
    [[nodiscard]] Result<void> removeEpisode(EpisodeId id);
    [[nodiscard]] Result<transcript::Source> source(EpisodeId id) const;
    [[nodiscard]] Result<QString> sourceFileName(EpisodeId id) const; // without reading the bytes
    [[nodiscard]] Result<transcript::Transcript> transcript(EpisodeId id) const;
    [[nodiscard]] Result<transcript::Timings> timings(EpisodeId id) const;
    // Replaces the timings and the duration. InvalidArgument where the count differs from the tokens'.
    [[nodiscard]] Result<void> replaceTimings(EpisodeId id, const transcript::Timings &timings, MediaTime duration);
    // The same for what a reader says of the times, in one transaction; the duration stays. `notInText`:
    // stretches of the audio that are not in the text, in any order. InvalidArgument for an empty one, too.
    [[nodiscard]] Result<void> replaceTimes(EpisodeId id, const transcript::Timings &timings,
                                            const std::vector<MediaSpan> &notInText);
    // In the order of the audio, each once.
    [[nodiscard]] Result<std::vector<MediaSpan>> notInText(EpisodeId id) const;
    // Source, tokens, timings and where highlights and amendments stand, in one transaction. The old source is kept,
    // in the table replaced_source. Errors: InvalidArgument where these do not belong together;
    // HighlightChangedElsewhere where a highlight on words or a moment is not what its edit begins with,
    // or has none, AmendmentChangedElsewhere likewise for any amendment; SpanOutsideTranscript.
    [[nodiscard]] Result<void> replaceTranscript(EpisodeId id, const Replacement &replacement);
    // What the episode's transcript was made of before, newest first.
    [[nodiscard]] Result<std::vector<transcript::Source>> replacedSources(EpisodeId id) const;
    [[nodiscard]] Result<void> setTitle(EpisodeId id, const QString &title);
    // The audio was moved, or came later.
    [[nodiscard]] Result<void> setAudioPath(EpisodeId id, const QString &audioPath);
    // Another file, with other times, in one transaction. Errors: replaceTimings'; InvalidArgument for chapters
    // out of order.
    [[nodiscard]] Result<void> replaceAudio(EpisodeId id, const EpisodeAudio &audio,
                                            const transcript::Timings &timings);
    // What was read of the file that the episode has. Errors: InvalidArgument where it has another one, or for
    // chapters out of order.
    [[nodiscard]] Result<void> describeAudio(EpisodeId id, const EpisodeAudio &audio);
    [[nodiscard]] Result<std::vector<audio::Chapter>> chapters(EpisodeId id) const;
    // Without a size where none is known, or what was kept cannot be read: it can be made anew.
    [[nodiscard]] Result<audio::SeekIndex> seekIndex(EpisodeId id) const;
    // InvalidArgument for one that is not sound.
    [[nodiscard]] Result<void> storeSeekIndex(EpisodeId id, const audio::SeekIndex &index);
    // Where reading and listening go on next time.
    [[nodiscard]] Result<void> savePosition(EpisodeId id, MediaTime position);
    [[nodiscard]] Result<MediaTime> position(EpisodeId id) const;

    // The outline of a recording's sound (audio::Peaks::levels) as it was stored for the file with this print
    // of 32 bytes, see library::audioPrint(); nullopt: none was.
    [[nodiscard]] Result<std::optional<QByteArray>> peaks(const QByteArray &print) const;
    // Stores it, and that it is this episode's. What no episode has any more goes. EpisodeUnknown;
    // InvalidArgument for a print of another length.
    [[nodiscard]] Result<void> storePeaks(EpisodeId id, const QByteArray &print, const QByteArray &levels);
    // The print of the recording whose outline the episode has; empty: of none.
    [[nodiscard]] Result<QByteArray> peaksPrint(EpisodeId id) const;

    // In the order of the text.
    [[nodiscard]] Result<std::vector<notes::Highlight>> highlights(EpisodeId id) const;
    // In whichever episode. HighlightUnknown.
    [[nodiscard]] Result<notes::Highlight> highlight(HighlightId id) const;
    // Writes a step, whole or not at all: edits of one episode, in their order.
    // HighlightChangedElsewhere when what stands in the library is not an edit's `before`
    // (another window was faster; only what the reader made is compared: place, span, mark, note and tags);
    // SpanOutsideTranscript; InvalidArgument for an edit of nothing or of two highlights, and for edits of
    // several episodes.
    // TranscriptReplaced where the edits' spans are of another edition of the transcript than stands there;
    // nullopt: of that one.
    [[nodiscard]] Result<void> apply(const notes::Step &step, std::optional<int> edition = std::nullopt);
    [[nodiscard]] Result<void> apply(const notes::Edit &edit, std::optional<int> edition = std::nullopt)
    {
        return apply(notes::Step{edit}, edition);
    }

    // What the reader says about the text, in its order. EpisodeUnknown.
    [[nodiscard]] Result<std::vector<transcript::Amendment>> amendments(EpisodeId id) const;
    // Writes a step, whole or not at all. AmendmentChangedElsewhere where what stands in the library is not an
    // edit's `before`, or excludes what comes (transcript::excludes); SpanOutsideTranscript; InvalidArgument for
    // an edit of nothing or of two amendments, or one whose text is not one line; TranscriptReplaced as below.
    [[nodiscard]] Result<void> apply(EpisodeId id, const transcript::AmendmentStep &step,
                                     std::optional<int> edition = std::nullopt);

    // Every tag in the library, the most used first.
    [[nodiscard]] Result<std::vector<TagCount>> tags() const;

    // What the reader calls the five marks; one space between words, empty where a mark has no name.
    [[nodiscard]] Result<notes::MarkNames> markNames() const;
    [[nodiscard]] Result<void> setMarkNames(const notes::MarkNames &names);

    // The rules of the glossary that hold somewhere, the newest first.
    [[nodiscard]] Result<std::vector<glossary::Rule>> rules() const;
    // A new rule, or other words or another scope for the one with its id, one that was removed, too. Errors:
    // InvalidArgument where it is not usable (glossary::isUsable), EpisodeUnknown.
    [[nodiscard]] Result<void> saveRule(const glossary::Rule &rule);
    // What was corrected by it stays. InvalidArgument where it does not hold any more.
    [[nodiscard]] Result<void> removeRule(RuleId id);

    // The proposals of the glossary that the reader declined, in the order of the text; those of words that a
    // replaced transcript had, too. EpisodeUnknown.
    [[nodiscard]] Result<std::vector<glossary::Declined>> declined(EpisodeId id) const;
    // What was declined already stays so. EpisodeUnknown; SpanOutsideTranscript.
    [[nodiscard]] Result<void> decline(EpisodeId id, const glossary::Declined &declined);
    // What was not declined stays so.
    [[nodiscard]] Result<void> offerAgain(EpisodeId id, const glossary::Declined &declined);

    // PRAGMA integrity_check and foreign_key_check, and whether every episode's source, tokens,
    // timings and highlights can be read. An empty list: all is well.
    [[nodiscard]] Result<std::vector<Problem>> problems() const;

    // A number that another one follows when anybody else has written to the library since it was asked
    // for; what this store writes does not count.
    [[nodiscard]] Result<qint64> dataVersion() const;

private:
    struct Private;
    explicit Store(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace earmark::store
