// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/markdown.h"

#include "notes/markdownescape.h"
#include "notes/noteblocks.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace earmark::notes {

using namespace Qt::StringLiterals;

namespace {

bool definesLinks(const ExportedEpisode &episode)
{
    return std::any_of(episode.highlights.begin(), episode.highlights.end(),
                       [](const ExportedHighlight &highlight) { return highlight.note.contains("]:"_L1); });
}

class MarkdownDocument
{
public:
    // A definition in any note names links in the whole document.
    explicit MarkdownDocument(LinkLabels labels) : m_labels(labels) {}

    void addHead(const ExportedEpisode &episode);
    void addHighlight(const ExportedHighlight &highlight);
    void addBlock(const QString &block) { m_blocks.append(block); }
    [[nodiscard]] QByteArray bytes() const { return (m_blocks.join("\n\n"_L1) + u'\n').toUtf8(); }

private:
    [[nodiscard]] QString escaped(const QString &text, MarkdownPlace place) const
    {
        return escapedText(text, place, m_labels);
    }
    void addNote(QString note);

    LinkLabels m_labels;
    QStringList m_blocks; // a blank line between each two
};

void MarkdownDocument::addHead(const ExportedEpisode &episode)
{
    const QString title = escaped(episode.title, MarkdownPlace::Heading);
    addBlock("# "_L1 + (title.isEmpty() ? QCoreApplication::translate("Markdown", "Episode without a title") : title));
    QStringList facts;
    const auto addFact = [&](const QString &sentence, const QString &fact) {
        if (!fact.isEmpty())
            facts.append("- "_L1 + sentence.arg(fact));
    };
    addFact(QCoreApplication::translate("Markdown", "Show: %1"), escaped(episode.show, MarkdownPlace::InLine));
    addFact(QCoreApplication::translate("Markdown", "Date: %1"), episode.date.toString(Qt::ISODate));
    addFact(QCoreApplication::translate("Markdown", "Length: %1"),
            episode.duration > MediaTime::zero() ? clockText(episode.duration) : QString());
    addFact(QCoreApplication::translate("Markdown", "Audio: %1"), escaped(episode.audioFile, MarkdownPlace::InLine));
    addFact(QCoreApplication::translate("Markdown", "Transcript: %1"),
            escaped(episode.transcriptFile, MarkdownPlace::InLine));
    if (!facts.isEmpty())
        addBlock(facts.join(u'\n'));
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

void MarkdownDocument::addHighlight(const ExportedHighlight &highlight)
{
    addBlock(u"---"_s);
    const QString quote = escaped(highlight.quote, MarkdownPlace::ParagraphStart);
    addBlock("> "_L1 + (quote.isEmpty() ? u"…"_s : quote));
    const QString speaker = escaped(highlight.speaker, MarkdownPlace::InLine);
    const QString time = timeText(highlight);
    addBlock(speaker.isEmpty()
                 ? QCoreApplication::translate("Markdown", "— %1", "time").arg(time)
                 : QCoreApplication::translate("Markdown", "— %1, %2", "speaker, time").arg(speaker, time));
    addNote(highlight.note);
}

void MarkdownDocument::addNote(QString note)
{
    note = withoutControls(note);
    // Blank lines around it are not the note; spaces before its first word may be code.
    const qsizetype firstWord =
        std::distance(note.cbegin(), std::find_if(note.cbegin(), note.cend(), [](QChar c) { return !isBlank(c); }));
    if (firstWord == note.size())
        return;
    note.remove(0, note.lastIndexOf(u'\n', firstWord) + 1);
    while (isBlank(note.back()))
        note.chop(1);
    addBlock(note);
    if (const QString closing = closingLine(note); !closing.isEmpty())
        m_blocks.back() += u'\n' + closing;
}

} // namespace

QByteArray writeMarkdown(const ExportedEpisode &episode)
{
    MarkdownDocument document(definesLinks(episode) ? LinkLabels::Defined : LinkLabels::None);
    document.addHead(episode);
    for (const ExportedHighlight &highlight : episode.highlights)
        document.addHighlight(highlight);
    if (episode.highlights.empty())
        document.addBlock(QCoreApplication::translate("Markdown", "No highlights yet."));
    return document.bytes();
}

} // namespace earmark::notes
