// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/exporting.h"

#include "base/textfile.h"
#include "library/exportedtext.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace earmark::library {

using namespace Qt::StringLiterals;
using exports::Format;
using exports::Written;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::Place;
using transcript::TimingOrigin;
using transcript::TokenIndex;
using transcript::TokenKind;
using transcript::TokenSpan;
using transcript::Transcript;

namespace {

constexpr qsizetype longestName = 200; // bytes; file systems take 255, with the ending

// The span without cues and labels at its ends, since the quote leaves them out as well; all of it
// where it holds nothing else.
TokenSpan wordsWithin(const Transcript &transcript, TokenSpan span)
{
    TokenSpan words = span;
    const auto isWord = [&](TokenIndex t) { return transcript.tokens[size_t(t)].kind == TokenKind::Word; };
    while (words.first <= words.last && !isWord(words.first))
        ++words.first;
    while (words.last > words.first && !isWord(words.last))
        --words.last;
    return words.first > words.last ? span : words;
}

// When each piece of the quote between spaces is said; empty where pieces and words do not match.
std::vector<MediaTime> wordStarts(const OpenEpisode &open, TokenSpan span, const QString &quote)
{
    std::vector<MediaTime> starts;
    qint32 before = -1;
    for (TokenIndex i = span.first; i <= span.last; ++i) {
        const reading::TextRange range = open.reading.tokenRanges[size_t(i)];
        if (range.isEmpty() || open.transcript.tokens[size_t(i)].kind == TokenKind::Cue)
            continue;
        if (range.begin != before || starts.empty())
            starts.push_back(open.timings[size_t(i)].start);
        // A correction may have given one word the place of several.
        const auto more = QStringView(open.reading.text).mid(range.begin, range.end - range.begin).count(u' ');
        starts.insert(starts.end(), size_t(more), open.timings[size_t(i)].start);
        before = range.end;
    }
    const qsizetype pieces = quote.isEmpty() ? 0 : quote.count(u' ') + 1;
    return starts.size() == size_t(pieces) ? starts : std::vector<MediaTime>();
}

// Counts code points of a text to places that mostly rise.
class CodePoints
{
public:
    explicit CodePoints(const QString &text) : m_text(text) {}

