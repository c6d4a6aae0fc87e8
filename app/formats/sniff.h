// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transcript/transcript.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace earmark::formats {

// What a file is that is certainly no transcript, by its first bytes ("a PDF document"), in English
// for the log; empty where they say nothing.
[[nodiscard]] QString foreignBytes(const QByteArray &bytes);

// The same by its text: a web page, rich text.
[[nodiscard]] QString foreignText(const QString &text);

[[nodiscard]] bool beginsJson(QStringView text);

// The format of an XML file by its outermost element; nullopt for one that is no transcript.
[[nodiscard]] std::optional<transcript::SourceFormat> sniffXml(const QString &text);

// The transcript format by the text alone.
[[nodiscard]] transcript::SourceFormat sniffFormat(const QString &text);

} // namespace earmark::formats
