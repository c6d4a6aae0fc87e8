// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/texttimes.h"

#include "formats/clocktime.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using transcript::TokenIndex;

namespace {

// How a time is written: only what stands in brackets is one anywhere.
enum class Written { Bare, Bracketed };

struct PieceTime {
    MediaTime time{};
    Written written = Written::Bare;
};

// "0:53", "[00:12:03]", "\\[04:10\\]", "(12:03):", "**[0:53]**"
std::optional<PieceTime> timeOf(QStringView piece)
{
    constexpr qsizetype longest = 24;
    if (piece.size() > longest)
        return std::nullopt;
    while (!piece.isEmpty() && u"*_`"_s.contains(piece.front()))
        piece = piece.mid(1);
    while (!piece.isEmpty() && u"*_`:-–"_s.contains(piece.back()))
        piece.chop(1);
    if (piece.startsWith(u'\\'))
        piece = piece.mid(1);
    const QChar open = piece.isEmpty() ? QChar() : piece.front();
    Written written = Written::Bare;
    if (open == u'[' || open == u'(') {
        const QChar close = open == u'[' ? u']' : u')';
        if (!piece.endsWith(close))
            return std::nullopt;
        piece = piece.mid(1).chopped(1);
        if (piece.endsWith(u'\\'))
            piece.chop(1);
        written = Written::Bracketed;
    }
    const std::optional<MediaTime> time = parseClockTime(piece);
    return time ? std::optional(PieceTime{*time, written}) : std::nullopt;
}

struct Found {
    TokenIndex piece = 0;
    TokenIndex lineBegin = 0;
    TokenIndex lineEnd = 0;     // the next line's first piece
    bool isNameInFront = false; // or could be
    PieceTime time;
};

// Times where they may stand: at the beginning of a line, at its end after a name, in brackets anywhere.
std::vector<Found> findTimes(const PieceList &pieces)
{
    std::vector<Found> found;
    for (TokenIndex begin = 0; begin < pieces.count();) {
        TokenIndex end = begin + 1;
        while (end < pieces.count() && !pieces.has(end, PieceList::StartsLine))
            ++end;
        for (TokenIndex i = begin; i < end; ++i) {
            constexpr TokenIndex longestName = 5;
            const QStringView text = pieces.text(i);
            if (std::find(text.begin(), text.end(), u':') == text.end())
                continue;
            const std::optional<PieceTime> time = timeOf(text);
            const bool afterName = i + 1 == end && end - begin <= longestName;
            if (time && (i == begin || afterName || time->written == Written::Bracketed))
                found.push_back({i, begin, end,
                                 i > begin && i - begin < longestName && time->written == Written::Bracketed, *time});
        }
        begin = end;
    }
    return found;
}

// Times of a recording rise; figures that look like times do not.
bool areBelievable(const std::vector<Found> &found)
{
    size_t falling = 0;
    for (size_t i = 1; i < found.size(); ++i)
        falling += found[i].time.time < found[i - 1].time.time ? 1 : 0;
    const bool bracketed = !found.empty() && found.front().time.written == Written::Bracketed;
    return found.size() >= (bracketed ? 1 : 2) && falling * 10 <= found.size();
}

// The words of a line before its time, as a name: "Anna Smith", "Speaker 1:", "**Ben**".
QString nameBefore(const PieceList &pieces, TokenIndex first, TokenIndex end)
{
    QString name;
    for (TokenIndex i = first; i < end; ++i) {
        QStringView word = pieces.text(i);
        while (!word.isEmpty() && u"*_"_s.contains(word.front()))
            word = word.mid(1);
        while (!word.isEmpty() && u"*_:"_s.contains(word.back()))
            word.chop(1);
        if (word.isEmpty() || (i == first && !word.front().isLetter()) || word.front().isLower())
            return {};
        if (!name.isEmpty())
            name += u' ';
        name += word;
    }
    return name;
}

// "Anna Smith [00:12:03] So what", on most lines that have a time.
bool haveNamesInFront(const PieceList &pieces, const std::vector<Found> &found)
{
    const auto named = std::count_if(found.begin(), found.end(), [&pieces](const Found &f) {
        return f.isNameInFront && !nameBefore(pieces, f.lineBegin, f.piece).isEmpty();
    });
    return named >= 2 && size_t(named) * 2 >= found.size();
}

} // namespace

TextTimes takeTimes(PieceList &pieces)
{
    TextTimes result;
    const std::vector<Found> found = findTimes(pieces);
    if (!areBelievable(found))
        return result;
    const bool namesInFront = haveNamesInFront(pieces, found);
    MediaTime reached{};
    for (const Found &f : found) {
        QString name;
        if (f.piece > f.lineBegin && (f.piece + 1 == f.lineEnd || (namesInFront && f.isNameInFront)))
            name = nameBefore(pieces, f.lineBegin, f.piece);
        // A bare time at the end of a sentence is said.
        if (f.piece > f.lineBegin && name.isEmpty() && f.time.written == Written::Bare)
            continue;
        pieces.mark(f.piece, PieceList::IsLabel);
        if (!name.isEmpty()) {
            for (TokenIndex i = f.lineBegin; i < f.piece; ++i)
                pieces.mark(i, PieceList::IsLabel);
            pieces.startTurn(f.lineBegin, name);
            result.isOtter = result.isOtter || f.time.written == Written::Bare;
        }
        const bool isAlone = f.piece + 1 == f.lineEnd && (f.piece == f.lineBegin || !name.isEmpty());
        if (isAlone)
            result.labelLines.push_back(f.lineBegin);
        if (f.piece + 1 == pieces.count())
            break;
        if (f.piece == f.lineBegin)
            pieces.mark(f.piece + 1, PieceList::StartsLine);
        if (f.time.time < reached || (!result.times.empty() && f.time.time == result.times.back().time))
            continue;
        reached = f.time.time;
        if (!result.times.empty() && result.times.back().first == f.piece + 1)
            result.times.pop_back();
        result.times.push_back({f.piece + 1, f.time.time});
    }
    return result;
}

} // namespace earmark::formats