    [[nodiscard]] qsizetype before(qsizetype position)
    {
        if (position < m_at)
            m_at = m_count = 0;
        for (; m_at < position; ++m_at)
            m_count += m_text.at(m_at).isLowSurrogate() ? 0 : 1;
        return m_count;
    }

private:
    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_count = 0;
};

void fillWords(ExportedHighlight &out, const OpenEpisode &open, TokenSpan span)
{
    const TokenSpan words = wordsWithin(open.transcript, span);
    const transcript::WordTiming &first = open.timings[size_t(words.first)];
    const transcript::WordTiming &last = open.timings[size_t(words.last)];
    out.quote = reading::quote(open.reading, open.transcript, span);
    // Words that the reader has left out of the text since.
    if (out.quote.isEmpty())
        out.quote = transcript::wordsOf(open.transcript, span);
    out.speaker = reading::speakerAt(open.reading, words.first);
    out.start = first.start;
    out.end = last.end;
    out.timeIsEstimated = first.origin == TimingOrigin::Estimated || last.origin == TimingOrigin::Estimated;
    if (open.reading.tokenRanges.size() == open.timings.size())
        out.wordStarts = wordStarts(open, span, out.quote);
}

ExportedHighlight exportedHighlight(const OpenEpisode &open, const notes::Highlight &highlight,
                                    const ExportedHeadings &headings, CodePoints &codePoints)
{
    ExportedHighlight out;
    out.id = highlight.id;
    out.place = highlight.place;
    out.mark = highlight.mark;
    out.markName = notes::nameOf(open.markNames, highlight.mark);
    out.note = highlight.note;
    out.tags = highlight.tags;
    out.selectors = highlight.selectors;
    out.created = highlight.created;
    out.modified = highlight.modified;
    if (highlight.place == Place::Words || highlight.place == Place::Moment)
        out.chapter = headings.above(highlight.span.first);
    if (highlight.place == Place::Words)
        fillWords(out, open, highlight.span);
    if (highlight.place == Place::Moment)
        out.speaker = reading::speakerAt(open.reading, highlight.span.first);
    if (highlight.place == Place::Moment || highlight.place == Place::Lost) {
        out.start = highlight.selectors.start;
        out.end = highlight.selectors.end;
    }
    if (highlight.place == Place::Lost)
        out.quote = highlight.selectors.exact;
    const transcript::Token &first = open.transcript.tokens[size_t(highlight.span.first)];
    const transcript::Token &last = open.transcript.tokens[size_t(highlight.span.last)];
    out.textBegin = codePoints.before(first.begin);
    out.textEnd = codePoints.before(qsizetype(last.begin) + last.length);
    return out;
}

// Files that must not be written over.
QStringList neededFiles(const QString &libraryPath, const QString &audioPath)
{
    return {libraryPath, libraryPath + u"-wal"_s, libraryPath + u"-shm"_s, audioPath};
}

Result<exports::Options> optionsOf(const ExportRequest &request)
{
    exports::Options options;
    options.format = request.format;
    options.marks = request.marks;
    if (request.format != Format::Markdown || request.templateName.isEmpty())
        return options;
    return exports::Template::load(request.templateName).map([&](const exports::Template &markdown) {
        options.markdown = markdown;
        return options;
    });
}

ExportedEpisode exportedBy(const OpenEpisode &episode, const ExportRequest &request, const exports::Options &options)
{
    ExportedEpisode result = exported(episode);
    if (request.only)
        std::erase_if(result.highlights, [&](const ExportedHighlight &h) { return !request.only->contains(h.id); });
    if (options.markdown && options.markdown->hasText())
        addText(result, episode);
    return result;
}

// The same title twice gets the episode's number, so that the names stay the same each time.
QStringList fileNames(const std::vector<store::Episode> &episodes)
{
    QHash<QString, int> count;
    for (const store::Episode &episode : episodes)
        ++count[fileNameOf(episode.title).toCaseFolded()];
    QStringList names;
    for (const store::Episode &episode : episodes) {
        const QString name = fileNameOf(episode.title);
        names.append(count.value(name.toCaseFolded()) > 1 ? u"%1 (%2)"_s.arg(name).arg(episode.id.value) : name);
    }
    return names;
}

ExportRequest requestIn(const ExportRequest &folder, const QString &name)
{
    ExportRequest one = folder;
    one.path = QDir(folder.path).filePath(name + u'.' + exports::endingOf(folder.format));
    return one;
}

bool namesAFolder(const QString &path)
{
    return path.endsWith(u'/') || QFileInfo(path).isDir();
}

} // namespace

ExportedEpisode exported(const OpenEpisode &open)
{
    ExportedEpisode result;
    result.id = open.episode.id;
    result.title = open.episode.title;
    result.show = open.episode.show;
    result.date = open.episode.published;
    result.duration = open.episode.duration;
    result.language = open.episode.language;
    result.audioPath = open.episode.audioPath;
    result.audioFile = QFileInfo(open.episode.audioPath).fileName();
    result.transcriptFile = open.transcriptFile;
    result.highlights.reserve(open.highlights.size());
    CodePoints codePoints(open.transcript.text);
    const ExportedHeadings headings(open);
    result.chapters = headings.chapters();
    for (const notes::Highlight &highlight : open.highlights) {
        if (open.transcript.contains(highlight.span))
            result.highlights.push_back(exportedHighlight(open, highlight, headings, codePoints));
    }
    return result;
}

Result<QByteArray> exportedBytes(const OpenEpisode &episode, const ExportRequest &request)
{
    return optionsOf(request).and_then([&](const exports::Options &options) {
        return exports::exportBytes({exportedBy(episode, request, options)}, options);
    });
}

