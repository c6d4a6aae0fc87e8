// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/described.h"

#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace Qt::StringLiterals;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textBecomesTokens_data();
    void textBecomesTokens();
    void indexIsTheCountOfPiecesBefore();
    void placesInTheSourceAreExact();
    void wrappedRunOnHasNoParagraphs();
    void longInputStaysLinear_data();
    void longInputStaysLinear();
};

void TestPlainText::textBecomesTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *name, const QString &text, const QString &tokens) {
        QTest::newRow(name) << text << tokens;
    };
    row("words", u" two\twords \n"_s, u"two words"_s);
    row("cue", u"so [Music] here"_s, u"so <[Music]> here"_s);
    row("cue of several pieces", u"so [upbeat music] here"_s, u"so <[upbeat> <music]> here"_s);
    row("cue with a full stop", u"well [laughs]. right"_s, u"well <[laughs].> right"_s);
    row("cues run together", u"a [Music][Applause] b"_s, u"a <[Music][Applause]> b"_s);
    row("escaped cue", u"okay? \\[laughter\\] yes"_s, u"okay? <\\[laughter\\]> yes"_s);
    row("cue in asterisks", u"well *laughs* I *clears throat*, see"_s, u"well <*laughs*> I <*clears> <throat*,> see"_s);
    row("a word that is stressed", u"I love *music* and *all of it*"_s, u"I love *music* and *all of it*"_s);
    row("an asterisk", u"5 * 3 *laughs is"_s, u"5 * 3 *laughs is"_s);
    row("full-width brackets", u"はい 【音楽】 そう （笑） （本当） ね"_s,
        u"はい <【音楽】> そう <（笑）> （本当） ね"_s);
    row("glued in front", u"so[Music] here"_s, u"so[Music] here"_s);
    row("glued behind", u"so [Music]here"_s, u"so [Music]here"_s);
    row("never closed", u"so [we all know that this goes on and on]"_s, u"so [we all know that this goes on and on]"_s);
    row("never closed at all", u"so [we"_s, u"so [we"_s);
    row("opened twice", u"a [b [c] d"_s, u"a [b <[c]> d"_s);
    row("censored word", u"what the [ __ ] is"_s, u"what the [ __ ] is"_s);
    row("sound in parentheses", u"so (laughs) yes (upbeat music) no"_s, u"so <(laughs)> yes <(upbeat> <music)> no"_s);
    row("sound in other brackets", u"so {laughs} yes <noise> no ［Music］ {she} <said> so"_s,
        u"so <{laughs}> yes <<noise>> no <［Music］> {she} <said> so"_s);
    row("aside in parentheses", u"so (she said) yes (or not)"_s, u"so (she said) yes (or not)"_s);
    row("song", u"now ♪ la la ♪ then"_s, u"now <♪> <la> <la> <♪> then"_s);
    row("lone note", u"now ♪ then"_s, u"now <♪> then"_s);
    row("labels in capitals", u"ANNA: hello\nBEN: hi"_s, u"/ANNA/ @ANNA: hello /BEN/ @BEN: hi"_s);
    row("full names", u"Anna Smith: hello.\nBen: hi.\nAnna Smith: bye."_s,
        u"¶ /Anna Smith/ @Anna @Smith: hello. ¶ /Ben/ @Ben: hi. ¶ /Anna Smith/ @Anna @Smith: bye."_s);
    row("Markdown labels", u"**Anna Smith:** hello.\n\n**Ben:** hi there."_s,
        u"¶ /Anna Smith/ @**Anna @Smith:** hello. ¶ /Ben/ @**Ben:** hi there."_s);
    row("labels in brackets", u"[SPEAKER_00]: hello\n[Anna Smith]: hi\n[Music]\n[SPEAKER_00]: bye"_s,
        u"/SPEAKER_00/ @[SPEAKER_00]: hello /Anna Smith/ @[Anna @Smith]: hi <[Music]> /SPEAKER_00/ @[SPEAKER_00]: bye"_s);
    row("names in brackets without a colon", u"[Anna] hello\n[Ben Smith] hi\n[Music]\n[Anna] bye"_s,
        u"/Anna/ @[Anna] hello /Ben Smith/ @[Ben @Smith] hi <[Music]> /Anna/ @[Anna] bye"_s);
    row("names in brackets within one line", u"[Music] [Host] so yes [Guest] no [Host] why [Laughter] [Guest] oh"_s,
        u"<[Music]> /Host/ @[Host] so yes /Guest/ @[Guest] no /Host/ @[Host] why <[Laughter]> /Guest/ @[Guest] oh"_s);
    row("a machine's names in brackets", u"[SPEAKER_00] hello [SPEAKER_01] hi"_s,
        u"/SPEAKER_00/ @[SPEAKER_00] hello /SPEAKER_01/ @[SPEAKER_01] hi"_s);
    row("one bracket is no proof", u"so [Thunder] we ran [Kevin] home"_s, u"so <[Thunder]> we ran <[Kevin]> home"_s);
    row("sounds in brackets are nobody", u"[Musik] guten Tag\n[Applaus] danke\n[Musik] so\n[Applaus] ja"_s,
        u"<[Musik]> guten Tag <[Applaus]> danke <[Musik]> so <[Applaus]> ja"_s);
    row("what an editor puts in", u"We use [React] and [Vue] here. They like it. We dropped [React] and [Vue] there."_s,
        u"We use <[React]> and <[Vue]> here. They like it. We dropped <[React]> and <[Vue]> there."_s);
    row("brackets beside names with colons", u"ANNA: hello\n[Rain] so\nBEN: hi\n[Wind Chime] so"_s,
        u"/ANNA/ @ANNA: hello <[Rain]> so /BEN/ @BEN: hi <[Wind> <Chime]> so"_s);
    row("any name in brackets",
        u"we met.\n[anna the 2nd]: hello\n**\\[Dr: Who\\_X\\]:** hi\n[0:53]: no name\n[ __ ]: nor this"_s,
        u"we met. /anna the 2nd/ @[anna @the @2nd]: hello /Dr: Who_X/ @**\\[Dr: @Who\\_X\\]:** hi @[0:53]: {53000-55800 no name [ __ ]: nor this }"_s);
    row("a name escaped in Markdown", u"**SPEAKER\\_00:** hello"_s, u"/SPEAKER_00/ @**SPEAKER\\_00:** hello"_s);
    row("names in front of times",
        u"Anna Smith [00:00:05] so what.\n\nBen [00:01:09] ropes.\n\nYes [00:02:00] gulls."_s,
        u"¶ /Anna Smith/ @Anna @Smith @[00:00:05] {5000-69000 so what. ¶ /Ben/ @Ben @[00:01:09] } {69000-120000 ropes. ¶ /Yes/ @Yes @[00:02:00] } {120000-120400 gulls. }"_s);
    row("numbered speakers", u"(speaker 0) hello\n(speaker 1) hi (laughs)\n(speaker ?) ho"_s,
        u"/Speaker 0/ @(speaker @0) hello /Speaker 1/ @(speaker @1) hi <(laughs)> /Speaker ?/ @(speaker @?) ho"_s);
    row("an aside behind the name",
        u"Anna Smith (she/her): hello.\nBen (from sales): hi.\nAnna Smith (she/her): bye."_s,
        u"¶ /Anna Smith (she/her)/ @Anna @Smith @(she/her): hello. ¶ /Ben (from sales)/ @Ben @(from @sales): hi. ¶ /Anna Smith (she/her)/ @Anna @Smith @(she/her): bye."_s);
    row("an aside with a colon is no label", u"We met (Anna): late.\nNobody (so: few) spoke.\nBen (yes) Smith: no."_s,
        u"¶ We met (Anna): late. ¶ Nobody (so: few) spoke. ¶ Ben (yes) Smith: no."_s);
    row("a colon is no label", u"we went on and on.\nRemember: it is late.\nWe left."_s,
        u"¶ we went on and on. ¶ Remember: it is late. ¶ We left."_s);
    row("a label only at the beginning of a line", u"I met ANNA: she said"_s, u"I met ANNA: she said"_s);
    row("changes of speaker in a page's source", u"yes &gt;&gt; no &gt;&gt; BEN: maybe &gt;&gt;Okay &gt; &amp;"_s,
        u"yes // @&gt;&gt; no /BEN/ @&gt;&gt; @BEN: maybe // Okay &gt; &amp;"_s);
    row("changes of speaker", u"yes >> no >> BEN: maybe >>Okay"_s, u"yes // @>> no /BEN/ @>> @BEN: maybe // Okay"_s);
    row("paragraphs", u"First one.\nGoes on.\n\nSecond one."_s, u"¶ First one. Goes on. ¶ Second one."_s);
    row("carriage returns", u"First one.\r\n\r\nSecond one.\r\rThird."_s, u"¶ First one. ¶ Second one. ¶ Third."_s);
    row("lines that are sentences", u"It was late.\nWe all went home.\nNobody spoke."_s,
        u"¶ It was late. ¶ We all went home. ¶ Nobody spoke."_s);
    row("torn number at a line's end", u"it was about $5.\n5 million a. m."_s, u"it was about $5. 5 million a. m."_s);
    row("Chinese", u"你好。\n再见。"_s, u"¶ 你好。 ¶ 再见。"_s);
    row("no-break space", u"a\u00a0b\u3000c"_s, u"a b c"_s);
}

