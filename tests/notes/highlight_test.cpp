// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/highlight.h"

#include <QTest>

using namespace earmark;
using namespace Qt::StringLiterals;
using notes::Highlight;
using notes::Mark;
using notes::Place;

namespace {

const QDateTime now = QDateTime::fromMSecsSinceEpoch(1778155200000).toUTC();
const QDateTime later = now.addSecs(60);

// Ten words, one a second from 10 s on, each half a second long.
struct Text {
    transcript::Transcript transcript;
    transcript::Timings timings;

    Text()
    {
        for (int i = 0; i < 10; ++i) {
            if (i > 0)
                transcript.text += u' ';
            const QString word = u"w%1"_s.arg(i);
            const auto begin = qint32(transcript.text.size());
            transcript.tokens.push_back(
                {transcript::TokenKind::Word, begin, qint32(word.size()), begin, qint32(word.size())});
            transcript.text += word;
            timings.push_back({MediaTime(10000 + i * 1000), MediaTime(10500 + i * 1000)});
        }
    }
};

} // namespace

class TestHighlight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsAreCleaned_data();
    void tagsAreCleaned();
    void cleanTagsStayAsTheyAre();
    void momentStandsOnTheWordHeardThen_data();
    void momentStandsOnTheWordHeardThen();
    void episodeNoteHasNoWords();
    void changedSpanHasItsOwnSelectors();
    void changedTagsKeepTheRest();
};

void TestHighlight::tagsAreCleaned_data()
{
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QStringList>("clean");
    QTest::newRow("order") << QStringList{u"b"_s, u"A"_s, u"c"_s} << QStringList{u"A"_s, u"b"_s, u"c"_s};
    QTest::newRow("hash") << QStringList{u"#claim"_s, u"##two"_s} << QStringList{u"claim"_s, u"two"_s};
    QTest::newRow("space") << QStringList{u"  look   up\tlater "_s} << QStringList{u"look-up-later"_s};
    QTest::newRow("twice") << QStringList{u"Claim"_s, u"claim"_s, u"#CLAIM"_s} << QStringList{u"Claim"_s};
    QTest::newRow("nothing") << QStringList{u""_s, u" "_s, u"#"_s, u"- -"_s} << QStringList{};
    QTest::newRow("control") << QStringList{QString(u"a\0b\x1b"_s)} << QStringList{u"a-b"_s};
    QTest::newRow("inside") << QStringList{u"c#"_s, u"a-b"_s} << QStringList{u"a-b"_s, u"c#"_s};
    QTest::newRow("scripts") << QStringList{u"日本 語"_s, u"שלום"_s} << QStringList{u"שלום"_s, u"日本-語"_s};
}

void TestHighlight::tagsAreCleaned()
{
    QFETCH(QStringList, tags);
    QFETCH(QStringList, clean);
    QCOMPARE(notes::cleanTags(tags), clean);
}

void TestHighlight::cleanTagsStayAsTheyAre()
{
    const QStringList clean = notes::cleanTags({u"Z"_s, u"#a b"_s, u"é"_s, u"-x-"_s, u"a_b"_s});
    QCOMPARE(notes::cleanTags(clean), clean);
}

void TestHighlight::momentStandsOnTheWordHeardThen_data()
{
    QTest::addColumn<int>("time");
    QTest::addColumn<int>("word");
    QTest::newRow("before the first word") << 0 << 0;
    QTest::newRow("as a word begins") << 12000 << 2;
    QTest::newRow("just before") << 11999 << 1;
    QTest::newRow("in a pause") << 12800 << 2;
    QTest::newRow("after the last word") << 60000 << 9;
}

void TestHighlight::momentStandsOnTheWordHeardThen()
{
    QFETCH(int, time);
    QFETCH(int, word);
    const Text text;
    const Highlight moment =
        notes::makeMoment(EpisodeId{1}, text.transcript, text.timings, MediaTime(time), Mark::Three, now);
    QVERIFY(moment.place == Place::Moment);
    QVERIFY(moment.mark == Mark::Three);
    QVERIFY((moment.span == transcript::TokenSpan{word, word}));
    QCOMPARE(moment.selectors.exact, u"w%1"_s.arg(word));
    QCOMPARE(moment.selectors.start, MediaTime(time));
    QCOMPARE(moment.selectors.end, MediaTime(time));
}

void TestHighlight::episodeNoteHasNoWords()
{
    const Highlight note = notes::makeEpisodeNote(EpisodeId{1}, now);
    QVERIFY(note.place == Place::Episode);
    QVERIFY(note.id.isValid());
    QVERIFY(note.selectors == notes::Selectors{});
    QCOMPARE(note.created, now);
}

void TestHighlight::changedSpanHasItsOwnSelectors()
{
    const Text text;
    const Highlight before = notes::makeHighlight(EpisodeId{1}, text.transcript, text.timings, {2, 3}, Mark::One, now);
    const notes::Edit edit = notes::spanChanged(before, text.transcript, text.timings, {2, 5}, later);
    QVERIFY(edit.before == before);
    Highlight expected = notes::makeHighlight(EpisodeId{1}, text.transcript, text.timings, {2, 5}, Mark::One, now);
    expected.id = before.id;
    expected.modified = later;
    QVERIFY(edit.after == expected);
    QCOMPARE(edit.after->selectors.exact, u"w2 w3 w4 w5"_s);
    QCOMPARE(edit.after->selectors.end, MediaTime(15500));
}

void TestHighlight::changedTagsKeepTheRest()
{
    const Text text;
    Highlight before = notes::makeHighlight(EpisodeId{1}, text.transcript, text.timings, {2, 3}, Mark::One, now);
    before.note = u"note"_s;
    const notes::Edit edit = notes::tagsChanged(before, {u"#b"_s, u"a"_s}, later);
    Highlight expected = before;
    expected.tags = QStringList{u"a"_s, u"b"_s};
    expected.modified = later;
    QVERIFY(edit.after == expected);
}

QTEST_GUILESS_MAIN(TestHighlight)
#include "highlight_test.moc"
