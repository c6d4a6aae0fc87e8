// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alignmentoutput.h"

#include "align/text.h"
#include "library/remarktext.h"

#include <QCoreApplication>

#include <unistd.h>

namespace earmark::cli {

using namespace Qt::StringLiterals;

using transcript::TimingOrigin;
using transcript::TokenIndex;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(earmark::cli::MediaCommands)
};

constexpr qsizetype mostQuoted = 60; // characters

struct Counts {
    int words = 0;
    int matched = 0;
    int given = 0;
    int anchored = 0;
    int skipped = 0;
    int sure = 0;
};

Counts count(const transcript::Transcript &transcript, const transcript::Timings &timings)
{
    constexpr float sure = 0.8F;
    Counts counts;
    for (TokenIndex i = 0; i < transcript.count(); ++i) {
        if (align::spokenText(transcript.tokens[size_t(i)].kind, transcript.tokenText(i)).isEmpty())
            continue;
        const transcript::WordTiming &timing = timings[size_t(i)];
        ++counts.words;
        counts.sure += timing.confidence >= sure ? 1 : 0;
        switch (timing.origin) {
        case TimingOrigin::Aligned: ++counts.matched; break;
        case TimingOrigin::Given: ++counts.given; break;
        case TimingOrigin::Tapped: ++counts.anchored; break;
        case TimingOrigin::Interpolated:
        case TimingOrigin::Estimated: ++counts.skipped; break;
        }
    }
    return counts;
}

QString quoted(const transcript::Transcript &transcript, transcript::TokenSpan span)
{
    const transcript::Token &first = transcript.tokens[size_t(span.first)];
    const transcript::Token &last = transcript.tokens[size_t(span.last)];
    const QString text = transcript.text.mid(first.begin, last.begin + last.length - first.begin).simplified();
    return text.size() <= mostQuoted ? text : text.left(mostQuoted - 1) + u'…';
}

} // namespace

ProgressLine::ProgressLine(Terminal terminal) : m_terminal(terminal), m_visible(isatty(fileno(terminal.err))) {}

ProgressLine::~ProgressLine()
{
    if (m_percent.load() >= 0)
        print(m_terminal.err, u"\r\033[K"_s);
}

Progress ProgressLine::progress()
{
    if (!m_visible)
        return {};
    return [this](double done) {
        const int percent = int(done * 100);
        if (m_percent.exchange(percent) != percent)
            print(m_terminal.err, u"\r"_s + Text::tr("Matching words to the sound: %1 %").arg(percent));
    };
}

void printDamage(Terminal terminal, const align::Alignment &alignment, const QString &audioFile)
{
    if (const QString damage = library::damageText(alignment, audioFile); !damage.isEmpty())
        complain(terminal, damage);
}

QString alignmentReport(const transcript::Transcript &transcript, const align::Alignment &alignment, MediaTime took)
{
    const Counts counts = count(transcript, alignment.timings);
    QString report;
    const auto add = [&](const QStringList &fields) { report += fields.join(u'\t') + u'\n'; };
    add({u"audio"_s, secondsText(alignment.duration)});
    add({u"took"_s, secondsText(took)});
    add({u"language"_s, alignment.language});
    add({u"words"_s, QString::number(counts.words)});
    add({u"matched"_s, QString::number(counts.matched)});
    add({u"given"_s, QString::number(counts.given)});
    add({u"anchored"_s, QString::number(counts.anchored)});
    add({u"skipped"_s, QString::number(counts.skipped)});
    add({u"sure"_s, QString::number(counts.sure)});
    for (const transcript::TokenSpan &span : alignment.textWithoutSound)
        add({u"skip"_s, QString::number(span.first), QString::number(span.last),
             secondsText(alignment.timings[size_t(span.first)].start),
             secondsText(alignment.timings[size_t(span.last)].end), quoted(transcript, span)});
    for (const MediaSpan &span : alignment.soundWithoutText)
        add({u"insertion"_s, secondsText(span.start), secondsText(span.end)});
    return report;
}

} // namespace earmark::cli
