// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/replacecommand.h"

#include "cli/output.h"
#include "library/replacement.h"

#include <QCoreApplication>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::ReplaceCommand)
};

} // namespace

ExitCode replace(const Invocation &invocation, Terminal terminal)
{
    const auto id = episodeNumber(invocation.operands[0]);
    if (!id)
        return failNotANumber(terminal, invocation.operands[0], u"replace"_s);
    const auto store = openToChange(invocation);
    if (!store)
        return fail(terminal, store.error());
    const QString &path = invocation.operands[1];
    const auto replaced = library::replaceTranscript(**store, *id, path);
    if (!replaced)
        return fail(terminal, replaced.error());
    printWarnings(terminal, path, replaced->warnings);
    printLine(terminal.out, u"found\t%1"_s.arg(replaced->found));
    printLine(terminal.out, u"lost\t%1"_s.arg(replaced->lost));
    if (replaced->amended + replaced->amendmentsLost > 0) {
        printLine(terminal.out, u"changes found\t%1"_s.arg(replaced->amended));
        printLine(terminal.out, u"changes lost\t%1"_s.arg(replaced->amendmentsLost));
    }
    if (replaced->anchors + replaced->anchorsLost > 0) {
        printLine(terminal.out, u"anchors found\t%1"_s.arg(replaced->anchors));
        printLine(terminal.out, u"anchors lost\t%1"_s.arg(replaced->anchorsLost));
    }
    if (replaced->needsAlignment)
        complain(terminal,
                 Text::tr("The words are not matched to the sound yet; open the episode in the window to do so."));
    return ExitCode::Ok;
}

} // namespace earmark::cli
