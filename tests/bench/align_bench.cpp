// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How well and how fast the aligner works.
//   align_bench [FOLDER ...]
// A folder holds one audio file, words.tsv (token index, start s, end s) and one or more *.txt of the
// same tokens. Without a folder: speech of 15 minutes made by flite, and the recordings in
// ../shared/data/speech where these exist. With --tsv FILE the last timings are written there.
#include "align/align.h"
#include "align/flitespeech.h"
#include "align/spacedtext.h"
#include "audio/wavfile.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <map>

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
    double above2000 = 0;
};

Errors summarise(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    const auto share = [&](double limit) {
        return 100.0 * double(std::lower_bound(values.begin(), values.end(), limit) - values.begin())
            / double(values.size());
    };
    return {values[values.size() / 2], values[size_t(double(values.size()) * 0.9)], share(100), share(200),
            100 - share(2000)};
}

void report(const QString &name, const transcript::Transcript &text, const QString &audioFile,
            const Reference &reference, const QString &tsv)
{
    QElapsedTimer timer;
    timer.start();
    const auto alignment = align::align(text, audioFile, {});
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
    const Errors s = summarise(starts);
    const Errors e = summarise(ends);
    const QString line =
        u"%1: %2 s of audio, %3 words; starts median %4 ms, p90 %5 ms, <100 ms %6 %, <200 ms %7 %, >2 s %8 %; "
        "ends median %9 ms"_s.arg(name, -28)
            .arg(double(alignment->duration.count()) / 1000, 0, 'f', 1)
            .arg(reference.size())
            .arg(s.median, 0, 'f', 0)
            .arg(s.p90, 0, 'f', 0)
            .arg(s.below100, 0, 'f', 1)
            .arg(s.below200, 0, 'f', 1)
            .arg(s.above2000, 0, 'f', 2)
            .arg(e.median, 0, 'f', 0);
    out() << line
          << u"; wall %1 s, peak RSS %2 MiB"_s.arg(wall, 0, 'f', 2).arg(double(usage.ru_maxrss) / 1024, 0, 'f', 0)
          << Qt::endl;
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

void measureFolder(const QString &path, const QString &tsv)
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

} // namespace

int main(int argc, char **argv)
{
    QStringList folders;
    QString tsv;
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--tsv") == 0 && i + 1 < argc)
            tsv = QString::fromLocal8Bit(argv[++i]);
        else
            folders.append(QString::fromLocal8Bit(argv[i]));
    }
    if (folders.isEmpty()) {
        measureMadeSpeech(tsv);
        const QDir shared(QStringLiteral(EARMARK_SHARED "/data/speech"));
        for (const QString &name : shared.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            folders.append(shared.filePath(name));
    }
    for (const QString &folder : folders)
        measureFolder(folder, tsv);
    return 0;
}
