// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/linereader.h"
#include "formats/warning.h"

namespace earmark::formats {

// Tells in which line and column a place of a text stands. Fast for places that rise.
class PlaceCounter
{
public:
    explicit PlaceCounter(QStringView text = {}) : m_text(text), m_next(text) {}

    [[nodiscard]] int lineAt(qint32 place);
    [[nodiscard]] Warning warningAt(Warning::Kind kind, qint32 place);

private:
    QStringView m_text;
    Line m_line{0, 0, 1};
    LineReader m_next;
};

} // namespace earmark::formats
