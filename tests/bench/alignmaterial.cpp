// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/alignmaterial.h"

#include "audio/decoder.h"
#include "audio/wavfile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <span>

using namespace Qt::StringLiterals;

namespace earmark::bench {

namespace {

constexpr int rate = 16000; // Hz
constexpr int words = 3000;
constexpr int anHour = 60 * 60 * 1000;

bool run(const QString &program, const QStringList &arguments, const QString &speaker = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SPEAK_SCRIPT"_s, speaker);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    return process.waitForFinished(anHour) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QString speakerIn(const Places &places)
{
    const QString program = places.cache + u"/speak_script"_s;
    if (QFile::exists(program))
        return program;
    const QStringList arguments{u"-O2"_s,
                                places.shared + u"/tools/speak_script.c"_s,
                                u"-o"_s,
                                program,
                                u"-lflite_cmu_us_slt"_s,
                                u"-lflite_cmu_us_rms"_s,
                                u"-lflite_cmu_us_awb"_s,
                                u"-lflite_cmu_us_kal16"_s,
                                u"-lflite_usenglish"_s,
                                u"-lflite_cmulex"_s,
                                u"-lflite"_s,
                                u"-lm"_s};
    return run(u"cc"_s, arguments) ? program : QString();
}

std::vector<qint16> samplesOf(const QString &file)
{
    std::vector<qint16> samples;
    const auto take = [&](std::span<const qint16> more) { samples.insert(samples.end(), more.begin(), more.end()); };
    return audio::decodeAll(file, rate, take, {}, [](double) {}) ? samples : std::vector<qint16>();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Appends what is in the folder, so many words and seconds further on.
struct Joined {
    std::vector<qint16> samples;
    QByteArray text;
    QByteArray reference;

    void add(const QDir &folder)
    {
        const qsizetype before = text.simplified().isEmpty() ? 0 : text.simplified().count(' ') + 1;
        const double seconds = double(samples.size()) / rate;
        for (const QByteArray &line : contents(folder.filePath(u"words.tsv"_s)).split('\n')) {
            const QByteArrayList fields = line.split('\t');
            if (fields.size() >= 3)
                reference += QByteArray::number(fields[0].toInt() + before) + '\t'
                    + QByteArray::number(fields[1].toDouble() + seconds, 'f', 4) + '\t'
                    + QByteArray::number(fields[2].toDouble() + seconds, 'f', 4) + '\n';
        }
        text += contents(folder.filePath(u"captions.txt"_s)).simplified() + ' ';
        const auto more = samplesOf(folder.filePath(u"episode.wav"_s));
        samples.insert(samples.end(), more.begin(), more.end());
    }

    // Speech from the second minute on, without its text.
    void addForeign(const QDir &folder, int seconds)
    {
        const auto more = samplesOf(folder.filePath(u"episode.wav"_s));
        const auto begin = more.begin() + std::min<std::ptrdiff_t>(std::ptrdiff_t(more.size()), 60 * rate);
        samples.insert(samples.end(), begin, begin + std::min<std::ptrdiff_t>(more.end() - begin, seconds * rate));
    }

    [[nodiscard]] bool save(const QString &path) const
    {
        const QDir folder(path);
        folder.mkpath(u"."_s);
        for (const auto &[name, bytes] : {std::pair(u"captions.txt"_s, text), std::pair(u"words.tsv"_s, reference)}) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                return false;
        }
        return bool(audio::writeWav(folder.filePath(u"episode.wav"_s), samples, rate, 1));
    }
};

} // namespace

bool makeEpisode(const Places &places, const QString &transcript, const QString &folder, double errors, int seed)
{
    if (QFile::exists(folder + u"/readable.tsv"_s))
        return true;
    QDir().mkpath(places.cache);
    const QString speaker = speakerIn(places);
    const QStringList arguments{places.shared + u"/tools/make_episode.py"_s,
                                transcript,
                                folder,
                                u"--words"_s,
                                QString::number(words),
                                u"--errors"_s,
                                QString::number(errors),
                                u"--seed"_s,
                                QString::number(seed)};
    return !speaker.isEmpty() && run(u"python3"_s, arguments, speaker);
}

QStringList madeEpisodes(const Places &places)
{
    const QDir transcripts(places.shared + u"/data/changelog"_s);
    const QStringList texts = transcripts.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    if (texts.size() < 50)
        return {};
    QStringList plain;
    for (int i = 0; i < 5; ++i) {
        const QString folder = places.cache + u"/made-%1"_s.arg(i + 1);
        plain.append(folder);
        if (!makeEpisode(places, transcripts.filePath(texts[i * texts.size() / 5]), folder, 0.08, i + 1))
            return {};
    }
    QStringList all = plain;
    for (int i = 0; i < 5; ++i) {
        const QString folder = places.cache + u"/head-and-tail-%1"_s.arg(i + 1);
        all.append(folder);
        if (QFile::exists(folder + u"/episode.wav"_s))
            continue;
        Joined joined;
        joined.addForeign(plain[(i + 1) % 5], 180);
        joined.add(plain[i]);
        joined.addForeign(plain[(i + 2) % 5], 120);
        if (!joined.save(folder))
            return {};
    }
    all.append(places.cache + u"/an-hour"_s);
    if (!QFile::exists(all.last() + u"/episode.wav"_s)) {
        Joined joined;
        for (int i = 0; i < 4; ++i)
            joined.add(plain[i]);
        if (!joined.save(all.last()))
            return {};
    }
    return all;
}

std::optional<PrototypeRun> runPrototype(const Places &places, const QString &audioFile, const QString &textFile,
                                         bool coarse)
{
    QDir().mkpath(places.cache);
    const QString source = places.shared + u"/tools/align_prototype.cpp"_s;
    const QString program = places.cache + u"/align_prototype"_s;
    const QStringList compile{
        u"-O3"_s, u"-march=native"_s, u"-ffast-math"_s, u"-std=c++17"_s, u"-w"_s, u"-o"_s, program,
        source,   u"-lespeak-ng"_s,   u"-lpthread"_s};
    if (!QFile::exists(source) || (!QFile::exists(program) && !run(u"g++"_s, compile)))
        return std::nullopt;
    const QString wav = places.cache + u"/prototype.wav"_s;
    const QString json = places.cache + u"/prototype.json"_s;
    if (!audio::writeWav(wav, samplesOf(audioFile), rate, 1)
        || !run(program, {wav, textFile, json, coarse ? u"fine=2"_s : u"fine=1"_s, u"coarse=12"_s, u"band1=600"_s}))
        return std::nullopt;
    const QJsonObject result = QJsonDocument::fromJson(contents(json)).object();
    PrototypeRun prototype{{}, result[u"wall"_s].toDouble(), result[u"rss"_s].toDouble()};
    const QJsonArray starts = result[u"start"_s].toArray();
    for (const auto &start : starts)
        prototype.starts.push_back(start.toDouble());
    return prototype;
}

} // namespace earmark::bench
