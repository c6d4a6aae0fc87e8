// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/webannotation.h"

#include "notes/links.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace earmark::exports {

using namespace Qt::StringLiterals;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::Place;

namespace {

QString dateTimeText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonArray bodiesOf(const ExportedHighlight &highlight)
{
    QJsonArray bodies;
    if (!highlight.note.isEmpty())
        bodies.append(QJsonObject{{u"type"_s, u"TextualBody"_s},
                                  {u"value"_s, highlight.note},
                                  {u"format"_s, u"text/markdown"_s},
                                  {u"purpose"_s, u"commenting"_s}});
    for (const QString &tag : highlight.tags)
        bodies.append(QJsonObject{{u"type"_s, u"TextualBody"_s}, {u"value"_s, tag}, {u"purpose"_s, u"tagging"_s}});
    if (!highlight.markName.isEmpty())
        bodies.append(QJsonObject{
            {u"type"_s, u"TextualBody"_s}, {u"value"_s, highlight.markName}, {u"purpose"_s, u"classifying"_s}});
    return bodies;
}

QJsonArray selectorsOf(const ExportedHighlight &highlight)
{
    const notes::Selectors &from = highlight.selectors;
    return {QJsonObject{{u"type"_s, u"TextQuoteSelector"_s},
                        {u"exact"_s, from.exact},
                        {u"prefix"_s, from.prefix},
                        {u"suffix"_s, from.suffix}},
            QJsonObject{{u"type"_s, u"TextPositionSelector"_s},
                        {u"start"_s, highlight.textBegin},
                        {u"end"_s, highlight.textEnd}},
            QJsonObject{{u"type"_s, u"FragmentSelector"_s},
                        {u"conformsTo"_s, u"http://www.w3.org/TR/media-frags/"_s},
                        {u"value"_s, notes::mediaFragment(highlight.start, highlight.end)}}};
}

QString motivationOf(const ExportedHighlight &highlight)
{
    if (!highlight.note.isEmpty())
        return u"commenting"_s;
    return highlight.place == Place::Moment ? u"bookmarking"_s : u"highlighting"_s;
}

QJsonObject annotation(const ExportedEpisode &episode, const ExportedHighlight &highlight)
{
    QJsonObject target{{u"type"_s, u"SpecificResource"_s},
                       {u"source"_s, notes::episodeLink(episode.id)},
                       {u"styleClass"_s, u"mark-%1"_s.arg(int(highlight.mark))}};
    if (highlight.place != Place::Episode)
        target.insert(u"selector"_s, selectorsOf(highlight));
    QJsonObject result{{u"id"_s, u"urn:uuid:"_s + highlight.id.value.toString(QUuid::WithoutBraces)},
                       {u"type"_s, u"Annotation"_s},
                       {u"motivation"_s, motivationOf(highlight)},
                       {u"created"_s, dateTimeText(highlight.created)},
                       {u"modified"_s, dateTimeText(highlight.modified)},
                       {u"target"_s, target}};
    if (const QJsonArray bodies = bodiesOf(highlight); !bodies.isEmpty())
        result.insert(u"body"_s, bodies);
    return result;
}

} // namespace

QByteArray webAnnotations(const std::vector<ExportedEpisode> &episodes)
{
    QJsonArray items;
    for (const ExportedEpisode &episode : episodes) {
        for (const ExportedHighlight &highlight : episode.highlights)
            items.append(annotation(episode, highlight));
    }
    const bool isOne = episodes.size() == 1;
    const QString id = isOne ? notes::episodeLink(episodes.front().id) + u"#annotations"_s : u"earmark://annotations"_s;
    const QJsonObject page{{u"id"_s, id + u"-1"_s},
                           {u"type"_s, u"AnnotationPage"_s},
                           {u"partOf"_s, id},
                           {u"startIndex"_s, 0},
                           {u"items"_s, items}};
    QJsonObject collection{{u"@context"_s, u"http://www.w3.org/ns/anno.jsonld"_s},
                           {u"id"_s, id},
                           {u"type"_s, u"AnnotationCollection"_s},
                           {u"label"_s, isOne ? episodes.front().title : u"Earmark"_s},
                           {u"total"_s, items.size()},
                           {u"first"_s, page}};
    return QJsonDocument(collection).toJson();
}

} // namespace earmark::exports
