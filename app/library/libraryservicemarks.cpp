// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of LibraryService that is about tags and the names of marks.
#include "library/libraryservice_p.h"

namespace earmark::library {

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

} // namespace earmark::library
