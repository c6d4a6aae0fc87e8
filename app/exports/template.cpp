// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/template.h"

#include "exports/presets.h"
#include "exports/templatescan.h"
#include "exports/templatevalues.h"
#include "exports/textvalues.h"

#include <QRegularExpression>
#include <QSet>

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>

namespace earmark::exports {

using namespace Qt::StringLiterals;
using notes::ExportedChapter;
using notes::ExportedEpisode;
using notes::ExportedHighlight;
using notes::ExportedParagraph;
using notes::LinkLabels;

namespace mustache = kainjow::mustache;

namespace {

// Ends lines in the template, see prepared().
constexpr char lineSign = 5;

// What the renderer writes to, a line or its end at a time.
struct Output {
    std::string text;
    Output &operator<<(const std::string &piece)
    {
        text += piece;
        if (text.ends_with(lineSign))
            text.pop_back();
        return *this;
    }
};

// The values of an episode, made when the template names them: most templates name few, and an episode
// may have ten thousand highlights. A value is kept for as long as its highlight, or tag, is the one
// that is written.
class Values : public mustache::basic_context<std::string>
{
public:
    Values(const ExportedEpisode &episode, LinkLabels labels, const QStringList &names, bool notesAreRegions);

    void push(const mustache::data *data) override;
    void pop() override { m_levels.pop_back(); }
    const mustache::data *get(const std::string &name) const override;
    const mustache::data *get_partial(const std::string &) const override { return nullptr; }

private:
    struct Level {
        const ExportedChapter *chapter = nullptr;
        const ExportedParagraph *paragraph = nullptr;
        const ExportedHighlight *highlight = nullptr;
        const QString *tag = nullptr;
        size_t holder = 0;  // the outermost level with the same items; it holds the values of all
        quint64 serial = 0; // of the holder; each has its own
    };
    struct Value {
        quint64 serial = 0; // of the holder that it was made for
        std::optional<mustache::data> data;
    };

    enum List { Highlights, Tags, Chapters, Paragraphs };
    static constexpr std::array listNames{"highlights", "tags", "chapters", "paragraphs"};

    [[nodiscard]] const mustache::list *listAt(size_t level, std::optional<size_t> name) const;
    [[nodiscard]] std::optional<size_t> countOf(const Level &level, const QString &name) const;
    void take(Level &level, List list, size_t item, const Level &outer) const;
    [[nodiscard]] std::optional<size_t> indexOf(const std::string &name) const;
    [[nodiscard]] std::optional<mustache::data> valueAt(const Level &level, const QString &name) const;
    [[nodiscard]] std::optional<mustache::data> regionEdge(const Level &level, const QString &name) const;
    [[nodiscard]] QString noteOf(const ExportedHighlight &highlight) const;
    [[nodiscard]] static mustache::data listOf(size_t count);
    [[nodiscard]] static mustache::data dataOf(const QString &text);
    [[nodiscard]] QString regionName(const QString &kind, const Level &level) const;

