// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "glossary/rules.h"
#include "transcript/amendments.h"

#include <QElapsedTimer>
#include <QTest>

using namespace earmark;
using namespace earmark::glossary;
using namespace Qt::StringLiterals;
using transcript::Transcript;

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAreFoundByTheirLetters_data();
    void wordsAreFoundByTheirLetters();
    void marksAroundTheWordsStay_data();
    void marksAroundTheWordsStay();
    void nothingIsFoundAcrossATurn();
    void rulesOfMoreWordsComeFirst();
    void narrowerAndNewerRulesComeFirst();
    void hitsAreDisjointAndInOrder();
    void rulesHoldWhereTheySay_data();
    void rulesHoldWhereTheySay();
    void whatIsNoRuleIsNotUsable_data();
    void whatIsNoRuleIsNotUsable();
    void marksAreNoPartOfARule();
    void manyRulesCostOnePass();

private:
    static Transcript parse(const QString &text) { return formats::parsePlainText(text).transcript; }
    // The text with each hit as <what it should read>.
    static QString marked(const QString &text, const std::vector<Rule> &rules)
    {
        const Transcript transcript = parse(text);
        QStringList words;
        transcript::TokenIndex next = 0;
        for (const Hit &hit : hits(transcript, rules)) {
            for (; next < hit.span.first; ++next)
                words.append(transcript.tokenText(next).toString());
            words.append(u'<' + textFor(rules[hit.rule], transcript, hit.span) + u'>');
            next = hit.span.last + 1;
        }
        for (; next < transcript.count(); ++next)
            words.append(transcript.tokenText(next).toString());
        return words.join(u' ');
    }
};

void TestRules::wordsAreFoundByTheirLetters_data()
{
    QTest::addColumn<QString>("heard");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QString &heard, const QString &text, const QString &found) {
        QTest::newRow(name) << heard << text << found;
    };
    row("a word", u"deepsea"_s, u"than deepsea claims"_s, u"than <Meant> claims"_s);
    row("words", u"deep sequel"_s, u"who is deep Sequel and"_s, u"who is <Meant> and"_s);
    row("any case", u"Deep Seek"_s, u"called Deep seek that"_s, u"called <Meant> that"_s);
    row("the whole text", u"deep seek"_s, u"deep seek"_s, u"<Meant>"_s);
    row("not within a word", u"deep"_s, u"deeply deepen"_s, u"deeply deepen"_s);
    row("not what sounds alike", u"deep seek"_s, u"deep sequel deepseek"_s, u"deep sequel deepseek"_s);
    row("not half of it", u"deep seek"_s, u"deep sea deep"_s, u"deep sea deep"_s);
    row("accents count", u"resume"_s, u"resumé résumé"_s, u"resumé résumé"_s);
    row("after a false start", u"deep deep seek"_s, u"deep deep deep seek"_s, u"deep <Meant>"_s);
    row("not across a cue", u"deep seek"_s, u"deep [Music] seek"_s, u"deep [Music] seek"_s);
    row("not across a mark", u"deep seek"_s, u"So deep. Seek it, deep, seek"_s, u"So deep. Seek it, deep, seek"_s);
    row("across the rule's own mark", u"$5. 5 million"_s, u"cost $5. 5 million now"_s, u"cost <Meant> now"_s);
    row("a dash that is a word", u"hello - brian"_s, u"say hello - Brian"_s, u"say <Meant>"_s);
    row("over two lines", u"deep seek"_s, u"so deep\nseek said"_s, u"so <Meant> said"_s);
    row("what is right is no hit", u"meant"_s, u"Meant meant"_s, u"Meant <Meant>"_s);
    row("signs tell words apart", u"c++"_s, u"C c++ C# c++,"_s, u"C <Meant> C# <Meant,>"_s);
    row("marks around the rule", u"“deep seek.”"_s, u"so deep seek is"_s, u"so <Meant> is"_s);
    row("other scripts", u"東京 タワー"_s, u"あの 東京 タワー です"_s, u"あの <Meant> です"_s);
}

