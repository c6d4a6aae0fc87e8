// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

namespace earmark::test {

// Midday of 7 May 2026, the time at which everything in these libraries was made.
QDateTime someTime();

// A transcript of `words` words in sentences, one segment and one turn every 50 words.
transcript::Transcript makeTranscript(int words);
transcript::Timings makeTimings(int words);
// `name` makes the source, and with it the episode, one of its own.
store::NewEpisode makeEpisode(const QString &name, int words = 200);
// Over the tokens, made of the episode's transcript.
notes::Highlight makeHighlight(EpisodeId episode, int first, int last, const QString &note = {}, int words = 200);

// For QVERIFY2: the error in words where there is one.
template <class T>
QByteArray why(const Result<T> &result)
{
    if (result)
        return "no error";
    return QByteArray(errorName(result.error().code)) + ": " + result.error().subject.toUtf8() + ": "
        + result.error().detail.toUtf8();
}

// The code's name, or "none": compares well in failures.
template <class T>
QByteArray codeOf(const Result<T> &result)
{
    return result ? QByteArray("none") : QByteArray(errorName(result.error().code));
}

} // namespace earmark::test
