// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"

#include "audio/wavfile.h"
#include "library/import.h"
#include "speech/synthesizer.h"

#include <cmath>
#include <csignal>

#include <sys/resource.h>

namespace earmark::test {

std::unique_ptr<store::Store> Workshop::openStore() const
{
    auto store = store::Store::open(libraryPath(), store::Store::Access::ReadWrite);
    return store ? std::move(*store) : nullptr;
}

QString Workshop::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's own file cannot be written");
    return file.fileName();
}

QString Workshop::writeTone(const QString &name) const
{
    std::vector<qint16> samples(16000);
    for (size_t i = 0; i < samples.size(); ++i)
        samples[i] = qint16(3000 * std::sin(double(i) * 0.1));
    if (!audio::writeWav(path(name), samples, 16000, 1))
        qFatal("the test's own audio cannot be written");
    return path(name);
}

QString Workshop::writeSpeech(const QString &name, const QString &text) const
{
    const auto synthesizer = speech::Synthesizer::create({.name = QStringLiteral("en-us")});
    const auto spoken = synthesizer.and_then([&](const auto &s) { return s->speak(text); });
    if (!spoken || !audio::writeWav(path(name), spoken->samples, spoken->sampleRate, 1))
        qFatal("the test's own speech cannot be made");
    return path(name);
}

EpisodeId Workshop::importText(const QByteArray &text) const
{
    const auto store = openStore();
    library::ImportRequest request;
    request.transcriptFile = write(QStringLiteral("a talk.txt"), text);
    const auto imported = library::importEpisode(*store, request);
    return imported ? imported->id : EpisodeId{};
}

std::vector<notes::Highlight> Workshop::savedHighlights(EpisodeId id) const
{
    const auto highlights = openStore()->highlights(id);
    return highlights ? *highlights : std::vector<notes::Highlight>{};
}

void refuseWrites()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = 1;
    setrlimit(RLIMIT_FSIZE, &limit);
}

void allowWrites()
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
}

QByteArray someWords(int count)
{
    static const QByteArrayList words{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
    QByteArrayList text;
    for (int i = 0; i < count; ++i)
        text.append(words[i % words.size()]);
    return text.join(' ') + '\n';
}

} // namespace earmark::test
