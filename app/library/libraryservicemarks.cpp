// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of LibraryService that is about amendments, tags, the names of marks and annotations that are brought in.
#include "library/libraryservice_p.h"

namespace earmark::library {

void LibraryService::apply(EpisodeId id, const transcript::AmendmentStep &step, int edition)
{
    d->askAlongside([id, step, edition](store::Store &store) { return store.apply(id, step, edition); },
                    [this, id, step](const Result<void> &written) {
                        if (written)
                            Q_EMIT amendmentsSaved(id, step);
                        else
                            Q_EMIT amendmentsFailed(id, step, written.error());
                    });
}

void LibraryService::readAmendments(EpisodeId id)
{
    d->askAlongside([id](store::Store &store) { return store.amendments(id); },
                    [this, id](const Result<std::vector<transcript::Amendment>> &amendments) {
                        if (amendments)
                            Q_EMIT amendmentsRead(id, *amendments);
                    });
}

void LibraryService::readTags()
{
    d->ask([](store::Store &store) { return store.tags(); },
           [this](const Result<std::vector<store::TagCount>> &tags) {
               if (tags)
                   Q_EMIT tagsRead(*tags);
           });
}

void LibraryService::readMarkNames()
{
    d->ask([](store::Store &store) { return store.markNames(); },
           [this](const Result<notes::MarkNames> &names) {
               if (names)
                   Q_EMIT markNamesRead(*names);
           });
}

void LibraryService::setMarkNames(const notes::MarkNames &names)
{
    d->ask(
        [names](store::Store &store) { return store.setMarkNames(names).and_then([&] { return store.markNames(); }); },
        [this](const Result<notes::MarkNames> &written) {
            if (written)
                Q_EMIT markNamesRead(*written);
            else
                Q_EMIT markNamesFailed(written.error());
        });
}

void LibraryService::importAnnotations(const QString &path)
{
    d->fileQueue->add([this, path] {
        const auto read = std::make_shared<const Result<std::vector<exports::Annotation>>>(readAnnotationFile(path));
        // Edits made until now are written first.
        d->post([this, read] {
            d->ask(
                [read](store::Store &store) {
                    return *read ? takeAnnotations(store, **read)
                                 : Result<ImportedAnnotations>(tl::unexpected(read->error()));
                },
                [this](const Result<ImportedAnnotations> &imported) {
                    if (!imported) {
                        Q_EMIT annotationsFailed(imported.error());
                        return;
                    }
                    if (!imported->edits.empty()) {
                        Q_EMIT libraryChanged();
                        listEpisodes();
                    }
                    Q_EMIT annotationsImported(*imported);
                });
        });
    });
}

} // namespace earmark::library
