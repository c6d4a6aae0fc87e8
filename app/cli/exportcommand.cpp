// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "cli/output.h"
#include "exports/presets.h"
#include "library/exporting.h"
#include "library/remarktext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <optional>

namespace earmark::cli {

using namespace Qt::StringLiterals;
using exports::Format;
using library::ExportRequest;

namespace {

using Access = store::Store::Access;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::ExportCommand)
};

ExitCode wrongUsage(Terminal terminal, const QString &sentence)
{
    return failUsage(terminal, sentence, u"export"_s);
}

// --format, else what the file's name ends with, else Markdown.
std::optional<Format> formatFor(const Invocation &invocation)
{
    if (invocation.has(u"format"_s))
        return exports::formatOf(invocation.option(u"format"_s));
    const QString ending = QFileInfo(invocation.option(u"output"_s)).suffix().toLower();
    if (ending == u"html" || ending == u"htm")
        return Format::Html;
    if (ending == u"jsonld" || ending == u"json")
        return Format::WebAnnotation;
    return ending == u"csv" ? Format::Csv : Format::Markdown;
}

ExitCode showTemplate(const QString &name, Terminal terminal)
{
    const Result<QString> text = exports::presetText(name);
    if (!text)
        return fail(terminal, text.error());
    print(terminal.out, *text);
    return ExitCode::Ok;
}

// Nothing of this is a failure, but a person should know.
void tellWhatWasKept(const exports::Written &written, Terminal terminal)
{
    for (const QString &sentence : library::writtenTexts(written))
        complain(terminal, sentence);
}

ExitCode finish(const Result<exports::Written> &written, Terminal terminal)
{
    if (!written)
        return fail(terminal, written.error());
    tellWhatWasKept(*written, terminal);
    return ExitCode::Ok;
}

ExitCode printExport(const Result<QByteArray> &bytes, Terminal terminal)
{
    if (!bytes)
        return fail(terminal, bytes.error());
    print(terminal.out, QString::fromUtf8(*bytes));
    return ExitCode::Ok;
}

ExitCode exportEverything(const store::Store &store, const ExportRequest &request, Terminal terminal)
{
    if (request.path != u"-")
        return finish(library::exportAll(store, request, punctuationModel(terminal)), terminal);
    if (!exports::holdsMany(request.format))
        return wrongUsage(terminal, Text::tr("All episodes need a folder in this format: name one with --output."));
    const auto all = library::exportedAll(store, punctuationModel(terminal));
    return printExport(all.and_then([&](const std::vector<notes::ExportedEpisode> &episodes) {
        return exports::exportBytes(episodes, {request.format, std::nullopt, {}});
    }),
                       terminal);
}

ExitCode exportOne(const store::Store &store, EpisodeId id, const ExportRequest &request, Terminal terminal)
{
    if (request.path != u"-")
        return finish(library::exportEpisode(store, id, request, punctuationModel(terminal)), terminal);
    const auto open = library::openEpisode(store, id, punctuationModel(terminal));
    return printExport(
        open.and_then([&](const library::OpenEpisode &episode) { return library::exportedBytes(episode, request); }),
        terminal);
}

} // namespace

CommandSpec exportSpec()
{
    return {u"export"_s,
            CommandSpec::Needs::Text,
            {u"[EPISODE]"_s},
            {{u"output"_s, u"FILE"_s, Text::tr("where it goes; - is the terminal, with --all a folder")},
             {u"all"_s, {}, Text::tr("all episodes that have highlights")},
             {u"format"_s, u"FORMAT"_s,
              Text::tr("%1; by default what FILE ends with").arg(exports::formatNames().join(u", "_s))},
             {u"template"_s, u"NAME"_s,
              Text::tr("the layout of Markdown: %1, or a file of your own").arg(exports::presetNames().join(u", "_s))},
             {u"no-comments"_s, {}, Text::tr("leave out Earmark's comments, in what goes to the terminal")},
             {u"show-template"_s, u"NAME"_s, Text::tr("print a layout, to copy and change it")}},
            Text::tr("Write an episode's highlights and notes to a file"),
            Text::tr("A Markdown file that is there already is brought up to date: what you wrote around Earmark's own "
                     "regions stays, and where you changed one, your version stays beside the new one.")};
}

ExitCode exportNotes(const Invocation &invocation, Terminal terminal)
{
    if (invocation.has(u"show-template"_s))
        return showTemplate(invocation.option(u"show-template"_s), terminal);
    const bool all = invocation.has(u"all"_s);
    if (all != invocation.operands.isEmpty())
        return wrongUsage(terminal, Text::tr("Say which episode to export, or --all."));
    const auto id = all ? std::optional(EpisodeId{}) : episodeNumber(invocation.operands[0]);
    if (!id)
        return failNotANumber(terminal, invocation.operands[0], u"export"_s);
    const auto format = formatFor(invocation);
    if (!format)
        return wrongUsage(terminal,
                          Text::tr("There is no format “%1”. There are: %2.")
                              .arg(invocation.option(u"format"_s), exports::formatNames().join(u", "_s)));
    if (invocation.has(u"template"_s) && *format != Format::Markdown)
        return wrongUsage(terminal, Text::tr("Only Markdown has templates."));
    ExportRequest request{*format, invocation.option(u"template"_s), invocation.option(u"output"_s), {}, {}};
    if (request.path.isEmpty())
        return wrongUsage(terminal, Text::tr("--output is missing: say where the export goes."));
    if (invocation.has(u"no-comments"_s)) {
        if (request.path != u"-")
            return wrongUsage(terminal,
                              Text::tr("A file needs its comments, to be brought up to date; --no-comments is "
                                       "for the terminal."));
        request.marks = exports::RegionMarks::LeftOut;
    }
    const auto store = openLibrary(invocation, Access::ReadOnly);
    if (!store)
        return fail(terminal, store.error());
    return all ? exportEverything(**store, request, terminal) : exportOne(**store, *id, request, terminal);
}

} // namespace earmark::cli
