// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/importflow.h"

#include "library/errortext.h"
#include "ui/window/clipcontent.h"
#include "ui/window/filepairs.h"
#include "ui/window/importbar.h"
#include "ui/window/messagebar.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using library::LibraryService;

ImportFlow::ImportFlow(LibraryService &service, ImportBar &bar, MessageBar &messages, QWidget *window)
    : QObject(window), m_service(service), m_bar(bar), m_messages(messages), m_window(window)
{
    connect(&bar, &ImportBar::importRequested, this, &ImportFlow::import);
    connect(&bar, &ImportBar::chooseRequested, this, &ImportFlow::chooseFiles);
    connect(&service, &LibraryService::episodeImported, this, &ImportFlow::finish);
    connect(&service, &LibraryService::importFailed, this, [this](const Error &error) {
        m_bar.endWork();
        fail(error);
    });
}

void ImportFlow::chooseFiles()
{
    auto *dialog = new QFileDialog(m_window, tr("Open an episode and its transcript"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Audio and transcripts (%1)").arg(audioPatterns() + u' ' + transcriptPatterns()),
                            tr("All files (%1)").arg(u"*"_s)});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        if (!paths.isEmpty())
            m_folder = QFileInfo(paths.first()).absolutePath();
        addFiles(paths);
    });
    dialog->open();
}

void ImportFlow::addFiles(const QStringList &paths)
{
    m_messages.clear(Topic::Import);
    QStringList there;
    for (const QString &path : paths) {
        if (const QFileInfo file(path); !file.exists())
            sayUnusable(ErrorCode::FileNotFound, path);
        else if (file.isDir())
            sayUnusable(ErrorCode::FileUnreadable, path);
        else
            there.append(path);
    }
    m_bar.addFiles(there);
}

void ImportFlow::addContent(const ClipContent &content)
{
    if (!content.files.isEmpty()) {
        addFiles(content.files);
        return;
    }
    m_messages.clear(Topic::Import);
    if (content.text.isEmpty()) {
        fail({ErrorCode::NothingToPaste, {}, {}});
        return;
    }
    library::ImportRequest request;
    request.audioFile = m_bar.takeAudio();
    request.transcriptFile = content.textName;
    request.pasted = content.text;
    import(request);
}

// A file can go between being seen and being opened, or be named where none is.
void ImportFlow::sayUnusable(ErrorCode code, const QString &path)
{
    m_messages.post({Topic::Import, Message::Kind::Error, library::errorText({code, path, {}}),
                     tr("Choose other files…"), [this] { chooseFiles(); }});
}

void ImportFlow::importSample()
{
    m_messages.clear(Topic::Import);
    m_bar.beginWork(tr("Making the sample…"));
    m_service.importSample();
}

void ImportFlow::import(const library::ImportRequest &request)
{
    m_bar.beginWork(request.pasted ? tr("Reading the text…")
                                   : tr("Importing “%1”…").arg(QFileInfo(request.transcriptFile).fileName()));
    m_service.importEpisode(request);
}

void ImportFlow::finish(const library::Imported &imported)
{
    m_bar.endWork();
    if (!imported.warnings.empty()) {
        const int count = int(imported.warnings.size());
        const int line = imported.warnings.front().line;
        const QString places = tr("%n place(s) in the file could not be read.", nullptr, count);
        const QString first = line > 0 ? tr("The first is in line %1; everything else is here.").arg(line)
                                       : tr("Everything else is here.");
        m_messages.post({Topic::Import, Message::Kind::Warning, u"%1 %2"_s.arg(places, first),
                         tr("Show them in the source"), [this, id = imported.id] { Q_EMIT warningsWanted(id); }});
    }
    if (imported.needsAlignment)
        m_service.align(imported.id);
    if (imported.ruleHits > 0)
        Q_EMIT ruleHitsFound(imported.id, imported.ruleHits);
    Q_EMIT this->imported(imported.id);
}

void ImportFlow::fail(const Error &error)
{
    if (error.code == ErrorCode::EpisodeAlreadyThere) {
        // Whoever brings the same files again wants to read them.
        m_messages.post({Topic::Import, Message::Kind::Note, library::errorText(error), {}, {}});
        Q_EMIT imported(EpisodeId{error.subject.toLongLong()});
        return;
    }
    if (error.code == ErrorCode::NothingToPaste) {
        m_messages.post({Topic::Import, Message::Kind::Warning, library::errorText(error), {}, {}});
        return;
    }
    m_messages.post({Topic::Import, Message::Kind::Error,
                     tr("%1 Nothing was added to the library.").arg(library::errorText(error)),
                     tr("Choose other files…"), [this] { chooseFiles(); }});
}

} // namespace earmark::ui
