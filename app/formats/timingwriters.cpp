// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/timingwriters.h"

#include "formats/jsontext.h"

namespace earmark::formats {

using namespace transcript;

namespace {

const char *kindName(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Word: return "word";
    case TokenKind::Cue: return "cue";
    case TokenKind::Speaker: return "speaker";
    case TokenKind::Heading: return "heading";
    }
    return "word";
}

const char *originName(TimingOrigin origin)
{
    switch (origin) {
    case TimingOrigin::Estimated: return "estimated";
    case TimingOrigin::Interpolated: return "interpolated";
    case TimingOrigin::Given: return "given";
    case TimingOrigin::Aligned: return "aligned";
    case TimingOrigin::Tapped: return "tapped";
    }
    return "estimated";
}

QByteArray confidenceText(float confidence)
{
    return QByteArray::number(double(confidence), 'f', 3);
}

} // namespace

QByteArray writeTsv(const Timings &timings)
{
    QByteArray out;
    out.reserve(qsizetype(timings.size()) * 32);
    qsizetype index = 0;
    for (const WordTiming &timing : timings) {
        out += QByteArray::number(index++) + '\t' + secondsText(timing.start).toLatin1() + '\t'
            + secondsText(timing.end).toLatin1() + '\t' + confidenceText(timing.confidence) + '\n';
    }
    return out;
}

// Written by hand so that the keys keep the order a reader expects and a line is a token.
QByteArray writeJson(const Transcript &transcript, const Timings &timings)
{
    QByteArray out = "{\"tokens\":[";
    for (TokenIndex i = 0; i < transcript.count() && size_t(i) < timings.size(); ++i) {
        const WordTiming &timing = timings[size_t(i)];
        out += i == 0 ? "\n" : ",\n";
        out += "{\"index\":" + QByteArray::number(i) + ",\"text\":";
        appendJsonString(out, transcript.tokenText(i));
        out += ",\"kind\":\"";
        out += kindName(transcript.tokens[size_t(i)].kind);
        out += "\",\"start\":" + secondsText(timing.start).toLatin1() + ",\"end\":" + secondsText(timing.end).toLatin1()
            + ",\"confidence\":" + confidenceText(timing.confidence) + ",\"origin\":\"" + originName(timing.origin)
            + "\"}";
    }
    return out + "\n]}\n";
}

} // namespace earmark::formats
