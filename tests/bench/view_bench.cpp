// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the transcript pane costs with ten hours of speech: 100,000 words, 1,000 highlights.
#include "library/episodesession.h"
#include "library/libraryservice.h"
#include "ui/transcript/madeepisode.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace earmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int Words = 100000;
constexpr int Highlights = 1000;

double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

void print(const char *what, double ms)
{
    std::printf("%-58s %9.3f ms\n", what, ms);
}

library::OpenEpisode tenHours()
{
    library::OpenEpisode open = made::longEpisode(Words);
    for (int i = 0; i < Highlights; ++i) {
        notes::Highlight highlight;
        highlight.id = HighlightId::create();
        highlight.episode = open.episode.id;
        highlight.span = {i * (Words / Highlights), i * (Words / Highlights) + 40 + i % 90};
        highlight.mark = notes::Mark(1 + i % 5);
        if (i % 3 == 0)
            highlight.note = u"A note."_s;
        open.highlights.push_back(highlight);
    }
    return open;
}

// The medians of lighting one word after another: deciding what to do, and painting it.
void walk(ui::TranscriptView &view, const char *lighting, const char *painting)
{
    constexpr int Steps = 400;
    std::vector<double> lit;
    std::vector<double> painted;
    for (int i = 0; i < Steps; ++i) {
        lit.push_back(milliseconds([&] { view.setLitToken(50000 + i); }));
        painted.push_back(milliseconds([] { QApplication::processEvents(); }));
    }
    std::sort(lit.begin(), lit.end());
    std::sort(painted.begin(), painted.end());
    print(lighting, lit[Steps / 2]);
    print(painting, painted[Steps / 2]);
}

// The medians of changing the text in the middle of it, the painting included.
void amend(ui::TranscriptView &view, library::EpisodeSession &session)
{
    constexpr int Steps = 60;
    const auto median = [&](const std::function<void(transcript::TokenIndex)> &change) {
        std::vector<double> taken;
        for (int i = 0; i < Steps; ++i)
            taken.push_back(milliseconds([&] {
                change(50000 + i * 7);
                view.viewport()->repaint();
            }));
        std::sort(taken.begin(), taken.end());
        return taken[Steps / 2];
    };
    print("a word corrected and painted, median", median([&](transcript::TokenIndex token) {
              static_cast<void>(session.correct({token, token}, u"rather otherwise"_s));
          }));
    print("a correction undone and painted, median", median([&](transcript::TokenIndex) { session.undo(); }));
    print("who speaks set and painted, median",
          median([&](transcript::TokenIndex token) { static_cast<void>(session.setTurn(token, u"Mara"_s)); }));
    print("text divided anew, without a model",
          milliseconds([&] { static_cast<void>(reading::divide(session.transcript(), session.timings())); }));
    const reading::Division division = reading::divide(session.transcript(), session.timings());
    print("text composed anew", milliseconds([&] {
              static_cast<void>(reading::compose(session.transcript(), division, session.amendments()));
          }));
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QTemporaryDir folder;
    library::LibraryService service(folder.filePath(u"library.db"_s));
    library::EpisodeSession session(std::make_shared<const library::OpenEpisode>(tenHours()), service);

    ui::TranscriptView view;
    view.resize(1280, 800);
    view.show();
    QApplication::processEvents();
    std::printf("Transcript pane, %d words, %d highlights, 1280 x 800\n", Words, Highlights);
    print("episode set and painted first", milliseconds([&] {
              view.setSession(&session);
              view.viewport()->repaint();
          }));
    print("to the end", milliseconds([&] {
              view.toEnd();
              view.viewport()->repaint();
          }));
    view.showToken(50000);
    view.setFollowing(false);
    view.setLitToken(49999);
    QApplication::processEvents();
    print("whole view painted", milliseconds([&] { view.viewport()->repaint(); }));
    walk(view, "lit word moved, median", "  and painted, median");
    view.setFollowing(true);
    walk(view, "lit word moved, following, median", "  and painted, median");
    view.setFollowing(false);
    amend(view, session);
    print("window resized", milliseconds([&] {
              view.resize(900, 800);
              QApplication::processEvents();
          }));
    print("zoomed", milliseconds([&] {
              view.setZoom(1.5);
              view.viewport()->repaint();
          }));
    return 0;
}
