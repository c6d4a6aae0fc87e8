// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace {

const QString appId = QStringLiteral(EARMARK_APP_ID);

struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

Outcome runProgram(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120000))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList textsOf(const QByteArray &xmlText, const QString &element)
{
    QXmlStreamReader xml(xmlText);
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == element)
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements);
    }
    return texts;
}

} // namespace

// What `cmake --install` puts on a system, looked at in a folder of its own.
class TestInstall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bringsEveryFile();
    void theProgramRuns();
    void theProgramFindsItsDesktopModule();
    void aTerminalCommandLoadsNeitherWindowNorDecoder();
    void desktopEntryIsValid();
    void metainfoIsValid();
    void theNamesAgree();
    void theManualPageHasNoWarnings();
    void theManualPageNamesEveryCommand();
    void theIconsAreScalable();

private:
    QString installed(const QString &path) const { return m_prefix.filePath(u"earmark tree/"_s + path); }

    QTemporaryDir m_prefix;
};

void TestInstall::initTestCase()
{
    QVERIFY(m_prefix.isValid());
    const Outcome install =
        runProgram(QStringLiteral(EARMARK_CMAKE),
                   {u"--install"_s, QStringLiteral(EARMARK_BUILD_DIR), u"--prefix"_s, installed({})});
    QVERIFY2(install.exitCode == 0, install.errors.constData());
}

