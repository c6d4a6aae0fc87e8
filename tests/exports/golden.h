// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

namespace earmark::test {

// Fails the test that runs where the document is not what lies in golden/; writes it there instead where
// EARMARK_UPDATE_GOLDEN is set.
inline void compareWithGolden(const QByteArray &document, const QString &name)
{
    QFile file(QStringLiteral(EARMARK_GOLDEN "/") + name);
    if (qEnvironmentVariableIsSet("EARMARK_UPDATE_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(document), document.size());
        return;
    }
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(QString::fromUtf8(document), QString::fromUtf8(file.readAll()));
}

} // namespace earmark::test
