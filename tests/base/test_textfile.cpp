// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfile.h"

#include <QDir>
#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace earmark;
using namespace Qt::StringLiterals;

class TestTextFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsThere();
    void whatCannotBeReadSaysWhy_data();
    void whatCannotBeReadSaysWhy();
    void pipeIsRefusedWithoutWaiting();
    void writesAndReplaces();
    void failedWriteKeepsTheOldFile();
    void writingWhereNothingCanBeFails();
    void whatCanBeWrittenIsToldWithoutWriting_data();
    void whatCanBeWrittenIsToldWithoutWriting();
    void decodesEveryEncoding_data();
    void decodesEveryEncoding();
    void findsEncodingsOfTheWorld_data();
    void findsEncodingsOfTheWorld();
    void takesTheNamedEncoding();
    void binaryIsNoText_data();
    void binaryIsNoText();
    void markAloneIsEmpty();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    QTemporaryDir m_folder;
};

void TestTextFile::readsWhatIsThere()
{
    put(u"a"_s, "words");
    const auto bytes = readFile(path(u"a"_s), 5);
    QVERIFY(bytes.has_value());
    QCOMPARE(*bytes, QByteArray("words"));
}

void TestTextFile::whatCannotBeReadSaysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << u"missing"_s << int(ErrorCode::FileNotFound);
    QTest::newRow("folder") << u"."_s << int(ErrorCode::FileUnreadable);
    QTest::newRow("empty") << u"empty"_s << int(ErrorCode::FileEmpty);
    QTest::newRow("too large") << u"large"_s << int(ErrorCode::FileTooLarge);
}

void TestTextFile::whatCannotBeReadSaysWhy()
{
    QFETCH(QString, name);
    QFETCH(int, code);
    put(u"empty"_s, {});
    put(u"large"_s, "123456");
    const auto bytes = readFile(path(name), 5);
    QVERIFY(!bytes.has_value());
    QCOMPARE(errorName(bytes.error().code), errorName(ErrorCode(code)));
    QCOMPARE(bytes.error().subject, path(name));
}

void TestTextFile::pipeIsRefusedWithoutWaiting()
{
    const QByteArray name = QFile::encodeName(path(u"pipe"_s));
    QCOMPARE(::mkfifo(name.constData(), 0600), 0);
    const auto bytes = readFile(path(u"pipe"_s), 5);
    QVERIFY(!bytes.has_value());
    QCOMPARE(bytes.error().code, ErrorCode::FileUnreadable);
}

void TestTextFile::writesAndReplaces()
{
    QVERIFY(writeFileAtomically(path(u"out"_s), "first").has_value());
    QVERIFY(writeFileAtomically(path(u"out"_s), "second").has_value());
    QCOMPARE(*readFile(path(u"out"_s), 100), QByteArray("second"));
}

