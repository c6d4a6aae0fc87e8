// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/template.h"

#include "exports/presets.h"
#include "exports/templatescan.h"
#include "exports/templatevalues.h"

#include <QRegularExpression>

#include <kainjow/mustache.hpp>

#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>

namespace earmark::exports {

using namespace Qt::StringLiterals;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::LinkLabels;

namespace mustache = kainjow::mustache;

namespace {

// What the renderer writes to.
struct Output {
    std::string text;
    Output &operator<<(const std::string &piece)
    {
        text += piece;
        return *this;
    }
};

// The values of an episode, made when the template names them: most templates name few, and an episode
// may have ten thousand highlights. A value is kept for as long as its highlight, or tag, is the one
// that is written.
class Values : public mustache::basic_context<std::string>
{
public:
    Values(const ExportedEpisode &episode, LinkLabels labels, bool notesAreRegions)
        : m_episode(episode), m_labels(labels), m_notesAreRegions(notesAreRegions)
    {
        m_levels.emplace_back();
    }

    void push(const mustache::data *data) override;
    void pop() override { m_levels.pop_back(); }
    const mustache::data *get(const std::string &name) const override;
    const mustache::data *get_partial(const std::string &) const override { return nullptr; }

private:
    struct Level {
        const ExportedHighlight *highlight = nullptr;
        const QString *tag = nullptr;
        size_t holder = 0; // the outermost level with the same highlight and tag; it holds the values of all
        mutable std::unordered_map<std::string, mustache::data> values;
    };

    [[nodiscard]] std::optional<mustache::data> valueAt(const Level &level, const QString &name) const;
    [[nodiscard]] std::optional<mustache::data> regionEdge(const Level &level, const QString &name) const;
    [[nodiscard]] QString noteOf(const ExportedHighlight &highlight) const;
    [[nodiscard]] static mustache::data listOf(size_t count);
    [[nodiscard]] static mustache::data dataOf(const QString &text);
    [[nodiscard]] QString regionName(const QString &kind, const Level &level) const;

    const ExportedEpisode &m_episode;
    LinkLabels m_labels;
    bool m_notesAreRegions;
    QStringList m_allTags = tagsOf(m_episode);
    std::deque<Level> m_levels; // the renderer holds pointers into it
};

// An empty value counts as none in a section.
mustache::data Values::dataOf(const QString &text)
{
    return text.isEmpty() ? mustache::data(false) : mustache::data(text.toStdString());
}

mustache::data Values::listOf(size_t count)
{
    mustache::list items;
    items.reserve(count);
    for (size_t i = 0; i < count; ++i)
        items.emplace_back(true);
    return {items};
}

// Which item of a list it is, the list's place in memory tells; every other section is just entered.
void Values::push(const mustache::data *data)
{
    Level level{m_levels.back().highlight, m_levels.back().tag, m_levels.back().holder, {}};
    for (auto outer = m_levels.rbegin(); outer != m_levels.rend(); ++outer) {
        const auto indexIn = [&](const char *name) -> std::optional<size_t> {
            const auto list = outer->values.find(name);
            if (list == outer->values.end() || !list->second.is_list())
                return std::nullopt;
            const auto &items = list->second.list_value();
            const bool within = !items.empty() && !std::less<>()(data, items.data())
                && std::less<>()(data, items.data() + items.size());
            return within ? std::optional(size_t(data - items.data())) : std::nullopt;
        };
        if (const auto index = indexIn("highlights")) {
            level.highlight = &m_episode.highlights[*index];
            level.holder = m_levels.size();
            break;
        }
        if (const auto index = indexIn("tags")) {
            level.tag = &(outer->highlight ? outer->highlight->tags : m_allTags).at(qsizetype(*index));
            level.holder = m_levels.size();
            break;
        }
    }
    m_levels.push_back(std::move(level));
}

QString Values::regionName(const QString &kind, const Level &level) const
{
    const QString name = QString::number(m_episode.id.value) + u'/' + kind;
    return level.highlight ? name + u'/' + level.highlight->id.value.toString(QUuid::WithoutBraces) : name;
}

std::optional<mustache::data> Values::regionEdge(const Level &level, const QString &name) const
{
    if (endsRegion(name))
        return dataOf(QString(regionEnd));
    if (!beginsRegion(name))
        return std::nullopt;
    const QString kind = name.contains(u'.') ? name.section(u'.', 0, 0) : u"quote"_s;
    return dataOf(regionBegin + regionName(kind, level) + regionNamed);
}

QString Values::noteOf(const ExportedHighlight &highlight) const
{
    const QString text = noteText(highlight.note);
    if (text.isEmpty() || !m_notesAreRegions)
        return text;
    return regionBegin + regionName(u"note"_s, m_levels.back()) + regionNamed + text + regionEnd;
}

std::optional<mustache::data> Values::valueAt(const Level &level, const QString &name) const
{
    if (auto edge = regionEdge(level, name))
        return edge;
    if (name == u"highlights")
        return listOf(m_episode.highlights.size());
    if (name == u"tags")
        return listOf(size_t((level.highlight ? level.highlight->tags : m_allTags).size()));
    std::optional<QString> value;
    if (level.tag)
        value = tagValue(*level.tag, name, m_labels);
    if (!value && level.highlight)
        value =
            name == u"note" ? noteOf(*level.highlight) : highlightValue(m_episode, *level.highlight, name, m_labels);
    if (!value)
        value = episodeValue(m_episode, name, m_labels);
    return value ? std::optional(dataOf(*value)) : std::nullopt;
}

const mustache::data *Values::get(const std::string &name) const
{
    const Level &level = m_levels[m_levels.back().holder];
    if (const auto known = level.values.find(name); known != level.values.end())
        return &known->second;
    auto value = valueAt(level, QString::fromStdString(name));
    return value ? &level.values.emplace(name, *std::move(value)).first->second : nullptr;
}

// Cuts what was rendered at the edges of its regions.
class BlockCutter
{
public:
    explicit BlockCutter(const QString &text) : m_text(text) {}

