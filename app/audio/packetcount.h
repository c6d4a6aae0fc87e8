// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/container.h"
#include "audio/seekindex.h"

namespace earmark::audio {

struct PacketCount {
    qint64 end = AV_NOPTS_VALUE; // where the last packet ends, in the stream's time base
    SeekIndex index;             // from where the counting began
};

// Reads packets from where the container is up to the end, without decoding: a tenth of a second for an hour of
// MP3. Whoever goes on reading seeks first. Errors: Cancelled.
[[nodiscard]] Result<PacketCount> countPackets(const Container &container, const QString &path);

} // namespace earmark::audio
