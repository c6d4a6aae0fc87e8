// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/invocation.h"

#include "cli/annotationcommands.h"
#include "cli/convertcommand.h"
#include "cli/exportcommand.h"
#include "cli/glossarycommand.h"
#include "library/library.h"

#include <QCoreApplication>

#include <algorithm>

namespace earmark::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::Invocation)
};

bool looksLikeOption(const QString &argument)
{
    if (argument.size() < 2 || !argument.startsWith(u'-'))
        return false;
    bool isNumber = false;
    argument.toDouble(&isNumber);
    return !isNumber;
}

const Option *findOption(const std::vector<Option> &options, const QString &name)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option &o) { return o.name == name; });
    return found == options.end() ? nullptr : &*found;
}

bool namesAFile(const Option &option)
{
    return option.valueName == u"FILE" || option.valueName == u"FOLDER";
}

bool isOptional(const QString &operand)
{
    return operand.startsWith(u'[');
}

tl::expected<Invocation, QString> checkOperands(const CommandSpec &spec, const Invocation &invocation)
{
    const qsizetype given = invocation.operands.size();
    // A script's unset variable: never to be taken for something left out.
    for (qsizetype i = 0; i < std::min(given, spec.operands.size()); ++i) {
        if (invocation.operands.at(i).isEmpty())
            return tl::unexpected(Text::tr("%1 is empty.").arg(QString(spec.operands.at(i)).remove(u'[').remove(u']')));
    }
    const qsizetype least = std::count_if(spec.operands.begin(), spec.operands.end(),
                                          [](const QString &operand) { return !isOptional(operand); });
    if (given < least)
        return tl::unexpected(Text::tr("%1 is missing.").arg(spec.operands.at(given)));
    if (given > spec.operands.size())
        return tl::unexpected(
            Text::tr("“%1” is one argument too many.").arg(invocation.operands.at(spec.operands.size())));
    return invocation;
}

std::vector<Option> commonOptions()
{
    return {{u"library"_s, u"FILE"_s, Text::tr("use this library instead of %1").arg(library::defaultLibraryPath())},
            {u"help"_s, {}, Text::tr("show this help")}};
}

QString synopsis(const CommandSpec &spec)
{
    QStringList words{u"earmark"_s, spec.name};
    words += spec.operands;
    for (const Option &option : spec.options) {
        const QString text = u"--"_s + option.name + (option.valueName.isEmpty() ? QString() : u' ' + option.valueName);
        // An output file is what these commands are for.
        const bool required = option.name == u"output" && spec.name != u"sample";
        words.append(required ? text : u'[' + text + u']');
    }
    return words.join(u' ');
}

QString table(const std::vector<std::pair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &row : rows)
        width = std::max(width, row.first.size());
    QString text;
    for (const auto &[left, right] : rows)
        text += u"  "_s + left.leftJustified(width + 2) + right + u'\n';
    return text;
}

QString optionsTable(const std::vector<Option> &options)
{
    std::vector<std::pair<QString, QString>> rows;
    for (const Option &option : options)
        rows.emplace_back(u"--"_s + option.name + (option.valueName.isEmpty() ? QString() : u' ' + option.valueName),
                          option.meaning);
    return table(rows);
}

CommandSpec importSpec(const Option &language)
{
    return {
        u"import"_s,
        CommandSpec::Needs::Media,
        {u"AUDIO"_s, u"[TRANSCRIPT]"_s},
        {{u"title"_s, u"TITLE"_s, Text::tr("the episode's title; by default from the tags or the file's name")},
         language,
         {u"no-align"_s, {}, Text::tr("leave the times estimated")}},
        Text::tr("Put an episode into the library and print its number"),
        Text::tr("Words are matched to the sound before the command returns, unless each has a time of its own in the "
                 "transcript. A transcript alone is imported without audio. The same files again, also when the audio "
                 "has moved, "
                 "are the same episode: it is found, and matched if it was not.")};
}

CommandSpec alignSpec(const Option &language)
{
    return {u"align"_s,
            CommandSpec::Needs::Media,
            {u"AUDIO"_s, u"TRANSCRIPT"_s},
            {{u"output"_s, u"FILE"_s, Text::tr("where the times go: .vtt, .srt, .json or .tsv")},
             language,
             {u"anchors"_s, u"FILE"_s, Text::tr("what is known: lines of a word's index and its time in seconds")},
             {u"skip"_s, u"FROM-TO"_s,
              Text::tr("a part of the audio that is not in the text, such as 12:03-13:10; may be given several times"),
              true},
             {u"report"_s, {}, Text::tr("print what was matched, what was not, and how long it took")}},
            Text::tr("Write down when each word is spoken; no library needed"),
            Text::tr("Tab-separated lines hold a word's index, start, end and confidence. The index counts the "
                     "transcript's words from 0, cues included. Subtitles' times say where their words are looked for; "
                     "words with times of their own keep them.")};
}

CommandSpec convertSpec()
{
    return {u"convert"_s,
            CommandSpec::Needs::Text,
            {u"IN"_s, u"[OUT]"_s},
            {{u"to"_s, u"FORMAT"_s, Text::tr("write this format, whatever the ending of OUT")},
             {u"from"_s, u"FORMAT"_s, Text::tr("read IN as this format, whatever it looks like")},
             {u"encoding"_s, u"NAME"_s, Text::tr("read IN in this encoding, such as windows-1252")},
             {u"raw"_s, {}, Text::tr("keep the text of WebVTT cues as it stands in the file")}},
            Text::tr("Convert a transcript from one format into another"),
            Text::tr("Without OUT, or with -, the result is printed. Formats to write: %1. Formats to read: %2.")
                .arg(targetFormats(), sourceFormats())};
}

