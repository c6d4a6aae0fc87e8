// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How well and how fast the aligner works.
//   align_bench [FOLDER ...]
// A folder holds one audio file, words.tsv (token index, start s, end s) and one or more *.txt of the
// same tokens. Without a folder: speech of 15 minutes made by flite, and, where ../shared exists, the
// recordings in ../shared/data/speech and episodes made by ../shared/tools/make_episode.py, which take
// some minutes the first time. With --prototype, and without a folder, the prototype in ../shared/tools
// is measured beside. With --tsv FILE the last timings are written there. With --moments, instead: how
// soon cancelling at ten moments ends an alignment, and how long it takes to match what a tap moves.
#include "align/align.h"
#include "align/flitespeech.h"
#include "align/spacedtext.h"
#include "audio/wavfile.h"
#include "bench/alignmaterial.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <future>
#include <map>
#include <thread>

using namespace Qt::StringLiterals;
using namespace earmark;

namespace {

using Reference = std::map<int, test::SpokenWord>; // by token

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

struct Errors {
    double median = 0; // milliseconds
    double p90 = 0;
    double below100 = 0; // percent
    double below200 = 0;
    int above2000 = 0; // words
};

Errors summarise(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto below = [&](double limit) {
        return double(std::lower_bound(values.begin(), values.end(), limit) - values.begin());
    };
    const double count = double(values.size());
    return {values[values.size() / 2], values[size_t(count * 0.9)], 100 * below(100) / count, 100 * below(200) / count,
            int(count - below(2000))};
}

QString described(const Errors &errors)
{
    return u"median %1 ms, p90 %2 ms, <100 ms %3 %, <200 ms %4 %, %5 words > 2 s"_s.arg(errors.median, 0, 'f', 0)
        .arg(errors.p90, 0, 'f', 0)
        .arg(errors.below100, 0, 'f', 1)
        .arg(errors.below200, 0, 'f', 1)
        .arg(errors.above2000);
}

const bench::Places places{QStringLiteral(EARMARK_SHARED), QStringLiteral(EARMARK_BENCH_CACHE)};

void reportPrototype(const QString &audioFile, const QString &textFile, const Reference &reference, bool coarse)
{
    const auto run = bench::runPrototype(places, audioFile, textFile, coarse);
    if (!run) {
        out() << "    prototype: could not be built or run" << Qt::endl;
        return;
    }
    std::vector<double> starts;
    for (const auto &[token, word] : reference) {
        if (size_t(token) < run->starts.size())
            starts.push_back(std::abs(run->starts[size_t(token)] - word.start) * 1000);
    }
    out() << u"    prototype: %1; wall %2 s, peak RSS %3 MiB"_s.arg(described(summarise(starts)))
                 .arg(run->wall, 0, 'f', 2)
                 .arg(run->memory, 0, 'f', 0)
          << Qt::endl;
}

// Of the words that the aligner is sure of, the share that it is right about.
QString describedConfidence(const transcript::Timings &timings, const Reference &reference)
{
    int sure = 0;
    int right = 0;
    for (const auto &[token, word] : reference) {
        if (size_t(token) >= timings.size() || timings[size_t(token)].confidence < 0.8F)
            continue;
        ++sure;
        right += std::abs(double(timings[size_t(token)].start.count()) - word.start * 1000) < 300 ? 1 : 0;
    }
    return u"%1 % sure, of these %2 % within 300 ms"_s.arg(100.0 * sure / double(reference.size()), 0, 'f', 1)
        .arg(sure > 0 ? 100.0 * right / sure : 0, 0, 'f', 2);
}

// How far what was told of the progress is from the share of the time, in percent.
double furthestOff(const std::vector<std::pair<double, double>> &progress, double wall)
{
    double furthest = 0;
    for (const auto &[share, seconds] : progress)
        furthest = std::max(furthest, std::abs(share - seconds / wall) * 100);
    return furthest;
}

void report(const QString &name, const transcript::Transcript &text, const QString &audioFile,
            const Reference &reference, const QString &tsv)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t clock = std::clock();
    std::vector<std::pair<double, double>> progress; // share told, seconds
    align::Options options;
    options.progress = [&](double share) { progress.emplace_back(share, double(timer.elapsed()) / 1000); };
    const auto alignment = align::align(text, audioFile, options);
    const double wall = double(timer.elapsed()) / 1000;
    if (!alignment) {
        out() << name << ": " << errorName(alignment.error().code) << ' ' << alignment.error().subject << Qt::endl;
        return;
    }
    std::vector<double> starts;
    std::vector<double> ends;
    for (const auto &[token, word] : reference) {
        if (token >= text.count())
            continue;
        const auto &timing = alignment->timings[size_t(token)];
        starts.push_back(std::abs(double(timing.start.count()) - word.start * 1000));
        ends.push_back(std::abs(double(timing.end.count()) - word.end * 1000));
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    out()
        << u"%1: %2 s of audio, %3 words; starts %4; ends median %5 ms; %6; wall %7 s, CPU %8 s, peak RSS so far %9 MiB"_s
               .arg(name, -28)
               .arg(double(alignment->duration.count()) / 1000, 0, 'f', 1)
               .arg(reference.size())
               .arg(described(summarise(starts)))
               .arg(summarise(ends).median, 0, 'f', 0)
               .arg(describedConfidence(alignment->timings, reference))
               .arg(wall, 0, 'f', 2)
               .arg(double(std::clock() - clock) / CLOCKS_PER_SEC, 0, 'f', 2)
               .arg(double(usage.ru_maxrss) / 1024, 0, 'f', 0)
        << u"; progress at most %1 % off"_s.arg(furthestOff(progress, wall), 0, 'f', 0) << Qt::endl;
    if (tsv.isEmpty())
        return;
    QFile file(tsv);
    if (!file.open(QIODevice::WriteOnly))
        return;
    QTextStream lines(&file);
    for (size_t i = 0; i < alignment->timings.size(); ++i) {
        const auto &timing = alignment->timings[i];
        lines << i << '\t' << secondsText(timing.start) << '\t' << secondsText(timing.end) << '\t' << timing.confidence
              << '\n';
    }
}

void measureFolder(const QString &path, const QString &tsv, bool prototype)
{
    const QDir folder(path);
    QFile words(folder.filePath(u"words.tsv"_s));
    Reference reference;
    if (words.open(QIODevice::ReadOnly)) {
        while (!words.atEnd()) {
            const QByteArrayList fields = words.readLine().trimmed().split('\t');
            if (fields.size() >= 3)
                reference[fields[0].toInt()] = {fields[1].toDouble(), fields[2].toDouble()};
        }
    }
    const QStringList audio =
        folder.entryList({u"*.flac"_s, u"*.wav"_s, u"*.mp3"_s, u"*.ogg"_s, u"*.opus"_s, u"*.m4a"_s});
    for (const QString &name : folder.entryList({u"*.txt"_s})) {
        QFile file(folder.filePath(name));
        if (audio.isEmpty() || !file.open(QIODevice::ReadOnly))
            continue;
        report(folder.dirName() + u'/' + name, test::spacedText(QString::fromUtf8(file.readAll())),
               folder.filePath(audio.first()), reference, tsv);
        if (prototype)
            reportPrototype(folder.filePath(audio.first()), folder.filePath(name), reference, reference.size() > 1000);
    }
}

void measureMadeSpeech(const QString &tsv)
{
    test::FliteSpeech speech;
    QString text;
    Reference reference;
    const auto cue = [&](auto sound, const QString &name) {
        (speech.*sound)(6.5);
        text += name + u'\n';
    };
    const QStringList lines = test::sentences(400);
    int token = 0;
    cue(&test::FliteSpeech::music, u"[Music]"_s);
    ++token;
    for (qsizetype i = 0; i < lines.size() && speech.seconds() < 900; ++i) {
        const size_t before = speech.words().size();
        speech.speak(lines[i], i % 3 == 0 ? test::FliteSpeech::Voice::Rms : test::FliteSpeech::Voice::Slt);
        text += lines[i] + u'\n';
        for (size_t w = before; w < speech.words().size(); ++w)
            reference[token++] = speech.words()[w];
        if (i % 50 == 49) {
            cue(&test::FliteSpeech::music, u"[Music]"_s);
            ++token;
        }
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"speech.wav"_s);
    if (!audio::writeWav(file, speech.samples(), test::FliteSpeech::sampleRate, 1))
        return;
    report(u"flite, two voices, music"_s, test::spacedText(text), file, reference, tsv);
}

void measureMoments(const QString &path)
{
    const QDir folder(path);
    const QStringList audio =
        folder.entryList({u"*.flac"_s, u"*.wav"_s, u"*.mp3"_s, u"*.ogg"_s, u"*.opus"_s, u"*.m4a"_s});
    QFile file(folder.filePath(folder.entryList({u"*.txt"_s}).value(0)));
    if (audio.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QString audioFile = folder.filePath(audio.first());
    const auto text = test::spacedText(QString::fromUtf8(file.readAll()));
    QElapsedTimer timer;
    timer.start();
    const auto whole = align::align(text, audioFile, {});
    if (!whole)
        return;
    const double length = double(timer.elapsed());
    std::vector<double> waits;
    for (int i = 0; i < 10; ++i) {
        align::Options options;
        auto aligning = std::async(std::launch::async, [&] { return align::align(text, audioFile, options); });
        std::this_thread::sleep_for(std::chrono::milliseconds(qint64(length * (0.03 + 0.09 * i))));
        timer.restart();
        options.cancel.cancel();
        aligning.wait();
        waits.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(waits.begin(), waits.end());
    const transcript::TokenIndex middle = text.count() / 2;
    const transcript::Anchor anchor{middle, whole->timings[size_t(middle)].start + MediaTime(100)};
    timer.restart();
    const std::clock_t clock = std::clock();
    const auto again = align::alignAround(anchor, text, whole->timings, audioFile, {});
    const double wall = double(timer.elapsed()) / 1000;
    const double cpu = double(std::clock() - clock) / CLOCKS_PER_SEC;
    out() << u"%1: cancelled after %2 ms, at most %3 ms; a tap in the middle: wall %4 s, CPU %5 s, %6"_s
                 .arg(folder.dirName())
                 .arg(waits[waits.size() / 2], 0, 'f', 0)
                 .arg(waits.back(), 0, 'f', 0)
                 .arg(wall, 0, 'f', 2)
                 .arg(cpu, 0, 'f', 2)
                 .arg(again ? u"matched"_s : u"failed"_s)
          << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    QStringList folders;
    QString tsv;
    bool prototype = false;
    bool moments = false;
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--tsv") == 0 && i + 1 < argc)
            tsv = QString::fromLocal8Bit(argv[++i]);
        else if (qstrcmp(argv[i], "--prototype") == 0)
            prototype = true;
        else if (qstrcmp(argv[i], "--moments") == 0)
            moments = true;
        else
            folders.append(QString::fromLocal8Bit(argv[i]));
    }
    if (folders.isEmpty()) {
        if (!moments)
            measureMadeSpeech(tsv);
        const QDir recordings(places.shared + u"/data/speech"_s);
        for (const QString &name : recordings.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders.append(recordings.filePath(name));
        prototype = !folders.isEmpty();
        if (folders.isEmpty())
            out() << "no recordings: there is no ../shared/data/speech" << Qt::endl;
        const QStringList made = bench::madeEpisodes(places);
        if (made.isEmpty())
            out() << "no made episodes: ../shared/tools, python3 or flite is missing" << Qt::endl;
        folders.append(made);
    }
    for (const QString &folder : folders)
        moments ? measureMoments(folder) : measureFolder(folder, tsv, prototype);
    return 0;
}
