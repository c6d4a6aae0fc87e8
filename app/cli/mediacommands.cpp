// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfile.h"
#include "cli/alignmentoutput.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/skippedspans.h"
#include "formats/timingwriters.h"
#include "library/alignment.h"
#include "library/episodefiles.h"
#include "library/errortext.h"
#include "library/exporting.h"
#include "library/import.h"
#include "library/library.h"
#include "library/sample.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

using Access = store::Store::Access;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::MediaCommands)
};

// With progress, and stopped by Ctrl+C.
Result<void> alignInLibrary(store::Store &store, EpisodeId id, Terminal terminal, const align::Options &asked)
{
    Result<align::Alignment> alignment = failure(ErrorCode::Internal);
    {
        ProgressLine line(terminal);
        align::Options options = asked;
        options.progress = line.progress();
        alignment = library::alignEpisode(store, id, options);
    }
    if (!alignment)
        return tl::unexpected(alignment.error());
    const auto episode = store.episode(id);
    printDamage(terminal, *alignment, episode ? episode->audioPath : QString());
    return {};
}

// The episode of these files, whether new or in the library already.
struct Brought {
    EpisodeId id;
    bool needsAlignment = false;
    bool isUnchanged = false; // it was there with the same files
};

Result<Brought> bring(store::Store &store, const library::ImportMaterial &material, Terminal terminal)
{
    const auto imported = library::storeImport(store, material);
    if (imported) {
        if (imported->audioMoved)
            complain(terminal,
                     Text::tr("Episode %1 was in the library already; its audio is now “%2”.")
                         .arg(QString::number(imported->id.value), material.episode.episode.audioPath));
        if (imported->ruleHits > 0)
            complain(terminal,
                     Text::tr("The glossary’s rules know %n place(s) of it; “earmark glossary hits %1” prints them.",
                              nullptr, imported->ruleHits)
                         .arg(imported->id.value));
        return Brought{imported->id, imported->needsAlignment};
    }
    if (imported.error().code != ErrorCode::EpisodeAlreadyThere)
        return tl::unexpected(imported.error());
    const EpisodeId id{imported.error().subject.toLongLong()};
    return library::needsAlignment(store, id).map([&](bool needed) { return Brought{id, needed, true}; });
}

// A title that was asked for holds, also where the episode was there before.
Result<void> retitle(store::Store &store, EpisodeId id, const QString &asked, Terminal terminal)
{
    const QString title = asked.simplified();
    const Result<store::Episode> episode = store.episode(id);
    if (!episode)
        return tl::unexpected(episode.error());
    if (title.isEmpty() || title == episode->title)
        return {};
    return store.setTitle(id, title).map([&] {
        complain(terminal,
                 Text::tr("Episode %1 is called “%2” from now on; it was “%3”.")
                     .arg(QString::number(id.value), title, episode->title));
    });
}

ExitCode import(const Invocation &invocation, Terminal terminal)
{
    const QString language = invocation.option(u"language"_s);
    if (const auto known = library::checkLanguage(language); !known)
        return fail(terminal, known.error());
    library::ImportRequest request;
    request.transcriptFile = invocation.operands.last();
    if (invocation.operands.size() == 2)
        request.audioFile = invocation.operands.first();
    request.title = invocation.option(u"title"_s);
    request.language = language;
    const CancelToken cancel;
    const Interrupt interrupt(cancel);
    // Read before the library is opened, so that a file that cannot be used does not make an empty one.
    const auto material = library::readImport(request);
    if (!material)
        return fail(terminal, material.error());
    if (cancel.isCancelled()) {
        complain(terminal, Text::tr("Stopped as you asked. Nothing was added to the library."));
        return ExitCode::Failed;
    }
    const auto store = openLibrary(invocation, Access::ReadWrite);
    if (!store)
        return fail(terminal, store.error());
    const auto brought = bring(**store, *material, terminal);
    if (!brought)
        return fail(terminal, brought.error());
    if (const auto retitled = retitle(**store, brought->id, request.title, terminal); !retitled)
        return fail(terminal, retitled.error());
    printWarnings(terminal, request.transcriptFile, material->warnings);
    ExitCode code = ExitCode::Ok;
    const bool aligns = brought->needsAlignment && !invocation.has(u"no-align"_s);
    if (brought->isUnchanged && !aligns)
        complain(terminal,
                 library::errorText({ErrorCode::EpisodeAlreadyThere, QString::number(brought->id.value), {}}));
    if (aligns) {
        if (const auto aligned =
                alignInLibrary(**store, brought->id, terminal, {.language = language, .cancel = cancel});
            !aligned) {
            code = fail(terminal, aligned.error());
            complain(terminal,
                     Text::tr("Episode %1 is in the library; the times of its words are estimated. Repeat the "
                              "command to match them to the sound.")
                         .arg(brought->id.value));
        }
    }
    printLine(terminal.out, QString::number(brought->id.value));
    return code;
}

