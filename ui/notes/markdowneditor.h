// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace earmark::ui {

// A plain text editor with Markdown coloured by KSyntaxHighlighting, in the desktop's light or dark.
// It keeps no history of its own: undo and redo are the window's, one for marks and notes together.
class MarkdownEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MarkdownEditor(QWidget *parent = nullptr);
    ~MarkdownEditor() override;

    // Shows `text` as it stands in the library: the cursor stays where it can, noteEdited is not
    // emitted. For another highlight's text use `TakeOver::Anew`.
    enum class TakeOver { Anew, Changed };
    void takeText(const QString &text, TakeOver how);
    // As if it were typed.
    void insertTyped(const QString &text) { textCursor().insertText(text); }
    // Has the focus, or gets it back when another window, menu or popup is left.
    [[nodiscard]] bool isWriting() const { return m_writing; }

Q_SIGNALS:
    // The reader typed.
    void noteEdited(const QString &text);
    // A good moment to let the next typing be an undo step of its own.
    void pauseMade();
    void leaveRequested();
    void writingChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    [[nodiscard]] QString note() const;
    void setWriting(bool writing);
    void createHighlighter();
    void applyTheme();

    struct Highlighting;
    std::unique_ptr<Highlighting> m_highlighting; // made after the first paint
    bool m_taking = false;
    bool m_writing = false;
};

} // namespace earmark::ui
