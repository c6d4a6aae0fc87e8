// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace earmark::ui {

enum class Symbol { Play, Pause, Back, Forward, Loop, Follow, Volume, VolumeOff, Close, Note, Warning };

// A plain shape in the colour of the application's text, whatever theme it has when it is painted.
[[nodiscard]] QIcon symbolicIcon(Symbol symbol);

} // namespace earmark::ui
