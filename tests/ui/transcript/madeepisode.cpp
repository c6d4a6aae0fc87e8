// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/madeepisode.h"

using namespace Qt::StringLiterals;

namespace earmark::made {
namespace {

using transcript::TokenIndex;
using transcript::TokenKind;

class Maker
{
public:
    explicit Maker(library::OpenEpisode &open) : m_open(open) {}

    void addParagraph(const Paragraph &paragraph)
    {
        auto &reading = m_open.reading;
        if (!reading.paragraphs.empty())
            reading.text += u'\n';
        reading::Paragraph made;
        made.span.first = next();
        made.range.begin = qint32(reading.text.size());
        made.speaker = paragraph.speaker;
        made.startsTurn = !paragraph.speaker.isEmpty();
        m_sentenceFirst = next();
        if (made.startsTurn)
            m_open.transcript.turns.push_back({next(), paragraph.speaker});
        if (made.startsTurn)
            addToken(paragraph.speaker.toUpper() + u':', TokenKind::Speaker, false);
        for (const QString &word : paragraph.text.split(u' ')) {
            if (reading.text.size() > made.range.begin)
                reading.text += u' ';
            const bool cue = word.startsWith(u'[');
            addToken(word, cue ? TokenKind::Cue : TokenKind::Word, true);
            if (cue || word.endsWith(u'.') || word.endsWith(u'?') || word.endsWith(u'!'))
                endSentence();
        }
        endSentence();
        made.span.last = next() - 1;
        made.range.end = qint32(reading.text.size());
        reading.paragraphs.push_back(made);
        m_open.transcript.paragraphStarts.push_back(made.span.first);
    }

private:
    [[nodiscard]] TokenIndex next() const { return m_open.transcript.count(); }

    void addToken(const QString &text, TokenKind kind, bool shown)
    {
        auto &transcript = m_open.transcript;
        if (!transcript.text.isEmpty())
            transcript.text += u' ';
        const auto begin = qint32(transcript.text.size());
        const auto length = qint32(text.size());
        transcript.text += text;
        const MediaTime start = next() * MediaTime(300);
        transcript.tokens.push_back({kind, begin, length, begin, length});
        m_open.timings.push_back({start, start + MediaTime(280), 1, transcript::TimingOrigin::Aligned});
        const auto shownBegin = qint32(m_open.reading.text.size());
        if (shown)
            m_open.reading.text += text;
        m_open.reading.tokenRanges.push_back({shownBegin, qint32(m_open.reading.text.size())});
    }

    void endSentence()
    {
        if (m_sentenceFirst == next())
            return;
        m_open.reading.sentences.push_back({m_sentenceFirst, next() - 1});
        m_sentenceFirst = next();
    }

    library::OpenEpisode &m_open;
    TokenIndex m_sentenceFirst = 0;
};

} // namespace

library::OpenEpisode episode(const QList<Paragraph> &paragraphs)
{
    library::OpenEpisode open;
    open.episode.id = {1};
    open.episode.title = u"Made by hand"_s;
    Maker maker(open);
    for (const Paragraph &paragraph : paragraphs)
        maker.addParagraph(paragraph);
    return open;
}

library::OpenEpisode longEpisode(int words)
{
    static const QStringList vocabulary =
        u"the river ran past our old workshop and nobody who lived there had ever asked why it was so quiet in spring"_s
            .split(u' ');
    constexpr int WordsInParagraph = 60;
    constexpr int WordsInSentence = 12;
    QList<Paragraph> paragraphs;
    for (int first = 0; first < words; first += WordsInParagraph) {
        QStringList text;
        for (int i = first; i < std::min(first + WordsInParagraph, words); ++i) {
            QString word = vocabulary[(i * 7 + i / 13) % vocabulary.size()];
            if (i % WordsInSentence == WordsInSentence - 1)
                word += u'.';
            text << word;
        }
        const int turn = first / WordsInParagraph;
        paragraphs << Paragraph{turn % 3 == 0 ? (turn % 2 ? u"Mara"_s : u"Jonas"_s) : QString(), text.join(u' ')};
    }
    return episode(paragraphs);
}

} // namespace earmark::made
