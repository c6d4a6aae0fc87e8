// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/webannotation.h"

#include "notes/links.h"

#include <rapidjson/prettywriter.h>

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

QString motivationOf(const ExportedHighlight &highlight)
{
    if (!highlight.note.isEmpty())
        return u"commenting"_s;
    return highlight.place == Place::Moment ? u"bookmarking"_s : u"highlighting"_s;
}

// Writes the page piece by piece: a tree of ten thousand annotations would be several times as large.
class PageWriter
{
public:
    PageWriter() { m_json.SetIndent(' ', 2); }

    [[nodiscard]] QByteArray write(const std::vector<ExportedEpisode> &episodes);

private:
    void key(const char *name) { m_json.Key(name); }
    void text(QStringView value);
    void field(const char *name, QStringView value);
    void field(const char *name, qint64 value);
    void body(QStringView value, const char *purpose, const char *format = nullptr);
    void bodies(const ExportedHighlight &highlight);
    void fragment(MediaTime start, MediaTime end);
    void selectors(const ExportedHighlight &highlight);
    void target(const ExportedEpisode &episode, const ExportedHighlight &highlight);
    void annotation(const ExportedEpisode &episode, const ExportedHighlight &highlight);
    void heading(const ExportedEpisode &episode, size_t chapter);

    rapidjson::StringBuffer m_bytes;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> m_json{m_bytes};
};

void PageWriter::text(QStringView value)
{
    const QByteArray utf8 = value.toUtf8(); // half a surrogate pair becomes U+FFFD
    m_json.String(utf8.constData(), rapidjson::SizeType(utf8.size()));
}

void PageWriter::field(const char *name, QStringView value)
{
    key(name);
    text(value);
}

void PageWriter::field(const char *name, qint64 value)
{
    key(name);
    m_json.Int64(value);
}

void PageWriter::body(QStringView value, const char *purpose, const char *format)
{
    m_json.StartObject();
    field("type", u"TextualBody");
    field("value", value);
    if (format) {
        key("format");
        m_json.String(format);
    }
    key("purpose");
    m_json.String(purpose);
    m_json.EndObject();
}

void PageWriter::bodies(const ExportedHighlight &highlight)
{
    if (highlight.note.isEmpty() && highlight.tags.isEmpty() && highlight.markName.isEmpty())
        return;
    key("body");
    m_json.StartArray();
    if (!highlight.note.isEmpty())
        body(highlight.note, "commenting", "text/markdown");
    for (const QString &tag : highlight.tags)
        body(tag, "tagging");
    if (!highlight.markName.isEmpty())
        body(highlight.markName, "classifying");
    m_json.EndArray();
}

void PageWriter::fragment(MediaTime start, MediaTime end)
{
    m_json.StartObject();
    field("type", u"FragmentSelector");
    field("conformsTo", u"http://www.w3.org/TR/media-frags/");
    field("value", notes::mediaFragment(start, end));
    m_json.EndObject();
}

void PageWriter::selectors(const ExportedHighlight &highlight)
{
    const notes::Selectors &from = highlight.selectors;
    key("selector");
    m_json.StartArray();
    m_json.StartObject();
    field("type", u"TextQuoteSelector");
    field("exact", from.exact);
    field("prefix", from.prefix);
    field("suffix", from.suffix);
    m_json.EndObject();
    m_json.StartObject();
    field("type", u"TextPositionSelector");
    field("start", highlight.textBegin);
    field("end", highlight.textEnd);
    m_json.EndObject();
    fragment(highlight.start, highlight.end);
    m_json.EndArray();
}

void PageWriter::target(const ExportedEpisode &episode, const ExportedHighlight &highlight)
{
    key("target");
    m_json.StartObject();
    field("type", u"SpecificResource");
    field("source", notes::episodeLink(episode.id));
    field("styleClass", u"mark-"_s + QString::number(int(highlight.mark)));
    if (highlight.place != Place::Episode)
        selectors(highlight);
    m_json.EndObject();
}

void PageWriter::annotation(const ExportedEpisode &episode, const ExportedHighlight &highlight)
{
    m_json.StartObject();
    field("id", u"urn:uuid:"_s + idText(highlight.id));
    field("type", u"Annotation");
    field("motivation", motivationOf(highlight));
    field("created", dateTimeText(highlight.created));
    field("modified", dateTimeText(highlight.modified));
    bodies(highlight);
    target(episode, highlight);
    m_json.EndObject();
}

// What a stretch of the episode is about, in the words of the model: it is described.
void PageWriter::heading(const ExportedEpisode &episode, size_t chapter)
{
    const notes::ExportedChapter &described = episode.chapters[chapter];
    m_json.StartObject();
    field("id", notes::episodeLink(episode.id) + u"#heading-"_s + QString::number(chapter + 1));
    field("type", u"Annotation");
    field("motivation", u"describing");
    key("body");
    body(described.title, "describing", "text/plain");
    key("target");
    m_json.StartObject();
    field("type", u"SpecificResource");
    field("source", notes::episodeLink(episode.id));
    field("styleClass", u"heading");
    key("selector");
    fragment(described.start, described.end);
    m_json.EndObject();
    m_json.EndObject();
}

QByteArray PageWriter::write(const std::vector<ExportedEpisode> &episodes)
{
    const bool isOne = episodes.size() == 1;
    const QString id = isOne ? notes::episodeLink(episodes.front().id) + u"#annotations"_s : u"earmark://annotations"_s;
    qint64 total = 0;
    for (const ExportedEpisode &episode : episodes)
        total += qint64(episode.highlights.size() + episode.chapters.size());

    m_json.StartObject();
    field("@context", u"http://www.w3.org/ns/anno.jsonld");
    field("id", id);
    field("type", u"AnnotationCollection");
    field("label", isOne ? QStringView(episodes.front().title) : QStringView(u"Earmark"));
    field("total", total);
    key("first");
    m_json.StartObject();
    field("id", id + u"-1"_s);
    field("type", u"AnnotationPage");
    field("partOf", id);
    field("startIndex", 0);
    key("items");
    m_json.StartArray();
    for (const ExportedEpisode &episode : episodes) {
        for (const ExportedHighlight &highlight : episode.highlights)
            annotation(episode, highlight);
        for (size_t chapter = 0; chapter < episode.chapters.size(); ++chapter)
            heading(episode, chapter);
    }
    m_json.EndArray();
    m_json.EndObject();
    m_json.EndObject();
    return QByteArray(m_bytes.GetString(), qsizetype(m_bytes.GetSize())) + '\n';
}

} // namespace

QByteArray webAnnotations(const std::vector<ExportedEpisode> &episodes)
{
    return PageWriter().write(episodes);
}

} // namespace earmark::exports
