// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of regions.h that takes a file apart.
#include "exports/regionmarks.h"
#include "exports/regions.h"

#include <QByteArrayList>

#include <optional>

namespace earmark::exports {

namespace {

QByteArrayView withoutBlanks(QByteArrayView line)
{
    line = withoutLineEnd(line);
    while (line.endsWith(' ') || line.endsWith('\t'))
        line.chop(1);
    return line;
}

// Lines with their ends.
std::vector<QByteArrayView> linesOf(QByteArrayView bytes)
{
    std::vector<QByteArrayView> lines;
    while (!bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const qsizetype length = end < 0 ? bytes.size() : end + 1;
        lines.push_back(bytes.first(length));
        bytes = bytes.sliced(length);
    }
    return lines;
}

QByteArray contentOf(const QByteArray &inner, const RegionComments &marks)
{
    QByteArray content = inner;
    content.replace("\r\n", "\n");
    if (content.endsWith('\n'))
        content.chop(1);
    if (!marks.framed)
        return content;
    if (content.startsWith('\n'))
        content.remove(0, 1);
    if (content.endsWith('\n'))
        content.chop(1);
    return content;
}

// "12/quote/7d0c… 3f2a…" of a line that begins a region.
struct Opening {
    QByteArray region;
    QByteArray hash;
};

std::optional<Opening> openingOf(QByteArrayView line, const RegionComments &marks)
{
    const QByteArrayView text = withoutBlanks(line);
    if (!text.startsWith(marks.begin) || !text.endsWith(marks.close)
        || text.size() < marks.begin.size() + marks.close.size())
        return std::nullopt;
    const QByteArray words =
        text.sliced(marks.begin.size(), text.size() - marks.begin.size() - marks.close.size()).toByteArray();
    const QByteArrayList parts = words.split(' ');
    if (parts.size() != 2 || parts[0].isEmpty() || parts[1].isEmpty())
        return std::nullopt;
    return Opening{parts[0], parts[1]};
}

class Reader
{
public:
    explicit Reader(QByteArrayView file)
    {
        // A piece of its own: a region may begin right behind it.
        if (file.startsWith(byteOrderMark)) {
            m_result.pieces.push_back({{}, {}, byteOrderMark.toByteArray(), {}, {}, false});
            m_hasOrderMark = true;
            file = file.sliced(byteOrderMark.size());
        }
        m_lines = linesOf(file);
    }

    [[nodiscard]] MarkedFile read();

private:
    void findFrontMatter();
    [[nodiscard]] bool isFront(size_t line) const { return line > 0 && line < m_frontEnd; }
    [[nodiscard]] const RegionComments &marksAt(size_t line) const { return isFront(line) ? frontMarks : bodyMarks; }
    [[nodiscard]] std::optional<size_t> endOf(size_t begin) const;
    [[nodiscard]] QByteArray bytesOf(size_t firstLine, size_t endLine) const;
    void addOwn(QByteArrayView bytes, bool front);
    void addRegion(const Opening &opening, size_t begin, size_t end);

    std::vector<QByteArrayView> m_lines;
    bool m_hasOrderMark = false;
    size_t m_frontEnd = 0; // the line that ends it; 0: there is none
    MarkedFile m_result;
};

void Reader::findFrontMatter()
{
    if (m_lines.empty() || withoutBlanks(m_lines.front()) != "---")
        return;
    for (size_t i = 1; i < m_lines.size(); ++i) {
        const QByteArrayView line = withoutBlanks(m_lines[i]);
        if (line == "---" || line == "...") {
            m_frontEnd = i;
            m_result.hasFrontMatter = true;
            return;
        }
    }
}

// The line that ends the region; none where another one begins before.
std::optional<size_t> Reader::endOf(size_t begin) const
{
    const RegionComments &marks = marksAt(begin);
    const size_t last = isFront(begin) ? m_frontEnd : m_lines.size();
    for (size_t i = begin + 1; i < last; ++i) {
        if (withoutBlanks(m_lines[i]) == marks.end)
            return i;
        if (openingOf(m_lines[i], marks))
            return std::nullopt;
    }
    return std::nullopt;
}

// The lines lie one behind the other in the file.
QByteArray Reader::bytesOf(size_t firstLine, size_t endLine) const
{
    if (firstLine >= endLine)
        return {};
    const QByteArrayView last = m_lines[endLine - 1];
    return {m_lines[firstLine].data(), last.data() + last.size() - m_lines[firstLine].data()};
}

void Reader::addOwn(QByteArrayView bytes, bool front)
{
    const bool afterOrderMark = m_hasOrderMark && m_result.pieces.size() == 1;
    if (m_result.pieces.empty() || afterOrderMark || m_result.pieces.back().isRegion()
        || m_result.pieces.back().inFrontMatter != front)
        m_result.pieces.push_back({{}, {}, {}, {}, {}, front});
    m_result.pieces.back().bytes += bytes;
}

void Reader::addRegion(const Opening &opening, size_t begin, size_t end)
{
    FilePiece piece{opening.region, opening.hash, {}, {}, {}, isFront(begin)};
    piece.bytes = bytesOf(begin, end + 1);
    piece.inner = bytesOf(begin + 1, end);
    piece.content = contentOf(piece.inner, marksAt(begin));
    m_result.pieces.push_back(std::move(piece));
}

MarkedFile Reader::read()
{
    findFrontMatter();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const std::optional<Opening> opening = openingOf(m_lines[i], marksAt(i));
        const std::optional<size_t> end = opening ? endOf(i) : std::nullopt;
        if (opening && end) {
            addRegion(*opening, i, *end);
            i = *end;
            continue;
        }
        if (opening || withoutBlanks(m_lines[i]) == marksAt(i).end)
            ++m_result.brokenMarks;
        addOwn(m_lines[i], isFront(i));
    }
    return std::move(m_result);
}

} // namespace

MarkedFile readRegions(const QByteArray &file)
{
    return Reader(file).read();
}

} // namespace earmark::exports