    // nullopt where regions do not end, or stand in each other.
    [[nodiscard]] std::optional<std::vector<Block>> cut();

private:
    void add(const QString &region, QStringView text);

    const QString &m_text;
    std::vector<Block> m_blocks;
};

void BlockCutter::add(const QString &region, QStringView text)
{
    while (text.startsWith(u'\n'))
        text = text.mid(1);
    // A line of blanks at the end is none either; one at the beginning may be the indent of code.
    while (!text.isEmpty() && notes::isBlank(text.back()))
        text.chop(1);
    if (!text.isEmpty())
        m_blocks.push_back({region, text.toString()});
}

std::optional<std::vector<Block>> BlockCutter::cut()
{
    const QStringView text(m_text);
    qsizetype at = 0;
    while (true) {
        const qsizetype begin = m_text.indexOf(regionBegin, at);
        const qsizetype outside = begin < 0 ? m_text.size() : begin;
        if (const qsizetype end = m_text.indexOf(regionEnd, at); end >= 0 && end < outside)
            return std::nullopt;
        add({}, text.mid(at, outside - at));
        if (begin < 0)
            return std::move(m_blocks);
        const qsizetype named = m_text.indexOf(regionNamed, begin);
        const qsizetype end = m_text.indexOf(regionEnd, named);
        const qsizetype next = m_text.indexOf(regionBegin, named);
        if (end < 0 || (next >= 0 && next < end))
            return std::nullopt;
        add(m_text.mid(begin + 1, named - begin - 1), text.mid(named + 1, end - named - 1));
        at = end + 1;
    }
}

struct FrontMatter {
    QString front;
    QString body;
};

// The renderer keeps the line of a section that is left out. So lines of nothing but such a tag, or a
// comment, lose their ends here, and every other line gets a sign that keeps the renderer from taking it
// for one of these.
constexpr QChar lineSign = QChar(5);

QString prepared(QString text)
{
    text.replace(u'\n', lineSign + u"\n"_s);
    static const QRegularExpression alone(u"^[ \\t]*(\\{\\{[#^/!][^}]*\\}\\})[ \\t]*(?:\\x05\\n|\\z)"_s,
                                          QRegularExpression::MultilineOption);
    return text.replace(alone, u"\\1"_s);
}

// As note programs find it: from "---" in the first line to the next such line.
FrontMatter parted(const QString &text)
{
    if (!text.startsWith("---\n"_L1))
        return {{}, text};
    const qsizetype end = text.indexOf("\n---\n"_L1, 3);
    if (end < 0)
        return {{}, text};
    return {text.mid(4, end - 3), text.mid(end + 5)};
}

} // namespace

Result<Template> Template::parse(const QString &text, const QString &name)
{
    Template result;
    QString clean = notes::withoutControls(text);
    const auto tags = scanTemplate(clean, name);
    if (!tags)
        return tl::unexpected(tags.error());
    for (const TemplateTag &tag : *tags) {
        if (!isTemplateName(tag.name))
            return failure(ErrorCode::TemplateNameUnknown, u"%1:%2: {{%3}}"_s.arg(name).arg(tag.line).arg(tag.name));
        result.m_hasRegions = result.m_hasRegions || beginsRegion(tag.name);
    }
    result.m_text = prepared(clean).toStdString();
    result.m_name = name;
    if (const mustache::mustache parsed(result.m_text); !parsed.is_valid())
        return failure(ErrorCode::TemplateTagUnsupported, name, QString::fromStdString(parsed.error_message()));
    // What cannot be seen in the tags alone shows with an episode that has everything.
    ExportedEpisode trial;
    trial.highlights.resize(1);
    trial.highlights.front().note = u"note"_s;
    return result.render(trial).map([&](const Document &) { return result; });
}

Result<Template> Template::load(const QString &nameOrFile)
{
    return templateText(nameOrFile).and_then([&](const QString &text) { return parse(text, nameOrFile); });
}

Result<Document> Template::render(const ExportedEpisode &episode, LinkLabels labels) const
{
    mustache::mustache renderer(m_text);
    // Every value comes escaped for Markdown or YAML already.
    renderer.set_custom_escape([](const std::string &text) { return text; });
    Values values(episode, labels, m_hasRegions);
    Output output;
    renderer.render(values, output);
    const FrontMatter parts = parted(QString::fromStdString(output.text).remove(lineSign));
    auto front = BlockCutter(parts.front).cut();
    auto body = BlockCutter(parts.body).cut();
    if (!front || !body)
        return failure(ErrorCode::TemplateRegions, m_name);
    Document document{u"%1/"_s.arg(episode.id.value), *std::move(front), *std::move(body)};
    // A template without regions makes one of the whole.
    if (!m_hasRegions) {
        for (Block &block : document.body)
            block.region = document.prefix + u"document"_s;
        for (Block &block : document.frontMatter)
            block.region = document.prefix + u"front"_s;
    }
    return document;
}

} // namespace earmark::exports
