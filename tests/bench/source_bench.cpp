// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What showing the source of ten hours of speech costs: 100,000 words.
#include "formats/formats.h"
#include "ui/source/madesource.h"
#include "ui/source/sourcecolouring.h"
#include "ui/source/sourcepane.h"
#include "ui/source/sourceview.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace earmark;

namespace {

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

void measure(const made::LongSource &made)
{
    const auto parsed = formats::parseTranscript(made.bytes, made.name);
    if (!parsed)
        qFatal("the source cannot be read");
    const auto source = std::make_shared<const library::EpisodeSource>(
        library::EpisodeSource{made.name, parsed->transcript.format, QString::fromUtf8(made.bytes), parsed->warnings});
    ui::SourcePane pane;
    pane.resize(600, 800);
    pane.show();
    QApplication::processEvents();
    const double opened = milliseconds([&] {
        pane.setSource(source, parsed->transcript);
        pane.view()->viewport()->repaint();
    });
    // Meanwhile the rest is coloured, a part in each turn of the event loop.
    const double jump = milliseconds([&] {
        pane.view()->markTokens({90000, 90000});
        pane.view()->viewport()->repaint();
    });
    double longest = 0;
    double all = 0;
    while (!pane.view()->colouring().isDone()) {
        const double turn = milliseconds([] { QApplication::processEvents(); });
        longest = std::max(longest, turn);
        all += turn;
    }
    const double back = milliseconds([&] {
        pane.view()->markTokens({50000, 50000});
        pane.view()->viewport()->repaint();
    });
    std::printf("%-17s opened and painted %6.1f ms  a far word marked, first %6.1f ms, then %6.1f ms  "
                "coloured in %6.0f ms, longest turn %5.1f ms\n",
                made.what, opened, jump, back, all, longest);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    std::printf("Source view, 100,000 words, 600 x 800\n");
    for (const made::LongSource &source : made::longSources())
        measure(source);
    return 0;
}
