// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/output.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <array>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::CommandLine)
};

constexpr std::array textCommands{
    "list",     "highlight", "note",    "tag",   "replace", "export", "import-annotations",
    "glossary", "read",      "convert", "check", "help",    "version"};
constexpr std::array mediaCommands{"import", "align", "sample"};

template <size_t count>
bool isOneOf(const std::array<const char *, count> &names, const QString &name)
{
    return std::any_of(names.begin(), names.end(), [&](const char *known) { return name == QLatin1StringView(known); });
}

bool isCommand(const QString &name)
{
    return isOneOf(textCommands, name) || isOneOf(mediaCommands, name);
}

} // namespace

bool isTextCommand(const QString &name)
{
    return isOneOf(textCommands, name);
}

bool isMediaCommand(const QString &name)
{
    return isOneOf(mediaCommands, name);
}

QStringList commandLine(const QStringList &arguments)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"--library") {
            ++i;
            continue;
        }
        if (argument.startsWith(u"--library="))
            continue;
        QString name;
        if (argument == u"--help" || argument == u"-h")
            name = u"help"_s;
        else if (argument == u"--version" || argument == u"-v")
            name = u"version"_s;
        else if (isCommand(argument))
            name = argument;
        if (name.isEmpty())
            return {};
        const QString next = arguments.value(i + 1);
        if (isCommand(argument) && (next == u"--help" || next == u"-h"))
            return {u"help"_s, name};
        return QStringList{name} + arguments.first(i) + arguments.mid(i + 1);
    }
    return {};
}

bool looksMisspelt(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    return !first.isEmpty() && std::all_of(first.begin(), first.end(), [](QChar c) { return c.isLetter(); })
        && !QFileInfo::exists(first);
}

ExitCode failMisspelt(const QStringList &arguments, Terminal terminal)
{
    return failUsage(terminal, Text::tr("“%1” is neither a command nor a file.").arg(arguments.value(0)), {});
}

void loadTranslations(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    // English needs one as well: it holds the plural forms.
    if (translator->load(QLocale(), u"earmark"_s, u"_"_s, u":/i18n"_s)
        || translator->load(u"earmark_en"_s, u":/i18n"_s))
        QCoreApplication::installTranslator(translator);
}

} // namespace earmark::cli
