// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "formats/linereader.h"
#include "formats/piecelist.h"
#include "formats/texttimes.h"

#include <algorithm>
#include <cmath>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

// A line with words in it.
struct TextLine {
    TokenIndex first = 0;
    qint32 length = 0;
    bool afterEmptyLine = false;
    bool endsSentence = false;
};

bool endsSentence(QStringView line)
{
    line = line.trimmed();
    if (line.isEmpty() || line.back().isLetterOrNumber()) // nearly all
        return false;
    while (!line.isEmpty() && u"\"'”’»)]*_"_s.contains(line.back()))
        line.chop(1);
    if (line.isEmpty() || !u".!?…:。！？"_s.contains(line.back()))
        return false;
    // "$5." at the end of a line may have its cents on the next one.
    return line.size() < 2 || !line[line.size() - 2].isDigit();
}

// Pieces between whitespace.
qsizetype countPieces(QStringView source)
{
    qsizetype count = 0;
    bool inPiece = false;
    for (const QChar c : source) {
        const bool isPart = !c.isSpace();
        count += isPart && !inPiece ? 1 : 0;
        inPiece = isPart;
    }
    return count;
}

// Words for each mark that ends a sentence: about fifteen where people set them, and a stray
// "a.m." now and then where only a machine listened.
bool isPunctuated(const PieceList &pieces)
{
    constexpr TokenIndex most = 60;
    TokenIndex ends = 0;
    for (TokenIndex i = 0; i < pieces.count(); ++i) {
        ends += endsSentence(pieces.text(i)) ? 1 : 0;
        if (pieces.count() <= ends * most)
            return true;
    }
    return pieces.count() == 0;
}

std::vector<TextLine> appendLines(QStringView source, PieceList &pieces)
{
    pieces.reserve(countPieces(source), source.size());
    std::vector<TextLine> lines;
    bool afterEmptyLine = true;
    for (LineReader reader(source); !reader.atEnd();) {
        const Line line = reader.next();
        const TokenIndex first = pieces.count();
        quint8 marks = PieceList::StartsLine | (afterEmptyLine ? PieceList::StartsBlock : 0);
        for (qint32 at = line.begin; at < line.end;) {
            if (source[at].isSpace()) {
                ++at;
                continue;
            }
            const qint32 begin = at;
            while (at < line.end && !source[at].isSpace())
                ++at;
            pieces.append(source.mid(begin, at - begin), begin, at - begin, marks);
            marks = 0;
        }
        if (pieces.count() > first)
            lines.push_back({first, line.end - line.begin, afterEmptyLine, endsSentence(reader.textOf(line))});
        afterEmptyLine = pieces.count() == first;
    }
    return lines;
}

double shareEndingSentences(const std::vector<TextLine> &lines)
{
    const auto ending =
        std::count_if(lines.begin(), lines.end(), [](const TextLine &line) { return line.endsSentence; });
    return double(ending) / double(lines.size());
}

// Whether the lines are one text broken at a width: much alike in length, the last one aside, and
// hardly ever at the end of a sentence.
bool areWrapped(const std::vector<TextLine> &lines)
{
    if (shareEndingSentences(lines) >= 0.5)
        return false;
    const size_t count = lines.size() - 1;
    double sum = 0;
    double squares = 0;
    for (size_t i = 0; i < count; ++i) {
        sum += lines[i].length;
        squares += double(lines[i].length) * lines[i].length;
    }
    const double mean = sum / double(count);
    const double deviation = std::sqrt(std::max(0.0, squares / double(count) - mean * mean));
    return deviation < 0.35 * mean;
}

// Lines between empty lines, as one.
std::vector<TextLine> blocksOf(const std::vector<TextLine> &lines)
{
    std::vector<TextLine> blocks;
    for (const TextLine &line : lines) {
        if (blocks.empty() || line.afterEmptyLine) {
            blocks.push_back(line);
        } else {
            blocks.back().length += line.length;
            blocks.back().endsSentence = line.endsSentence;
        }
    }
    return blocks;
}

// Where the text itself starts paragraphs: after empty lines, else at lines that are sentences.
// Lines that merely ended where the screen did start none.
std::vector<TokenIndex> findParagraphs(const std::vector<TextLine> &lines, bool punctuated)
{
    const std::vector<TextLine> blocks = blocksOf(lines);
    std::vector<TokenIndex> starts;
    const auto take = [&starts](const std::vector<TextLine> &from) {
        for (const TextLine &line : from)
            starts.push_back(line.first);
    };
    if (blocks.size() > 1) {
        if (!areWrapped(blocks))
            take(blocks);
    } else if (lines.size() > 1 && punctuated && shareEndingSentences(lines) >= 0.6) {
        take(lines);
    }
    return starts;
}

} // namespace

namespace {

// From each time to the next; the last words are spoken at a usual pace.
std::vector<Segment> segmentsOf(const std::vector<TextTime> &times, TokenIndex count)
{
    constexpr MediaTime usual{400}; // a word
    std::vector<Segment> segments;
    for (size_t i = 0; i < times.size(); ++i) {
        const bool isLast = i + 1 == times.size();
        const TokenSpan span{times[i].first, (isLast ? count : times[i + 1].first) - 1};
        segments.push_back({span, times[i].time, isLast ? times[i].time + usual * span.count() : times[i + 1].time});
    }
    return segments;
}

// Lines that hold only a name or a time belong to those under them.
void joinLabelLines(std::vector<TextLine> &lines, const std::vector<TokenIndex> &labelLines)
{
    std::vector<TextLine> joined;
    auto label = labelLines.begin();
    const TextLine *pending = nullptr;
    for (const TextLine &line : lines) {
        while (label != labelLines.end() && *label < line.first)
            ++label;
        if (label != labelLines.end() && *label == line.first) {
            pending = pending ? pending : &line;
            continue;
        }
        joined.push_back(line);
        if (pending) {
            joined.back().first = pending->first;
            joined.back().afterEmptyLine = pending->afterEmptyLine;
            pending = nullptr;
        }
    }
    if (!joined.empty())
        lines = std::move(joined);
}

bool looksLikeMarkdown(QStringView text)
{
    return text.contains(u":** ") || text.contains(u"**: ") || text.contains(u"\\[");
}

} // namespace

ParsedTranscript parsePlainText(const QString &text)
{
    PieceList pieces;
    std::vector<TextLine> lines = appendLines(text, pieces);
    const bool punctuated = isPunctuated(pieces);
    const TextTimes times = takeTimes(pieces);
    joinLabelLines(lines, times.labelLines);
    const SourceFormat format = looksLikeMarkdown(text) ? SourceFormat::Markdown
        : times.isOtter                                 ? SourceFormat::Otter
                                                        : SourceFormat::PlainText;
    ParsedTranscript parsed;
    parsed.transcript = pieces.build(format);
    parsed.transcript.segments = segmentsOf(times.times, parsed.transcript.count());
    if (!lines.empty())
        parsed.transcript.paragraphStarts = findParagraphs(lines, punctuated);
    return parsed;
}

} // namespace earmark::formats
