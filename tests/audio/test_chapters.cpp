// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/audioinfo.h"

#include "audio/madeaudio.h"

#include <QTemporaryDir>

using namespace earmark;
using namespace earmark::audio;
using namespace Qt::StringLiterals;

using Chapters = std::vector<Chapter>;

namespace {

Chapter at(int start, int end, const QString &title)
{
    return {MediaTime(start), MediaTime(end), title};
}

QString textOf(const Chapters &chapters)
{
    QString text;
    for (const Chapter &chapter : chapters)
        text += u"%1–%2 %3|"_s.arg(chapter.start.count()).arg(chapter.end.count()).arg(chapter.title);
    return text;
}

} // namespace

class TestChapters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyContainersOwnAreRead_data();
    void everyContainersOwnAreRead();
    void fileBesideComesFirst_data();
    void fileBesideComesFirst();
    void listOfAFolderIsNotOfEveryFileInIt();
    void jsonIsReadWithCare_data();
    void jsonIsReadWithCare();
    void whatIsNoListIsRefused_data();
    void whatIsNoListIsRefused();
    void brokenFileBesideLeavesTheOwn();
    void oddOnesAreOrdered_data();
    void oddOnesAreOrdered();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    // The tone with three chapters of its own.
    bool makeAudio(const QString &name, const QStringList &options = {}) const
    {
        return made::ffmpeg(QStringList{u"-i"_s, path(u"a.wav"_s), u"-i"_s, path(u"chapters.txt"_s), u"-map_metadata"_s,
                                        u"1"_s, u"-map_chapters"_s, u"1"_s}
                            + options + QStringList{path(name)});
    }

    QTemporaryDir m_folder;
};

void TestChapters::initTestCase()
{
    QVERIFY(writeWav(path(u"a.wav"_s), made::tone(44100, 9, 440), 44100, 1));
    QVERIFY(made::write(path(u"chapters.txt"_s),
                        ";FFMETADATA1\ntitle=Whole\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2400\ntitle=Über  uns\n"
                        "[CHAPTER]\nTIMEBASE=1/1000\nSTART=2400\nEND=6000\ntitle=Q \\= A\n"
                        "[CHAPTER]\nTIMEBASE=1/1000\nSTART=6000\nEND=9000\ntitle=終わり\n"));
}

void TestChapters::everyContainersOwnAreRead_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("options");
    QTest::addRow("ID3v2.4") << u"c.mp3"_s << QStringList{};
    QTest::addRow("ID3v2.3") << u"c3.mp3"_s << QStringList{u"-id3v2_version"_s, u"3"_s};
    QTest::addRow("MP4, track and list") << u"c.m4a"_s << QStringList{};
    QTest::addRow("MP4, track alone") << u"c2.m4a"_s << QStringList{u"-movflags"_s, u"disable_chpl"_s};
    QTest::addRow("audio book") << u"c.m4b"_s << QStringList{u"-f"_s, u"ipod"_s};
    QTest::addRow("Opus") << u"c.opus"_s << QStringList{};
    // The ffmpeg program writes them into these two only as any other comment.
    const QStringList comments = QStringList{u"-map_chapters"_s, u"-1"_s,
                                             u"-metadata"_s,     u"CHAPTER001=00:00:00.000"_s,
                                             u"-metadata"_s,     u"CHAPTER001NAME=Über  uns"_s,
                                             u"-metadata"_s,     u"CHAPTER002=00:00:02.400"_s,
                                             u"-metadata"_s,     u"CHAPTER002NAME=Q = A"_s,
                                             u"-metadata"_s,     u"CHAPTER003=00:00:06.000"_s,
                                             u"-metadata"_s,     u"CHAPTER003NAME=終わり"_s};
    QTest::addRow("Vorbis") << u"c.ogg"_s << QStringList{u"-c:a"_s, u"libvorbis"_s} + comments;
    QTest::addRow("FLAC") << u"c.flac"_s << comments;
    QTest::addRow("Matroska") << u"c.mka"_s << QStringList{};
}

