// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/regions.h"

#include "exports/regionmarks.h"
#include "exports/typednotes.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <list>
#include <numeric>
#include <set>

namespace earmark::exports {

using namespace Qt::StringLiterals;

namespace {

// A region with its comments, each line ended.
QByteArray regionBytes(const QByteArray &name, const QByteArray &content, const RegionComments &marks)
{
    const QByteArray hash = contentHash(content);
    const QByteArrayView frame = marks.framed ? "\n" : "";
    constexpr qsizetype ends = 4; // of the comments' and the content's lines, and a space
    QByteArray bytes;
    bytes.reserve(marks.begin.size() + name.size() + hash.size() + marks.close.size() + 2 * frame.size()
                  + content.size() + marks.end.size() + ends);
    bytes.append(marks.begin).append(name).append(' ').append(hash).append(marks.close).append('\n');
    bytes.append(frame).append(content).append('\n').append(frame);
    return bytes.append(marks.end).append('\n');
}

QByteArray blockBytes(const Block &block, const RegionComments &marks)
{
    return block.region.isEmpty() ? block.text + '\n' : regionBytes(block.region, block.text, marks);
}

QByteArray frontMatterBytes(const Document &document)
{
    QByteArray bytes = "---\n";
    for (const Block &block : document.frontMatter)
        bytes += blockBytes(block, frontMarks);
    return bytes + "---\n";
}

// Regions touch each other; other text has blank lines around it.
QByteArray bodyBytes(const Document &document)
{
    QByteArray bytes;
    bool afterText = false;
    for (const Block &block : document.body) {
        if (!bytes.isEmpty() && (afterText || block.region.isEmpty()))
            bytes += '\n';
        bytes += blockBytes(block, bodyMarks);
        afterText = block.region.isEmpty();
    }
    return bytes;
}

// Commented out, so that no key is there twice.
QByteArray asComments(const QByteArray &content)
{
    return "# " + QByteArray(content).replace("\n", "\n# ");
}

class Merger
{
public:
    Merger(const QByteArray &file, const Document &document)
        : m_document(document), m_file(readRegions(file)), m_prefix(document.prefix)
    {
        const qsizetype lineEnd = file.indexOf('\n');
        m_crlf = lineEnd > 0 && file.at(lineEnd - 1) == '\r';
        for (const Block &block : document.frontMatter)
            m_wanted.insert(block.region, block.text);
        for (const Block &block : document.body)
            m_wanted.insert(block.region, block.text);
        m_wanted.remove({});
        for (const FilePiece &piece : m_file.pieces)
            m_there.insert(piece.region);
    }

    [[nodiscard]] Merged merge();

private:
    using Pieces = std::list<QByteArray>;

    [[nodiscard]] QByteArray inLineEnds(QByteArray bytes) const { return m_crlf ? bytes.replace("\n", "\r\n") : bytes; }
    void takeOver(const FilePiece &piece);
    void update(const FilePiece &piece, const QByteArray &wanted);
    void keepFront(const FilePiece &piece, const QByteArray &wanted);
    void insertFrontMatter();
    void insertMissing();
    void insert(Pieces::iterator before, QByteArray bytes);
    [[nodiscard]] bool isKnownNote(const FilePiece &piece) const;
    [[nodiscard]] bool takeNoteIn(Pieces::iterator own, const Block &note);
    void appendAll();

