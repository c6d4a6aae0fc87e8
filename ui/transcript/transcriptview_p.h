// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reading/find.h"
#include "reading/reading.h"
#include "ui/transcript/marklayout.h"
#include "ui/transcript/page.h"
#include "ui/transcript/pagepainter.h"
#include "ui/transcript/scroller.h"
#include "ui/transcript/transcriptview.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace earmark::ui {

class NameField;
class WordsField;

// A line of text and how far below the view's upper edge it stands.
struct Place {
    transcript::TokenIndex token = 0;
    double below = 0;
    int scrolled = -1; // the view's position that this place was taken at
};

// The first and the last token of a selection, in the order they were selected in.
struct SelectedTokens {
    transcript::TokenIndex anchor = 0;
    transcript::TokenIndex head = 0;
};

// What is being written on the page.
struct Editing {
    TranscriptView::Field what = TranscriptView::Field::Words;
    transcript::TokenSpan span;
};

struct Hit {
    transcript::TokenIndex token = 0;
    bool onText = false; // else the nearest word to a point beside the text
};

// What is searched for, and where it stands.
struct Search {
    QString phrase;
    std::optional<reading::SearchableText> text; // made when first needed
    std::vector<reading::TextRange> hits;
    std::optional<size_t> current;
    std::optional<transcript::TokenIndex> origin; // where the cursor was when the search began
};

// What the pointer is doing between press and release.
struct Drag {
    enum class Unit { Words, Sentences };
    std::optional<transcript::TokenSpan> origin; // none: no button is held over the text
    Unit unit = Unit::Words;
    bool moved = false;
    bool onText = false;
    QPoint from; // in the viewport
    QPoint at;
};

struct TranscriptView::Private {
    explicit Private(TranscriptView *view);

    void connectSession();
    // Makes the document anew for the reading, the zoom and the theme, and goes back to where the
    // reader was in the text.
    void rebuild(const std::optional<Place> &place, const std::optional<SelectedTokens> &selected);
    void takeTimings();
    [[nodiscard]] reading::Reading shownReading() const; // the session's, without cues where they are not wanted
    // Of the same words otherwise shown.
    void takeReading();
    void showReading(const std::optional<Place> &place, std::optional<SelectedTokens> selected,
                     const reading::Reading *before);
    void findHitsAgain();
    // The token to light for one that is heard: where a correction left no word for it, the one before it.
    [[nodiscard]] transcript::TokenIndex litFor(transcript::TokenIndex token) const;
    void layCorrections();
    void placeField();
    void makeRoomForField(double height);
    void enter(const QString &text);
    void saveField();
    void leaveField();
    void updatePage();
    [[nodiscard]] std::optional<Place> place() const;
    void restore(const std::optional<Place> &place);
    void putBack(std::optional<SelectedTokens> selected, const std::optional<Place> &place);
    void takeTheme();
    void layMarksAgain();

    [[nodiscard]] bool hasText() const { return session && !reading.tokenRanges.empty(); }
    [[nodiscard]] Scene scene() const;
    [[nodiscard]] QRectF visible() const; // in the document
    void updateRect(const QRectF &inDocument);
    [[nodiscard]] std::optional<transcript::TokenSpan> sentence() const;
    [[nodiscard]] std::optional<transcript::TokenSpan> selection() const;
    [[nodiscard]] std::optional<SelectedTokens> selectedTokens() const;

    enum class Reach { Sentence, Word };
    void placeCursor(transcript::TokenIndex token, Reach reach);
    void select(transcript::TokenIndex anchor, transcript::TokenIndex head);
    void setCaret(int anchor, int position);
    void setCaret(SelectedTokens selected);
    void snapForeignSelection();
    // The reader goes somewhere of their own.
    void moveTo(std::optional<transcript::TokenIndex> token, Reach reach);
    void letGo();
    void follow(Motion motion);
    enum class Where { WhereNeeded, UpperThird };
    void bringIntoView(transcript::TokenSpan span, Where where, Motion motion);

    [[nodiscard]] std::optional<Hit> hitAt(QPoint inViewport) const;
    void dragTo(QPoint inViewport);
    void scrollWhileDragging();
    bool scrollByKey(const QKeyEvent &event);
    // Shows the time of the line at this height of the viewport, of none for nullopt.
    void showTimeAt(std::optional<int> y);
    [[nodiscard]] std::vector<HighlightId> highlightsAt(QPoint inViewport) const;
    [[nodiscard]] QString heardAt(QPoint inViewport) const;
    [[nodiscard]] QString tipAt(QPoint inViewport) const;
    bool showTip(const QHelpEvent &event);
    void findHits();
    void goToHit(size_t hit);
    void goTo(transcript::TokenIndex token);
    [[nodiscard]] qint32 positionOf(std::optional<transcript::TokenIndex> token) const; // 0 without one
    [[nodiscard]] qint32 cursorPosition() const;
    // The current hit, as long as the cursor has not gone elsewhere.
    [[nodiscard]] std::optional<size_t> hitAtCursor() const;
    // The first hit from this place of the text on, or the last one before it; round at the ends.
    [[nodiscard]] size_t hitFrom(qint32 position) const;
    [[nodiscard]] size_t hitBefore(qint32 position) const;
    // What a screen reader says beside the text: who speaks at the cursor, and when.
    void describe();
    [[nodiscard]] QString timeText(transcript::TokenIndex token) const;
    // What of the text is lit.
    [[nodiscard]] std::optional<reading::Heard> heard() const;
    // Of those that paragraphs may have beside them.
    [[nodiscard]] QString widestTime() const;
    bool selectByKey(const QKeyEvent &event);
    bool moveByKey(const QKeyEvent &event);
    bool selectObjectByKey(const QKeyEvent &event);
    void endSelecting();
    void moveHead(transcript::TokenIndex head);
    void visit(std::optional<HighlightId> id);
    [[nodiscard]] std::optional<transcript::TokenIndex> neighbour(transcript::TokenIndex token, int key) const;

    TranscriptView *q;
    QPointer<library::EpisodeSession> session;
    reading::Reading reading; // as the document shows it; the session's may already be newer
    std::vector<LaidMark> marks;
    std::vector<transcript::TokenSpan> corrections; // in order
    notes::MarkNames markNames;
    Search search;
    Theme theme;
    Page page;
    double zoom = 1;
    TextLook look;
    std::optional<transcript::TokenIndex> cursor;
    bool onWord = false;    // the cursor visits single words
    bool selecting = false; // movements take the selection's end along
    std::optional<HighlightId> visited;
    std::optional<transcript::TokenSpan> found;  // the words of the last hit, until the cursor goes elsewhere
    std::optional<transcript::TokenIndex> lit;   // heard; see heard()
    std::optional<transcript::TokenIndex> timed; // under the pointer: its line shows its time
    bool following = true;
    bool settingCaret = false;
    std::optional<Place> kept; // while only sizes change
    Scroller *scroller = nullptr;
    Drag drag;
    QTimer dragScroll;
    std::optional<Editing> edited;
    QPointer<WordsField> words;
    QPointer<NameField> name;
    QElapsedTimer sinceDoubleClick;
};

} // namespace earmark::ui
