// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/jsontext.h"

namespace earmark::formats {

namespace {

void appendField(QByteArray &json, const char *name, QStringView text)
{
    json += name;
    appendJsonString(json, text);
}

void appendTime(QByteArray &json, const char *name, MediaTime time)
{
    json += name;
    appendSeconds(json, time);
}

} // namespace

Result<QByteArray> writePodcastJson(const CueList &list)
{
    const auto times = completeTimes(list);
    if (!times)
        return failure(ErrorCode::TimesMissing);
    QByteArray json = "{\"version\":\"1.0.0\",\"segments\":[";
    const char *separator = "\n{";
    for (size_t i = 0; i < list.cues.size(); ++i) {
        const Cue &cue = list.cues[i];
        json += separator;
        separator = ",\n{";
        if (cue.speaker >= 0) {
            appendField(json, "\"speaker\":", list.speakerOf(cue));
            json += ',';
        }
        appendTime(json, "\"startTime\":", (*times)[i].start);
        appendTime(json, ",\"endTime\":", (*times)[i].stop);
        appendField(json, ",\"body\":", list.textOf(cue));
        json += '}';
    }
    return json + "\n]}\n";
}

QByteArray writeWhisperJson(const CueList &list)
{
    QByteArray json = "{";
    if (!list.language.isEmpty()) {
        appendField(json, "\"language\":", list.language);
        json += ',';
    }
    json += "\"segments\":[";
    int number = 0;
    for (const Cue &cue : list.cues) {
        json += number > 0 ? ",\n{\"id\":" : "\n{\"id\":";
        json += QByteArray::number(number++);
        if (cue.start)
            appendTime(json, ",\"start\":", *cue.start);
        if (cue.stop)
            appendTime(json, ",\"end\":", *cue.stop);
        if (cue.speaker >= 0)
            appendField(json, ",\"speaker\":", list.speakerOf(cue));
        appendField(json, ",\"text\":", list.textOf(cue));
        for (qint32 i = cue.firstWord; i < cue.wordEnd; ++i) {
            const CueWord &word = list.words[size_t(i)];
            appendField(json, i == cue.firstWord ? ",\"words\":[{\"word\":" : ",{\"word\":", list.textOf(word));
            appendTime(json, ",\"start\":", word.start);
            appendTime(json, ",\"end\":", word.stop);
            json += '}';
        }
        json += cue.firstWord < cue.wordEnd ? "]}" : "}";
    }
    return json + "\n]}\n";
}

} // namespace earmark::formats