    const ExportedEpisode &m_episode;
    LinkLabels m_labels;
    const QStringList &m_names;
    bool m_notesAreRegions;
    QStringList m_allTags = tagsOf(m_episode);
    std::unordered_map<std::string, size_t> m_indexes;           // of the names
    std::array<std::optional<size_t>, listNames.size()> m_lists; // the indexes of their names
    quint64 m_serial = 1;
    std::vector<Level> m_levels;
    // By the level of the holder, then by name; the renderer holds pointers into it.
    mutable std::deque<std::vector<Value>> m_values;
};

Values::Values(const ExportedEpisode &episode, LinkLabels labels, const QStringList &names, bool notesAreRegions)
    : m_episode(episode), m_labels(labels), m_names(names), m_notesAreRegions(notesAreRegions)
{
    for (const QString &name : names)
        m_indexes.emplace(name.toStdString(), m_indexes.size());
    std::ranges::transform(listNames, m_lists.begin(), [this](const char *name) { return indexOf(name); });
    m_levels.emplace_back().serial = m_serial;
}

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

std::optional<size_t> Values::indexOf(const std::string &name) const
{
    const auto found = m_indexes.find(name);
    return found == m_indexes.end() ? std::nullopt : std::optional(found->second);
}

// What the level holds under that name, where it is a list.
const mustache::list *Values::listAt(size_t level, std::optional<size_t> name) const
{
    if (!name || m_levels[level].holder != level || level >= m_values.size() || m_values[level].empty())
        return nullptr;
    const Value &value = m_values[level][*name];
    const bool isList = value.serial == m_levels[level].serial && value.data && value.data->is_list();
    return isList ? &value.data->list_value() : nullptr;
}

// Which item of a list it is, the list's place in memory tells; every other section is just entered.
void Values::push(const mustache::data *data)
{
    const auto indexIn = [data](const mustache::list *items) -> std::optional<size_t> {
        const bool within = items && !items->empty() && !std::less<>()(data, items->data())
            && std::less<>()(data, items->data() + items->size());
        return within ? std::optional(size_t(data - items->data())) : std::nullopt;
    };
    Level level = m_levels.back();
    for (size_t outer = m_levels.size(); outer-- > 0;) {
        for (size_t list = 0; list < m_lists.size() && level.holder != m_levels.size(); ++list) {
            if (const auto item = indexIn(listAt(outer, m_lists[list]))) {
                take(level, List(list), *item, m_levels[outer]);
                level.holder = m_levels.size();
                level.serial = ++m_serial;
            }
        }
        if (level.holder == m_levels.size())
            break;
    }
    m_levels.push_back(level);
}

void Values::take(Level &level, List list, size_t item, const Level &outer) const
{
    switch (list) {
    case Highlights: level.highlight = &m_episode.highlights[item]; break;
    case Tags: level.tag = &(outer.highlight ? outer.highlight->tags : m_allTags).at(qsizetype(item)); break;
    case Chapters: level.chapter = &m_episode.chapters[item]; break;
    case Paragraphs: level.paragraph = &m_episode.paragraphs[item]; break;
    }
}

// How many there are in the list of that name; nullopt where it is none.
std::optional<size_t> Values::countOf(const Level &level, const QString &name) const
{
    if (name == QLatin1StringView(listNames[Highlights]))
        return m_episode.highlights.size();
    if (name == QLatin1StringView(listNames[Tags]))
        return size_t((level.highlight ? level.highlight->tags : m_allTags).size());
    if (name == QLatin1StringView(listNames[Chapters]))
        return m_episode.chapters.size();
    if (name == QLatin1StringView(listNames[Paragraphs]))
        return m_episode.paragraphs.size();
    return std::nullopt;
}

QString Values::regionName(const QString &kind, const Level &level) const
{
    const QString name = QString::number(m_episode.id.value) + u'/' + kind;
    if (!level.highlight && level.paragraph)
        return name + u'/' + QString::number(level.paragraph->token);
    return level.highlight ? name + u'/' + idText(level.highlight->id) : name;
}

std::optional<mustache::data> Values::regionEdge(const Level &level, const QString &name) const
{
    if (endsRegion(name))
        return dataOf(QString(QLatin1Char(regionEnd)));
    if (!beginsRegion(name))
        return std::nullopt;
    const QString within = level.paragraph && !level.highlight ? u"text"_s : u"quote"_s;
    const QString kind = name.contains(u'.') ? name.section(u'.', 0, 0) : within;
    return dataOf(QLatin1Char(regionBegin) + regionName(kind, level) + QLatin1Char(regionNamed));
}

QString Values::noteOf(const ExportedHighlight &highlight) const
{
    const QString text = noteText(highlight.note);
    if (text.isEmpty() || !m_notesAreRegions)
        return text;
    return QLatin1Char(regionBegin) + regionName(u"note"_s, m_levels.back()) + QLatin1Char(regionNamed) + text
        + QLatin1Char(regionEnd);
}

std::optional<mustache::data> Values::valueAt(const Level &level, const QString &name) const
{
    if (auto edge = regionEdge(level, name))
        return edge;
    if (const auto count = countOf(level, name))
        return listOf(*count);
    std::optional<QString> value;
    if (level.tag)
        value = tagValue(*level.tag, name, m_labels);
    if (!value && level.highlight)
        value =
            name == u"note" ? noteOf(*level.highlight) : highlightValue(m_episode, *level.highlight, name, m_labels);
    if (!value && level.paragraph)
        value = paragraphValue(m_episode, *level.paragraph, name, m_labels);
    if (!value && level.chapter)
        value = chapterValue(m_episode, *level.chapter, name, m_labels);
    if (!value)
        value = episodeValue(m_episode, name, m_labels);
    return value ? std::optional(dataOf(*value)) : std::nullopt;
}

const mustache::data *Values::get(const std::string &name) const
{
    const std::optional<size_t> index = indexOf(name);
    if (!index)
        return nullptr;
    const Level &level = m_levels.back();
    if (m_values.size() <= level.holder)
        m_values.resize(level.holder + 1);
    std::vector<Value> &values = m_values[level.holder];
    if (values.empty())
        values = std::vector<Value>(m_indexes.size());
    Value &value = values[*index];
    if (value.serial != level.serial)
        value = {level.serial, valueAt(level, m_names.at(qsizetype(*index)))};
    return value.data ? &*value.data : nullptr;
}

// Cuts what was rendered at the edges of its regions.
class BlockCutter
{
public:
    explicit BlockCutter(QByteArrayView text) : m_text(text) {}

    // nullopt where regions do not end, or stand in each other.
    [[nodiscard]] std::optional<std::vector<Block>> cut();

private:
    void add(QByteArrayView region, QByteArrayView text);

