// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/webvttfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace Qt::StringLiterals;

// The Web Platform Tests' file-parsing cases, where they are at hand: the cues of each file are those
// that the specification's parser gives.
class TestWebVttSuite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cuesAreTheSpecifications_data();
    void cuesAreTheSpecifications();
};

namespace {

QString rawText(const QString &source, const WebVttCue &cue)
{
    QString text = source.mid(cue.textBegin, cue.textEnd - cue.textBegin);
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestWebVttSuite::cuesAreTheSpecifications_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(EARMARK_SHARED_DIR) + u"/suites/webvtt-wpt"_s);
    if (!folder.exists())
        QSKIP("The suite is not here");
    const QStringList names = folder.entryList({u"*.vtt"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestWebVttSuite::cuesAreTheSpecifications()
{
    QFETCH(QString, path);
    QString source = QString::fromUtf8(contents(path));
    if (source.startsWith(QChar::ByteOrderMark))
        source.remove(0, 1);
    source.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    WebVttFile file(source);
    file.parse();
    const QJsonDocument expected = QJsonDocument::fromJson(contents(QString(path).replace(u".vtt"_s, u".json"_s)));
    const QJsonArray cues = expected.object()[u"cues"_s].toArray();
    QCOMPARE(qsizetype(file.cues().size()), cues.size());
    for (qsizetype i = 0; i < cues.size(); ++i) {
        const QJsonObject cue = cues[i].toObject();
        const WebVttCue &parsed = file.cues()[size_t(i)];
        QCOMPARE(parsed.id, cue[u"id"_s].toString());
        QCOMPARE(qint64(parsed.start.count()), qRound64(cue[u"start"_s].toDouble() * 1000));
        QCOMPARE(qint64(parsed.end.count()), qRound64(cue[u"end"_s].toDouble() * 1000));
        QCOMPARE(rawText(source, parsed), cue[u"text"_s].toString());
    }
}

QTEST_GUILESS_MAIN(TestWebVttSuite)
#include "test_webvttsuite.moc"
