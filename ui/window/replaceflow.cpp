// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/replaceflow.h"

#include "library/errortext.h"
#include "ui/window/messagebar.h"

#include <QFileDialog>

namespace earmark::ui {

using library::LibraryService;

ReplaceFlow::ReplaceFlow(LibraryService &service, MessageBar &messages, QWidget *window)
    : QObject(window), m_service(service), m_messages(messages), m_window(window)
{
    connect(&service, &LibraryService::transcriptReplaced, this, &ReplaceFlow::finish);
    connect(&service, &LibraryService::replaceFailed, this, &ReplaceFlow::fail);
}

void ReplaceFlow::choose(EpisodeId id)
{
    auto *dialog = new QFileDialog(m_window, tr("Replace the transcript"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &path) { replace(id, path); });
    dialog->open();
}

void ReplaceFlow::replace(EpisodeId id, const QString &path)
{
    m_service.replaceTranscript(id, path);
}

void ReplaceFlow::finish(const library::Replaced &replaced)
{
    Q_EMIT this->replaced(replaced.id);
    QString text =
        tr("The transcript was replaced. %n highlight(s) went along with their words.", nullptr, replaced.found);
    bool isAnyLost = replaced.lost > 0;
    if (isAnyLost)
        text +=
            u' '
            + tr(
                "%n could not be found in the new text. They are first in the notes, where each can be heard; the Mark "
                "menu puts one on the words that you select.",
                nullptr, replaced.lost);
    if (replaced.amended > 0)
        text += u' ' + tr("%n change(s) of the text went along, too.", nullptr, replaced.amended);
    if (replaced.amendmentsLost > 0)
        text += u' '
            + tr("%n change(s) of the text found no place in the new one; they are kept in the list of changes.",
                 nullptr, replaced.amendmentsLost);
    if (replaced.anchorsLost > 0)
        text += u' '
            + tr("%n word(s) whose time you had set found no place in the new text; the times set for them are gone.",
                 nullptr, replaced.anchorsLost);
    isAnyLost = isAnyLost || replaced.amendmentsLost > 0 || replaced.anchorsLost > 0;
    m_messages.post({Topic::Import, isAnyLost ? Message::Kind::Warning : Message::Kind::Note, text, {}, {}});
    if (replaced.needsAlignment)
        Q_EMIT alignmentUseful(replaced.id);
}

void ReplaceFlow::fail(EpisodeId id, const Error &error)
{
    m_messages.post({Topic::Import, Message::Kind::Error,
                     tr("%1 The episode keeps the transcript it had.").arg(library::errorText(error)),
                     tr("Choose another file…"), [this, id] { choose(id); }});
}

} // namespace earmark::ui
