// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A transcript is replaced by one in which a tenth of the words is another: how long 10,000 highlights
// take to find their places in it, how many do, and whether any is in a wrong one.
#include "library/replacement.h"
#include "notes/changedtext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace earmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int Words = 100000;
constexpr int Highlights = 10000;

double cpuMilliseconds()
{
    return double(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

transcript::Source sourceOf(const transcript::Transcript &transcript)
{
    const QByteArray bytes = transcript.text.toUtf8();
    return {u"a.txt"_s, transcript.format, bytes, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

// With highlights over one to thirty words.
EpisodeId fill(store::Store &store, const test::ChangedText &text)
{
    store::NewEpisode episode;
    episode.episode.title = u"long"_s;
    episode.episode.added = QDateTime::currentDateTimeUtc();
    episode.source = sourceOf(text.before.transcript);
    episode.transcript = text.before.transcript;
    episode.timings = text.before.timings;
    const EpisodeId id = store.insertEpisode(episode).value_or(EpisodeId{});
    std::vector<notes::Edit> edits;
    for (int i = 0; i < Highlights; ++i) {
        const int first = i * (Words - 40) / Highlights;
        edits.push_back(
            notes::added(notes::makeHighlight(id, text.before.transcript, text.before.timings, {first, first + i % 30},
                                              notes::Mark::One, QDateTime::currentDateTimeUtc())));
    }
    for (const notes::Edit &edit : edits) {
        if (!store.apply(edit))
            return {};
    }
    return id;
}

void measure(store::Store &store, EpisodeId id, const test::ChangedText &text)
{
    QElapsedTimer timer;
    timer.start();
    const double begin = cpuMilliseconds();
    const auto words = library::loadEpisode(store, id);
    const double read = double(timer.nsecsElapsed()) / 1e6;
    library::NewTranscript fresh{sourceOf(text.after.transcript), text.after.transcript, {}};
    // As captions, one word each, have it.
    for (transcript::TokenIndex i = 0; i < fresh.transcript.count(); ++i)
        fresh.transcript.segments.push_back(
            {{i, i}, text.after.timings[size_t(i)].start, text.after.timings[size_t(i)].end});
    const auto plan = library::planReplacement(*words, fresh, QDateTime::currentDateTimeUtc());
    const double planned = double(timer.nsecsElapsed()) / 1e6;
    const auto written = store.replaceTranscript(id, plan);
    const double all = double(timer.nsecsElapsed()) / 1e6;
    const library::Replaced outcome = library::outcomeOf(*words, fresh, plan);
    const auto wrong = std::ranges::count_if(plan.edits, [&](const notes::Edit &edit) {
        return edit.after->place == notes::Place::Words && !text.isRightPlace(edit.before->span, edit.after->span);
    });
    std::printf("%-28s %6.0f ms read, %6.0f ms found, %6.0f ms written, %6.0f ms in all (%.0f ms CPU)%s\n",
                "10,000 highlights", read, planned - read, all - planned, all, cpuMilliseconds() - begin,
                written ? "" : ", FAILED");
    std::printf("%-28s %6.2f %% (%d), lost %d, in a wrong place %d\n", "found again",
                100.0 * outcome.found / Highlights, outcome.found, outcome.lost, int(wrong));
}

} // namespace

int main()
{
    const test::ChangedText text = test::changedText({.words = Words, .changed = 0.1, .seed = 7});
    const QTemporaryDir folder(QDir::homePath() + u"/.earmark-bench-XXXXXX"_s);
    auto store = store::Store::open(folder.filePath(u"library.db"_s), store::Store::Access::ReadWrite);
    if (!store)
        return 1;
    std::printf("one transcript for another, %d words, a tenth of them changed\n", Words);
    const EpisodeId id = fill(**store, text);
    if (!id.isValid())
        return 1;
    measure(**store, id, text);
    return 0;
}
