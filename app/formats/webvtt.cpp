// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/captions.h"
#include "formats/webvttfile.h"

namespace earmark::formats {

using namespace Qt::StringLiterals;
using transcript::TokenIndex;

namespace {

QString decodeReferences(QStringView text)
{
    QString decoded;
    for (qsizetype i = 0; i < text.size();) {
        const CharacterReference reference = characterReferenceAt(text.mid(i));
        decoded += reference.length > 0 ? reference.decoded : QString(text[i]);
        i += std::max<qsizetype>(1, reference.length);
    }
    return decoded;
}

// What the specification's tokenizer takes for a tag, except that a "<" which is never closed or has
// a space after it stays text: nobody is helped by losing the rest of the caption.
bool beginsTag(QStringView text)
{
    if (text.size() < 2 || text[0] != u'<')
        return false;
    const QChar next = text[1];
    return next.isLetterOrNumber() || next == u'/' || next == u'.' || next == u'>';
}

// The name in "<v.loud Anna Smith>"; nullopt for other tags, empty for "</v>".
std::optional<QString> voiceOf(QStringView tag)
{
    const QStringView inside = tag.mid(1, tag.size() - 2);
    if (inside == u"/v")
        return QString();
    if (!inside.startsWith(u'v') || inside.size() < 2 || (inside[1] != u'.' && !inside[1].isSpace()))
        return std::nullopt;
    for (qsizetype i = 1; i < inside.size(); ++i) {
        if (inside[i].isSpace())
            return decodeReferences(inside.mid(i)).simplified();
    }
    return QString();
}

class CueText
{
public:
    CueText(QStringView source, PieceList &pieces) : m_source(source), m_pieces(pieces) {}

    // Returns the timestamps in the text, in its order.
    std::vector<CaptionCollector::Mark> append(qint32 begin, qint32 end)
    {
        m_marks.clear();
        bool hadVoice = false;
        for (qint32 at = begin; at < end;) {
            const QStringView rest = m_source.mid(at, end - at);
            const qsizetype tag = beginsTag(rest) && m_unclosedBefore <= at ? rest.indexOf(u'>') + 1 : 0;
            if (tag > 0) {
                if (const std::optional<QString> voice = voiceOf(rest.first(tag))) {
                    flush();
                    m_pieces.setVoice(*voice);
                    hadVoice = true;
                } else if (const std::optional<MediaTime> time = parseWebVttTimestamp(rest.mid(1, tag - 2))) {
                    m_times.emplace_back(m_plain.text.size(), *time);
                }
                at += qint32(tag);
                continue;
            }
            if (beginsTag(rest))
                m_unclosedBefore = end;
            const CharacterReference reference = characterReferenceAt(rest);
            const qint32 next = at + qint32(std::max<qsizetype>(1, reference.length));
            if (reference.length > 0) {
                for (const QChar c : reference.decoded)
                    m_plain.add(c, at, next);
            } else {
                m_plain.add(m_source[at] == u'\r' ? QChar(u'\n') : m_source[at], at, next);
            }
            if (!hadVoice && !m_plain.text.back().isSpace()) {
                m_pieces.setVoice({});
                hadVoice = true;
            }
            at = next;
        }
        flush();
        return std::move(m_marks);
    }

private:
    void flush()
    {
        placeMarks();
        m_pieces.appendMapped(m_plain.text, m_plain.sourceBegins, m_plain.sourceEnds);
        m_plain = {};
    }

    // A timestamp is of the first word that begins at it or after it.
    void placeMarks()
    {
        TokenIndex piece = m_pieces.count();
        qsizetype reached = 0;
        for (const auto &[place, time] : m_times) {
            for (; reached < place; ++reached) {
                const bool begins = reached == 0 || m_plain.text[reached - 1].isSpace();
                piece += begins && !m_plain.text[reached].isSpace() ? 1 : 0;
            }
            m_marks.push_back({piece, time});
        }
        m_times.clear();
    }

    QStringView m_source;
    PieceList &m_pieces;
    PlainCaption m_plain;
    std::vector<std::pair<qsizetype, MediaTime>> m_times; // by characters of m_plain
    std::vector<CaptionCollector::Mark> m_marks;
    qint32 m_unclosedBefore = 0; // up to here no further "<" is ever closed
};

} // namespace

ParsedTranscript parseWebVtt(const QString &text)
{
    QString source = text;
    source.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    WebVttFile file(source);
    file.parse();
    CaptionCollector captions;
    CueText cueText(source, captions.pieces());
    for (const WebVttCue &cue : file.cues()) {
        const TokenIndex first = captions.pieces().count();
        std::vector<CaptionCollector::Mark> marks = cueText.append(cue.textBegin, cue.textEnd);
        captions.finishCaption(first, CaptionCollector::Times{cue.start, cue.end}, cue.line, std::move(marks));
    }
    for (const Warning &warning : file.warnings())
        captions.warn(warning.kind, warning.line, warning.column);
    ParsedTranscript parsed = captions.finish(transcript::SourceFormat::WebVtt);
    parsed.transcript.language = file.language();
    return parsed;
}

} // namespace earmark::formats
