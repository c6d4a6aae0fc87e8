// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "library/errortext.h"
#include "library/punctuation.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cmath>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::Output)
};

} // namespace

void print(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    // A failure stays in the stream's error flag, which runCommand reads at the end.
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

void printLine(std::FILE *stream, const QString &text)
{
    print(stream, text + u'\n');
}

void complain(Terminal terminal, const QString &sentence)
{
    printLine(terminal.err, u"earmark: "_s + sentence);
}

ExitCode fail(Terminal terminal, const Error &error)
{
    complain(terminal, library::errorText(error));
    return ExitCode::Failed;
}

ExitCode failUsage(Terminal terminal, const QString &sentence, const QString &command)
{
    complain(terminal, sentence);
    printLine(terminal.err,
              command.isEmpty() ? Text::tr("“earmark --help” lists the commands.")
                                : Text::tr("“earmark help %1” explains the command and its options.").arg(command));
    return ExitCode::Usage;
}

ExitCode failNotANumber(Terminal terminal, const QString &text, const QString &command)
{
    return failUsage(terminal, Text::tr("“%1” is not a number.").arg(text), command);
}

std::optional<EpisodeId> episodeNumber(const QString &text)
{
    const auto number = numberOf<qint64>(text);
    return number ? std::optional(EpisodeId{*number}) : std::nullopt;
}

std::optional<MediaTime> timeIn(const QString &text)
{
    double seconds = 0;
    for (const QString &part : text.split(u':')) {
        bool ok = false;
        const double number = QLocale::c().toDouble(part, &ok);
        if (!ok || !std::isfinite(number) || number < 0)
            return std::nullopt;
        seconds = seconds * 60 + number;
    }
    constexpr double longest = 1e7;
    return seconds > longest ? std::nullopt : std::optional(MediaTime(qRound64(seconds * 1000)));
}

QString readStandardInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly) ? QString::fromUtf8(input.readAll()) : QString();
}

reading::PunctuationModel punctuationModel(Terminal terminal)
{
    auto model = library::loadPunctuation();
    if (!model)
        complain(terminal, library::errorText(model.error()));
    return std::move(model).value_or(reading::PunctuationModel());
}

void printWarnings(Terminal terminal, const QString &file, const std::vector<formats::Warning> &warnings)
{
    if (warnings.empty())
        return;
    complain(terminal,
             Text::tr("%n place(s) in “%1” could not be used and were left out; the first is in line %2.", nullptr,
                      int(warnings.size()))
                 .arg(file)
                 .arg(warnings.front().line));
}

ExitCode runCommand(const QStringList &arguments, Terminal terminal,
                    const std::function<ExitCode(const Invocation &)> &run)
{
    const QString name = arguments.value(0);
    const std::vector<CommandSpec> specs = commandSpecs();
    const auto spec = std::find_if(specs.begin(), specs.end(), [&](const CommandSpec &s) { return s.name == name; });
    if (spec == specs.end())
        return failUsage(terminal, Text::tr("There is no command “%1”.").arg(name), {});
    const auto invocation = parse(*spec, arguments.mid(1));
    if (!invocation)
        return failUsage(terminal, invocation.error(), name);
    ExitCode code = ExitCode::Ok;
    if (invocation->help)
        print(terminal.out, helpText(*spec));
    else
        code = run(*invocation);
    if (std::fflush(terminal.out) != 0 || std::ferror(terminal.out)) {
        const int reason = errno;
        // Whoever reads has had enough, as in "earmark list | head -1".
        if (reason != EPIPE)
            complain(terminal,
                     reason == ENOSPC || reason == EDQUOT
                         ? Text::tr("The disk is full, so the result could not be written to standard output. The "
                                    "library is as the command left it; make room and ask again.")
                         : Text::tr("The result could not be written to standard output. The library is as the "
                                    "command left it; ask again with an output that is open."));
        return code == ExitCode::Ok ? ExitCode::Failed : code;
    }
    return code;
}

Result<std::unique_ptr<store::Store>> openLibrary(const Invocation &invocation, store::Store::Access access)
{
    const QString path = invocation.libraryPath();
    if (access == store::Store::Access::ReadOnly && !QFileInfo::exists(path))
        return failure(ErrorCode::LibraryUnreadable, path, u"the file does not exist"_s);
    return store::Store::open(path, access);
}

Result<std::unique_ptr<store::Store>> openToChange(const Invocation &invocation)
{
    if (!QFileInfo::exists(invocation.libraryPath()))
        return failure(ErrorCode::LibraryUnreadable, invocation.libraryPath(), u"the file does not exist"_s);
    return openLibrary(invocation, store::Store::Access::ReadWrite);
}

} // namespace earmark::cli
