// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/markdowneditor.h"

#include "ui/theme/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

// Themes are made without asking whether they can be read: Breeze Dark's headings have 2.6:1 on its own
// ground.
class LegibleHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    explicit LegibleHighlighter(const QWidget &editor)
        : SyntaxHighlighter(static_cast<QObject *>(nullptr)), m_editor(editor)
    {
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        SyntaxHighlighter::applyFormat(offset, length, format);
        QTextCharFormat given = this->format(offset);
        if (length <= 0 || !given.hasProperty(QTextFormat::ForegroundBrush))
            return;
        const QPalette &palette = m_editor.palette();
        const QColor ground = given.hasProperty(QTextFormat::BackgroundBrush) ? given.background().color()
                                                                              : palette.color(QPalette::Base);
        given.setForeground(legibleColour(given.foreground().color(), palette.color(QPalette::Text), ground));
        setFormat(offset, length, given);
    }

private:
    const QWidget &m_editor;
};

} // namespace

struct MarkdownEditor::Highlighting {
    explicit Highlighting(const QWidget &editor) : highlighter(editor) {}

    KSyntaxHighlighting::Repository repository;
    LegibleHighlighter highlighter;
};

MarkdownEditor::MarkdownEditor(QWidget *parent) : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setPlaceholderText(tr("Write a note. Markdown works here."));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_taking)
            Q_EMIT noteEdited(note());
    });
}

MarkdownEditor::~MarkdownEditor()
{
    // The highlighter lets go of the document while both are whole.
    m_highlighting.reset();
}

// The text as it was typed; toPlainText() would make spaces of no-break spaces.
QString MarkdownEditor::note() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

void MarkdownEditor::takeText(const QString &text, TakeOver how)
{
    const QScopedValueRollback taking(m_taking, true);
    const QString now = note();
    if (how == TakeOver::Anew) {
        setPlainText(text);
        moveCursor(QTextCursor::End);
        return;
    }
    if (now == text)
        return;
    // Only what differs is replaced, so that the view does not jump.
    const auto ends = std::mismatch(now.begin(), now.end(), text.begin(), text.end());
    const auto prefix = int(ends.first - now.begin());
    const int most = int(std::min(now.size(), text.size())) - prefix;
    int suffix = 0;
    while (suffix < most && now[now.size() - 1 - suffix] == text[text.size() - 1 - suffix])
        ++suffix;
    QTextCursor cursor(document());
    cursor.setPosition(prefix);
    cursor.setPosition(int(now.size()) - suffix, QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(prefix, text.size() - prefix - suffix));
    setTextCursor(cursor);
}

bool MarkdownEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // the window's actions take them
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void MarkdownEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        Q_EMIT pauseMade();
}

void MarkdownEditor::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    setWriting(true);
}

void MarkdownEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT pauseMade();
    // Whoever looks into another window or opens a menu comes back.
    const Qt::FocusReason reason = event->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason)
        setWriting(false);
}

void MarkdownEditor::setWriting(bool writing)
{
    if (std::exchange(m_writing, writing) != writing)
        Q_EMIT writingChanged();
}

void MarkdownEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighting)
        applyTheme();
}

void MarkdownEditor::showEvent(QShowEvent *event)
{
    QPlainTextEdit::showEvent(event);
    // Reading the definitions takes up to 70 ms, which the first paint need not wait for.
    if (!m_highlighting)
        QTimer::singleShot(0, this, &MarkdownEditor::createHighlighter);
}

bool MarkdownEditor::canInsertFromMimeData(const QMimeData *source) const
{
    // Files dropped here are for the library.
    const QList<QUrl> urls = source->urls();
    const bool files = std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
    return !files && QPlainTextEdit::canInsertFromMimeData(source);
}

void MarkdownEditor::createHighlighter()
{
    if (m_highlighting)
        return;
    m_highlighting = std::make_unique<Highlighting>(*this);
    const auto definition = m_highlighting->repository.definitionForName(u"Markdown"_s);
    if (!definition.isValid())
        return; // the note is plain then
    applyTheme();
    m_highlighting->highlighter.setDefinition(definition);
    const QScopedValueRollback taking(m_taking, true);
    m_highlighting->highlighter.setDocument(document());
}

void MarkdownEditor::applyTheme()
{
    using KSyntaxHighlighting::Repository;
    const bool dark = themeFor(palette()).dark;
    m_highlighting->highlighter.setTheme(
        m_highlighting->repository.defaultTheme(dark ? Repository::DarkTheme : Repository::LightTheme));
    if (m_highlighting->highlighter.document()) {
        const QScopedValueRollback taking(m_taking, true);
        m_highlighting->highlighter.rehighlight();
    }
}

} // namespace earmark::ui
