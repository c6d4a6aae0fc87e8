// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/templatevalues.h"

#include "exports/textvalues.h"
#include "exports/valueforms.h"
#include "notes/links.h"
#include "notes/noteblocks.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace earmark::exports {

using namespace Qt::StringLiterals;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::LinkLabels;
using notes::MarkdownPlace;
using notes::Place;

namespace {

constexpr std::array texts{"title",   "show", "language",  "audio",   "transcript",  "quote",      "text",
                           "speaker", "tag",  "mark-name", "chapter", "new-chapter", "new-speaker"};
constexpr std::array plainValues{"date",     "length",     "episode-id",  "episode-link",     "count",
                                 "time",     "start",      "end",         "start-seconds",    "end-seconds",
                                 "link",     "audio-link", "attribution", "attribution-link", "id",
                                 "block-id", "mark",       "created",     "modified",         "hashtag"};
constexpr std::array wholes{"highlights",
                            "tags",
                            "chapters",
                            "paragraphs",
                            "note",
                            "footnote",
                            "is-words",
                            "is-moment",
                            "is-episode",
                            "is-beside",
                            "has-facts",
                            "has-tags",
                            "has-chapters",
                            "hashtags",
                            "fact.show",
                            "fact.date",
                            "fact.length",
                            "fact.audio",
                            "fact.transcript",
                            "fact.tags",
                            "label.audio",
                            "label.nothing",
                            "."};

template <size_t Count>
bool isOneOf(const std::array<const char *, Count> &names, QStringView name)
{
    return std::any_of(names.begin(), names.end(), [&](const char *known) { return name == QLatin1StringView(known); });
}

QString yesOrNo(bool yes)
{
    return yes ? u"yes"_s : QString();
}

QString dateTimeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s) : QString();
}

QString timeText(const ExportedHighlight &highlight)
{
    const QString start = clockText(highlight.start);
    // An estimate does not get better by having an end.
    if (highlight.timeIsEstimated)
        return QCoreApplication::translate("Markdown", "about %1").arg(start);
    const QString end = clockText(highlight.end);
    if (highlight.end <= highlight.start || start == end)
        return start;
    return QCoreApplication::translate("Markdown", "%1–%2", "from, to").arg(start, end);
}

QString attribution(const QString &speaker, const QString &time)
{
    return speaker.isEmpty() ? QCoreApplication::translate("Markdown", "— %1", "time").arg(time)
                             : QCoreApplication::translate("Markdown", "— %1, %2", "speaker, time").arg(speaker, time);
}

// Letters, digits, "_", "-" and "/" are what note programs take in a tag; only digits they do not. An "_"
// at the edge of a word could be emphasis.
QString hashtag(const QString &tag)
{
    const auto isLetter = [&tag](qsizetype at) {
        return at >= 0 && at < tag.size()
            && (tag.at(at).isLetterOrNumber() || tag.at(at).isSurrogate() || tag.at(at).isMark());
    };
    QString name;
    bool hasLetter = false;
    for (qsizetype i = 0; i < tag.size(); ++i) {
        const QChar c = tag.at(i);
        const bool inner = (c == u'_' || c == u'/') && isLetter(i - 1) && isLetter(i + 1);
        name += isLetter(i) || inner || c == u'-' ? c : u'-';
        hasLetter = hasLetter || (isLetter(i) && !c.isNumber());
    }
    return u'#' + (hasLetter ? name : name + u'-');
}

QString lengthOf(const ExportedEpisode &episode)
{
    return episode.duration > MediaTime::zero() ? clockText(episode.duration) : QString();
}

QString hashtags(const QStringList &tags)
{
    QStringList list;
    for (const QString &tag : tags)
        list.append(hashtag(tag));
    return list.join(u' ');
}

std::optional<QString> factOf(const ExportedEpisode &episode, QStringView name, LinkLabels labels)
{
    const auto fact = [](const QString &sentence, const QString &text) {
        return text.isEmpty() ? QString() : sentence.arg(text);
    };
    const auto line = [labels](const QString &text) { return written(text, Form::Line, labels); };
    if (name == u"show")
        return fact(QCoreApplication::translate("Markdown", "Show: %1"), line(episode.show));
    if (name == u"date")
        return fact(QCoreApplication::translate("Markdown", "Date: %1"), episode.date.toString(Qt::ISODate));
    if (name == u"length")
        return fact(QCoreApplication::translate("Markdown", "Length: %1"), lengthOf(episode));
    if (name == u"audio")
        return fact(QCoreApplication::translate("Markdown", "Audio: %1"), line(episode.audioFile));
    if (name == u"transcript")
        return fact(QCoreApplication::translate("Markdown", "Transcript: %1"), line(episode.transcriptFile));
    return std::nullopt;
}

