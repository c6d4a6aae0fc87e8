// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/noteblocks.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace earmark::notes {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype codeIndent = 4;
constexpr qsizetype tabStop = 4;

struct Container {
    enum class Kind { Quote, Item } kind = Kind::Quote;
    qsizetype width = 0;     // of a list item: columns that a line must be indented to belong to it
    bool hasContent = false; // of a list item: not only its marker so far
};

// The block at the end of the open containers that takes lines.
struct Leaf {
    enum class Kind { None, Paragraph, Fence, HtmlUntilText, HtmlUntilBlank } kind = Kind::None;
    QChar fence;
    qsizetype fenceLength = 0;
    size_t html = 0; // index into htmlBlocks
    QString tag;     // that opened the HTML block
};

// HTML blocks that only a certain text ends ("HTML blocks" in the specification, kinds 1 to 5). `close`
// ends the block; nullptr: the tag that opened it does.
struct HtmlBlock {
    const char16_t *start;
    const char16_t *end;
    const char16_t *close;
};
constexpr std::array htmlBlocks{
    HtmlBlock{u"^<(?:script|pre|style|textarea)(?:[ >]|$)", u"</(?:script|pre|style|textarea)>", nullptr},
    HtmlBlock{u"^<!--", u"-->", u"-->"},
    HtmlBlock{u"^<\\?", u"\\?>", u"?>"},
    HtmlBlock{u"^<![A-Za-z]", u">", u">"},
    HtmlBlock{u"^<!\\[CDATA\\[", u"\\]\\]>", u"]]>"},
};

QRegularExpression pattern(const char16_t *text)
{
    return QRegularExpression(QString::fromUtf16(text), QRegularExpression::CaseInsensitiveOption);
}

// Kind 6: these names, kind 7: any whole tag alone on its line. Both end at a blank line.
const QRegularExpression &blockTag()
{
    static const QRegularExpression expression(
        u"^</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
        "|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe"
        "|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|section|source|summary|table|tbody"
        "|td|tfoot|th|thead|title|tr|track|ul)(?: |/?>|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression;
}

const QRegularExpression &anyTag()
{
    static const QRegularExpression expression(
        u"^(?:<[A-Za-z][A-Za-z0-9-]*(?: +[A-Za-z_:][A-Za-z0-9_.:-]*(?: *= *(?:[^ \"'=<>`]+|'[^']*'|\"[^\"]*\"))?)* *"
        "/?>|</[A-Za-z][A-Za-z0-9-]* *>) *$"_s);
    return expression;
}

// Tabs stand for the columns up to the next multiple of four.
QString withoutTabs(const QString &line)
{
    QString expanded;
    expanded.reserve(line.size());
    for (const QChar c : line) {
        if (c == u'\t')
            expanded += QString(tabStop - expanded.size() % tabStop, u' ');
        else
            expanded += c;
    }
    return expanded;
}

// A line of nothing else is blank; other white space is text.
bool isOnlySpaces(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c == u' '; });
}

// Whether a paragraph stands open where a line begins: in the innermost block that goes on, or in one
// that goes on only if the line turns out to be its text (a lazy continuation).
enum class OpenParagraph { None, Here, Lazily };

class BlockStructure
{
public:
    void addLine(const QString &text);
    [[nodiscard]] QString closingLine() const;

private:
    struct ListMarker {
        qsizetype length = 0;
        bool canInterrupt = false; // a paragraph
    };

    [[nodiscard]] QStringView rest() const { return QStringView(m_line).mid(m_at); }
    [[nodiscard]] qsizetype indent() const;
    [[nodiscard]] bool isBlank() const { return isOnlySpaces(rest()); }
    [[nodiscard]] QStringView content() const { return rest().mid(indent()); }

    [[nodiscard]] size_t matchContainers();
    [[nodiscard]] bool continuesLeaf();
    [[nodiscard]] bool opensContainer(size_t &matched, OpenParagraph paragraph);
    [[nodiscard]] std::optional<Leaf> leafStart(OpenParagraph paragraph) const;
    [[nodiscard]] std::optional<Leaf> htmlStart(OpenParagraph paragraph) const;
    [[nodiscard]] std::optional<ListMarker> listMarker() const;
    [[nodiscard]] bool isThematicBreak() const;
    void open(size_t &matched, Container container);
    void closeFrom(size_t matched);

