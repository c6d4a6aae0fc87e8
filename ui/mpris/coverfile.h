// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace earmark::ui {

// Writes the picture that an audio file carries into `folder`, for desktops to show, and returns the file it is
// in; empty where there is none. The same picture is the same file; of many the oldest are removed. Any thread.
[[nodiscard]] QString writeCover(const QString &audioPath, const QString &folder);

} // namespace earmark::ui
