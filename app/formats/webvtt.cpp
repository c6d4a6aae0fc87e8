// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuebuilder.h"
#include "formats/entities.h"
#include "formats/readers.h"
#include "formats/webvttfile.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace earmark::formats {

namespace {

using namespace std::string_view_literals;

// What the specification's tokenizer takes for a tag, except that a "<" which is never closed or has
// a space after it stays text: nobody is helped by losing the rest of the caption.
bool beginsTag(QStringView text)
{
    if (text.size() < 2 || text[0] != u'<')
        return false;
    const QChar next = text[1];
    return next.isLetterOrNumber() || next == u'/' || next == u'.' || next == u'>';
}

// A tag at the end of a cue that broke off: "<c.yellow", "</v". One with a name behind it, "<v Anna so
// we", may hold words.
bool isCutTag(QStringView rest)
{
    constexpr std::array names{u"c"sv, u"i"sv, u"b"sv, u"u"sv, u"v"sv, u"rt"sv, u"ruby"sv, u"lang"sv};
    rest = rest.mid(rest.startsWith(u"</") ? 2 : 1).trimmed();
    const auto end = std::find_if_not(rest.begin(), rest.end(), [](QChar c) { return c.isLetter(); });
    const QStringView name = rest.first(end - rest.begin());
    const bool isKnown = std::any_of(names.begin(), names.end(), [name](std::u16string_view known) {
        return name == QStringView(known.data(), qsizetype(known.size()));
    });
    return isKnown && (end == rest.end() || *end == u'.')
        && std::none_of(end, rest.end(), [](QChar c) { return c.isSpace(); });
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
            return withoutReferences(inside.mid(i)).simplified();
    }
    return QString();
}

// Cue text as the specification's cue text tokenizer cuts it (W3C WebVTT, 6.4).
class CueText
{
public:
    CueText(QStringView source, CueBuilder &builder) : m_source(source), m_builder(builder) {}

    void append(qint32 begin, qint32 end)
    {
        qint32 unclosedFrom = end; // from here on no "<" is ever closed
        for (qint32 at = begin; at < end;) {
            const qint32 plain = plainEnd(at, end);
            m_builder.addText(m_source.mid(at, plain - at), at);
            at = plain;
            if (at == end)
                break;
            const QStringView rest = m_source.mid(at, end - at);
            const bool mayBeTag = at < unclosedFrom && beginsTag(rest);
            const qsizetype tag = mayBeTag ? rest.indexOf(u'>') + 1 : 0;
            if (tag > 0) {
                takeTag(rest.first(tag));
                at += qint32(tag);
                continue;
            }
            if (mayBeTag && isCutTag(rest))
                return;
            if (mayBeTag)
                unclosedFrom = at;
            const CharacterReference reference = characterReferenceAt(rest);
            if (reference.length > 0)
                m_builder.addWritten(reference.decoded, at, qint32(reference.length));
            else
                m_builder.addText(rest.first(1), at);
            at += qint32(std::max<qsizetype>(1, reference.length));
        }
    }

private:
    [[nodiscard]] qint32 plainEnd(qint32 at, qint32 end) const
    {
        while (at < end && m_source[at] != u'<' && m_source[at] != u'&')
            ++at;
        return at;
    }

    void takeTag(QStringView tag)
    {
        if (const std::optional<QString> voice = voiceOf(tag))
            m_builder.setSpeaker(*voice);
        else if (const std::optional<MediaTime> time = parseWebVttTimestamp(tag.mid(1, tag.size() - 2)))
            m_builder.addMark(*time);
    }

    QStringView m_source;
    CueBuilder &m_builder;
};

// Every cue as the specification's parser gives it, its text as it stands in the file.
CueList rawCues(QStringView source, const WebVttFile &file, CueBuilder &builder)
{
    CueList list = builder.finishRaw();
    for (const WebVttCue &from : file.cues()) {
        Cue cue;
        cue.begin = qint32(list.text.size());
        list.text += source.mid(from.textBegin, from.textEnd - from.textBegin);
        // Line ends are "\n", as the specification's first step makes them.
        if (QStringView(list.text).mid(cue.begin).contains(u'\r')) {
            QString text = list.text.mid(cue.begin);
            text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
            list.text.truncate(cue.begin);
            list.text += text;
        }
        cue.end = qint32(list.text.size());
        cue.idBegin = qint32(list.ids.size());
        list.ids += from.id;
        cue.idEnd = qint32(list.ids.size());
        cue.start = from.start;
        cue.stop = from.end;
        cue.line = from.line;
        list.cues.push_back(cue);
    }
    return list;
}

} // namespace

CueList readWebVtt(const QString &text, CueTextForm form)
{
    QString source = text;
    if (source.contains(QChar(u'\0')))
        source.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    WebVttFile file(source, form == CueTextForm::Raw ? WebVttFile::Reading::Strict : WebVttFile::Reading::Lenient);
    file.parse();
    CueBuilder builder(transcript::SourceFormat::WebVtt);
    builder.setLanguage(file.language());
    for (const Warning &warning : file.warnings())
        builder.warn(warning.kind, warning.line, warning.column);
    if (form == CueTextForm::Raw)
        return rawCues(source, file, builder);
    CueText cueText(source, builder);
    for (const WebVttCue &cue : file.cues()) {
        builder.beginCue(cue.start, cue.end, cue.line, cue.id);
        cueText.append(cue.textBegin, cue.textEnd);
        builder.endCue();
    }
    return builder.finish();
}

} // namespace earmark::formats