    QByteArrayView m_text;
    std::vector<Block> m_blocks;
};

void BlockCutter::add(QByteArrayView region, QByteArrayView text)
{
    while (text.startsWith('\n'))
        text = text.sliced(1);
    // A line of blanks at the end is none either; one at the beginning may be the indent of code.
    while (!text.isEmpty() && notes::isBlank(QLatin1Char(text.back())))
        text.chop(1);
    if (!text.isEmpty())
        m_blocks.push_back({region.toByteArray(), text.toByteArray()});
}

std::optional<std::vector<Block>> BlockCutter::cut()
{
    qsizetype at = 0;
    while (true) {
        const qsizetype begin = m_text.indexOf(regionBegin, at);
        const QByteArrayView outside = begin < 0 ? m_text.sliced(at) : m_text.sliced(at, begin - at);
        if (outside.contains(regionEnd))
            return std::nullopt;
        add({}, outside);
        if (begin < 0)
            return std::move(m_blocks);
        const qsizetype named = m_text.indexOf(regionNamed, begin);
        const qsizetype end = m_text.indexOf(regionEnd, named);
        if (end < 0 || m_text.sliced(named, end - named).contains(regionBegin))
            return std::nullopt;
        add(m_text.sliced(begin + 1, named - begin - 1), m_text.sliced(named + 1, end - named - 1));
        at = end + 1;
    }
}

struct FrontMatter {
    QByteArrayView front;
    QByteArrayView body;
};

// The renderer keeps the line of a section that is left out. So lines of nothing but such a tag, or a
// comment, lose their ends here, and every other line gets a sign that keeps the renderer from taking it
// for one of these.
QString prepared(QString text)
{
    text.replace(u'\n', QLatin1Char(lineSign) + u"\n"_s);
    static const QRegularExpression alone(u"^[ \\t]*(\\{\\{[#^/!][^}]*\\}\\})[ \\t]*(?:\\x05\\n|\\z)"_s,
                                          QRegularExpression::MultilineOption);
    return text.replace(alone, u"\\1"_s);
}

// As note programs find it: from "---" in the first line to the next such line.
FrontMatter parted(QByteArrayView text)
{
    if (!text.startsWith("---\n"))
        return {{}, text};
    const qsizetype end = text.indexOf("\n---\n", 3);
    if (end < 0)
        return {{}, text};
    return {text.sliced(4, end - 3), text.sliced(end + 5)};
}

} // namespace

Result<Template> Template::parse(const QString &text, const QString &name)
{
    Template result;
    QString clean = notes::withoutControls(text);
    const auto tags = scanTemplate(clean, name);
    if (!tags)
        return tl::unexpected(tags.error());
    QSet<QString> names;
    for (const TemplateTag &tag : *tags) {
        if (!isTemplateName(tag.name))
            return failure(ErrorCode::TemplateNameUnknown, u"%1:%2: {{%3}}"_s.arg(name).arg(tag.line).arg(tag.name));
        result.m_hasRegions = result.m_hasRegions || beginsRegion(tag.name);
        names.insert(tag.name);
    }
    result.m_names = names.values();
    result.m_text = prepared(clean).toStdString();
    result.m_name = name;
    if (const mustache::mustache parsed(result.m_text); !parsed.is_valid())
        return failure(ErrorCode::TemplateTagUnsupported, name, QString::fromStdString(parsed.error_message()));
    // What cannot be seen in the tags alone shows with an episode that has everything.
    ExportedEpisode trial;
    trial.highlights.resize(1);
    trial.highlights.front().note = u"note"_s;
    trial.chapters.resize(1);
    trial.paragraphs.resize(1);
    return result.render(trial).map([&](const Document &) { return result; });
}

Result<Template> Template::load(const QString &nameOrFile)
{
    return templateText(nameOrFile).and_then([&](const QString &text) { return parse(text, nameOrFile); });
}

bool Template::hasText() const
{
    return m_names.contains(u"paragraphs"_s);
}

Result<Document> Template::render(const ExportedEpisode &episode, LinkLabels labels) const
{
    mustache::mustache renderer(m_text);
    // Every value comes escaped for Markdown or YAML already.
    renderer.set_custom_escape([](const std::string &text) { return text; });
    Values values(episode, labels, m_names, m_hasRegions);
    Output output;
    renderer.render(values, output);
    const FrontMatter parts = parted(output.text);
    auto front = BlockCutter(parts.front).cut();
    auto body = BlockCutter(parts.body).cut();
    if (!front || !body)
        return failure(ErrorCode::TemplateRegions, m_name);
    Document document{QByteArray::number(episode.id.value) + '/', *std::move(front), *std::move(body)};
    // A template without regions makes one of the whole.
    if (!m_hasRegions) {
        for (Block &block : document.body)
            block.region = document.prefix + "document";
        for (Block &block : document.frontMatter)
            block.region = document.prefix + "front";
    }
    return document;
}

} // namespace earmark::exports
