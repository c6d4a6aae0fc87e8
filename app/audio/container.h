// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/libav.h"
#include "base/error.h"
#include "base/mediatime.h"
#include "base/task.h"

#include <memory>

namespace earmark::audio {

// An opened file and its one audio stream; packets of every other stream are dropped by libav.
struct Container {
    // Asked by libav while it reads; whoever begins long work sets it, and takes it away afterwards.
    CancelToken cancel;
    // Declared before the format, which reads from it until it is closed.
    Libav<AVIOContext> io;
    Libav<AVFormatContext> format;
    AVStream *stream = nullptr; // owned by the format
    const AVCodec *codec = nullptr;
    MediaTime missing{}; // cut off from the end, by a RIFF header's account

    // As stated by the container; 0 where it says nothing.
    [[nodiscard]] MediaTime statedDuration() const;
    // Whether that is worked out from the bit rate of the beginning, wrong for variable rates.
    [[nodiscard]] bool isDurationGuessed() const;
};

// The name is only ever a file of this computer, whatever it looks like, and nothing that the file
// refers to is opened. The content decides on the format, not the name. Errors: those of
// audio::probe, Cancelled. It is the container's token as long as nothing else is.
[[nodiscard]] Result<std::unique_ptr<Container>> openContainer(const QString &path, const CancelToken &cancel = {});

} // namespace earmark::audio
