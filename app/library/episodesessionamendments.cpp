// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of EpisodeSession that takes what the reader says about the text.
#include "library/episodesession_p.h"

#include "glossary/wordforms.h"

#include <algorithm>

namespace earmark::library {

using namespace transcript;
using reading::Division;
using reading::Reading;
using reading::TextRange;

namespace {

QStringView shownOf(const Reading &reading, TokenSpan span)
{
    const TextRange range = reading::rangeOf(reading, span);
    return QStringView(reading.text).mid(range.begin, range.end - range.begin);
}

// What the model has added to a span: the mark after its last word, and a capital for its first.
struct Added {
    QChar mark;
    bool capital = false;
};

Added addedTo(const Reading &reading, const Transcript &transcript, TokenSpan span)
{
    Added added;
    const auto isShown = [&](TokenIndex i) { return !reading.tokenRanges[size_t(i)].isEmpty(); };
    while (span.first < span.last && !isShown(span.first))
        ++span.first;
    while (span.last > span.first && !isShown(span.last))
        --span.last;
    const QStringView last = shownOf(reading, {span.last, span.last});
    if (last.size() > transcript.tokenText(span.last).size())
        added.mark = last.back();
    const QStringView source = transcript.tokenText(span.first);
    const QStringView shown = shownOf(reading, {span.first, span.first}).left(source.size());
    const auto letter = std::ranges::find_if(source, [](QChar c) { return c.isLetter(); });
    const auto at = letter - source.begin();
    added.capital = letter != source.end() && at < shown.size() && shown[at] != *letter;
    return added;
}

bool beginsWithCapital(QStringView text)
{
    const auto letter = std::ranges::find_if(text, [](QChar c) { return c.isLetter(); });
    return letter == text.end() || !letter->isLower();
}

// Without the mark that the model sets there anyway. It sets none after a word that has one of its own, as
// "U.S." has.
QString withoutMark(const QString &text, const Added &added)
{
    const bool hasMark = !added.mark.isNull() && text.endsWith(added.mark);
    if (!hasMark || glossary::endsInOwnDot(text))
        return text;
    const QString rest = text.chopped(1);
    return (reading::traitsOfWord(rest) & Division::Marked) != 0 ? text : rest;
}

// What was typed over words as they are shown holds the model's marks, too: those go on coming from the
// model, unless the reader has changed them.
void settleMarks(Amendment &correction, const Added &added)
{
    const bool keepsMark = added.mark.isNull() || correction.text.endsWith(added.mark);
    const bool keepsCapital = !added.capital || beginsWithCapital(correction.text);
    if (correction.text.isEmpty() || (keepsMark && keepsCapital)) {
        correction.marks = Marks::Model;
        correction.text = withoutMark(correction.text, added);
    } else {
        correction.marks = Marks::Own;
    }
}

} // namespace

const std::vector<Amendment> &EpisodeSession::amendments() const
{
    return d->amendments.all();
}

const Amendment *EpisodeSession::find(AmendmentId id) const
{
    return d->amendments.find(id);
}

const Amendment *EpisodeSession::correctionOf(TokenIndex token) const
{
    const auto found = std::ranges::find_if(
        amendments(), [&](const Amendment &each) { return isCorrection(each) && each.span.contains(token); });
    return found == amendments().end() ? nullptr : &*found;
}

TokenSpan EpisodeSession::correctable(TokenSpan span) const
{
    while (true) {
        TokenSpan wider = reading::wholeWords(reading(), span);
        for (const TokenIndex end : {wider.first, wider.last}) {
            if (const Amendment *correction = correctionOf(end))
                wider = {std::min(wider.first, correction->span.first), std::max(wider.last, correction->span.last)};
        }
        if (wider == span)
            return span;
        span = wider;
    }
}

bool EpisodeSession::correct(TokenSpan span, const QString &text, RuleId rule)
{
    return correct({{span, text}}, rule);
}

bool EpisodeSession::correct(const std::vector<reading::Rewritten> &corrections, RuleId rule)
{
    std::vector<reading::Rewritten> wanted;
    for (const reading::Rewritten &each : corrections) {
        const bool clashes =
            std::ranges::any_of(wanted, [&](const auto &other) { return other.span.overlaps(each.span); });
        if (transcript().contains(each.span) && !clashes)
            wanted.push_back(each);
    }
    std::vector<Amendment> replaced;
    for (const Amendment &each : amendments()) {
        if (isCorrection(each)
            && std::ranges::any_of(wanted, [&](const auto &other) { return other.span.overlaps(each.span); }))
            replaced.push_back(each);
    }
    const Reading without = replaced.empty() ? reading() : d->readingWithout(replaced);
    AmendmentStep step;
    for (const Amendment &old : replaced)
        step.push_back({old, std::nullopt});
    for (const reading::Rewritten &each : wanted)
        d->addCorrection(step, without, each, rule);
    std::erase_if(step, [](const AmendmentEdit &edit) { return edit.before == edit.after; });
    return d->amend(step);
}

bool EpisodeSession::rewrite(TokenSpan span, const QString &typed)
{
    if (!transcript().contains(span))
        return false;
    std::vector<TokenSpan> units;
    for (const Amendment &each : amendments()) {
        if (isCorrection(each) && each.span.overlaps(span))
            units.push_back(each.span);
    }
    return correct(reading::rewritten(reading(), correctable(span), typed, units));
}

// `step` holds the removal of what stood there. `without`: the reading without that. A correction that takes the
// place of another is the same one changed.
void EpisodeSession::Private::addCorrection(AmendmentStep &step, const Reading &without,
                                            const reading::Rewritten &wanted, RuleId rule) const
{
    Amendment correction = makeAmendment(AmendmentKind::Correction, open->transcript, wanted.span, wanted.text,
                                         QDateTime::currentDateTimeUtc());
    correction.rule = rule;
    if (correction.text == shownOf(without, wanted.span).toString().simplified())
        return;
    if (!rule.isValid())
        settleMarks(correction, addedTo(without, open->transcript, wanted.span));
    const auto old = std::ranges::find_if(step, [&](const AmendmentEdit &edit) {
        return edit.before && !edit.after && edit.before->span.overlaps(wanted.span);
    });
    if (old == step.end()) {
        step.push_back({std::nullopt, correction});
        return;
    }
    correction.id = old->before->id;
    old->after = correction;
    Amendment same = correction;
    same.created = old->before->created;
    if (same == old->before)
        old->after = same;
}

QString EpisodeSession::meantBy(TokenSpan span, const QString &typed) const
{
    QString meant = typed.simplified();
    if (!transcript().contains(span) || meant.isEmpty())
        return meant;
    std::vector<Amendment> corrections;
    std::ranges::copy_if(amendments(), std::back_inserter(corrections),
                         [&](const Amendment &each) { return isCorrection(each) && each.span.overlaps(span); });
    const Added added = addedTo(d->readingWithout(corrections), transcript(), span);
    meant = withoutMark(meant, added);
    const QStringView first = transcript().tokenText(span.first);
    const bool isSameWord = QStringView(meant).left(meant.indexOf(u' ')).compare(first, Qt::CaseInsensitive) == 0;
    return added.capital && isSameWord ? first.toString() + meant.sliced(first.size()) : meant;
}

bool EpisodeSession::setTurn(TokenIndex token, const QString &speaker)
{
    if (!transcript().contains({token, token}))
        return false;
    const TokenIndex place = d->placeOf(token);
    const QString name = speaker.simplified();
    const auto &paragraph = reading().paragraphs[reading::paragraphOf(reading(), place)];
    if (paragraph.span.first == place && !name.isEmpty() && speakerAt(place) == name)
        return false;
    const Amendment *old = d->amendmentAt(place, {AmendmentKind::Turn, AmendmentKind::Join});
    Amendment turn =
        makeAmendment(AmendmentKind::Turn, transcript(), {place, place}, name, QDateTime::currentDateTimeUtc());
    if (!old)
        return d->amend({{std::nullopt, turn}});
    const Reading source = d->readingWithout({*old});
    const auto &there = source.paragraphs[reading::paragraphOf(source, place)];
    if (there.span.first == place && there.startsTurn && reading::speakerAt(source, place) == name)
        return d->amend({{*old, std::nullopt}});
    turn.id = old->id;
    return d->amend({{*old, turn}});
}

bool EpisodeSession::mergeTurn(TokenIndex token)
{
    if (!transcript().contains({token, token}))
        return false;
    const size_t paragraph = reading::paragraphOf(reading(), token);
    if (paragraph == 0)
        return false;
    const TokenIndex place = reading().paragraphs[paragraph].span.first;
    AmendmentStep step;
    if (const Amendment *heading = d->amendmentAt(place, {AmendmentKind::Heading}))
        step.push_back({*heading, std::nullopt});
    const Amendment *old = d->amendmentAt(place, {AmendmentKind::Turn, AmendmentKind::Join});
    if (old)
        step.push_back({*old, std::nullopt});
    if (d->division().has(place, Division::ParagraphStart)) {
        Amendment join =
            makeAmendment(AmendmentKind::Join, transcript(), {place, place}, {}, QDateTime::currentDateTimeUtc());
        if (old) {
            join.id = old->id;
            step.back().after = join;
        } else {
            step.push_back({std::nullopt, join});
        }
    }
    return d->amend(step);
}

bool EpisodeSession::renameSpeaker(const QString &from, const QString &to)
{
    const QString name = to.simplified();
    if (from.isEmpty() || name.isEmpty() || from == name)
        return false;
    AmendmentStep step;
    QStringList named;
    for (const Amendment &each : amendments()) {
        const bool isPerson = each.kind == AmendmentKind::Person;
        if (each.place == AmendmentPlace::Lost || (!isPerson && each.kind != AmendmentKind::Turn))
            continue;
        if (isPerson)
            named.append(each.heard);
        if (each.text != from)
            continue;
        Amendment after = each;
        after.text = name;
        step.push_back({each, isPerson && each.heard == name ? std::nullopt : std::optional(after)});
    }
    const auto turn = std::ranges::find(transcript().turns, from, &Turn::speaker);
    if (turn != transcript().turns.end() && !named.contains(from))
        step.push_back({std::nullopt,
                        makeAmendment(AmendmentKind::Person, transcript(), {turn->first, turn->first}, name,
                                      QDateTime::currentDateTimeUtc())});
    return d->amend(step);
}

bool EpisodeSession::setHeading(TokenIndex token, const QString &text)
{
    if (!transcript().contains({token, token}))
        return false;
    const TokenIndex place = d->placeOf(token);
    const Amendment *old = d->amendmentAt(place, {AmendmentKind::Heading});
    Amendment heading =
        makeAmendment(AmendmentKind::Heading, transcript(), {place, place}, text, QDateTime::currentDateTimeUtc());
    const Reading without = old ? d->readingWithout({*old}) : reading();
    const auto &there = without.paragraphs[reading::paragraphOf(without, place)];
    if (heading.text == (there.span.first == place ? there.heading : QString()))
        return old && d->amend({{*old, std::nullopt}});
    if (old && old->text == heading.text)
        return false;
    if (old)
        heading.id = old->id;
    return d->amend({{old ? std::optional(*old) : std::nullopt, heading}});
}

bool EpisodeSession::revert(AmendmentId id)
{
    const Amendment *amendment = find(id);
    return amendment && d->amend({{*amendment, std::nullopt}});
}

bool EpisodeSession::amend(const AmendmentStep &step)
{
    return d->amend(step);
}

QStringList EpisodeSession::speakers() const
{
    QStringList names;
    for (const reading::Paragraph &paragraph : reading().paragraphs) {
        if (!paragraph.speaker.isEmpty() && !names.contains(paragraph.speaker))
            names.append(paragraph.speaker);
    }
    return names;
}

QString EpisodeSession::speakerAt(TokenIndex token) const
{
    return reading::speakerAt(reading(), token);
}

Reading EpisodeSession::Private::composed(const std::vector<Amendment> &with) const
{
    return reading::compose(open->transcript, division(), with, headingsOf(chapters, q->timings()));
}

Reading EpisodeSession::Private::readingWithout(const std::vector<Amendment> &left) const
{
    std::vector<Amendment> others;
    std::ranges::remove_copy_if(amendments.all(), std::back_inserter(others), [&](const Amendment &each) {
        return std::ranges::find(left, each.id, &Amendment::id) != left.end();
    });
    return composed(others);
}

void EpisodeSession::Private::readAnew()
{
    Reading fresh = composed(amendments.all());
    if (fresh == reading)
        return;
    reading = std::move(fresh);
    Q_EMIT q->readingChanged();
}

// Labels before a word, and words left out before a paragraph's first, belong to what is said of it.
TokenIndex EpisodeSession::Private::placeOf(TokenIndex token) const
{
    while (token > 0 && division().has(token - 1, Division::Unshown))
        --token;
    const TokenIndex first = reading.paragraphs[reading::paragraphOf(reading, token)].span.first;
    return token > first && reading::rangeOf(reading, {first, token - 1}).isEmpty() ? first : token;
}

const Amendment *EpisodeSession::Private::amendmentAt(TokenIndex token,
                                                      std::initializer_list<AmendmentKind> kinds) const
{
    const std::vector<Amendment> &all = amendments.all();
    const auto found = std::ranges::find_if(all, [&](const Amendment &each) {
        return each.place == AmendmentPlace::Words && each.span.first == token
            && std::ranges::find(kinds, each.kind) != kinds.end();
    });
    return found == all.end() ? nullptr : &*found;
}

} // namespace earmark::library
