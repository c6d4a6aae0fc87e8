// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notes/exported.h"

#include <QByteArray>

#include <vector>

namespace earmark::exports {

// JSON-LD of the W3C Web Annotation Data Model: an AnnotationCollection with one AnnotationPage. Each
// annotation targets earmark://episode/… with a TextQuoteSelector, a TextPositionSelector (code points of
// the transcript's text) and a FragmentSelector (media fragment); note and tags are its bodies, the mark is
// its styleClass ("mark-2"). A heading is an annotation of its chapter's time with the motivation "describing" and
// the styleClass "heading".
[[nodiscard]] QByteArray webAnnotations(const std::vector<notes::ExportedEpisode> &episodes);

} // namespace earmark::exports
