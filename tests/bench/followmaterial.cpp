// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/followmaterial.h"

#include "audio/wavfile.h"
#include "ui/window/desk.h"

#include <QDir>
#include <QProcess>

using namespace earmark;
using namespace Qt::StringLiterals;
using stairs::rate;

namespace followbench {

namespace {

bool encode(const QString &from, const QStringList &how, const QString &to)
{
    if (QFile::exists(to))
        return true;
    const QStringList words = QStringList{u"-v"_s, u"error"_s, u"-y"_s} + how.first(2) + QStringList{u"-i"_s, from}
        + how.sliced(2) + QStringList{to};
    return QProcess::execute(u"ffmpeg"_s, words) == 0;
}

QByteArray clockOf(int milliseconds)
{
    return QString::asprintf("%02d:%02d:%02d.%03d", milliseconds / 3600000, milliseconds / 60000 % 60,
                             milliseconds / 1000 % 60, milliseconds % 1000)
        .toLatin1();
}

// Words for `seconds`, each with its own time.
QByteArray captionsFor(int seconds, int wordMs)
{
    QByteArray text = "WEBVTT\n\n";
    for (int at = 0; at < seconds * 1000; at += wordMs)
        text += clockOf(at) + " --> " + clockOf(at + wordMs) + "\nword" + QByteArray::number(at / wordMs)
            + (at / wordMs % 12 == 11 ? ".\n\n" : "\n\n");
    return text;
}

} // namespace

bool Material::make() const
{
    constexpr double seconds = 600; // whole rounds of the tones
    const QString wav = QStringLiteral(EARMARK_BENCH_CACHE "/stairs.wav");
    if (!QDir().mkpath(QStringLiteral(EARMARK_BENCH_CACHE)))
        return false;
    if (!QFile::exists(wav) && !audio::writeWav(wav, stairs::made(seconds), rate, 1))
        return false;
    return encode(wav, {u"-stream_loop"_s, u"5"_s, u"-b:a"_s, u"96k"_s}, mp3)
        && encode(wav, {u"-stream_loop"_s, u"5"_s, u"-b:a"_s, u"96k"_s}, m4a)
        && encode(mp3, {u"-stream_loop"_s, u"9"_s, u"-c"_s, u"copy"_s}, tenHours)
        && encode(mp3, {u"-stream_loop"_s, u"9"_s, u"-c"_s, u"copy"_s, u"-write_xing"_s, u"0"_s}, tenHoursBare);
}

bool openEpisode(ui::Desk &desk, const QString &audio, int seconds, int wordMs)
{
    const EpisodeId before = desk.session() ? desk.session()->id() : EpisodeId{};
    library::ImportRequest request;
    request.audioFile = audio;
    request.transcriptFile = desk.write(u"words.vtt"_s, captionsFor(seconds, wordMs));
    desk.service->importEpisode(request);
    return QTest::qWaitFor(
        [&] {
            return desk.session() && desk.session()->id() != before
                && desk.player->state() == playback::Player::State::Paused;
        },
        120000);
}

} // namespace followbench
