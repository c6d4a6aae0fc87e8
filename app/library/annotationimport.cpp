// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/annotationimport.h"

#include "base/textfile.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <memory>

namespace earmark::library {

using namespace Qt::StringLiterals;
using exports::Annotation;
using exports::Unplaced;
using notes::Highlight;
using transcript::TokenSpan;

namespace {

constexpr qint64 largestFile = 256 << 20; // bytes
constexpr qsizetype longestLabel = 60;

LeftOut::Reason reasonOf(Unplaced unplaced)
{
    switch (unplaced) {
    case Unplaced::WithoutText: return LeftOut::Reason::WithoutText;
    case Unplaced::WithoutTime: return LeftOut::Reason::WithoutTime;
    case Unplaced::TextNotFound: return LeftOut::Reason::TextNotFound;
    case Unplaced::TimeDiffers: return LeftOut::Reason::TimeDiffers;
    case Unplaced::Ambiguous: return LeftOut::Reason::Ambiguous;
    }
    return LeftOut::Reason::TextNotFound;
}

QString labelOf(const Annotation &annotation)
{
    QString label = (annotation.exact.isEmpty() ? annotation.note.value_or(QString()) : annotation.exact).simplified();
    if (label.size() > longestLabel)
        label = label.first(longestLabel - 1) + u'…';
    return label;
}

struct Candidate {
    EpisodeId id;
    transcript::Transcript transcript;
    transcript::Timings timings;
    std::unique_ptr<exports::WordIndex> words;
};

class Import
{
public:
    Import(store::Store &store, std::optional<EpisodeId> only) : m_store(store), m_only(only) {}

    [[nodiscard]] Result<ImportedAnnotations> run(const std::vector<Annotation> &annotations);

private:
    [[nodiscard]] Result<void> readLibrary();
    [[nodiscard]] Result<const Candidate *> candidate(EpisodeId id);
    [[nodiscard]] Result<void> take(const Annotation &annotation);
    void change(const Highlight &before, const Annotation &annotation);
    [[nodiscard]] Result<void> place(const Annotation &annotation);
    void add(const Candidate &where, TokenSpan span, const Annotation &annotation);
    void write(notes::Edit edit);
    void leaveOut(const Annotation &annotation, LeftOut::Reason reason)
    {
        m_result.leftOut.push_back({labelOf(annotation), reason});
    }

