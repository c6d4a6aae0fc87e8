// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the transcript pane costs with text that nothing divides.
#include "formats/formats.h"
#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace earmark;
using namespace Qt::StringLiterals;

namespace {

struct Case {
    const char *what;
    QString text;
};

double since(QElapsedTimer &timer)
{
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    timer.restart();
    return ms;
}

void measure(const Case &unbroken, const QString &library)
{
    QElapsedTimer timer;
    timer.start();
    const auto parsed = formats::parseTranscript(unbroken.text.toUtf8(), u"a.txt"_s);
    if (!parsed) {
        std::printf("%-42s refused after %.0f ms\n", unbroken.what, since(timer));
        return;
    }
    library::OpenEpisode open;
    open.episode.id = EpisodeId{1};
    open.transcript = parsed->transcript;
    open.timings = transcript::estimateTimings(open.transcript, {});
    const double parsing = since(timer);
    library::makeReading(open);
    const double reading = since(timer);

    library::LibraryService service(library);
    library::EpisodeSession session(std::make_shared<const library::OpenEpisode>(std::move(open)), service);
    ui::TranscriptView view;
    view.resize(1280, 800);
    view.show();
    QApplication::processEvents();
    timer.restart();
    view.setSession(&session);
    const double setting = since(timer);
    view.viewport()->repaint();
    const double painting = since(timer);
    view.toEnd();
    view.viewport()->repaint();
    const double ending = since(timer);
    std::printf("%-42s parse %7.0f  read %7.0f  set %7.0f  paint %7.0f  to the end %7.0f ms\n", unbroken.what, parsing,
                reading, setting, painting, ending);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString chinese = u"我们今天说的话很长而且没有空格"_s;
    const Case cases[] = {
        {"10,000 times \"word [Music] \"", u"word [Music] "_s.repeated(10000)},
        {"60,000 times \"word [Music] \"", u"word [Music] "_s.repeated(60000)},
        {"34,500 Chinese characters without spaces", chinese.repeated(2300)},
        {"90,000 Chinese characters without spaces", chinese.repeated(6000)},
        {"10,000 Latin letters without spaces", u"abcdefghij"_s.repeated(1000)},
        {"80 words of 10,000 letters", (u"abcdefghij"_s.repeated(1000) + u' ').repeated(80)},
        {"500,000 Latin letters without spaces", u"abcdefghij"_s.repeated(50000)},
    };
    const int from = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    const int to = argc > 2 ? QByteArray(argv[2]).toInt() : int(std::size(cases));
    for (int i = from; i < to; ++i)
        measure(cases[i], folder.filePath(u"library.db"_s));
    return 0;
}
