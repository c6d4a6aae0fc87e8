// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/templatescan.h"

namespace earmark::exports {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 60;

class Scanner
{
public:
    Scanner(const QString &text, const QString &name) : m_text(text), m_name(name) {}

    [[nodiscard]] Result<std::vector<TemplateTag>> scan();

private:
    [[nodiscard]] tl::unexpected<Error> fault(ErrorCode code, int line, QString tag) const
    {
        tag.truncate(longestShown);
        return failure(code, u"%1:%2: %3"_s.arg(m_name).arg(line).arg(tag.simplified()));
    }
    [[nodiscard]] Result<void> addTag(const QString &content, bool triple);
    [[nodiscard]] Result<void> add(TemplateTag::Kind kind, const QString &name);

    const QString &m_text;
    const QString &m_name;
    int m_line = 1;
    std::vector<TemplateTag> m_tags;
    std::vector<TemplateTag> m_open;
};

Result<void> Scanner::add(TemplateTag::Kind kind, const QString &name)
{
    const TemplateTag tag{kind, name, m_line};
    m_tags.push_back(tag);
    if (kind == TemplateTag::Kind::Section || kind == TemplateTag::Kind::Inverted)
        m_open.push_back(tag);
    if (kind != TemplateTag::Kind::End)
        return {};
    if (m_open.empty())
        return fault(ErrorCode::TemplateEndWithoutSection, m_line, u"{{/%1}}"_s.arg(name));
    if (m_open.back().name != name)
        return fault(ErrorCode::TemplateSectionOpen, m_open.back().line, u"{{#%1}}"_s.arg(m_open.back().name));
    m_open.pop_back();
    return {};
}

Result<void> Scanner::addTag(const QString &content, bool triple)
{
    using Kind = TemplateTag::Kind;
    const QString name = content.trimmed();
    const QChar sign = triple || name.isEmpty() ? QChar() : name.at(0);
    const QString rest = name.mid(1).trimmed();
    switch (sign.unicode()) {
    case u'!': return {};
    case u'#': return add(Kind::Section, rest);
    case u'^': return add(Kind::Inverted, rest);
    case u'/': return add(Kind::End, rest);
    case u'&': return add(Kind::Value, rest);
    case u'>':
    case u'=': return fault(ErrorCode::TemplateTagUnsupported, m_line, u"{{%1}}"_s.arg(name));
    default: return add(Kind::Value, name);
    }
}

Result<std::vector<TemplateTag>> Scanner::scan()
{
    qsizetype at = 0;
    while (true) {
        const qsizetype begin = m_text.indexOf("{{"_L1, at);
        if (begin < 0)
            break;
        m_line += int(QStringView(m_text).mid(at, begin - at).count(u'\n'));
        const bool triple = m_text.mid(begin + 2, 1) == u"{";
        const QLatin1StringView close = triple ? "}}}"_L1 : "}}"_L1;
        const qsizetype first = begin + (triple ? 3 : 2);
        const qsizetype end = m_text.indexOf(close, first);
        if (end < 0)
            return fault(ErrorCode::TemplateTagOpen, m_line, m_text.mid(begin, longestShown).section(u'\n', 0, 0));
        const QString content = m_text.mid(first, end - first);
        if (const auto added = addTag(content, triple); !added)
            return tl::unexpected(added.error());
        m_line += int(content.count(u'\n'));
        at = end + close.size();
    }
    if (!m_open.empty())
        return fault(ErrorCode::TemplateSectionOpen, m_open.back().line, u"{{#%1}}"_s.arg(m_open.back().name));
    return std::move(m_tags);
}

} // namespace

Result<std::vector<TemplateTag>> scanTemplate(const QString &text, const QString &name)
{
    return Scanner(text, name).scan();
}

} // namespace earmark::exports
