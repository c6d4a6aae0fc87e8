// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/wavfile.h"
#include "endtoend/desktop.h"
#include "endtoend/listening.h"
#include "flite/flitespeech.h"
#include "soundcard/recording.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace earmark;
using namespace earmark::tests;

namespace {

const QStringList sentences{
    u"A lighthouse keeper wrote down every ship that passed the rocks in the winter of the great storm."_s,
    u"Nobody read those books for almost a hundred years, until a student found them behind a cupboard."_s,
    u"She copied the names of the captains and the colours of the flags into a long yellow table."_s,
    u"The harbour master did not believe a word of it, and he told the newspaper so the next morning."_s,
    u"Then divers brought up a brass bell from the sand, and the name on the bell was in her table."_s,
    u"Today the books are kept in a dry room, and anybody who asks politely is allowed to turn the pages."_s,
};

// What a captioner makes of them: lower case, no punctuation, one run.
QString captions()
{
    QString text = sentences.join(u' ').toLower();
    text.remove(QRegularExpression(u"[.,]"_s));
    return text;
}

// The program's `lit` line: which token, where the audio is, and when (monotonic clock).
struct Lit {
    int token = 0;
    double position = 0; // seconds
    qint64 nanoseconds = 0;
};

std::vector<Lit> litLines(const QByteArray &log)
{
    static const QRegularExpression line(uR"(lit (\d+) (\d+) (\d+))"_s);
    std::vector<Lit> lines;
    auto matches = line.globalMatch(QString::fromUtf8(log));
    while (matches.hasNext()) {
        const auto match = matches.next();
        lines.push_back(
            {match.captured(1).toInt(), match.captured(2).toDouble() / 1000, match.captured(3).toLongLong()});
    }
    return lines;
}

double share(qsizetype part, size_t whole)
{
    return whole ? double(part) / double(whole) : 0;
}

} // namespace

namespace {

// A line's words alone: no marks, no capitals, one space between each two.
QString wordsOf(const QString &line)
{
    static const QRegularExpression marks(u"[^\\w\\s']+"_s);
    return QString(line).remove(marks).toLower().simplified();
}

} // namespace

class TestEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void litWordIsTheSpokenWord_data();
    void litWordIsTheSpokenWord();
    void enterPlaysFromTheSentenceUnderTheCursor();
    void pausingIsSilent();
    void marksAndNotesByKeyReachTheLibraryAndTheExport();

private:
    QProcessEnvironment environment() const;
    QByteArray run(const QStringList &arguments);
    bool startWindow();
    void finishWindow();
    Sound heard() const;
    // Seconds into heard() of a moment of the monotonic clock.
    double inRecording(qint64 nanoseconds) const;
    double inRecordingNow() const;

    QTemporaryDir m_folder;
    Desktop m_desktop;
    FliteSpeech m_speech;
    Sound m_source;
    std::unique_ptr<QProcess> m_window;
    std::unique_ptr<soundcard::Recording> m_recording;
};

void TestEndToEnd::initTestCase()
{
    QVERIFY2(!qEnvironmentVariableIsEmpty("EARMARK_TEST_SINK"), "run through tests/soundcard/with-soundcard");
    QVERIFY(m_folder.isValid());
    QVERIFY2(m_desktop.start(1280, 800), qPrintable(m_desktop.error()));
    m_speech = speakWithFlite(sentences);
    m_source = soundFrom(m_speech.samples, FliteSpeech::sampleRate);
    QVERIFY(audio::writeWav(m_folder.filePath(u"Keeper.wav"_s), m_speech.samples, FliteSpeech::sampleRate, 1));
    QFile transcript(m_folder.filePath(u"Keeper.txt"_s));
    QVERIFY(transcript.open(QIODevice::WriteOnly));
    transcript.write(captions().toUtf8());
    transcript.close();
    // The words as flite counts them are the captioner's tokens: nothing in the text is read otherwise.
    QCOMPARE(qsizetype(m_speech.words.size()), captions().split(u' ').size());
}

