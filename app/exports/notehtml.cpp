// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/notehtml.h"

#include "notes/links.h"
#include "notes/markdownescape.h"

#include <QRegularExpression>
#include <QStringList>

#include <md4c.h>

#include <algorithm>
#include <array>
#include <vector>

namespace earmark::exports {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEURLAUTOLINKS
    | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOHTMLSPANS;

// "&#39;", "&#x27;": the character; anything else stays as it is written.
QString decoded(const QString &reference)
{
    const bool hexadecimal = reference.startsWith(u"&#x"_s, Qt::CaseInsensitive);
    bool ok = false;
    const uint code = QStringView(reference).mid(hexadecimal ? 3 : 2).chopped(1).toUInt(&ok, hexadecimal ? 16 : 10);
    if (reference.startsWith(u"&#") && ok && code <= QChar::LastValidCodePoint)
        return notes::withoutControls(QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1));
    static const std::array<std::pair<QString, QString>, 4> common{
        {{u"&amp;"_s, u"&"_s}, {u"&lt;"_s, u"<"_s}, {u"&gt;"_s, u">"_s}, {u"&quot;"_s, u"\""_s}}};
    const auto *known =
        std::find_if(common.begin(), common.end(), [&](const auto &entry) { return entry.first == reference; });
    return known == common.end() ? reference : known->second;
}

QString valueOf(const MD_ATTRIBUTE &attribute)
{
    QString value;
    for (size_t i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const QString part = QString::fromUtf8(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        value += attribute.substr_types[i] == MD_TEXT_ENTITY ? decoded(part) : part;
    }
    return value;
}

// Those that only lead somewhere.
bool isHarmless(const QString &link)
{
    static const QRegularExpression scheme(u"^\\s*([A-Za-z][A-Za-z0-9+.\\-]*)\\s*:"_s);
    static const QStringList known{u"http"_s, u"https"_s, u"mailto"_s, u"earmark"_s, u"file"_s};
    const auto match = scheme.match(link);
    return !match.hasMatch() || known.contains(match.captured(1), Qt::CaseInsensitive);
}

class Writer
{
public:
    explicit Writer(EpisodeId episode) : m_episode(episode) {}

    void enter(MD_BLOCKTYPE type, const void *detail);
    void leave(MD_BLOCKTYPE type, const void *detail);
    void enter(MD_SPANTYPE type, const void *detail);
    void leave(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const QString &text);
    [[nodiscard]] QString result() && { return std::move(m_html); }

private:
    void beginLink(const QString &target);
    void endLink();

    EpisodeId m_episode;
    QString m_html;
    std::vector<bool> m_links; // begun, from the outermost on: whether it has a tag
};

QString headingOf(const void *detail)
{
    // The page's title is the first level.
    return u"h"_s + QString::number(std::min(6U, static_cast<const MD_BLOCK_H_DETAIL *>(detail)->level + 1));
}

QString listItem(const MD_BLOCK_LI_DETAIL &item)
{
    if (!item.is_task)
        return u"<li>"_s;
    return u"<li class=\"task\">"_s + (item.task_mark == ' ' ? u"☐ "_s : u"☑ "_s);
}

QString cellAlign(const void *detail)
{
    switch (static_cast<const MD_BLOCK_TD_DETAIL *>(detail)->align) {
    case MD_ALIGN_LEFT: return u" style=\"text-align: left\""_s;
    case MD_ALIGN_CENTER: return u" style=\"text-align: center\""_s;
    case MD_ALIGN_RIGHT: return u" style=\"text-align: right\""_s;
    case MD_ALIGN_DEFAULT: break;
    }
    return {};
}

void Writer::enter(MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE: m_html += u"<blockquote>\n"_s; break;
    case MD_BLOCK_UL: m_html += u"<ul>\n"_s; break;
    case MD_BLOCK_OL:
        m_html += u"<ol start=\"%1\">\n"_s.arg(static_cast<const MD_BLOCK_OL_DETAIL *>(detail)->start);
        break;
    case MD_BLOCK_LI: m_html += listItem(*static_cast<const MD_BLOCK_LI_DETAIL *>(detail)); break;
    case MD_BLOCK_HR: m_html += u"<hr/>\n"_s; break;
    case MD_BLOCK_H: m_html += u"<%1>"_s.arg(headingOf(detail)); break;
    case MD_BLOCK_CODE: m_html += u"<pre><code>"_s; break;
    case MD_BLOCK_P: m_html += u"<p>"_s; break;
    case MD_BLOCK_TABLE: m_html += u"<table>\n"_s; break;
    case MD_BLOCK_THEAD: m_html += u"<thead>\n"_s; break;
    case MD_BLOCK_TBODY: m_html += u"<tbody>\n"_s; break;
    case MD_BLOCK_TR: m_html += u"<tr>"_s; break;
    case MD_BLOCK_TH: m_html += u"<th%1>"_s.arg(cellAlign(detail)); break;
    case MD_BLOCK_TD: m_html += u"<td%1>"_s.arg(cellAlign(detail)); break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML: break;
    }
}

