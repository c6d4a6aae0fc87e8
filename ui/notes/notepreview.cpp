// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notepreview.h"

#include <QDesktopServices>
#include <QKeyEvent>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace earmark::ui {

NotePreview::NotePreview(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setAccessibleName(tr("Note as it reads"));
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl &link) {
        // A note may have come from somewhere else: no local programs and files.
        if (link.scheme() == u"http"_s || link.scheme() == u"https"_s || link.scheme() == u"earmark"_s)
            QDesktopServices::openUrl(link);
    });
}

void NotePreview::showNote(const QString &markdown)
{
    document()->setMarkdown(markdown,
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
                                | QTextDocument::MarkdownNoHTML);
}

QVariant NotePreview::loadResource(int, const QUrl &)
{
    return {};
}

void NotePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveRequested();
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

} // namespace earmark::ui
