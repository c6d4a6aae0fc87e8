// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/described.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace earmark;
using namespace earmark::formats;
using namespace Qt::StringLiterals;

// Files of every format with what is odd about them in the field, and the cues that they give. Rewrite
// the expectations with EARMARK_UPDATE_GOLDEN=1 and review the difference.
class TestFormatGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesGiveTheReviewedCues_data();
    void filesGiveTheReviewedCues();
    void filesGiveSoundTranscripts_data() { filesGiveTheReviewedCues_data(); }
    void filesGiveSoundTranscripts();
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString kindName(const Warning &warning)
{
    switch (warning.kind) {
    case Warning::Kind::MalformedTime: return u"MalformedTime"_s;
    case Warning::Kind::SegmentEndsBeforeStart: return u"SegmentEndsBeforeStart"_s;
    case Warning::Kind::SegmentsOverlap: return u"SegmentsOverlap"_s;
    case Warning::Kind::SegmentWithoutText: return u"SegmentWithoutText"_s;
    case Warning::Kind::UnknownBlock: return u"UnknownBlock"_s;
    case Warning::Kind::BrokenSyntax: return u"BrokenSyntax"_s;
    }
    return {};
}

} // namespace

void TestFormatGolden::filesGiveTheReviewedCues_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(EARMARK_GOLDEN_DIR));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        if (!name.endsWith(u".cues"_s) && !name.endsWith(u".license"_s))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void TestFormatGolden::filesGiveTheReviewedCues()
{
    QFETCH(QString, path);
    const auto list = readCues(contents(path), u"without an ending"_s);
    QVERIFY2(list.has_value(), list ? "" : errorName(list.error().code));
    const QByteArray actual = writeCuesJson(*list, kindName);
    QJsonParseError error;
    (void)QJsonDocument::fromJson(actual, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QString expectedPath = path + u".cues"_s;
    if (qEnvironmentVariableIsSet("EARMARK_UPDATE_GOLDEN")) {
        QFile file(expectedPath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(actual), actual.size());
    }
    QCOMPARE(QString::fromUtf8(actual), QString::fromUtf8(contents(expectedPath)));
}

void TestFormatGolden::filesGiveSoundTranscripts()
{
    QFETCH(QString, path);
    const QByteArray bytes = contents(path);
    const auto parsed = parseTranscript(bytes, u"without an ending"_s);
    QVERIFY(parsed.has_value());
    QCOMPARE(brokenPromise(parsed->transcript, QString::fromUtf8(bytes)), QString());
}

QTEST_GUILESS_MAIN(TestFormatGolden)
#include "test_formatgolden.moc"
