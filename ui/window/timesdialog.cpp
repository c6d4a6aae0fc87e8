// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timesdialog.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using library::EpisodeSession;
using transcript::TokenIndex;

namespace {

constexpr TokenIndex context = 4; // words on either side

} // namespace

TimesDialog::TimesDialog(EpisodeSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_list(new QListWidget(this)), m_empty(new QLabel(this))
{
    setWindowTitle(tr("Times set by hand"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setAccessibleName(tr("Times set by hand"));
    m_list->setUniformItemSizes(true);
    m_list->setMinimumSize(fontMetrics().averageCharWidth() * 70, fontMetrics().height() * 12);
    m_empty->setText(tr("No time was set yet. Put the cursor on a word and press the key for “This word is heard now” "
                        "as you hear it; the words around it follow."));
    m_empty->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_play = buttons->addButton(tr("&Play from there"), QDialogButtonBox::ActionRole);
    m_remove = buttons->addButton(tr("&Remove"), QDialogButtonBox::ActionRole);
    m_remove->setToolTip(tr("Nothing is known of it then, and the words are matched to the sound again (%1)")
                             .arg(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText)));
    for (QPushButton *button : {m_play, m_remove, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false);
    connect(m_play, &QPushButton::clicked, this, &TimesDialog::play);
    connect(m_remove, &QPushButton::clicked, this, &TimesDialog::remove);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &TimesDialog::play);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_play->setEnabled(row >= 0);
        m_remove->setEnabled(row >= 0);
    });
    connect(&session, &EpisodeSession::timingsChanged, this, &TimesDialog::refresh);
    connect(&session, &EpisodeSession::notInTextChanged, this, &TimesDialog::refresh);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_empty);
    layout->addWidget(m_list);
    layout->addWidget(buttons);
    refresh();
    m_list->setFocus();
}

void TimesDialog::refresh()
{
    const int before = m_list->currentRow();
    m_rows.clear();
    for (const transcript::Anchor &word : library::tappedWords(m_session.timings()))
        m_rows.push_back({word.token, {word.time, word.time}});
    for (const MediaSpan &span : m_session.notInText())
        m_rows.push_back({-1, span});
    std::ranges::stable_sort(m_rows, {}, [](const Row &row) { return row.span.start; });
    m_list->clear();
    for (const Row &row : m_rows)
        m_list->addItem(textOf(row));
    const int last = m_list->count() - 1;
    m_list->setCurrentRow(std::clamp(before, std::min(0, last), last));
    m_play->setEnabled(last >= 0);
    m_remove->setEnabled(last >= 0);
    m_empty->setVisible(last < 0);
    m_list->setVisible(last >= 0);
}

QString TimesDialog::textOf(const Row &row) const
{
    const QString start = clockText(row.span.start);
    if (row.token < 0)
        return tr("%1–%2   not in the text", "from, to").arg(start, clockText(row.span.end));
    const transcript::Transcript &transcript = m_session.transcript();
    QStringList words;
    for (TokenIndex i = std::max(0, row.token - context); i <= std::min(transcript.count() - 1, row.token + context);
         ++i) {
        const QString word = transcript.tokenText(i).toString();
        words.append(i == row.token ? tr("“%1”", "the word that is heard then").arg(word) : word);
    }
    return u"%1   … %2 …"_s.arg(start, words.join(u' '));
}

const TimesDialog::Row *TimesDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && size_t(row) < m_rows.size() ? &m_rows[size_t(row)] : nullptr;
}

void TimesDialog::play()
{
    if (const Row *row = current())
        Q_EMIT playWanted(row->span.start);
}

void TimesDialog::remove()
{
    const Row *row = current();
    if (!row)
        return;
    if (row->token >= 0)
        m_session.untap(row->token);
    else
        m_session.markInText(row->span);
}

void TimesDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        remove();
    else
        QDialog::keyPressEvent(event);
}

} // namespace earmark::ui
