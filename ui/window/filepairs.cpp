// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/filepairs.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

namespace {

QString stem(const QString &path)
{
    return QFileInfo(path).completeBaseName().toCaseFolded();
}

// Without the language that stands before the ending ("talk.en.vtt", "talk.pt-BR.srt").
QString stemWithoutLanguage(const QString &path)
{
    static const QRegularExpression language(u"(?<=.)\\.[a-z]{2,3}([-_][a-z]{2,4})?$"_s);
    return stem(path).remove(language);
}

// "Episode.mp3" belongs to "episode.vtt", and to "episode.mp3.vtt" as transcribing programs write it.
bool isNamed(const QString &audio, const QString &transcriptStem)
{
    return transcriptStem == stem(audio) || transcriptStem == QFileInfo(audio).fileName().toCaseFolded();
}

void pairOff(FilePairs &files, const QString &audio, const QString &transcript)
{
    library::ImportRequest request;
    request.audioFile = audio;
    request.transcriptFile = transcript;
    files.pairs.push_back(request);
    files.audio.removeOne(audio);
    files.transcripts.removeOne(transcript);
}

void pairByName(FilePairs &files, QString (*stemOf)(const QString &))
{
    const QStringList allAudio = files.audio;
    for (const QString &audio : allAudio) {
        const auto same = std::find_if(files.transcripts.cbegin(), files.transcripts.cend(),
                                       [&](const QString &transcript) { return isNamed(audio, stemOf(transcript)); });
        if (same != files.transcripts.cend())
            pairOff(files, audio, QString(*same));
    }
}

const QStringList &audioSuffixes()
{
    static const QStringList audio{u"mp3"_s,  u"m4a"_s, u"m4b"_s, u"mp4"_s,  u"aac"_s, u"ogg"_s,  u"oga"_s, u"opus"_s,
                                   u"flac"_s, u"wav"_s, u"wma"_s, u"webm"_s, u"mka"_s, u"aiff"_s, u"aif"_s, u"mkv"_s};
    return audio;
}

const QStringList &transcriptSuffixes()
{
    static const QStringList text{u"txt"_s,  u"text"_s, u"md"_s,    u"markdown"_s, u"vtt"_s,  u"srt"_s,
                                  u"ass"_s,  u"ssa"_s,  u"sbv"_s,   u"lrc"_s,      u"ttml"_s, u"dfxp"_s,
                                  u"xml"_s,  u"json"_s, u"json3"_s, u"srv1"_s,     u"srv2"_s, u"srv3"_s,
                                  u"html"_s, u"htm"_s,  u"tsv"_s,   u"csv"_s};
    return text;
}

} // namespace

QString transcriptPatterns()
{
    return u"*."_s + transcriptSuffixes().join(u" *."_s);
}

QString audioPatterns()
{
    return u"*."_s + audioSuffixes().join(u" *."_s);
}

FileKind kindOfFile(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (audioSuffixes().contains(suffix))
        return FileKind::Audio;
    if (transcriptSuffixes().contains(suffix))
        return FileKind::Transcript;
    const QString type = QMimeDatabase().mimeTypeForFile(path).name();
    const bool sounds = type.startsWith(u"audio/") || type.startsWith(u"video/") || type == u"application/ogg";
    return sounds ? FileKind::Audio : FileKind::Transcript;
}

FilePairs pairFiles(const QStringList &paths)
{
    FilePairs files;
    for (const QString &path : paths)
        (kindOfFile(path) == FileKind::Audio ? files.audio : files.transcripts).append(path);
    files.audio.removeDuplicates();
    files.transcripts.removeDuplicates();

    // What agrees in full comes first: "talk.ann" may be a name and no language.
    pairByName(files, stem);
    pairByName(files, stemWithoutLanguage);
    if (files.audio.size() == 1 && files.transcripts.size() == 1)
        pairOff(files, QString(files.audio.first()), QString(files.transcripts.first()));
    return files;
}

} // namespace earmark::ui
