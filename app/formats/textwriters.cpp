// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/formats.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

// Cues that are read as one.
struct Paragraph {
    size_t first = 0;
    size_t end = 0;
    bool startsTurn = false;
};

bool endsSentence(QStringView text)
{
    constexpr QStringView ends = u".?!…\"”’)";
    return !text.isEmpty() && ends.contains(text.back());
}

bool startsParagraph(const CueList &list, size_t first, size_t cue)
{
    constexpr MediaTime longPause{2000};
    constexpr qint32 longest = 700; // characters
    const Cue &before = list.cues[cue - 1];
    const Cue &next = list.cues[cue];
    if (next.speaker != before.speaker)
        return true;
    // Text without times is divided as it was.
    if (!next.start || !before.stop)
        return true;
    const bool isLong = before.end - list.cues[first].begin > longest && endsSentence(list.textOf(before));
    return isLong || *next.start - *before.stop > longPause;
}

std::vector<Paragraph> paragraphsOf(const CueList &list)
{
    std::vector<Paragraph> paragraphs;
    for (size_t i = 0; i < list.cues.size(); ++i) {
        if (i == 0 || startsParagraph(list, paragraphs.back().first, i))
            paragraphs.push_back({i, i + 1, i == 0 || list.cues[i].speaker != list.cues[i - 1].speaker});
        else
            paragraphs.back().end = i + 1;
    }
    return paragraphs;
}

QString textOf(const CueList &list, const Paragraph &paragraph)
{
    QString text;
    for (size_t i = paragraph.first; i < paragraph.end; ++i)
        text += (i > paragraph.first ? u" "_s : QString()) + list.textOf(list.cues[i]).toString().simplified();
    return text;
}

QString markdownEscaped(const QString &text)
{
    constexpr QStringView special = u"\\*_`[]<>#|~";
    QString out;
    for (const QChar c : text) {
        if (special.contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

enum class Labels { Bare, Bracketed };

QByteArray plainText(const CueList &list, Labels labels)
{
    QByteArray out;
    for (const Paragraph &paragraph : paragraphsOf(list)) {
        const QByteArray speaker = list.speakerOf(list.cues[paragraph.first]).toUtf8();
        out += out.isEmpty() ? "" : "\n";
        if (paragraph.startsTurn && !speaker.isEmpty())
            out += labels == Labels::Bare ? speaker + ": " : '[' + speaker + "]: ";
        out += textOf(list, paragraph).toUtf8() + '\n';
    }
    return out;
}

QByteArray markdown(const CueList &list, Labels labels)
{
    QByteArray out;
    for (const Paragraph &paragraph : paragraphsOf(list)) {
        const Cue &first = list.cues[paragraph.first];
        const QByteArray speaker = markdownEscaped(list.speakerOf(first)).toUtf8();
        out += out.isEmpty() ? "" : "\n";
        if (paragraph.startsTurn && !speaker.isEmpty())
            out += labels == Labels::Bare ? "**" + speaker + ":** " : "**\\[" + speaker + "\\]:** ";
        if (first.start)
            out += "\\[" + clockText(*first.start).toUtf8() + "\\] ";
        out += markdownEscaped(textOf(list, paragraph)).toUtf8() + '\n';
    }
    return out;
}

// Whether a reader of `text` finds the list's speakers, and nobody else.
bool tellsSpeakers(const QByteArray &text, const CueList &list)
{
    QStringList written;
    for (const Paragraph &paragraph : paragraphsOf(list)) {
        const QString speaker = list.speakerOf(list.cues[paragraph.first]);
        if (paragraph.startsTurn && !speaker.isEmpty())
            written.append(speaker);
    }
    const ParsedTranscript parsed = parsePlainText(QString::fromUtf8(text));
    return std::ranges::equal(written, parsed.transcript.turns, {}, {}, &transcript::Turn::speaker);
}

// Names that would be taken for text go in brackets, all of them.
template <class Write>
QByteArray withLabels(const CueList &list, Write write)
{
    QByteArray text = write(list, Labels::Bare);
    return list.speakers.isEmpty() || tellsSpeakers(text, list) ? text : write(list, Labels::Bracketed);
}

} // namespace

QByteArray writePlainText(const CueList &list)
{
    return withLabels(list, plainText);
}

QByteArray writeMarkdown(const CueList &list)
{
    return withLabels(list, markdown);
}

} // namespace earmark::formats