void TestRules::wordsAreFoundByTheirLetters()
{
    QFETCH(QString, heard);
    QFETCH(QString, text);
    QFETCH(QString, found);
    QCOMPARE(marked(text, {makeRule(heard, u"Meant"_s)}), found);
}

void TestRules::marksAroundTheWordsStay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("found");
    QTest::newRow("after") << u"by deep Sequel, and"_s << u"by <DeepSeek,> and"_s;
    QTest::newRow("both") << u"called “deep sequel”. So"_s << u"called <“DeepSeek”.> So"_s;
    QTest::newRow("the same word again") << u"so deep sequel. Deep sequel"_s << u"so <DeepSeek.> <DeepSeek>"_s;
    QTest::newRow("genitive") << u"and deep sequel's app"_s << u"and <DeepSeek's> app"_s;
    QTest::newRow("genitive, set") << u"and deep sequel’s, too"_s << u"and <DeepSeek’s,> too"_s;
    QTest::newRow("before the first") << u"(deep sequel) said"_s << u"<(DeepSeek)> said"_s;
}

void TestRules::marksAroundTheWordsStay()
{
    QFETCH(QString, text);
    QFETCH(QString, found);
    QCOMPARE(marked(text, {makeRule(u"deep sequel"_s, u"DeepSeek"_s)}), found);
}

void TestRules::nothingIsFoundAcrossATurn()
{
    const std::vector<Rule> rules{makeRule(u"deep seek"_s, u"DeepSeek"_s)};
    const Transcript transcript = parse(u"ANNA: how deep\n\nBEN: seek and find\n\nANNA: deep seek\n"_s);
    const std::vector<Hit> found = hits(transcript, rules);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(transcript::wordsOf(transcript, found[0].span), u"deep seek"_s);
}

void TestRules::rulesOfMoreWordsComeFirst()
{
    const std::vector<Rule> rules{makeRule(u"deep"_s, u"A"_s), makeRule(u"deep seek"_s, u"B"_s),
                                  makeRule(u"deep seek r one"_s, u"C"_s)};
    QCOMPARE(marked(u"deep deep seek deep seek r one deep seek r two"_s, rules), u"<A> <B> <C> <B> r two"_s);
}

void TestRules::narrowerAndNewerRulesComeFirst()
{
    Rule always = makeRule(u"seek"_s, u"Always"_s);
    Rule show = makeRule(u"seek"_s, u"Show"_s);
    show.scope = Scope::Show;
    show.show = u"Daily"_s;
    Rule episode = makeRule(u"seek"_s, u"Episode"_s);
    episode.scope = Scope::Episode;
    episode.episode = EpisodeId{3};
    Rule newer = makeRule(u"Seek"_s, u"Newer"_s);
    newer.created = always.created.addSecs(5);
    QCOMPARE(marked(u"seek"_s, {always, episode, show}), u"<Episode>"_s);
    QCOMPARE(marked(u"seek"_s, {always, show}), u"<Show>"_s);
    QCOMPARE(marked(u"seek"_s, {newer, always}), u"<Newer>"_s);
    QCOMPARE(marked(u"seek"_s, {always, newer}), u"<Newer>"_s);
}

void TestRules::hitsAreDisjointAndInOrder()
{
    const std::vector<Rule> rules{makeRule(u"a a"_s, u"B"_s), makeRule(u"a b"_s, u"C"_s)};
    const Transcript transcript = parse(u"a a a b a b a a a"_s);
    TokenSpan before{-1, -1};
    for (const Hit &hit : hits(transcript, rules)) {
        QVERIFY(hit.span.first > before.last);
        before = hit.span;
    }
    QCOMPARE(marked(u"a a a b a b a a a"_s, rules), u"<B> <C> <C> <B> a"_s);
}

void TestRules::rulesHoldWhereTheySay_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<bool>("sameEpisode");
    QTest::addColumn<bool>("sameShow");
    QTest::addColumn<bool>("noShow");
    QTest::newRow("episode") << int(Scope::Episode) << true << false << false;
    QTest::newRow("show") << int(Scope::Show) << true << true << false;
    QTest::newRow("always") << int(Scope::Always) << true << true << true;
}

