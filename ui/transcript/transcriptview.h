// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"
#include "library/episodesession.h"
#include "notes/marknames.h"
#include "transcript/transcript.h"
#include "ui/theme/textlook.h"
#include "ui/transcript/movement.h"

#include <QTextEdit>

#include <memory>
#include <optional>
#include <vector>

namespace earmark::ui {

// The text of the episode: reads, follows, marks. Read-only; the sentence cursor and the selection
// are moved by keys and mouse, what to do with them is decided elsewhere.
class TranscriptView : public QTextEdit
{
    Q_OBJECT
    Q_PROPERTY(bool following READ isFollowing WRITE setFollowing NOTIFY followingChanged)

public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    // nullptr empties the view. The session must outlive its being set.
    void setSession(library::EpisodeSession *session);

    // What h, a and y act on: the selection's tokens, else the sentence at the cursor. nullopt
    // without text.
    [[nodiscard]] std::optional<transcript::TokenSpan> currentSpan() const;
    [[nodiscard]] bool hasTokenSelection() const;
    [[nodiscard]] QString selectedWords() const; // as they are shown, on one line
    // The first token of the selection or of the cursor's sentence, or the word clicked last.
    [[nodiscard]] std::optional<transcript::TokenIndex> cursorToken() const;
    // Whether the cursor goes by words, not by sentences.
    [[nodiscard]] bool visitsWords() const;
    // The highlight that is being visited; else the smallest at the cursor's word, or, where the cursor
    // goes by sentences, in its sentence.
    [[nodiscard]] std::optional<HighlightId> highlightAtCursor() const;
    // The smallest of those that hold all of these words.
    [[nodiscard]] std::optional<HighlightId> highlightAround(transcript::TokenSpan span) const;
    // The same for where the cursor is: its word, or its sentence.
    [[nodiscard]] std::optional<HighlightId> highlightAroundCursor() const;
    // All that touch these words, moments too; the shortest first.
    [[nodiscard]] std::vector<HighlightId> highlightsOver(transcript::TokenSpan span) const;
    // How it is told from others: how it begins, and its mark.
    [[nodiscard]] QString highlightTitle(HighlightId id) const;
    void setMarkNames(const notes::MarkNames &names);
    // Which highlight is visited, from one to the next, whatever nests in it; outlined on the page. The
    // cursor's next step leaves it.
    [[nodiscard]] std::optional<HighlightId> visitedHighlight() const;
    void visit(HighlightId id);

    // The sentence at the cursor and those after it, `count` in all; the selection where there is one.
    [[nodiscard]] std::optional<transcript::TokenSpan> spanOf(int count) const;

    // While selecting, every movement takes the selection's end along; it ends with the selection.
    [[nodiscard]] bool isSelecting() const;
    void setSelecting(bool selecting, int words = 1);
    // The selection, widened to whole units.
    void selectWhole(Unit unit);
    void selectSpan(transcript::TokenSpan span);

    // Lights the token being heard, none for nullopt: with more around it where its own time is not known, or where
    // the reader wants whole sentences. Follows if following. Below 1 ms.
    void setLitToken(std::optional<transcript::TokenIndex> token);
    [[nodiscard]] std::optional<transcript::TokenIndex> litToken() const;
    [[nodiscard]] std::optional<transcript::TokenSpan> litSpan() const;

    [[nodiscard]] bool isFollowing() const;
    // Following keeps the lit word's line in the upper third; it lets go when the reader scrolls.
    void setFollowing(bool following);

    // Outlines every place of the phrase (see reading/find.h) and goes to the first one from where the
    // cursor was when the search began, or to the text's first. An empty phrase, or one
    // that is nowhere, leads back to where the cursor was then.
    void search(const QString &phrase);
    // The cursor stays at what was found.
    void endSearch();
    [[nodiscard]] int hitCount() const;
    [[nodiscard]] std::optional<int> currentHit() const; // from 0
    // The words that were found last, where the cursor has stayed at them, also after the search.
    [[nodiscard]] std::optional<transcript::TokenSpan> foundSpan() const;

    // What is written on the page itself: the words of a span, who speaks from its first word on, the person's
    // name everywhere, the heading above that word.
    enum class Field { Words, Speaker, Person, Heading };
    // Opens a field with `text` over what it is about; `choices` are offered with it. What is entered comes as
    // `entered`.
    void edit(Field what, transcript::TokenSpan span, const QString &text, const QStringList &choices = {});
    [[nodiscard]] bool isEditing() const;

    [[nodiscard]] double zoom() const;
    void setZoom(double zoom); // 0.5 to 3
    [[nodiscard]] const TextLook &look() const;
    void setLook(const TextLook &look);

public Q_SLOTS:
    // The cursor, or the end of what is being selected.
    void move(earmark::ui::Unit unit, earmark::ui::Way way, int count = 1);
    void nextSentence() { move(Unit::Sentence, Way::Forward); }
    void previousSentence() { move(Unit::Sentence, Way::Back); }
    void nextParagraph() { move(Unit::Paragraph, Way::Forward); }
    void previousParagraph() { move(Unit::Paragraph, Way::Back); }
    // Visits the next or previous highlight or moment, in the order of the text, nested ones too.
    void visitHighlight(earmark::ui::Way way, int count = 1);
    void toStart();
    void toEnd();
    // Puts the cursor there and brings it into view, at rest.
    void showToken(earmark::transcript::TokenIndex token);
    // Selects this word, or the nearest one shown, and brings it into view.
    void showWord(earmark::transcript::TokenIndex token);
    void showHighlight(earmark::HighlightId id);
    void clearTokenSelection();
    // Nothing is selected, being selected or visited any more.
    void leaveSelection();
    // From the cursor on, and round from the end to the start.
    void nextHit();
    void previousHit();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

Q_SIGNALS:
    // A word was clicked (without selecting) or Enter was pressed on it.
    void tokenActivated(earmark::transcript::TokenIndex token);
    // What was just written over these words is to be corrected everywhere.
    void everywhereWanted(earmark::transcript::TokenSpan span, const QString &typed);
    void entered(earmark::ui::TranscriptView::Field what, earmark::transcript::TokenSpan span, const QString &text);
    void cursorMoved();
    void selectingChanged(bool selecting);
    // While selecting: what was said in the last seconds is wanted.
    void recentWanted();
    void followingChanged(bool following);
    void zoomChanged(double zoom);
    void litTokenChanged();
    // Others, or another one is the current.
    void hitsChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::ui
