// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr auto player = "org.mpris.MediaPlayer2.earmark"_L1;
constexpr auto entry = EARMARK_APP_ID ".desktop"_L1;
constexpr int patience = 60000; // ms

} // namespace

// A link as a browser hands it on: by the desktop entry, on a session bus of the test's own. Which episode is open
// is what media keys are told.
class TestDesktopLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aLinkStartsTheApplication();
    void theNextOneReachesTheSame();
    void cleanupTestCase();

private:
    [[nodiscard]] bool run(const QString &program, const QStringList &arguments) const;
    [[nodiscard]] QString importText(const QString &name, const QByteArray &text) const;
    [[nodiscard]] bool follow(const QString &link) const { return run(u"gio"_s, {u"open"_s, link}); }
    [[nodiscard]] static QString openEpisode();
    [[nodiscard]] static uint processOfApplication()
    {
        return QDBusConnection::sessionBus().interface()->servicePid(QStringLiteral(EARMARK_APP_ID));
    }

    QTemporaryDir m_folder;
    QProcess m_daemon;
};

bool TestDesktopLinks::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    // What is started goes on when this ends, and would write into nothing.
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    return process.waitForFinished(patience) && process.exitCode() == 0;
}

QString TestDesktopLinks::importText(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    file.close();
    QProcess process;
    process.start(QStringLiteral(EARMARK_PROGRAM), {u"import"_s, file.fileName()});
    return process.waitForFinished(patience) ? QString::fromUtf8(process.readAllStandardOutput()).trimmed() : QString();
}

QString TestDesktopLinks::openEpisode()
{
    QDBusMessage question = QDBusMessage::createMethodCall(player, u"/org/mpris/MediaPlayer2"_s,
                                                           u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question << u"org.mpris.MediaPlayer2.Player"_s << u"Metadata"_s;
    const QDBusReply<QVariant> answer = QDBusConnection::sessionBus().call(question);
    return qdbus_cast<QVariantMap>(answer.value()).value(u"xesam:title"_s).toString();
}

void TestDesktopLinks::initTestCase()
{
    for (const QString &tool : {u"gio"_s, u"update-desktop-database"_s, u"dbus-daemon"_s}) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            QSKIP(qPrintable(tool + u" is not installed"_s));
    }
    // The entry names the program alone, which is found in PATH.
    const QString applications = m_folder.filePath(u"data/applications"_s);
    QVERIFY(QDir().mkpath(applications) && QDir().mkpath(m_folder.filePath(u"config"_s)));
    QVERIFY(QFile::copy(QStringLiteral(EARMARK_ENTRY), QDir(applications).filePath(entry)));
    QVERIFY(run(u"update-desktop-database"_s, {applications}));
    qputenv("PATH", QFileInfo(QStringLiteral(EARMARK_PROGRAM)).absolutePath().toUtf8() + ':' + qgetenv("PATH"));
    qputenv("XDG_DATA_HOME", m_folder.filePath(u"data"_s).toUtf8());
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_s).toUtf8());
    qputenv("XDG_CACHE_HOME", m_folder.filePath(u"cache"_s).toUtf8());
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    qputenv("PULSE_SERVER", "unix:/nonexistent");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    QVERIFY(m_daemon.waitForReadyRead(10000));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
    QVERIFY(QDBusConnection::sessionBus().isConnected());
    QCOMPARE(importText(u"walk.txt"_s, "We met at the harbour. Nobody had brought a map.\n"), u"1"_s);
    QCOMPARE(importText(u"talk.txt"_s, "Something else was said. It was another time.\n"), u"2"_s);
}

void TestDesktopLinks::aLinkStartsTheApplication()
{
    QVERIFY(follow(u"earmark://episode/1?t=1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(openEpisode(), u"Walk"_s, patience);
}

void TestDesktopLinks::theNextOneReachesTheSame()
{
    const uint before = processOfApplication();
    QVERIFY(before > 0);
    QVERIFY(follow(u"earmark://episode/2"_s));
    QTRY_COMPARE_WITH_TIMEOUT(openEpisode(), u"Talk"_s, patience);
    QCOMPARE(processOfApplication(), before);
}

void TestDesktopLinks::cleanupTestCase()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    QDBusConnection::sessionBus().call(
        QDBusMessage::createMethodCall(player, u"/org/mpris/MediaPlayer2"_s, u"org.mpris.MediaPlayer2"_s, u"Quit"_s));
    QTRY_VERIFY_WITH_TIMEOUT(
        !QDBusConnection::sessionBus().interface()->isServiceRegistered(QStringLiteral(EARMARK_APP_ID)), patience);
    m_daemon.terminate();
    m_daemon.waitForFinished(10000);
}

QTEST_GUILESS_MAIN(TestDesktopLinks)
#include "test_desktoplinks.moc"
