// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/textvalues.h"

#include "exports/templatevalues.h"
#include "exports/valueforms.h"
#include "notes/links.h"

#include <QCoreApplication>

namespace earmark::exports {

using namespace Qt::StringLiterals;
using notes::ExportedChapter;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::ExportedParagraph;
using notes::ExportedRun;
using notes::LinkLabels;

namespace {

// What chapters and paragraphs have alike.
std::optional<QString> placeValue(const ExportedEpisode &episode, MediaTime start, MediaTime end, QStringView name)
{
    if (name == u"start")
        return clockText(start);
    if (name == u"start-seconds")
        return notes::linkSeconds(start);
    if (name == u"link")
        return notes::episodeLink(episode.id, start);
    if (name == u"audio-link")
        return notes::audioLink(episode.audioPath, start, end);
    return std::nullopt;
}

bool hasFootnote(const ExportedHighlight &highlight)
{
    return highlight.isInText
        && !(cleanNote(highlight.note).isEmpty() && highlight.tags.isEmpty()
             && notes::oneLine(highlight.markName).isEmpty());
}

QString referencesOf(const ExportedEpisode &episode, const ExportedRun &run)
{
    QString references;
    for (const size_t ending : run.ending) {
        if (ending < episode.highlights.size() && hasFootnote(episode.highlights[ending]))
            references += u"[^"_s + blockId(episode.highlights[ending]) + u']';
    }
    return references;
}

// Each piece is escaped alone, so that it must be safe beside any other.
QString textOf(const ExportedEpisode &episode, const ExportedParagraph &paragraph, Form form, LinkLabels labels)
{
    const std::vector<ExportedRun> &runs = paragraph.runs;
    const bool isPlain = runs.size() == 1 && !runs.front().isMarked && runs.front().ending.empty();
    // What this document means by it, no other does.
    if (isPlain && !runs.front().text.contains("=="_L1))
        return written(runs.front().text, form, labels);
    QString text;
    for (size_t i = 0; i < runs.size(); ++i) {
        const auto isMarked = [&runs](size_t at) { return at < runs.size() && runs[at].isMarked; };
        if (runs[i].followsSpace && i > 0)
            text += u' ';
        if (runs[i].isMarked && (i == 0 || !isMarked(i - 1)))
            text += u"=="_s;
        text += notes::escapedText(runs[i].text, notes::MarkdownPlace::Anywhere, labels);
        if (runs[i].isMarked && !isMarked(i + 1))
            text += u"=="_s;
        text += referencesOf(episode, runs[i]);
    }
    return text;
}

} // namespace

const ExportedChapter *chapterAt(const ExportedEpisode &episode, std::optional<size_t> chapter)
{
    return chapter && *chapter < episode.chapters.size() ? &episode.chapters[*chapter] : nullptr;
}

const ExportedChapter *newChapter(const ExportedEpisode &episode, const ExportedHighlight &highlight)
{
    auto before = size_t(&highlight - episode.highlights.data());
    if (!highlight.chapter)
        return nullptr;
    // What is about the whole episode, or has lost its place, is in no chapter.
    while (before > 0 && !episode.highlights[before - 1].chapter)
        --before;
    const bool goesOn = before > 0 && episode.highlights[before - 1].chapter == highlight.chapter;
    return goesOn ? nullptr : chapterAt(episode, highlight.chapter);
}

std::optional<QString> chapterValue(const ExportedEpisode &episode, const ExportedChapter &chapter, const QString &name,
                                    LinkLabels labels)
{
    const FormedName parts = formedName(name);
    if (parts.base == u"chapter")
        return written(chapter.title, parts.form, labels);
    const auto place = placeValue(episode, chapter.start, chapter.end, parts.base);
    return place ? std::optional(writtenAsIs(*place, parts.form)) : std::nullopt;
}

std::optional<QString> paragraphValue(const ExportedEpisode &episode, const ExportedParagraph &paragraph,
                                      const QString &name, LinkLabels labels)
{
    const FormedName parts = formedName(name);
    if (parts.base == u"text")
        return textOf(episode, paragraph, parts.form, labels);
    if (parts.base == u"new-chapter") {
        const ExportedChapter *chapter = chapterAt(episode, paragraph.chapter);
        return chapter ? written(chapter->title, parts.form, labels) : QString();
    }
    if (parts.base == u"new-speaker")
        return paragraph.startsTurn ? written(paragraph.speaker, parts.form, labels) : QString();
    // Nobody can go there.
    const bool isGuess = paragraph.timeIsEstimated && episode.audioPath.isEmpty();
    if (isGuess && (parts.base == u"start" || parts.base == u"time"))
        return QString();
    if (parts.base == u"time") {
        const QString start = clockText(paragraph.start);
        return writtenAsIs(paragraph.timeIsEstimated ? QCoreApplication::translate("Markdown", "about %1").arg(start)
                                                     : start,
                           parts.form);
    }
    const auto place = placeValue(episode, paragraph.start, paragraph.end, parts.base);
    return place ? std::optional(writtenAsIs(*place, parts.form)) : std::nullopt;
}

QString blockId(const ExportedHighlight &highlight)
{
    constexpr qsizetype digits = 12;
    return u"em-"_s + highlight.id.value.toString(QUuid::Id128).first(digits);
}

QString footnoteOf(const ExportedHighlight &highlight, const QString &hashtags, LinkLabels labels)
{
    if (!hasFootnote(highlight))
        return {};
    QStringList facts{notes::escapedText(highlight.markName, notes::MarkdownPlace::Anywhere, labels), hashtags};
    facts.removeAll(QString());
    QStringList parts{facts.join(u" · "_s), noteText(highlight.note)};
    parts.removeAll(QString());
    QString text = parts.join(u"\n\n"_s);
    text.replace(u'\n', u"\n    "_s).replace(u"\n    \n"_s, u"\n\n"_s);
    return u"[^"_s + blockId(highlight) + u"]: "_s + text;
}

} // namespace earmark::exports
