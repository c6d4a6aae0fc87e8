// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfile.h"
#include "cli/annotationcommands.h"
#include "cli/convertcommand.h"
#include "cli/exportcommand.h"
#include "cli/glossarycommand.h"
#include "cli/output.h"
#include "cli/replacecommand.h"
#include "formats/formats.h"
#include "formats/timingreader.h"
#include "library/library.h"
#include "library/remarktext.h"
#include "reading/reading.h"
#include "reading/tokenlines.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <optional>

#include <unistd.h>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

using Access = store::Store::Access;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::TextCommands)
};

// What a terminal would obey is not shown.
QString onOneLine(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return text.simplified();
}

QStringList row(const store::Episode &episode)
{
    return {QString::number(episode.id.value),
            onOneLine(episode.title),
            onOneLine(episode.show),
            episode.published.toString(Qt::ISODate),
            episode.duration.count() > 0 ? clockText(episode.duration) : QString(),
            QString::number(episode.highlightCount)};
}

// For eyes: columns that line up under their names.
QString aligned(const QList<QStringList> &rows)
{
    QList<qsizetype> widths(rows.front().size());
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            const bool isNumber = i == 0 || i >= 4;
            text += (isNumber ? row[i].rightJustified(widths[i]) : row[i].leftJustified(widths[i])) + u"  "_s;
        }
        text = text.chopped(2) + u'\n';
    }
    return text;
}

ExitCode list(const Invocation &invocation, Terminal terminal)
{
    // Nothing was ever imported; that is no mistake, unless the library was named.
    if (!invocation.has(u"library"_s) && !QFileInfo::exists(invocation.libraryPath()))
        return ExitCode::Ok;
    const auto store = openLibrary(invocation, Access::ReadOnly);
    if (!store)
        return fail(terminal, store.error());
    const auto episodes = (*store)->episodes();
    if (!episodes)
        return fail(terminal, episodes.error());
    QList<QStringList> rows;
    for (const store::Episode &episode : *episodes)
        rows.append(row(episode));
    if (isatty(fileno(terminal.out))) {
        rows.prepend({Text::tr("Number"), Text::tr("Title"), Text::tr("Show"), Text::tr("Date"), Text::tr("Length"),
                      Text::tr("Highlights")});
        print(terminal.out, aligned(rows));
    } else {
        for (const QStringList &row : std::as_const(rows))
            printLine(terminal.out, row.join(u'\t'));
    }
    return ExitCode::Ok;
}

// The times that --timings gives, else none that are known. Nothing is guessed from a file with a
// mistake in it.
Result<transcript::Timings> timingsFor(const transcript::Transcript &transcript, const QString &path)
{
    if (path.isEmpty())
        return transcript::estimateTimings(transcript, {});
    return readFile(path, formats::largestTranscript).and_then([&](const QByteArray &bytes) {
        return formats::parseTsv(bytes, transcript, path);
    });
}

// Who begins to speak: by name, or by a dash, as a play has it.
QString spokenBy(const reading::Paragraph &paragraph)
{
    if (!paragraph.speaker.isEmpty())
        return paragraph.speaker + u": "_s;
    return paragraph.startsTurn ? u"— "_s : QString();
}

void printParagraphs(std::FILE *stream, const reading::Reading &reading)
{
    QStringList paragraphs;
    for (const reading::Paragraph &paragraph : reading.paragraphs) {
        const QString text = reading.text.mid(paragraph.range.begin, paragraph.range.end - paragraph.range.begin);
        if (!paragraph.heading.isEmpty())
            paragraphs.append(u"# "_s + onOneLine(paragraph.heading));
        if (!text.isEmpty())
            paragraphs.append(spokenBy(paragraph) + text);
    }
    printLine(stream, paragraphs.join(u"\n\n"_s));
}

void printTokens(std::FILE *stream, const std::vector<reading::TokenLine> &lines)
{
    QString text;
    for (size_t i = 0; i < lines.size(); ++i) {
        text += QString::number(i) + u'\t' + QLatin1Char(lines[i].mark) + u'\t' + QLatin1Char(lines[i].casing)
            + (lines[i].startsParagraph ? u"\t1"_s : u"\t0"_s) + (lines[i].startsTurn ? u"\t1\n"_s : u"\t0\n"_s);
    }
    print(stream, text);
}

