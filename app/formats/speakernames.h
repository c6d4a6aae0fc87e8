// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace earmark::formats {

// "Anna Smith:" at the beginning of a line, whether or not it is believed.
struct SpeakerName {
    QString name;         // empty: none here
    qsizetype length = 0; // of the label in the line, colon and markup included
    int words = 0;
};
[[nodiscard]] SpeakerName speakerNameAt(QStringView line);

// A capitalised word with a colon is no proof: it has to be in capitals, or to come back, or the text
// has to be made of such lines.
class SpeakerBeliefs
{
public:
    // Every line of the text, in order; `name` is empty where it begins with none.
    void addLine(const QString &name);

    [[nodiscard]] bool isBelievable(const QString &name) const;

private:
    QHash<QString, int> m_candidates;
    QString m_opening; // the very first words of the text are one
    int m_lines = 0;
    int m_named = 0;
};

} // namespace earmark::formats
