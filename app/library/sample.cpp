// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/sample.h"

#include "audio/wavfile.h"
#include "base/textfile.h"
#include "speech/synthesizer.h"
#include "transcript/timing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

// Resources of a static library are linked when somebody asks for them, outside any namespace.
static void linkSampleResources()
{
    Q_INIT_RESOURCE(sample);
}

namespace earmark::library {

using namespace Qt::StringLiterals;

namespace {

using Samples = std::vector<qint16>;

constexpr double pauseBetweenLines = 0.3; // seconds

struct Line {
    QString who; // "host", "guest" or "music"
    QString text;
};

QByteArray resource(const QString &name)
{
    linkSampleResources();
    QFile file(u":/sample/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<Line> readScript()
{
    std::vector<Line> lines;
    const QStringList rows = QString::fromUtf8(resource(u"script.tsv"_s)).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &row : rows) {
        if (!row.startsWith(u'#'))
            lines.push_back({row.section(u'\t', 0, 0), row.section(u'\t', 1)});
    }
    return lines;
}

speech::Voice voiceOf(const QString &who)
{
    if (who == u"guest")
        return {.name = u"en-gb+f3"_s, .wordsPerMinute = 165, .pitch = 55};
    return {.name = u"en-us"_s, .wordsPerMinute = 170, .pitch = 45};
}

void appendSilence(Samples &samples, double seconds, int sampleRate)
{
    samples.resize(samples.size() + size_t(seconds * sampleRate));
}

// A phrase of plucked notes, going up and home again.
void appendMusic(Samples &samples, double seconds, int sampleRate)
{
    constexpr std::array notes{392.0, 493.88, 587.33, 783.99, 587.33, 659.26, 493.88, 392.0}; // Hz, in G major
    const double noteLength = seconds / double(notes.size());
    const size_t first = samples.size();
    appendSilence(samples, seconds, sampleRate);
    for (size_t n = 0; n < notes.size(); ++n) {
        // Each note rings on under the following ones.
        for (size_t i = first + size_t(double(n) * noteLength * sampleRate); i < samples.size(); ++i) {
            const double t = double(i - first) / sampleRate - double(n) * noteLength;
            const double phase = 2 * std::numbers::pi * notes[n] * t;
            const double attack = std::min(1.0, t / 0.01);
            const double fade = std::min(1.0, double(samples.size() - i) / (0.2 * sampleRate));
            const double tone = std::sin(phase) + 0.4 * std::sin(2 * phase) + 0.15 * std::sin(3 * phase);
            const double value = samples[i] + 5000 * attack * fade * std::exp(-3.5 * t) * tone;
            samples[i] = qint16(std::clamp(value, -32000.0, 32000.0));
        }
    }
}

Result<void> writeSpeech(const QString &path, const CancelToken &cancel)
{
    const std::vector<Line> script = readScript();
    auto synthesizer = speech::Synthesizer::create(voiceOf(u"host"_s), cancel);
    if (!synthesizer)
        return tl::unexpected(synthesizer.error());
    Samples samples;
    constexpr int sampleRate = 22050; // Hz, of all of espeak-ng's own voices
    for (const Line &line : script) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled);
        if (line.who == u"music") {
            appendMusic(samples, line.text.toDouble(), sampleRate);
        } else {
            const Result<void> voice = (*synthesizer)->setVoice(voiceOf(line.who));
            if (!voice)
                return voice;
            const Result<speech::Utterance> spoken = (*synthesizer)->speak(line.text, cancel);
            if (!spoken)
                return tl::unexpected(spoken.error());
            if (spoken->sampleRate != sampleRate)
                return failure(ErrorCode::SpeechUnavailable, {}, u"a voice of %1 Hz"_s.arg(spoken->sampleRate));
            samples.insert(samples.end(), spoken->samples.begin(), spoken->samples.end());
        }
        appendSilence(samples, pauseBetweenLines, sampleRate);
    }
    return audio::writeWav(path, samples, sampleRate, 1);
}

} // namespace

QString sampleFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/earmark/sample"_s;
}

Result<SampleFiles> makeSample(const QString &folder, const CancelToken &cancel)
{
    const QDir dir(folder);
    const SampleFiles files{dir.absoluteFilePath(u"how-a-lighthouse-works.wav"_s),
                            dir.absoluteFilePath(u"how-a-lighthouse-works.txt"_s)};
    if (!dir.mkpath(u"."_s))
        return failure(ErrorCode::WriteFailed, folder, u"the folder cannot be made"_s);
    const QByteArray captions = resource(u"captions.txt"_s);
    // The transcript is written last: where it stands, the audio is that of the same version.
    const Result<QByteArray> there = readFile(files.transcriptFile, formats::largestTranscript);
    if (there && *there == captions && QFileInfo(files.audioFile).size() > 0)
        return files;
    return writeSpeech(files.audioFile, cancel)
        .and_then([&] { return writeFileAtomically(files.transcriptFile, captions); })
        .map([&] { return files; });
}

Result<Imported> importSample(store::Store &store, const SampleFiles &files)
{
    const Result<std::vector<store::Episode>> episodes = store.episodes();
    if (!episodes)
        return tl::unexpected(episodes.error());
    for (const store::Episode &episode : *episodes) {
        if (episode.audioPath != files.audioFile)
            continue;
        const Result<transcript::Timings> timings = store.timings(episode.id);
        if (!timings)
            return tl::unexpected(timings.error());
        return Imported{episode.id, {}, !transcript::hasKnownTimes(*timings)};
    }
    ImportRequest request;
    request.audioFile = files.audioFile;
    request.transcriptFile = files.transcriptFile;
    request.title = u"How a lighthouse works"_s;
    request.show = u"Small Wonders"_s;
    request.language = u"en"_s;
    return importEpisode(store, request);
}

} // namespace earmark::library