void TestRules::rulesHoldWhereTheySay()
{
    QFETCH(int, scope);
    Rule rule = makeRule(u"a"_s, u"b"_s);
    rule.scope = Scope(scope);
    rule.episode = EpisodeId{3};
    rule.show = u"The Daily"_s;
    QTEST(holdsIn(rule, EpisodeId{3}, u"The Daily"_s), "sameEpisode");
    QTEST(holdsIn(rule, EpisodeId{4}, u"the daily"_s), "sameShow");
    QTEST(holdsIn(rule, EpisodeId{4}, {}), "noShow");
}

void TestRules::whatIsNoRuleIsNotUsable_data()
{
    QTest::addColumn<QString>("heard");
    QTest::addColumn<QString>("meant");
    QTest::addColumn<bool>("usable");
    QTest::newRow("words") << u" deep  sequel "_s << u"DeepSeek"_s << true;
    QTest::newRow("another case") << u"deepseek"_s << u"DeepSeek"_s << true;
    QTest::newRow("nothing to look for") << u" "_s << u"DeepSeek"_s << false;
    QTest::newRow("only marks") << u"- ,"_s << u"DeepSeek"_s << false;
    QTest::newRow("the same") << u"deep  seek"_s << u" deep seek"_s << false;
}

void TestRules::whatIsNoRuleIsNotUsable()
{
    QFETCH(QString, heard);
    QFETCH(QString, meant);
    QTEST(isUsable(makeRule(heard, meant)), "usable");
    Rule nowhere = makeRule(heard, meant);
    nowhere.scope = Scope::Episode;
    QVERIFY(!isUsable(nowhere));
    nowhere.scope = Scope::Show;
    QVERIFY(!isUsable(nowhere));
}

void TestRules::marksAreNoPartOfARule()
{
    const Rule rule = makeRule(u" “deep  sequel,” "_s, u"“DeepSeek,”"_s);
    QCOMPARE(rule.heard, u"deep sequel"_s);
    QCOMPARE(rule.meant, u"DeepSeek"_s);
    QCOMPARE(makeRule(u"5%"_s, u"5 percent"_s).heard, u"5%"_s);
    const std::vector<Rule> states{makeRule(u"U. S."_s, u"U.S."_s)};
    QCOMPARE(marked(u"in the U. S. Senate"_s, states), u"in the <U.S.> Senate"_s);
    // A dot that is the word's own stays with it, and no second one follows.
    const Rule abbreviated = makeRule(u"the us."_s, u"the U.S."_s);
    QCOMPARE(abbreviated.heard, u"the us"_s);
    QCOMPARE(abbreviated.meant, u"the U.S."_s);
    QCOMPARE(marked(u"In the us, or from the us. Told us."_s, {abbreviated}),
             u"In <the U.S.,> or from <the U.S.> Told us."_s);
}

// Ten thousand rules take about as long as one, not ten thousand times as long.
void TestRules::manyRulesCostOnePass()
{
    QString text;
    for (int i = 0; i < 20000; ++i)
        text += u"wort%1 deep seek "_s.arg(i % 700);
    const Transcript transcript = parse(text);
    std::vector<Rule> rules{makeRule(u"deep seek"_s, u"DeepSeek"_s)};
    QElapsedTimer timer;
    timer.start();
    const size_t few = hits(transcript, rules).size();
    const qint64 once = timer.nsecsElapsed();
    for (int i = 0; i < 10000; ++i)
        rules.push_back(makeRule(u"deep ocean %1"_s.arg(i), u"X"_s));
    timer.restart();
    QCOMPARE(hits(transcript, rules).size(), few);
    const qint64 many = timer.nsecsElapsed();
    QVERIFY2(many < 20 * once, qPrintable(u"%1 ns, %2 ns"_s.arg(once).arg(many)));
}

QTEST_GUILESS_MAIN(TestRules)
#include "test_rules.moc"