void TestEndToEnd::init()
{
    QFile::remove(m_folder.filePath(u"library.db"_s));
    QCOMPARE(run({u"import"_s, m_folder.filePath(u"Keeper.wav"_s), m_folder.filePath(u"Keeper.txt"_s)}), "1\n");
    m_recording = std::make_unique<soundcard::Recording>();
    QVERIFY(m_recording->isRunning());
    QVERIFY(startWindow());
}

void TestEndToEnd::cleanup()
{
    finishWindow();
    m_recording.reset();
}

QProcessEnvironment TestEndToEnd::environment() const
{
    QProcessEnvironment environment = m_desktop.environment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"earmark.follow.debug=true"_s);
    environment.insert(u"QT_FORCE_STDERR_LOGGING"_s, u"1"_s);
    environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
    return environment;
}

QByteArray TestEndToEnd::run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(QStringLiteral(EARMARK_PROGRAM),
                  QStringList{u"--library"_s, m_folder.filePath(u"library.db"_s)} + arguments);
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

bool TestEndToEnd::startWindow()
{
    m_window = std::make_unique<QProcess>();
    m_window->setProcessEnvironment(environment());
    m_window->start(QStringLiteral(EARMARK_PROGRAM), {u"--library"_s, m_folder.filePath(u"library.db"_s)});
    return m_window->waitForStarted() && m_desktop.activateWindow(u"Keeper"_s);
}

void TestEndToEnd::finishWindow()
{
    if (!m_window)
        return;
    if (m_window->state() != QProcess::NotRunning
        && (!m_desktop.press({u"ctrl+q"_s}) || !m_window->waitForFinished(20000)))
        m_window->kill();
    m_window->waitForFinished(5000);
    m_window.reset();
}

Sound TestEndToEnd::heard() const
{
    return soundFrom(m_recording->samples(), soundcard::Recording::sampleRate);
}

double TestEndToEnd::inRecording(qint64 nanoseconds) const
{
    const soundcard::Clock::time_point when{std::chrono::nanoseconds(nanoseconds)};
    return double(m_recording->indexAt(when)) / soundcard::Recording::sampleRate;
}

double TestEndToEnd::inRecordingNow() const
{
    return inRecording(soundcard::Clock::now().time_since_epoch() / std::chrono::nanoseconds(1));
}

void TestEndToEnd::litWordIsTheSpokenWord_data()
{
    QTest::addColumn<QStringList>("keysBefore");

    QTest::newRow("from the beginning") << QStringList{};
    QTest::newRow("from the last sentence back to the beginning") << QStringList{u"shift+g"_s, u"g"_s};
}

