// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuelist.h"
#include "formats/speakerlabels.h"
#include "formats/speakernames.h"

#include <algorithm>
#include <utility>

namespace earmark::formats {

namespace {

constexpr qint32 longestLine = 100; // characters in which a label ends

struct Label {
    SpeakerName name;
    qint32 length = 0; // 0: the line begins with no label
};

// "ANNA:", ">> ANNA:", "- ANNA:"; a bare ">>" has no name and is kept as it is.
Label labelAt(QStringView line)
{
    auto at = qint32(turnMarkLength(line));
    if (at == 0 && (line.startsWith(u"- ") || line.startsWith(u"– ")))
        at = 1;
    while (at < line.size() && line[at].isSpace())
        ++at;
    SpeakerName name = speakerNameAt(line.mid(at));
    const qint32 length = name.words > 0 ? at + qint32(name.length) : 0;
    return {std::move(name), length};
}

class LabelTaker
{
public:
    explicit LabelTaker(CueList &list) : m_list(list), m_text(list.text) {}

    void take()
    {
        for (const Cue &cue : m_list.cues) {
            forEachLine(cue, [this](qint32 begin, QStringView line) {
                const Label label = labelAt(line);
                const int name = m_beliefs.addLine(label.name);
                if (label.length > 0)
                    m_labels.push_back({begin, label.length, name});
            });
        }
        if (m_labels.empty())
            return;
        m_speakers.assign(size_t(m_beliefs.names().size()), -1);
        std::vector<Cue> cues;
        cues.reserve(m_list.cues.size());
        m_label = m_labels.begin();
        for (const Cue &cue : m_list.cues)
            appendParts(cue, cues);
        m_list.cues = std::move(cues);
    }

private:
    template <class Visit>
    void forEachLine(const Cue &cue, Visit visit) const
    {
        for (qint32 at = cue.begin; at < cue.end;) {
            const qsizetype found = m_text.mid(at, cue.end - at).indexOf(u'\n');
            const qint32 end = found < 0 ? cue.end : at + qint32(found);
            visit(at, m_text.mid(at, std::min(end - at, longestLine)));
            at = end + 1;
        }
    }

    // Of a name that is believed, in CueList::speakers.
    qint32 speakerOf(int name)
    {
        qint32 &speaker = m_speakers[size_t(name)];
        if (speaker < 0) {
            speaker = qint32(m_list.speakers.size());
            m_list.speakers.append(m_beliefs.names()[name]);
        }
        return speaker;
    }

    void appendParts(const Cue &cue, std::vector<Cue> &cues)
    {
        Cue part = cue;
        part.speaker = m_speaker;
        bool isFirst = true;
        const auto finish = [&](qint32 end) {
            part.end = end;
            while (part.begin < part.end && m_text[part.begin].isSpace())
                ++part.begin;
            while (part.end > part.begin && m_text[part.end - 1].isSpace())
                --part.end;
            takeWords(part, cue.wordEnd);
            // A label alone on its line, with its words in the next cue, leaves nothing behind.
            if (part.begin == part.end)
                return;
            part.continues = cue.continues || !isFirst;
            cues.push_back(part);
            isFirst = false;
            part.firstWord = part.wordEnd;
        };
        forEachLine(cue, [&](qint32 begin, QStringView line) {
            const bool isLabel = m_label != m_labels.end() && m_label->begin == begin;
            const FoundLabel label = isLabel ? *m_label++ : FoundLabel{};
            if (m_beliefs.isBelievable(label.name)) {
                finish(begin);
                m_speaker = speakerOf(label.name);
                part.begin = begin + label.length;
                part.speaker = m_speaker;
            } else if (turnMarkLength(line) > 0) {
                finish(begin);
                m_speaker = -1;
                part.begin = begin;
                part.speaker = -1;
            }
        });
        finish(cue.end);
    }

    void takeWords(Cue &part, qint32 wordEnd) const
    {
        while (part.firstWord < wordEnd && m_list.words[size_t(part.firstWord)].end <= part.begin)
            ++part.firstWord;
        part.wordEnd = part.firstWord;
        while (part.wordEnd < wordEnd && m_list.words[size_t(part.wordEnd)].begin < part.end) {
            CueWord &word = m_list.words[size_t(part.wordEnd++)];
            word.begin = std::max(word.begin, part.begin);
            word.end = std::min(word.end, part.end);
        }
    }

    struct FoundLabel {
        qint32 begin = 0; // in the list's text
        qint32 length = 0;
        int name = -1; // in SpeakerBeliefs::names()
    };

    CueList &m_list;
    QStringView m_text;
    SpeakerBeliefs m_beliefs;
    std::vector<FoundLabel> m_labels; // in the order of the text
    std::vector<FoundLabel>::const_iterator m_label;
    std::vector<qint32> m_speakers; // by name; -1: not in CueList::speakers so far
    qint32 m_speaker = -1;
};

} // namespace

void takeLabels(CueList &list)
{
    if (list.speakers.isEmpty())
        LabelTaker(list).take();
}

bool labelsTellSpeakers(const CueList &list)
{
    struct Line {
        int name = -1; // in SpeakerBeliefs::names()
        bool isOurs = false;
    };
    SpeakerBeliefs beliefs;
    std::vector<Line> lines;
    qint32 speaker = -1;
    for (const Cue &cue : list.cues) {
        // Where nobody is named, it is read as the one before going on.
        const bool isOurs = cue.speaker >= 0 && cue.speaker != speaker;
        speaker = cue.speaker;
        bool isFirst = true;
        for (QStringView rest = list.textOf(cue); isFirst || !rest.isEmpty(); isFirst = false) {
            const QStringView line = rest.first(rest.contains(u'\n') ? rest.indexOf(u'\n') : rest.size());
            rest = rest.mid(std::min(line.size() + 1, rest.size()));
            if (isFirst && isOurs) {
                const QString name = list.speakerOf(cue);
                const QString written = name + QStringLiteral(": ");
                const Label label = labelAt(written);
                if (label.name.name() != name)
                    return false;
                lines.push_back({beliefs.addLine(label.name), true});
            } else if (turnMarkLength(line) > 0) {
                return false;
            } else {
                lines.push_back(
                    {beliefs.addLine(labelAt(line.first(std::min<qsizetype>(line.size(), longestLine))).name), false});
            }
        }
    }
    return std::all_of(lines.begin(), lines.end(),
                       [&](const Line &line) { return beliefs.isBelievable(line.name) == line.isOurs; });
}

} // namespace earmark::formats
