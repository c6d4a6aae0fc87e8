// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/libav.h"

#include <vector>

namespace earmark::audio {

// Whether the two channels of a frame would cancel each other if they were mixed, as where one
// microphone's cable was wired the wrong way round. False for frames of other than two channels.
[[nodiscard]] bool areOpposed(const AVFrame &frame);

// The plane that holds the second channel, with that channel's polarity turned round.
[[nodiscard]] std::vector<quint8> withSecondTurned(const AVFrame &frame);

} // namespace earmark::audio