    QString m_line;
    qsizetype m_at = 0;
    std::vector<Container> m_containers;
    Leaf m_leaf;
};

qsizetype BlockStructure::indent() const
{
    qsizetype spaces = 0;
    while (m_at + spaces < m_line.size() && m_line.at(m_at + spaces) == u' ')
        ++spaces;
    return spaces;
}

size_t BlockStructure::matchContainers()
{
    size_t matched = 0;
    for (const Container &container : m_containers) {
        if (container.kind == Container::Kind::Quote) {
            if (indent() >= codeIndent || !content().startsWith(u'>'))
                break;
            m_at += indent() + 1;
            if (rest().startsWith(u' '))
                ++m_at;
        } else if (indent() >= container.width) {
            m_at += container.width;
        } else if (isBlank() && container.hasContent) {
            m_at = m_line.size();
        } else {
            break;
        }
        ++matched;
    }
    return matched;
}

void BlockStructure::closeFrom(size_t matched)
{
    if (matched < m_containers.size())
        m_leaf = {};
    m_containers.resize(matched);
}

void BlockStructure::open(size_t &matched, Container container)
{
    closeFrom(matched);
    m_leaf = {};
    for (Container &parent : m_containers)
        parent.hasContent = true;
    m_containers.push_back(container);
    ++matched;
}

// For a fence or an HTML block whose containers all go on.
bool BlockStructure::continuesLeaf()
{
    switch (m_leaf.kind) {
    case Leaf::Kind::None:
    case Leaf::Kind::Paragraph: return false;
    case Leaf::Kind::Fence: {
        QStringView text = content();
        qsizetype length = 0;
        while (length < text.size() && text.at(length) == m_leaf.fence)
            ++length;
        if (indent() < codeIndent && length >= m_leaf.fenceLength && isOnlySpaces(text.mid(length)))
            m_leaf = {};
        return true;
    }
    case Leaf::Kind::HtmlUntilText:
        if (pattern(htmlBlocks[m_leaf.html].end).match(rest().toString()).hasMatch())
            m_leaf = {};
        return true;
    case Leaf::Kind::HtmlUntilBlank:
        if (!isBlank())
            return true;
        m_leaf = {};
        return false;
    }
    return false;
}

std::optional<BlockStructure::ListMarker> BlockStructure::listMarker() const
{
    const QStringView text = content();
    if (text.isEmpty())
        return std::nullopt;
    qsizetype length = 0;
    bool startsAtOne = true;
    if (text.at(0) == u'-' || text.at(0) == u'+' || text.at(0) == u'*') {
        length = 1;
    } else {
        constexpr qsizetype mostDigits = 9;
        while (length < text.size() && length <= mostDigits && text.at(length) >= u'0' && text.at(length) <= u'9')
            ++length;
        if (length == 0 || length > mostDigits || length == text.size()
            || (text.at(length) != u'.' && text.at(length) != u')'))
            return std::nullopt;
        startsAtOne = text.first(length).toInt() == 1;
        ++length;
    }
    if (length < text.size() && text.at(length) != u' ')
        return std::nullopt;
    return ListMarker{length, startsAtOne && !isOnlySpaces(text.mid(length))};
}

bool BlockStructure::isThematicBreak() const
{
    static const QRegularExpression expression(uR"(^(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$)"_s);
    return expression.match(content().toString()).hasMatch();
}

bool BlockStructure::opensContainer(size_t &matched, OpenParagraph paragraph)
{
    const qsizetype spaces = indent();
    if (spaces >= codeIndent)
        return false;
    if (content().startsWith(u'>')) {
        open(matched, {Container::Kind::Quote, 0, false});
        m_at += spaces + 1;
        if (rest().startsWith(u' '))
            ++m_at;
        return true;
    }
    const std::optional<ListMarker> marker = listMarker();
    if (!marker || isThematicBreak() || (paragraph == OpenParagraph::Here && !marker->canInterrupt))
        return false;
    m_at += spaces + marker->length;
    // More than four spaces after the marker belong to indented code inside the item.
    const bool blank = isBlank();
    const qsizetype after = indent();
    const qsizetype padding = blank || after > codeIndent ? 1 : after;
    open(matched, {Container::Kind::Item, spaces + marker->length + padding, false});
    m_at = std::min(m_at + padding, m_line.size());
    return true;
}

