// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/remarktext.h"

#include "base/mediatime.h"

#include <QCoreApplication>

namespace earmark::library {

namespace {

struct RemarkText {
    Q_DECLARE_TR_FUNCTIONS(earmark::library::RemarkText)

public:
    static QString ofDamage(const align::Alignment &alignment, const QString &audioFile);
    static QString ofProblem(const store::Problem &problem);
    static QString ofWarning(formats::Warning::Kind kind);
    static QStringList ofRemark(const exports::FileRemark &remark);
    static QString ofLeftOut(LeftOut::Reason reason);
};

QString RemarkText::ofDamage(const align::Alignment &alignment, const QString &audioFile)
{
    QStringList sentences;
    if (alignment.truncated)
        sentences.append(tr("“%1” breaks off long before its text does. The times of words after %2 are estimated; "
                            "fetch the file again to hear the rest.")
                             .arg(audioFile, clockText(alignment.duration)));
    if (alignment.damagedPackets > 0)
        sentences.append(tr("“%1” is damaged in %n place(s). Silence stands there, and times near by may be off.",
                            nullptr, alignment.damagedPackets)
                             .arg(audioFile));
    return sentences.join(u' ');
}

QString RemarkText::ofProblem(const store::Problem &problem)
{
    using Kind = store::Problem::Kind;
    switch (problem.kind) {
    case Kind::Structure: return tr("The structure of the file is broken (SQLite: %1).").arg(problem.detail);
    case Kind::Orphan: return tr("Something in the table “%1” belongs to no episode.").arg(problem.detail);
    case Kind::Unreadable: return tr("Part of episode %1 cannot be read.").arg(problem.episode.value);
    case Kind::TimesMissing: return tr("Episode %1 has not as many times as words.").arg(problem.episode.value);
    case Kind::HighlightOutside:
        return tr("A highlight of episode %1 is outside its transcript.").arg(problem.episode.value);
    case Kind::AmendmentOutside:
        return tr("A correction, turn or heading of episode %1 is outside its transcript.").arg(problem.episode.value);
    }
    return problem.detail;
}

QString RemarkText::ofWarning(formats::Warning::Kind kind)
{
    using Kind = formats::Warning::Kind;
    switch (kind) {
    case Kind::MalformedTime: return tr("This is not a time; what stands here was read without one.");
    case Kind::SegmentEndsBeforeStart: return tr("This ends before it starts.");
    case Kind::SegmentsOverlap: return tr("This starts before the one before it ends.");
    case Kind::SegmentWithoutText: return tr("There is no text here; it was left out.");
    case Kind::UnknownBlock: return tr("This is no part of a transcript; it was left out.");
    case Kind::BrokenSyntax: return tr("The file is broken here. What stands before was read.");
    }
    return {};
}

QStringList RemarkText::ofRemark(const exports::FileRemark &remark)
{
    QStringList sentences;
    if (remark.kept > 0)
        sentences.append(tr("%n place(s) that Earmark had written were changed in “%1”. The changes stay, and what is "
                            "new stands beside them.",
                            nullptr, remark.kept));
    if (remark.brokenMarks > 0)
        sentences.append(tr("%n comment(s) of Earmark's in “%1” are damaged. What stands there was kept.", nullptr,
                            remark.brokenMarks));
    if (remark.foreign)
        sentences.append(tr("“%1” was there already, and not from Earmark. It was kept, and the highlights were "
                            "added at its end."));
    if (remark.frontMatterKept)
        sentences.append(tr("“%1” has properties of its own at its start. They were left as they are."));
    for (QString &sentence : sentences)
        sentence = sentence.arg(remark.path);
    return sentences;
}

QString RemarkText::ofLeftOut(LeftOut::Reason reason)
{
    using Reason = LeftOut::Reason;
    switch (reason) {
    case Reason::WithoutText: return tr("“%1” was left out: it quotes no words to look for.");
    case Reason::WithoutTime: return tr("“%1” was left out: it does not say when its words are heard.");
    case Reason::TextNotFound: return tr("“%1” was left out: no episode has these words.");
    case Reason::TimeDiffers: return tr("“%1” was left out: its words are heard at another time than it says.");
    case Reason::Ambiguous: return tr("“%1” was left out: more than one place fits.");
    case Reason::HighlightUnknown: return tr("“%1” was left out: its highlight is not in this library.");
    case Reason::ChangedSince:
        return tr("“%1” was left out: it was changed in the library as well, since the file was written. Export again "
                  "to see both.");
    }
    return {};
}

} // namespace

QString leftOutText(const LeftOut &left)
{
    return RemarkText::ofLeftOut(left.reason).arg(left.label);
}

QStringList writtenTexts(const exports::Written &written)
{
    QStringList sentences;
    for (const exports::FileRemark &remark : written.remarks)
        sentences += RemarkText::ofRemark(remark);
    return sentences;
}

QString damageText(const align::Alignment &alignment, const QString &audioFile)
{
    return RemarkText::ofDamage(alignment, audioFile);
}

QString warningText(const formats::Warning &warning)
{
    return RemarkText::ofWarning(warning.kind);
}

QString problemText(const store::Problem &problem)
{
    return RemarkText::ofProblem(problem);
}

} // namespace earmark::library
