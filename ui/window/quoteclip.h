// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/mediatime.h"

#include <QString>

#include <memory>

class QMimeData;

namespace earmark::library {
class EpisodeSession;
}
namespace earmark::transcript {
struct TokenSpan;
}

namespace earmark::ui {

// What a quote says about where it is from.
struct Quote {
    QString text;
    QString speaker; // empty where unknown
    QString title;
    EpisodeId episode;
    MediaTime start{};
};

// The words of the span, which lies in the session's transcript.
[[nodiscard]] Quote quoteOf(const library::EpisodeSession &session, const transcript::TokenSpan &span);

// The quote for the clipboard, as plain text, HTML and Markdown; in the last two the time is a link to the
// place.
[[nodiscard]] std::unique_ptr<QMimeData> clipOf(const Quote &quote);

} // namespace earmark::ui
