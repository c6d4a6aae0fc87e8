// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/annotations.h"

#include "exports/regions.h"
#include "exports/templatevalues.h"
#include "exports/typednotes.h"
#include "notes/links.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace earmark::exports {

using namespace Qt::StringLiterals;

namespace {

// One or a list, as JSON-LD has it.
QJsonArray asList(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isUndefined() || value.isNull() ? QJsonArray() : QJsonArray{value};
}

bool isOfType(const QJsonObject &object, const char *type)
{
    const QJsonArray types = asList(object.value("type"_L1));
    return types.contains(QString::fromLatin1(type));
}

std::optional<MediaTime> secondsOf(const QString &text)
{
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    constexpr double longest = 1e9;
    if (!ok || seconds < 0 || seconds > longest)
        return std::nullopt;
    return MediaTime(qRound64(seconds * 1000));
}

// "t=121.5,130", "t=npt:121.5".
void readFragment(const QString &fragment, Annotation &annotation)
{
    static const QRegularExpression form(u"(?:^|&)t=(?:npt:)?([0-9.]*)(?:,([0-9.]+))?(?:&|$)"_s);
    const auto match = form.match(fragment);
    if (!match.hasMatch())
        return;
    annotation.start = match.captured(1).isEmpty() ? MediaTime::zero() : secondsOf(match.captured(1));
    annotation.end = secondsOf(match.captured(2));
}

void readSelector(const QJsonObject &selector, Annotation &annotation)
{
    if (isOfType(selector, "TextQuoteSelector")) {
        annotation.exact = selector.value("exact"_L1).toString();
        annotation.prefix = selector.value("prefix"_L1).toString();
        annotation.suffix = selector.value("suffix"_L1).toString();
    } else if (isOfType(selector, "FragmentSelector")) {
        readFragment(selector.value("value"_L1).toString(), annotation);
    }
    for (const auto &refined : asList(selector.value("refinedBy"_L1)))
        readSelector(refined.toObject(), annotation);
}

void readSource(const QString &source, Annotation &annotation)
{
    if (!annotation.episode)
        annotation.episode = notes::episodeOfLink(source);
    if (const qsizetype hash = source.indexOf(u'#'); hash >= 0 && !annotation.start)
        readFragment(source.mid(hash + 1), annotation);
}

void readTarget(const QJsonValue &value, Annotation &annotation)
{
    if (value.isString()) {
        readSource(value.toString(), annotation);
        return;
    }
    const QJsonObject target = value.toObject();
    const QJsonValue source = target.value("source"_L1);
    readSource(source.isObject() ? source.toObject().value("id"_L1).toString() : source.toString(), annotation);
    for (const auto &selector : asList(target.value("selector"_L1)))
        readSelector(selector.toObject(), annotation);
    static const QRegularExpression mark(u"^mark-([1-5])$"_s);
    for (const auto &style : asList(target.value("styleClass"_L1))) {
        if (const auto match = mark.match(style.toString()); match.hasMatch())
            annotation.mark = notes::Mark(match.captured(1).toInt());
    }
}

void readBody(const QJsonValue &value, Annotation &annotation)
{
    const QJsonObject body = value.toObject();
    const QString text = value.isString() ? value.toString() : body.value("value"_L1).toString();
    const QJsonArray purposes = asList(body.value("purpose"_L1));
    if (purposes.contains(u"tagging"_s))
        annotation.tags = annotation.tags.value_or(QStringList()) + QStringList{text};
    else if (!purposes.contains(u"classifying"_s) && (value.isString() || isOfType(body, "TextualBody")))
        annotation.note = annotation.note ? *annotation.note + u"\n\n"_s + text : text;
}

HighlightId idOf(const QString &id)
{
    static const QUuid space(u"{6f1c1c0e-3f7b-5a44-9a52-0d7c0f4f2b11}"_s);
    if (id.startsWith("urn:uuid:"_L1)) {
        if (const QUuid uuid(id.mid(9)); !uuid.isNull())
            return {uuid};
    }
    return id.isEmpty() ? HighlightId() : HighlightId{QUuid::createUuidV5(space, id)};
}

Annotation annotationOf(const QJsonObject &object)
{
    Annotation annotation;
    annotation.id = idOf(object.value("id"_L1).toString());
    annotation.modified = QDateTime::fromString(object.value("modified"_L1).toString(), Qt::ISODateWithMs);
    for (const auto &target : asList(object.value("target"_L1)))
        readTarget(target, annotation);
    for (const auto &body : asList(object.value("body"_L1)))
        readBody(body, annotation);
    if (const QJsonValue plain = object.value("bodyValue"_L1); plain.isString())
        annotation.note = plain.toString();
    const QJsonArray motivations = asList(object.value("motivation"_L1));
    annotation.isMoment = annotation.start && (!annotation.end || annotation.end == annotation.start)
        && (motivations.contains(u"bookmarking"_s) || annotation.mark);
    return annotation;
}

// Of Earmark's own: the text has it by other means.
bool isHeading(const QJsonObject &object)
{
    const QJsonArray targets = asList(object.value("target"_L1));
    return std::ranges::any_of(targets, [](const QJsonValue &target) {
        return asList(target.toObject().value("styleClass"_L1)).contains(u"heading"_s);
    });
}

void collect(const QJsonValue &value, std::vector<Annotation> &annotations, bool &isAnnotations)
{
    if (value.isArray()) {
        for (const auto &item : value.toArray())
            collect(item, annotations, isAnnotations);
        return;
    }
    const QJsonObject object = value.toObject();
    if (isOfType(object, "Annotation")) {
        isAnnotations = true;
        if (!isHeading(object))
            annotations.push_back(annotationOf(object));
    } else if (isOfType(object, "AnnotationCollection")) {
        isAnnotations = true;
        collect(object.value("first"_L1), annotations, isAnnotations);
    } else if (isOfType(object, "AnnotationPage")) {
        isAnnotations = true;
        collect(object.value("items"_L1), annotations, isAnnotations);
    }
}

// The region "12/note/7d0c…" with this text, where Earmark had written one with this hash.
std::optional<Annotation> noteOf(const QByteArray &region, const QByteArray &text, const QByteArray &hash)
{
    const QList<QByteArray> parts = region.split('/');
    if (parts.size() != 3 || parts[1] != "note")
        return std::nullopt;
    Annotation annotation;
    annotation.id = {QUuid::fromString(QLatin1StringView(parts[2]))};
    annotation.episode = EpisodeId{parts[0].toLongLong()};
    annotation.note = cleanNote(noteOfText(QString::fromUtf8(text)));
    annotation.writtenHash = hash;
    return annotation.id.isValid() ? std::optional(annotation) : std::nullopt;
}

// How often the same text stands anywhere outside of regions.
QHash<QByteArray, int> textsBesideRegions(const std::vector<FilePiece> &pieces)
{
    QHash<QByteArray, int> texts;
    for (const FilePiece &piece : pieces) {
        if (const auto typed = piece.isRegion() ? std::nullopt : noteUnder(piece.bytes))
            ++texts[typed->text];
    }
    return texts;
}

// What stands right under a highlight without a note. Text that stands under several comes from a template.
QByteArray typedNote(const std::vector<FilePiece> &pieces, size_t quote, const QHash<QByteArray, int> &texts)
{
    if (QByteArray appended = noteAppended(pieces[quote]); !appended.isEmpty())
        return appended;
    if (quote + 1 == pieces.size() || pieces[quote + 1].isRegion() || pieces[quote].isEdited())
        return {};
    const std::optional<TypedNote> typed = noteUnder(pieces[quote + 1].bytes);
    return typed && texts.value(typed->text) == 1 ? typed->text : QByteArray();
}

// Notes that were changed, and those that are new under a highlight.
std::vector<Annotation> notesIn(const std::vector<FilePiece> &pieces)
{
    QSet<QByteArray> regions;
    for (const FilePiece &piece : pieces)
        regions.insert(piece.region);
    const QHash<QByteArray, int> texts = textsBesideRegions(pieces);
    std::vector<Annotation> annotations;
    for (size_t i = 0; i < pieces.size(); ++i) {
        const FilePiece &piece = pieces[i];
        const QByteArray noteRegion = noteRegionOf(piece.region);
        std::optional<Annotation> note;
        if (noteRegion.isEmpty())
            note = piece.isEdited() ? noteOf(piece.region, piece.content, piece.hash) : std::nullopt;
        else if (const QByteArray typed = regions.contains(noteRegion) ? QByteArray() : typedNote(pieces, i, texts);
                 !typed.isEmpty())
            note = noteOf(noteRegion, typed, contentHash({}));
        if (note)
            annotations.push_back(*std::move(note));
    }
    return annotations;
}

} // namespace

Result<std::vector<Annotation>> readAnnotations(const QByteArray &bytes, const QString &name)
{
    std::vector<Annotation> annotations;
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError) {
        bool isAnnotations = false;
        collect(json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object()), annotations, isAnnotations);
        if (!isAnnotations)
            return failure(ErrorCode::NotAnnotations, name, u"JSON without an annotation"_s);
        return annotations;
    }
    const std::vector<FilePiece> pieces = readRegions(bytes).pieces;
    if (std::ranges::none_of(pieces, &FilePiece::isRegion))
        return failure(ErrorCode::NotAnnotations, name, error.errorString());
    return notesIn(pieces);
}

bool wasWrittenAs(const QString &note, const QByteArray &hash)
{
    return contentHash(noteText(note).toUtf8()) == hash;
}

} // namespace earmark::exports