std::optional<Leaf> BlockStructure::htmlStart(OpenParagraph paragraph) const
{
    const QString text = content().toString();
    for (size_t i = 0; i < htmlBlocks.size(); ++i) {
        if (!pattern(htmlBlocks[i].start).match(text).hasMatch())
            continue;
        if (pattern(htmlBlocks[i].end).match(text).hasMatch())
            return Leaf{};
        static const QRegularExpression name(u"^<([A-Za-z]+)"_s);
        return Leaf{Leaf::Kind::HtmlUntilText, {}, 0, i, name.match(text).captured(1)};
    }
    if (blockTag().match(text).hasMatch() || (paragraph == OpenParagraph::None && anyTag().match(text).hasMatch()))
        return Leaf{Leaf::Kind::HtmlUntilBlank, {}, 0, 0, {}};
    return std::nullopt;
}

// Headings, breaks, fences and HTML: what takes the whole line. None for text and indented code.
std::optional<Leaf> BlockStructure::leafStart(OpenParagraph paragraph) const
{
    if (indent() >= codeIndent)
        return std::nullopt;
    const QString text = content().toString();
    static const QRegularExpression heading(u"^#{1,6}(?: |$)"_s);
    static const QRegularExpression underline(u"^(?:=+|-+) *$"_s);
    static const QRegularExpression fence(u"^(?:(`{3,})[^`]*|(~{3,}).*)$"_s);
    if (const auto match = fence.match(text); match.hasMatch()) {
        const QString run = match.captured(1) + match.captured(2);
        return Leaf{Leaf::Kind::Fence, run.at(0), run.size(), 0, {}};
    }
    const bool underlined = paragraph == OpenParagraph::Here && underline.match(text).hasMatch();
    if (underlined || heading.match(text).hasMatch() || isThematicBreak())
        return Leaf{};
    return htmlStart(paragraph);
}

void BlockStructure::addLine(const QString &text)
{
    m_line = withoutTabs(text);
    m_at = 0;
    size_t matched = matchContainers();
    const bool allMatched = matched == m_containers.size();
    if (allMatched && continuesLeaf())
        return;
    OpenParagraph paragraph = m_leaf.kind != Leaf::Kind::Paragraph ? OpenParagraph::None
        : allMatched                                               ? OpenParagraph::Here
                                                                   : OpenParagraph::Lazily;
    while (!isBlank() && opensContainer(matched, paragraph))
        paragraph = OpenParagraph::None;
    const std::optional<Leaf> leaf = isBlank() ? std::nullopt : leafStart(paragraph);
    if (!isBlank() && !leaf && paragraph != OpenParagraph::None)
        return;
    closeFrom(matched);
    if (isBlank()) {
        m_leaf = {};
        return;
    }
    const bool isCode = indent() >= codeIndent;
    m_leaf = leaf.value_or(Leaf{isCode ? Leaf::Kind::None : Leaf::Kind::Paragraph, {}, 0, 0, {}});
    for (Container &container : m_containers)
        container.hasContent = true;
}

QString BlockStructure::closingLine() const
{
    if (!m_containers.empty())
        return {};
    if (m_leaf.kind == Leaf::Kind::Fence)
        return QString(m_leaf.fenceLength, m_leaf.fence);
    if (m_leaf.kind != Leaf::Kind::HtmlUntilText)
        return {};
    const char16_t *close = htmlBlocks[m_leaf.html].close;
    return close ? QString::fromUtf16(close) : u"</%1>"_s.arg(m_leaf.tag.toLower());
}

} // namespace

QString closingLine(const QString &note)
{
    BlockStructure structure;
    for (const QString &line : note.split(u'\n'))
        structure.addLine(line);
    return structure.closingLine();
}

} // namespace earmark::notes
