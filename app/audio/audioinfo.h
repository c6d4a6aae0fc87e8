// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/chapters.h"
#include "audio/seekindex.h"
#include "base/error.h"
#include "base/mediatime.h"
#include "base/task.h"

#include <QDate>
#include <QString>

namespace earmark::audio {

struct AudioInfo {
    MediaTime duration{}; // as the container states it, or counted where it does not, or, of an MP3 that was cut off,
                          // what is left; decoding may correct it
    qint64 bytes = 0;     // of the file
    int sampleRate = 0;   // Hz
    int channels = 0;
    QString codec; // libav's short name: "mp3", "aac", "opus"
    // From the tags; empty or invalid where there is none.
    QString title;
    QString show; // the album
    QString artist;
    QDate date;
    // In order: those of a file beside it, else its own (ID3, MP4, Vorbis comments, Matroska).
    std::vector<Chapter> chapters;
    SeekIndex seekIndex; // without a size: could not be made

    bool operator==(const AudioInfo &) const = default;
};

// Reads headers and tags, and the packets of a file that does not tell its length and of an MP3; decodes nothing.
// Errors: FileNotFound, FileUnreadable, FileEmpty, NotAudio (no container that libav knows), AudioWithoutSound (no
// audio stream), AudioUnusable (its container is known, and cut off or broken before anything can be read), Cancelled.
// A date needs a day: a year alone is left away. What is wrong with a file of chapters goes to the log.
[[nodiscard]] Result<AudioInfo> probe(const QString &path, const CancelToken &cancel = {});

} // namespace earmark::audio
