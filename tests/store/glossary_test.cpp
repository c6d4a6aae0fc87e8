// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samplelibrary.h"

#include <QTemporaryDir>
#include <QTest>

using namespace earmark;
using namespace earmark::test;
using namespace Qt::StringLiterals;
using glossary::Rule;
using glossary::Scope;
using store::Store;

// The rules of the glossary.
class TestGlossaryInStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void rulesComeBackNewestFirst();
    void aRuleCanBeChanged();
    void removedRulesAreGoneAndCanComeBack();
    void rulesOfAnEpisodeGoWithIt();
    void whatIsNoRuleIsRefused();
    void aLibraryWithRulesHasNoProblems();
    void whatWasDeclinedStaysSo();

private:
    static Rule ruleAt(int second, const QString &heard, const QString &meant)
    {
        Rule rule = glossary::makeRule(heard, meant);
        rule.created = QDateTime::fromSecsSinceEpoch(1'700'000'000 + second).toUTC();
        return rule;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

void TestGlossaryInStore::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = Store::open(m_folder->filePath(u"library.db"_s), Store::Access::ReadWrite);
    QVERIFY2(store, why(store).constData());
    m_store = *std::move(store);
}

void TestGlossaryInStore::rulesComeBackNewestFirst()
{
    QVERIFY(m_store->rules()->empty());
    const EpisodeId episode = *m_store->insertEpisode(makeEpisode(u"one"_s));
    const Rule always = ruleAt(1, u"deep sequel"_s, u"DeepSeek"_s);
    Rule show = ruleAt(2, u"kitro"_s, u"Kitroeff"_s);
    show.scope = Scope::Show;
    show.show = u"The Daily “süß”"_s;
    Rule here = ruleAt(3, u"uh"_s, {});
    here.scope = Scope::Episode;
    here.episode = episode;
    for (const Rule &rule : {always, show, here}) {
        const auto saved = m_store->saveRule(rule);
        QVERIFY2(saved, why(saved).constData());
    }
    QCOMPARE(*m_store->rules(), (std::vector<Rule>{here, show, always}));
}

void TestGlossaryInStore::aRuleCanBeChanged()
{
    Rule rule = ruleAt(1, u"deep sequel"_s, u"Deepseek"_s);
    QVERIFY(m_store->saveRule(rule));
    QVERIFY(m_store->saveRule(ruleAt(2, u"kitro"_s, u"Kitroeff"_s)));
    rule.meant = u"DeepSeek"_s;
    rule.scope = Scope::Show;
    rule.show = u"The Daily"_s;
    QVERIFY(m_store->saveRule(rule));
    QCOMPARE(m_store->rules()->size(), size_t(2));
    QCOMPARE(m_store->rules()->back(), rule);
}

void TestGlossaryInStore::removedRulesAreGoneAndCanComeBack()
{
    const Rule rule = ruleAt(1, u"deep sequel"_s, u"DeepSeek"_s);
    QVERIFY(m_store->saveRule(rule));
    QVERIFY(m_store->removeRule(rule.id));
    QVERIFY(m_store->rules()->empty());
    QCOMPARE(codeOf(m_store->removeRule(rule.id)), "InvalidArgument"_ba);
    QVERIFY(m_store->saveRule(rule));
    QCOMPARE(*m_store->rules(), std::vector<Rule>{rule});
}

void TestGlossaryInStore::rulesOfAnEpisodeGoWithIt()
{
    const EpisodeId episode = *m_store->insertEpisode(makeEpisode(u"one"_s));
    Rule here = ruleAt(1, u"uh"_s, {});
    here.scope = Scope::Episode;
    here.episode = episode;
    const Rule always = ruleAt(2, u"deep sequel"_s, u"DeepSeek"_s);
    QVERIFY(m_store->saveRule(here));
    QVERIFY(m_store->saveRule(always));
    QVERIFY(m_store->removeEpisode(episode));
    QCOMPARE(*m_store->rules(), std::vector<Rule>{always});
}

void TestGlossaryInStore::whatIsNoRuleIsRefused()
{
    QCOMPARE(codeOf(m_store->saveRule(ruleAt(1, u" - "_s, u"DeepSeek"_s))), "InvalidArgument"_ba);
    QCOMPARE(codeOf(m_store->saveRule(ruleAt(1, u"same"_s, u"same"_s))), "InvalidArgument"_ba);
    Rule nobody = ruleAt(1, u"uh"_s, {});
    nobody.id = {};
    QCOMPARE(codeOf(m_store->saveRule(nobody)), "InvalidArgument"_ba);
    Rule elsewhere = ruleAt(1, u"uh"_s, {});
    elsewhere.scope = Scope::Episode;
    elsewhere.episode = EpisodeId{77};
    QCOMPARE(codeOf(m_store->saveRule(elsewhere)), "EpisodeUnknown"_ba);
    QCOMPARE(codeOf(m_store->removeRule(RuleId::create())), "InvalidArgument"_ba);
    QVERIFY(m_store->rules()->empty());
}

void TestGlossaryInStore::aLibraryWithRulesHasNoProblems()
{
    QVERIFY(m_store->saveRule(ruleAt(1, u"deep sequel"_s, u"DeepSeek"_s)));
    QVERIFY(m_store->problems()->empty());
}

void TestGlossaryInStore::whatWasDeclinedStaysSo()
{
    using glossary::Declined;
    const EpisodeId episode = *m_store->insertEpisode(makeEpisode(u"one"_s));
    const EpisodeId other = *m_store->insertEpisode(makeEpisode(u"two"_s));
    const Declined later{{5, 6}, u"$5. today"_s, u"$5 “süß”"_s};
    const Declined sooner{{2, 2}, u"small"_s, {}};
    const Declined otherwise{{2, 2}, u"small"_s, u"smaller"_s};
    QVERIFY(m_store->declined(episode)->empty());
    for (const Declined &each : {later, sooner, otherwise, later})
        QVERIFY(m_store->decline(episode, each));
    QVERIFY(m_store->decline(other, later));
    QCOMPARE(*m_store->declined(episode), (std::vector{sooner, otherwise, later}));
    QVERIFY(m_store->offerAgain(episode, sooner));
    QVERIFY(m_store->offerAgain(episode, sooner));
    QCOMPARE(*m_store->declined(episode), (std::vector{otherwise, later}));
    QVERIFY(m_store->problems()->empty());
    const int count = m_store->transcript(episode)->count();
    for (const transcript::TokenSpan span : {transcript::TokenSpan{-1, 0}, {3, 2}, {0, count}}) {
        const auto refused = m_store->decline(episode, {span, u"a"_s, u"b"_s});
        QVERIFY(!refused && refused.error().code == ErrorCode::SpanOutsideTranscript);
    }
    QVERIFY(m_store->removeEpisode(episode));
    QCOMPARE(m_store->declined(episode).error().code, ErrorCode::EpisodeUnknown);
    QCOMPARE(m_store->decline(episode, later).error().code, ErrorCode::EpisodeUnknown);
    QCOMPARE(*m_store->declined(other), std::vector{later});
}

QTEST_GUILESS_MAIN(TestGlossaryInStore)
#include "glossary_test.moc"
