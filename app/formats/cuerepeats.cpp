// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/cuelist.h"

#include <algorithm>
#include <array>
#include <span>

namespace earmark::formats {

namespace {

constexpr MediaTime touching{100};   // between two captions that roll
constexpr MediaTime glimpse{60};     // YouTube shows each finished line once more for 10 ms
constexpr size_t mostLines = 4;      // captions that roll have two or three
constexpr qsizetype tellingLine = 8; // characters that are hardly said twice in a row by chance

struct TextLine {
    qint32 begin = 0; // in CueList::text, without whitespace around
    qint32 end = 0;
};

// The lines of a cue, as many as roll.
class Lines
{
public:
    Lines(QStringView text, const Cue &cue)
    {
        for (qint32 at = cue.begin; at < cue.end;) {
            const qsizetype found = text.mid(at, cue.end - at).indexOf(u'\n');
            const qint32 end = found < 0 ? cue.end : at + qint32(found);
            const QStringView line = text.mid(at, end - at);
            const QStringView trimmed = line.trimmed();
            const qint32 begin = at + qint32(trimmed.data() - line.data());
            at = end + 1;
            if (trimmed.isEmpty())
                continue;
            if (m_count == mostLines)
                return;
            m_lines[m_count++] = {begin, begin + qint32(trimmed.size())};
        }
    }
    [[nodiscard]] std::span<const TextLine> lines() const { return std::span(m_lines).first(m_count); }

private:
    std::array<TextLine, mostLines> m_lines{};
    size_t m_count = 0;
};

// How a cue repeats the one before it.
struct Repeat {
    qint32 until = 0;   // the cue's own text begins here, in CueList::text; its end if all is repeated
    bool grows = false; // the cue before is the beginning of its line
    bool telling = false;
};

class Folder
{
public:
    explicit Folder(CueList &list) : m_list(list), m_text(list.text) {}

    void fold()
    {
        findRepeats();
        if (m_found == 0)
            return;
        std::vector<Cue> kept;
        kept.reserve(m_list.cues.size());
        for (size_t i = 0; i < m_list.cues.size(); ++i) {
            Cue cue = m_list.cues[i];
            if (i > 0 && !kept.empty() && isRepeat(i)) {
                Cue &last = kept.back();
                const Repeat &repeat = m_repeats[i];
                if (repeat.until >= cue.end) {
                    lengthen(last, cue);
                    continue;
                }
                cut(cue, repeat.until);
            }
            kept.push_back(cue);
        }
        m_list.cues = std::move(kept);
    }

private:
    [[nodiscard]] QStringView view(const TextLine &line) const { return m_text.mid(line.begin, line.end - line.begin); }

    void findRepeats()
    {
        m_repeats.assign(m_list.cues.size(), {});
        for (size_t i = 1; i < m_list.cues.size(); ++i) {
            const Cue &before = m_list.cues[i - 1];
            const Cue &cue = m_list.cues[i];
            if (!before.start || !before.stop || !cue.start || *cue.start > *before.stop + touching
                || *cue.start < *before.start || cue.continues)
                continue;
            m_repeats[i] = repeatOf(before, cue);
            const Repeat &repeat = m_repeats[i];
            if (repeat.until == 0)
                continue;
            ++m_found;
            m_rolling += !repeat.grows && repeat.until < cue.end ? 1 : 0;
            m_growing += repeat.grows ? 1 : 0;
        }
    }

    // The most lines that end one cue and begin the next.
    [[nodiscard]] Repeat repeatOf(const Cue &before, const Cue &cue) const
    {
        const Lines old(m_text, before);
        const Lines fresh(m_text, cue);
        const auto above = old.lines();
        const auto below = fresh.lines();
        for (size_t count = std::min(above.size(), below.size()); count > 0; --count) {
            const auto same = [this](const TextLine &a, const TextLine &b) { return view(a) == view(b); };
            if (!std::equal(above.end() - qsizetype(count), above.end(), below.begin(), same))
                continue;
            const qint32 until = count < below.size() ? below[count].begin : cue.end;
            return {until, false, below[count - 1].end - below[0].begin >= tellingLine};
        }
        const QStringView shown = m_list.textOf(before);
        const QStringView text = m_list.textOf(cue);
        if (text.size() > shown.size() && text.startsWith(shown) && text[shown.size()].isSpace())
            return {cue.begin + qint32(shown.size()), true, false};
        return {};
    }

