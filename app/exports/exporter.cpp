// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exporter.h"

#include "base/textfile.h"
#include "exports/html.h"
#include "exports/regions.h"
#include "exports/tables.h"
#include "exports/webannotation.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace earmark::exports {

using namespace Qt::StringLiterals;
using notes::ExportedEpisode;
using notes::LinkLabels;

namespace {

struct FormatNames {
    Format format;
    const char *name;
    const char *ending;
    bool holdsMany;
};
constexpr std::array formats{
    FormatNames{Format::Markdown, "markdown", "md", false}, FormatNames{Format::Html, "html", "html", false},
    FormatNames{Format::WebAnnotation, "jsonld", "jsonld", true}, FormatNames{Format::Csv, "csv", "csv", true},
    FormatNames{Format::Anki, "anki", "txt", true}};

constexpr qint64 largestMarkdown = 256 << 20; // bytes

const FormatNames &namesOf(Format format)
{
    return *std::find_if(formats.begin(), formats.end(), [format](const FormatNames &n) { return n.format == format; });
}

// A definition in any note names links in the whole document.
LinkLabels labelsOf(const ExportedEpisode &episode)
{
    const bool defines = std::any_of(episode.highlights.begin(), episode.highlights.end(),
                                     [](const auto &highlight) { return highlight.note.contains("]:"_L1); });
    return defines ? LinkLabels::Defined : LinkLabels::None;
}

// What is there; empty where nothing is.
Result<QByteArray> existingMarkdown(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() || (info.isFile() && info.size() == 0))
        return QByteArray();
    auto bytes = readFile(path, largestMarkdown);
    // Another encoding would be mixed with UTF-8.
    if (bytes && bytes->contains('\0'))
        return failure(ErrorCode::NotMarkdown, path);
    return bytes;
}

// Whether anything that looks like a definition of a link is in a file; a footnote is none.
bool definesLinks(const QByteArray &file)
{
    for (qsizetype at = file.indexOf("]:"); at >= 0; at = file.indexOf("]:", at + 1)) {
        if (const qsizetype begin = file.lastIndexOf('[', at); begin < 0 || file.at(begin + 1) != '^')
            return true;
    }
    return false;
}

Result<Document> documentOf(const ExportedEpisode &episode, const Options &options, LinkLabels labels)
{
    if (options.markdown)
        return options.markdown->render(episode, labels);
    return Template::load(u"plain"_s).and_then([&](const Template &plain) { return plain.render(episode, labels); });
}

Result<Written> writeMarkdown(const QString &path, const ExportedEpisode &episode, const Options &options)
{
    const Result<QByteArray> existing = existingMarkdown(path);
    if (!existing)
        return tl::unexpected(existing.error());
    const LinkLabels labels = definesLinks(*existing) ? LinkLabels::Defined : labelsOf(episode);
    const Result<Document> document = documentOf(episode, options, labels);
    if (!document)
        return tl::unexpected(document.error());
    Written written{{path}, {}};
    QByteArray bytes;
    if (existing->isEmpty()) {
        bytes = markedBytes(*document);
    } else {
        Merged merged = mergeDocument(*existing, *document);
        bytes = std::move(merged.bytes);
        const FileRemark remark{path, merged.kept, merged.brokenMarks, merged.wasForeign, merged.frontMatterKept};
        if (!remark.isEmpty())
            written.remarks.push_back(remark);
        if (bytes == *existing)
            return checkWritable(path).map([&] { return written; });
    }
    return writeFileAtomically(path, bytes).map([&] { return written; });
}

} // namespace

QStringList formatNames()
{
    QStringList names;
    for (const FormatNames &format : formats)
        names.append(QString::fromLatin1(format.name));
    return names;
}

std::optional<Format> formatOf(const QString &name)
{
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const FormatNames &n) { return name == QLatin1StringView(n.name); });
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

QString nameOf(Format format)
{
    return QString::fromLatin1(namesOf(format).name);
}

QString endingOf(Format format)
{
    return QString::fromLatin1(namesOf(format).ending);
}

bool holdsMany(Format format)
{
    return namesOf(format).holdsMany;
}

void Written::add(const Written &other)
{
    files += other.files;
    remarks.insert(remarks.end(), other.remarks.begin(), other.remarks.end());
}

Result<QByteArray> exportBytes(const std::vector<ExportedEpisode> &episodes, const Options &options)
{
    switch (options.format) {
    case Format::WebAnnotation: return webAnnotations(episodes);
    case Format::Csv: return readwiseCsv(episodes);
    case Format::Anki: return ankiNotes(episodes);
    case Format::Html:
    case Format::Markdown: break;
    }
    QByteArray bytes;
    for (const ExportedEpisode &episode : episodes) {
        if (options.format == Format::Html) {
            bytes += htmlPage(episode, options.folder);
            continue;
        }
        const Result<Document> document = documentOf(episode, options, labelsOf(episode));
        if (!document)
            return tl::unexpected(document.error());
        const bool marked = options.marks == RegionMarks::Written;
        bytes += (bytes.isEmpty() ? QByteArray() : "\n"_ba) + (marked ? markedBytes(*document) : plainBytes(*document));
    }
    return bytes;
}

Result<Written> writeFile(const QString &path, const std::vector<ExportedEpisode> &episodes, Options options)
{
    if (options.format == Format::Markdown) {
        Written all;
        for (const ExportedEpisode &episode : episodes) {
            const Result<Written> written = writeMarkdown(path, episode, options);
            if (!written)
                return written;
            all.add(*written);
        }
        all.files.removeDuplicates();
        return all;
    }
    options.folder = QFileInfo(path).absolutePath();
    return exportBytes(episodes, options).and_then([&](const QByteArray &bytes) {
        return writeFileAtomically(path, bytes).map([&] { return Written{{path}, {}}; });
    });
}

} // namespace earmark::exports
