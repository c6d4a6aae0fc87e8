// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/picture.h"

#include "cli/output.h"
#include "library/libraryservice.h"
#include "playback/player.h"
#include "ui/notes/highlightmodel.h"
#include "ui/notes/notespane.h"
#include "ui/player/alignmentbar.h"
#include "ui/player/playerbar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/messagebar.h"
#include "ui/window/readingdesk.h"

#include <QBuffer>
#include <QEventLoop>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include "base/textfile.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto longestWait = 30s;
constexpr auto settling = 400ms; // layout, colours of the note, the audio's length

// Runs events until the episode is on the desk, or tells why it will not be.
std::optional<Error> waitForEpisode(MainWindow &window, library::LibraryService &service, EpisodeId episode)
{
    QEventLoop loop;
    std::optional<Error> error;
    const auto fail = [&](const Error &reason) {
        error = reason;
        loop.quit();
    };
    QObject::connect(&service, &library::LibraryService::libraryFailed, &loop, fail);
    QObject::connect(&service, &library::LibraryService::openFailed, &loop,
                     [&](EpisodeId, const Error &reason) { fail(reason); });
    QObject::connect(window.desk(), &ReadingDesk::sessionChanged, &loop, &QEventLoop::quit);
    QTimer::singleShot(longestWait, &loop, [&] { fail({ErrorCode::Internal, {}, u"the window did not open"_s}); });
    MainWindow::Start start;
    start.episode = episode;
    window.start(start);
    window.desk()->open(episode);
    loop.exec();
    if (!error && !window.desk()->session())
        error = Error{ErrorCode::EpisodeUnknown, QString::number(episode.value), {}};
    return error;
}

} // namespace

Result<void> drawWindow(const QString &libraryPath, EpisodeId episode, const QString &pictureFile)
{
    // Neither the reader's settings are used nor changed.
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    library::LibraryService service(libraryPath, nullptr, cli::punctuationModel({}));
    playback::Player player;
    MainWindow window(service, player, settings);
    window.resize(1280, 800);
    window.show();
    if (const auto error = waitForEpisode(window, service, episode))
        return tl::unexpected(*error);
    window.notes()->choose(window.notes()->model()->idAt(window.notes()->model()->index(0)));

    QEventLoop loop;
    QTimer::singleShot(settling, &loop, &QEventLoop::quit);
    loop.exec();
    // Whether this computer can be heard does not concern the picture.
    window.messages()->clear(Topic::Playback);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!window.grab().save(&buffer, "PNG"))
        return failure(ErrorCode::WriteFailed, pictureFile, u"the picture could not be encoded"_s);
    return writeFileAtomically(pictureFile, bytes);
}

} // namespace earmark::ui
