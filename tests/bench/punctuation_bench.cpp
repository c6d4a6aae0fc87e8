// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What readers see where the captioner set nothing: sentence ends, commas and capitals against what
// people wrote, as F1, and words a second. Episodes of a show that the model was not trained on, and
// episodes kept aside of shows that it was; from text alone, with recogniser's errors, and without a
// model. punctuation_bench [MODEL [FOLDER]]
#include "alignmaterial.h"
#include "captionmaterial.h"
#include "formats/formats.h"
#include "formats/timingreader.h"
#include "reading/punctuation.h"
#include "reading/tokenlines.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <cstdio>
#include <ctime>

using namespace earmark;
using namespace Qt::StringLiterals;

namespace {

struct Count {
    int right = 0;
    int found = 0;
    int written = 0;

    void add(bool isFound, bool isWritten)
    {
        right += isFound && isWritten ? 1 : 0;
        found += isFound ? 1 : 0;
        written += isWritten ? 1 : 0;
    }
    [[nodiscard]] double f1() const { return found + written == 0 ? 0 : 2.0 * right / (found + written); }
};

struct Score {
    Count ends;
    Count commas;
    Count questions;
    Count capitals;
    int words = 0;
    double seconds = 0; // of the processor
};

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

// The truth that an episode was made with, a line for each token that is a word; the others are cues.
std::vector<WrittenWord> readableWords(const QByteArray &lines, const transcript::Transcript &transcript)
{
    std::vector<WrittenWord> words(transcript.tokens.size());
    for (const QByteArray &line : lines.split('\n')) {
        const QByteArrayList fields = line.split('\t');
        if (fields.size() < 3 || size_t(fields[0].toInt()) >= words.size())
            continue;
        WrittenWord &word = words[size_t(fields[0].toInt())];
        word.mark = fields[1].front();
        word.casing = fields[2].front();
    }
    return words;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void measure(const std::vector<WrittenWord> &words, const transcript::Transcript &transcript,
             const transcript::Timings &timings, const reading::PunctuationModel &model, Score &score)
{
    const double begin = processorSeconds();
    const reading::Reading reading = reading::read(transcript, timings, model);
    score.seconds += processorSeconds() - begin;
    const std::vector<reading::TokenLine> lines = reading::tokenLines(reading, transcript);
    if (lines.size() != words.size()) {
        std::printf("  %zu words became %zu tokens: left out\n", words.size(), lines.size());
        return;
    }
    std::vector<bool> ends(words.size());
    for (const transcript::TokenSpan &sentence : reading.sentences)
        ends[size_t(sentence.last)] = true;
    for (size_t i = 0; i < words.size(); ++i) {
        const WrittenWord &word = words[i];
        score.ends.add(ends[i], word.mark == '.' || word.mark == '?');
        score.commas.add(lines[i].mark == ',', word.mark == ',');
        score.questions.add(lines[i].mark == '?', word.mark == '?');
        score.capitals.add(lines[i].casing != 'l', word.casing != 'l');
    }
    score.words += int(words.size());
}

void print(const char *name, const Score &score)
{
    std::printf(
        "%-34s sentence ends %.3f, commas %.3f, questions %.3f, capitals %.3f; %d words, %.0f thousand a second\n",
        name, score.ends.f1(), score.commas.f1(), score.questions.f1(), score.capitals.f1(), score.words,
        score.words / score.seconds / 1000);
}

void measureEpisodes(const char *name, const QDir &folder, const QStringList &files, double errors,
                     const reading::PunctuationModel &model)
{
    Score score;
    quint32 seed = 0;
    for (const QString &file : files) {
        std::vector<WrittenWord> words = writtenWords(QString::fromUtf8(contents(folder.filePath(file))));
        if (errors > 0)
            words = misheard(words, errors, ++seed);
        const transcript::Transcript transcript = formats::parsePlainText(captionOf(words)).transcript;
        measure(words, transcript, transcript::estimateTimings(transcript, {}), model, score);
    }
    if (score.words > 0)
        print(name, score);
}

// Episodes made of transcripts, with the times of the words that a synthesiser spoke: what it says of a
// pause is when, and how long.
void measureMade(const char *name, const QDir &folder, const QStringList &files, double errors,
                 const reading::PunctuationModel &model)
{
    const bench::Places places{QStringLiteral(EARMARK_SHARED), QStringLiteral(EARMARK_BENCH_CACHE)};
    Score alone;
    Score heard;
    for (qsizetype i = 0; i < files.size(); ++i) {
        const QString made = u"%1/read-%2-%3"_s.arg(places.cache, QString::number(qRound(errors * 100)),
                                                    QFileInfo(files[i]).completeBaseName());
        if (!bench::makeEpisode(places, folder.filePath(files[i]), made, errors, int(i + 1)))
            return;
        const transcript::Transcript transcript =
            formats::parsePlainText(QString::fromUtf8(contents(made + u"/captions.txt"_s))).transcript;
        const auto timings = formats::parseTsv(contents(made + u"/words.tsv"_s), transcript, u"words.tsv"_s);
        const std::vector<WrittenWord> words = readableWords(contents(made + u"/readable.tsv"_s), transcript);
        if (!timings)
            return;
        measure(words, transcript, transcript::estimateTimings(transcript, {}), model, alone);
        measure(words, transcript, *timings, model, heard);
    }
    if (alone.words == 0)
        return;
    print(name, alone);
    print("  with its pauses", heard);
}

// A recording whose words have times: `text` as it was printed, `captions`, `times`.
void measureRecording(const char *name, const QString &folder, const reading::PunctuationModel &model)
{
    const QByteArray captions = contents(folder + u"/captions.txt"_s);
    if (captions.isEmpty())
        return;
    const std::vector<WrittenWord> words = writtenWords(QString::fromUtf8(contents(folder + u"/text.txt"_s)));
    const transcript::Transcript transcript = formats::parsePlainText(QString::fromUtf8(captions)).transcript;
    const auto timings = formats::parseTsv(contents(folder + u"/words.tsv"_s), transcript, u"words.tsv"_s);
    if (!timings) {
        std::printf("%s: no times (%s)\n", name, qPrintable(timings.error().subject));
        return;
    }
    Score alone;
    measure(words, transcript, transcript::estimateTimings(transcript, {}), model, alone);
    print(name, alone);
    Score heard;
    measure(words, transcript, *timings, model, heard);
    print("  with its pauses", heard);
}

} // namespace

int main(int argc, char **argv)
{
    const QString file = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(EARMARK_MODEL);
    const auto model = reading::PunctuationModel::load(contents(file));
    if (!model) {
        std::printf("The model cannot be used.\n");
        return 1;
    }
    const QString shared = QStringLiteral(EARMARK_SHARED) + u"/data"_s;
    const QDir folder(argc > 2 ? QString::fromLocal8Bit(argv[2]) : shared + u"/changelog"_s);
    const QStringList files = folder.entryList({u"*.md"_s}, QDir::Files, QDir::Name);
    const QStringList unseen = files.filter(u"founders-talk"_s);
    if (files.isEmpty())
        std::printf("No episodes in %s.\n", qPrintable(folder.path()));
    const QStringList seen = files.filter(QRegularExpression(u"^(?!founders-talk)"_s));
    measureEpisodes("another show", folder, unseen, 0, *model);
    measureEpisodes("another show, 8 % misheard", folder, unseen, 0.08, *model);
    measureEpisodes("other episodes", folder, seen, 0, *model);
    measureEpisodes("other episodes, 8 % misheard", folder, seen, 0.08, *model);
    measureEpisodes("another show, no model", folder, unseen, 0, {});
    measureEpisodes("other episodes, no model", folder, seen, 0, {});
    measureMade("made of another show", folder, unseen, 0, *model);
    measureMade("the same, 8 % misheard", folder, unseen, 0.08, *model);
    measureRecording("read aloud (lj_5min)", shared + u"/speech/lj_5min"_s, *model);
    measureRecording("read aloud (manifesto)", shared + u"/speech/manifesto"_s, *model);
    return 0;
}
