// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/changesdialog.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using library::EpisodeSession;
using transcript::Amendment;
using transcript::AmendmentKind;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

constexpr TokenIndex context = 4; // words on either side
constexpr qsizetype longestText = 80;
constexpr QSize room(80, 14);

QString shortened(const QString &text)
{
    return text.size() <= longestText ? text : text.first(longestText - 1).trimmed() + u'…';
}

} // namespace

ChangesDialog::ChangesDialog(EpisodeSession &session, QWidget *parent)
    : ListDialog(tr("Changes to the text"),
                 tr("Nothing was changed yet. Words are corrected where they stand, and so is who speaks; the Edit "
                    "menu names the keys."),
                 room, parent),
      m_session(session), m_go(addButton(tr("&Go there"), tr("Show it in the text"), Qt::Key_Return)),
      m_play(addButton(tr("&Play"), tr("Hear what is said there"), Qt::Key_Space)),
      m_revert(addButton(tr("&Take back"), tr("The text is there as it was"), Qt::Key_Delete))
{
    connect(m_go, &QPushButton::clicked, this, &ChangesDialog::activateRow);
    connect(m_play, &QPushButton::clicked, this, &ChangesDialog::playRow);
    connect(m_revert, &QPushButton::clicked, this, &ChangesDialog::removeRow);
    connect(&session, &EpisodeSession::amendmentsChanged, this, &ChangesDialog::refresh);
    connect(&session, &EpisodeSession::timingsChanged, this, &ChangesDialog::refresh);
    refresh();
}

void ChangesDialog::refresh()
{
    m_rows.clear();
    for (const TokenSpan span : reading::joinedWords(m_session.reading()))
        m_rows.push_back({{}, span, false});
    for (const Amendment &each : m_session.amendments())
        m_rows.push_back({each.id, each.span, each.place == transcript::AmendmentPlace::Lost});
    std::ranges::stable_sort(m_rows, {}, [](const Row &row) { return std::pair(row.isLost, row.span.first); });
    QStringList texts;
    for (const Row &row : m_rows)
        texts.append(textOf(row));
    setRows(texts);
}

void ChangesDialog::rowChanged()
{
    const Row *row = current();
    m_revert->setEnabled(row);
    m_go->setEnabled(row && !row->isLost);
    m_play->setEnabled(row && !row->isLost);
}

QString ChangesDialog::textOf(const Row &row) const
{
    if (row.isLost)
        return tr("%1   not found in the new transcript", "what was changed").arg(textOf(*m_session.find(row.id)));
    const reading::Reading &reading = m_session.reading();
    const transcript::Transcript &transcript = m_session.transcript();
    const QString time = clockText(m_session.timings()[size_t(row.span.first)].start);
    const auto words = [&](TokenIndex first, TokenIndex last) {
        first = std::max(first, 0);
        last = std::min(last, transcript.count() - 1);
        const reading::TextRange range =
            first <= last ? reading::rangeOf(reading, {first, last}) : reading::TextRange{};
        return reading.text.mid(range.begin, range.end - range.begin).simplified();
    };
    if (!row.id.isValid())
        return tr("%1   “%2” put together from “%3”   %4", "time, number, as it came, what follows")
            .arg(time, words(row.span.first, row.span.last), transcript::wordsOf(transcript, row.span),
                 words(row.span.last + 1, row.span.last + context));
    const Amendment &amendment = *m_session.find(row.id);
    if (amendment.kind == AmendmentKind::Person)
        return u"%1   %2"_s.arg(time, textOf(amendment));
    return u"%1   %2   … %3 …"_s.arg(time, textOf(amendment), words(row.span.first - context, row.span.last + context));
}

QString ChangesDialog::textOf(const Amendment &amendment) const
{
    const QString text = shortened(amendment.text);
    const QString heard = shortened(amendment.heard);
    switch (amendment.kind) {
    case AmendmentKind::Correction:
        return text.isEmpty()                   ? tr("“%1” left out").arg(heard)
            : amendment.text == amendment.heard ? tr("“%1” left as it came").arg(heard)
                                                : tr("“%1” instead of “%2”", "corrected, heard").arg(text, heard);
    case AmendmentKind::Turn: return text.isEmpty() ? tr("Another person speaks") : tr("%1 speaks", "a name").arg(text);
    case AmendmentKind::Heading: return text.isEmpty() ? tr("No heading") : tr("Heading “%1”").arg(text);
    case AmendmentKind::Join: return tr("Joined to the paragraph before");
    case AmendmentKind::Person: return tr("“%1” is called “%2” everywhere", "two names").arg(heard, text);
    }
    return text;
}

const ChangesDialog::Row *ChangesDialog::current() const
{
    return row() >= 0 && size_t(row()) < m_rows.size() ? &m_rows[size_t(row())] : nullptr;
}

void ChangesDialog::playRow()
{
    if (const Row *row = current(); row && !row->isLost)
        Q_EMIT playWanted(row->span.first);
}

void ChangesDialog::activateRow()
{
    if (const Row *row = current(); row && !row->isLost)
        Q_EMIT showWanted(row->span);
}

// What reading has put together is taken apart by correcting it to what came.
void ChangesDialog::removeRow()
{
    const Row *row = current();
    if (!row)
        return;
    const TokenSpan span = row->span;
    if (row->id.isValid())
        m_session.revert(row->id);
    else
        m_session.correct(span, transcript::wordsOf(m_session.transcript(), span));
}

} // namespace earmark::ui
