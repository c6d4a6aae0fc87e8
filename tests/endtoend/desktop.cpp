// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endtoend/desktop.h"

#include <QDeadlineTimer>

namespace earmark::tests {

using namespace Qt::StringLiterals;

namespace {

void stop(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished(5000);
    }
}

} // namespace

Desktop::~Desktop()
{
    stop(m_windowManager);
    stop(m_server);
}

bool Desktop::start(int width, int height)
{
    // The server picks a free display itself and says which on its standard output.
    m_server.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"%1x%2x24"_s.arg(width).arg(height), u"-nolisten"_s,
                    u"tcp"_s});
    QDeadlineTimer deadline(20000);
    QByteArray number;
    while (!number.endsWith('\n') && !deadline.hasExpired() && m_server.state() != QProcess::NotRunning) {
        m_server.waitForReadyRead(200);
        number += m_server.readAllStandardOutput();
    }
    if (!number.endsWith('\n')) {
        m_error = u"Xvfb did not start: "_s + QString::fromLocal8Bit(m_server.readAllStandardError());
        return false;
    }
    m_display = u':' + QString::fromLatin1(number.trimmed());
    m_windowManager.setProcessEnvironment(environment());
    m_windowManager.start(u"openbox"_s, {u"--sm-disable"_s});
    if (!m_windowManager.waitForStarted(10000)) {
        m_error = u"openbox did not start: "_s + m_windowManager.errorString();
        return false;
    }
    return true;
}

QProcessEnvironment Desktop::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_display);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    return environment;
}

bool Desktop::xdotool(const QStringList &arguments, int timeoutMs)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(u"xdotool"_s, arguments);
    if (process.waitForFinished(timeoutMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    m_error = u"xdotool %1: %2"_s.arg(arguments.join(u' '), QString::fromLocal8Bit(process.readAllStandardError()));
    return false;
}

bool Desktop::activateWindow(const QString &title)
{
    return xdotool({u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--name"_s, title, u"windowactivate"_s, u"--sync"_s},
                   30000);
}

bool Desktop::press(const QStringList &keys)
{
    return xdotool(QStringList{u"key"_s, u"--clearmodifiers"_s, u"--delay"_s, u"60"_s} + keys, 30000);
}

bool Desktop::type(const QString &text)
{
    return xdotool({u"type"_s, u"--clearmodifiers"_s, u"--delay"_s, u"30"_s, text}, 60000);
}

} // namespace earmark::tests
