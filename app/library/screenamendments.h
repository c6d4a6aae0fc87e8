// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "transcript/amendments.h"

#include <QObject>

#include <memory>
#include <vector>

namespace earmark::library {

class LibraryService;

// What a reader says about an episode's text as it stands on the screen, and its way to the disk. What
// cannot be saved is taken back, with what was said since. Lives on the window's thread.
class ScreenAmendments : public QObject
{
    Q_OBJECT

public:
    // `edition` of the transcript on the screen.
    ScreenAmendments(EpisodeId episode, int edition, std::vector<transcript::Amendment> saved, LibraryService &service);
    ~ScreenAmendments() override;

    [[nodiscard]] const std::vector<transcript::Amendment> &all() const; // in their order
    [[nodiscard]] const transcript::Amendment *find(AmendmentId id) const;
    [[nodiscard]] bool isSaving() const;

    // Shows the step and sends it on its way. False, and nothing is done, where it does not begin with what
    // is shown, or would leave two that exclude each other.
    [[nodiscard]] bool make(const transcript::AmendmentStep &step);
    // The library holds another edition of the transcript from now on.
    void end();

Q_SIGNALS:
    void changed();
    // Follows `changed` of the taking back, once for each step refused, the latest first.
    void takenBack(const earmark::transcript::AmendmentStep &step);
    void saveFailed(const earmark::transcript::AmendmentStep &step, const earmark::Error &error);
    void allSaved();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace earmark::library
