// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "reading/withoutcues.h"

#include <QTest>

using namespace earmark;
using namespace earmark::reading;
using namespace earmark::transcript;
using namespace Qt::StringLiterals;

class TestWithoutCues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuesAreLeftOut_data();
    void cuesAreLeftOut();
    void everyTokenKeepsItsPlace_data() { cuesAreLeftOut_data(); }
    void everyTokenKeepsItsPlace();
    void whoBeginsWithACueStillSpeaks();
    void headingsAndCorrectionsStay();
    void cuesAloneAreShown();
    void withoutCuesNothingChanges();

private:
    static Transcript parse(const QString &text) { return formats::parsePlainText(text).transcript; }
    static Reading readingOf(const Transcript &transcript) { return read(transcript, estimateTimings(transcript, {})); }
};

void TestWithoutCues::cuesAreLeftOut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("inside a sentence", u"We begin [Music] slowly."_s, u"We begin slowly."_s);
    row("several", u"We begin [Music] [Applause] [upbeat music] slowly."_s, u"We begin slowly."_s);
    row("at the start", u"[Music] We begin."_s, u"We begin."_s);
    row("at the end", u"We begin. [Music]"_s, u"We begin."_s);
    row("before punctuation", u"We begin [Music] . Then"_s, u"We begin . Then"_s);
    row("a paragraph of it", u"We begin.\n\n[Music]\n\nThen we go.\n"_s, u"We begin.\nThen we go."_s);
    row("paragraphs at both ends", u"[Music]\n\nWe begin.\n\n[Music]\n"_s, u"We begin."_s);
}

void TestWithoutCues::cuesAreLeftOut()
{
    QFETCH(QString, text);
    const Transcript transcript = parse(text);
    QTEST(withoutCues(readingOf(transcript), transcript).text, "shown");
}

void TestWithoutCues::everyTokenKeepsItsPlace()
{
    QFETCH(QString, text);
    const Transcript transcript = parse(text);
    const Reading with = readingOf(transcript);
    const Reading without = withoutCues(with, transcript);
    QCOMPARE(without.tokenRanges.size(), with.tokenRanges.size());
    qint32 at = 0;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        const TextRange old = with.tokenRanges[size_t(i)];
        const TextRange range = without.tokenRanges[size_t(i)];
        QVERIFY(range.begin >= at && range.end <= without.text.size());
        at = range.end;
        if (transcript.tokens[size_t(i)].kind == TokenKind::Cue)
            QVERIFY(range.isEmpty());
        else
            QCOMPARE(without.text.sliced(range.begin, range.end - range.begin),
                     with.text.sliced(old.begin, old.end - old.begin));
    }
    // Sentences and paragraphs cover every token, and each shows something.
    TokenIndex next = 0;
    for (const TokenSpan sentence : without.sentences) {
        QCOMPARE(sentence.first, next);
        QVERIFY(!rangeOf(without, sentence).isEmpty());
        next = sentence.last + 1;
    }
    QCOMPARE(next, transcript.count());
    next = 0;
    for (const Paragraph &paragraph : without.paragraphs) {
        QCOMPARE(paragraph.span.first, next);
        QCOMPARE(rangeOf(without, paragraph.span), paragraph.range);
        next = paragraph.span.last + 1;
    }
    QCOMPARE(next, transcript.count());
}

void TestWithoutCues::whoBeginsWithACueStillSpeaks()
{
    const Transcript transcript = parse(u"ANNA: We begin.\n\nBEN: [laughs]\n\nI know.\n\nANNA: Well.\n"_s);
    const Reading without = withoutCues(readingOf(transcript), transcript);
    QCOMPARE(without.text, u"We begin.\nI know.\nWell."_s);
    QCOMPARE(without.paragraphs[1].speaker, u"BEN"_s);
    QVERIFY(without.paragraphs[1].startsTurn);
}

void TestWithoutCues::headingsAndCorrectionsStay()
{
    const Transcript transcript = parse(u"We begin.\n\n[Music]\n\nThe deep sequel [laughs] app.\n"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::vector<Amendment> amendments{
        makeAmendment(AmendmentKind::Heading, transcript, {2, 2}, u"Part two"_s, now),
        makeAmendment(AmendmentKind::Correction, transcript, {4, 5}, u"DeepSeek"_s, now)};
    const Reading without = withoutCues(read(transcript, estimateTimings(transcript, {}), {}, amendments), transcript);
    QCOMPARE(without.text, u"We begin.\nThe DeepSeek app."_s);
    QCOMPARE(without.paragraphs[1].heading, u"Part two"_s);
    QCOMPARE(rangeOf(without, {4, 5}), (TextRange{14, 22}));
}

void TestWithoutCues::cuesAloneAreShown()
{
    const Transcript transcript = parse(u"[Music] [Applause]"_s);
    const Reading with = readingOf(transcript);
    QCOMPARE(withoutCues(with, transcript), with);
    QCOMPARE(withoutCues({}, {}), Reading());
}

void TestWithoutCues::withoutCuesNothingChanges()
{
    const Transcript transcript = parse(u"ANNA: It cost $5. 5 million, U. S. dollars.\n\nBEN: I see . Well.\n"_s);
    const Reading with = readingOf(transcript);
    QCOMPARE(withoutCues(with, transcript), with);
}

QTEST_GUILESS_MAIN(TestWithoutCues)
#include "test_withoutcues.moc"
