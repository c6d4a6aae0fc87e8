// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audio/chapters.h"

#include "base/textfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace earmark::audio {

using namespace Qt::StringLiterals;

namespace {

// Far more than anyone made; what a file may make us keep.
constexpr size_t mostChapters = 5000;
constexpr qsizetype longestTitle = 500;
constexpr qint64 largestFile = 8 << 20; // bytes
constexpr double latest = 1e7;          // seconds: four months

QString shortened(const QString &title)
{
    QString line = title.simplified();
    if (line.size() <= longestTitle)
        return line;
    line.truncate(line.at(longestTitle - 1).isHighSurrogate() ? longestTitle - 1 : longestTitle);
    return line + u'…';
}

// Seconds; some programs write the number as a text. Nothing where it is no time.
std::optional<MediaTime> timeOf(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double seconds = value.isString() ? value.toString().toDouble(&isNumber) : value.toDouble();
    if (!isNumber || !(seconds >= 0 && seconds <= latest))
        return std::nullopt;
    return MediaTime(std::llround(seconds * 1000));
}

bool isAlone(const QFileInfo &audio)
{
    QDir folder = audio.dir();
    // Other names of a pattern are meant by "[" and "*".
    const auto isKin = [&](const QString &name) {
        return QFileInfo(name).suffix().compare(audio.suffix(), Qt::CaseInsensitive) == 0;
    };
    const QStringList names = folder.entryList(QDir::Files);
    return std::count_if(names.begin(), names.end(), isKin) == 1;
}

QString fileBeside(const QFileInfo &audio)
{
    const QDir folder = audio.dir();
    QStringList names{audio.completeBaseName() + u".chapters.json"_s, audio.fileName() + u".chapters.json"_s};
    if (QFileInfo::exists(folder.filePath(u"chapters.json"_s)) && isAlone(audio))
        names.append(u"chapters.json"_s);
    for (const QString &name : std::as_const(names)) {
        if (QFileInfo(folder.filePath(name)).isFile())
            return folder.filePath(name);
    }
    return {};
}

} // namespace

std::vector<Chapter> ordered(std::vector<Chapter> chapters, MediaTime duration)
{
    const bool isKnown = duration > MediaTime(0);
    std::erase_if(chapters, [&](const Chapter &chapter) {
        return chapter.start < MediaTime(0) || (isKnown && chapter.start >= duration);
    });
    std::ranges::stable_sort(chapters, {}, &Chapter::start);
    std::vector<Chapter> result;
    for (Chapter &chapter : chapters) {
        if (!result.empty() && result.back().start == chapter.start)
            result.pop_back();
        if (result.size() == mostChapters)
            break;
        result.push_back({chapter.start, chapter.end, shortened(chapter.title)});
    }
    for (size_t i = 0; i < result.size(); ++i) {
        Chapter &chapter = result[i];
        const bool isLast = i + 1 == result.size();
        const MediaTime limit = !isLast ? result[i + 1].start
            : isKnown                   ? duration
                                        : std::max(chapter.start, chapter.end);
        chapter.end = chapter.end > chapter.start ? std::min(chapter.end, limit) : limit;
    }
    return result;
}

Result<std::vector<Chapter>> parseChapters(const QByteArray &json, const QString &name)
{
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(json, &trouble);
    if (document.isNull())
        return failure(ErrorCode::UnknownFormat, name, u"byte %1: %2"_s.arg(trouble.offset).arg(trouble.errorString()));
    const QJsonValue list = document.object().value("chapters"_L1);
    if (!list.isArray())
        return failure(ErrorCode::UnknownFormat, name, u"no array named “chapters”"_s);
    std::vector<Chapter> chapters;
    const QJsonArray entries = list.toArray();
    for (const auto &entry : entries) {
        const QJsonObject object = entry.toObject();
        // Those that only change the picture are not of the table of contents.
        const auto start = timeOf(object.value("startTime"_L1));
        if (!start || !object.value("toc"_L1).toBool(true))
            continue;
        chapters.push_back(
            {*start, timeOf(object.value("endTime"_L1)).value_or(*start), object.value("title"_L1).toString()});
    }
    return chapters;
}

Result<std::vector<Chapter>> chaptersBeside(const QString &audioPath)
{
    const QString path = fileBeside(QFileInfo(audioPath));
    if (path.isEmpty())
        return std::vector<Chapter>{};
    return readFile(path, largestFile).and_then([&](const QByteArray &json) { return parseChapters(json, path); });
}

} // namespace earmark::audio
