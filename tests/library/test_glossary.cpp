// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "formats/formats.h"
#include "library/glossary.h"
#include "library/import.h"
#include "library/libraryservice.h"
#include "library/punctuation.h"
#include "library/soundalikes.h"

#include <QSignalSpy>

using namespace earmark;
using namespace earmark::library;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using glossary::Rule;
using glossary::Scope;
using transcript::Amendment;
using transcript::TokenSpan;

namespace {

const QByteArray spoken = "so the app by deep Sequel is out, deep sequel says, and deepsea costs less";

transcript::Transcript parsed(const QByteArray &text)
{
    return formats::parsePlainText(QString::fromUtf8(text)).transcript;
}

// "4-5 DeepSeek, …"
QString shown(const std::vector<Suggestion> &suggestions)
{
    QStringList all;
    for (const Suggestion &each : suggestions)
        all.append(u"%1-%2 %3%4"_s.arg(each.span.first)
                       .arg(each.span.last)
                       .arg(each.text, each.rule.isValid() ? QString() : u"?"_s));
    return all.join(u"; "_s);
}

} // namespace

// The rules of the glossary in an episode: what they would correct, and nothing before the reader says so.
class GlossaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesSuggestWhatNobodyCorrected();
    void aRuleGoesBeforeWhatOnlySoundsAlike();
    void acceptingAndTakingBackAreOneStep();
    void whatWasDeclinedIsNotProposed();
    void termsAreWhatIsMeant();
    void theSameWordsHaveOneRule();
    void anImportTellsWhatRulesKnow();
    void theLibraryAnswersWithAllRules();
    void soundsAreThoseOfTheLanguage();
    void theRawEpisodeGetsTheRightProposals();
};

void GlossaryTest::rulesSuggestWhatNobodyCorrected()
{
    const transcript::Transcript transcript = parsed(spoken);
    const std::vector<Rule> rules{glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s)};
    QCOMPARE(shown(suggestionsOf(rules, transcript, {})), u"4-5 DeepSeek; 8-9 DeepSeek"_s);
    const Amendment correction = makeAmendment(transcript::AmendmentKind::Correction, transcript, {5, 6}, u"Seek is"_s,
                                               QDateTime::currentDateTimeUtc());
    QCOMPARE(shown(suggestionsOf(rules, transcript, {correction})), u"8-9 DeepSeek"_s);
    Amendment lost = correction;
    lost.place = transcript::AmendmentPlace::Lost;
    QCOMPARE(suggestionsOf(rules, transcript, {lost}).size(), size_t(2));
    QVERIFY(suggestionsOf({}, transcript, {}).empty());
}

void GlossaryTest::aRuleGoesBeforeWhatOnlySoundsAlike()
{
    const transcript::Transcript transcript = parsed(spoken);
    const std::vector<Rule> rules{glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s)};
    const std::vector<glossary::Proposal> sounds{{{3, 4}, u"Byte"_s, 0.1}, {{12, 12}, u"DeepSeek"_s, 0.2}};
    QCOMPARE(shown(withSoundalikes(suggestionsOf(rules, transcript, {}), sounds, transcript, {})),
             u"4-5 DeepSeek; 8-9 DeepSeek; 12-12 DeepSeek?"_s);
}

void GlossaryTest::whatWasDeclinedIsNotProposed()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const EpisodeId id = workshop.importText(spoken);
    Rule rule = glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s);
    QVERIFY(store->saveRule(rule));
    const transcript::Transcript transcript = *store->transcript(id);
    const auto suggestions = *ruleSuggestions(*store, id);
    QCOMPARE(suggestions.size(), size_t(2));
    const glossary::Declined declined = declining(suggestions[1], transcript);
    QVERIFY(store->decline(id, declined));
    QCOMPARE(*ruleSuggestions(*store, id), std::vector{suggestions[0]});
    QCOMPARE(declinedHere({declined}, transcript), std::vector{declined});
    // In another transcript other words are there.
    QVERIFY(declinedHere({declined}, parsed("one two three four five six seven eight nine ten eleven")).empty());
    // Another wording is another proposal.
    rule.meant = u"Deep Seek"_s;
    QVERIFY(store->saveRule(rule));
    QCOMPARE(ruleSuggestions(*store, id)->size(), size_t(2));
}

void GlossaryTest::acceptingAndTakingBackAreOneStep()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const EpisodeId id = workshop.importText(spoken);
    const Rule rule = glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s);
    QVERIFY(store->saveRule(rule));
    const auto suggestions = ruleSuggestions(*store, id);
    QCOMPARE(codeOf(suggestions), "none");
    const transcript::Transcript transcript = *store->transcript(id);
    QCOMPARE(codeOf(store->apply(id, accepting(*suggestions, transcript))), "none");
    const std::vector<Amendment> amendments = *store->amendments(id);
    QCOMPARE(amendments.size(), size_t(2));
    QCOMPARE(amendments[0].rule, rule.id);
    QCOMPARE(amendments[0].heard, u"deep Sequel"_s);
    QVERIFY(ruleSuggestions(*store, id)->empty());
    // Removing the rule takes nothing away by itself.
    QVERIFY(store->removeRule(rule.id));
    QCOMPARE(store->amendments(id)->size(), size_t(2));
    QCOMPARE(codeOf(store->apply(id, revertingRule(rule.id, amendments))), "none");
    QVERIFY(store->amendments(id)->empty());
}

