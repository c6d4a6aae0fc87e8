// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/entities.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;

namespace {

QByteArray timestamp(MediaTime time, char point)
{
    const qint64 ms = std::max<qint64>(0, time.count());
    const auto padded = [](qint64 value, int width) { return QByteArray::number(value).rightJustified(width, '0'); };
    return padded(ms / 3'600'000, 2) + ':' + padded(ms / 60'000 % 60, 2) + ':' + padded(ms / 1000 % 60, 2) + point
        + padded(ms % 1000, 3);
}

QByteArray escaped(QStringView text)
{
    QByteArray out;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype begin = at;
        while (at < text.size() && text[at] != u'&' && text[at] != u'<' && text[at] != u'>')
            ++at;
        out += text.mid(begin, at - begin).toUtf8();
        if (at < text.size())
            out += text[at] == u'&' ? "&amp;" : text[at] == u'<' ? "&lt;" : "&gt;";
        ++at;
    }
    return out;
}

// SubRip has no escapes of its own; only what a reader would take for a tag, an override, an entity or
// the arrow is written as one.
QByteArray guarded(QStringView text)
{
    QByteArray out;
    qsizetype plain = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QStringView rest = text.mid(at);
        const char *instead = nullptr;
        if (rest.front() == u'&' && characterReferenceAt(rest).length > 0)
            instead = "&amp;";
        else if (rest.front() == u'<')
            instead = "&lt;";
        else if (rest.front() == u'{')
            instead = "&#123;";
        else if (rest.startsWith(u"\\N") || rest.startsWith(u"\\h"))
            instead = "&#92;";
        else if (rest.front() == u'>' && at > 0 && text[at - 1] == u'-')
            instead = "&gt;";
        if (!instead)
            continue;
        out += text.mid(plain, at - plain).toUtf8() + instead;
        plain = at + 1;
    }
    return out + text.mid(plain).toUtf8();
}

// The cue's text with a timestamp before each word, and one after a word that ends before the next
// begins. Words without times stay with the one before them.
QByteArray timedText(const CueList &list, const Cue &cue, MediaTime stop)
{
    if (cue.firstWord == cue.wordEnd)
        return escaped(list.textOf(cue));
    const QStringView text(list.text);
    QByteArray out;
    qint32 at = cue.begin;
    for (qint32 i = cue.firstWord; i < cue.wordEnd; ++i) {
        const CueWord &word = list.words[size_t(i)];
        const bool isLast = i + 1 == cue.wordEnd;
        const qint32 next = isLast ? cue.end : list.words[size_t(i) + 1].begin;
        out += escaped(text.mid(at, word.begin - at)) + '<' + timestamp(word.start, '.') + '>'
            + escaped(text.mid(word.begin, word.end - word.begin));
        const MediaTime reached = isLast ? stop : list.words[size_t(i) + 1].start;
        const bool hasUntimed = !text.mid(word.end, next - word.end).trimmed().isEmpty();
        if (word.stop < reached && !hasUntimed)
            out += '<' + timestamp(word.stop, '.') + '>';
        at = word.end;
    }
    return out + escaped(text.mid(at, cue.end - at));
}

} // namespace

Result<QByteArray> writeWebVtt(const CueList &list)
{
    const auto times = completeTimes(list);
    if (!times)
        return failure(ErrorCode::TimesMissing);
    QByteArray out = "WEBVTT\n";
    if (!list.language.isEmpty())
        out += "Language: " + list.language.simplified().toUtf8() + '\n';
    for (size_t i = 0; i < list.cues.size(); ++i) {
        const Cue &cue = list.cues[i];
        if (!cue.continues) {
            out += '\n';
            const QStringView id = list.idOf(cue);
            if (!id.isEmpty() && !id.contains(u"-->") && !id.contains(u'\n'))
                out += id.toUtf8() + '\n';
            out += timestamp((*times)[i].start, '.') + " --> " + timestamp((*times)[i].stop, '.') + '\n';
        }
        if (cue.speaker >= 0)
            out += "<v " + escaped(list.speakerOf(cue)) + '>';
        else if (cue.continues)
            out += "</v>";
        out += timedText(list, cue, (*times)[i].stop) + '\n';
    }
    return out;
}

Result<QByteArray> writeSubRip(const CueList &list)
{
    const auto times = completeTimes(list);
    if (!times)
        return failure(ErrorCode::TimesMissing);
    // Where labels would not be read back, players leave these out.
    const bool asVoices = !list.speakers.isEmpty() && !labelsTellSpeakers(list);
    QByteArray out;
    int number = 0;
    qint32 speaker = -1;
    for (size_t i = 0; i < list.cues.size(); ++i) {
        const Cue &cue = list.cues[i];
        if (!cue.continues) {
            out += number > 0 ? "\n" : "";
            out += QByteArray::number(++number) + '\n' + timestamp((*times)[i].start, ',') + " --> "
                + timestamp((*times)[i].stop, ',') + '\n';
        }
        if (asVoices && cue.speaker >= 0)
            out += "<v " + escaped(list.speakerOf(cue)) + '>';
        else if (asVoices && cue.continues)
            out += "</v>";
        else if (cue.speaker >= 0 && cue.speaker != speaker)
            out += guarded(list.speakerOf(cue)) + ": ";
        speaker = cue.speaker;
        out += guarded(list.textOf(cue)) + '\n';
    }
    return out;
}

} // namespace earmark::formats