void printReading(const Invocation &invocation, Terminal terminal, const reading::Reading &reading,
                  const transcript::Transcript &transcript)
{
    if (invocation.has(u"tokens"_s))
        printTokens(terminal.out, reading::tokenLines(reading, transcript));
    else
        printParagraphs(terminal.out, reading);
}

// As the reader has it: with what was corrected, who speaks, and headings.
ExitCode readEpisode(const Invocation &invocation, Terminal terminal, EpisodeId id)
{
    if (invocation.has(u"timings"_s))
        return failUsage(terminal, Text::tr("An episode of the library has its own times."), u"read"_s);
    const auto store = openLibrary(invocation, Access::ReadOnly);
    if (!store)
        return fail(terminal, store.error());
    const auto episode = library::openEpisode(**store, id, punctuationModel(terminal));
    if (!episode)
        return fail(terminal, episode.error());
    printReading(invocation, terminal, episode->reading, episode->transcript);
    return ExitCode::Ok;
}

ExitCode read(const Invocation &invocation, Terminal terminal)
{
    const QString &path = invocation.operands[0];
    if (const auto id = episodeNumber(path); id && !QFileInfo::exists(path))
        return readEpisode(invocation, terminal, *id);
    const auto bytes = formats::readTranscriptFile(path, formats::largestTranscript);
    if (!bytes)
        return fail(terminal, bytes.error());
    const auto parsed = formats::parseTranscript(*bytes, path);
    if (!parsed)
        return fail(terminal, parsed.error());
    const transcript::Transcript &transcript = parsed->transcript;
    const auto timings = timingsFor(transcript, invocation.option(u"timings"_s));
    if (!timings)
        return fail(terminal, timings.error());
    printWarnings(terminal, path, parsed->warnings);
    const reading::Reading reading = reading::read(transcript, *timings, punctuationModel(terminal));
    printReading(invocation, terminal, reading, transcript);
    return ExitCode::Ok;
}

ExitCode check(const Invocation &invocation, Terminal terminal)
{
    const auto store = openLibrary(invocation, Access::ReadOnly);
    if (!store)
        return fail(terminal, store.error());
    const auto problems = (*store)->problems();
    if (!problems)
        return fail(terminal, problems.error());
    if (problems->empty()) {
        printLine(terminal.out, Text::tr("The library “%1” is sound.").arg((*store)->path()));
        return ExitCode::Ok;
    }
    for (const store::Problem &problem : *problems)
        printLine(terminal.err, library::problemText(problem));
    return fail(terminal, {ErrorCode::LibraryDamaged, (*store)->path(), {}});
}

ExitCode help(const Invocation &invocation, Terminal terminal)
{
    if (invocation.operands.isEmpty()) {
        print(terminal.out, overviewText());
        return ExitCode::Ok;
    }
    const std::vector<CommandSpec> specs = commandSpecs();
    const auto spec = std::find_if(specs.begin(), specs.end(),
                                   [&](const CommandSpec &s) { return s.name == invocation.operands[0]; });
    if (spec == specs.end())
        return failUsage(terminal, Text::tr("There is no command “%1”.").arg(invocation.operands[0]), {});
    print(terminal.out, helpText(*spec));
    return ExitCode::Ok;
}

ExitCode version(Terminal terminal)
{
    printLine(terminal.out, u"earmark " EARMARK_VERSION ""_s);
    return ExitCode::Ok;
}

} // namespace

ExitCode runTextCommand(const QStringList &arguments, Terminal terminal)
{
    const QString name = arguments.value(0);
    return runCommand(arguments, terminal, [&](const Invocation &invocation) {
        if (name == u"list")
            return list(invocation, terminal);
        if (name == u"highlight")
            return highlight(invocation, terminal);
        if (name == u"note")
            return note(invocation, terminal);
        if (name == u"tag")
            return tag(invocation, terminal);
        if (name == u"import-annotations")
            return importAnnotations(invocation, terminal);
        if (name == u"glossary")
            return glossary(invocation, terminal);
        if (name == u"replace")
            return replace(invocation, terminal);
        if (name == u"export")
            return exportNotes(invocation, terminal);
        if (name == u"read")
            return read(invocation, terminal);
        if (name == u"convert")
            return convert(invocation, terminal);
        if (name == u"check")
            return check(invocation, terminal);
        if (name == u"version")
            return version(terminal);
        return help(invocation, terminal);
    });
}

} // namespace earmark::cli
