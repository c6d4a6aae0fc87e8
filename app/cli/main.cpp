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
#include <optional>

#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::Main)
};

using Main = int (*)(int, char **);

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

// nullptr, and `cause` filled, when it is not there or cannot be used.
Main loadDesktop(QString &cause)
{
    const QString path = desktopLibrary();
    if (path.isEmpty())
        return nullptr;
    // Never closed: it ends with the program.
    void *library = dlopen(QFile::encodeName(path).constData(), RTLD_NOW | RTLD_LOCAL);
    void *main = library ? dlsym(library, "earmarkMain") : nullptr;
    if (!main)
        cause = QString::fromLocal8Bit(dlerror());
    return reinterpret_cast<Main>(main);
}

// Qt wants a UTF-8 locale and complains about others; file names are UTF-8 to it in any case.
void chooseUtf8()
{
    const QByteArray characters = setlocale(LC_CTYPE, "");
    if (characters.isEmpty() || characters == "C" || characters == "POSIX")
        qputenv("LC_ALL", "C.UTF-8");
}

// What Qt could not open as a file, because its name would not come out as it went in.
std::optional<QString> unreadableArgument(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        if (argument.toLocal8Bit() != argv[i])
            return argument;
    }
    return std::nullopt;
}

// Without this, the first file that is opened would be the standard output of a caller who has closed
// it, and a result be printed into it. What stands in now fails when it is written to.
void fillStandardStreams()
{
    int stream = 0;
    do {
        stream = open("/dev/null", O_RDONLY | O_NOCTTY);
    } while (stream >= STDIN_FILENO && stream <= STDERR_FILENO);
    if (stream >= 0)
        close(stream);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace earmark::cli;
    fillStandardStreams();
    chooseUtf8();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (const auto lost = unreadableArgument(argc, argv)) {
        QCoreApplication application(argc, argv);
        loadTranslations(application);
        return int(failUsage(
            {}, Text::tr("“%1” is not valid UTF-8. Give the file a name that is, and try again.").arg(*lost), {}));
    }
    const QStringList command = commandLine(arguments);
    const bool isText = isTextCommand(command.value(0));
    const bool isMisspelt = command.isEmpty() && looksMisspelt(arguments);
    QString cause;
    if (!isText && !isMisspelt) {
        // It makes an application of its own, with or without a window.
        if (const Main desktop = loadDesktop(cause))
            return desktop(argc, argv);
    }
    QCoreApplication application(argc, argv);
    loadTranslations(application);
    if (isText)
        return int(runTextCommand(command, {}));
    if (isMisspelt)
        return int(failMisspelt(arguments, {}));
    complain({},
             Text::tr("Part of the program is missing: the window, and everything with sound. "
                      "Install Earmark again; your library is untouched."));
    if (!cause.isEmpty())
        printLine(stderr, cause);
    return int(ExitCode::Failed);
}