void TestTextFile::failedWriteKeepsTheOldFile()
{
    QVERIFY(writeFileAtomically(path(u"kept"_s), "old").has_value());
    const auto before = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    // A limit on the size of files stands for a disk that fills up in the middle.
    rlimit old{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1000, old.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = writeFileAtomically(path(u"kept"_s), QByteArray(100'000, 'x'));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, handler);

    QVERIFY(!written.has_value());
    QCOMPARE(errorName(written.error().code), "WriteFailed");
    QCOMPARE(*readFile(path(u"kept"_s), 100), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), before);
}

void TestTextFile::writingWhereNothingCanBeFails()
{
    const auto written = writeFileAtomically(path(u"no/such/folder/file"_s), "x");
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
    const auto folder = writeFileAtomically(m_folder.path(), "x");
    QVERIFY(!folder.has_value());
    QCOMPARE(folder.error().code, ErrorCode::WriteFailed);
}

void TestTextFile::whatCanBeWrittenIsToldWithoutWriting_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("writable");
    QTest::newRow("a new file") << u"new"_s << true;
    QTest::newRow("an old file") << u"old"_s << true;
    QTest::newRow("a link to an old file") << u"link"_s << true;
    QTest::newRow("a link to nothing yet") << u"promise"_s << true;
    QTest::newRow("a link into no folder") << u"broken"_s << false;
    QTest::newRow("in no folder") << u"no/new"_s << false;
    QTest::newRow("in a file") << u"old/new"_s << false;
    QTest::newRow("a folder") << u"folder"_s << false;
    QTest::newRow("a device") << u"/dev/null"_s << false;
}

void TestTextFile::whatCanBeWrittenIsToldWithoutWriting()
{
    QFETCH(QString, name);
    QFETCH(bool, writable);
    const QTemporaryDir folder;
    const QDir dir(folder.path());
    QVERIFY(dir.mkdir(u"folder"_s));
    QFile old(dir.filePath(u"old"_s));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("words") == 5);
    old.close();
    QVERIFY(QFile::link(dir.filePath(u"old"_s), dir.filePath(u"link"_s)));
    QVERIFY(QFile::link(dir.filePath(u"later"_s), dir.filePath(u"promise"_s)));
    QVERIFY(QFile::link(dir.filePath(u"no/later"_s), dir.filePath(u"broken"_s)));
    const auto checked = checkWritable(dir.filePath(name));
    QCOMPARE(checked.has_value(), writable);
    if (!checked)
        QCOMPARE(checked.error().code, ErrorCode::WriteFailed);
    QCOMPARE(old.size(), qint64(5));
    QCOMPARE(dir.entryList(QDir::Files | QDir::System | QDir::Hidden).size(), 4);
    QCOMPARE(writeFileAtomically(dir.filePath(name), "new").has_value(), writable);
}

void TestTextFile::decodesEveryEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QString text = u"Grüße aus Kölle, “quoted” text"_s;
    const auto encoded = [&text](QStringConverter::Encoding encoding, QStringConverter::Flags flags) {
        QStringEncoder encoder(encoding, flags);
        return QByteArray(encoder(text));
    };
    const auto bom = QStringConverter::Flag::WriteBom;
    const auto bare = QStringConverter::Flag::Default;
    QTest::newRow("UTF-8") << text.toUtf8() << text;
    QTest::newRow("UTF-8 marked") << encoded(QStringConverter::Utf8, bom) << text;
    QTest::newRow("UTF-16LE marked") << encoded(QStringConverter::Utf16LE, bom) << text;
    QTest::newRow("UTF-16BE marked") << encoded(QStringConverter::Utf16BE, bom) << text;
    QTest::newRow("UTF-32LE marked") << encoded(QStringConverter::Utf32LE, bom) << text;
    QTest::newRow("UTF-16LE") << encoded(QStringConverter::Utf16LE, bare) << text;
    QTest::newRow("UTF-16BE") << encoded(QStringConverter::Utf16BE, bare) << text;
    QTest::newRow("windows-1252") << QByteArray("the caf\xe9 d\xe9j\xe0 vu \x93quoted\x94 and it\x92s na\xefve, "
                                                "the r\xe9sum\xe9 of a fianc\xe9")
                                  << u"the café déjà vu “quoted” and it’s naïve, the résumé of a fiancé"_s;
    QTest::newRow("one broken byte") << "Gr\xc3\xbc\xc3\x9f"
                                        "e aus K\xc3\xb6lle \xff und M\xc3\xbcnchen"_ba
                                     << u"Grüße aus Kölle \ufffd und München"_s;
    QTest::newRow("a NUL or two") << QByteArray("thirty letters and then a NUL \0 here", 36)
                                  << QString::fromLatin1("thirty letters and then a NUL \0 here", 36);
}

void TestTextFile::decodesEveryEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto decoded = decodeText(bytes, u"name"_s);
    QVERIFY(decoded.has_value());
    QCOMPARE(*decoded, text);
}

