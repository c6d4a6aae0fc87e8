// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filepairs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace earmark::ui;

class TestFilePairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QStringList>("pairs"); // "audio+transcript"
        QTest::addColumn<QStringList>("rest");
        QTest::newRow("nothing") << QStringList{} << QStringList{} << QStringList{};
        QTest::newRow("both") << QStringList{u"a.mp3"_s, u"b.txt"_s} << QStringList{u"a.mp3+b.txt"_s} << QStringList{};
        QTest::newRow("the other way round")
            << QStringList{u"b.vtt"_s, u"a.OGG"_s} << QStringList{u"a.OGG+b.vtt"_s} << QStringList{};
        QTest::newRow("audio alone") << QStringList{u"a.flac"_s} << QStringList{} << QStringList{u"a.flac"_s};
        QTest::newRow("transcript alone") << QStringList{u"a.srt"_s} << QStringList{} << QStringList{u"a.srt"_s};
        QTest::newRow("two episodes, mixed")
            << QStringList{u"one.mp3"_s, u"two.mp3"_s, u"two.en.vtt"_s, u"One.txt"_s}
            << QStringList{u"one.mp3+One.txt"_s, u"two.mp3+two.en.vtt"_s} << QStringList{};
        QTest::newRow("one too many") << QStringList{u"one.mp3"_s, u"two.opus"_s, u"two.txt"_s}
                                      << QStringList{u"two.opus+two.txt"_s} << QStringList{u"one.mp3"_s};
        QTest::newRow("dots in the names")
            << QStringList{u"Show.S01.E01.mp3"_s, u"Show.S01.E02.mp3"_s, u"Show.S01.E02.vtt"_s, u"Show.S01.E01.vtt"_s}
            << QStringList{u"Show.S01.E01.mp3+Show.S01.E01.vtt"_s, u"Show.S01.E02.mp3+Show.S01.E02.vtt"_s}
            << QStringList{};
        QTest::newRow("languages") << QStringList{u"v1.0.mp3"_s, u"v1.1.mp3"_s, u"v1.1.pt-BR.srt"_s, u"v1.0.en.vtt"_s}
                                   << QStringList{u"v1.0.mp3+v1.0.en.vtt"_s, u"v1.1.mp3+v1.1.pt-BR.srt"_s}
                                   << QStringList{};
        QTest::newRow("names that look like languages")
            << QStringList{u"talk.ann.mp3"_s, u"talk.bob.mp3"_s, u"talk.bob.txt"_s, u"talk.ann.txt"_s}
            << QStringList{u"talk.ann.mp3+talk.ann.txt"_s, u"talk.bob.mp3+talk.bob.txt"_s} << QStringList{};
        QTest::newRow("named after the whole audio file")
            << QStringList{u"a.mp3"_s, u"b.mp3"_s, u"b.mp3.vtt"_s, u"a.mp3.en.vtt"_s}
            << QStringList{u"b.mp3+b.mp3.vtt"_s, u"a.mp3+a.mp3.en.vtt"_s} << QStringList{};
        QTest::newRow("one of each remains")
            << QStringList{u"one.mp3"_s, u"two.mp3"_s, u"two.txt"_s, u"words.txt"_s}
            << QStringList{u"two.mp3+two.txt"_s, u"one.mp3+words.txt"_s} << QStringList{};
        QTest::newRow("nothing is guessed of more")
            << QStringList{u"one.mp3"_s, u"two.mp3"_s, u"a.txt"_s, u"b.txt"_s} << QStringList{}
            << QStringList{u"one.mp3"_s, u"two.mp3"_s, u"a.txt"_s, u"b.txt"_s};
        QTest::newRow("the same twice") << QStringList{u"a.m4a"_s, u"a.m4a"_s, u"a.txt"_s}
                                        << QStringList{u"a.m4a+a.txt"_s} << QStringList{};
    }

    void pairs()
    {
        QFETCH(const QStringList, files);
        QFETCH(const QStringList, rest);
        QFETCH(const QStringList, pairs);
        const FilePairs found = pairFiles(files);
        QStringList names;
        for (const auto &request : found.pairs)
            names << request.audioFile + u'+' + request.transcriptFile;
        QCOMPARE(names, pairs);
        QCOMPARE(found.audio + found.transcripts, rest);
        QCOMPARE(found.isComplete(), rest.isEmpty());
    }

    void contentDecidesWhereTheNameIsSilent()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"recording"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("fLaC\0\0\0\x22", 8);
        file.close();
        QCOMPARE(kindOfFile(path), FileKind::Audio);
    }
};

QTEST_GUILESS_MAIN(TestFilePairs)
#include "test_filepairs.moc"
