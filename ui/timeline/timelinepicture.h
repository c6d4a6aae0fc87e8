// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/peaks.h"
#include "ui/theme/theme.h"
#include "ui/timeline/places.h"
#include "ui/timeline/timescale.h"

#include <QFont>
#include <QPixmap>
#include <QRectF>

#include <optional>

class QPainter;

namespace earmark::ui {

// The bands of the timeline, from top to bottom, in pixels.
struct TimelineBands {
    QRectF exactness; // whether the times are exact
    QRectF titles;    // of chapters; empty where there are none, or no room
    QRectF wave;
    QRectF marks;
};

// `unit` is a pixel at the desktop's normal text size.
[[nodiscard]] TimelineBands bandsFor(QSizeF size, double unit, double titleHeight);

// Everything that the picture shows; the playhead is not in it.
struct TimelineScene {
    TimeScale scale;
    TimelineBands bands;
    double unit = 1;
    double ratio = 1; // device pixels to a pixel
    Theme theme;
    QFont titleFont;
    const audio::Peaks *peaks = nullptr;        // none: not known (yet)
    const std::vector<Place> *places = nullptr; // by their start
    std::vector<MediaSpan> estimated;           // where the words' times are
    std::optional<MediaSpan> loop;
};

// What has been heard looks another way than the rest, not by its colour alone: it stands on a tinted
// ground, above a rail.
enum class Side { Heard, Rest };

[[nodiscard]] QPixmap timelinePicture(const TimelineScene &scene, QSize size, Side side);

// How high a level is drawn, 0 to 1, where the recording's loud parts have the level `loudest`.
[[nodiscard]] double heightOf(quint8 level, quint8 loudest);

} // namespace earmark::ui