CommandSpec readSpec()
{
    return {
        u"read"_s,
        CommandSpec::Needs::Text,
        {u"TRANSCRIPT"_s},
        {{u"timings"_s, u"FILE"_s, Text::tr("when each word is spoken, as align writes it to a .tsv file")},
         {u"tokens"_s, {}, Text::tr("print a line for each word instead, for programs")}},
        Text::tr("Print a transcript as readable text"),
        Text::tr("The number of an episode prints it as the library has it, with what was corrected and with headings.")
            + u' '
            + Text::tr(
                "With --tokens, tab-separated lines hold a word's index from 0, the mark after it (N , . ?), its "
                "letters (l lower, C Capitalised, U UPPER), and 1 where a paragraph and where a turn starts.")};
}

} // namespace

std::vector<CommandSpec> commandSpecs()
{
    using Needs = CommandSpec::Needs;
    const Option language{u"language"_s, u"CODE"_s, Text::tr("the language that is spoken, such as en-gb or de")};
    return {
        importSpec(language),
        alignSpec(language),
        {u"list"_s,
         Needs::Text,
         {},
         {},
         Text::tr("List the library's episodes"),
         Text::tr("Number, title, show, date, length and highlights; separated by tabs unless shown in a terminal.")},
        highlightSpec(),
        noteSpec(),
        tagSpec(),
        {u"replace"_s,
         Needs::Text,
         {u"EPISODE"_s, u"TRANSCRIPT"_s},
         {},
         Text::tr("Give an episode another transcript"),
         Text::tr("Highlights are found again where text and time agree; the others wait in the window to be placed "
                  "by hand. The old transcript stays in the library. Prints how many highlights were found and how "
                  "many were not.")},
        glossarySpec(),
        exportSpec(),
        importAnnotationsSpec(),
        readSpec(),
        convertSpec(),
        {u"check"_s, Needs::Text, {}, {}, Text::tr("Check that the library is sound"), {}},
        {u"sample"_s,
         Needs::Media,
         {},
         {{u"output"_s, u"FOLDER"_s, Text::tr("where notes, picture and a library of its own go")}},
         Text::tr("Try everything on the sample episode"),
         Text::tr("Imports and aligns it, adds a highlight and a note, writes the notes and a picture of the window.")},
        {u"help"_s, Needs::Text, {u"[COMMAND]"_s}, {}, Text::tr("Explain a command"), {}},
        {u"version"_s, Needs::Text, {}, {}, Text::tr("Print the version"), {}},
    };
}

QString Invocation::libraryPath() const
{
    const QString given = option(u"library"_s);
    return given.isEmpty() ? library::defaultLibraryPath() : given;
}

tl::expected<Invocation, QString> parse(const CommandSpec &spec, const QStringList &arguments)
{
    std::vector<Option> known = spec.options;
    for (const Option &option : commonOptions())
        known.push_back(option);
    Invocation invocation;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == u"--") {
            invocation.operands += arguments.mid(i + 1);
            break;
        }
        if (!looksLikeOption(argument)) {
            invocation.operands.append(argument);
            continue;
        }
        const QString name = argument == u"-h" ? u"help"_s : argument.section(u'=', 0, 0).mid(2);
        const Option *option = argument.startsWith(u"--") || argument == u"-h" ? findOption(known, name) : nullptr;
        if (!option)
            return tl::unexpected(Text::tr("There is no option “%1”.").arg(argument.section(u'=', 0, 0)));
        const bool hasValue = argument.contains(u'=');
        if (option->valueName.isEmpty() && hasValue)
            return tl::unexpected(Text::tr("The option “--%1” takes no value.").arg(name));
        if (!option->valueName.isEmpty() && !hasValue && i + 1 == arguments.size())
            return tl::unexpected(Text::tr("The option “--%1” needs a value.").arg(name));
        const bool takesNext = !option->valueName.isEmpty() && !hasValue;
        const QString value = takesNext ? arguments.at(++i) : argument.section(u'=', 1);
        const QString before = option->repeats ? invocation.option(name) : QString();
        invocation.options.insert(name, before.isEmpty() ? value : before + u',' + value);
        // An empty library, of a script's unset variable, must not be the reader's own.
        if (namesAFile(*option) && invocation.option(name).isEmpty())
            return tl::unexpected(Text::tr("The option “--%1” needs a value.").arg(name));
    }
    invocation.help = invocation.has(u"help"_s);
    return invocation.help ? invocation : checkOperands(spec, invocation);
}

QString overviewText()
{
    std::vector<std::pair<QString, QString>> rows;
    for (const CommandSpec &spec : commandSpecs())
        rows.emplace_back(spec.name, spec.summary);
    return Text::tr("Earmark turns a podcast's raw transcript into text to read, follow by ear, mark and take away.")
        + u"\n\n"_s
        + table({{u"earmark"_s, Text::tr("open the window")},
                 {u"earmark FILE..."_s, Text::tr("open an episode's files in the window")},
                 {u"earmark --sample"_s, Text::tr("open the window on the sample episode")},
                 {u"earmark COMMAND"_s, Text::tr("do one thing in the terminal, as listed below")}})
        + u'\n' + table(rows) + u'\n' + optionsTable(commonOptions()) + u'\n'
        + Text::tr("“earmark help COMMAND” tells more about a command.") + u'\n';
}

QString helpText(const CommandSpec &spec)
{
    std::vector<Option> options = spec.options;
    for (const Option &option : commonOptions())
        options.push_back(option);
    QString text = synopsis(spec) + u"\n\n"_s + spec.summary + u".\n"_s;
    if (!spec.description.isEmpty())
        text += spec.description + u'\n';
    return text + u'\n' + optionsTable(options);
}

} // namespace earmark::cli
