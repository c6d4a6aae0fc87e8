// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSettings;

namespace earmark::ui {

// What a reader chooses of how the text looks; its size is the view's zoom.
struct TextLook {
    Q_GADGET

public:
    enum class Paper { Desktop, Light, Dark, Sepia, Contrast };
    Q_ENUM(Paper)
    enum class Letters { Serif, Sans };
    Q_ENUM(Letters)

    static constexpr double closeLines = 1.35; // em, from line to line
    static constexpr double normalLines = 1.5;
    static constexpr double wideLines = 1.75;
    static constexpr int shortLines = 60; // characters
    static constexpr int normalLength = 66;
    static constexpr int longLines = 75;

    Paper paper = Paper::Desktop;
    Letters letters = Letters::Serif;
    double lineHeight = normalLines; // 1.2 to 2.5
    int measure = normalLength;      // 45 to 90
    bool times = false;              // beside each paragraph
    bool cues = true;                // [Music]
    bool litSentences = false;       // what is heard is lit by whole sentences
    bool raw = false;                // what the machine wrote, beneath each line
    bool corrections = false;        // underlined

    bool operator==(const TextLook &) const = default;
};

// What is missing or makes no sense is as above.
[[nodiscard]] TextLook readLook(const QSettings &settings);
void writeLook(const TextLook &look, QSettings &settings);

} // namespace earmark::ui