void TestTextFile::findsEncodingsOfTheWorld_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QString>("text");
    const QString russian = u"Привет и добро пожаловать в нашу программу.\nСегодня мы поговорим о поездах.\n"_s;
    const QString chinese = u"大家好，欢迎收听我们的节目。\n10 20 30 40\n今天我们要谈谈火车和铁路的历史。\n"_s;
    const auto row = [](const char *encoding, const QString &text) {
        QTest::newRow(encoding) << QByteArray(encoding) << text;
    };
    row("Shift_JIS", u"今日は番組へようこそ。きょうは電車の話をします。とても楽しいです。"_s);
    row("EUC-JP", u"今日は番組へようこそ。きょうは電車の話をします。とても楽しいです。"_s);
    row("GB18030", chinese);
    row("Big5", u"大家好，歡迎收聽我們的節目。今天我們要談談火車和鐵路的歷史。"_s);
    row("EUC-KR", u"안녕하세요, 우리 프로그램에 오신 것을 환영합니다. 오늘은 기차에 대해 이야기합니다."_s);
    row("windows-1251", russian);
    row("KOI8-R", russian);
    row("ISO-8859-2", u"Dzień dobry, witamy w naszym programie. Dziś będziemy rozmawiać o kolei żelaznej."_s);
    row("ISO-8859-7", u"Καλημέρα και καλώς ήρθατε στην εκπομπή μας. Σήμερα θα μιλήσουμε για τα τρένα."_s);
    row("UTF-16LE", russian);
    row("UTF-16BE", chinese);
}

void TestTextFile::findsEncodingsOfTheWorld()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QString, text);
    QStringEncoder encoder(encoding.constData());
    if (!encoder.isValid())
        QSKIP("Qt was built without ICU here");
    const QByteArray bytes = encoder(text);
    const auto decoded = decodeText(bytes, u"name"_s);
    QVERIFY(decoded.has_value());
    QCOMPARE(*decoded, text);
    QCOMPARE(decodeText(bytes, u"name"_s, encoding).value(), text);
}

void TestTextFile::takesTheNamedEncoding()
{
    const QByteArray bytes = "na\xefve";
    QCOMPARE(decodeText(bytes, u"name"_s, "windows-1252").value(), u"naïve"_s);
    QCOMPARE(decodeText(bytes, u"name"_s, "iso-8859-1").value(), u"naïve"_s);
    QCOMPARE(decodeText("\xef\xbb\xbfgr\xc3\xbc\xc3\x9f", u"name"_s, "windows-1252").value(), u"grüß"_s);
    const auto unknown = decodeText(bytes, u"name"_s, "klingon");
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().code, ErrorCode::EncodingUnknown);
    QCOMPARE(unknown.error().subject, u"klingon"_s);
}

void TestTextFile::binaryIsNoText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray noise;
    quint32 state = 1;
    for (int i = 0; i < 10'000; ++i) {
        state = state * 1'664'525 + 1'013'904'223;
        noise += char(state >> 24U);
    }
    QTest::newRow("noise") << noise;
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("samples") << QByteArray("\x01\x00\xff\xff\x02\x00\xfe\xff", 8).repeated(500);
}

void TestTextFile::binaryIsNoText()
{
    QFETCH(QByteArray, bytes);
    const auto decoded = decodeText(bytes, u"name"_s);
    QVERIFY(!decoded.has_value());
    QCOMPARE(decoded.error().code, ErrorCode::NotATranscript);
    QCOMPARE(decoded.error().subject, u"name"_s);
}

void TestTextFile::markAloneIsEmpty()
{
    QCOMPARE(decodeText({}, u"n"_s).error().code, ErrorCode::FileEmpty);
    QCOMPARE(decodeText("\xef\xbb\xbf", u"n"_s).error().code, ErrorCode::FileEmpty);
    QCOMPARE(decodeText("\xff\xfe", u"n"_s).error().code, ErrorCode::FileEmpty);
}

QTEST_GUILESS_MAIN(TestTextFile)
#include "test_textfile.moc"