void TestChapters::everyContainersOwnAreRead()
{
    QFETCH(QString, name);
    QFETCH(QStringList, options);
    QVERIFY(makeAudio(name, options));
    const auto info = probe(path(name));
    QVERIFY(info);
    QCOMPARE(info->title, u"Whole"_s);
    Chapters chapters = info->chapters;
    QCOMPARE(chapters.size(), size_t(3));
    // Where no end is stated it is the file's, encoder padding included.
    QVERIFY(std::abs(chapters.back().end.count() - 9000) < 120);
    chapters.back().end = MediaTime(9000);
    QCOMPARE(textOf(chapters),
             textOf({at(0, 2400, u"Über uns"_s), at(2400, 6000, u"Q = A"_s), at(6000, 9000, u"終わり"_s)}));
}

void TestChapters::fileBesideComesFirst_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("the name with another ending") << u"e p[1].chapters.json"_s;
    QTest::addRow("the name with one more ending") << u"e p[1].mp3.chapters.json"_s;
    QTest::addRow("of the folder") << u"chapters.json"_s;
}

void TestChapters::fileBesideComesFirst()
{
    QFETCH(QString, name);
    QVERIFY(makeAudio(u"e p[1].mp3"_s));
    const QTemporaryDir folder;
    const QString audio = folder.filePath(u"e p[1].mp3"_s);
    QVERIFY(QFile::copy(path(u"e p[1].mp3"_s), audio));
    QVERIFY(made::write(folder.filePath(name), R"({"version":"1.2.0","chapters":[{"startTime":1,"title":"Beside"}]})"));
    const auto info = probe(audio);
    QVERIFY(info);
    QCOMPARE(textOf(info->chapters), textOf({at(1000, int(info->duration.count()), u"Beside"_s)}));
    // An empty list says nothing.
    QVERIFY(made::write(folder.filePath(name), R"({"chapters":[]})"));
    QCOMPARE(probe(audio)->chapters.size(), size_t(3));
}

void TestChapters::listOfAFolderIsNotOfEveryFileInIt()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(path(u"a.wav"_s), folder.filePath(u"one.wav"_s)));
    QVERIFY(made::write(folder.filePath(u"chapters.json"_s), R"({"chapters":[{"startTime":1,"title":"A"}]})"));
    QCOMPARE(probe(folder.filePath(u"one.wav"_s))->chapters.size(), size_t(1));
    QVERIFY(QFile::copy(path(u"a.wav"_s), folder.filePath(u"two.WAV"_s)));
    QCOMPARE(probe(folder.filePath(u"one.wav"_s))->chapters.size(), size_t(0));
}

void TestChapters::jsonIsReadWithCare_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *json, const Chapters &expected) {
        QTest::addRow("%s", name) << QByteArray(json) << textOf(expected);
    };
    row("with everything", R"({"version":"1.2.0","title":"x","chapters":[
        {"startTime":0,"endTime":10.5,"title":"One","img":"http://x/y.png","url":"http://x"},
        {"startTime":168.25,"title":"Two","location":{"name":"here"}}]})",
        {at(0, 10500, u"One"_s), at(168250, 168250, u"Two"_s)});
    row("pictures without a title of their own", R"({"chapters":[{"startTime":1,"title":"A"},
        {"startTime":2,"toc":false,"img":"x"},{"startTime":3,"toc":true,"title":"B"}]})",
        {at(1000, 1000, u"A"_s), at(3000, 3000, u"B"_s)});
    row("numbers as texts", R"({"chapters":[{"startTime":"12.5","title":"A"}]})", {at(12500, 12500, u"A"_s)});
    row("no times", R"({"chapters":[{"title":"A"},{"startTime":null},{"startTime":"soon"},{"startTime":-1},
        {"startTime":1e300},[],7,null,"x",{"startTime":4}]})",
        {at(4000, 4000, QString())});
    row("titles of another kind", R"({"chapters":[{"startTime":1,"title":17},{"startTime":2,"title":["x"]}]})",
        {at(1000, 1000, QString()), at(2000, 2000, QString())});
    row("byte-order mark", "\xef\xbb\xbf{\"chapters\":[{\"startTime\":1,\"title\":\"A\"}]}", {at(1000, 1000, u"A"_s)});
}

