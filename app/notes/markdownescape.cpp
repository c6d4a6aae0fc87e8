// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "notes/markdownescape.h"

#include <QRegularExpression>

#include <algorithm>
#include <string_view>
#include <vector>

namespace earmark::notes {

using namespace Qt::StringLiterals;

namespace {

bool isAsciiPunctuation(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'!' && u <= u'/') || (u >= u':' && u <= u'@') || (u >= u'[' && u <= u'`') || (u >= u'{' && u <= u'~');
}

bool isAsciiLetter(QChar c)
{
    const char16_t u = c.unicode() | 0x20;
    return u >= u'a' && u <= u'z';
}

// Separators that end a line or a paragraph elsewhere than in CommonMark.
bool isLineSeparator(QChar c)
{
    return c == QChar::LineSeparator || c == QChar::ParagraphSeparator || c.unicode() == 0x85 || c == u'\v'
        || c == u'\f' || c == u'\r';
}

// Nothing of it would be changed: words with single spaces between.
bool isOneLine(QStringView text)
{
    if (text.startsWith(u' ') || text.endsWith(u' '))
        return false;
    const auto isPlain = [](QChar c) {
        return c >= u' ' && !c.isSurrogate() && (c < QChar(0x7f) || c >= QChar(0xa0)) && !isLineSeparator(c);
    };
    return std::all_of(text.begin(), text.end(), isPlain)
        && std::adjacent_find(text.begin(), text.end(), [](QChar a, QChar b) { return a == u' ' && b == u' '; })
        == text.end();
}

} // namespace

QString oneLine(QStringView text)
{
    if (isOneLine(text))
        return text.toString();
    QString spaced = text.toString();
    std::replace_if(spaced.begin(), spaced.end(), isLineSeparator, u'\n');
    spaced = withoutControls(spaced);
    QString line;
    line.reserve(spaced.size());
    for (const QChar c : std::as_const(spaced)) {
        if (!isBlank(c))
            line += c;
        else if (!line.isEmpty() && line.back() != u' ')
            line += u' ';
    }
    if (line.endsWith(u' '))
        line.chop(1);
    return line;
}

namespace {

// Three or more of the same sign, and blanks. No expression, since those give up on very long lines.
bool isRule(QStringView line)
{
    const QChar sign = line.isEmpty() ? QChar() : line.front();
    const auto isSignOrBlank = [sign](QChar c) { return c == sign || c == u' '; };
    return (sign == u'-' || sign == u'*' || sign == u'_') && line.count(sign) >= 3
        && std::all_of(line.begin(), line.end(), isSignOrBlank);
}

// Finds which characters of one line need a backslash.
class Escaper
{
public:
    explicit Escaper(QString line) : m_line(std::move(line)), m_marked(size_t(m_line.size()), false) {}

    void markInlines(LinkLabels labels);
    void markParagraphStart();
    void markHeadingEnd();
    void markEverything();
    [[nodiscard]] QString result() const;

private:
    struct Run {
        qsizetype begin = 0;
        qsizetype length = 0;
    };

    [[nodiscard]] std::vector<Run> runsOf(QChar c) const;
    [[nodiscard]] bool isPlain(qsizetype position) const;
    [[nodiscard]] bool isSpaceOrEdge(qsizetype position) const;
    [[nodiscard]] bool couldOpen(Run run) const;
    [[nodiscard]] bool couldClose(Run run) const;
    void mark(qsizetype position) { m_marked[size_t(position)] = true; }
    void mark(Run run);
    void markEmphasis(QChar delimiter);
    void markCode();
    void markBrackets(LinkLabels labels);
    void markTags();
    void markEntities();
    void markBackslashes();

