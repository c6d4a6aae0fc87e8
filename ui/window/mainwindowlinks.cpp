// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that answers those who call it from outside: files, also dropped ones, and links.
#include "notes/links.h"
#include "ui/library/episodemodel.h"
#include "ui/window/clipcontent.h"
#include "ui/window/dropoverlay.h"
#include "ui/window/filepairs.h"
#include "ui/window/importbar.h"
#include "ui/window/importflow.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace earmark::ui {

void MainWindow::comeForward(const QString &token)
{
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8()); // where Qt looks for it
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::openUrls(const QList<QUrl> &urls)
{
    QStringList files;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
        else
            openLink(url);
    }
    if (!files.isEmpty())
        addFiles(files);
}

void MainWindow::openLink(const QUrl &link)
{
    const std::optional<notes::EpisodeLink> place = notes::readEpisodeLink(link.toString(QUrl::FullyEncoded));
    if (!place || !m_episodes->indexOf(place->episode).isValid()) {
        const QString text = place
            ? tr("The link leads to an episode that is not in this library. It may have been removed since.")
            : tr("“%1” is not a link to an episode.").arg(link.toDisplayString());
        m_messages->post({Topic::Library, Message::Kind::Warning, text, {}, {}});
        return;
    }
    m_messages->clear(Topic::Library);
    if (place->time)
        m_desk->openAt(place->episode, *place->time);
    else
        m_desk->open(place->episode);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    // What is dragged within the window is no transcript.
    if (event->source() || !mayHoldTranscript(*event->mimeData()))
        return;
    event->acceptProposedAction();
    const QStringList waiting = m_importBar->waiting();
    if (isMissingAudio(localFiles(*event->mimeData())))
        m_overlay->setText(tr("Drop the audio of “%1” here").arg(m_desk->session()->episode().title));
    else if (waiting.isEmpty())
        m_overlay->setText(tr("Drop an episode and its transcript here"));
    else
        m_overlay->setText(tr("Drop what goes with “%1” here").arg(QFileInfo(waiting.first()).fileName()));
    m_overlay->show();
}

// Audio alone, where the open episode's own is not to be found.
bool MainWindow::isMissingAudio(const QStringList &paths) const
{
    return paths.size() == 1 && m_desk->missesAudio() && m_importBar->waiting().isEmpty()
        && kindOfFile(paths.first()) == FileKind::Audio;
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    m_overlay->hide();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_overlay->hide();
    event->acceptProposedAction();
    const ClipContent content = contentOf(*event->mimeData());
    if (isMissingAudio(content.files))
        m_desk->setAudio(content.files.first());
    else
        m_imports->addContent(content);
}

} // namespace earmark::ui