void TestChapters::jsonIsReadWithCare()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, expected);
    const auto chapters = parseChapters(json, u"x.json"_s);
    QVERIFY2(chapters, chapters ? "" : qPrintable(chapters.error().detail));
    QCOMPARE(textOf(*chapters), expected);
}

void TestChapters::whatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << "chapters: none"_ba;
    QTest::newRow("cut off") << R"({"chapters":[{"startTime":1)"_ba;
    QTest::newRow("an array") << R"([{"startTime":1}])"_ba;
    QTest::newRow("no chapters") << R"({"version":"1.2.0"})"_ba;
    QTest::newRow("chapters are an object") << R"({"chapters":{"startTime":1}})"_ba;
    QTest::newRow("deeper than anyone needs")
        << R"({"chapters":)"_ba + QByteArray(100000, '[') + QByteArray(100000, ']') + '}';
    QTest::newRow("not UTF-8") << "{\"chapters\":[{\"startTime\":1,\"title\":\"\xff\xfe\"}]}"_ba;
}

void TestChapters::whatIsNoListIsRefused()
{
    QFETCH(QByteArray, json);
    const auto chapters = parseChapters(json, u"x.json"_s);
    QVERIFY(!chapters);
    QCOMPARE(errorName(chapters.error().code), errorName(ErrorCode::UnknownFormat));
    QCOMPARE(chapters.error().subject, u"x.json"_s);
}

void TestChapters::brokenFileBesideLeavesTheOwn()
{
    QVERIFY(makeAudio(u"own.mp3"_s));
    QVERIFY(made::write(path(u"own.chapters.json"_s), "{"));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"own.chapters.json: UnknownFormat"_s));
    QCOMPARE(probe(path(u"own.mp3"_s))->chapters.size(), size_t(3));
}

void TestChapters::oddOnesAreOrdered_data()
{
    QTest::addColumn<Chapters>("given");
    QTest::addColumn<Chapters>("expected");
    QTest::newRow("missing ends") << Chapters{at(0, 0, u"A"_s), at(2000, 2000, u"B"_s)}
                                  << Chapters{at(0, 2000, u"A"_s), at(2000, 9000, u"B"_s)};
    QTest::newRow("gaps stay") << Chapters{at(0, 1000, u"A"_s), at(2000, 3000, u"B"_s)}
                               << Chapters{at(0, 1000, u"A"_s), at(2000, 3000, u"B"_s)};
    QTest::newRow("out of order, one in another") << Chapters{at(5000, 6000, u"B"_s), at(0, 9000, u"A"_s)}
                                                  << Chapters{at(0, 5000, u"A"_s), at(5000, 6000, u"B"_s)};
    QTest::newRow("the last of twins") << Chapters{at(1000, 1000, u"A"_s), at(1000, 3000, u"B"_s)}
                                       << Chapters{at(1000, 3000, u"B"_s)};
    QTest::newRow("outside") << Chapters{at(-5, 1, u"A"_s), at(9000, 9500, u"B"_s), at(8000, 99000, u"C"_s)}
                             << Chapters{at(8000, 9000, u"C"_s)};
    QTest::newRow("a long title") << Chapters{at(0, 1, QString(600, u'x'))}
                                  << Chapters{at(0, 1, QString(500, u'x') + u'…')};
}

void TestChapters::oddOnesAreOrdered()
{
    QFETCH(Chapters, given);
    QFETCH(Chapters, expected);
    QCOMPARE(textOf(ordered(given, MediaTime(9000))), textOf(expected));
}

QTEST_GUILESS_MAIN(TestChapters)
#include "test_chapters.moc"