    QString m_line;
    std::vector<bool> m_marked;
};

void Escaper::mark(Run run)
{
    std::fill_n(m_marked.begin() + run.begin, run.length, true);
}

std::vector<Escaper::Run> Escaper::runsOf(QChar c) const
{
    std::vector<Run> runs;
    for (qsizetype i = 0; i < m_line.size(); ++i) {
        if (m_line.at(i) != c)
            continue;
        Run run{i, 0};
        while (i < m_line.size() && m_line.at(i) == c) {
            ++run.length;
            ++i;
        }
        runs.push_back(run);
    }
    return runs;
}

bool Escaper::isSpaceOrEdge(qsizetype position) const
{
    return position < 0 || position >= m_line.size() || m_line.at(position).isSpace();
}

// Neither white space nor punctuation in any edition of CommonMark; symbols became punctuation in 0.31.
bool Escaper::isPlain(qsizetype position) const
{
    if (isSpaceOrEdge(position))
        return false;
    const QChar c = m_line.at(position);
    char32_t codePoint = c.unicode();
    if (c.isLowSurrogate() && position > 0)
        codePoint = QChar::surrogateToUcs4(m_line.at(position - 1), c);
    else if (c.isHighSurrogate() && position + 1 < m_line.size())
        codePoint = QChar::surrogateToUcs4(c, m_line.at(position + 1));
    return !QChar::isPunct(codePoint) && !QChar::isSymbol(codePoint);
}

// A superset of "left-flanking and can open", which does not hang on what counts as punctuation.
bool Escaper::couldOpen(Run run) const
{
    const qsizetype end = run.begin + run.length;
    const bool insideWord = m_line.at(run.begin) == u'_' && isPlain(run.begin - 1) && isPlain(end);
    return !isSpaceOrEdge(end) && !insideWord;
}

bool Escaper::couldClose(Run run) const
{
    const qsizetype end = run.begin + run.length;
    const bool insideWord = m_line.at(run.begin) == u'_' && isPlain(run.begin - 1) && isPlain(end);
    return !isSpaceOrEdge(run.begin - 1) && !insideWord;
}

// It takes two: a run that opens and a later one that closes.
void Escaper::markEmphasis(QChar delimiter)
{
    const std::vector<Run> runs = runsOf(delimiter);
    const auto opener = std::find_if(runs.begin(), runs.end(), [&](Run run) { return couldOpen(run); });
    if (opener == runs.end() || std::none_of(opener + 1, runs.end(), [&](Run run) { return couldClose(run); }))
        return;
    for (const Run run : runs) {
        if (couldOpen(run) || couldClose(run))
            mark(run);
    }
}

// All or none: inside a code span backslashes do nothing, so a single run left bare might find its
// partner in one that was escaped.
void Escaper::markCode()
{
    const std::vector<Run> runs = runsOf(u'`');
    if (runs.size() < 2)
        return;
    for (const Run run : runs)
        mark(run);
}

void Escaper::markBrackets(LinkLabels labels)
{
    for (qsizetype i = 0; i < m_line.size(); ++i) {
        const QChar next = i + 1 < m_line.size() ? m_line.at(i + 1) : QChar();
        if ((m_line.at(i) == u']' && next == u'(') || (m_line.at(i) == u'[' && labels == LinkLabels::Defined))
            mark(i);
    }
}

// Tags, comments, <addresses>. Without a ">" there can be only the start of an HTML block.
void Escaper::markTags()
{
    for (qsizetype i = 0; i + 1 < m_line.size(); ++i) {
        if (m_line.at(i) != u'<')
            continue;
        const QChar next = m_line.at(i + 1);
        const bool tag = isAsciiLetter(next) || next == u'/' || next == u'!' || next == u'?';
        if (tag || (next != u' ' && m_line.indexOf(u'>', i) > 0))
            mark(i);
    }
}

void Escaper::markEntities()
{
    if (!m_line.contains(u'&'))
        return;
    static const QRegularExpression entity(u"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);"_s);
    for (auto matches = entity.globalMatch(m_line); matches.hasNext();)
        mark(matches.next().capturedStart());
}

void Escaper::markBackslashes()
{
    for (qsizetype i = 0; i < m_line.size(); ++i) {
        // At the end of the line it would be a hard break if anything followed.
        if (m_line.at(i) == u'\\' && (i + 1 == m_line.size() || isAsciiPunctuation(m_line.at(i + 1))))
            mark(i);
    }
}

void Escaper::markInlines(LinkLabels labels)
{
    for (const QChar delimiter : {u'*', u'_', u'~'}) // the last one strikes through on many sites
        markEmphasis(delimiter);
    markCode();
    markBrackets(labels);
    markTags();
    markEntities();
    markBackslashes();
}

void Escaper::markParagraphStart()
{
    static constexpr std::u16string_view first(u">#-+*_0123456789`~[");
    if (m_line.isEmpty() || first.find(m_line.front().unicode()) == std::u16string_view::npos)
        return;
    static const QRegularExpression simple(u"^(?:>|#{1,6}(?= |$)|[-+*](?= |$))"_s);
    static const QRegularExpression number(u"^[0-9]{1,9}([.)])(?= |$)"_s);
    static const QRegularExpression fence(u"^(?:`{3,}|~{3,})"_s);
    if (simple.match(m_line).hasMatch() || isRule(m_line))
        mark(0);
    if (const auto match = number.match(m_line); match.hasMatch())
        mark(match.capturedStart(1));
    if (const auto match = fence.match(m_line); match.hasMatch())
        mark(Run{0, match.capturedLength()});
    if (m_line.startsWith(u'[') && m_line.contains("]:"_L1))
        mark(0);
}

// A run of "#" at the end of a heading is not part of its text.
void Escaper::markHeadingEnd()
{
    if (!m_line.endsWith(u'#'))
        return;
    static const QRegularExpression closing(u"(?:^| )(#+)$"_s);
    if (const auto match = closing.match(m_line); match.hasMatch())
        mark(match.capturedStart(1));
}

// Whatever could pair with something before or after the text, and whatever begins a block.
void Escaper::markEverything()
{
    static constexpr std::u16string_view special(u"\\`*_[]<>&~#|!$=^");
    for (qsizetype i = 0; i < m_line.size(); ++i) {
        if (special.find(m_line.at(i).unicode()) != std::u16string_view::npos)
            mark(i);
    }
    // On the line after a paragraph's a "-" could underline it.
    if (m_line.startsWith(u'-') || m_line.startsWith(u'+'))
        mark(0);
    markParagraphStart();
}

QString Escaper::result() const
{
    const auto count = std::count(m_marked.begin(), m_marked.end(), true);
    if (count == 0)
        return m_line;
    QString text(m_line.size() + count, Qt::Uninitialized);
    QChar *to = text.data();
    for (qsizetype i = 0; i < m_line.size(); ++i) {
        if (m_marked[size_t(i)])
            *to++ = u'\\';
        *to++ = m_line.at(i);
    }
    return text;
}

} // namespace