    store::Store &m_store;
    std::optional<EpisodeId> m_only;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();
    std::vector<EpisodeId> m_episodes;
    std::vector<std::pair<EpisodeId, int>> m_editions; // of their transcripts, when all was read
    QHash<HighlightId, Highlight> m_highlights;
    QHash<EpisodeId, std::shared_ptr<const Candidate>> m_candidates;
    ImportedAnnotations m_result;
};

Result<void> Import::readLibrary()
{
    if (m_only) {
        if (const auto there = m_store.episode(*m_only); !there)
            return tl::unexpected(there.error());
    }
    const auto episodes = m_store.episodes();
    if (!episodes)
        return tl::unexpected(episodes.error());
    for (const store::Episode &episode : *episodes) {
        m_episodes.push_back(episode.id);
        m_editions.emplace_back(episode.id, episode.edition);
        const auto highlights = m_store.highlights(episode.id);
        if (!highlights)
            return tl::unexpected(highlights.error());
        for (const Highlight &highlight : *highlights)
            m_highlights.insert(highlight.id, highlight);
    }
    return {};
}

Result<const Candidate *> Import::candidate(EpisodeId id)
{
    if (const auto known = m_candidates.constFind(id); known != m_candidates.constEnd())
        return known->get();
    auto made = std::make_shared<Candidate>();
    made->id = id;
    auto transcript = m_store.transcript(id);
    if (!transcript)
        return tl::unexpected(transcript.error());
    auto timings = m_store.timings(id);
    if (!timings)
        return tl::unexpected(timings.error());
    made->transcript = *std::move(transcript);
    made->timings = *std::move(timings);
    made->words = std::make_unique<exports::WordIndex>(made->transcript, made->timings);
    m_candidates.insert(id, made);
    return made.get();
}

// Note, tags and mark as far as the file says something of them.
Highlight withWhatIsSaid(Highlight highlight, const Annotation &annotation)
{
    if (annotation.note)
        highlight.note = *annotation.note;
    if (annotation.tags)
        highlight.tags = notes::cleanTags(*annotation.tags);
    if (annotation.mark)
        highlight.mark = *annotation.mark;
    return highlight;
}

bool wasChangedSince(const Highlight &highlight, const Annotation &annotation)
{
    if (!annotation.writtenHash.isEmpty())
        return !exports::wasWrittenAs(highlight.note, annotation.writtenHash);
    return annotation.modified.isValid() && highlight.modified > annotation.modified;
}

// With all the others at the end; what comes after it in the file finds it done.
void Import::write(notes::Edit edit)
{
    m_highlights.insert(edit.id(), *edit.after);
    m_result.edits.push_back(std::move(edit));
}

void Import::change(const Highlight &before, const Annotation &annotation)
{
    Highlight after = withWhatIsSaid(before, annotation);
    if (after == before) {
        ++m_result.unchanged;
        return;
    }
    if (wasChangedSince(before, annotation)) {
        leaveOut(annotation, LeftOut::Reason::ChangedSince);
        return;
    }
    after.modified = notes::noteChanged(before, after.note, m_now).after->modified;
    write({before, after});
    ++m_result.changed;
}

void Import::add(const Candidate &where, TokenSpan span, const Annotation &annotation)
{
    constexpr auto mark = notes::Mark::One;
    Highlight highlight = annotation.isMoment
        ? notes::makeMoment(where.id, where.transcript, where.timings, *annotation.start, mark, m_now)
        : notes::makeHighlight(where.id, where.transcript, where.timings, span, mark, m_now);
    highlight = withWhatIsSaid(std::move(highlight), annotation);
    if (annotation.id.isValid())
        highlight.id = annotation.id;
    write(notes::added(highlight));
    ++m_result.added;
}

// In the episode that is meant; else wherever its words are heard at its time, if that is one episode only.
Result<void> Import::place(const Annotation &annotation)
{
    std::vector<EpisodeId> order = m_only ? std::vector{*m_only} : m_episodes;
    if (annotation.episode)
        std::stable_partition(order.begin(), order.end(), [&](EpisodeId id) { return id == *annotation.episode; });
    std::optional<std::pair<const Candidate *, TokenSpan>> found;
    LeftOut::Reason reason = LeftOut::Reason::TextNotFound;
    for (const EpisodeId id : order) {
        const Result<const Candidate *> where = candidate(id);
        if (!where)
            return tl::unexpected(where.error());
        const auto span = (*where)->words->locate(annotation);
        if (!span) {
            // The nearest miss tells the most.
            if (reason == LeftOut::Reason::TextNotFound)
                reason = reasonOf(span.error());
            continue;
        }
        if (found) {
            leaveOut(annotation, LeftOut::Reason::Ambiguous);
            return {};
        }
        found = {*where, *span};
        if (id == annotation.episode)
            break;
    }
    if (found)
        add(*found->first, found->second, annotation);
    else
        leaveOut(annotation, reason);
    return {};
}

Result<void> Import::take(const Annotation &annotation)
{
    if (const auto known = m_highlights.constFind(annotation.id); known != m_highlights.constEnd()) {
        change(Highlight(*known), annotation);
        return {};
    }
    if (!annotation.writtenHash.isEmpty()) {
        leaveOut(annotation, LeftOut::Reason::HighlightUnknown);
        return {};
    }
    return place(annotation);
}

Result<ImportedAnnotations> Import::run(const std::vector<Annotation> &annotations)
{
    if (const auto read = readLibrary(); !read)
        return tl::unexpected(read.error());
    for (const Annotation &annotation : annotations) {
        if (const auto taken = take(annotation); !taken)
            return tl::unexpected(taken.error());
    }
    for (const auto &[episode, edition] : m_editions) {
        notes::Step step;
        std::ranges::copy_if(m_result.edits, std::back_inserter(step),
                             [id = episode](const notes::Edit &edit) { return edit.after->episode == id; });
        if (const auto written = step.empty() ? Result<void>() : m_store.apply(step, edition); !written)
            return tl::unexpected(written.error());
    }
    return std::move(m_result);
}

} // namespace

Result<std::vector<Annotation>> readAnnotationFile(const QString &file)
{
    return readFile(file, largestFile).and_then([&](const QByteArray &bytes) {
        return exports::readAnnotations(bytes, file);
    });
}

Result<ImportedAnnotations> takeAnnotations(store::Store &store, const std::vector<Annotation> &annotations,
                                            std::optional<EpisodeId> only)
{
    return Import(store, only).run(annotations);
}

Result<ImportedAnnotations> importAnnotations(store::Store &store, const QString &file, std::optional<EpisodeId> only)
{
    return readAnnotationFile(file).and_then(
        [&](const std::vector<Annotation> &annotations) { return takeAnnotations(store, annotations, only); });
}

} // namespace earmark::library
