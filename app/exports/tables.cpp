// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/tables.h"

#include "notes/links.h"
#include "notes/markdownescape.h"

#include <QStringList>

namespace earmark::exports {

using namespace Qt::StringLiterals;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::Place;

namespace {

bool hasWords(const ExportedHighlight &highlight)
{
    return highlight.place == Place::Words || highlight.place == Place::Lost;
}

QString csvField(const QString &text)
{
    const bool needsQuotes = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r')
        || text.startsWith(u' ') || text.endsWith(u' ');
    return needsQuotes ? u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"' : text;
}

QString csvRow(const QStringList &fields)
{
    QStringList row;
    for (const QString &field : fields)
        row.append(csvField(field));
    return row.join(u',') + u"\r\n"_s;
}

QString readwiseNote(const ExportedHighlight &highlight, bool withNote)
{
    QStringList tags;
    for (const QString &tag : highlight.tags)
        tags.append(u'.' + tag);
    QStringList parts;
    if (!tags.isEmpty())
        parts.append(tags.join(u' '));
    if (const QString note = notes::withoutControls(highlight.note).trimmed(); withNote && !note.isEmpty())
        parts.append(note);
    return parts.join(u'\n');
}

// A field of Anki's file: HTML on one line, without a tab or a quote that would be syntax.
QString ankiField(const QString &text)
{
    return notes::withoutControls(text).trimmed().toHtmlEscaped().replace(u'\n', u"<br>"_s).replace(u'\t', u' ');
}

} // namespace

QByteArray readwiseCsv(const std::vector<ExportedEpisode> &episodes)
{
    QString text = csvRow({u"Highlight"_s, u"Title"_s, u"Author"_s, u"URL"_s, u"Note"_s, u"Location"_s, u"Date"_s});
    for (const ExportedEpisode &episode : episodes) {
        for (const ExportedHighlight &highlight : episode.highlights) {
            const QString note = notes::withoutControls(highlight.note).trimmed();
            const QString said = hasWords(highlight) ? notes::oneLine(highlight.quote) : note;
            // Readwise leaves out rows without a highlight.
            if (said.isEmpty())
                continue;
            text +=
                csvRow({said, notes::oneLine(episode.title), notes::oneLine(episode.show),
                        notes::episodeLink(episode.id, highlight.start), readwiseNote(highlight, hasWords(highlight)),
                        QString::number(highlight.start.count() / 1000),
                        highlight.created.toUTC().toString(u"yyyy-MM-dd HH:mm:ss"_s)});
        }
    }
    return text.toUtf8();
}

QByteArray ankiNotes(const std::vector<ExportedEpisode> &episodes)
{
    QString text = u"#separator:tab\n#html:true\n#guid column:1\n#columns:GUID\tFront\tBack\tSource\tTags\n"
                   "#tags column:5\n"_s;
    for (const ExportedEpisode &episode : episodes) {
        for (const ExportedHighlight &highlight : episode.highlights) {
            const QString front = hasWords(highlight) ? highlight.quote : episode.title;
            const QString speaker = ankiField(highlight.speaker);
            const QString source = u"%1%2, <a href=\"%3\">%4</a>"_s.arg(
                speaker.isEmpty() ? QString() : speaker + u", "_s, ankiField(episode.title),
                notes::episodeLink(episode.id, highlight.start), clockText(highlight.start));
            text += QStringList{idText(highlight.id), ankiField(front), ankiField(highlight.note), source,
                                ankiField(highlight.tags.join(u' '))}
                        .join(u'\t')
                + u'\n';
        }
    }
    return text.toUtf8();
}

} // namespace earmark::exports