using Writer = std::function<QByteArray(const transcript::Transcript &, const transcript::Timings &)>;

// By the file's ending; empty for one that we cannot write.
Writer writerFor(const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"vtt")
        return formats::writeWebVtt;
    if (ending == u"srt")
        return formats::writeSubRip;
    if (ending == u"json")
        return formats::writeJson;
    if (ending == u"tsv")
        return [](const transcript::Transcript &, const transcript::Timings &timings) {
            return formats::writeTsv(timings);
        };
    return {};
}

ExitCode alignFiles(const Invocation &invocation, Terminal terminal)
{
    const QString output = invocation.option(u"output"_s);
    const Writer write = writerFor(output);
    if (output.isEmpty())
        return failUsage(terminal, Text::tr("--output is missing: say where the times go."), u"align"_s);
    if (!write)
        return failUsage(
            terminal, Text::tr("“%1” does not end in .vtt, .srt, .json or .tsv, so its format is unknown.").arg(output),
            u"align"_s);
    const QString language = invocation.option(u"language"_s);
    if (const auto known = library::checkLanguage(language); !known)
        return fail(terminal, known.error());
    const auto files = library::readEpisodeFiles(invocation.operands[0], invocation.operands[1]);
    if (!files)
        return fail(terminal, files.error());
    // Before the work, not after it.
    if (isAnyOf(output, {files->audioPath, files->transcriptPath, invocation.option(u"anchors"_s)}))
        return fail(terminal, {ErrorCode::OutputIsInput, output, u"the same file as an input"_s});
    if (const auto writable = checkWritable(output); !writable)
        return fail(terminal, writable.error());
    const transcript::Transcript &transcript = files->parsed.transcript;
    Result<std::vector<transcript::Anchor>> anchors;
    if (invocation.has(u"anchors"_s))
        anchors = library::readAnchors(invocation.option(u"anchors"_s), transcript, files->audio.duration);
    if (!anchors)
        return fail(terminal, anchors.error());
    const auto skipped = skippedSpans(invocation.option(u"skip"_s), *anchors, files->audio.duration);
    if (!skipped)
        return failUsage(terminal, skipped.error(), u"align"_s);
    printWarnings(terminal, files->transcriptPath, files->parsed.warnings);

    const CancelToken cancel;
    const Interrupt interrupt(cancel);
    QElapsedTimer timer;
    timer.start();
    Result<align::Alignment> alignment = failure(ErrorCode::Internal);
    {
        ProgressLine line(terminal);
        alignment = library::runAlignment({{}, transcript, files->audioPath, {}},
                                          {.language = language,
                                           .cancel = cancel,
                                           .progress = line.progress(),
                                           .anchors = *anchors,
                                           .notInText = *skipped});
    }
    if (!alignment)
        return fail(terminal, alignment.error());
    printDamage(terminal, *alignment, files->audioPath);
    const auto written = writeFileAtomically(output, write(transcript, alignment->timings));
    if (!written)
        return fail(terminal, written.error());
    if (invocation.has(u"report"_s))
        print(terminal.out, alignmentReport(transcript, *alignment, MediaTime(timer.elapsed())));
    return ExitCode::Ok;
}

