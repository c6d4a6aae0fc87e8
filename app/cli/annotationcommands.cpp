// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/annotationcommands.h"

#include "cli/output.h"
#include "library/annotating.h"
#include "library/annotationimport.h"
#include "library/library.h"
#include "library/remarktext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace earmark::cli {

using namespace Qt::StringLiterals;
using notes::Highlight;

namespace {

using Needs = CommandSpec::Needs;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::AnnotationCommands)
};

QStringList tagsIn(const QString &text)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

std::optional<HighlightId> highlightIn(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    return uuid.isNull() ? std::nullopt : std::optional(HighlightId{uuid});
}

ExitCode printHighlight(const Result<Highlight> &highlight, Terminal terminal)
{
    if (!highlight)
        return fail(terminal, highlight.error());
    printLine(terminal.out, idText(highlight->id));
    return ExitCode::Ok;
}

ExitCode listTags(const Invocation &invocation, Terminal terminal)
{
    const auto store = openLibrary(invocation, store::Store::Access::ReadOnly);
    if (!store)
        return fail(terminal, store.error());
    const auto tags = (*store)->tags();
    if (!tags)
        return fail(terminal, tags.error());
    for (const store::TagCount &tag : *tags)
        printLine(terminal.out, u"%1\t%2"_s.arg(tag.tag).arg(tag.highlights));
    return ExitCode::Ok;
}

} // namespace

CommandSpec highlightSpec()
{
    return {u"highlight"_s,
            Needs::Text,
            {u"EPISODE"_s, u"FIRST"_s, u"LAST"_s},
            {{u"note"_s, u"TEXT"_s, Text::tr("a note to it, in Markdown")},
             {u"tag"_s, u"TAGS"_s, Text::tr("tags, with blanks or commas between"), true},
             {u"mark"_s, u"NUMBER"_s, Text::tr("which mark, from 1 to 5")}},
            Text::tr("Highlight the words from FIRST to LAST"),
            Text::tr("Words are counted from 0, cues included. Prints the highlight's identity, which note and tag "
                     "take.")};
}

CommandSpec noteSpec()
{
    return {
        u"note"_s,
        Needs::Text,
        {u"HIGHLIGHT|EPISODE"_s, u"[TEXT]"_s},
        {{u"at"_s, u"TIME"_s, Text::tr("the moment it belongs to, such as 12:03 or 723.4")},
         {u"remove"_s, {}, Text::tr("take the highlight's note away instead")}},
        Text::tr("Write a highlight's note, or one on an episode"),
        Text::tr("The note of a highlight is replaced; an episode gets another one. The text is Markdown, and - reads "
                 "it from standard input.")};
}

CommandSpec tagSpec()
{
    return {u"tag"_s,
            Needs::Text,
            {u"[HIGHLIGHT]"_s, u"[TAGS]"_s},
            {{u"remove"_s, {}, Text::tr("take the tags away instead")}},
            Text::tr("Tag a highlight, or list all tags"),
            Text::tr("Tags have blanks or commas between. Without arguments it prints each tag of the library and how "
                     "many highlights have it, with a tab between.")};
}

CommandSpec importAnnotationsSpec()
{
    return {u"import-annotations"_s,
            Needs::Text,
            {u"FILE"_s},
            {{u"episode"_s, u"EPISODE"_s, Text::tr("only into this episode")}},
            Text::tr("Bring annotations into the library"),
            Text::tr("FILE holds W3C Web Annotations (JSON), or it is Markdown that Earmark wrote, in which notes were "
                     "changed, or typed under a highlight that had none. An annotation is put where its words are "
                     "heard at its time, and nowhere else; those "
                     "without such a place are listed, and the exit status is 1.")};
}

ExitCode highlight(const Invocation &invocation, Terminal terminal)
{
    const auto id = episodeNumber(invocation.operands[0]);
    if (!id)
        return failNotANumber(terminal, invocation.operands[0], u"highlight"_s);
    const auto first = numberOf<transcript::TokenIndex>(invocation.operands[1]);
    if (!first)
        return failNotANumber(terminal, invocation.operands[1], u"highlight"_s);
    const auto last = numberOf<transcript::TokenIndex>(invocation.operands[2]);
    if (!last)
        return failNotANumber(terminal, invocation.operands[2], u"highlight"_s);
    const auto mark = invocation.has(u"mark"_s) ? numberOf<int>(invocation.option(u"mark"_s)) : std::optional(1);
    if (!mark || *mark < 1 || *mark > 5)
        return failUsage(terminal, Text::tr("Marks have the numbers 1 to 5."), u"highlight"_s);
    if (*last < *first) {
        complain(terminal, Text::tr("The first word, %1, comes after the last one, %2.").arg(*first).arg(*last));
        return ExitCode::Failed;
    }
    const auto store = openToChange(invocation);
    if (!store)
        return fail(terminal, store.error());
    return printHighlight(library::addHighlight(**store, *id, {*first, *last}, invocation.option(u"note"_s),
                                                tagsIn(invocation.option(u"tag"_s)), notes::Mark(*mark)),
                          terminal);
}

