// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of GlossaryDialog that puts its parts together.
#include "ui/window/glossarydialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <initializer_list>

namespace earmark::ui {

using glossary::Scope;
using library::Suggestion;

namespace {

QPushButton *button(const QString &text, const QKeySequence &key, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setAutoDefault(false);
    made->setToolTip(key.toString(QKeySequence::NativeText));
    return made;
}

// The list, below it what can be done with its row, and at the right end what concerns all rows.
void layOut(QWidget *page, QListWidget *list, std::initializer_list<QPushButton *> ofRow, QPushButton *ofAll = nullptr)
{
    auto *keys = new QHBoxLayout;
    for (QPushButton *each : ofRow)
        keys->addWidget(each);
    keys->addStretch();
    if (ofAll)
        keys->addWidget(ofAll);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(list);
    layout->addLayout(keys);
}

} // namespace

QWidget *GlossaryDialog::buildRuleRow()
{
    auto *row = new QWidget(this);
    auto *heardLabel = new QLabel(tr("Where it &says"), row);
    heardLabel->setBuddy(m_heard);
    auto *meantLabel = new QLabel(tr("r&ead"), row);
    meantLabel->setBuddy(m_meant);
    m_heard->setPlaceholderText(tr("deep sequel", "an example of words that were misheard"));
    m_meant->setPlaceholderText(tr("DeepSeek", "what those words should be"));
    m_scope->setAccessibleName(tr("Where the rule holds"));
    m_scope->addItem(tr("in this episode"), int(Scope::Episode));
    if (!m_session.episode().show.isEmpty())
        m_scope->addItem(tr("in this show"), int(Scope::Show));
    m_scope->addItem(tr("always"), int(Scope::Always));
    m_make->setText(tr("&Find it everywhere"));
    m_make->setAutoDefault(false);
    connect(m_make, &QPushButton::clicked, this, &GlossaryDialog::makeRule);
    connect(m_heard, &QLineEdit::returnPressed, this, &GlossaryDialog::makeRule);
    connect(m_meant, &QLineEdit::returnPressed, this, &GlossaryDialog::makeRule);
    connect(m_heard, &QLineEdit::textChanged, this, &GlossaryDialog::updateButtons);
    connect(m_meant, &QLineEdit::textChanged, this, &GlossaryDialog::updateButtons);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(heardLabel);
    layout->addWidget(m_heard, 1);
    layout->addWidget(meantLabel);
    layout->addWidget(m_meant, 1);
    layout->addWidget(m_scope);
    layout->addWidget(m_make);
    return row;
}

QWidget *GlossaryDialog::buildFound()
{
    auto *page = new QWidget(this);
    m_hear = button(tr("&Hear it"), Qt::Key_Space, page);
    m_accept = button(tr("&Correct it"), Qt::Key_Return, page);
    m_leave = button(tr("&Leave it"), Qt::Key_Delete, page);
    m_acceptAll = button(tr("Correct &all by rule"), Qt::CTRL | Qt::Key_Return, page);
    connect(m_hear, &QPushButton::clicked, this, &GlossaryDialog::hearCurrent);
    connect(m_accept, &QPushButton::clicked, this, &GlossaryDialog::acceptCurrent);
    connect(m_leave, &QPushButton::clicked, this, &GlossaryDialog::leaveCurrent);
    connect(m_acceptAll, &QPushButton::clicked, this, &GlossaryDialog::acceptAll);
    connect(m_found, &QListWidget::currentRowChanged, this, [this] {
        updateButtons();
        if (const Suggestion *suggestion = currentSuggestion(); suggestion && m_found->hasFocus())
            Q_EMIT tokenWanted(suggestion->span.first);
    });
    connect(m_found, &QListWidget::itemDoubleClicked, this, &GlossaryDialog::hearCurrent);
    m_found->installEventFilter(this);
    layOut(page, m_found, {m_hear, m_accept, m_leave}, m_acceptAll);
    return page;
}

QWidget *GlossaryDialog::buildRules()
{
    auto *page = new QWidget(this);
    m_change = button(tr("C&hange…"), Qt::Key_Return, page);
    m_remove = button(tr("&Remove"), Qt::Key_Delete, page);
    connect(m_change, &QPushButton::clicked, this, &GlossaryDialog::changeCurrentRule);
    connect(m_remove, &QPushButton::clicked, this, &GlossaryDialog::removeCurrentRule);
    connect(m_ruleList, &QListWidget::currentRowChanged, this, &GlossaryDialog::updateButtons);
    connect(m_ruleList, &QListWidget::itemDoubleClicked, this, &GlossaryDialog::changeCurrentRule);
    m_ruleList->installEventFilter(this);
    layOut(page, m_ruleList, {m_change, m_remove});
    return page;
}

QWidget *GlossaryDialog::buildDeclined()
{
    auto *page = new QWidget(this);
    m_hearDeclined = button(tr("&Hear it"), Qt::Key_Space, page);
    m_again = button(tr("&Offer it again"), Qt::Key_Return, page);
    connect(m_hearDeclined, &QPushButton::clicked, this, &GlossaryDialog::hearDeclined);
    connect(m_again, &QPushButton::clicked, this, &GlossaryDialog::offerAgain);
    connect(m_declinedList, &QListWidget::currentRowChanged, this, &GlossaryDialog::updateButtons);
    connect(m_declinedList, &QListWidget::itemDoubleClicked, this, &GlossaryDialog::hearDeclined);
    m_declinedList->installEventFilter(this);
    layOut(page, m_declinedList, {m_hearDeclined, m_again});
    return page;
}

} // namespace earmark::ui
