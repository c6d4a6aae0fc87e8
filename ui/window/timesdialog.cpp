// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timesdialog.h"

#include "ui/window/shownwords.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using library::EpisodeSession;
using transcript::TokenIndex;

namespace {

constexpr TokenIndex context = 4; // words on either side
constexpr QSize room(70, 12);

} // namespace

TimesDialog::TimesDialog(EpisodeSession &session, QWidget *parent)
    : ListDialog(tr("Times set by hand"),
                 tr("No time was set yet. Put the cursor on a word and press the key for “This word is heard now” "
                    "as you hear it; the words around it follow."),
                 room, parent),
      m_session(session), m_play(addButton(tr("&Play from there"), QString(), Qt::Key_Space)),
      m_remove(addButton(tr("&Remove"), tr("Nothing is known of it then, and the words are matched to the sound again"),
                         Qt::Key_Delete))
{
    connect(m_play, &QPushButton::clicked, this, &TimesDialog::playRow);
    connect(m_remove, &QPushButton::clicked, this, &TimesDialog::removeRow);
    connect(&session, &EpisodeSession::timingsChanged, this, &TimesDialog::refresh);
    connect(&session, &EpisodeSession::notInTextChanged, this, &TimesDialog::refresh);
    connect(&session, &EpisodeSession::readingChanged, this, &TimesDialog::refresh);
    refresh();
}

void TimesDialog::refresh()
{
    m_rows.clear();
    for (const transcript::Anchor &word : transcript::tappedWords(m_session.timings()))
        m_rows.push_back({word.token, {word.time, word.time}});
    for (const MediaSpan &span : m_session.notInText())
        m_rows.push_back({-1, span});
    std::ranges::stable_sort(m_rows, {}, [](const Row &row) { return row.span.start; });
    QStringList texts;
    for (const Row &row : m_rows)
        texts.append(textOf(row));
    setRows(texts);
}

void TimesDialog::rowChanged()
{
    m_play->setEnabled(current());
    m_remove->setEnabled(current());
}

QString TimesDialog::textOf(const Row &row) const
{
    const QString start = clockText(row.span.start);
    if (row.token < 0)
        return tr("%1–%2   not in the text", "from, to").arg(start, clockText(row.span.end));
    const ShownWord word = shownWord(m_session, row.token);
    const QString heard = tr("“%1”", "the word that is heard then").arg(word.text);
    const QString before = shownWords(m_session, {row.token - context, word.span.first - 1});
    const QString after = shownWords(m_session, {word.span.last + 1, row.token + context});
    return u"%1   … %2 …"_s.arg(start, u"%1 %2 %3"_s.arg(before, heard, after).trimmed());
}

const TimesDialog::Row *TimesDialog::current() const
{
    return row() >= 0 && size_t(row()) < m_rows.size() ? &m_rows[size_t(row())] : nullptr;
}

void TimesDialog::playRow()
{
    if (const Row *row = current())
        Q_EMIT playWanted(row->span.start);
}

void TimesDialog::removeRow()
{
    const Row *row = current();
    if (!row)
        return;
    if (row->token >= 0)
        m_session.untap(row->token);
    else
        m_session.markInText(row->span);
}

} // namespace earmark::ui
