// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/glossarycommand.h"

#include "cli/output.h"
#include "library/glossary.h"

#include <QCoreApplication>

#include <algorithm>

namespace earmark::cli {

using namespace Qt::StringLiterals;
using glossary::Rule;
using glossary::Scope;
using Access = store::Store::Access;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::GlossaryCommand)
};

const QString command = u"glossary"_s;

// For programs, too: "always", "episode 3", "show The Daily".
QString scopeText(const Rule &rule)
{
    switch (rule.scope) {
    case Scope::Episode: return u"episode %1"_s.arg(rule.episode.value);
    case Scope::Show: return u"show %1"_s.arg(rule.show);
    case Scope::Always: break;
    }
    return u"always"_s;
}

ExitCode list(const Invocation &invocation, Terminal terminal)
{
    const auto store = openLibrary(invocation, Access::ReadOnly);
    if (!store)
        return fail(terminal, store.error());
    const auto rules = (*store)->rules();
    if (!rules)
        return fail(terminal, rules.error());
    for (const Rule &rule : *rules)
        printLine(terminal.out, QStringList{idText(rule.id), scopeText(rule), rule.heard, rule.meant}.join(u'\t'));
    return ExitCode::Ok;
}

ExitCode add(const Invocation &invocation, Terminal terminal)
{
    Rule rule = glossary::makeRule(invocation.operands.value(1), invocation.operands.value(2));
    if (invocation.has(u"episode"_s)) {
        const auto id = episodeNumber(invocation.option(u"episode"_s));
        if (!id)
            return failNotANumber(terminal, invocation.option(u"episode"_s), command);
        rule.scope = Scope::Episode;
        rule.episode = *id;
    } else if (invocation.has(u"show"_s)) {
        rule.scope = Scope::Show;
        rule.show = invocation.option(u"show"_s).simplified();
    }
    if (!glossary::isUsable(rule))
        return failUsage(terminal, Text::tr("Say which words are heard, and what they should read instead."), command);
    const auto store = openLibrary(invocation, Access::ReadWrite);
    if (!store)
        return fail(terminal, store.error());
    const auto before = (*store)->rules();
    const auto added = library::addRule(**store, rule);
    if (!added)
        return fail(terminal, added.error());
    if (before) {
        const auto same = std::ranges::find(*before, added->id, &Rule::id);
        if (same != before->end() && (same->heard != added->heard || same->meant != added->meant))
            complain(terminal, Text::tr("This takes the place of the rule “%1” → “%2”.").arg(same->heard, same->meant));
    }
    printLine(terminal.out, idText(added->id));
    return ExitCode::Ok;
}

ExitCode remove(const Invocation &invocation, Terminal terminal)
{
    const RuleId id{QUuid::fromString(invocation.operands.value(1))};
    const auto store = openToChange(invocation);
    if (!store)
        return fail(terminal, store.error());
    const auto rules = (*store)->rules();
    if (!rules)
        return fail(terminal, rules.error());
    if (std::ranges::find(*rules, id, &Rule::id) == rules->end()) {
        complain(terminal, Text::tr("There is no rule “%1”.").arg(invocation.operands.value(1)));
        return ExitCode::Failed;
    }
    const auto removed = (*store)->removeRule(id);
    return removed ? ExitCode::Ok : fail(terminal, removed.error());
}

ExitCode hits(const Invocation &invocation, Terminal terminal)
{
    const auto id = episodeNumber(invocation.operands.value(1));
    if (!id)
        return failNotANumber(terminal, invocation.operands.value(1), command);
    const bool accepts = invocation.has(u"accept"_s);
    const auto store = accepts ? openToChange(invocation) : openLibrary(invocation, Access::ReadOnly);
    if (!store)
        return fail(terminal, store.error());
    const auto episode = (*store)->episode(*id); // first: what is read after it may be of a newer edition
    if (!episode)
        return fail(terminal, episode.error());
    const auto transcript = (*store)->transcript(*id);
    if (!transcript)
        return fail(terminal, transcript.error());
    const auto suggestions = library::ruleSuggestions(**store, *id);
    if (!suggestions)
        return fail(terminal, suggestions.error());
    if (accepts) {
        const auto applied = (*store)->apply(*id, library::accepting(*suggestions, *transcript), episode->edition);
        if (!applied)
            return fail(terminal, applied.error());
    }
    for (const library::Suggestion &suggestion : *suggestions)
        printLine(terminal.out,
                  QStringList{QString::number(suggestion.span.first), QString::number(suggestion.span.last),
                              transcript::wordsOf(*transcript, suggestion.span), suggestion.text}
                      .join(u'\t'));
    return ExitCode::Ok;
}

} // namespace

CommandSpec glossarySpec()
{
    return {
        command,
        CommandSpec::Needs::Text,
        {u"[ACTION]"_s, u"[HEARD|RULE|EPISODE]"_s, u"[MEANT]"_s},
        {{u"episode"_s, u"EPISODE"_s, Text::tr("add: the rule holds in this episode alone")},
         {u"show"_s, u"SHOW"_s, Text::tr("add: the rule holds in this show's episodes")},
         {u"accept"_s, {}, Text::tr("hits: correct them all")}},
        Text::tr("List and change the rules for words that are always misheard"),
        Text::tr("“list” prints each rule: its identity, where it holds, what is heard and what is meant. “add HEARD "
                 "MEANT” makes one and prints its identity, “remove RULE” takes one away; what was corrected by it "
                 "stays. “hits EPISODE” prints where words of the rules stand that nobody has corrected: first and "
                 "last word, counted from 0, the words, and what they should read. Everything is separated by "
                 "tabs. Words are compared by their letters, whatever their case.")};
}

ExitCode glossary(const Invocation &invocation, Terminal terminal)
{
    const QString action = invocation.operands.value(0, u"list"_s);
    const qsizetype given = std::max<qsizetype>(invocation.operands.size(), 1) - 1;
    if (action == u"list" && given == 0)
        return list(invocation, terminal);
    if (action == u"add" && given == 2)
        return add(invocation, terminal);
    if (action == u"remove" && given == 1)
        return remove(invocation, terminal);
    if (action == u"hits" && given == 1)
        return hits(invocation, terminal);
    return failUsage(terminal, Text::tr("Say “list”, “add HEARD MEANT”, “remove RULE” or “hits EPISODE”."), command);
}

} // namespace earmark::cli
