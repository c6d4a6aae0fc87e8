// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/formatnames.h"
#include "formats/jsontext.h"

namespace earmark::formats {

namespace {

void appendText(std::string &json, QStringView text)
{
    if (text.isEmpty())
        json += "null";
    else
        appendJsonString(json, text);
}

void appendTime(std::string &json, std::optional<MediaTime> time)
{
    if (time)
        appendSeconds(json, *time);
    else
        json += "null";
}

void appendNumber(std::string &json, int number)
{
    json += number > 0 ? std::to_string(number) : "null";
}

void appendWords(std::string &json, const CueList &list, const Cue &cue)
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

void appendCue(std::string &json, const CueList &list, const Cue &cue)
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
    std::string entry = "\n"; // many small pieces are put together faster than in a QByteArray
    for (const Cue &cue : list.cues) {
        appendCue(entry, list, cue);
        json.append(entry.data(), qsizetype(entry.size()));
        entry = ",\n";
    }
    json += "\n],\"warnings\":[";
    entry = "\n";
    for (const Warning &warning : list.warnings) {
        entry += "{\"line\":";
        appendNumber(entry, warning.line);
        entry += ",\"column\":";
        appendNumber(entry, warning.column);
        entry += ",\"message\":";
        appendJsonString(entry, message(warning));
        entry += '}';
        json.append(entry.data(), qsizetype(entry.size()));
        entry = ",\n";
    }
    json += "\n]}\n";
    return json;
}

} // namespace earmark::formats