void TestInstall::bringsEveryFile()
{
    QStringList expected{
        u"bin/earmark"_s,
        QStringLiteral(EARMARK_LIBDIR "/earmark/libearmark-desktop.so"),
        u"share/applications/"_s + appId + u".desktop"_s,
        u"share/doc/earmark/GPL-3.0-or-later.txt"_s,
        u"share/icons/hicolor/scalable/apps/"_s + appId + u".svg"_s,
        u"share/icons/hicolor/symbolic/apps/"_s + appId + u"-symbolic.svg"_s,
        u"share/man/man1/earmark.1"_s,
        u"share/metainfo/"_s + appId + u".metainfo.xml"_s,
        u"share/mime/packages/"_s + appId + u".xml"_s,
    };
    QStringList found;
    QDirIterator it(installed({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext())
        found << QDir(installed({})).relativeFilePath(it.next());
    found.sort();
    expected.sort();
    QCOMPARE(found, expected);
}

void TestInstall::theProgramRuns()
{
    const Outcome version = runProgram(installed(u"bin/earmark"_s), {u"version"_s});
    QVERIFY2(version.exitCode == 0, version.errors.constData());
    QVERIFY2(version.output.contains(EARMARK_VERSION), version.output.constData());
    QCOMPARE(version.errors, QByteArray());
}

// A command that needs the decoder gets as far as the file that is not there.
void TestInstall::theProgramFindsItsDesktopModule()
{
    const QString missing = m_prefix.filePath(u"missing.wav"_s);
    const Outcome align = runProgram(installed(u"bin/earmark"_s),
                                     {u"align"_s, missing, missing, u"--output"_s, m_prefix.filePath(u"out.tsv"_s)});
    QCOMPARE(align.exitCode, 1);
    QVERIFY2(align.errors.contains("missing.wav"), align.errors.constData());
}

void TestInstall::aTerminalCommandLoadsNeitherWindowNorDecoder()
{
    const QString readelf = QStandardPaths::findExecutable(u"readelf"_s);
    if (readelf.isEmpty())
        QSKIP("readelf is not installed");
    const Outcome dynamic = runProgram(readelf, {u"-d"_s, installed(u"bin/earmark"_s)});
    QVERIFY(dynamic.output.contains("libQt6Core"));
    for (const char *heavy : {"libQt6Gui", "libQt6Widgets", "libQt6Multimedia", "libavcodec", "libespeak"})
        QVERIFY2(!dynamic.output.contains(heavy), heavy);
}

void TestInstall::desktopEntryIsValid()
{
    const QString validator = QStandardPaths::findExecutable(u"desktop-file-validate"_s);
    if (validator.isEmpty())
        QSKIP("desktop-file-validate is not installed");
    const Outcome validation = runProgram(validator, {installed(u"share/applications/"_s + appId + u".desktop"_s)});
    QVERIFY2(validation.exitCode == 0 && validation.output.isEmpty(), validation.output.constData());
}

void TestInstall::metainfoIsValid()
{
    const QString validator = QStandardPaths::findExecutable(u"appstreamcli"_s);
    if (validator.isEmpty())
        QSKIP("appstreamcli is not installed");
    const Outcome validation = runProgram(validator,
                                          {u"validate"_s, u"--pedantic"_s, u"--no-net"_s, u"--no-color"_s,
                                           installed(u"share/metainfo/"_s + appId + u".metainfo.xml"_s)});
    QVERIFY2(validation.exitCode == 0, validation.output.constData());
}

void TestInstall::theNamesAgree()
{
    const QString desktop = QString::fromUtf8(contentOf(installed(u"share/applications/"_s + appId + u".desktop"_s)));
    const QByteArray metainfo = contentOf(installed(u"share/metainfo/"_s + appId + u".metainfo.xml"_s));

    QVERIFY(desktop.contains(u"\nIcon="_s + appId + u'\n'));
    QCOMPARE(textsOf(metainfo, u"id"_s), QStringList{appId});
    QCOMPARE(textsOf(metainfo, u"launchable"_s), QStringList{appId + u".desktop"_s});
    QCOMPARE(textsOf(metainfo, u"binary"_s), QStringList{u"earmark"_s});

    const QRegularExpressionMatch types = QRegularExpression(u"\nMimeType=(.*);\n"_s).match(desktop);
    QCOMPARE(textsOf(metainfo, u"mediatype"_s), types.captured(1).split(u';'));

    const QRegularExpressionMatch release =
        QRegularExpression(u"<release version=\"([^\"]+)\""_s).match(QString::fromUtf8(metainfo));
    QCOMPARE(release.captured(1), QStringLiteral(EARMARK_VERSION));
}

void TestInstall::theManualPageHasNoWarnings()
{
    const QString man = QStandardPaths::findExecutable(u"man"_s);
    if (man.isEmpty())
        QSKIP("man is not installed");
    const Outcome page = runProgram(man,
                                    {u"--warnings"_s, u"-E"_s, u"UTF-8"_s, u"-l"_s, u"-Tutf8"_s, u"-Z"_s,
                                     installed(u"share/man/man1/earmark.1"_s)});
    QCOMPARE(page.exitCode, 0);
    QCOMPARE(page.errors, QByteArray());
}

void TestInstall::theManualPageNamesEveryCommand()
{
    const Outcome help = runProgram(installed(u"bin/earmark"_s), {u"help"_s});
    QCOMPARE(help.exitCode, 0);
    const QString page = QString::fromUtf8(contentOf(installed(u"share/man/man1/earmark.1"_s)));
    static const QRegularExpression command(u"^  ([a-z]+)  "_s, QRegularExpression::MultilineOption);
    int commands = 0;
    for (auto it = command.globalMatch(QString::fromUtf8(help.output)); it.hasNext(); ++commands) {
        const QString name = it.next().captured(1);
        if (name == u"earmark")
            continue;
        const QRegularExpression entry(uR"(^\.B\S* "?earmark %1\b)"_s.arg(name), QRegularExpression::MultilineOption);
        QVERIFY2(entry.match(page).hasMatch(), qPrintable(name));
    }
    QVERIFY(commands > 5);
}

void TestInstall::theIconsAreScalable()
{
    for (const QString &path : {u"share/icons/hicolor/scalable/apps/"_s + appId + u".svg"_s,
                                u"share/icons/hicolor/symbolic/apps/"_s + appId + u"-symbolic.svg"_s}) {
        QXmlStreamReader xml(contentOf(installed(path)));
        QVERIFY2(xml.readNextStartElement() && xml.name() == u"svg", qPrintable(path));
        QVERIFY2(xml.attributes().hasAttribute(u"viewBox"_s), qPrintable(path));
    }
}

QTEST_GUILESS_MAIN(TestInstall)
#include "test_install.moc"
