// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/madeaudio.h"

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr auto service = "org.mpris.MediaPlayer2.earmark"_L1;
constexpr int patience = 20000; // ms

} // namespace

// playerctl, and other clients of MPRIS, with the running program on a session bus of the test's own; without a
// sound device, in time all the same.
class TestMediaKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void playingAndPausing();
    void placesAreSought();
    void chaptersAreTheTracks();
    void speedAndVolumeAreTold();
    void whatIsHeardIsDescribed();
    void onlyTheTrackThatIsHeardIsSoughtIn();
    void changesAreTold();
    void anotherProcessHasAnotherName();
    void quitCloses();

public Q_SLOTS:
    void noteChange(const QString &interface, const QVariantMap &changed, const QStringList &)
    {
        if (interface == "org.mpris.MediaPlayer2.Player"_L1)
            m_changed.insert(changed);
    }
    void noteSeek(qlonglong position) { m_sought.append(position); }

private:
    QProcessEnvironment environment() const;
    QString run(const QString &program, const QStringList &arguments) const;
    // Trimmed output.
    QString playerctl(const QStringList &arguments) const
    {
        return run(u"playerctl"_s, QStringList{u"--player=earmark"_s} + arguments);
    }
    double position() const { return playerctl({u"position"_s}).toDouble(); }
    QVariant property(const QString &name) const
    {
        QDBusMessage question = QDBusMessage::createMethodCall(service, u"/org/mpris/MediaPlayer2"_s,
                                                               u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        question << u"org.mpris.MediaPlayer2.Player"_s << name;
        const QDBusReply<QVariant> answer = QDBusConnection::sessionBus().call(question);
        return answer.value();
    }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QProcess m_program;
    QVariantMap m_changed;
    QList<qlonglong> m_sought;
};

QProcessEnvironment TestMediaKeys::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PULSE_SERVER"_s, u"unix:/nonexistent"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, u"/nonexistent"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, m_folder.filePath(u"cache"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    return environment;
}

QString TestMediaKeys::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return u"failed: "_s + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void TestMediaKeys::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"playerctl"_s).isEmpty(), "playerctl is not installed");
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    QVERIFY(m_daemon.waitForReadyRead(10000));
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
    QVERIFY(QDBusConnection::sessionBus().isConnected());

    const QString wav = m_folder.filePath(u"a.wav"_s);
    const QString cover = m_folder.filePath(u"cover.png"_s);
    const QString audio = m_folder.filePath(u"talk & walk.mp3"_s);
    QVERIFY(earmark::audio::writeWav(wav, made::tone(44100, 60, 300), 44100, 1));
    QVERIFY(made::ffmpeg({u"-f"_s, u"lavfi"_s, u"-i"_s, u"color=c=red:s=16x16"_s, u"-frames:v"_s, u"1"_s, cover}));
    QVERIFY(made::ffmpeg({u"-i"_s, wav, u"-i"_s, cover, u"-map"_s, u"0"_s, u"-map"_s, u"1"_s, u"-c:v"_s, u"copy"_s,
                          u"-metadata"_s, u"title=Talk & Walk"_s, u"-metadata"_s, u"album=Over the Hills"_s, audio}));
    QVERIFY(made::write(m_folder.filePath(u"talk & walk.chapters.json"_s),
                        R"({"chapters":[{"startTime":0,"title":"Up"},{"startTime":20,"title":"Down"}]})"));
    const QString text = m_folder.filePath(u"talk.txt"_s);
    QVERIFY(made::write(text, QByteArray("one two three four five six seven eight nine ten\n").repeated(10)));
    const QStringList library{u"--library"_s, m_folder.filePath(u"library.db"_s)};
    QCOMPARE(run(QStringLiteral(EARMARK_PROGRAM), library + QStringList{u"import"_s, u"--no-align"_s, audio, text}),
             u"1"_s);
    m_program.setProcessEnvironment(environment());
    m_program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_program.start(QStringLiteral(EARMARK_PROGRAM), library);
    QVERIFY(m_program.waitForStarted());
    QTRY_COMPARE_WITH_TIMEOUT(playerctl({u"status"_s}), u"Paused"_s, patience);

    QDBusConnection bus = QDBusConnection::sessionBus();
    QVERIFY(bus.connect(service, u"/org/mpris/MediaPlayer2"_s, u"org.freedesktop.DBus.Properties"_s,
                        u"PropertiesChanged"_s, this, SLOT(noteChange(QString, QVariantMap, QStringList))));
    QVERIFY(bus.connect(service, u"/org/mpris/MediaPlayer2"_s, u"org.mpris.MediaPlayer2.Player"_s, u"Seeked"_s, this,
                        SLOT(noteSeek(qlonglong))));
}

