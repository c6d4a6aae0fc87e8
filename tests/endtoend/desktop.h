// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace earmark::tests {

// A screen of its own (Xvfb) with a window manager (openbox), for programs that are driven by real key
// presses. Everything ends with the object.
class Desktop
{
public:
    Desktop() = default;
    ~Desktop();
    Desktop(const Desktop &) = delete;
    Desktop &operator=(const Desktop &) = delete;

    // False, with what went wrong in error(), when the screen does not come up within 20 s.
    [[nodiscard]] bool start(int width, int height);
    [[nodiscard]] QString error() const { return m_error; }

    // The environment that a program needs to open its windows here.
    [[nodiscard]] QProcessEnvironment environment() const;

    // Waits up to 30 s for a visible window whose title matches the regular expression and gives it
    // the focus.
    [[nodiscard]] bool activateWindow(const QString &title);
    // Presses keys one after the other, named as xdotool names them: "space", "j", "ctrl+e".
    [[nodiscard]] bool press(const QStringList &keys);
    [[nodiscard]] bool type(const QString &text);

private:
    [[nodiscard]] bool xdotool(const QStringList &arguments, int timeoutMs);

    QProcess m_server;
    QProcess m_windowManager;
    QString m_display;
    QString m_error;
};

} // namespace earmark::tests