QString withoutControls(QStringView text)
{
    // Most texts hold none, and no pairs that would have to be looked at.
    const auto isPlain = [](QChar c) {
        return c == u'\n' || c == u'\t' || (c >= u' ' && !c.isSurrogate() && (c < QChar(0x7f) || c >= QChar(0xa0)));
    };
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text.toString();
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool paired = c.isHighSurrogate() ? i + 1 < text.size() && text.at(i + 1).isLowSurrogate()
                                                : !c.isLowSurrogate() || (i > 0 && text.at(i - 1).isHighSurrogate());
        if (c == u'\r') {
            if (i + 1 == text.size() || text.at(i + 1) != u'\n')
                clean += u'\n';
        } else if (c == u'\n' || c == u'\t' || (paired && c.category() != QChar::Other_Control)) {
            clean += c;
        }
    }
    return clean;
}

QString escapedText(QStringView text, MarkdownPlace place, LinkLabels labels)
{
    Escaper escaper(oneLine(text));
    if (place == MarkdownPlace::Anywhere) {
        escaper.markEverything();
        return escaper.result();
    }
    escaper.markInlines(labels);
    if (place == MarkdownPlace::ParagraphStart)
        escaper.markParagraphStart();
    if (place == MarkdownPlace::Heading)
        escaper.markHeadingEnd();
    return escaper.result();
}

QString escapedMarkdown(QStringView text, MarkdownPlace place)
{
    return escapedText(text, place, LinkLabels::None);
}

} // namespace earmark::notes
