// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/typednotes.h"

#include <QByteArrayList>

#include <algorithm>
#include <utility>

namespace earmark::exports {

namespace {

bool isBlankLine(QByteArrayView line)
{
    return std::ranges::all_of(line, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

// CommonMark's ATX headings and thematic breaks; the underline of a heading looks like the latter.
bool endsNotes(QByteArrayView line)
{
    const QByteArray text = line.toByteArray().trimmed();
    const auto hashes = std::ranges::find_if(text, [](char c) { return c != '#'; }) - text.begin();
    if (hashes >= 1 && hashes <= 6 && (hashes == text.size() || text.at(hashes) == ' ' || text.at(hashes) == '\t'))
        return true;
    const QByteArray signs = QByteArray(text).replace(' ', "").replace('\t', "");
    return signs.size() >= 3 && (signs.front() == '-' || signs.front() == '*' || signs.front() == '_')
        && signs.count(signs.front()) == signs.size();
}

QByteArray withoutBlankLines(QByteArray text)
{
    const auto isBlank = [](char c) { return isBlankLine({&c, 1}); };
    const auto first = std::ranges::find_if_not(std::as_const(text), isBlank) - text.cbegin();
    text.remove(0, first == text.size() ? first : text.lastIndexOf('\n', first) + 1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

} // namespace

QByteArray noteRegionOf(const QByteArray &quoteRegion)
{
    const QByteArrayList parts = quoteRegion.split('/');
    return parts.size() == 3 && parts[1] == "quote" ? parts[0] + "/note/" + parts[2] : QByteArray();
}

std::optional<TypedNote> noteUnder(const QByteArray &own)
{
    std::optional<qsizetype> begin;
    qsizetype end = 0;
    for (qsizetype at = 0; at < own.size();) {
        const qsizetype lineEnd = own.indexOf('\n', at);
        const qsizetype next = lineEnd < 0 ? own.size() : lineEnd + 1;
        const QByteArrayView line = QByteArrayView(own).sliced(at, next - at);
        if (endsNotes(line))
            break;
        if (!isBlankLine(line)) {
            begin = begin.value_or(at);
            end = next;
        }
        at = next;
    }
    if (!begin)
        return std::nullopt;
    QByteArray text = own.sliced(*begin, end - *begin);
    text.replace("\r\n", "\n");
    return TypedNote{*begin, end - *begin, withoutBlankLines(std::move(text))};
}

QByteArray noteAppended(const FilePiece &region)
{
    if (!region.isEdited())
        return {};
    // From the longest on, that a line which is all of a shorter one is not taken for it.
    for (qsizetype end = region.content.lastIndexOf('\n'); end > 0; end = region.content.lastIndexOf('\n', end - 1)) {
        if (contentHash(region.content.first(end)) == region.hash)
            return withoutBlankLines(region.content.sliced(end));
    }
    return {};
}

} // namespace earmark::exports
