// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/desktop.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "library/library.h"
#include "library/libraryservice.h"
#include "playback/player.h"
#include "ui/mpris/mpris.h"
#include "ui/theme/placeholders.h"
#include "ui/window/displayserver.h"
#include "ui/window/instance.h"
#include "ui/window/listening.h"
#include "ui/window/mainwindow.h"
#include "ui/window/readingdesk.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>
#include <QUrl>

#include <tl/expected.hpp>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::ui::Desktop)
};

// Asked before Qt is, which would abort.
bool hasDisplay(int argc, char **argv)
{
    const bool chosen = std::any_of(argv, argv + argc, [](const char *argument) {
        return QByteArrayView(argument) == "-platform" || QByteArrayView(argument) == "--platform";
    });
    return chosen || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || isDisplayAnswering();
}

int complainAboutDisplay(int argc, char **argv)
{
    // Translations need an application; one without a display can be had.
    QCoreApplication application(argc, argv);
    cli::loadTranslations(application);
    const QString text = Text::tr(
        "earmark: there is no display to open a window on. The commands work without one; see “earmark help”.");
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    return 1;
}

void loadQtTranslations(QApplication &application)
{
    auto *translator = new QTranslator(&application);
    if (translator->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(translator);
}

struct Request {
    QString library;
    MainWindow::Start start;
};

// The error is a translated sentence.
tl::expected<Request, QString> readArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption library(u"library"_s, Text::tr("The library to use."), Text::tr("file"));
    const QCommandLineOption sample(u"sample"_s, Text::tr("Open the sample episode."));
    parser.addOption(library);
    parser.addOption(sample);
    parser.addPositionalArgument(u"files"_s, Text::tr("Audio files and their transcripts to open."));
    if (!parser.parse(arguments))
        return tl::unexpected(parser.errorText());
    // A script's unset variable must not reach the reader's own library.
    if (parser.isSet(library) && parser.value(library).isEmpty())
        return tl::unexpected(Text::tr("The option “--library” needs a value."));

    Request request;
    request.library =
        parser.isSet(library) ? QFileInfo(parser.value(library)).absoluteFilePath() : library::defaultLibraryPath();
    request.start.sample = parser.isSet(sample);
    for (const QString &argument : parser.positionalArguments()) {
        if (argument.startsWith(u"earmark:"))
            request.start.link = QUrl(argument);
        else if (argument.startsWith(u"file:")) // of desktop entries
            request.start.files << QUrl(argument).toLocalFile();
        else
            request.start.files << QFileInfo(argument).absoluteFilePath();
    }
    return request;
}

// As they are named on the bus.
QStringList urlsOf(const MainWindow::Start &start)
{
    QStringList urls;
    for (const QString &path : start.files)
        urls.append(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded));
    if (!start.link.isEmpty())
        urls.append(start.link.toString(QUrl::FullyEncoded));
    return urls;
}

void connectMpris(Mpris &mpris, MainWindow &window)
{
    const auto describe = [&] {
        const library::EpisodeSession *session = window.desk()->session();
        mpris.setTrack(session ? Mpris::Track{session->id().value, session->episode().title, session->episode().show,
                                              session->episode().audioPath}
                               : Mpris::Track{});
    };
    QObject::connect(window.desk(), &ReadingDesk::sessionChanged, &mpris, [&mpris, &window, describe] {
        describe();
        if (const library::EpisodeSession *session = window.desk()->session())
            QObject::connect(session, &library::EpisodeSession::audioChanged, &mpris, describe);
    });
    QObject::connect(window.listening(), &Listening::chaptersChanged, &mpris,
                     [&] { mpris.setHasChapters(window.listening()->hasChapters()); });
    QObject::connect(&mpris, &Mpris::nextRequested, window.action(ActionId::NextChapter), &QAction::trigger);
    QObject::connect(&mpris, &Mpris::previousRequested, window.action(ActionId::PreviousChapter), &QAction::trigger);
    QObject::connect(&mpris, &Mpris::raiseRequested, &window, [&window] { window.comeForward({}); });
    QObject::connect(&mpris, &Mpris::quitRequested, &window, &QWidget::close);
    QObject::connect(&mpris, &Mpris::openRequested, &window, [&window](const QUrl &url) {
        window.comeForward({});
        window.openUrls({url});
    });
}

} // namespace

int runDesktop(int argc, char **argv)
{
    if (!hasDisplay(argc, argv))
        return complainAboutDisplay(argc, argv);
    // Qt 6.4 prefers GStreamer, whose plugins are no dependency of ours.
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    QApplication application(argc, argv);
    QApplication::setApplicationDisplayName(Text::tr("Earmark"));
    QApplication::setDesktopFileName(QStringLiteral(EARMARK_APP_ID));
    QApplication::setWindowIcon(
        QIcon::fromTheme(QStringLiteral(EARMARK_APP_ID), QIcon(u":/icons/" EARMARK_APP_ID ".svg"_s)));
    keepPlaceholdersLegible(application);
    loadQtTranslations(application);
    cli::loadTranslations(application);

    const auto request = readArguments(QApplication::arguments());
    if (!request)
        return int(cli::failUsage({}, request.error(), {}));
    if (!request->start.sample && Instance::handOver(request->library, urlsOf(request->start)))
        return 0;
    Instance instance(request->library);
    (void)instance.claim(); // without a bus, or beside another library, this is simply one more window
    QSettings settings;
    library::LibraryService service(request->library, nullptr, cli::punctuationModel({}));
    playback::Player player;
    MainWindow window(service, player, settings);
    Mpris mpris(player);
    connectMpris(mpris, window);
    (void)mpris.claim(); // without a bus there are no media keys
    window.show();
    window.start(request->start);
    QObject::connect(&instance, &Instance::activated, &window, &MainWindow::comeForward);
    QObject::connect(&instance, &Instance::opened, &window, [&](const QStringList &urls, const QString &token) {
        window.comeForward(token);
        window.openUrls(QUrl::fromStringList(urls));
    });
    return QApplication::exec();
}

} // namespace earmark::ui
