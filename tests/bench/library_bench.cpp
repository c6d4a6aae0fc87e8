// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader waits for where the disk is asked: opening ten hours (100,000 words) from the library
// to the first paint, and a key press becoming a highlight on the disk.
#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "library/punctuation.h"
#include "ui/transcript/madeepisode.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace earmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int Words = 100000;
constexpr int Highlights = 400;

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double since(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

EpisodeId fill(const QString &path)
{
    const library::OpenEpisode made = made::longEpisode(Words);
    store::NewEpisode fresh;
    fresh.episode = made.episode;
    fresh.source = {u"long.txt"_s, transcript::SourceFormat::PlainText, made.transcript.text.toUtf8(), {}};
    fresh.transcript = made.transcript;
    fresh.timings = made.timings;
    auto library = store::Store::open(path, store::Store::Access::ReadWrite);
    return library ? (*library)->insertEpisode(fresh).value_or(EpisodeId{}) : EpisodeId{};
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    // On the disk that libraries live on: a folder in memory would flatter.
    const QTemporaryDir folder(QDir::homePath() + u"/.earmark-bench-XXXXXX"_s);
    const QString path = folder.filePath(u"library.db"_s);
    const EpisodeId id = fill(path);
    if (!id.isValid()) {
        std::fprintf(stderr, "library_bench: no library could be made in %s\n", qPrintable(folder.path()));
        return 1;
    }

    library::LibraryService service(path, nullptr, library::loadPunctuation().value_or(reading::PunctuationModel()));
    std::unique_ptr<library::EpisodeSession> session;
    std::vector<double> openings;
    for (int run = 0; run < 9; ++run) {
        ui::TranscriptView view;
        view.resize(1000, 700);
        view.show();
        QEventLoop waiting;
        QElapsedTimer timer;
        const auto connection = QObject::connect(&service, &library::LibraryService::episodeOpened, &view,
                                                 [&](const std::shared_ptr<const library::OpenEpisode> &open) {
                                                     session = std::make_unique<library::EpisodeSession>(open, service);
                                                     view.setSession(session.get());
                                                     view.grab();
                                                     openings.push_back(since(timer));
                                                     waiting.quit();
                                                 });
        timer.start();
        service.openEpisode(id);
        waiting.exec();
        QObject::disconnect(connection);
        view.setSession(nullptr);
    }
    std::printf("%-58s %9.3f ms\n", "100,000 words: from the library to the first paint (median)", median(openings));

    std::vector<double> commits;
    QEventLoop waiting;
    QElapsedTimer timer;
    QObject::connect(&service, &library::LibraryService::editSaved, session.get(), [&] {
        commits.push_back(since(timer));
        waiting.quit();
    });
    for (int i = 0; i < Highlights; ++i) {
        timer.start();
        session->toggleHighlight({i * 200, i * 200 + 20}, notes::Mark::One);
        waiting.exec();
    }
    std::printf("%-58s %9.3f ms\n", "key press to highlight on the disk (median of 400)", median(commits));
    std::printf("%-58s %9.3f ms\n", "  the slowest", *std::max_element(commits.begin(), commits.end()));
    return 0;
}
