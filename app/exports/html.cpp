// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/html.h"

#include "exports/notehtml.h"
#include "exports/textvalues.h"
#include "notes/links.h"
#include "notes/markdownescape.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace earmark::exports {

using namespace Qt::StringLiterals;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::Place;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::exports::HtmlPage)
};

QString resourceText(const QString &name)
{
    QFile file(u":/earmark/page/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString escaped(const QString &text)
{
    return notes::withoutControls(text).toHtmlEscaped();
}

QString audioSource(const ExportedEpisode &episode, const QString &folder)
{
    if (episode.audioPath.isEmpty())
        return {};
    const QString relative = folder.isEmpty() ? u".."_s : QDir(folder).relativeFilePath(episode.audioPath);
    return relative.startsWith(u"..") || QDir::isAbsolutePath(relative)
        ? u"file://"_s + notes::urlPath(episode.audioPath)
        : u"./"_s + notes::urlPath(relative);
}

QString timeLink(const ExportedEpisode &episode, MediaTime start, MediaTime end, const QString &audio)
{
    const QString target =
        audio.isEmpty() ? notes::episodeLink(episode.id, start) : audio + u'#' + notes::mediaFragment(start, end);
    return u"<a class=\"time\" href=\"%1\" data-t=\"%2\">%3</a>"_s.arg(target, notes::linkSeconds(start),
                                                                       clockText(start));
}

QString heading(const ExportedEpisode &episode, const notes::ExportedChapter &chapter, const QString &audio)
{
    return u"<h2><span dir=\"auto\">%1</span> %2</h2>\n"_s.arg(notes::oneLine(chapter.title).toHtmlEscaped(),
                                                               timeLink(episode, chapter.start, chapter.end, audio));
}

// Each word starts the audio where it is spoken.
QString words(const ExportedHighlight &highlight)
{
    const QStringList pieces = notes::oneLine(highlight.quote).split(u' ', Qt::SkipEmptyParts);
    QStringList spans;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const bool known = highlight.wordStarts.size() == size_t(pieces.size());
        const MediaTime start = known ? highlight.wordStarts[size_t(i)] : highlight.start;
        spans.append(u"<span data-t=\"%1\">%2</span>"_s.arg(notes::linkSeconds(start), pieces.at(i).toHtmlEscaped()));
    }
    return spans.isEmpty() ? u"…"_s : spans.join(u' ');
}

QString facts(const ExportedEpisode &episode)
{
    QStringList known;
    for (const QString &fact :
         {episode.show, episode.date.toString(Qt::ISODate),
          episode.duration > MediaTime::zero() ? clockText(episode.duration) : QString(), episode.audioFile}) {
        if (!fact.isEmpty())
            known.append(escaped(fact));
    }
    return known.join(u" · "_s);
}

QString section(const ExportedEpisode &episode, const ExportedHighlight &highlight, const QString &audio)
{
    const bool hasWords = highlight.place == Place::Words || highlight.place == Place::Lost;
    QString html =
        u"<section id=\"h-%1\" class=\"mark-%2\" dir=\"auto\">\n"_s.arg(idText(highlight.id)).arg(int(highlight.mark));
    if (hasWords)
        html += u"<blockquote dir=\"auto\">"_s + words(highlight) + u"</blockquote>\n"_s;
    QStringList line;
    if (highlight.place != Place::Episode)
        line.append(timeLink(episode, highlight.start, highlight.end, audio));
    for (const QString &word : {highlight.speaker, highlight.markName}) {
        if (!word.isEmpty())
            line.append(u"<span dir=\"auto\">"_s + escaped(word) + u"</span>"_s);
    }
    for (const QString &tag : highlight.tags)
        line.append(u"<span class=\"tag\" dir=\"auto\">#"_s + escaped(tag) + u"</span>"_s);
    if (!line.isEmpty())
        html += u"<p class=\"from\">"_s + line.join(u" · "_s) + u"</p>\n"_s;
    if (!highlight.note.trimmed().isEmpty())
        html += u"<div class=\"note\" dir=\"auto\">\n"_s + noteHtml(highlight.note, episode.id) + u"</div>\n"_s;
    return html + u"</section>\n"_s;
}

} // namespace

QByteArray htmlPage(const ExportedEpisode &episode, const QString &folder)
{
    const QString audio = audioSource(episode, folder);
    const QString title =
        notes::oneLine(episode.title).isEmpty() ? Text::tr("Episode without a title") : notes::oneLine(episode.title);
    QString html = u"<!DOCTYPE html>\n<html"_s;
    if (!episode.language.isEmpty())
        html += u" lang=\"%1\""_s.arg(escaped(episode.language));
    html += u">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
            "initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'; script-src 'unsafe-inline'; media-src 'self' file:\">\n<meta name=\"color-scheme\" "
            "content=\"light dark\">\n<meta name=\"generator\" content=\"Earmark\">\n"_s;
    html += u"<title>"_s + title.toHtmlEscaped() + u"</title>\n<style>\n"_s + resourceText(u"page.css"_s)
        + u"</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">"_s + title.toHtmlEscaped() + u"</h1>\n<p>"_s
        + facts(episode) + u"</p>\n"_s;
    if (!audio.isEmpty())
        html += u"<audio controls preload=\"metadata\" src=\"%1\"></audio>\n"_s.arg(audio);
    html += u"</header>\n<main>\n"_s;
    for (const ExportedHighlight &highlight : episode.highlights) {
        if (const notes::ExportedChapter *chapter = newChapter(episode, highlight))
            html += heading(episode, *chapter, audio);
        html += section(episode, highlight, audio);
    }
    if (episode.highlights.empty())
        html += u"<p>"_s + Text::tr("No highlights yet.") + u"</p>\n"_s;
    html += u"</main>\n"_s;
    if (!audio.isEmpty())
        html += u"<script>\n"_s + resourceText(u"page.js"_s) + u"</script>\n"_s;
    return (html + u"</body>\n</html>\n"_s).toUtf8();
}

} // namespace earmark::exports
