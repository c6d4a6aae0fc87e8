// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/annotationflow.h"

#include "library/errortext.h"
#include "library/remarktext.h"
#include "ui/window/messagebar.h"

#include <QFileDialog>

#include <algorithm>

namespace earmark::ui {

using namespace Qt::StringLiterals;
using library::LibraryService;

namespace {

constexpr size_t mostRemarks = 3;

} // namespace

AnnotationFlow::AnnotationFlow(LibraryService &service, MessageBar &messages, QWidget *window)
    : QObject(window), m_service(service), m_messages(messages), m_window(window)
{
    connect(&service, &LibraryService::annotationsImported, this, &AnnotationFlow::finish);
    connect(&service, &LibraryService::annotationsFailed, this, &AnnotationFlow::fail);
}

void AnnotationFlow::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Bring in annotations"), {},
                                   tr("Earmark’s Markdown, Web Annotations (%1)").arg(u"*.md *.json *.jsonld"_s)
                                       + u";;"_s + tr("All files (%1)").arg(u"*"_s));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_service, &LibraryService::importAnnotations);
    dialog->open();
}

void AnnotationFlow::finish(const library::ImportedAnnotations &imported)
{
    QStringList sentences;
    if (imported.added > 0)
        sentences.append(tr("%n highlight(s) were added.", nullptr, imported.added));
    if (imported.changed > 0)
        sentences.append(tr("%n highlight(s) were changed.", nullptr, imported.changed));
    if (imported.added == 0 && imported.changed == 0)
        sentences.append(tr("The file holds nothing that is new."));
    for (size_t i = 0; i < std::min(mostRemarks, imported.leftOut.size()); ++i)
        sentences.append(library::leftOutText(imported.leftOut[i]));
    if (imported.leftOut.size() > mostRemarks)
        sentences.append(tr("%n more were left out.", nullptr, int(imported.leftOut.size() - mostRemarks)));
    m_messages.post({Topic::Import,
                     imported.leftOut.empty() ? Message::Kind::Note : Message::Kind::Warning,
                     sentences.join(u' '),
                     {},
                     {}});
}

void AnnotationFlow::fail(const Error &error)
{
    m_messages.post({Topic::Import, Message::Kind::Error, library::errorText(error), tr("Choose another file…"),
                     [this] { choose(); }});
}

} // namespace earmark::ui
