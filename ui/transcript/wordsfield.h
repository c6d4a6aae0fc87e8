// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/page.h"
#include "ui/transcript/textgeometry.h"

#include <QTextEdit>

namespace earmark::ui {

// Words of the page while they are being written anew: over the words themselves, in the page's letters and
// lines, so that nothing moves until they are saved. Enter saves, with Ctrl for the same words everywhere,
// Escape leaves; so does going elsewhere, which saves.
class WordsField : public QTextEdit
{
    Q_OBJECT

public:
    explicit WordsField(QWidget *page);

    // Lies over `words`, the boxes of the words in the viewport's coordinates; `caret` is where they begin.
    void lieOver(const std::vector<LineBox> &words, QPointF caret, const Page &page);
    // `words` are where the text stands on the page: it is written as they are set, cues in italics.
    void write(const QString &text, const QTextCursor &words);
    void save() { end(true); }

Q_SIGNALS:
    void entered(const QString &text);
    // Ctrl+Enter: after it was saved, before it is left.
    void everywhereWanted(const QString &text);
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setAs(const QTextCursor &words);
    void grow();
    enum class Then { Leave, Everywhere };
    void end(bool save, Then then = Then::Leave);

    std::vector<QRectF> m_covered; // what stood there, in the field's coordinates
    QColor m_ground;
    QColor m_line;
    QString m_before;
    double m_pitch = 0;
    bool m_isOpen = false;
};

} // namespace earmark::ui
