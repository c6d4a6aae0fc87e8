// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "align/align.h"
#include "audio/peaks.h"
#include "base/error.h"
#include "base/ids.h"
#include "glossary/declined.h"
#include "glossary/rules.h"
#include "glossary/soundalike.h"
#include "library/annotationimport.h"
#include "library/episodesource.h"
#include "library/exporting.h"
#include "library/import.h"
#include "library/library.h"
#include "library/relocation.h"
#include "library/replacement.h"
#include "library/timeschange.h"
#include "notes/history.h"

#include <QObject>

#include <memory>

namespace earmark::library {

// The library as a window uses it: every call returns at once, answers come as signals on the thread
// of this object. The library is read and written on the database thread, in the order of the requests;
// what takes long (alignments, files that are brought, readings) is done on others, so that saving a
// mark never waits for it, and an import reaches the library when its files have been read. The
// destructor finishes every write that was accepted before it returns, and cancels an alignment.
class LibraryService : public QObject
{
    Q_OBJECT

public:
    // Readings are made with `model`, see reading::read().
    explicit LibraryService(QString libraryPath, QObject *parent = nullptr, reading::PunctuationModel model = {});
    ~LibraryService() override;

    [[nodiscard]] QString libraryPath() const;
    [[nodiscard]] const reading::PunctuationModel &punctuation() const;

