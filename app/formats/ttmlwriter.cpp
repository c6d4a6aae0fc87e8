// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuewriters.h"
#include "formats/jsontext.h"

namespace earmark::formats {

namespace {

// What XML cannot contain becomes U+FFFD.
QByteArray escaped(QStringView text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'&')
            out += u"&amp;";
        else if (c == u'<')
            out += u"&lt;";
        else if (c == u'>')
            out += u"&gt;";
        else if (c == u'"')
            out += u"&quot;";
        else if ((c < QChar(0x20) && c != u'\t') || c == QChar(0xfffe) || c == QChar(0xffff))
            out += QChar(QChar::ReplacementCharacter);
        else
            out += c;
    }
    return out.toUtf8();
}

QByteArray lines(QStringView text)
{
    QByteArray out;
    for (qsizetype at = 0;;) {
        const qsizetype end = text.indexOf(u'\n', at);
        out += escaped(text.mid(at, end < 0 ? -1 : end - at));
        if (end < 0)
            return out;
        out += "<br/>";
        at = end + 1;
    }
}

QByteArray seconds(MediaTime time)
{
    QByteArray out;
    appendSeconds(out, std::max(MediaTime{}, time));
    return out + 's';
}

// Times of spans count from where their paragraph begins.
QByteArray content(const CueList &list, const Cue &cue, MediaTime start)
{
    const QStringView text(list.text);
    QByteArray out;
    qint32 at = cue.begin;
    for (qint32 i = cue.firstWord; i < cue.wordEnd; ++i) {
        const CueWord &word = list.words[size_t(i)];
        out += lines(text.mid(at, word.begin - at)) + "<span begin=\"" + seconds(word.start - start) + "\" end=\""
            + seconds(word.stop - start) + "\">" + lines(list.textOf(word)) + "</span>";
        at = word.end;
    }
    return out + lines(text.mid(at, cue.end - at));
}

} // namespace

Result<QByteArray> writeTtml(const CueList &list)
{
    const auto times = completeTimes(list);
    if (!times)
        return failure(ErrorCode::TimesMissing);
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" "
                     "xml:space=\"preserve\" xml:lang=\""
        + escaped(list.language) + "\">\n<head><metadata>";
    for (qsizetype i = 0; i < list.speakers.size(); ++i)
        out += "\n<ttm:agent xml:id=\"s" + QByteArray::number(i + 1) + "\" type=\"person\"><ttm:name type=\"full\">"
            + escaped(list.speakers[i]) + "</ttm:name></ttm:agent>";
    out += "\n</metadata></head>\n<body><div>\n";
    for (size_t i = 0; i < list.cues.size(); ++i) {
        const Cue &cue = list.cues[i];
        const CueTimes time = (*times)[i];
        out += "<p begin=\"" + seconds(time.start) + "\" end=\"" + seconds(time.stop) + '"';
        if (cue.speaker >= 0)
            out += " ttm:agent=\"s" + QByteArray::number(cue.speaker + 1) + '"';
        out += '>' + content(list, cue, time.start) + "</p>\n";
    }
    return out + "</div></body>\n</tt>\n";
}

} // namespace earmark::formats
