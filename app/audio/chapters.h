// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/mediatime.h"

#include <QByteArray>

#include <vector>

namespace earmark::audio {

struct Chapter {
    MediaTime start;
    MediaTime end;
    QString title;

    bool operator==(const Chapter &) const = default;
};

// In order, at most one at a time, all within `duration` (zero: unknown), the titles on one line: what does
// not end, or ends in another, ends where the next one begins. Of those that begin together the last stays.
[[nodiscard]] std::vector<Chapter> ordered(std::vector<Chapter> chapters, MediaTime duration);

// Podcasting 2.0's file of chapters (JSON Chapters 1.2): those of its table of contents, as they stand there;
// a missing end is the start. `name` is the error's subject. Errors: UnknownFormat.
[[nodiscard]] Result<std::vector<Chapter>> parseChapters(const QByteArray &json, const QString &name);

// Those of a file of chapters beside the audio: "episode.chapters.json" or "episode.mp3.chapters.json" for
// "episode.mp3"; "chapters.json" where no other audio of the same kind is in the folder. Empty where there
// is no such file. Errors: readFile's and parseChapters'.
[[nodiscard]] Result<std::vector<Chapter>> chaptersBeside(const QString &audioPath);

} // namespace earmark::audio