void Writer::leave(MD_BLOCKTYPE type, const void *detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE: m_html += u"</blockquote>\n"_s; break;
    case MD_BLOCK_UL: m_html += u"</ul>\n"_s; break;
    case MD_BLOCK_OL: m_html += u"</ol>\n"_s; break;
    case MD_BLOCK_LI: m_html += u"</li>\n"_s; break;
    case MD_BLOCK_H: m_html += u"</%1>\n"_s.arg(headingOf(detail)); break;
    case MD_BLOCK_CODE: m_html += u"</code></pre>\n"_s; break;
    case MD_BLOCK_P: m_html += u"</p>\n"_s; break;
    case MD_BLOCK_TABLE: m_html += u"</table>\n"_s; break;
    case MD_BLOCK_THEAD: m_html += u"</thead>\n"_s; break;
    case MD_BLOCK_TBODY: m_html += u"</tbody>\n"_s; break;
    case MD_BLOCK_TR: m_html += u"</tr>\n"_s; break;
    case MD_BLOCK_TH: m_html += u"</th>"_s; break;
    case MD_BLOCK_TD: m_html += u"</td>"_s; break;
    case MD_BLOCK_HR:
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML: break;
    }
}

// One within another is none: HTML has no such thing.
void Writer::beginLink(const QString &target)
{
    const bool nested = std::find(m_links.begin(), m_links.end(), true) != m_links.end();
    m_links.push_back(!nested && isHarmless(target));
    if (!m_links.back())
        return;
    const auto place = notes::readEpisodeLink(target);
    const QString time = place && place->episode == m_episode && place->time
        ? u" data-t=\"%1\""_s.arg(notes::linkSeconds(*place->time))
        : QString();
    m_html += u"<a href=\"%1\"%2>"_s.arg(target.toHtmlEscaped(), time);
}

void Writer::endLink()
{
    if (m_links.back())
        m_html += u"</a>"_s;
    m_links.pop_back();
}

void Writer::enter(MD_SPANTYPE type, const void *detail)
{
    switch (type) {
    case MD_SPAN_EM: m_html += u"<em>"_s; break;
    case MD_SPAN_STRONG: m_html += u"<strong>"_s; break;
    case MD_SPAN_DEL: m_html += u"<del>"_s; break;
    case MD_SPAN_CODE: m_html += u"<code>"_s; break;
    case MD_SPAN_A: beginLink(valueOf(static_cast<const MD_SPAN_A_DETAIL *>(detail)->href)); break;
    case MD_SPAN_IMG: beginLink(valueOf(static_cast<const MD_SPAN_IMG_DETAIL *>(detail)->src)); break;
    default: break; // of dialects that are not asked for
    }
}

void Writer::leave(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM: m_html += u"</em>"_s; break;
    case MD_SPAN_STRONG: m_html += u"</strong>"_s; break;
    case MD_SPAN_DEL: m_html += u"</del>"_s; break;
    case MD_SPAN_CODE: m_html += u"</code>"_s; break;
    case MD_SPAN_A:
    case MD_SPAN_IMG: endLink(); break;
    default: break;
    }
}

void Writer::text(MD_TEXTTYPE type, const QString &text)
{
    switch (type) {
    case MD_TEXT_NULLCHAR: m_html += QChar(QChar::ReplacementCharacter); break;
    case MD_TEXT_BR: m_html += u"<br/>\n"_s; break;
    case MD_TEXT_SOFTBR: m_html += u'\n'; break;
    case MD_TEXT_ENTITY: {
        // Of those with a name the browser knows more.
        const QString character = decoded(text);
        m_html += character == text ? text : character.toHtmlEscaped();
        break;
    }
    default: m_html += text.toHtmlEscaped(); break;
    }
}

} // namespace

QString noteHtml(const QString &note, EpisodeId episode)
{
    const QByteArray markdown = notes::withoutControls(note).toUtf8();
    Writer writer(episode);
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *to) {
        static_cast<Writer *>(to)->enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *detail, void *to) {
        static_cast<Writer *>(to)->leave(type, detail);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *to) {
        static_cast<Writer *>(to)->enter(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *to) {
        static_cast<Writer *>(to)->leave(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *to) {
        static_cast<Writer *>(to)->text(type, QString::fromUtf8(text, qsizetype(size)));
        return 0;
    };
    // It can only fail for want of memory.
    if (md_parse(markdown.constData(), MD_SIZE(markdown.size()), &parser, &writer) != 0)
        return u"<pre>"_s + QString::fromUtf8(markdown).toHtmlEscaped() + u"</pre>\n"_s;
    return std::move(writer).result();
}

} // namespace earmark::exports
