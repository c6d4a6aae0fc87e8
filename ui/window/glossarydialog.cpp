// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/glossarydialog.h"

#include "ui/window/framedlist.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace earmark::ui {

using glossary::Rule;
using glossary::Scope;
using library::EpisodeSession;
using library::Suggestion;
using transcript::TokenIndex;
using transcript::TokenSpan;

namespace {

constexpr TokenIndex context = 5; // words on either side
constexpr double widest = 0.95;   // of the screen

// Letters and lines of a list.
constexpr QSize leastRoom(40, 6);
constexpr QSize room(84, 14);

QSize sizeFor(const QWidget &widget, QSize letters)
{
    const QFontMetrics metrics = widget.fontMetrics();
    return {metrics.averageCharWidth() * letters.width(), metrics.height() * letters.height()};
}

QListWidget *listNamed(const QString &name, QWidget *parent)
{
    auto *list = new FramedList(parent);
    list->setAccessibleName(name);
    list->setUniformItemSizes(true);
    list->setMinimumSize(sizeFor(*parent, leastRoom));
    return list;
}

void selectRow(QListWidget &list, int row)
{
    const int last = list.count() - 1;
    list.setCurrentRow(std::clamp(row, std::min(0, last), last));
}

} // namespace

GlossaryDialog::GlossaryDialog(EpisodeSession &session, QWidget *parent)
    : QDialog(parent), m_session(session), m_heard(new QLineEdit(this)), m_meant(new QLineEdit(this)),
      m_scope(new QComboBox(this)), m_make(new QPushButton(this)), m_tabs(new QTabWidget(this)),
      m_found(listNamed(tr("Words that may be misheard"), this)), m_ruleList(listNamed(tr("Rules"), this)),
      m_declinedList(listNamed(tr("Words left as they are"), this)), m_status(new QLabel(this)),
      m_takeBack(new QPushButton(tr("&Take them back"), this))
{
    setWindowTitle(tr("Misheard words"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_tabs->addTab(buildFound(), QString());
    m_tabs->addTab(buildRules(), QString());
    m_tabs->addTab(buildDeclined(), QString());
    m_status->setWordWrap(true);
    m_takeBack->setAutoDefault(false);
    m_takeBack->hide();
    connect(m_takeBack, &QPushButton::clicked, this, [this] { takeBack(m_removed); });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *below = new QHBoxLayout;
    below->addWidget(m_status, 1);
    below->addWidget(m_takeBack);
    below->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(buildRuleRow());
    layout->addWidget(m_tabs);
    layout->addLayout(below);

    auto *undo = new QShortcut(QKeySequence::Undo, this);
    connect(undo, &QShortcut::activated, &m_session, &EpisodeSession::undo);
    connect(&session, &EpisodeSession::amendmentsChanged, this, [this] {
        if (m_takeBack->isHidden())
            say({}); // what was said of another change
        refreshFound();
    });
    refreshFound();
    refreshRules();
    refreshDeclined();
    m_found->setFocus();
    // Large letters on a small screen take what there is, frames included.
    const QSize around = layout->minimumSize() - m_found->minimumSize();
    resize((around + sizeFor(*this, room)).boundedTo(screen()->availableSize() * widest));
}

void GlossaryDialog::propose(const QString &heard, const QString &meant)
{
    m_changing = {};
    const Rule rule = glossary::makeRule(heard, meant); // without the marks around them
    m_heard->setText(rule.heard);
    m_meant->setText(rule.meant);
    m_make->setText(tr("&Find it everywhere"));
    m_meant->selectAll();
    (rule.heard.isEmpty() ? m_heard : m_meant)->setFocus();
}

void GlossaryDialog::setRules(const std::vector<Rule> &rules)
{
    m_rules = rules;
    refreshRules();
    refreshFound();
}

void GlossaryDialog::setSoundalikes(const std::vector<glossary::Proposal> &soundalikes)
{
    m_soundalikes = soundalikes;
    m_comparing = false;
    refreshFound();
}

void GlossaryDialog::setComparing(bool comparing)
{
    m_comparing = comparing;
    updateButtons();
}

void GlossaryDialog::say(const QString &sentence)
{
    m_status->setText(sentence);
}

QString GlossaryDialog::saying() const
{
    return m_status->text();
}

void GlossaryDialog::refreshFound()
{
    const int before = m_found->currentRow();
    const auto rules = library::rulesFor(m_session.episode(), m_rules);
    m_suggestions =
        library::withSoundalikes(library::suggestionsOf(rules, m_session.transcript(), m_session.amendments()),
                                 m_soundalikes, m_session.transcript(), m_session.amendments());
    m_suggestions = library::withoutDeclined(std::move(m_suggestions), m_declined, m_session.transcript());
    {
        const QSignalBlocker quiet(m_found);
        m_found->clear();
        for (const Suggestion &suggestion : m_suggestions)
            m_found->addItem(textOf(suggestion));
    }
    int row = before;
    if (m_wanted.isValid()) {
        const auto hit = std::ranges::find(m_suggestions, m_wanted, &Suggestion::rule);
        row = hit == m_suggestions.end() ? before : int(hit - m_suggestions.begin());
    }
    selectRow(*m_found, row);
    updateButtons();
}

void GlossaryDialog::refreshRules()
{
    const int before = m_ruleList->currentRow();
    m_ruleList->clear();
    for (const Rule &rule : m_rules)
        m_ruleList->addItem(textOf(rule));
    selectRow(*m_ruleList, before);
    updateButtons();
}

void GlossaryDialog::updateButtons()
{
    m_tabs->setTabText(0,
                       m_comparing ? tr("Found (%1, still looking)").arg(m_suggestions.size())
                                   : tr("Found (%1)").arg(m_suggestions.size()));
    m_tabs->setTabText(1, tr("Rules (%1)").arg(m_rules.size()));
    m_tabs->setTabText(2, tr("Left as they are (%1)").arg(m_declined.size()));
    m_hearDeclined->setEnabled(currentDeclined() != nullptr);
    m_again->setEnabled(currentDeclined() != nullptr);
    const bool anyFound = currentSuggestion() != nullptr;
    for (QPushButton *each : {m_hear, m_accept, m_leave})
        each->setEnabled(anyFound);
    m_acceptAll->setEnabled(
        std::ranges::any_of(m_suggestions, [](const Suggestion &suggestion) { return suggestion.rule.isValid(); }));
    m_change->setEnabled(currentRule() != nullptr);
    m_remove->setEnabled(currentRule() != nullptr);
    m_make->setEnabled(glossary::isUsable(glossary::makeRule(m_heard->text(), m_meant->text())));
}

const Suggestion *GlossaryDialog::currentSuggestion() const
{
    const int row = m_found->currentRow();
    return row >= 0 && size_t(row) < m_suggestions.size() ? &m_suggestions[size_t(row)] : nullptr;
}

const Rule *GlossaryDialog::currentRule() const
{
    const int row = m_ruleList->currentRow();
    return row >= 0 && size_t(row) < m_rules.size() ? &m_rules[size_t(row)] : nullptr;
}

QString GlossaryDialog::textOf(const Suggestion &suggestion) const
{
    const transcript::Transcript &transcript = m_session.transcript();
    const TokenSpan span = suggestion.span;
    const auto words = [&](TokenIndex first, TokenIndex last) {
        return first <= last ? transcript::wordsOf(transcript, {first, last}) : QString();
    };
    const QString before = words(std::max(0, span.first - context), span.first - 1);
    const QString after = words(span.last + 1, std::min(transcript.count() - 1, span.last + context));
    const QString start = clockText(m_session.timings()[size_t(span.first)].start);
    const QString text = suggestion.text.isEmpty() ? tr("nothing") : suggestion.text;
    return tr("%1   →  %2   … %3 “%4” %5 …", "time, correction, words before, the words, words after")
        .arg(start, suggestion.rule.isValid() ? text : tr("%1 (sounds like it)").arg(text), before,
             words(span.first, span.last), after);
}

QString GlossaryDialog::textOf(const Rule &rule) const
{
    const QString words = tr("“%1”   →   %2").arg(rule.heard, rule.meant.isEmpty() ? tr("nothing") : rule.meant);
    switch (rule.scope) {
    case Scope::Always: return tr("%1   always").arg(words);
    case Scope::Show: return tr("%1   in %2", "a rule, a show").arg(words, rule.show);
    case Scope::Episode: break;
    }
    return rule.episode == m_session.id() ? tr("%1   in this episode").arg(words)
                                          : tr("%1   in another episode").arg(words);
}

void GlossaryDialog::acceptCurrent()
{
    if (const Suggestion *suggestion = currentSuggestion())
        m_session.amend(library::accepting({*suggestion}, m_session.transcript()));
}

void GlossaryDialog::acceptAll()
{
    std::vector<Suggestion> certain = m_suggestions;
    std::erase_if(certain, [](const Suggestion &suggestion) { return !suggestion.rule.isValid(); });
    const int count = int(certain.size());
    if (m_session.amend(library::accepting(certain, m_session.transcript())))
        say(tr("%n place(s) corrected; undo takes them all back.", nullptr, count));
}

void GlossaryDialog::leaveCurrent()
{
    const Suggestion *suggestion = currentSuggestion();
    if (!suggestion)
        return;
    const glossary::Declined declined = library::declining(*suggestion, m_session.transcript());
    m_declined.push_back(declined); // whatever becomes of it on the disk
    refreshDeclined();
    refreshFound();
    Q_EMIT left(declined);
}

void GlossaryDialog::hearCurrent()
{
    if (const Suggestion *suggestion = currentSuggestion())
        Q_EMIT playWanted(suggestion->span);
}

void GlossaryDialog::makeRule()
{
    Rule rule = glossary::makeRule(m_heard->text(), m_meant->text());
    if (m_changing.isValid())
        rule.id = m_changing;
    rule.scope = Scope(m_scope->currentData().toInt());
    if (rule.scope == Scope::Episode)
        rule.episode = m_session.id();
    if (rule.scope == Scope::Show)
        rule.show = m_session.episode().show;
    if (!glossary::isUsable(rule)) {
        const bool isEmpty = rule.heard.isEmpty();
        (isEmpty ? m_heard : m_meant)->setFocus();
        say(isEmpty ? tr("Say which words are misheard.") : tr("Say what these words should read instead."));
        return;
    }
    say({});
    m_wanted = rule.id;
    m_changing = {};
    m_make->setText(tr("&Find it everywhere"));
    m_tabs->setCurrentIndex(0);
    m_found->setFocus();
    Q_EMIT ruleMade(rule);
}

void GlossaryDialog::changeCurrentRule()
{
    const Rule *rule = currentRule();
    if (!rule)
        return;
    const RuleId id = rule->id;
    const int scope = m_scope->findData(int(rule->scope));
    if (scope >= 0)
        m_scope->setCurrentIndex(scope);
    propose(rule->heard, rule->meant);
    m_changing = id;
    m_make->setText(tr("&Change the rule"));
}

void GlossaryDialog::removeCurrentRule()
{
    const Rule *rule = currentRule();
    if (!rule)
        return;
    m_removed = rule->id;
    const int count = int(library::revertingRule(m_removed, m_session.amendments()).size());
    m_takeBack->setVisible(count > 0);
    say(count > 0 ? tr("%n correction(s) here came from this rule and stay.", nullptr, count) : QString());
    Q_EMIT ruleRemoved(m_removed);
}

void GlossaryDialog::takeBack(RuleId id)
{
    m_session.amend(library::revertingRule(id, m_session.amendments()));
    m_takeBack->hide();
    say({});
}

bool GlossaryDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool taken = watched == m_found ? foundKey(key->key(), key->modifiers())
        : watched == m_ruleList           ? ruleKey(key->key())
                                          : declinedKey(key->key());
    return taken || QDialog::eventFilter(watched, event);
}

bool GlossaryDialog::foundKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Space: hearCurrent(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: (modifiers & Qt::ControlModifier) ? acceptAll() : acceptCurrent(); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: leaveCurrent(); return true;
    default: return false;
    }
}

bool GlossaryDialog::ruleKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter: changeCurrentRule(); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: removeCurrentRule(); return true;
    default: return false;
    }
}

} // namespace earmark::ui
