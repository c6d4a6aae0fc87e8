// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

class QMimeData;

namespace earmark::ui {

// What was copied or dropped, as an import can take it: files, or else text.
struct ClipContent {
    QStringList files;
    QByteArray text;  // UTF-8; empty: no text
    QString textName; // as a file would be called
};

[[nodiscard]] QStringList localFiles(const QMimeData &data);

// Whether there may be something to import, without fetching it.
[[nodiscard]] bool mayHoldTranscript(const QMimeData &data);

// Local files; else a podcast's HTML transcript as it is; else the plain text, or what of it is in the
// HTML. Pictures and addresses of pages are nothing.
[[nodiscard]] ClipContent contentOf(const QMimeData &data);

} // namespace earmark::ui
