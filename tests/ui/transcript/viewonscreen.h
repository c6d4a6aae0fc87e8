// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "ui/transcript/madeepisode.h"
#include "ui/transcript/transcriptview.h"

#include <QTemporaryDir>
#include <QTest>

namespace earmark::ui {

// A view on the screen, a thousand pixels wide, for each test function a new one.
class ViewOnScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

protected:
    void open(const library::OpenEpisode &episode);
    [[nodiscard]] QRect rectOf(transcript::TokenIndex token) const; // in the viewport
    [[nodiscard]] QPoint pointOf(transcript::TokenIndex token) const { return rectOf(token).center(); }
    [[nodiscard]] QImage picture() const { return m_view->viewport()->grab().toImage(); }
    void drag(QPoint from, QPoint to) const;

    QTemporaryDir m_folder;
    library::LibraryService m_service{m_folder.filePath(QStringLiteral("library.db"))};
    std::unique_ptr<library::EpisodeSession> m_session;
    std::unique_ptr<TranscriptView> m_view;
};

// Tokens: 0 label, 1-3 and 4-7 sentences, 8 a cue; 9-11; 12 label, 13-16, 17-19.
[[nodiscard]] const QList<made::Paragraph> &shortText();

// Where two pictures of the same size are not the same.
[[nodiscard]] QRect differing(const QImage &a, const QImage &b);

} // namespace earmark::ui
