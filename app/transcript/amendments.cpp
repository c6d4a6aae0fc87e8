// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/amendments.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace earmark::transcript {

namespace {

// How much of what follows is kept with a turn or a heading.
constexpr TokenIndex wordsHeard = 8;

bool saysWhoSpeaks(AmendmentKind kind)
{
    return kind == AmendmentKind::Turn || kind == AmendmentKind::Join;
}

QString nameAt(const Transcript &transcript, TokenIndex token)
{
    QString name;
    for (const Turn &turn : transcript.turns) {
        if (turn.first == token)
            name = turn.speaker;
    }
    return name;
}

} // namespace

AmendmentStep inverse(const AmendmentStep &step)
{
    AmendmentStep turned;
    turned.reserve(step.size());
    std::transform(step.rbegin(), step.rend(), std::back_inserter(turned),
                   [](const AmendmentEdit &edit) { return edit.inverse(); });
    return turned;
}

bool comesBefore(const Amendment &a, const Amendment &b)
{
    const auto order = [](const Amendment &each) {
        return std::tuple(each.place, each.span.first, each.kind, each.span.last, each.created, each.id.value);
    };
    return order(a) < order(b);
}

bool excludes(const Amendment &a, const Amendment &b)
{
    if (a.place == AmendmentPlace::Lost || b.place == AmendmentPlace::Lost || a.id == b.id)
        return false;
    const bool sameKind = a.kind == b.kind || (saysWhoSpeaks(a.kind) && saysWhoSpeaks(b.kind));
    return sameKind && a.span.overlaps(b.span);
}

std::optional<std::vector<Amendment>> afterStep(std::vector<Amendment> amendments, const AmendmentStep &step)
{
    for (const AmendmentEdit &edit : step) {
        const auto found = std::ranges::find(amendments, edit.id(), &Amendment::id);
        if (edit.before ? found == amendments.end() || *found != *edit.before : found != amendments.end())
            return std::nullopt;
        if (found != amendments.end())
            amendments.erase(found);
        if (edit.after)
            amendments.insert(std::ranges::upper_bound(amendments, *edit.after, comesBefore), *edit.after);
    }
    return amendments;
}

QString wordsOf(const Transcript &transcript, TokenSpan span)
{
    if (!transcript.contains(span))
        return {};
    const Token &first = transcript.tokens[size_t(span.first)];
    const Token &last = transcript.tokens[size_t(span.last)];
    return transcript.text.mid(first.begin, last.begin + last.length - first.begin);
}

Amendment makeAmendment(AmendmentKind kind, const Transcript &transcript, TokenSpan span, const QString &text,
                        const QDateTime &now)
{
    Amendment amendment;
    amendment.id = AmendmentId::create();
    amendment.kind = kind;
    amendment.span = kind == AmendmentKind::Correction ? span : TokenSpan{span.first, span.first};
    amendment.text = text.simplified();
    const TokenIndex last =
        kind == AmendmentKind::Correction ? span.last : std::min(span.first + wordsHeard, transcript.count()) - 1;
    amendment.heard =
        kind == AmendmentKind::Person ? nameAt(transcript, span.first) : wordsOf(transcript, {span.first, last});
    amendment.created = QDateTime::fromMSecsSinceEpoch(now.toMSecsSinceEpoch()).toUTC();
    return amendment;
}

} // namespace earmark::transcript
