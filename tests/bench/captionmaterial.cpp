// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "captionmaterial.h"

#include <QRegularExpression>

#include <algorithm>
#include <random>

namespace earmark {

using namespace Qt::StringLiterals;

namespace {

bool isPlain(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

WrittenWord split(QStringView token)
{
    while (!token.isEmpty() && !isPlain(token.front()) && token.front() != u'$')
        token = token.mid(1);
    qsizetype end = token.size();
    while (end > 0 && !isPlain(token[end - 1]) && token[end - 1] != u'%' && token[end - 1] != u'\'')
        --end;
    const QStringView tail = token.mid(end);
    WrittenWord result{token.first(end).toString()};
    if (result.word.isEmpty())
        return result;
    if (tail.contains(u'?'))
        result.mark = '?';
    else if (tail.contains(u'.') || tail.contains(u'!'))
        result.mark = '.';
    else if (std::ranges::any_of(tail, [](QChar c) { return u",;:-"_s.contains(c); }))
        result.mark = ',';
    const bool upper = std::ranges::none_of(result.word, [](QChar c) { return c.isLower(); });
    if (result.word.front().isUpper())
        result.casing = upper && result.word.size() > 1 ? 'U' : 'C';
    return result;
}

QString spoken(QString line)
{
    static const QRegularExpression turn(uR"(^\*\*.+?:\*\*\s*)"_s);
    static const QRegularExpression stamp(uR"(\\?\[\d+:\d+(:\d+)?\\?\])"_s);
    static const QRegularExpression link(uR"(\[([^\]]*)\]\([^)]*\))"_s);
    static const QRegularExpression address(uR"(https?://\S+)"_s);
    static const QRegularExpression markup(uR"([*_`\\\[\]“”"])"_s);
    line = line.remove(stamp).trimmed();
    if (line.isEmpty() || u"#<|"_s.contains(line.front()) || line.startsWith(u"```"))
        return {};
    line.remove(turn).replace(link, u"\\1"_s).remove(address).remove(markup);
    return line.replace(u'’', u'\'').replace(u"…"_s, u"..."_s).replace(u"—"_s, u" - "_s).replace(u"–"_s, u" - "_s);
}

} // namespace

std::vector<WrittenWord> writtenWords(const QString &markdown)
{
    std::vector<WrittenWord> words;
    for (const QString &line : markdown.split(u'\n')) {
        const QString text = spoken(line);
        for (const QString &token : text.simplified().split(u' ', Qt::SkipEmptyParts)) {
            const WrittenWord word = split(token);
            if (!word.word.isEmpty())
                words.push_back(word);
            else if (!words.empty() && words.back().mark == 'N' && token.count(u'-') == token.size())
                words.back().mark = ',';
        }
    }
    return words;
}

std::vector<WrittenWord> misheard(const std::vector<WrittenWord> &words, double rate, quint32 seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share;
    std::vector<WrittenWord> heard;
    for (const WrittenWord &word : words) {
        const bool letters = std::ranges::all_of(word.word, [](QChar c) { return c.isLetter(); });
        const double error = letters ? share(random) / rate : 9;
        if (error < 0.4) {
            heard.push_back({words[random() % words.size()].word.toLower(), word.mark, word.casing});
        } else if (error < 0.7) {
            if (!heard.empty() && word.mark != 'N')
                heard.back().mark = word.mark;
        } else if (error < 1 && word.word.size() > 5) {
            const auto cut = qsizetype(2 + random() % size_t(word.word.size() - 4));
            heard.push_back({word.word.first(cut).toLower(), 'N', word.casing});
            heard.push_back({word.word.mid(cut).toLower(), word.mark, word.casing});
        } else {
            heard.push_back(word);
        }
    }
    return heard;
}

QString captionOf(const std::vector<WrittenWord> &words)
{
    QString text;
    for (const WrittenWord &word : words) {
        QString shown = word.word.toLower();
        if (shown == u"i" || shown.startsWith(u"i'"))
            shown[0] = u'I';
        text += shown + u' ';
    }
    return text.trimmed() + u'\n';
}

} // namespace earmark