    // The same may be said twice; captions that roll or grow do it all the time.
    [[nodiscard]] bool isRepeat(size_t i) const
    {
        const Repeat &repeat = m_repeats[i];
        const Cue &before = m_list.cues[i - 1];
        const Cue &cue = m_list.cues[i];
        if (repeat.until == 0)
            return false;
        if (repeat.grows)
            return m_growing >= 3 && m_growing * 2 >= m_list.cues.size();
        const bool rolls = m_rolling >= 2 || (m_rolling > 0 && repeat.telling);
        if (repeat.until < cue.end)
            return rolls;
        const bool glimpsed =
            cue.stop && (*cue.stop - *cue.start <= glimpse || *before.stop - *before.start <= glimpse);
        return rolls || glimpsed || *cue.start + touching < *before.stop;
    }

    static void lengthen(Cue &last, const Cue &repeated)
    {
        if (last.stop && repeated.stop && last.firstWord == last.wordEnd)
            last.stop = std::max(*last.stop, *repeated.stop);
    }

    void cut(Cue &cue, qint32 begin) const
    {
        cue.begin = begin;
        while (cue.begin < cue.end && m_text[cue.begin].isSpace())
            ++cue.begin;
        while (cue.firstWord < cue.wordEnd && m_list.words[size_t(cue.firstWord)].end <= begin)
            ++cue.firstWord;
        if (cue.firstWord == cue.wordEnd)
            return;
        CueWord &word = m_list.words[size_t(cue.firstWord)];
        word.begin = std::max(word.begin, cue.begin);
    }

    CueList &m_list;
    QStringView m_text;
    std::vector<Repeat> m_repeats;
    size_t m_found = 0;
    size_t m_rolling = 0;
    size_t m_growing = 0;
};

bool endsSentence(QStringView word)
{
    constexpr QStringView closing = u"\"'”’»)]";
    while (!word.isEmpty() && closing.contains(word.back()))
        word.chop(1);
    constexpr QStringView ends = u".?!…";
    return !word.isEmpty() && ends.contains(word.back());
}

// One word of a script that puts spaces between them.
bool isSingleWord(QStringView text)
{
    constexpr qsizetype longest = 30;
    if (text.size() > longest)
        return false;
    // Scripts without spaces begin with Thai in Unicode; general punctuation and marks come after it.
    const auto unspaced = [](QChar c) { return c >= QChar(0x0e00) && (c < QChar(0x2000) || c > QChar(0x2bff)); };
    return std::none_of(text.begin(), text.end(), [&](QChar c) { return c.isSpace() || unspaced(c); });
}

// Whether `cue` goes on with the sentence whose last cue is `last`.
bool goesOn(const CueList &list, const Cue &first, const Cue &last, const Cue &cue)
{
    constexpr MediaTime longPause{2000};
    constexpr qint32 longest = 400; // characters
    return cue.speaker == last.speaker && cue.start && cue.stop && last.stop && !cue.continues
        && cue.begin == last.end + 1 && isSingleWord(list.textOf(cue)) && cue.end - first.begin <= longest
        && *cue.start - *last.stop <= longPause && *cue.start + touching >= *last.stop && *cue.start >= *last.start
        && !endsSentence(list.textOf(last));
}

} // namespace

void foldRepeats(CueList &list)
{
    Folder(list).fold();
}

void joinSingleWords(CueList &list)
{
    const auto single = size_t(std::count_if(list.cues.begin(), list.cues.end(), [&list](const Cue &cue) {
        return cue.start && cue.stop && cue.firstWord == cue.wordEnd && isSingleWord(list.textOf(cue));
    }));
    // A few short answers are no such file; hosts of podcasts make it of every episode.
    const size_t least = list.format == transcript::SourceFormat::PodcastJson ? 2 : 5;
    if (single < least || single * 4 < list.cues.size() * 3)
        return;
    std::vector<Cue> joined;
    std::vector<CueWord> words;
    words.reserve(list.cues.size());
    for (size_t i = 0; i < list.cues.size();) {
        const Cue &first = list.cues[i];
        size_t end = i + 1;
        const bool isWord =
            first.start && first.stop && first.firstWord == first.wordEnd && isSingleWord(list.textOf(first));
        if (isWord) {
            while (end < list.cues.size() && goesOn(list, first, list.cues[end - 1], list.cues[end]))
                ++end;
        }
        Cue cue = first;
        cue.firstWord = qint32(words.size());
        if (isWord) {
            for (size_t word = i; word < end; ++word) {
                const Cue &one = list.cues[word];
                words.push_back({one.begin, one.end, *one.start, *one.stop});
            }
            cue.end = list.cues[end - 1].end;
            cue.stop = list.cues[end - 1].stop;
        } else {
            words.insert(words.end(), list.words.begin() + first.firstWord, list.words.begin() + first.wordEnd);
        }
        cue.wordEnd = qint32(words.size());
        joined.push_back(cue);
        i = end;
    }
    list.cues = std::move(joined);
    list.words = std::move(words);
}

} // namespace earmark::formats