void TestPlainText::textBecomesTokens()
{
    QFETCH(QString, text);
    QFETCH(QString, tokens);
    const ParsedTranscript parsed = parsePlainText(text);
    QCOMPARE(brokenPromise(parsed.transcript, text), QString());
    QCOMPARE(described(parsed.transcript), tokens);
    QVERIFY(parsed.warnings.empty());
}

void TestPlainText::indexIsTheCountOfPiecesBefore()
{
    const QString text = u"ANNA: well [upbeat music] it >>was a - b ♪ la ♪ $5.\n5 million [ __ ]\n\nBEN: ok"_s;
    const ParsedTranscript parsed = parsePlainText(text);
    const QStringList pieces = text.simplified().split(u' ');
    QCOMPARE(parsed.transcript.count(), transcript::TokenIndex(pieces.size()));
    for (transcript::TokenIndex i = 0; i < parsed.transcript.count(); ++i) {
        const transcript::Token &token = parsed.transcript.tokens[size_t(i)];
        QCOMPARE(text.mid(token.sourceBegin, token.sourceLength), pieces[i]);
    }
}

void TestPlainText::placesInTheSourceAreExact()
{
    const QString text = u"\n  one\t>>two  "_s;
    const ParsedTranscript parsed = parsePlainText(text);
    QCOMPARE(parsed.transcript.text, u"one two"_s);
    QCOMPARE(parsed.transcript.tokens[0].sourceBegin, 3);
    QCOMPARE(parsed.transcript.tokens[1].sourceBegin, 7);
    QCOMPARE(parsed.transcript.tokens[1].sourceLength, 5);
}