    const Document &m_document;
    MarkedFile m_file;
    QByteArray m_prefix;
    bool m_crlf = false;
    QHash<QByteArray, QByteArray> m_wanted; // by the region's name
    QSet<QByteArray> m_there;               // names of the regions that the file had
    Pieces m_pieces;                        // of the new file
    std::set<const QByteArray *> m_own;     // those that were the reader's own before, too
    QHash<QByteArray, Pieces::iterator> m_places;
    Merged m_result;
};

void Merger::keepFront(const FilePiece &piece, const QByteArray &wanted)
{
    m_pieces.push_back(piece.bytes);
    m_pieces.push_back(inLineEnds(regionBytes(piece.region + "/new", asComments(wanted), frontMarks)));
    ++m_result.kept;
}

void Merger::update(const FilePiece &piece, const QByteArray &wanted)
{
    const bool same = piece.content == wanted;
    if (piece.isEdited() && !same && !isKnownNote(piece)) {
        if (piece.inFrontMatter) {
            keepFront(piece, wanted);
            return;
        }
        m_pieces.push_back(piece.inner);
        ++m_result.kept;
    }
    m_pieces.push_back(
        same && !piece.isEdited()
            ? piece.bytes
            : inLineEnds(regionBytes(piece.region, wanted, piece.inFrontMatter ? frontMarks : bodyMarks)));
    // The last line of a file may have no end.
    if (!piece.bytes.endsWith('\n') && m_pieces.back().endsWith('\n'))
        m_pieces.back() = withoutLineEnd(m_pieces.back()).toByteArray();
}

// A note was typed at the region's end, and the library has it now: it gets a region of its own.
bool Merger::isKnownNote(const FilePiece &piece) const
{
    const QByteArray region = noteRegionOf(piece.region);
    const QByteArray note = region.isEmpty() || m_there.contains(region) ? QByteArray() : m_wanted.value(region);
    return !note.isEmpty() && noteAppended(piece) == note;
}

// The same for one that was typed under the region: its text stays where it is, comments go around it.
bool Merger::takeNoteIn(Pieces::iterator own, const Block &note)
{
    if (own == m_pieces.end() || !m_own.contains(&*own) || !note.region.contains("/note/"))
        return false;
    const std::optional<TypedNote> typed = noteUnder(*own);
    if (!typed || typed->text != note.text)
        return false;
    QByteArray region = inLineEnds(regionBytes(note.region, typed->text, bodyMarks));
    const bool isLast = typed->begin + typed->size == own->size();
    if (isLast && !own->endsWith('\n'))
        region = withoutLineEnd(region).toByteArray();
    *own = own->first(typed->begin) + region + own->sliced(typed->begin + typed->size);
    m_own.erase(&*own);
    return true;
}

void Merger::takeOver(const FilePiece &piece)
{
    const auto wanted = m_wanted.constFind(piece.region);
    if (!piece.isRegion() || !piece.region.startsWith(m_prefix)) {
        m_pieces.push_back(piece.bytes);
        if (!piece.isRegion() && !piece.inFrontMatter)
            m_own.insert(&m_pieces.back());
    } else if (wanted != m_wanted.constEnd()) {
        update(piece, *wanted);
        m_places.insert(piece.region, std::prev(m_pieces.end()));
    } else if (piece.isEdited()) {
        m_pieces.push_back(piece.inner);
        ++m_result.kept;
    }
}

void Merger::insert(Pieces::iterator before, QByteArray bytes)
{
    bytes = inLineEnds(bytes);
    const bool atUnendedLine = before != m_pieces.begin() && !std::prev(before)->isEmpty()
        && !std::prev(before)->endsWith('\n') && *std::prev(before) != byteOrderMark;
    if (atUnendedLine)
        bytes = (m_crlf ? "\r\n" : "\n") + withoutLineEnd(bytes).toByteArray();
    m_pieces.insert(before, bytes);
}

void Merger::insertFrontMatter()
{
    if (m_document.frontMatter.empty())
        return;
    const auto isOurs = [&](const FilePiece &piece) {
        return piece.inFrontMatter && piece.region.startsWith(m_prefix);
    };
    if (m_file.hasFrontMatter) {
        m_result.frontMatterKept = std::none_of(m_file.pieces.begin(), m_file.pieces.end(), isOurs);
        return;
    }
    const bool hasOrderMark = !m_pieces.empty() && m_pieces.front() == byteOrderMark;
    m_pieces.insert(hasOrderMark ? std::next(m_pieces.begin()) : m_pieces.begin(),
                    inLineEnds(frontMatterBytes(m_document)));
}

// Behind the region that comes before it in the document; the first ones before the one that follows.
void Merger::insertMissing()
{
    auto place = m_pieces.end();
    for (const Block &block : m_document.body) {
        const auto there = m_places.constFind(block.region);
        if (there != m_places.constEnd()) {
            place = *there;
            break;
        }
    }
    for (const Block &block : m_document.body) {
        if (block.region.isEmpty())
            continue;
        const auto there = m_places.constFind(block.region);
        if (there != m_places.constEnd())
            place = std::next(*there);
        else if (takeNoteIn(place, block))
            ++place;
        else
            insert(place, blockBytes(block, bodyMarks));
    }
}

void Merger::appendAll()
{
    QByteArray bytes = bodyBytes(m_document);
    const bool isEmpty = std::all_of(m_pieces.begin(), m_pieces.end(),
                                     [](const QByteArray &piece) { return piece.isEmpty() || piece == byteOrderMark; });
    if (!isEmpty)
        bytes.prepend('\n');
    m_result.wasForeign = !isEmpty
        && std::none_of(m_file.pieces.begin(), m_file.pieces.end(),
                        [](const FilePiece &piece) { return piece.isRegion(); });
    insert(m_pieces.end(), bytes);
}

Merged Merger::merge()
{
    m_result.brokenMarks = m_file.brokenMarks;
    bool hasOwnRegion = false;
    for (const FilePiece &piece : m_file.pieces) {
        takeOver(piece);
        hasOwnRegion = hasOwnRegion || (piece.isRegion() && !piece.inFrontMatter && piece.region.startsWith(m_prefix));
    }
    if (hasOwnRegion)
        insertMissing();
    else
        appendAll();
    insertFrontMatter();
    m_result.bytes.reserve(std::accumulate(m_pieces.begin(), m_pieces.end(), qsizetype(0),
                                           [](qsizetype sum, const QByteArray &piece) { return sum + piece.size(); }));
    for (const QByteArray &piece : std::as_const(m_pieces))
        m_result.bytes += piece;
    return std::move(m_result);
}

} // namespace

QByteArray contentHash(const QByteArray &content)
{
    // The fastest there is; a large file has tens of thousands of regions.
    constexpr qsizetype enough = 16; // hexadecimal digits
    return QCryptographicHash::hash(content, QCryptographicHash::Blake2b_256).toHex().first(enough);
}

bool FilePiece::isEdited() const
{
    return isRegion() && contentHash(content) != hash;
}

QByteArray markedBytes(const Document &document)
{
    const QByteArray body = bodyBytes(document);
    if (document.frontMatter.empty())
        return body;
    return frontMatterBytes(document) + body;
}

Merged mergeDocument(const QByteArray &file, const Document &document)
{
    return Merger(file, document).merge();
}

} // namespace earmark::exports
