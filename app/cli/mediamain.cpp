// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the program with audio and speech, for builds without a window (EARMARK_UI=OFF).
#include "cli/commands.h"
#include "cli/output.h"

#include <QCoreApplication>

extern "C" Q_DECL_EXPORT int earmarkMain(int argc, char **argv)
{
    using namespace earmark::cli;
    QCoreApplication application(argc, argv);
    loadTranslations(application);
    const QStringList command = commandLine(QCoreApplication::arguments().mid(1));
    if (isMediaCommand(command.value(0)))
        return int(runMediaCommand(command, {}));
    complain({},
             QCoreApplication::translate("earmark::cli::Main",
                                         "This build of Earmark has no window. “earmark --help” lists the commands."));
    return int(ExitCode::Failed);
}
