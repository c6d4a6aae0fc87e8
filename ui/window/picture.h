// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"

namespace earmark::ui {

// Draws the window with an episode of a library into a PNG file, 1280 by 800. Needs a QApplication
// (an offscreen one will do) and runs its event loop. Errors: openEpisode's, WriteFailed.
[[nodiscard]] Result<void> drawWindow(const QString &libraryPath, EpisodeId episode, const QString &pictureFile);

} // namespace earmark::ui
