// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program `earmark`: light, so that a command that only reads and writes text starts in a few
// milliseconds. Audio, speech and the window are in a library of their own, loaded when needed.
#include "cli/commands.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <clocale>

#include <dlfcn.h>

using namespace Qt::StringLiterals;

namespace {

using Main = int (*)(int, char **);

QString translated(const char *text)
{
    return QCoreApplication::translate("earmark::cli::Main", text);
}

// Beside the program as it was built or installed, wherever that is now; else where it was to be installed.
QString desktopLibrary()
{
    const QString folder = QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).path();
    const QString name = u"/earmark/libearmark-desktop.so"_s;
    for (const QString &libraries :
         {folder + u"/../lib"_s, folder + u"/../" EARMARK_LIBDIR ""_s, u"" EARMARK_FULL_LIBDIR ""_s}) {
        if (QFileInfo::exists(libraries + name))
            return libraries + name;
    }
    return {};
}

Main loadDesktop()
{
    const QString path = desktopLibrary();
    // Never closed: it ends with the program.
    void *library = path.isEmpty() ? nullptr : dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL);
    void *main = library ? dlsym(library, "earmarkMain") : nullptr;
    if (!main) {
        const char *cause = path.isEmpty() ? nullptr : dlerror();
        earmark::cli::complain({},
                               translated("Part of the program is missing: the window, and everything with sound. "
                                          "Install Earmark again; your library is untouched."));
        if (cause)
            earmark::cli::printLine(stderr, QString::fromLocal8Bit(cause));
    }
    return reinterpret_cast<Main>(main);
}

// Qt wants a UTF-8 locale and complains about others; file names are UTF-8 to it in any case.
void chooseUtf8()
{
    const QByteArray characters = setlocale(LC_CTYPE, "");
    if (characters.isEmpty() || characters == "C" || characters == "POSIX")
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char **argv)
{
    using namespace earmark::cli;
    chooseUtf8();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const QStringList command = commandLine(arguments);
    if (isTextCommand(command.value(0))) {
        QCoreApplication application(argc, argv);
        loadTranslations(application);
        return int(runTextCommand(command, {}));
    }
    if (command.isEmpty() && isMisspeltCommand(arguments, {}))
        return int(ExitCode::Usage);
    const Main desktop = loadDesktop();
    return desktop ? desktop(argc, argv) : int(ExitCode::Failed);
}
