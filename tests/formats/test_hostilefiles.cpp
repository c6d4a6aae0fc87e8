// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/formats.h"
#include "formats/hostilematerial.h"

#include <QTest>

#include <ctime>

#include <sys/resource.h>

using namespace earmark;
using namespace earmark::formats;
using namespace Qt::StringLiterals;

// Files that are made to hurt: nested, endless, repeating. Each has to end in good time, whatever comes
// of it.
class TestHostileFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsInGoodTime_data();
    void endsInGoodTime();
    void brokenAnywhereIsReadOrRefused_data();
    void brokenAnywhereIsReadOrRefused();
};

namespace {

constexpr qsizetype megabytes = 5;

double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

void TestHostileFiles::endsInGoodTime_data()
{
    // Made row by row: all at once they would be counted in the memory.
    QTest::addColumn<size_t>("index");
    size_t index = 0;
    for (const HostileFile &hostile : hostileFiles())
        QTest::newRow(hostile.name) << index++;
}

// Half a second for five megabytes, on a machine with other things to do and under a sanitizer.
void TestHostileFiles::endsInGoodTime()
{
    QFETCH(size_t, index);
    const QByteArray bytes = hostileFiles()[index].bytes(megabytes << 20);
    const double begin = cpuSeconds();
    if (const auto list = readCues(bytes, u"hostile"_s))
        (void)writeCuesJson(*list, [](const Warning &) { return QString(); });
    const double cues = cpuSeconds() - begin;
    (void)parseTranscript(bytes, u"hostile"_s);
    const double transcript = cpuSeconds() - begin - cues;
    struct rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    qInfo("%.2f s for cues, %.2f s for the transcript; %.0f times the file at most so far", cues, transcript,
          double(usage.ru_maxrss) * 1024 / (megabytes << 20));
    QVERIFY2(cues < 5 && transcript < 5, "more than linear");
    QVERIFY2(usage.ru_maxrss / 1024 < 80 * megabytes, "more than bounded");
}

void TestHostileFiles::brokenAnywhereIsReadOrRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("JSON") << QByteArray(R"({"segments":[{"start":0.5,"end":1e0,"text":"a \"b\" \u00e9\ud83d\ude00",)"
                                        R"("words":[{"word":" a","start":0.5,"end":null}]}],"x":[1,{"y":NaN}]})");
    QTest::newRow("TTML") << QByteArray(
        "<?xml version=\"1.0\"?><tt xml:lang=\"en\"><body><div><p begin=\"1s\" "
        "end=\"00:00:02:12\">a<br/>&amp;<span begin=\"1s\">b</span></p></div></body></tt>");
    QTest::newRow("WebVTT") << QByteArray("WEBVTT\n\nid\n00:01.000 --> 00:02.000 line:0\n<v A>a &lt; <00:01.5>b</v>\n");
    QTest::newRow("SubRip") << QByteArray("1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>a</i> &amp;\r\n\r\n2\r\n");
    QTest::newRow("ASS") << QByteArray("[Script Info]\n[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,"
                                       "0:00:02.00,{\\p1}m 0{\\p0}a\\Nb\n");
    QTest::newRow("HTML") << QByteArray("<cite>A:</cite><time>0:01</time><p>a &eacute; <br>b</p><!-- c -->");
    QTest::newRow("LRC") << QByteArray("[la:en]\n[00:01.00]a <00:01.50>b\n[00:02.00][00:03.00]c\n");
    QTest::newRow("text") << QByteArray("Anna Smith  0:01\na [Music] b\n\n**Ben:** \\[0:02\\] c (laughs)\n");
}

// Cut off after every byte, and with every byte replaced by some that mean something somewhere.
void TestHostileFiles::brokenAnywhereIsReadOrRefused()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype i = 1; i < bytes.size(); ++i) {
        (void)parseTranscript(bytes.first(i), u"broken"_s);
        for (const char c : QByteArrayLiteral("\0<>{}[]\"\\&:,\n 9\xff")) {
            QByteArray broken = bytes;
            broken[i] = c;
            const auto list = readCues(broken, u"broken"_s);
            if (!list)
                continue;
            for (const Cue &cue : list->cues)
                QVERIFY(cue.begin <= cue.end && cue.end <= list->text.size() && cue.firstWord <= cue.wordEnd);
        }
    }
}

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "test_hostilefiles.moc"
