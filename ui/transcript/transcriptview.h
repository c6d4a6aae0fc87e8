// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/mediatime.h"
#include "library/episodesession.h"
#include "transcript/transcript.h"

#include <QTextEdit>

#include <memory>
#include <optional>

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
    // The highlight under the cursor (the innermost, where several overlap).
    [[nodiscard]] std::optional<HighlightId> highlightAtCursor() const;

    // Lights the token being heard, none for nullopt. Follows if following. Below 1 ms.
    void setLitToken(std::optional<transcript::TokenIndex> token);
    [[nodiscard]] std::optional<transcript::TokenIndex> litToken() const;

    [[nodiscard]] bool isFollowing() const;
    // Following keeps the lit word's line in the upper third; it lets go when the reader scrolls.
    void setFollowing(bool following);

    // Outlines every place of the phrase (see reading/find.h) and goes to the first one from where the
    // cursor was when the search began, or to the text's first. An empty phrase ends the search.
    void search(const QString &phrase);
    [[nodiscard]] int hitCount() const;
    [[nodiscard]] std::optional<int> currentHit() const; // from 0

    [[nodiscard]] double zoom() const;
    void setZoom(double zoom); // 0.5 to 3

public Q_SLOTS:
    void nextSentence();
    void previousSentence();
    void nextParagraph();
    void previousParagraph();
    void toStart();
    void toEnd();
    // Puts the cursor there and brings it into view, at rest.
    void showToken(earmark::transcript::TokenIndex token);
    // Selects this word, or the nearest one shown, and brings it into view.
    void showWord(earmark::transcript::TokenIndex token);
    void showHighlight(earmark::HighlightId id);
    void clearTokenSelection();
    // From the cursor on, and round from the end to the start.
    void nextHit();
    void previousHit();

protected:
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
    void cursorMoved();
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
