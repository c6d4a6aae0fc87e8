// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a key to a highlight on the screen and on the disk, in the whole window, with ten hours of speech
// and 10,000 highlights in it.
#include "library/libraryservice.h"
#include "store/store.h"
#include "ui/transcript/madeepisode.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/readingdesk.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <thread>

using namespace earmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int Words = 100000;
constexpr int Highlights = 10000;

// Of this thread, so that what others do on the machine does not count.
double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

std::int64_t nanoseconds()
{
    return std::chrono::steady_clock::now().time_since_epoch() / std::chrono::nanoseconds(1);
}

void print(const char *what, std::vector<double> &ms)
{
    std::sort(ms.begin(), ms.end());
    std::printf("%-52s median %8.3f ms, 95 %% %8.3f ms\n", what, ms[ms.size() / 2], ms[ms.size() * 95 / 100]);
}

EpisodeId fill(const QString &path)
{
    const auto store = store::Store::open(path, store::Store::Access::ReadWrite);
    const library::OpenEpisode open = made::longEpisode(Words);
    store::NewEpisode fresh;
    fresh.episode.title = u"Ten hours"_s;
    fresh.source.bytes = open.transcript.text.toUtf8();
    fresh.source.fileName = u"ten.txt"_s;
    fresh.transcript = open.transcript;
    fresh.timings = open.timings;
    const auto id = (*store)->insertEpisode(fresh);
    if (!id)
        qFatal("the episode cannot be stored: %s", qPrintable(id.error().detail));
    notes::Step step;
    for (int i = 0; i < Highlights; ++i) {
        const int first = i * (Words / Highlights);
        notes::Highlight highlight =
            notes::makeHighlight(*id, open.transcript, open.timings, {first, first + 3 + i % 30},
                                 notes::Mark(1 + i % 5), QDateTime::currentDateTimeUtc());
        if (i % 3 == 0)
            highlight.note = u"A note that says why this was marked."_s;
        if (i % 4 == 0)
            highlight.tags = {u"claim"_s};
        step.push_back(notes::added(highlight));
    }
    if (!(*store)->apply(step))
        qFatal("the highlights cannot be stored");
    return *id;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    const EpisodeId id = fill(folder.filePath(u"library.db"_s));
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    library::LibraryService service(folder.filePath(u"library.db"_s));
    playback::Player player;
    ui::MainWindow window(service, player, settings);
    window.resize(1280, 800);
    window.show();
    QElapsedTimer opening;
    opening.start();
    ui::MainWindow::Start start;
    start.episode = id;
    window.start(start);
    if (!QTest::qWaitFor([&] { return window.desk()->session() != nullptr; }, 60000))
        qFatal("the episode is not opened");
    QTest::qWait(500);
    std::printf("Window of 1280 x 800, %d words, %d highlights, listed beside the text\n", Words, Highlights);
    library::EpisodeSession &session = *window.desk()->session();

    // Sees the file change, as another program would.
    std::atomic<std::int64_t> committed = 0;
    std::atomic<bool> done = false;
    std::thread watcher([&] {
        const auto store = store::Store::open(folder.filePath(u"library.db"_s), store::Store::Access::ReadOnly);
        qint64 last = 0;
        while (store && !done) {
            if (const qint64 version = (*store)->dataVersion().value_or(last); version != last) {
                committed = nanoseconds();
                last = version;
            }
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
    });

    ui::TranscriptView &text = *window.text();
    std::vector<double> screen;
    std::vector<double> processor;
    std::vector<double> pressed;
    std::vector<double> disk;
    std::vector<double> list;
    text.showToken(50000);
    for (int i = 0; i < 60; ++i) {
        text.nextSentence();
        QTest::qWait(200); // the view comes to rest
        QElapsedTimer timer;
        timer.start();
        const std::int64_t pressedAt = nanoseconds();
        const double began = threadMilliseconds();
        QTest::keyClick(&text, Qt::Key_H);
        pressed.push_back(threadMilliseconds() - began);
        QApplication::sendPostedEvents(&window, QEvent::UpdateRequest); // what has to be is painted
        screen.push_back(double(timer.nsecsElapsed()) / 1e6);
        processor.push_back(threadMilliseconds() - began);
        const double before = threadMilliseconds();
        QApplication::processEvents();
        list.push_back(threadMilliseconds() - before);
        while (session.hasUnsavedEdits())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        disk.push_back(double(committed.load() - pressedAt) / 1e6);
    }
    print("key to highlight painted", screen);
    print("  of it on the processor", processor);
    print("    of it before painting", pressed);
    print("  the list beside it, afterwards, on the processor", list);
    print("key to highlight committed to the disk", disk);
    done = true;
    watcher.join();
    return 0;
}