bool hasFacts(const ExportedEpisode &episode)
{
    return !notes::oneLine(episode.show).isEmpty() || episode.date.isValid() || !lengthOf(episode).isEmpty()
        || !notes::oneLine(episode.audioFile).isEmpty() || !notes::oneLine(episode.transcriptFile).isEmpty();
}

std::optional<QString> textOf(const ExportedEpisode &episode, QStringView name)
{
    if (name == u"title")
        return episode.title;
    if (name == u"show")
        return episode.show;
    if (name == u"language")
        return episode.language;
    if (name == u"audio")
        return episode.audioFile;
    if (name == u"transcript")
        return episode.transcriptFile;
    return std::nullopt;
}

std::optional<QString> plainOf(const ExportedEpisode &episode, QStringView name)
{
    if (name == u"date")
        return episode.date.toString(Qt::ISODate);
    if (name == u"length")
        return lengthOf(episode);
    if (name == u"episode-id")
        return QString::number(episode.id.value);
    if (name == u"episode-link")
        return notes::episodeLink(episode.id);
    if (name == u"count")
        return QString::number(episode.highlights.size());
    return std::nullopt;
}

std::optional<QString> placeOf(const ExportedHighlight &highlight, QStringView name)
{
    if (name == u"is-words")
        return yesOrNo(highlight.place == Place::Words || highlight.place == Place::Lost);
    if (name == u"is-moment")
        return yesOrNo(highlight.place == Place::Moment);
    if (name == u"is-episode")
        return yesOrNo(highlight.place == Place::Episode);
    if (name == u"is-beside")
        return yesOrNo(highlight.place != Place::Episode && !highlight.isInText);
    if (name == u"has-tags")
        return yesOrNo(!highlight.tags.isEmpty());
    return std::nullopt;
}

std::optional<QString> timeOf(const ExportedEpisode &episode, const ExportedHighlight &highlight, QStringView name)
{
    if (name == u"time")
        return timeText(highlight);
    if (name == u"start")
        return clockText(highlight.start);
    if (name == u"end")
        return clockText(highlight.end);
    if (name == u"start-seconds")
        return notes::linkSeconds(highlight.start);
    if (name == u"end-seconds")
        return notes::linkSeconds(highlight.end);
    if (name == u"link")
        return notes::episodeLink(episode.id, highlight.start);
    if (name == u"audio-link")
        return notes::audioLink(episode.audioPath, highlight.start, highlight.end);
    return std::nullopt;
}

std::optional<QString> plainOf(const ExportedHighlight &highlight, QStringView name)
{
    if (name == u"id")
        return idText(highlight.id);
    if (name == u"block-id")
        return blockId(highlight);
    if (name == u"mark")
        return QString::number(int(highlight.mark));
    if (name == u"created")
        return dateTimeText(highlight.created);
    if (name == u"modified")
        return dateTimeText(highlight.modified);
    return std::nullopt;
}

// A line of a note that Earmark would take for one of its own marks.
const QRegularExpression &ownMark()
{
    static const QRegularExpression expression(u"^(<!--|#)( +)(earmark:(?:begin|end)\\b)"_s,
                                               QRegularExpression::MultilineOption);
    return expression;
}

} // namespace

bool isTemplateName(const QString &name)
{
    if (isOneOf(wholes, name) || beginsRegion(name) || endsRegion(name))
        return true;
    const QStringView base = formedName(name).base;
    return isOneOf(texts, base) || isOneOf(plainValues, base);
}

bool beginsRegion(const QString &name)
{
    return name == u"open" || name.endsWith(".open"_L1);
}

bool endsRegion(const QString &name)
{
    return name == u"close" || name.endsWith(".close"_L1);
}

std::optional<QString> episodeValue(const ExportedEpisode &episode, const QString &name, LinkLabels labels)
{
    if (name.startsWith("fact."_L1))
        return factOf(episode, QStringView(name).mid(5), labels);
    if (name == u"label.nothing")
        return QCoreApplication::translate("Markdown", "No highlights yet.");
    if (name == u"label.audio")
        return QCoreApplication::translate("Markdown", "audio", "a link to it");
    if (name == u"has-facts")
        return yesOrNo(hasFacts(episode));
    if (name == u"has-tags")
        return yesOrNo(!tagsOf(episode).isEmpty());
    if (name == u"has-chapters")
        return yesOrNo(!episode.chapters.empty());
    if (name == u"hashtags")
        return hashtags(tagsOf(episode));
    const FormedName parts = formedName(name);
    if (const auto text = textOf(episode, parts.base)) {
        QString result = written(*text, parts.form, labels);
        if (result.isEmpty() && parts.base == u"title")
            result = QCoreApplication::translate("Markdown", "Episode without a title");
        return result;
    }
    const auto plain = plainOf(episode, parts.base);
    return plain ? std::optional(writtenAsIs(*plain, parts.form)) : std::nullopt;
}

