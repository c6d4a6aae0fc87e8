// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/errortext.h"

#include <QtTest>

using namespace earmark;
using namespace Qt::StringLiterals;

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorIsPlainSentences_data();
    void everyErrorIsPlainSentences();
    void aFileThatIsConcernedIsNamed();
    void whatTheLayerBelowSaidIsNotShown();
};

void ErrorTextTest::everyErrorIsPlainSentences_data()
{
    QTest::addColumn<int>("code");
    for (int code = 0; code <= int(ErrorCode::Internal); ++code)
        QTest::newRow(errorName(ErrorCode(code))) << code;
}

void ErrorTextTest::everyErrorIsPlainSentences()
{
    QFETCH(int, code);
    for (const QString &subject : {QString(), u"talk.mp3"_s}) {
        const QString text = library::errorText({ErrorCode(code), subject, {}});
        QVERIFY2(text.endsWith(u'.') && text.size() > 20, qPrintable(text));
        QVERIFY2(!text.contains(u'!') && !text.contains(u'%') && text.at(0).isPrint(), qPrintable(text));
        QVERIFY2(!text.contains(QLatin1StringView(errorName(ErrorCode(code)))), qPrintable(text));
    }
}

void ErrorTextTest::aFileThatIsConcernedIsNamed()
{
    for (const ErrorCode code : {ErrorCode::FileNotFound, ErrorCode::FileUnreadable, ErrorCode::FileEmpty,
                                 ErrorCode::NotATranscript, ErrorCode::NotAudio, ErrorCode::LibraryReadOnly,
                                 ErrorCode::DiskFull, ErrorCode::WriteFailed, ErrorCode::NotALibrary})
        QVERIFY(library::errorText({code, u"/home/ada/a %1 talk.mp3"_s, {}}).contains(u"/home/ada/a %1 talk.mp3"));
}

void ErrorTextTest::whatTheLayerBelowSaidIsNotShown()
{
    const QString text = library::errorText({ErrorCode::DiskFull, u"a"_s, u"SQLITE_FULL"_s});
    QVERIFY(!text.contains(u"SQLITE"));
}

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "test_errortext.moc"