void GlossaryTest::termsAreWhatIsMeant()
{
    const transcript::Transcript transcript = parsed(spoken);
    const auto correction = [&](const QString &text) {
        return makeAmendment(transcript::AmendmentKind::Correction, transcript, {0, 0}, text,
                             QDateTime::currentDateTimeUtc());
    };
    QCOMPARE(termsOf({glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s), glossary::makeRule(u"uh"_s, {})},
                     {correction(u"OpenAI"_s), correction(u"DeepSeek"_s), correction(u"a whole sentence it was"_s)}),
             (QStringList{u"DeepSeek"_s, u"OpenAI"_s}));
}

void GlossaryTest::theSameWordsHaveOneRule()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    const auto first = addRule(*store, glossary::makeRule(u"deep sequel"_s, u"Deepseek"_s));
    const auto second = addRule(*store, glossary::makeRule(u"Deep Sequel"_s, u"DeepSeek"_s));
    QCOMPARE(codeOf(second), "none");
    QCOMPARE(second->id, first->id);
    QCOMPARE(store->rules()->size(), size_t(1));
    QCOMPARE(store->rules()->front().meant, u"DeepSeek"_s);
    Rule show = glossary::makeRule(u"deep sequel"_s, u"Deep Seek"_s);
    show.scope = Scope::Show;
    show.show = u"Daily"_s;
    QVERIFY(addRule(*store, show));
    QCOMPARE(store->rules()->size(), size_t(2));
}

void GlossaryTest::anImportTellsWhatRulesKnow()
{
    const Workshop workshop;
    const auto store = workshop.openStore();
    QVERIFY(store->saveRule(glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s)));
    ImportRequest request;
    request.transcriptFile = workshop.write(u"a.txt"_s, spoken);
    const auto imported = importEpisode(*store, request);
    QCOMPARE(codeOf(imported), "none");
    QCOMPARE(imported->ruleHits, 2);
    QVERIFY(store->amendments(imported->id)->empty());
    request.transcriptFile = workshop.write(u"b.txt"_s, "nothing of the kind");
    QCOMPARE(importEpisode(*store, request)->ruleHits, 0);
}

void GlossaryTest::theLibraryAnswersWithAllRules()
{
    const Workshop workshop;
    LibraryService service(workshop.libraryPath());
    QSignalSpy read(&service, &LibraryService::rulesRead);
    QSignalSpy failed(&service, &LibraryService::rulesFailed);
    const auto rules = [&read] { return read.takeFirst().at(0).value<std::vector<Rule>>(); };
    const Rule rule = glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s);
    service.saveRule(rule);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(rules(), std::vector<Rule>{rule});
    service.removeRule(rule.id);
    service.readRules();
    QTRY_COMPARE(read.size(), 2);
    QVERIFY(rules().empty());
    service.removeRule(rule.id);
    QTRY_COMPARE(failed.size(), 1);
}

void GlossaryTest::soundsAreThoseOfTheLanguage()
{
    const auto model = loadPunctuation();
    QCOMPARE(codeOf(model), "none");
    const transcript::Transcript transcript =
        parsed("the app by the company is un seeding the other app on the store and costs a little less than deepsea "
               "claims at tienan square they said");
    const auto found = findSoundalikes(transcript, u"en"_s, {u"DeepSeek"_s, u"unseating"_s, u"Tiananmen"_s}, *model);
    QCOMPARE(codeOf(found), "none");
    QStringList terms;
    for (const glossary::Proposal &proposal : *found)
        terms.append(proposal.term);
    QCOMPARE(terms, (QStringList{u"unseating"_s, u"DeepSeek"_s, u"Tiananmen"_s}));
    QCOMPARE(codeOf(findSoundalikes(transcript, u"xx-none"_s, {u"DeepSeek"_s}, *model)), "LanguageUnknown");
    const CancelToken cancel;
    cancel.cancel();
    QCOMPARE(codeOf(findSoundalikes(transcript, u"en"_s, {u"DeepSeek"_s}, *model, cancel)), "Cancelled");
}

void GlossaryTest::theRawEpisodeGetsTheRightProposals()
{
    QFile real(QStringLiteral(EARMARK_SHARED_DIR) + u"/data/episode-raw.txt"_s);
    if (!real.open(QIODevice::ReadOnly))
        QSKIP("the episode is not there");
    const auto model = loadPunctuation();
    const transcript::Transcript transcript = parsed(real.readAll());
    const auto proposed = [&](const QStringList &terms) {
        QStringList all;
        const auto found = findSoundalikes(transcript, {}, terms, *model);
        for (const glossary::Proposal &each : found.value_or(std::vector<glossary::Proposal>()))
            all.append(transcript::wordsOf(transcript, each.span) + u" > "_s + each.term);
        return all;
    };
    QCOMPARE(proposed({}),
             (QStringList{u"deep Sequel > Deep seek"_s, u"deepsea > Deep seek"_s, u"Tik Tock > Tik Tok"_s,
                          u"Tik Tock > Tik Tok"_s, u"sputnick > Sputnik"_s}));
    QCOMPARE(proposed({u"DeepSeek"_s, u"unseating"_s, u"Tiananmen"_s}),
             (QStringList{u"un seeding > unseating"_s, u"deeps > DeepSeek"_s, u"deep Sequel > DeepSeek"_s,
                          u"deepsea > DeepSeek"_s, u"Tik Tock > Tik Tok"_s, u"Tik Tock > Tik Tok"_s,
                          u"tienan > Tiananmen"_s, u"sputnick > Sputnik"_s}));
}

QTEST_GUILESS_MAIN(GlossaryTest)
#include "test_glossary.moc"
