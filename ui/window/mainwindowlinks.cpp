// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of MainWindow that answers those who call it from outside: files and links.
#include "notes/links.h"
#include "ui/library/episodemodel.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"

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

} // namespace earmark::ui
