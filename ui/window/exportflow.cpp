// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportflow.h"

#include "library/episodesession.h"
#include "library/errortext.h"
#include "library/remarktext.h"
#include "ui/window/exportdialog.h"
#include "ui/window/messagebar.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using exports::Format;
using library::EpisodeSession;
using library::ExportRequest;
using library::LibraryService;

namespace {

constexpr std::chrono::seconds pauseBeforeExport{2}; // typing is one change
constexpr qsizetype mostRemarks = 3;

} // namespace

ExportFlow::ExportFlow(LibraryService &service, QSettings &settings, MessageBar &messages, QWidget *window)
    : QObject(window), m_service(service), m_settings(settings), m_messages(messages), m_window(window)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(pauseBeforeExport);
    connect(&m_delay, &QTimer::timeout, this, &ExportFlow::exportChanged);
    connect(&service, &LibraryService::exportFinished, this, &ExportFlow::finished);
    connect(&service, &LibraryService::exportFailed, this, &ExportFlow::failed);
    connect(&service, &LibraryService::editSaved, this, &ExportFlow::takeEdit);
    connect(&service, &LibraryService::annotationsImported, this, [this](const library::ImportedAnnotations &imported) {
        for (const notes::Edit &edit : imported.edits)
            takeEdit(edit);
    });
}

ExportFlow::~ExportFlow()
{
    exportChanged();
}

ExportDialog *ExportFlow::ask(const EpisodeSession *session, const QSet<HighlightId> &shown)
{
    const EpisodeId id = session ? session->id() : EpisodeId{};
    const int count = session ? int(session->highlights().size()) : 0;
    auto *dialog = new ExportDialog(m_settings, session ? session->episode().title : QString(), count,
                                    int(shown.size()), m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, shown] {
        ExportRequest request{dialog->format(), dialog->templateName(), dialog->path(), {}, {}};
        if (dialog->scope() == ExportDialog::Scope::Shown)
            request.only = shown;
        start({dialog->scope() == ExportDialog::Scope::All ? EpisodeId{} : id, request});
    });
    dialog->open();
    return dialog;
}

void ExportFlow::exportEpisode(EpisodeId id, const QString &path)
{
    start({id, {Format::Markdown, m_settings.value("export/template").toString(), path, {}, {}}});
}

void ExportFlow::start(const Job &job)
{
    m_asked.insert(job.request.path, job);
    if (job.episode.isValid())
        m_service.exportEpisode(job.episode, job.request);
    else
        m_service.exportAll(job.request);
}

void ExportFlow::takeEdit(const notes::Edit &edit)
{
    if (!m_settings.value("export/automatic", false).toBool())
        return;
    const std::optional<notes::Highlight> &highlight = edit.after ? edit.after : edit.before;
    m_changed.insert(highlight->episode);
    m_delay.start();
}

void ExportFlow::exportChanged()
{
    m_delay.stop();
    const QString folder = m_settings.value("export/folder").toString();
    const Format format = exports::formatOf(m_settings.value("export/format").toString()).value_or(Format::Markdown);
    if (!folder.isEmpty() && m_settings.value("export/automatic", false).toBool()) {
        const QString layout = format == Format::Markdown ? m_settings.value("export/template").toString() : QString();
        for (const EpisodeId id : std::as_const(m_changed)) {
            ++m_byItself[folder];
            m_service.exportInto(id, {format, layout, folder, {}, {}});
        }
    }
    m_changed.clear();
}

void ExportFlow::finished(const QString &path, const exports::Written &written)
{
    const QStringList remarks = library::writtenTexts(written);
    const auto byItself = m_byItself.find(path);
    if (byItself != m_byItself.end()) {
        if (--*byItself == 0)
            m_byItself.erase(byItself);
        // Nobody is told what goes well by itself.
        if (remarks.isEmpty()) {
            m_messages.clear(Topic::Export);
            return;
        }
    }
    m_asked.remove(path);
    const bool isFolder = QFileInfo(path).isDir();
    const QString folder = isFolder ? path : QFileInfo(path).absolutePath();
    const QString said = isFolder
        ? tr("%n file(s) written to “%1”.", nullptr, int(written.files.size())).arg(QDir::toNativeSeparators(path))
        : tr("Exported to “%1”.").arg(QDir::toNativeSeparators(path));
    m_messages.post({Topic::Export, remarks.isEmpty() ? Message::Kind::Note : Message::Kind::Warning,
                     (QStringList{said} + remarks.first(std::min<qsizetype>(remarks.size(), mostRemarks))).join(u' '),
                     tr("Open the folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
}

void ExportFlow::failed(const QString &path, const Error &error)
{
    const auto byItself = m_byItself.find(path);
    if (byItself != m_byItself.end()) {
        if (--*byItself == 0)
            m_byItself.erase(byItself);
        m_messages.post({Topic::Export, Message::Kind::Error,
                         tr("The export after a change failed.") + u' ' + library::errorText(error),
                         tr("Export by itself no more"), [this] { m_settings.setValue("export/automatic", false); }});
        return;
    }
    const Job job = m_asked.value(path);
    m_messages.post(
        {Topic::Export, Message::Kind::Error, library::errorText(error), tr("Try again"), [this, job] { start(job); }});
}

} // namespace earmark::ui