// A captioner's lines end where the screen did.
void TestPlainText::wrappedRunOnHasNoParagraphs()
{
    QString single;
    QString doubled;
    for (int i = 0; i < 20; ++i) {
        const QString line = u"so this goes on for a while and then %1 more"_s.arg(i % 3 == 0 ? u"some"_s : u"a few"_s);
        single += line + u'\n';
        doubled += line + u"\n\n"_s;
    }
    QVERIFY(parsePlainText(single).transcript.paragraphStarts.empty());
    QVERIFY(parsePlainText(doubled).transcript.paragraphStarts.empty());
}

void TestPlainText::longInputStaysLinear_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("one word") << u"x"_s;
    QTest::newRow("spaces") << u" "_s;
    QTest::newRow("lines") << u"\n"_s;
    QTest::newRow("open brackets") << u"[a "_s;
    QTest::newRow("notes") << u"♪ "_s;
    QTest::newRow("labels") << u"Anna Maria Smith of: "_s;
    QTest::newRow("turns") << u">> "_s;
}

// So many pieces that anything worse than linear would not end within the test's time.
void TestPlainText::longInputStaysLinear()
{
    QFETCH(QString, piece);
    const QString text = piece.repeated(300'000);
    const ParsedTranscript parsed = parsePlainText(text);
    QVERIFY(parsed.transcript.text.size() <= text.size());
}

QTEST_GUILESS_MAIN(TestPlainText)
#include "test_plaintext.moc"
