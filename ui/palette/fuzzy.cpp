// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzy.h"

#include <QString>

#include <algorithm>
#include <limits>
#include <vector>

namespace earmark::ui {

namespace {

constexpr int wordStart = 8;
constexpr int following = 6;
constexpr int anywhere = 1;
constexpr int inOnePiece = 20; // from the beginning of a word; elsewhere it counts little
constexpr int insideWord = 4;
constexpr int nothing = std::numeric_limits<int>::min() / 2;

QString plain(QStringView text)
{
    QString letters;
    for (const QChar character : text.toString().normalized(QString::NormalizationForm_KD)) {
        if (!character.isMark())
            letters += character.toCaseFolded();
    }
    return letters;
}

bool beginsWord(const QString &text, qsizetype at)
{
    return text.at(at).isLetterOrNumber() && (at == 0 || !text.at(at - 1).isLetterOrNumber());
}

} // namespace

std::optional<int> fuzzyScore(QStringView pattern, QStringView text)
{
    const QString typed = plain(pattern).trimmed();
    QString wanted = typed;
    wanted.removeIf([](QChar character) { return character.isSpace(); });
    if (wanted.isEmpty())
        return 0;
    const QString given = plain(text);
    // The best sum of the pattern's letters so far, for the last of them at each place of the text.
    std::vector<int> ending(size_t(given.size()), nothing);
    for (qsizetype letter = 0; letter < wanted.size(); ++letter) {
        std::vector<int> next(size_t(given.size()), nothing);
        int best = letter == 0 ? 0 : nothing; // of the letters before, ending before this place
        for (qsizetype at = 0; at < given.size(); ++at) {
            if (given.at(at) == wanted.at(letter)) {
                const int alone = best + (beginsWord(given, at) ? wordStart : anywhere);
                const int joined = letter > 0 && at > 0 ? ending[size_t(at) - 1] + following : nothing;
                next[size_t(at)] = std::max(alone, joined);
            }
            if (letter > 0)
                best = std::max(best, ending[size_t(at)]);
        }
        ending = std::move(next);
    }
    const int best = ending.empty() ? nothing : *std::ranges::max_element(ending);
    if (best < 0)
        return std::nullopt;
    const qsizetype place = given.indexOf(typed);
    const int piece = place < 0 ? 0 : beginsWord(given, place) ? inOnePiece : insideWord;
    return (best + piece) * 64 - int(std::min<qsizetype>(given.size(), 63));
}

} // namespace earmark::ui