    void listEpisodes();
    // When another program has written to the library since this was last asked: libraryChanged, and the
    // list of episodes anew. Cheap.
    void refreshIfChanged();
    void openEpisode(EpisodeId id);
    void importEpisode(const ImportRequest &request);
    // The project's own sample; its speech is made at the first request.
    void importSample();
    void removeEpisode(EpisodeId id);
    // Where the episode's audio is now. Looked at first, and refused when it is no audio; an alignment
    // of the episode is cancelled once it is stored.
    void setAudio(EpisodeId id, const QString &path);
    // Another transcript for the episode: transcriptReplaced or replaceFailed. Whoever has the episode open
    // opens it again then, and makes no edits meanwhile; they would be refused.
    void replaceTranscript(EpisodeId id, const QString &path);
    // Into whichever episodes they belong: annotationsImported or annotationsFailed.
    void importAnnotations(const QString &path);
    void savePosition(EpisodeId id, MediaTime position);
    // Every edit is answered once, by editSaved or editFailed, in the order of the calls for the same
    // highlight. Several are written in one transaction and share their fate. Single edits of one
    // highlight that go on from each other while the disk is busy are written as one, so that typing
    // never outruns the disk.
    // `edition` as for Store::apply(), so that what is made in an old text never lands in a new one.
    void apply(const notes::Step &step, std::optional<int> edition = std::nullopt);
    void apply(const notes::Edit &edit, std::optional<int> edition = std::nullopt)
    {
        apply(notes::Step{edit}, edition);
    }
    // What a reader says about the text, written whole or not at all and in the order of the calls:
    // amendmentsSaved or amendmentsFailed. `edition` as above.
    void apply(EpisodeId id, const transcript::AmendmentStep &step, int edition);
    // As they stand in the library: amendmentsRead.
    void readAmendments(EpisodeId id);
    // What a reader says of the times: saved at once and told by timesRead, then, where there is audio,
    // the words around are matched to the sound again, saved and told. timesChangeFailed where the first
    // cannot be done, or the second. An alignment that runs or waits begins anew, with what was said.
    // timesSettled ends each change, done or not, when what is told of the times is what the library holds.
    // `edition`: of the transcript that the reader has before them.
    void changeTimes(EpisodeId id, const TimesChange &change, int edition);
    // What changes wait for is given up; their first half stays.
    void cancelListening(EpisodeId id);
    // All tags of the library: tagsRead, nothing where they cannot be read.
    void readTags();
    // What the reader calls the marks: markNamesRead, nothing where they cannot be read.
    void readMarkNames();
    // markNamesRead, or markNamesFailed.
    void setMarkNames(const notes::MarkNames &names);
    // The highlights as they stand in the library, for who lost track of them.
    void readHighlights(EpisodeId id);
    // Highlights, description and times as they stand in the library: episodeRead, notInTextRead,
    // amendmentsRead, highlightsRead and a little later timesRead; or readFailed.
    void reread(EpisodeId id);
    // Divides an open episode's text by other times; answered by timesRead, unless the times have
    // changed again meanwhile.
    void makeReading(const std::shared_ptr<const OpenEpisode> &episode, const transcript::Timings &timings,
                     MediaTime duration);
    // The transcript as it came: sourceRead or sourceFailed.
    void readSource(EpisodeId id);
    // Answered by exportFinished or exportFailed, with the path that was asked for.
    void exportEpisode(EpisodeId id, const ExportRequest &request);
    void exportAll(const ExportRequest &request);
    void exportInto(EpisodeId id, const ExportRequest &request);
    // One alignment at a time; a second one waits for the first. Asking again for one that runs or
    // waits does nothing.
    void align(EpisodeId id);
    void cancelAlignment(EpisodeId id);
    // The rules of the glossary, of all episodes, the newest first: rulesRead, or rulesFailed.
    void readRules();
    // Written, then told like the above. See addRule() and Store::removeRule().
    void saveRule(const glossary::Rule &rule);
    void removeRule(RuleId id);
    // What the reader declined of what it proposes in an episode: declinedRead, or rulesFailed.
    void readDeclined(EpisodeId id);
    // Tells only of failure: rulesFailed.
    void decline(EpisodeId id, const glossary::Declined &declined);
    void offerAgain(EpisodeId id, const glossary::Declined &declined);
    // What of an episode's transcript sounds like one of these terms or of its own: soundalikesFound or
    // soundalikesFailed, unless asked again or cancelled meanwhile. See library::findSoundalikes().
    void findSoundalikes(EpisodeId id, const transcript::Transcript &transcript, const QString &language,
                         const QStringList &terms);
    void cancelSoundalikes();
    // The outline of the episode's sound: peaksRead or peaksFailed. Measured where the library has none of
    // this recording, which peaksProgressed tells, on a thread of its own, because it takes seconds where
    // an alignment takes minutes. One at a time: a request gives up the one before, which is not answered.
    void readPeaks(EpisodeId id);
    // The last request is not answered any more.
    void cancelPeaks();

Q_SIGNALS:
    // The library file itself cannot be used. Every request fails, and each tries to open it again;
    // told once until one succeeds. A library that is only read-only can be read, and each write
    // fails by itself.
    void libraryFailed(const earmark::Error &error);
    // Its file was deleted or moved away while it was open, and has been written to its place again.
    void libraryPutBack(const QString &path);
    void libraryChanged();
    void episodesListed(const std::vector<earmark::store::Episode> &episodes);
    // Of a long text without the model's marks; timesRead brings them as soon as they are judged.
    void episodeOpened(const std::shared_ptr<const earmark::library::OpenEpisode> &episode);
    void openFailed(earmark::EpisodeId id, const earmark::Error &error);
    void episodeImported(const earmark::library::Imported &imported);
    void importFailed(const earmark::Error &error);
    void episodeRemoved(earmark::EpisodeId id);
    void removeFailed(earmark::EpisodeId id, const earmark::Error &error);
    void audioSet(earmark::EpisodeId id, const earmark::library::AudioChange &change);
    void setAudioFailed(earmark::EpisodeId id, const earmark::Error &error);
    // Length, chapters, size: what of the audio that an episode has was read anew.
    void audioDescribed(earmark::EpisodeId id, const earmark::store::EpisodeAudio &audio);
    void transcriptReplaced(const earmark::library::Replaced &replaced);
    void replaceFailed(earmark::EpisodeId id, const earmark::Error &error);
    // Where any was written, libraryChanged comes before.
    void annotationsImported(const earmark::library::ImportedAnnotations &imported);
    void annotationsFailed(const earmark::Error &error);
    // On the disk.
    void editSaved(const earmark::notes::Edit &edit);
    void editFailed(const earmark::notes::Edit &edit, const earmark::Error &error);
    // On the disk.
    void amendmentsSaved(earmark::EpisodeId id, const earmark::transcript::AmendmentStep &step);
    void amendmentsFailed(earmark::EpisodeId id, const earmark::transcript::AmendmentStep &step,
                          const earmark::Error &error);
    void amendmentsRead(earmark::EpisodeId id, const std::vector<earmark::transcript::Amendment> &amendments);
    void tagsRead(const std::vector<earmark::store::TagCount> &tags);
    void markNamesRead(const earmark::notes::MarkNames &names);
    void markNamesFailed(const earmark::Error &error);
    void highlightsRead(earmark::EpisodeId id, const std::vector<earmark::notes::Highlight> &highlights);
    void episodeRead(const earmark::store::Episode &episode);
    // Comes before alignmentFinished where an alignment found them.
    void timesRead(earmark::EpisodeId id, const std::shared_ptr<const earmark::library::EpisodeTimes> &times);
    // Comes before timesRead.
    void notInTextRead(earmark::EpisodeId id, const std::vector<earmark::MediaSpan> &spans);
    void timesSettled(earmark::EpisodeId id);
    void timesChangeFailed(earmark::EpisodeId id, const earmark::library::TimesChange &change,
                           const earmark::Error &error);
    void readFailed(earmark::EpisodeId id, const earmark::Error &error);
    void sourceRead(earmark::EpisodeId id, const std::shared_ptr<const earmark::library::EpisodeSource> &source);
    void sourceFailed(earmark::EpisodeId id, const earmark::Error &error);
    void exportFinished(const QString &path, const earmark::exports::Written &written);
    void exportFailed(const QString &path, const earmark::Error &error);
    void alignmentStarted(earmark::EpisodeId id);
    void alignmentProgressed(earmark::EpisodeId id, double done);
    // Saved, too.
    void alignmentFinished(earmark::EpisodeId id, const earmark::align::Alignment &alignment);
    // Error code Cancelled: as asked.
    void alignmentFailed(earmark::EpisodeId id, const earmark::Error &error);
    void rulesRead(const std::vector<earmark::glossary::Rule> &rules);
    void rulesFailed(const earmark::Error &error);
    void declinedRead(earmark::EpisodeId id, const std::vector<earmark::glossary::Declined> &declined);
    void soundalikesFound(earmark::EpisodeId id, const std::vector<earmark::glossary::Proposal> &found);
    void soundalikesFailed(earmark::EpisodeId id, const earmark::Error &error);
    void peaksProgressed(earmark::EpisodeId id, double done);
    void peaksRead(earmark::EpisodeId id, const std::shared_ptr<const earmark::audio::Peaks> &peaks);
    void peaksFailed(earmark::EpisodeId id, const earmark::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::library
