// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/formatnames.h"
#include "formats/jsontext.h"

namespace earmark::formats {

namespace {

void appendText(QByteArray &json, QStringView text)
{
    if (text.isEmpty())
        json += "null";
    else
        appendJsonString(json, text);
}

void appendTime(QByteArray &json, std::optional<MediaTime> time)
{
    if (time)
        appendSeconds(json, *time);
    else
        json += "null";
}

void appendNumber(QByteArray &json, int number)
{
    json += number > 0 ? QByteArray::number(number) : QByteArray("null");
}

void appendWords(QByteArray &json, const CueList &list, const Cue &cue)
{
    if (cue.firstWord == cue.wordEnd) {
        json += "null";
        return;
    }
    for (qint32 i = cue.firstWord; i < cue.wordEnd; ++i) {
        const CueWord &word = list.words[size_t(i)];
        json += i == cue.firstWord ? "[{\"text\":" : ",{\"text\":";
        appendJsonString(json, list.textOf(word));
        json += ",\"start\":";
        appendSeconds(json, word.start);
        json += ",\"end\":";
        appendSeconds(json, word.stop);
        json += '}';
    }
    json += ']';
}

void appendCue(QByteArray &json, const CueList &list, const Cue &cue)
{
    json += "{\"id\":";
    appendText(json, list.idOf(cue));
    json += ",\"start\":";
    appendTime(json, cue.start);
    json += ",\"end\":";
    appendTime(json, cue.stop);
    json += ",\"speaker\":";
    appendText(json, list.speakerOf(cue));
    json += ",\"text\":";
    appendJsonString(json, list.textOf(cue));
    json += ",\"words\":";
    appendWords(json, list, cue);
    json += '}';
}

} // namespace

QByteArray writeCuesJson(const CueList &list, const std::function<QString(const Warning &)> &message)
{
    QByteArray json;
    json.reserve(list.text.size() + qsizetype(list.cues.size()) * 90 + qsizetype(list.words.size()) * 48 + 256);
    json += "{\"format\":\"";
    json += formatName(list.format);
    json += "\",\"cues\":[";
    const char *separator = "\n";
    for (const Cue &cue : list.cues) {
        json += separator;
        appendCue(json, list, cue);
        separator = ",\n";
    }
    json += "\n],\"warnings\":[";
    separator = "\n";
    for (const Warning &warning : list.warnings) {
        json += separator;
        json += "{\"line\":";
        appendNumber(json, warning.line);
        json += ",\"column\":";
        appendNumber(json, warning.column);
        json += ",\"message\":";
        appendJsonString(json, message(warning));
        json += '}';
        separator = ",\n";
    }
    json += "\n]}\n";
    return json;
}

} // namespace earmark::formats
