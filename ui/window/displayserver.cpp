// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/displayserver.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cstddef>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

// `name` begins with a NUL where it is not in the file system.
bool isListening(const QByteArray &name)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (size_t(name.size()) >= sizeof address.sun_path)
        return false;
    std::copy(name.begin(), name.end(), address.sun_path);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    const bool isAbstract = name.startsWith('\0');
    const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + size_t(name.size()) + (isAbstract ? 0 : 1));
    const bool connected = ::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    ::close(descriptor);
    return connected;
}

bool answersX(const QString &display)
{
    if (display.isEmpty())
        return false;
    static const QRegularExpression local(u"^(?:unix(?:/[^:]*)?)?:(\\d+)(?:\\.\\d+)?$"_s);
    const QRegularExpressionMatch match = local.match(display);
    if (!match.hasMatch())
        return true;
    const QByteArray socket = "/tmp/.X11-unix/X" + match.captured(1).toLatin1();
    return isListening(socket) || isListening('\0' + socket);
}

bool answersWayland(const QString &display)
{
    if (display.isEmpty())
        return false;
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return isListening(QFile::encodeName(QDir(folder).absoluteFilePath(display)));
}

} // namespace

bool isDisplayAnswering()
{
    return answersX(qEnvironmentVariable("DISPLAY")) || answersWayland(qEnvironmentVariable("WAYLAND_DISPLAY"));
}

} // namespace earmark::ui
