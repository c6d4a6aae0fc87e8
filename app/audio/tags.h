// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace earmark::audio {

// The day a date tag names: "2024-05-17", with a time behind it or not, "20240517", "2024/05/17",
// "2024.05.17", "17.05.2024", "17 May 2024", "Fri, 17 May 2024 08:00:00 GMT", "May 17, 2024". Invalid
// for anything less than a whole date: a year alone is no day.
[[nodiscard]] QDate dateOfTag(const QString &text);

} // namespace earmark::audio
