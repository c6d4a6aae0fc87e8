// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samplelibrary.h"

#include <QCryptographicHash>

#include <array>

namespace earmark::test {

using namespace Qt::StringLiterals;
using namespace transcript;

QDateTime someTime()
{
    return QDateTime::fromMSecsSinceEpoch(1778155200123).toUTC();
}

Transcript makeTranscript(int words)
{
    const std::array<QString, 7> vocabulary{u"today"_s,   u"a"_s,   u"small"_s, u"company"_s,
                                            u"[Music]"_s, u"süß"_s, u"$5."_s};
    Transcript transcript;
    transcript.format = SourceFormat::WebVtt;
    transcript.language = u"en-GB"_s;
    for (int i = 0; i < words; ++i) {
        const QString &word = vocabulary[size_t(i) % vocabulary.size()];
        if (i > 0)
            transcript.text += u' ';
        Token token;
        token.kind = word.startsWith(u'[') ? TokenKind::Cue : TokenKind::Word;
        token.begin = qint32(transcript.text.size());
        token.length = qint32(word.size());
        token.sourceBegin = token.begin + 8;
        token.sourceLength = token.length + 1;
        transcript.tokens.push_back(token);
        transcript.text += word;
        if (i % 50 == 0) {
            const TokenIndex last = std::min(i + 49, words - 1);
            transcript.segments.push_back({{i, last}, MediaTime(i * 400), MediaTime((last + 1) * 400)});
            transcript.turns.push_back({i, i % 100 == 0 ? u"ANNA"_s : QString()});
        }
        if (i % 100 == 0)
            transcript.paragraphStarts.push_back(i);
    }
    return transcript;
}

Timings makeTimings(int words)
{
    Timings timings;
    for (int i = 0; i < words; ++i) {
        const auto origin = TimingOrigin(i % 5);
        timings.push_back({MediaTime(i * 400), MediaTime(i * 400 + 350), float(i % 11) / 10.0F, origin});
    }
    return timings;
}

store::NewEpisode makeEpisode(const QString &name, int words)
{
    store::NewEpisode episode;
    episode.episode.title = name;
    episode.episode.show = u"A small show"_s;
    episode.episode.published = QDate(2026, 5, 7);
    episode.episode.language = u"en-GB"_s;
    episode.episode.audioPath = u"/podcasts/"_s + name + u".mp3"_s;
    episode.episode.duration = MediaTime(words * 400);
    episode.episode.added = someTime();
    episode.transcript = makeTranscript(words);
    episode.timings = makeTimings(words);
    episode.source.fileName = name + u".vtt"_s;
    episode.source.format = SourceFormat::WebVtt;
    episode.source.bytes = "WEBVTT\n\n" + name.toUtf8() + QByteArray("\xff\x00\xfe", 3);
    episode.source.sha256 = QCryptographicHash::hash(episode.source.bytes, QCryptographicHash::Sha256);
    return episode;
}

notes::Highlight makeHighlight(EpisodeId episode, int first, int last, const QString &note, int words)
{
    notes::Highlight highlight = notes::makeHighlight(episode, makeTranscript(words), makeTimings(words), {first, last},
                                                      notes::Mark::Two, someTime());
    highlight.note = note;
    return highlight;
}

} // namespace earmark::test
