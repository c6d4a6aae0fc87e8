// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"
#include "reading/reading.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace earmark;
using namespace earmark::reading;
using namespace Qt::StringLiterals;

// Files as they come, and how they read. Rewrite the expectations with EARMARK_UPDATE_GOLDEN=1 and
// review the difference.
class TestReadingGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesReadAsReviewed_data();
    void filesReadAsReviewed();
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A line for each sentence, an empty line before each paragraph, "Anna:" where she begins.
QString printed(const Reading &reading)
{
    QString text;
    size_t sentence = 0;
    for (const Paragraph &paragraph : reading.paragraphs) {
        if (!text.isEmpty())
            text += u'\n';
        if (paragraph.startsTurn)
            text += paragraph.speaker + u":\n"_s;
        for (; sentence < reading.sentences.size() && reading.sentences[sentence].last <= paragraph.span.last;
             ++sentence) {
            const TextRange range = rangeOf(reading, reading.sentences[sentence]);
            text += reading.text.mid(range.begin, range.end - range.begin) + u'\n';
        }
    }
    return text;
}

} // namespace

void TestReadingGolden::filesReadAsReviewed_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(EARMARK_GOLDEN_DIR));
    const QStringList names = folder.entryList({u"*.txt"_s, u"*.vtt"_s, u"*.srt"_s}, QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestReadingGolden::filesReadAsReviewed()
{
    QFETCH(QString, path);
    const auto parsed = formats::parseTranscript(contents(path), path);
    QVERIFY(parsed.has_value());
    const transcript::Timings timings = transcript::estimateTimings(parsed->transcript, {});
    const QByteArray actual = printed(read(parsed->transcript, timings)).toUtf8();
    const QString expectedPath = path + u".reading"_s;
    if (qEnvironmentVariableIsSet("EARMARK_UPDATE_GOLDEN")) {
        QFile file(expectedPath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(actual), actual.size());
    }
    QCOMPARE(QString::fromUtf8(actual), QString::fromUtf8(contents(expectedPath)));
}

QTEST_GUILESS_MAIN(TestReadingGolden)
#include "test_readinggolden.moc"
