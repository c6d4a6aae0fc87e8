// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program `earmark` loads when a command needs sound, or when it is the desktop application.
#include "cli/commands.h"
#include "ui/window/desktop.h"
#include "ui/window/picture.h"

#include <QApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    std::transform(argv + std::min(argc, 1), argv + argc, std::back_inserter(arguments),
                   [](const char *argument) { return QString::fromLocal8Bit(argument); });
    return arguments;
}

} // namespace

extern "C" Q_DECL_EXPORT int earmarkMain(int argc, char **argv)
{
    using namespace earmark;
    QCoreApplication::setOrganizationName(u"earmark"_s);
    QCoreApplication::setApplicationName(u"earmark"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(EARMARK_VERSION));

    const QStringList command = cli::commandLine(argumentsOf(argc, argv));
    if (!cli::isMediaCommand(command.value(0)))
        return ui::runDesktop(argc, argv);
    if (command.value(0) != u"sample") {
        QCoreApplication application(argc, argv);
        cli::loadTranslations(application);
        return int(cli::runMediaCommand(command, {}));
    }
    // Its picture is drawn without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    cli::loadTranslations(application);
    return int(cli::runMediaCommand(command, {}, ui::drawWindow));
}
