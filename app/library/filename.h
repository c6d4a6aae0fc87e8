// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace earmark::library {

// What a file's name tells about an episode; empty or invalid where it tells nothing.
struct FileNameParts {
    QString show;
    QDate date;
    QString title; // never empty for a file with a name

    bool operator==(const FileNameParts &) const = default;
};

// Reads "Show - 2024-05-01 - Title.mp3", "20240501_a_title.ogg", "episode-raw.txt" and the like.
// The folder is ignored.
[[nodiscard]] FileNameParts partsOfFileName(const QString &path);

} // namespace earmark::library
