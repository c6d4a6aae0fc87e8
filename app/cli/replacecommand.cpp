// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/replacecommand.h"

#include "cli/output.h"
#include "library/replacement.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::ReplaceCommand)
};

} // namespace

ExitCode replace(const Invocation &invocation, Terminal terminal)
{
    bool isNumber = false;
    const qint64 id = invocation.operands[0].toLongLong(&isNumber);
    if (!isNumber)
        return failUsage(terminal, Text::tr("“%1” is not a number.").arg(invocation.operands[0]), u"replace"_s);
    if (!QFileInfo::exists(invocation.libraryPath()))
        return fail(terminal, {ErrorCode::LibraryUnreadable, invocation.libraryPath(), {}});
    const auto store = openLibrary(invocation, store::Store::Access::ReadWrite);
    if (!store)
        return fail(terminal, store.error());
    const QString &path = invocation.operands[1];
    const auto replaced = library::replaceTranscript(**store, EpisodeId{id}, path);
    if (!replaced)
        return fail(terminal, replaced.error());
    printWarnings(terminal, path, replaced->warnings);
    printLine(terminal.out, u"found\t%1"_s.arg(replaced->found));
    printLine(terminal.out, u"lost\t%1"_s.arg(replaced->lost));
    if (replaced->needsAlignment)
        complain(terminal,
                 Text::tr("The words are not matched to the sound yet; open the episode in the window to do so."));
    return ExitCode::Ok;
}

} // namespace earmark::cli
