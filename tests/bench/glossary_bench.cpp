// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What rules find and what sounds like a term: how long it takes for ten hours of speech, and what is proposed
// for transcripts that people have written, where hardly anything should be.
#include "formats/formats.h"
#include "glossary/rules.h"
#include "library/punctuation.h"
#include "library/soundalikes.h"
#include "transcript/amendments.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <cstdio>
#include <ctime>

using namespace earmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int words = 100'000;

double seconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

// Without speakers and time marks.
QString textOf(const QString &path)
{
    static const QRegularExpression speaker(u"\\*\\*.+?:\\*\\*"_s);
    static const QRegularExpression mark(u"\\\\?\\[.*?\\\\?\\]"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).remove(speaker).remove(mark);
}

void measureRules(const transcript::Transcript &transcript)
{
    std::vector<glossary::Rule> rules{glossary::makeRule(u"deep sequel"_s, u"DeepSeek"_s)};
    for (const int count : {1, 1000}) {
        while (int(rules.size()) < count)
            rules.push_back(glossary::makeRule(u"of the rule %1"_s.arg(rules.size()), u"x"_s));
        const double start = seconds();
        const size_t found = glossary::hits(transcript, rules).size();
        std::printf("%5d rule(s), %d words: %6.1f ms, %zu hits\n", count, transcript.count(),
                    (seconds() - start) * 1000, found);
    }
}

void propose(const QString &name, const transcript::Transcript &transcript, const QStringList &terms,
             const reading::PunctuationModel &model, bool listed)
{
    const double start = seconds();
    const auto found = library::findSoundalikes(transcript, u"en"_s, terms, model);
    std::printf("%s: %d words, %.2f s, %zu proposals\n", qPrintable(name), transcript.count(), seconds() - start,
                found ? found->size() : 0);
    for (const glossary::Proposal &each : listed &&found ? *found : std::vector<glossary::Proposal>())
        std::printf("    %s -> %s (%.2f)\n", qPrintable(transcript::wordsOf(transcript, each.span)),
                    qPrintable(each.term), each.distance);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto model = library::loadPunctuation();
    if (!model)
        return 1;
    const QDir data(QStringLiteral(EARMARK_SHARED) + u"/data"_s);
    const QStringList terms{u"DeepSeek"_s, u"unseating"_s, u"Tiananmen"_s, u"ChatGPT"_s};
    QString all;
    int number = 0;
    const QDir shows(data.filePath(u"changelog"_s));
    for (const QString &name : shows.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        const QString text = textOf(shows.filePath(name));
        if (all.count(u' ') < words)
            all += text;
        if (++number % 11 == 0)
            propose(name, formats::parsePlainText(text).transcript, terms, *model, true);
    }
    const QString raw = textOf(data.filePath(u"episode-raw.txt"_s));
    propose(u"episode-raw.txt"_s, formats::parsePlainText(raw).transcript, {}, *model, true);
    propose(u"episode-raw.txt with a glossary"_s, formats::parsePlainText(raw).transcript, terms, *model, true);
    const transcript::Transcript whole = formats::parsePlainText(all).transcript;
    measureRules(whole);
    propose(u"all of it"_s, whole, terms, *model, false);
    return 0;
}
