// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "glossary/soundalike.h"
#include "glossary/wordforms.h"

#include <QHash>
#include <QTest>

using namespace earmark;
using namespace earmark::glossary;
using namespace Qt::StringLiterals;
using transcript::Transcript;

namespace {

// As espeak-ng's American voice says them.
QByteArrayList sounds(QStringView word)
{
    static const QHash<QString, QByteArray> known{{u"deepsea"_s, "d i: p s i:"},
                                                  {u"deepseek"_s, "d i: p s i: k"},
                                                  {u"deep"_s, "d i: p"},
                                                  {u"seek"_s, "s i: k"},
                                                  {u"sequel"_s, "s i: k w @L"},
                                                  {u"un"_s, "V n"},
                                                  {u"seeding"_s, "s i: d I N"},
                                                  {u"unseating"_s, "V n s i: t# I N"},
                                                  {u"tienan"_s, "t aI n @ n"},
                                                  {u"tiananmen"_s, "t j a n a# n m E n"},
                                                  {u"kubernetes"_s, "k u: b @ n E t# i: z"},
                                                  {u"kuber"_s, "k u: b 3"},
                                                  {u"netes"_s, "n i: t s"},
                                                  {u"sputnik"_s, "s p 'V t n I k"},
                                                  {u"sputnick"_s, "s p 'V t n I k"},
                                                  {u"tik"_s, "t I k"},
                                                  {u"tok"_s, "t 0 k"},
                                                  {u"tock"_s, "t 0 k"},
                                                  {u"hallucinations"_s, "h @ l u: s I n eI S @ n z"},
                                                  {u"hallucinated"_s, "h @ l u: s I n eI t# I d"}};
    const auto found = known.constFind(word.toString().toLower());
    return found == known.constEnd() ? QByteArrayList{"f", "O@", "x", "w", "0"} : found->split(' ');
}

WordKnowledge english()
{
    static const QHash<QString, int> ranks{
        {u"deep"_s, 600}, {u"seek"_s, 5184}, {u"sequel"_s, 8366}, {u"who"_s, 90}, {u"is"_s, 10},      {u"and"_s, 2},
        {u"the"_s, 1},    {u"app"_s, 400},   {u"square"_s, 2000}, {u"at"_s, 30},  {u"called"_s, 200}, {u"open"_s, 300}};
    return {sounds, [](QStringView word) {
                const auto found = ranks.constFind(word.toString().toLower());
                return found == ranks.constEnd() ? std::nullopt : std::optional(*found);
            }};
}

} // namespace

class TestSoundalike : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsLikeATermAreProposed_data();
    void wordsLikeATermAreProposed();
    void termsOfTheTranscriptItselfCount();
    void namesThatOccurOnceCountForTheSameSounds();
    void whatIsNearlyAsFrequentHasToSoundTheSame();
    void otherLanguagesNeedTheGlossary();
    void likeSoundsAreNear_data();
    void likeSoundsAreNear();
    void formsOfAWordAreTold_data();
    void formsOfAWordAreTold();
    void nothingComesAfterCancelling();

private:
    static QString proposed(const QString &text, const QStringList &terms, const WordKnowledge &words)
    {
        const Transcript transcript = formats::parsePlainText(text).transcript;
        QStringList all;
        for (const Proposal &proposal : soundalikes(transcript, terms, words))
            all.append(u"%1-%2 %3"_s.arg(proposal.span.first).arg(proposal.span.last).arg(proposal.term));
        return all.join(u", "_s);
    }
};

void TestSoundalike::wordsLikeATermAreProposed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("proposed");
    const auto row = [](const char *name, const QString &text, const QString &term, const QString &proposed) {
        QTest::newRow(name) << text << term << proposed;
    };
    row("a word", u"the deepsea app"_s, u"DeepSeek"_s, u"1-1 DeepSeek"_s);
    row("two words", u"who is deep Sequel and"_s, u"DeepSeek"_s, u"2-3 DeepSeek"_s);
    row("an ending that is voiced", u"the app un seeding open"_s, u"unseating"_s, u"2-3 unseating"_s);
    row("a name cut off", u"at tienan square"_s, u"Tiananmen"_s, u"1-1 Tiananmen"_s);
    row("a word in pieces", u"open kuber netes at"_s, u"Kubernetes"_s, u"1-2 Kubernetes"_s);
    row("the term itself", u"the DeepSeek app, deepseek's app"_s, u"DeepSeek"_s, {});
    row("ordinary words", u"deep and open and the app"_s, u"DeepSeek"_s, {});
    row("another form of it", u"the app hallucinated"_s, u"hallucinations"_s, {});
    row("what sounds otherwise", u"the blorp is open"_s, u"DeepSeek"_s, {});
    row("what is said often", u"deepsea and deepsea and deepsea and deepsea"_s, u"DeepSeek"_s, {});
    row("across a cue", u"deep [Music] sequel"_s, u"DeepSeek"_s, {});
}