std::optional<QString> highlightValue(const ExportedEpisode &episode, const ExportedHighlight &highlight,
                                      const QString &name, LinkLabels labels)
{
    const FormedName parts = formedName(name);
    if (parts.base == u"quote") {
        const QString quote = written(highlight.quote, parts.form, labels);
        return quote.isEmpty() ? u"…"_s : quote;
    }
    if (parts.base == u"speaker" || parts.base == u"mark-name")
        return written(parts.base == u"speaker" ? highlight.speaker : highlight.markName, parts.form, labels);
    if (parts.base == u"chapter" || parts.base == u"new-chapter") {
        const notes::ExportedChapter *chapter =
            parts.base == u"chapter" ? chapterAt(episode, highlight.chapter) : newChapter(episode, highlight);
        return chapter ? written(chapter->title, parts.form, labels) : QString();
    }
    if (name == u"footnote")
        return footnoteOf(highlight, hashtags(highlight.tags), labels);
    if (name == u"fact.tags")
        return highlight.tags.isEmpty()
            ? QString()
            : QCoreApplication::translate("Markdown", "Tags: %1").arg(hashtags(highlight.tags));
    if (name == u"hashtags")
        return hashtags(highlight.tags);
    if (name == u"attribution")
        return attribution(notes::escapedText(highlight.speaker, MarkdownPlace::InLine, labels), timeText(highlight));
    if (name == u"attribution-link")
        return attribution(notes::escapedText(highlight.speaker, MarkdownPlace::Anywhere, labels),
                           u"[%1](%2)"_s.arg(timeText(highlight), notes::episodeLink(episode.id, highlight.start)));
    if (const auto place = placeOf(highlight, name))
        return place;
    const auto time = timeOf(episode, highlight, parts.base);
    const auto plain = time ? time : plainOf(highlight, parts.base);
    return plain ? std::optional(writtenAsIs(*plain, parts.form)) : std::nullopt;
}

std::optional<QString> tagValue(const QString &tag, const QString &name, LinkLabels labels)
{
    const FormedName parts = formedName(name);
    if (parts.base == u"tag" || name == u".")
        return written(tag, parts.form, labels);
    if (parts.base == u"hashtag")
        return writtenAsIs(hashtag(tag), parts.form);
    return std::nullopt;
}

QStringList tagsOf(const ExportedEpisode &episode)
{
    QSet<QString> all;
    for (const ExportedHighlight &highlight : episode.highlights) {
        for (const QString &tag : highlight.tags)
            all.insert(tag);
    }
    QStringList sorted(all.begin(), all.end());
    sorted.sort();
    return sorted;
}

QString cleanNote(const QString &note)
{
    QString text = notes::withoutControls(note);
    // Blank lines around it are not the note; spaces before its first word may be code.
    const qsizetype firstWord = std::distance(
        text.cbegin(), std::find_if(text.cbegin(), text.cend(), [](QChar c) { return !notes::isBlank(c); }));
    if (firstWord == text.size())
        return {};
    text.remove(0, text.lastIndexOf(u'\n', firstWord) + 1);
    while (notes::isBlank(text.back()))
        text.chop(1);
    return text;
}

QString noteText(const QString &note)
{
    QString text = cleanNote(note);
    if (text.contains("earmark:"_L1))
        text.replace(ownMark(), u"\\1\\2 \\3"_s);
    // Nothing else can leave a block open.
    if (!text.contains("```"_L1) && !text.contains("~~~"_L1) && !text.contains(u'<'))
        return text;
    const QString closing = notes::closingLine(text);
    return closing.isEmpty() ? text : text + u'\n' + closing;
}

QString noteOfText(const QString &text)
{
    static const QRegularExpression changed(u"^(<!--|#)( +) (earmark:(?:begin|end)\\b)"_s,
                                            QRegularExpression::MultilineOption);
    return text.contains("earmark:"_L1) ? QString(text).replace(changed, u"\\1\\2\\3"_s) : text;
}

} // namespace earmark::exports