void TestEndToEnd::litWordIsTheSpokenWord()
{
    QFETCH(QStringList, keysBefore);
    if (!keysBefore.isEmpty())
        QVERIFY(m_desktop.press(keysBefore));
    QVERIFY(m_desktop.press({u"Return"_s}));
    QTest::qWait(20000);
    QVERIFY(m_desktop.press({u"space"_s}));
    QTest::qWait(500);
    m_recording->stop();

    const Sound recording = heard();
    const std::vector<Lit> lines = litLines(m_window->readAllStandardError());
    QVERIFY2(lines.size() > 40, qPrintable(u"only %1 words were lit"_s.arg(lines.size())));
    qsizetype recognised = 0;
    qsizetype spoken = 0;
    std::vector<double> errors;
    for (const Lit &lit : lines) {
        const SpokenWord &word = m_speech.words[size_t(lit.token)];
        // What is heard a tenth of a second after the word was lit: its inside, not its border.
        const Heard ear =
            whatIsHeard(recording, inRecording(lit.nanoseconds) + 0.1, m_source, word.start - 1, word.end + 1);
        if (ear.correlation < 0.6)
            continue;
        ++recognised;
        errors.push_back(ear.position - 0.1 - word.start);
        spoken += ear.position > word.start - 0.05 && ear.position < word.end + 0.15;
    }
    std::sort(errors.begin(), errors.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    if (!errors.empty())
        qInfo("%zu words lit, %lld recognised; from the word's true start: median %.0f ms, 95%% within %.0f ms",
              lines.size(), static_cast<long long>(recognised), 1000 * std::abs(errors[errors.size() / 2]),
              1000 * std::abs(errors[errors.size() * 95 / 100]));
    QVERIFY2(share(recognised, lines.size()) > 0.9, "what is heard is not the episode at the place shown");
    QVERIFY2(share(spoken, size_t(recognised)) > 0.9, "the lit word is not the one spoken");
}

void TestEndToEnd::enterPlaysFromTheSentenceUnderTheCursor()
{
    // Wherever the sentences of this run-on text may begin: the first word lit tells.
    QVERIFY(m_desktop.press({u"shift+g"_s, u"k"_s, u"k"_s, u"Return"_s}));
    QTest::qWait(4000);
    m_recording->stop();
    const std::vector<Lit> lines = litLines(m_window->readAllStandardError());
    QVERIFY(!lines.empty());
    const SpokenWord &first = m_speech.words[size_t(lines.front().token)];
    QVERIFY2(first.start > 5, "the place asked for is not the beginning");
    const Heard ear =
        whatIsHeard(heard(), inRecording(lines.front().nanoseconds) + 0.5, m_source, 0, m_source.seconds());
    QVERIFY2(ear.correlation > 0.6, "something else than the episode is heard");
    QVERIFY2(std::abs(ear.position - 0.5 - first.start) < 0.4,
             qPrintable(u"heard from %1 s, expected %2 s"_s.arg(ear.position - 0.5).arg(first.start)));
}

void TestEndToEnd::pausingIsSilent()
{
    QVERIFY(m_desktop.press({u"Return"_s}));
    QTest::qWait(2500);
    const double playing = inRecordingNow();
    QVERIFY(m_desktop.press({u"space"_s}));
    QTest::qWait(800);
    const double paused = inRecordingNow();
    QTest::qWait(1500);
    m_recording->stop();
    const Sound recording = heard();
    QVERIFY(loudest(recording, playing - 1, playing) > 0.02);
    QVERIFY(loudest(recording, paused, paused + 1.2) < 0.001);
}

void TestEndToEnd::marksAndNotesByKeyReachTheLibraryAndTheExport()
{
    QVERIFY(m_desktop.press({u"g"_s, u"j"_s, u"h"_s, u"j"_s, u"a"_s}));
    QTest::qWait(500);
    QVERIFY(m_desktop.type(u"ask *her* about j and k"_s));
    QTest::qWait(500);
    // As after a power cut: nothing of the program runs any more, and nothing was said before.
    m_window->kill();
    QVERIFY(m_window->waitForFinished(10000));
    const QByteArray notes = run({u"export"_s, u"1"_s, u"--output"_s, m_folder.filePath(u"notes.md"_s)});
    QVERIFY2(!notes.startsWith("failed"), notes.constData());
    auto library = store::Store::open(m_folder.filePath(u"library.db"_s), store::Store::Access::ReadOnly);
    QVERIFY(library);
    const auto highlights = (*library)->highlights(EpisodeId{1});
    QVERIFY(highlights);
    QCOMPARE(highlights->size(), size_t(2));
    QVERIFY(highlights->at(0).note.isEmpty());
    QCOMPARE(highlights->at(1).note, u"ask *her* about j and k"_s);
    QFile file(m_folder.filePath(u"notes.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString markdown = QString::fromUtf8(file.readAll());
    QStringList quotes;
    for (const QString &line : markdown.split(u'\n')) {
        if (line.startsWith(u"> "_s))
            quotes.append(wordsOf(line));
    }
    // With the marks and capitals that they are read with, but each with its words and no others.
    for (const notes::Highlight &highlight : *highlights)
        QVERIFY2(quotes.contains(wordsOf(highlight.selectors.exact)), qPrintable(markdown));
    QVERIFY(markdown.contains(u"ask *her* about j and k"_s));
}

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "test_endtoend.moc"
