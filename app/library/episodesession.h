// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "library/timeschange.h"
#include "notes/history.h"
#include "reading/rewriting.h"

#include <QObject>

#include <memory>

namespace earmark::library {

class LibraryService;

// The episode being read: its text, its marks as they stand on the screen, and what can be undone.
// Every change shows at once and is sent to the library. Lives on the window's thread.
//
// When a change cannot be saved, saveFailed says so, and
// - a mark made, removed or given another colour is taken back on the screen, together with what was
//   done to it since;
// - words typed into a note stay on the screen, whatever else failed: their highlight counts as
//   unsaved (isUnsaved) and is tried again with the next edit of the episode, every few seconds, on
//   retryUnsaved(), and when the session ends. The same reason is announced once. So does a highlight
//   whose note is just being written (setWriting), until it is left without a word.
// When another window changed the same highlight meanwhile, what stands in the library is read
// again and shown; words typed here are appended to a note typed there.
class EpisodeSession : public QObject
{
    Q_OBJECT

public:
    // `history` is what an earlier session of the same episode left (see history()).
    EpisodeSession(std::shared_ptr<const OpenEpisode> episode, LibraryService &service, QObject *parent = nullptr,
                   notes::History history = {});
    ~EpisodeSession() override;

    [[nodiscard]] EpisodeId id() const;
    [[nodiscard]] const store::Episode &episode() const;
    [[nodiscard]] const transcript::Transcript &transcript() const;
    [[nodiscard]] const transcript::Timings &timings() const;
    [[nodiscard]] const reading::Reading &reading() const;
    // What the reader has said is not in the text; ordered.
    [[nodiscard]] const std::vector<MediaSpan> &notInText() const;
    [[nodiscard]] const std::vector<audio::Chapter> &chapters() const; // of its audio
    // Where in its audio can be gone to at once; may be null.
    [[nodiscard]] const std::shared_ptr<const audio::SeekIndex> &seekIndex() const;
    [[nodiscard]] MediaTime lastPosition() const;                          // where it was left
    [[nodiscard]] const std::vector<notes::Highlight> &highlights() const; // in the order of the text
    [[nodiscard]] const notes::Highlight *find(HighlightId id) const;      // nullptr: not there (any more)
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] const notes::History &history() const;
    // Whether any change is not on the disk yet: on its way, or refused and kept.
    [[nodiscard]] bool hasUnsavedEdits() const;
    // Whether saving this highlight failed and its note is kept on the screen only.
    [[nodiscard]] bool isUnsaved(HighlightId id) const;

    // The highlight's id; marking the same span with the same mark again removes it (then invalid),
    // with another mark changes the mark. Invalid too for a span outside the transcript.
    HighlightId toggleHighlight(transcript::TokenSpan span, notes::Mark mark);
    // The highlight of exactly these words; nullptr: there is none.
    [[nodiscard]] const notes::Highlight *highlightOf(transcript::TokenSpan span) const;
    void removeHighlight(HighlightId id);
    void setNote(HighlightId id, const QString &note);
    // Whose note the reader is about to type into; invalid: no one's.
    void setWriting(HighlightId id);
    // Typing in a note after this is an undo step of its own.
    void closeNoteStep();
    void setMark(HighlightId id, notes::Mark mark);
    void setTags(HighlightId id, const QStringList &tags); // see notes::cleanTags()
    // Other words for a highlight of words, or for one that lost them; nothing for a span outside the
    // transcript.
    void setSpan(HighlightId id, transcript::TokenSpan span);
    // The mark of this moment of the audio, made if its word has none yet; invalid without words.
    HighlightId bookmark(MediaTime time, notes::Mark mark);
    // The one note on the episode as a whole, made if it is not there; invalid without words.
    HighlightId episodeNote();
    // Makes two of a highlight, the second from the token `at` on, with the same mark and tags; the note
    // stays with the first. The second one's id; invalid where that would leave one of them empty.
    HighlightId split(HighlightId id, transcript::TokenIndex at);
    // Makes one of this highlight and all that overlap it; where none does, of it and the next one and
    // the words between them. Notes follow one another, tags come together, the mark is this one's. The
    // id of what is left, the first one's; invalid where there is nothing to merge with.
    HighlightId merge(HighlightId id);
    // This word is heard then. The words around it move with it, and are matched to the sound again in the
    // background; timingsChanged tells of both. What is said of times is undone and made again like all
    // else; once all words were matched anew, by saying the contrary.
    void tap(transcript::TokenIndex token, MediaTime time);
    void untap(transcript::TokenIndex token);
    // A stretch of the audio is not in the text, or is in it after all.
    void markNotInText(const MediaSpan &span);
    void markInText(const MediaSpan &span);

