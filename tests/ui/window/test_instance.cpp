// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/instance.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using earmark::ui::Instance;

// On a session bus of the test's own. The one who asks is another process: this program, called with
// --ask and a library.
class TestInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("there is no dbus-daemon");
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY(m_daemon.waitForReadyRead(10000));
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
        QVERIFY(QDBusConnection::sessionBus().isConnected());
    }

    void cleanupTestCase()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished(10000);
    }

    void nobodyIsThere() { QCOMPARE(ask({u"/tmp/one.db"_s, u"file:///tmp/a.mp3"_s}), 1); }

    void filesReachTheOneThatRuns()
    {
        Instance instance(u"/tmp/one.db"_s);
        QVERIFY(instance.claim());
        QSignalSpy opened(&instance, &Instance::opened);
        QCOMPARE(ask({u"/tmp/one.db"_s, u"file:///tmp/a%20b.mp3"_s, u"earmark://episode/1?t=2"_s}), 0);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toStringList(), (QStringList{u"file:///tmp/a%20b.mp3"_s, u"earmark://episode/1?t=2"_s}));
    }

    void withoutFilesItComesForward()
    {
        Instance instance(u"/tmp/one.db"_s);
        QVERIFY(instance.claim());
        QSignalSpy activated(&instance, &Instance::activated);
        QCOMPARE(ask({u"/tmp/one.db"_s}, u"the-token"_s), 0);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toString(), u"the-token"_s);
    }

    void anotherLibraryIsLeftAlone()
    {
        Instance instance(u"/tmp/one.db"_s);
        QVERIFY(instance.claim());
        const QSignalSpy opened(&instance, &Instance::opened);
        QCOMPARE(ask({u"/tmp/two.db"_s, u"file:///tmp/a.mp3"_s}), 1);
        QCOMPARE(opened.size(), 0);
    }

    void theNameIsFreeAfterwards()
    {
        {
            Instance instance(u"/tmp/one.db"_s);
            QVERIFY(instance.claim());
        }
        QCOMPARE(ask({u"/tmp/one.db"_s}), 1);
    }

private:
    // 0: taken; 1: not.
    static int ask(const QStringList &arguments, const QString &token = {})
    {
        QProcess other;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!token.isEmpty())
            environment.insert(u"XDG_ACTIVATION_TOKEN"_s, token);
        other.setProcessEnvironment(environment);
        other.start(QCoreApplication::applicationFilePath(), QStringList{u"--ask"_s} + arguments);
        // The answer comes from this thread's event loop.
        (void)QTest::qWaitFor([&] { return other.state() == QProcess::NotRunning; }, 20000);
        return other.exitStatus() == QProcess::NormalExit ? other.exitCode() : -1;
    }

    QProcess m_daemon;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--ask")
        return Instance::handOver(arguments.value(2), arguments.mid(3)) ? 0 : 1;
    TestInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_instance.moc"
