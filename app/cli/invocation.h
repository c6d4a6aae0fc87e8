// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <tl/expected.hpp>

#include <vector>

namespace earmark::cli {

struct Option {
    QString name;      // without "--"
    QString valueName; // empty: a switch
    QString meaning;
    bool repeats = false; // given several times, the values follow one another, a comma between
};

// What a command takes, for parsing and for its help.
struct CommandSpec {
    enum class Needs { Text, Media };
    QString name;
    Needs needs = Needs::Text;
    QStringList operands;        // their names; one in brackets may be left out
    std::vector<Option> options; // besides --library and --help
    QString summary;             // one line
    QString description;         // more, for the command's own help; may be empty
};

// In the order in which help lists them. Translated, therefore made anew by each call.
[[nodiscard]] std::vector<CommandSpec> commandSpecs();

// A command as it was called, checked against its specification.
struct Invocation {
    QStringList operands;
    QHash<QString, QString> options; // by name; a switch has an empty value
    bool help = false;

    [[nodiscard]] QString option(const QString &name) const { return options.value(name); }
    [[nodiscard]] bool has(const QString &name) const { return options.contains(name); }
    // The library to use: --library, else the default one.
    [[nodiscard]] QString libraryPath() const;
};

// Long options as "--name value" or "--name=value", anywhere; "--" ends them; "-" and negative
// numbers are operands. The error is a translated sentence.
[[nodiscard]] tl::expected<Invocation, QString> parse(const CommandSpec &spec, const QStringList &arguments);

[[nodiscard]] QString overviewText();
[[nodiscard]] QString helpText(const CommandSpec &spec);

} // namespace earmark::cli
