// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesource.h"
#include "ui/source/sourcelines.h"

#include <QPlainTextEdit>

#include <memory>

namespace earmark::ui {

class SourceColouring;

// The transcript as it came, read-only, with the numbers of its lines. The cursor is a place in it, and
// the words that another view points at are marked.
class SourceView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SourceView(QWidget *parent = nullptr);
    ~SourceView() override;

    // Of this transcript; nullptr empties the view.
    void setSource(std::shared_ptr<const library::EpisodeSource> source, const transcript::Transcript *transcript);

    // Marks these words and brings the first into view; the cursor goes there too, without a signal.
    void markTokens(transcript::TokenSpan span);
    // Lights the words being heard, none for nullopt.
    void setLit(std::optional<transcript::TokenSpan> span);
    // Scrolls to the first word being heard where it is not in view. The cursor stays.
    void followLit();
    // Goes to a line and column of the source, from 1, as if the reader did.
    void goTo(int line, int column);

    struct Place {
        int line = 1;
        int column = 1;
    };
    [[nodiscard]] Place place() const;
    [[nodiscard]] const SourceColouring &colouring() const { return *m_colouring; }
    // Characters of the source under the marked words, for tests and screen readers.
    [[nodiscard]] QString markedText() const;

Q_SIGNALS:
    // The reader put the cursor on this word, or next to it.
    void tokenChosen(earmark::transcript::TokenIndex token);
    void placeChanged();
    void scrolledByReader();
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    friend class LineNumbers;
    void paintNumbers(const QRect &area);
    [[nodiscard]] int numbersWidth() const;
    void placeNumbers();
    void takeTheme();
    void followCursor();
    void showMarks();

    std::shared_ptr<const library::EpisodeSource> m_source;
    SourceLines m_lines;
    SourceTokens m_tokens;
    std::vector<SourceTokens::Place> m_byToken; // each token's place, by its index
    std::vector<int> m_faultyLines;             // in order
    std::optional<transcript::TokenSpan> m_marked;
    std::optional<transcript::TokenSpan> m_lit;
    SourceColouring *m_colouring;
    QWidget *m_numbers;
    bool m_moving = false; // the cursor is moved by the program
};

} // namespace earmark::ui
