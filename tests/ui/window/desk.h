// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audio/madeaudio.h"
#include "ui/transcript/transcriptview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/readingdesk.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace earmark::ui {

// Three sentences with times.
inline constexpr char captions[] = "WEBVTT\n\n"
                                   "00:01.000 --> 00:04.000\nWe met at the harbour on a windy morning.\n\n"
                                   "00:04.000 --> 00:07.000\nNobody had brought a map.\n\n"
                                   "00:07.500 --> 00:10.000\nThat was the best part of it.\n";

// From now on there is no sound device.
inline void takeSoundDeviceAway()
{
    qputenv("PULSE_SERVER", "unix:/nonexistent");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
}

// A window with a library, settings and files of its own.
struct Desk {
    QTemporaryDir folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<library::LibraryService> service;
    std::unique_ptr<playback::Player> player;
    std::unique_ptr<MainWindow> window;

    Desk() { open(); }
    ~Desk() { shut(); }

    void open()
    {
        settings = std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
        service = std::make_unique<library::LibraryService>(folder.filePath(QStringLiteral("library.db")));
        player = std::make_unique<playback::Player>();
        window = std::make_unique<MainWindow>(*service, *player, *settings);
        window->show();
        window->start({});
    }

    void shut()
    {
        window.reset();
        player.reset();
        service.reset();
        settings.reset();
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test's file cannot be written");
        return file.fileName();
    }

    // Imports the captions without audio and waits until they can be read.
    bool read()
    {
        library::ImportRequest request;
        request.transcriptFile = write(QStringLiteral("walk.vtt"), captions);
        service->importEpisode(request);
        return QTest::qWaitFor([this] { return window->desk()->session() != nullptr; }, 20000);
    }

    // The same, or other captions, with eleven seconds of a tone, and chapters where these are given. Waits until it
    // can be heard.
    bool listen(const QByteArray &chapters = {}, const QByteArray &words = captions)
    {
        library::ImportRequest request;
        request.audioFile = folder.filePath(QStringLiteral("walk.wav"));
        request.transcriptFile = write(QStringLiteral("walk.vtt"), words);
        if (!audio::writeWav(request.audioFile, made::tone(16000, 11, 300), 16000, 1))
            return false;
        if (!chapters.isEmpty())
            write(QStringLiteral("walk.chapters.json"), chapters);
        service->importEpisode(request);
        return QTest::qWaitFor([this] { return session() && player->state() == playback::Player::State::Paused; },
                               20000);
    }

    [[nodiscard]] library::EpisodeSession *session() const { return window->desk()->session(); }
    [[nodiscard]] bool saved() const
    {
        return QTest::qWaitFor([this] { return !session()->hasUnsavedEdits(); }, 20000);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(window->text(), key, modifiers);
    }
};

} // namespace earmark::ui
