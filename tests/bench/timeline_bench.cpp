// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline costs: the outline of an hour of MP3, its columns, its picture at 1920 pixels of ten hours with
// 1,000 highlights, and the playhead while it plays. Times are of the processor.
#include "audio/peaks.h"
#include "audio/wavfile.h"
#include "library/libraryservice.h"
#include "ui/timeline/timeline.h"
#include "ui/transcript/madeepisode.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>

#include <sys/resource.h>

using namespace earmark;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Words = 100000;
constexpr int Highlights = 1000;
constexpr MediaTime TenHours = 10h;

double cpuMilliseconds(const std::function<void()> &work)
{
    const std::clock_t begin = std::clock();
    work();
    return double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC;
}

void print(const char *what, double ms)
{
    std::printf("%-66s %9.3f ms\n", what, ms);
}

// Bursts like syllables with pauses between; as hard to encode as speech.
QString hourOfMp3()
{
    const QString folder = QStringLiteral(EARMARK_BENCH_CACHE);
    const QString mp3 = folder + u"/syllables-hour.mp3"_s;
    if (QFile::exists(mp3))
        return mp3;
    constexpr int rate = 44100;
    std::vector<qint16> samples(size_t(rate) * 600);
    std::minstd_rand random(1);
    for (size_t i = 0; i < samples.size(); ++i) {
        const double second = double(i) / rate;
        const double loud = std::max(0.0, std::sin(second * 25)) * (std::fmod(second, 7) < 6 ? 1 : 0);
        const double noise = double(random()) / double(std::minstd_rand::max()) - 0.5;
        samples[i] = qint16(loud * (9000 * std::sin(second * 900) + 5000 * noise));
    }
    const QString wav = folder + u"/syllables.wav"_s;
    if (!QDir().mkpath(folder) || !audio::writeWav(wav, samples, rate, 1))
        return {};
    const QStringList how{u"-v"_s, u"error"_s, u"-y"_s, u"-stream_loop"_s, u"5"_s,    u"-i"_s,
                          wav,     u"-ac"_s,   u"2"_s,  u"-b:a"_s,         u"128k"_s, mp3};
    return QProcess::execute(u"ffmpeg"_s, how) == 0 ? mp3 : QString();
}

library::OpenEpisode tenHours()
{
    library::OpenEpisode open = made::longEpisode(Words);
    open.episode.duration = TenHours;
    for (int i = 0; i < Words; ++i)
        open.timings[size_t(i)].start = open.timings[size_t(i)].end = TenHours / Words * i;
    for (int i = 0; i < Highlights; ++i) {
        notes::Highlight highlight;
        highlight.id = HighlightId::create();
        highlight.episode = open.episode.id;
        highlight.span = {i * (Words / Highlights), i * (Words / Highlights) + 40 + i % 90};
        highlight.mark = notes::Mark(1 + i % 5);
        open.highlights.push_back(highlight);
    }
    return open;
}

audio::Peaks tenHoursOfPeaks()
{
    audio::Peaks peaks{QByteArray(qsizetype(TenHours / 50ms), 0)};
    std::minstd_rand random(1);
    for (char &level : peaks.levels)
        level = char(random() % 200);
    return peaks;
}

void measureOutline()
{
    const QString mp3 = hourOfMp3();
    if (mp3.isEmpty()) {
        std::printf("an hour of MP3 could not be made\n");
        return;
    }
    Result<audio::Peaks> peaks = failure(ErrorCode::Cancelled);
    print("outline of an hour of MP3 (44.1 kHz, stereo, 128 kbit/s)",
          cpuMilliseconds([&] { peaks = audio::computePeaks(mp3, {}); }));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-66s %9lld bytes\n", "  stored", peaks ? static_cast<long long>(peaks->levels.size()) : -1);
    std::printf("%-66s %9ld MiB\n", "  memory at most, of the whole program", usage.ru_maxrss / 1024);
}

// A playhead that goes on as at 1x and at 60 pictures a second, and how much of a core that takes.
void play(ui::Timeline &timeline, const char *what, MediaTime from)
{
    constexpr MediaTime tick = 16ms;
    constexpr int ticks = 600;
    const double ms = cpuMilliseconds([&] {
        for (int i = 0; i < ticks; ++i) {
            timeline.setPosition(from + tick * i);
            QApplication::processEvents();
        }
    });
    std::printf("%-66s %9.3f %%\n", what, 100 * ms / double((tick * ticks).count()));
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    measureOutline();

    const auto peaks = std::make_shared<const audio::Peaks>(tenHoursOfPeaks());
    print("1,920 columns of ten hours",
          cpuMilliseconds([&] { static_cast<void>(audio::columnsOf(*peaks, 0s, TenHours, 1920)); }));

    const QTemporaryDir folder;
    library::LibraryService service(folder.filePath(u"library.db"_s));
    library::EpisodeSession session(std::make_shared<const library::OpenEpisode>(tenHours()), service);
    ui::Timeline timeline;
    timeline.resize(1920, timeline.sizeHint().height());
    timeline.show();
    timeline.setSession(&session);
    timeline.setSound(ui::Timeline::Sound::Ready);
    QApplication::processEvents();
    std::printf("Timeline, 10 h, %d words, %d highlights, %d x %d\n", Words, Highlights, timeline.width(),
                timeline.height());
    print("outline taken over and all painted", cpuMilliseconds([&] {
              timeline.setPeaks(peaks);
              timeline.repaint();
          }));
    print("all painted from what was drawn", cpuMilliseconds([&] { timeline.repaint(); }));
    print("a highlight is made and painted", cpuMilliseconds([&] {
              session.toggleHighlight({50, 60}, notes::Mark::Two);
              timeline.repaint();
          }));
    play(timeline, "playing ten hours, of a core", 1h);
    // A pixel is a sixtieth of a second then: every picture moves the playhead.
    QKeyEvent key(QEvent::KeyPress, Qt::Key_Plus, {});
    for (int i = 0; i < 60; ++i)
        QCoreApplication::sendEvent(&timeline, &key);
    play(timeline, "playing ten seconds, every pixel painted, of a core",
         timeline.scale().from + (timeline.scale().to - timeline.scale().from) / 100);
    return 0;
}