    // What the reader says about the text; in the order of transcript::comesBefore. All of it shows at once,
    // is undone in one order with everything else, and is taken back visibly where it cannot be saved. The
    // functions below tell whether anything changed by them.
    [[nodiscard]] const std::vector<transcript::Amendment> &amendments() const;
    [[nodiscard]] const transcript::Amendment *find(AmendmentId id) const; // nullptr: not there (any more)
    // The correction of this word; nullptr: there is none.
    [[nodiscard]] const transcript::Amendment *correctionOf(transcript::TokenIndex token) const;
    // With the whole of each torn number and each correction that it touches: what is edited as one.
    [[nodiscard]] transcript::TokenSpan correctable(transcript::TokenSpan span) const;
    // The span is to read `text`, as it stood on the screen with the model's marks and capitals, or without
    // them where it comes from a rule. Corrections that it touches are replaced; what is shown without any
    // takes them away.
    bool correct(transcript::TokenSpan span, const QString &text, RuleId rule = {});
    // Several at once, as one step; those that share a word with an earlier one are left out.
    bool correct(const std::vector<reading::Rewritten> &corrections, RuleId rule = {});
    // What somebody wrote over these words: only what differs is corrected, as one step.
    bool rewrite(transcript::TokenSpan span, const QString &typed);
    // What a rule makes of these words wherever they stand, where somebody wrote `typed` over them: without the
    // mark and the capital that the model has set only here.
    [[nodiscard]] QString meantBy(transcript::TokenSpan span, const QString &typed) const;
    // `speaker` speaks from this word on, or, empty, another person whose name is not known.
    bool setTurn(transcript::TokenIndex token, const QString &speaker);
    // The paragraph of this word goes on the one before it, whoever the source says begins there.
    bool mergeTurn(transcript::TokenIndex token);
    // Everywhere in the episode.
    bool renameSpeaker(const QString &from, const QString &to);
    // Above this word, with which a paragraph begins then; empty: none, not even a chapter's.
    bool setHeading(transcript::TokenIndex token, const QString &text);
    bool revert(AmendmentId id);
    // Anything of the kind, as one step.
    bool amend(const transcript::AmendmentStep &step);
    // Who speaks, each once, in the order of the text; and who speaks this word, empty: not known.
    [[nodiscard]] QStringList speakers() const;
    [[nodiscard]] QString speakerAt(transcript::TokenIndex token) const;

    // Steps that no longer fit what is shown (changed in another window, or taken back because they
    // could not be saved) are skipped. One that touches a note that is still unsaved waits for it.
    void undo();
    void redo();
    void retryUnsaved();

Q_SIGNALS:
    void highlightAdded(const earmark::notes::Highlight &highlight);
    void highlightRemoved(earmark::HighlightId id);
    // With other words it may have another place among the highlights, too.
    void highlightChanged(const earmark::notes::Highlight &highlight);
    void historyChanged();
    // `edit` leads from what the library holds to what was on the screen; isUnsaved(edit.id()) tells
    // whether it is still there (a typed note) or was taken back.
    void saveFailed(const earmark::notes::Edit &edit, const earmark::Error &error);
    void allSaved();
    // New times, and with them a new reading: sentences and paragraphs may have moved, references to
    // the old timings and reading are void.
    void timingsChanged();
    void notInTextChanged();
    // What was said of the times, or the listening after it, failed.
    void timesChangeFailed(const earmark::library::TimesChange &change, const earmark::Error &error);
    // Somebody gave the episode another transcript: what is open is out of date, edits are refused. Comes
    // whenever the library is read again.
    void transcriptReplaced();
    void chaptersChanged();
    // Other words, turns or headings are shown; references to the old reading are void. Tokens and times are
    // the same.
    void readingChanged();
    void amendmentsChanged();
    // Taken back on the screen, with what was said since.
    void amendmentsFailed(const earmark::transcript::AmendmentStep &step, const earmark::Error &error);
    // episode() names another audio file; timingsChanged follows where that changed the times.
    void audioChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::library
