// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/libraryservice_p.h"
#include "library/replacement.h"

// The part of LibraryService that gives an episode another transcript.
namespace earmark::library {

void LibraryService::replaceTranscript(EpisodeId id, const QString &path)
{
    d->fileQueue->add([this, id, path] {
        const auto fresh = std::make_shared<const Result<NewTranscript>>(readNewTranscript(path));
        // Edits made until now are written first; the window makes none until this is answered.
        d->post([this, id, path, fresh] {
            if (!*fresh)
                Q_EMIT replaceFailed(id, fresh->error());
            else
                d->ask([id, fresh](store::Store &store) { return library::replaceTranscript(store, id, **fresh); },
                       [this, id](const Result<Replaced> &replaced) {
                           if (!replaced) {
                               Q_EMIT replaceFailed(id, replaced.error());
                               return;
                           }
                           cancelAlignment(id);
                           ++d->epochs[id];
                           Q_EMIT transcriptReplaced(*replaced);
                       });
        });
    });
}

} // namespace earmark::library