Result<Written> writeExport(const OpenEpisode &episode, const QString &libraryPath, const ExportRequest &request)
{
    if (isAnyOf(request.path, neededFiles(libraryPath, episode.episode.audioPath)))
        return failure(ErrorCode::OutputIsInput, request.path, u"the library's own file or the episode's audio"_s);
    return optionsOf(request).and_then([&](const exports::Options &options) {
        return exports::writeFile(request.path, {exportedBy(episode, request, options)}, options);
    });
}

Result<Written> exportEpisode(const store::Store &store, EpisodeId id, const ExportRequest &request,
                              const reading::PunctuationModel &model)
{
    return openEpisode(store, id, model).and_then([&](const OpenEpisode &open) {
        return writeExport(open, store.path(), request);
    });
}

Result<std::vector<ExportedEpisode>> exportedAll(const store::Store &store, const reading::PunctuationModel &model)
{
    const auto episodes = store.episodes();
    if (!episodes)
        return tl::unexpected(episodes.error());
    std::vector<ExportedEpisode> all;
    for (const store::Episode &episode : *episodes) {
        if (episode.highlightCount == 0)
            continue;
        const Result<OpenEpisode> open = openEpisode(store, episode.id, model);
        if (!open)
            return tl::unexpected(open.error());
        all.push_back(exported(*open));
    }
    return all;
}

Result<Written> exportAll(const store::Store &store, const ExportRequest &request,
                          const reading::PunctuationModel &model)
{
    if (exports::holdsMany(request.format) && !namesAFolder(request.path)) {
        if (isAnyOf(request.path, neededFiles(store.path(), {})))
            return failure(ErrorCode::OutputIsInput, request.path, u"the library's own file"_s);
        return exportedAll(store, model).and_then([&](const std::vector<ExportedEpisode> &all) {
            return exports::writeFile(request.path, all, {request.format, std::nullopt, {}});
        });
    }
    const auto episodes = store.episodes();
    if (!episodes)
        return tl::unexpected(episodes.error());
    if (!QDir().mkpath(request.path))
        return failure(ErrorCode::WriteFailed, request.path, u"the folder cannot be made"_s);
    const QStringList names = fileNames(*episodes);
    Written all;
    for (size_t i = 0; i < episodes->size(); ++i) {
        if ((*episodes)[i].highlightCount == 0)
            continue;
        const ExportRequest one = requestIn(request, names.at(qsizetype(i)));
        const Result<Written> written = exportEpisode(store, (*episodes)[i].id, one, model);
        if (!written)
            return written;
        all.add(*written);
    }
    return all;
}

Result<Written> exportInto(const store::Store &store, EpisodeId id, const ExportRequest &request,
                           const reading::PunctuationModel &model)
{
    const auto episodes = store.episodes();
    if (!episodes)
        return tl::unexpected(episodes.error());
    const auto found = std::find_if(episodes->begin(), episodes->end(),
                                    [id](const store::Episode &episode) { return episode.id == id; });
    if (found == episodes->end())
        return failure(ErrorCode::EpisodeUnknown, QString::number(id.value));
    if (!QDir().mkpath(request.path))
        return failure(ErrorCode::WriteFailed, request.path, u"the folder cannot be made"_s);
    const QString name = fileNames(*episodes).at(found - episodes->begin());
    return exportEpisode(store, id, requestIn(request, name), model);
}

QString fileNameOf(const QString &title)
{
    static const QRegularExpression unfit(u"[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]+"_s);
    QString name = QString(title).replace(unfit, u"-"_s).simplified();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    name.truncate(longestName);
    while (name.toUtf8().size() > longestName || (!name.isEmpty() && name.back().isHighSurrogate()))
        name.chop(1);
    name = name.trimmed();
    return name.isEmpty() ? u"notes"_s : name;
}

} // namespace earmark::library
