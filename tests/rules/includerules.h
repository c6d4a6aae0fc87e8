// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace earmark::tests {

// What one source file breaks of the rule that dependencies run one way (ARCHITECTURE.md): one line
// for each include that its folder may not have. `path` is relative to the source tree
// ("app/notes/highlight.h"); files outside app/ and ui/ may include what they like.
[[nodiscard]] QStringList brokenIncludeRules(const QString &path, const QByteArray &source);

} // namespace earmark::tests