namespace {

ExitCode removeNote(const Invocation &invocation, std::optional<HighlightId> id, Terminal terminal)
{
    if (!id || invocation.operands.size() > 1 || invocation.has(u"at"_s))
        return failUsage(terminal, Text::tr("--remove takes a highlight, and neither a text nor a time."), u"note"_s);
    const auto store = openToChange(invocation);
    if (!store)
        return fail(terminal, store.error());
    if (const auto removed = library::removeNote(**store, *id); !removed)
        return fail(terminal, removed.error());
    printLine(terminal.out, idText(*id));
    return ExitCode::Ok;
}

} // namespace

ExitCode note(const Invocation &invocation, Terminal terminal)
{
    const auto id = highlightIn(invocation.operands[0]);
    const auto episode = episodeNumber(invocation.operands[0]);
    if (!id && !episode)
        return failUsage(terminal,
                         Text::tr("“%1” is neither a highlight nor an episode's number.").arg(invocation.operands[0]),
                         u"note"_s);
    if (invocation.has(u"remove"_s))
        return removeNote(invocation, id, terminal);
    if (invocation.operands.size() < 2)
        return failUsage(terminal, Text::tr("Say what the note is, or --remove it."), u"note"_s);
    std::optional<MediaTime> at;
    if (invocation.has(u"at"_s)) {
        at = timeIn(invocation.option(u"at"_s));
        if (!at)
            return failUsage(terminal, Text::tr("“%1” is not a time.").arg(invocation.option(u"at"_s)), u"note"_s);
        if (id)
            return failUsage(terminal, Text::tr("A highlight has its own time; --at is for episodes."), u"note"_s);
    }
    const QString text = invocation.operands[1] == u"-" ? readStandardInput() : invocation.operands[1];
    const auto store = openToChange(invocation);
    if (!store)
        return fail(terminal, store.error());
    return printHighlight(id ? library::changeHighlight(**store, *id, [&](Highlight &h) { h.note = text; })
                             : library::addNote(**store, *episode, at, text),
                          terminal);
}

ExitCode tag(const Invocation &invocation, Terminal terminal)
{
    if (invocation.operands.isEmpty())
        return listTags(invocation, terminal);
    const auto id = highlightIn(invocation.operands[0]);
    if (!id)
        return failUsage(terminal, Text::tr("“%1” is no highlight.").arg(invocation.operands[0]), u"tag"_s);
    const QStringList tags = notes::cleanTags(tagsIn(invocation.operands.value(1)));
    if (tags.isEmpty())
        return failUsage(terminal, Text::tr("Say which tags."), u"tag"_s);
    const auto store = openToChange(invocation);
    if (!store)
        return fail(terminal, store.error());
    const bool removes = invocation.has(u"remove"_s);
    const auto change = [&](Highlight &highlight) {
        if (!removes)
            highlight.tags = notes::cleanTags(highlight.tags + tags);
        else
            highlight.tags.removeIf([&](const QString &had) { return tags.contains(had, Qt::CaseInsensitive); });
    };
    const auto changed = library::changeHighlight(**store, *id, change);
    if (!changed)
        return fail(terminal, changed.error());
    printLine(terminal.out, changed->tags.join(u' '));
    return ExitCode::Ok;
}

ExitCode importAnnotations(const Invocation &invocation, Terminal terminal)
{
    std::optional<EpisodeId> only;
    if (invocation.has(u"episode"_s)) {
        only = episodeNumber(invocation.option(u"episode"_s));
        if (!only)
            return failNotANumber(terminal, invocation.option(u"episode"_s), u"import-annotations"_s);
    }
    const auto store = openToChange(invocation);
    if (!store)
        return fail(terminal, store.error());
    const auto imported = library::importAnnotations(**store, invocation.operands[0], only);
    if (!imported)
        return fail(terminal, imported.error());
    printLine(terminal.out,
              u"added\t%1\nchanged\t%2\nunchanged\t%3\nleft out\t%4"_s.arg(imported->added)
                  .arg(imported->changed)
                  .arg(imported->unchanged)
                  .arg(imported->leftOut.size()));
    if (imported->added == 0 && imported->changed == 0 && imported->leftOut.empty())
        complain(terminal,
                 Text::tr("Nothing in “%1” is new; the library stays as it was.").arg(invocation.operands[0]));
    for (const library::LeftOut &left : imported->leftOut)
        complain(terminal, library::leftOutText(left));
    return imported->leftOut.empty() ? ExitCode::Ok : ExitCode::Failed;
}

} // namespace earmark::cli
