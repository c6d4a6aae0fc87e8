// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations/tsfile.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace earmark::tests;

namespace {

const QString sourceDir = QStringLiteral(EARMARK_SOURCE_DIR);

QString storedFile(const QString &language)
{
    return sourceDir + u"/translations/earmark_%1.ts"_s.arg(language);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAreSeen_data();
    void faultsAreSeen();
    void lupdateCanReadEveryText();
    void holdEveryStringOfTheSources_data();
    void holdEveryStringOfTheSources();
    void areFinished_data();
    void areFinished();
    void areBuiltIn_data();
    void areBuiltIn();

private:
    void languages();
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("pluralsOnly");
    QTest::newRow("en") << u"en"_s << true;
    QTest::newRow("de") << u"de"_s << false;
}

void TestTranslations::faultsAreSeen_data()
{
    QTest::addColumn<bool>("numerus");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("forms");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("good");
    QTest::newRow("finished") << false << u"Save %1"_s << QStringList{u"%1 sichern"_s} << u""_s << true;
    QTest::newRow("unfinished") << false << u"Save"_s << QStringList{u"Sichern"_s} << u"unfinished"_s << false;
    QTest::newRow("vanished") << false << u"Save"_s << QStringList{u"Sichern"_s} << u"vanished"_s << false;
    QTest::newRow("empty") << false << u"Save"_s << QStringList{u""_s} << u""_s << false;
    QTest::newRow("argument lost") << false << u"%1 of %2"_s << QStringList{u"%1 von"_s} << u""_s << false;
    QTest::newRow("argument repeated") << false << u"%1, %2"_s << QStringList{u"%2 %1 %1"_s} << u""_s << true;
    QTest::newRow("dialogue mark lost") << false << u"Open…"_s << QStringList{u"Öffnen"_s} << u""_s << false;
    QTest::newRow("tag lost") << false << u"<b>On</b>"_s << QStringList{u"An"_s} << u""_s << false;
    QTest::newRow("plural") << true << u"%n note(s)"_s << QStringList{u"eine Notiz"_s, u"%n Notizen"_s} << u""_s
                            << true;
    QTest::newRow("one form") << true << u"%n note(s)"_s << QStringList{u"%n Notizen"_s} << u""_s << false;
    QTest::newRow("number lost") << true << u"%n note(s)"_s << QStringList{u"Notiz"_s, u"Notizen"_s} << u""_s << false;
}

void TestTranslations::faultsAreSeen()
{
    QFETCH(bool, numerus);
    QFETCH(QString, source);
    QFETCH(QStringList, forms);
    QFETCH(QString, type);
    QFETCH(bool, good);
    const QStringList faults = faultsOf({source, numerus, forms, type}, 2);
    QVERIFY2(faults.isEmpty() == good, qPrintable(faults.join(u", "_s)));
}

// lupdate expands no macro and follows no variable: a context or a text that is not written out where
// it is marked would never be translated, and nothing else would say so.
void TestTranslations::lupdateCanReadEveryText()
{
    static const QRegularExpression context(
        uR"(\btranslate\(\s*[A-Za-z_][\w:.]*\s*,\s*"|\bQT_TRANSLATE_NOOP3?(_UTF8)?\(\s*[A-Za-z_])"_s);
    static const QRegularExpression text(
        uR"(\bQT_TRANSLATE_NOOP3?(_UTF8)?\(\s*"[^"]*"\s*,\s*[A-Za-z_]|\btr\(\s*[A-Za-z_])"_s);
    QStringList hidden;
    for (const QString &folder : {u"/app"_s, u"/ui"_s}) {
        QDirIterator it(sourceDir + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (const QRegularExpression &pattern : {context, text}) {
                for (auto match = pattern.globalMatch(source); match.hasNext();)
                    hidden << file.fileName() + u": "_s + match.next().captured();
            }
        }
    }
    QVERIFY2(hidden.isEmpty(), qPrintable(u'\n' + hidden.join(u'\n')));
}

void TestTranslations::holdEveryStringOfTheSources_data()
{
    languages();
}

// What lupdate makes of a copy has to be what is stored; else ./dev translations has been forgotten.
void TestTranslations::holdEveryStringOfTheSources()
{
    QFETCH(QString, language);
    QFETCH(bool, pluralsOnly);
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(u"earmark_%1.ts"_s.arg(language));
    QStringList arguments{u"-silent"_s,
                          u"-no-obsolete"_s,
                          u"-locations"_s,
                          u"none"_s,
                          u"-source-language"_s,
                          u"en"_s,
                          u"-target-language"_s,
                          language,
                          u"-I"_s,
                          sourceDir,
                          u"-I"_s,
                          sourceDir + u"/app"_s,
                          sourceDir + u"/app"_s,
                          sourceDir + u"/ui"_s};
    if (pluralsOnly)
        arguments.prepend(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(EARMARK_LUPDATE), arguments << u"-ts"_s << fresh);
    QVERIFY(lupdate.waitForFinished(120000));
    const QByteArray output = lupdate.readAll();
    QVERIFY2(lupdate.exitCode() == 0, output.constData());
    QVERIFY2(!output.contains("unknown namespace"), output.constData());

    const QStringList inSources = readTsFile(fresh).keys();
    const QStringList stored = readTsFile(storedFile(language)).keys();
    QVERIFY(pluralsOnly || !inSources.isEmpty());
    QStringList differences;
    for (const QString &key : inSources) {
        if (!stored.contains(key))
            differences << u"missing: "_s + key;
    }
    for (const QString &key : stored) {
        if (!inSources.contains(key))
            differences << u"not in the sources any more: "_s + key;
    }
    QVERIFY2(differences.isEmpty(), qPrintable(u"run ./dev translations\n"_s + differences.join(u'\n')));
}

void TestTranslations::areFinished_data()
{
    languages();
}

void TestTranslations::areFinished()
{
    QFETCH(QString, language);
    const QMap<QString, TsMessage> messages = readTsFile(storedFile(language));
    QStringList faults;
    for (auto it = messages.begin(); it != messages.end(); ++it) {
        for (const QString &fault : faultsOf(it.value(), 2))
            faults << it.key() + u": "_s + fault;
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void TestTranslations::areBuiltIn_data()
{
    languages();
}

void TestTranslations::areBuiltIn()
{
    QFETCH(QString, language);
    QFETCH(bool, pluralsOnly);
    QTranslator translator;
    const bool loaded = translator.load(QLocale(language), u"earmark"_s, u"_"_s, u":/i18n"_s);
    QVERIFY(QFile::exists(u":/i18n/earmark_%1.qm"_s.arg(language)));
    // A file without a single plural compiles to one that Qt regards as empty.
    QVERIFY(loaded || (pluralsOnly && readTsFile(storedFile(language)).isEmpty()));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