// The words of `phrase`, where they first stand in the transcript.
std::optional<transcript::TokenSpan> findWords(const transcript::Transcript &transcript, const QString &phrase)
{
    const QStringList words = phrase.split(u' ');
    for (transcript::TokenIndex first = 0; first + words.size() <= transcript.count(); ++first) {
        transcript::TokenIndex matched = 0;
        while (matched < words.size() && transcript.tokenText(first + matched) == words[matched])
            ++matched;
        if (matched == words.size())
            return transcript::TokenSpan{first, first + matched - 1};
    }
    return std::nullopt;
}

// One highlight with a note, unless the reader has made some already.
Result<void> markSample(store::Store &store, EpisodeId id)
{
    const auto highlights = store.highlights(id);
    if (!highlights)
        return tl::unexpected(highlights.error());
    const auto transcript = store.transcript(id);
    if (!transcript)
        return tl::unexpected(transcript.error());
    const auto span =
        findWords(*transcript, u"the whole job cost $5. 5 million and the lens alone was a third of it"_s);
    if (!highlights->empty() || !span)
        return {};
    return library::addHighlight(store, id, *span, Text::tr("Ask what became of the *other* two thirds."))
        .map([](const notes::Highlight &) {});
}

// The sample in the library, aligned and marked.
Result<EpisodeId> bringSample(store::Store &store, Terminal terminal)
{
    const auto files = library::makeSample(library::sampleFolder());
    if (!files)
        return tl::unexpected(files.error());
    const auto imported = library::importSample(store, *files);
    if (!imported)
        return tl::unexpected(imported.error());
    Result<void> done;
    if (imported->needsAlignment) {
        const CancelToken cancel;
        const Interrupt interrupt(cancel);
        done = alignInLibrary(store, imported->id, terminal, {.cancel = cancel});
    }
    return done.and_then([&] { return markSample(store, imported->id); }).map([&] { return imported->id; });
}

ExitCode sample(const Invocation &invocation, Terminal terminal, const PictureMaker &drawWindow)
{
    const bool hasOutput = invocation.has(u"output"_s);
    const QDir folder(hasOutput ? invocation.option(u"output"_s) : library::sampleFolder());
    if (!folder.mkpath(u"."_s))
        return fail(terminal, {ErrorCode::WriteFailed, folder.path(), {}});
    Invocation withLibrary = invocation;
    if (hasOutput && !invocation.has(u"library"_s))
        withLibrary.options.insert(u"library"_s, folder.absoluteFilePath(u"library.db"_s));
    const QString notesFile = folder.absoluteFilePath(u"notes.md"_s);
    const QString pictureFile = folder.absoluteFilePath(u"window.png"_s);
    EpisodeId id;
    {
        const auto store = openLibrary(withLibrary, Access::ReadWrite);
        if (!store)
            return fail(terminal, store.error());
        const auto brought = bringSample(**store, terminal);
        if (!brought)
            return fail(terminal, brought.error());
        id = *brought;
        if (const auto written = library::exportEpisode(**store, id, {exports::Format::Markdown, {}, notesFile, {}, {}},
                                                        punctuationModel(terminal));
            !written)
            return fail(terminal, written.error());
    }
    printLine(terminal.out, Text::tr("Episode: %1").arg(id.value));
    printLine(terminal.out, Text::tr("Library: %1").arg(withLibrary.libraryPath()));
    printLine(terminal.out, Text::tr("Notes: %1").arg(notesFile));
    if (!drawWindow)
        return ExitCode::Ok;
    if (const auto drawn = drawWindow(withLibrary.libraryPath(), id, pictureFile); !drawn)
        return fail(terminal, drawn.error());
    printLine(terminal.out, Text::tr("Picture: %1").arg(pictureFile));
    return ExitCode::Ok;
}

} // namespace

ExitCode runMediaCommand(const QStringList &arguments, Terminal terminal, const PictureMaker &drawWindow)
{
    const QString name = arguments.value(0);
    return runCommand(arguments, terminal, [&](const Invocation &invocation) {
        if (name == u"import")
            return import(invocation, terminal);
        if (name == u"align")
            return alignFiles(invocation, terminal);
        return sample(invocation, terminal, drawWindow);
    });
}

} // namespace earmark::cli
