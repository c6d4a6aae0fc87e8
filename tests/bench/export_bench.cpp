// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes to export 10,000 highlights with notes, new and into the file that is there, and 100,000 words
// with as many highlights.
#include "exports/exporter.h"
#include "exports/made.h"
#include "exports/presets.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace earmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int highlights = 10'000;
constexpr int rounds = 5;

notes::ExportedEpisode madeEpisode()
{
    std::vector<std::pair<QString, QString>> pairs;
    for (int i = 0; i < highlights; ++i)
        pairs.emplace_back(u"They raised $5.5 million in year %1, and nobody *knew* who had asked for [it]."_s.arg(i),
                           u"What *is* this about?\n\n- ask Anna about `%1`\n- look it up"_s.arg(i));
    notes::ExportedEpisode episode = test::makeExported(pairs);
    for (notes::ExportedHighlight &highlight : episode.highlights)
        highlight.tags = {u"claim"_s, u"look-up"_s};
    constexpr size_t together = 100; // highlights in a chapter
    for (size_t i = 0; i < episode.highlights.size(); ++i) {
        if (i % together == 0)
            episode.chapters.push_back({u"Part %1"_s.arg(i / together), episode.highlights[i].start, {}, false});
        episode.highlights[i].chapter = i / together;
    }
    return episode;
}

// Ten words to a highlight, and ten highlights to a paragraph.
void addText(notes::ExportedEpisode &episode)
{
    constexpr size_t together = 10;
    for (size_t i = 0; i < episode.highlights.size(); ++i) {
        if (i % together == 0) {
            episode.paragraphs.emplace_back().token = qint32(i * together);
            episode.paragraphs.back().start = episode.highlights[i].start;
            episode.paragraphs.back().speaker = u"Anna"_s;
            episode.paragraphs.back().startsTurn = i % (2 * together) == 0;
        }
        episode.paragraphs.back().runs.push_back({u"and so nobody *knew*"_s, true, false, {}});
        episode.paragraphs.back().runs.push_back({u"what they had asked for, then."_s, true, true, {i}});
        episode.highlights[i].isInText = true;
    }
}

void measure(const char *what, const QString &path, const notes::ExportedEpisode &episode,
             const exports::Options &options)
{
    double best = 1e9;
    double cpu = 1e9;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t start = std::clock();
        if (!exports::writeFile(path, {episode}, options))
            std::printf("%s failed\n", what);
        cpu = std::min(cpu, 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
        best = std::min(best, double(timer.nsecsElapsed()) / 1e6);
    }
    std::printf("%-24s %7.1f ms (CPU %7.1f ms)  %5lld KiB\n", what, best, cpu,
                static_cast<long long>(QFileInfo(path).size() / 1024));
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    notes::ExportedEpisode episode = madeEpisode();
    addText(episode);
    std::printf("%d highlights with notes\n", highlights);
    for (const QString &preset : exports::presetNames()) {
        const auto markdown = exports::Template::load(preset);
        if (!markdown)
            return 1;
        const exports::Options options{exports::Format::Markdown, *markdown, {}};
        const QString path = folder.filePath(preset);
        double best = 1e9;
        for (int round = 0; round < rounds; ++round) {
            const std::clock_t start = std::clock();
            (void)exports::writeFile(folder.filePath(u"new %1 %2"_s.arg(preset).arg(round)), {episode}, options);
            best = std::min(best, 1000.0 * double(std::clock() - start) / CLOCKS_PER_SEC);
        }
        std::printf("%-24s CPU %7.1f ms\n", qPrintable(preset + u", new"_s), best);
        measure(qPrintable(preset + u", again"_s), path, episode, options);
    }
    for (const QString &name : exports::formatNames().mid(1))
        measure(qPrintable(name), folder.filePath(name), episode, {*exports::formatOf(name), std::nullopt, {}});
    return 0;
}
