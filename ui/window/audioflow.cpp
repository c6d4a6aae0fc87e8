// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/audioflow.h"

#include "library/errortext.h"
#include "ui/window/filepairs.h"
#include "ui/window/messagebar.h"

#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using library::LibraryService;

AudioFlow::AudioFlow(LibraryService &service, MessageBar &messages, QWidget *window)
    : m_service(service), m_messages(messages), m_window(window)
{
    connect(&service, &LibraryService::audioSet, this, &AudioFlow::finish);
    connect(&service, &LibraryService::setAudioFailed, this, &AudioFlow::fail);
}

void AudioFlow::chooseFor(EpisodeId id, const QString &known)
{
    const QString folder = known.isEmpty() ? QString() : QFileInfo(known).absolutePath();
    auto *dialog = new QFileDialog(m_window, tr("Choose the audio"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Audio (%1)").arg(audioPatterns()), tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::fileSelected, this, [this, id](const QString &path) { setAudio(id, path); });
    dialog->open();
}

void AudioFlow::setAudio(EpisodeId id, const QString &path)
{
    m_service.setAudio(id, path);
}

void AudioFlow::finish(EpisodeId id, const library::AudioChange &change)
{
    m_messages.clear(Topic::Audio);
    if (change.hasOtherLength) {
        m_messages.post({Topic::Audio, Message::Kind::Warning,
                         tr("This recording is not as long as the one before. If it is another cut of the episode, "
                            "the words may be lit at the wrong time; your marks and notes are kept."),
                         tr("Match to the sound"), [this, id] { Q_EMIT alignmentUseful(id); }});
    } else if (change.needsAlignment) {
        Q_EMIT alignmentUseful(id);
    }
}

void AudioFlow::fail(EpisodeId id, const Error &error)
{
    m_messages.post({Topic::Audio, Message::Kind::Error,
                     tr("%1 The episode stays as it was.").arg(library::errorText(error)), tr("Choose the audio…"),
                     [this, id, known = error.subject] { chooseFor(id, known); }});
}

} // namespace earmark::ui
