// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/exported.h"

#include <QByteArray>

namespace earmark::exports {

// A page that needs nothing but the episode's audio: highlights and notes, and a player that their words
// start. It loads nothing from anywhere else. The audio is named relative to `folder` where it lies in or
// below it, else by its absolute path; notes are shown as they read (noteHtml).
[[nodiscard]] QByteArray htmlPage(const notes::ExportedEpisode &episode, const QString &folder);

} // namespace earmark::exports
