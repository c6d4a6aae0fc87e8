// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/timingwriters.h"

#include "transcript/torntokens.h"

#include <algorithm>

namespace earmark::formats {

using namespace Qt::StringLiterals;
using namespace transcript;

namespace {

constexpr MediaTime longPause{600};
constexpr MediaTime shortestCaption{700};
constexpr MediaTime longestCaption{7000};
constexpr qint32 lineLength = 42;
constexpr int linesPerCaption = 2;

struct Caption {
    TokenSpan span;
    QString speaker;
    std::vector<TokenIndex> lineStarts; // the first is span.first
    MediaTime start{};
    MediaTime end{};
};

bool endsSentence(QStringView word)
{
    while (!word.isEmpty() && u"\"'”’»)]"_s.contains(word.back()))
        word.chop(1);
    // A short name with a dot is more often "Dr." or "U.S." than an end, a letter an abbreviation's.
    const bool dot = word.endsWith(u'.') && (word.size() > 3 || (word.size() > 2 && word.front().isLower()))
        && !word.chopped(1).contains(u'.');
    return dot || word.endsWith(u'?') || word.endsWith(u'!') || word.endsWith(u'…');
}

// Cuts the tokens into captions, one after the other.
class Captions
{
public:
    Captions(const Transcript &transcript, const Timings &timings)
        : m_transcript(transcript), m_timings(timings), m_inseparable(findInseparableTokens(transcript))
    {
        const TokenIndex count = std::min(transcript.count(), TokenIndex(timings.size()));
        auto turn = transcript.turns.begin();
        QString speaker;
        for (TokenIndex i = 0; i < count; ++i) {
            const bool startsTurn = turn != transcript.turns.end() && turn->first == i;
            if (startsTurn)
                speaker = turn++->speaker;
            if (m_captions.empty() || startsTurn || endsBefore(i))
                m_captions.push_back({{i, i}, speaker, {i}, timings[size_t(i)].start, timings[size_t(i)].end});
            else
                extend(i);
        }
        lengthen();
    }

    [[nodiscard]] const std::vector<Caption> &captions() const { return m_captions; }

private:
    [[nodiscard]] TokenKind kind(TokenIndex token) const { return m_transcript.tokens[size_t(token)].kind; }

    [[nodiscard]] bool isInseparable(TokenIndex token) const { return m_inseparable[size_t(token)] != 0; }

    // To the end of what is one number or abbreviation with the token: "$5. 5 million", "a. m.".
    [[nodiscard]] qint32 lengthOfLine(const Caption &caption, TokenIndex upTo) const
    {
        while (upTo + 1 < m_transcript.count() && isInseparable(upTo + 1))
            ++upTo;
        const Token &last = m_transcript.tokens[size_t(upTo)];
        return last.begin + last.length - m_transcript.tokens[size_t(caption.lineStarts.back())].begin;
    }

    [[nodiscard]] bool endsBefore(TokenIndex token) const
    {
        const Caption &caption = m_captions.back();
        const TokenIndex before = token - 1;
        if (isInseparable(token))
            return false;
        if (kind(before) == TokenKind::Cue || kind(token) == TokenKind::Cue)
            return kind(before) != kind(token) || m_transcript.tokenText(token).startsWith(u'[');
        if (m_timings[size_t(token)].start - m_timings[size_t(before)].end > longPause
            || m_timings[size_t(token)].end - caption.start > longestCaption)
            return true;
        if (kind(before) == TokenKind::Word && endsSentence(m_transcript.tokenText(before)))
            return true;
        return caption.lineStarts.size() == linesPerCaption && lengthOfLine(caption, token) > lineLength;
    }

    void extend(TokenIndex token)
    {
        Caption &caption = m_captions.back();
        if (!isInseparable(token) && lengthOfLine(caption, token) > lineLength)
            caption.lineStarts.push_back(token);
        caption.span.last = token;
        caption.end = std::max(caption.end, m_timings[size_t(token)].end);
    }

    // Too short to be read: stays as long as nothing follows. Captions never overlap, and WebVTT
    // wants each to last.
    void lengthen()
    {
        MediaTime reached{};
        for (size_t i = 0; i < m_captions.size(); ++i) {
            Caption &caption = m_captions[i];
            caption.start = std::max(caption.start, reached);
            MediaTime end = std::max(caption.end, caption.start + shortestCaption);
            if (i + 1 < m_captions.size())
                end = std::min(end, m_captions[i + 1].start);
            caption.end = std::max(end, caption.start + MediaTime(1));
            reached = caption.end;
        }
    }

    const Transcript &m_transcript;
    const Timings &m_timings;
    const std::vector<quint8> m_inseparable; // from the token before it
    std::vector<Caption> m_captions;
};

QByteArray timestamp(MediaTime time, char point)
{
    const qint64 ms = std::max<qint64>(0, time.count());
    const auto padded = [](qint64 value, int width) { return QByteArray::number(value).rightJustified(width, '0'); };
    return padded(ms / 3'600'000, 2) + ':' + padded(ms / 60'000 % 60, 2) + ':' + padded(ms / 1000 % 60, 2) + point
        + padded(ms % 1000, 3);
}

QByteArray escaped(QStringView word)
{
    QString text = word.toString();
    text.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s);
    return text.toUtf8();
}

// SubRip has no escapes of its own; only what a player would take for a tag, an entity or the arrow
// is written as one.
QByteArray guarded(QStringView word)
{
    QString text = word.toString();
    text.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u"-->"_s, u"--&gt;"_s);
    return text.toUtf8();
}

bool startsLine(const Caption &caption, TokenIndex token)
{
    return std::find(caption.lineStarts.begin(), caption.lineStarts.end(), token) != caption.lineStarts.end();
}

// A timestamp tag must lie inside its caption and rise from one to the next.
QByteArray wordTags(const Caption &caption, const Transcript &transcript, const Timings &timings)
{
    QByteArray out;
    MediaTime reached = caption.start;
    for (TokenIndex i = caption.span.first; i <= caption.span.last; ++i) {
        if (i > caption.span.first)
            out += startsLine(caption, i) ? '\n' : ' ';
        const MediaTime start = timings[size_t(i)].start;
        if (start > reached && start < caption.end) {
            out += '<' + timestamp(start, '.') + '>';
            reached = start;
        }
        out += escaped(transcript.tokenText(i));
    }
    return out;
}

} // namespace

QByteArray writeWebVtt(const Transcript &transcript, const Timings &timings)
{
    QByteArray out = "WEBVTT\n";
    const Captions captions(transcript, timings);
    for (const Caption &caption : captions.captions()) {
        const QByteArray voice = caption.speaker.isEmpty() ? QByteArray() : "<v " + escaped(caption.speaker) + '>';
        out += '\n' + timestamp(caption.start, '.') + " --> " + timestamp(caption.end, '.') + '\n' + voice
            + wordTags(caption, transcript, timings) + '\n';
    }
    return out;
}

QByteArray writeSubRip(const Transcript &transcript, const Timings &timings)
{
    QByteArray out;
    const Captions captions(transcript, timings);
    int number = 0;
    for (const Caption &caption : captions.captions()) {
        out += number > 0 ? "\n" : "";
        out += QByteArray::number(++number) + '\n' + timestamp(caption.start, ',') + " --> "
            + timestamp(caption.end, ',') + '\n';
        for (TokenIndex i = caption.span.first; i <= caption.span.last; ++i) {
            if (i > caption.span.first)
                out += startsLine(caption, i) ? '\n' : ' ';
            out += guarded(transcript.tokenText(i));
        }
        out += '\n';
    }
    return out;
}

} // namespace earmark::formats