void TestSoundalike::wordsLikeATermAreProposed()
{
    QFETCH(QString, text);
    QFETCH(QString, term);
    QTEST(proposed(text, {term}, english()), "proposed");
}

void TestSoundalike::termsOfTheTranscriptItselfCount()
{
    const QString often = u"called Deep seek the Deep seek app and Deep seek is open the deepsea app"_s;
    QCOMPARE(proposed(often, {}, english()), u"13-13 Deep seek"_s);
    QCOMPARE(proposed(QString(often).replace(u"called Deep seek"_s, u"called"_s), {}, english()), QString());
    // As common as the term: not a mistake of the machine.
    QCOMPARE(proposed(often + u" deepsea and deepsea"_s, {}, english()), QString());
}

void TestSoundalike::namesThatOccurOnceCountForTheSameSounds()
{
    QCOMPARE(proposed(u"the sputnick app and the Sputnik app"_s, {}, english()), u"1-1 Sputnik"_s);
    // Nobody knows which of them is right, or whether the word is wrong.
    QCOMPARE(proposed(u"the sputnick app and the sputnik app"_s, {}, english()), QString());
    QCOMPARE(proposed(u"the Sputnick app and the Sputnik app"_s, {}, english()), QString());
    QCOMPARE(proposed(u"the Deepseek app and the deepsea app"_s, {}, english()), QString());
}

void TestSoundalike::whatIsNearlyAsFrequentHasToSoundTheSame()
{
    const QString often = u"called Tik Tok the Tik Tok app and Tik Tok is open the Tik Tock app and Tik Tock"_s;
    QCOMPARE(proposed(often, {}, english()), u"13-14 Tik Tok, 17-18 Tik Tok"_s);
    QCOMPARE(proposed(often + u" or Tik Tock"_s, {}, english()), QString());
}

void TestSoundalike::otherLanguagesNeedTheGlossary()
{
    const WordKnowledge words{sounds, {}};
    QCOMPARE(proposed(u"kubernetes kubernetes kubernetes kuber netes"_s, {}, words), QString());
    QCOMPARE(proposed(u"die deepsea app"_s, {u"DeepSeek"_s}, words), QString()); // not near enough to be sure
    QCOMPARE(proposed(u"un seeding"_s, {u"unseating"_s}, words), u"0-1 unseating"_s);
}

void TestSoundalike::likeSoundsAreNear_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    const auto row = [](const char *name, const char *one, const char *other, double least, double most) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other) << least << most;
    };
    row("the same", "d i: p", "d i: p", 0, 0);
    row("stress does not count", "d 'i: p", "d i: p", 0, 0);
    row("voiced or not", "V n s 'i: t# I N", "V n s i: d I N", 0.01, 0.05);
    row("a sound more", "d i: p s i: k", "d i: p s i:", 0.15, 0.2);
    row("other vowels", "b a d", "b E d", 0.1, 0.2);
    row("nothing in common", "p p p", "l l l", 1, 1);
    row("nothing at all", "p", "_", 1, 1);
}

void TestSoundalike::likeSoundsAreNear()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(double, least);
    QFETCH(double, most);
    const double there = soundDistance(one.split(' '), other.split(' '));
    QVERIFY2(there >= least && there <= most, qPrintable(QString::number(there)));
    QCOMPARE(soundDistance(other.split(' '), one.split(' ')), there);
}

void TestSoundalike::formsOfAWordAreTold_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("forms");
    QTest::newRow("plural") << u"container"_s << u"containers"_s << true;
    QTest::newRow("noun and verb") << u"hallucinate"_s << u"hallucinations"_s << true;
    QTest::newRow("noun and adjective") << u"fluency"_s << u"fluent"_s << true;
    QTest::newRow("misheard") << u"deepsea"_s << u"deepseek"_s << false;
    QTest::newRow("another word") << u"memorable"_s << u"measurable"_s << false;
}

void TestSoundalike::formsOfAWordAreTold()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QTEST(areFormsOfOne(one, other), "forms");
    QTEST(areFormsOfOne(other, one), "forms");
}

void TestSoundalike::nothingComesAfterCancelling()
{
    const CancelToken cancel;
    cancel.cancel();
    const Transcript transcript = formats::parsePlainText(u"the deepsea app"_s).transcript;
    QVERIFY(soundalikes(transcript, {u"DeepSeek"_s}, english(), cancel).empty());
}

QTEST_GUILESS_MAIN(TestSoundalike)
#include "test_soundalike.moc"
