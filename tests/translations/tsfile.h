// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace earmark::tests {

struct TsMessage {
    QString source;
    bool numerus = false;
    QStringList forms; // one, or one for each plural form of the language
    QString type;      // "unfinished", "vanished", "obsolete"; empty: finished
};

// The messages of a Qt Linguist file by context, source and disambiguation; empty where it cannot be
// read.
[[nodiscard]] QMap<QString, TsMessage> readTsFile(const QString &path);

// What is wrong with a translation in itself: not finished, a form left empty, or numbered arguments,
// plural numbers and rich text that the source has and a form lacks (or the other way round).
[[nodiscard]] QStringList faultsOf(const TsMessage &message, qsizetype pluralForms);

} // namespace earmark::tests
