// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/formats.h"

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
    const auto list = readCues(contents(path), path, {{}, {}, CueTextForm::Raw});
    QVERIFY(list.has_value());
    const QJsonDocument expected = QJsonDocument::fromJson(contents(QString(path).replace(u".vtt"_s, u".json"_s)));
    const QJsonArray cues = expected.object()[u"cues"_s].toArray();
    QCOMPARE(qsizetype(list->cues.size()), cues.size());
    for (qsizetype i = 0; i < cues.size(); ++i) {
        const QJsonObject cue = cues[i].toObject();
        const Cue &parsed = list->cues[size_t(i)];
        QCOMPARE(list->idOf(parsed).toString(), cue[u"id"_s].toString());
        QCOMPARE(qint64(parsed.start->count()), qRound64(cue[u"start"_s].toDouble() * 1000));
        QCOMPARE(qint64(parsed.stop->count()), qRound64(cue[u"end"_s].toDouble() * 1000));
        QCOMPARE(list->textOf(parsed).toString(), cue[u"text"_s].toString());
    }
}

QTEST_GUILESS_MAIN(TestWebVttSuite)
#include "test_webvttsuite.moc"