void TestMediaKeys::cleanupTestCase()
{
    if (m_program.state() != QProcess::NotRunning) {
        m_program.kill();
        m_program.waitForFinished(5000);
    }
    m_daemon.terminate();
    m_daemon.waitForFinished(10000);
}

void TestMediaKeys::playingAndPausing()
{
    playerctl({u"position"_s, u"10"_s}); // after a pause it goes back a little
    QTRY_COMPARE(position(), 10.0);
    QCOMPARE(playerctl({u"play"_s}), QString());
    QTRY_COMPARE(playerctl({u"status"_s}), u"Playing"_s);
    const double before = position();
    QTRY_VERIFY(position() > before + 0.3);
    playerctl({u"play-pause"_s});
    QTRY_COMPARE(playerctl({u"status"_s}), u"Paused"_s);
    playerctl({u"play"_s});
    QTRY_COMPARE(playerctl({u"status"_s}), u"Playing"_s);
    // Nobody's place is lost by it.
    playerctl({u"stop"_s});
    QTRY_COMPARE(playerctl({u"status"_s}), u"Paused"_s);
    QVERIFY(position() > 8);
}

void TestMediaKeys::placesAreSought()
{
    QTest::qWait(100); // what the test before has left
    m_sought.clear();
    playerctl({u"position"_s, u"30"_s});
    QTRY_COMPARE(position(), 30.0);
    playerctl({u"position"_s, u"10-"_s});
    QTRY_COMPARE(position(), 20.0);
    playerctl({u"position"_s, u"5+"_s});
    QTRY_COMPARE(position(), 25.0);
    QTRY_COMPARE(m_sought, (QList<qlonglong>{30000000, 20000000, 25000000}));
}

void TestMediaKeys::chaptersAreTheTracks()
{
    QVERIFY(property(u"CanGoNext"_s).toBool());
    playerctl({u"position"_s, u"5"_s});
    playerctl({u"next"_s});
    QTRY_COMPARE(position(), 20.0);
    playerctl({u"previous"_s});
    QTRY_COMPARE(position(), 0.0);
}

void TestMediaKeys::speedAndVolumeAreTold()
{
    QCOMPARE(property(u"MinimumRate"_s).toDouble(), 0.5);
    QCOMPARE(property(u"MaximumRate"_s).toDouble(), 4.0);
    QCOMPARE(property(u"Rate"_s).toDouble(), 1.0);
    playerctl({u"volume"_s, u"0.5"_s});
    QTRY_COMPARE(playerctl({u"volume"_s}).toDouble(), 0.5);
    QDBusInterface properties(service, u"/org/mpris/MediaPlayer2"_s, u"org.freedesktop.DBus.Properties"_s);
    m_changed.clear();
    properties.call(u"Set"_s, u"org.mpris.MediaPlayer2.Player"_s, u"Rate"_s,
                    QVariant::fromValue(QDBusVariant(QVariant(1.5))));
    QTRY_COMPARE(m_changed.value(u"Rate"_s).toDouble(), 1.5);
    QCOMPARE(property(u"Rate"_s).toDouble(), 1.5);
    // Nought is a pause, by the specification.
    playerctl({u"play"_s});
    QTRY_COMPARE(playerctl({u"status"_s}), u"Playing"_s);
    properties.call(u"Set"_s, u"org.mpris.MediaPlayer2.Player"_s, u"Rate"_s,
                    QVariant::fromValue(QDBusVariant(QVariant(0.0))));
    QTRY_COMPARE(playerctl({u"status"_s}), u"Paused"_s);
    QCOMPARE(property(u"Rate"_s).toDouble(), 1.5);
}

