// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/convertcommand.h"

#include "base/textfile.h"
#include "cli/output.h"
#include "formats/cuewriters.h"
#include "formats/formatnames.h"
#include "formats/formats.h"
#include "library/remarktext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::ConvertCommand)
};

using Writer = std::function<Result<QByteArray>(const formats::CueList &)>;

struct Target {
    const char *name;
    const char *ending; // of files; may be empty
    Writer write;
};

std::vector<Target> targets()
{
    return {
        {"cues-json", "",
         [](const formats::CueList &list) { return formats::writeCuesJson(list, &library::warningText); }},
        {"webvtt", "vtt", [](const formats::CueList &list) { return formats::writeWebVtt(list); }},
        {"subrip", "srt", [](const formats::CueList &list) { return formats::writeSubRip(list); }},
        {"ttml", "ttml", &formats::writeTtml},
        {"whisper", "json", &formats::writeWhisperJson},
        {"podcast-json", "", &formats::writePodcastJson},
        {"plain", "txt", &formats::writePlainText},
        {"markdown", "md", &formats::writeMarkdown},
    };
}

// By --to, a name or an ending, else by the file's ending; empty for one that we cannot write.
Writer writerFor(const QString &name, const QString &output)
{
    const QString ending = name.isEmpty() ? QFileInfo(output).suffix() : name;
    const auto is = [](const QString &wanted, const char *word) {
        return !wanted.isEmpty() && wanted.compare(QLatin1StringView(word), Qt::CaseInsensitive) == 0;
    };
    for (const Target &target : targets()) {
        if (is(name, target.name) || is(ending, target.ending))
            return target.write;
    }
    return {};
}

ExitCode writeResult(const QByteArray &result, const QString &output, Terminal terminal)
{
    if (output != u"-") {
        const auto written = writeFileAtomically(output, result);
        return written ? ExitCode::Ok : fail(terminal, written.error());
    }
    // A failure stays in the stream's error flag, which runCommand reads at the end.
    std::fwrite(result.constData(), 1, size_t(result.size()), terminal.out);
    return ExitCode::Ok;
}

} // namespace

QString targetFormats()
{
    QStringList names;
    for (const Target &target : targets())
        names.append(QString::fromLatin1(target.name));
    return names.join(u", "_s);
}

QString sourceFormats()
{
    return formats::formatNames().join(u", "_s);
}

ExitCode convert(const Invocation &invocation, Terminal terminal)
{
    const QString &input = invocation.operands[0];
    const QString output = invocation.operands.value(1, u"-"_s);
    const QString to = invocation.option(u"to"_s);
    const Writer write = writerFor(to, output);
    if (!write && to.isEmpty())
        return failUsage(terminal,
                         Text::tr("The ending of “%1” does not tell a format; name one with --to.").arg(output),
                         u"convert"_s);
    if (!write)
        return failUsage(terminal,
                         Text::tr("“%1” is no format that can be written. There are: %2.").arg(to, targetFormats()),
                         u"convert"_s);
    formats::ReadOptions options;
    options.encoding = invocation.option(u"encoding"_s).toLatin1();
    if (invocation.has(u"raw"_s))
        options.form = formats::CueTextForm::Raw;
    if (const QString from = invocation.option(u"from"_s); !from.isEmpty()) {
        options.format = formats::formatNamed(from);
        if (!options.format)
            return failUsage(terminal,
                             Text::tr("“%1” is no format that can be read. There are: %2.").arg(from, sourceFormats()),
                             u"convert"_s);
    }
    if (output != u"-") {
        // Before the work, not after it.
        if (isAnyOf(output, {input}))
            return fail(terminal, {ErrorCode::WriteFailed, output, u"the same file as the input"_s});
        if (const auto writable = checkWritable(output); !writable)
            return fail(terminal, writable.error());
    }
    Result<QByteArray> bytes = formats::readTranscriptFile(input, formats::largestFile, options);
    if (!bytes)
        return fail(terminal, bytes.error());
    const auto list = formats::readCues(*std::move(bytes), input, options);
    if (!list)
        return fail(terminal, list.error());
    const Result<QByteArray> result = write(*list);
    if (!result)
        return fail(terminal, {result.error().code, input, result.error().detail});
    if (to != u"cues-json")
        printWarnings(terminal, input, list->warnings);
    return writeResult(*result, output, terminal);
}

} // namespace earmark::cli