void TestMediaKeys::whatIsHeardIsDescribed()
{
    const auto tag = [this](const QString &name) { return playerctl({u"metadata"_s, name}); };
    QCOMPARE(tag(u"xesam:title"_s), u"Talk & Walk"_s);
    QCOMPARE(tag(u"xesam:album"_s), u"Over the Hills"_s);
    QCOMPARE(tag(u"xesam:artist"_s), u"Over the Hills"_s);
    QVERIFY(tag(u"mpris:trackid"_s).contains(u"/episode/1"));
    QVERIFY(std::abs(tag(u"mpris:length"_s).toLongLong() - 60000000) < 120000);
    QCOMPARE(QUrl(tag(u"xesam:url"_s)).toLocalFile(), m_folder.filePath(u"talk & walk.mp3"_s));
    QTRY_VERIFY(QUrl(tag(u"mpris:artUrl"_s)).isLocalFile());
    const QString cover = QUrl(tag(u"mpris:artUrl"_s)).toLocalFile();
    QVERIFY2(cover.startsWith(m_folder.filePath(u"cache"_s)), qPrintable(cover));
    QVERIFY(made::bytesOf(cover).startsWith("\x89PNG"));
    QVERIFY(playerctl({u"--list-all"_s}).contains(u"earmark"));
}

void TestMediaKeys::onlyTheTrackThatIsHeardIsSoughtIn()
{
    playerctl({u"position"_s, u"7"_s});
    QTRY_COMPARE(position(), 7.0);
    QDBusInterface player(service, u"/org/mpris/MediaPlayer2"_s, u"org.mpris.MediaPlayer2.Player"_s);
    const QDBusObjectPath other(u"/io/github/earmark_app/earmark/episode/99"_s);
    const QDBusObjectPath heard(
        property(u"Metadata"_s).value<QDBusArgument>().currentType() == QDBusArgument::MapType
            ? qdbus_cast<QVariantMap>(property(u"Metadata"_s)).value(u"mpris:trackid"_s).value<QDBusObjectPath>()
            : QDBusObjectPath());
    player.call(u"SetPosition"_s, QVariant::fromValue(other), qlonglong(1000000));
    player.call(u"SetPosition"_s, QVariant::fromValue(heard), qlonglong(999000000));
    player.call(u"SetPosition"_s, QVariant::fromValue(heard), qlonglong(-1));
    QCOMPARE(position(), 7.0);
    player.call(u"SetPosition"_s, QVariant::fromValue(heard), qlonglong(12500000));
    QTRY_COMPARE(position(), 12.5);
}

void TestMediaKeys::changesAreTold()
{
    m_changed.clear();
    playerctl({u"play"_s});
    QTRY_COMPARE(m_changed.value(u"PlaybackStatus"_s).toString(), u"Playing"_s);
    playerctl({u"pause"_s});
    QTRY_COMPARE(m_changed.value(u"PlaybackStatus"_s).toString(), u"Paused"_s);
    QVERIFY(!m_changed.contains(u"Position"_s)); // never, by the specification
}

void TestMediaKeys::anotherProcessHasAnotherName()
{
    QProcess other;
    other.setProcessEnvironment(environment());
    other.start(QStringLiteral(EARMARK_PROGRAM), {u"--library"_s, m_folder.filePath(u"other.db"_s)});
    QVERIFY(other.waitForStarted());
    const QString name = u"earmark.instance%1"_s.arg(other.processId());
    QTRY_VERIFY_WITH_TIMEOUT(playerctl({u"--list-all"_s}).contains(name), patience);
    QCOMPARE(run(u"playerctl"_s, {u"--player="_s + name, u"status"_s}), u"Stopped"_s);
    other.terminate();
    if (!other.waitForFinished(10000))
        other.kill();
}

void TestMediaKeys::quitCloses()
{
    QDBusInterface program(service, u"/org/mpris/MediaPlayer2"_s, u"org.mpris.MediaPlayer2"_s);
    QVERIFY(program.property("CanRaise").toBool());
    QCOMPARE(program.property("DesktopEntry").toString(), QStringLiteral(EARMARK_APP_ID));
    program.call(u"Raise"_s);
    program.call(u"Quit"_s);
    QVERIFY(m_program.waitForFinished(patience));
    QCOMPARE(m_program.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestMediaKeys)
#include "test_mediakeys.moc"
