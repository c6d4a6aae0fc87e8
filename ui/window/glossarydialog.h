// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "library/glossary.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace earmark::ui {

// The words that the glossary's rules would correct in the open episode, and those that sound like a term, to
// be heard and accepted one by one or all together; the rules themselves; and what was declined. Deletes itself.
class GlossaryDialog : public QDialog
{
    Q_OBJECT

public:
    // The session must outlive it.
    explicit GlossaryDialog(library::EpisodeSession &session, QWidget *parent = nullptr);

    // What stands in the fields for a new rule.
    void propose(const QString &heard, const QString &meant);
    void setRules(const std::vector<glossary::Rule> &rules);
    void setSoundalikes(const std::vector<glossary::Proposal> &soundalikes);
    // What the reader declined in this episode before; what was declined meanwhile stays so.
    void setDeclined(const std::vector<glossary::Declined> &declined);
    // Whether words are still being compared by their sounds.
    void setComparing(bool comparing);
    void say(const QString &sentence);
    [[nodiscard]] QString saying() const; // what was said last, as long as it stands there

    [[nodiscard]] QListWidget *found() const { return m_found; }
    [[nodiscard]] QListWidget *ruleList() const { return m_ruleList; }
    [[nodiscard]] QListWidget *declinedList() const { return m_declinedList; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] QPushButton *takeBackButton() const { return m_takeBack; }
    [[nodiscard]] const std::vector<library::Suggestion> &suggestions() const { return m_suggestions; }

public Q_SLOTS:
    void accept() override {} // Return is for what has the focus

Q_SIGNALS:
    void playWanted(earmark::transcript::TokenSpan span);
    void tokenWanted(earmark::transcript::TokenIndex token); // to be seen in the text
    void ruleMade(const earmark::glossary::Rule &rule);      // or changed
    void ruleRemoved(earmark::RuleId id);
    void left(const earmark::glossary::Declined &declined); // as it is
    void wantedAgain(const earmark::glossary::Declined &declined);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildRuleRow();
    QWidget *buildFound();
    QWidget *buildRules();
    QWidget *buildDeclined();
    void refreshFound();
    void refreshRules();
    void refreshDeclined();
    void updateButtons();
    void acceptCurrent();
    void acceptAll(); // what a rule says; what only sounds like a term is for one decision each
    void leaveCurrent();
    void hearCurrent();
    void hearDeclined();
    void offerAgain();
    void makeRule();
    void changeCurrentRule();
    void removeCurrentRule();
    void takeBack(RuleId id);
    bool foundKey(int key, Qt::KeyboardModifiers modifiers);
    bool ruleKey(int key);
    bool declinedKey(int key);
    [[nodiscard]] const library::Suggestion *currentSuggestion() const;
    [[nodiscard]] const glossary::Rule *currentRule() const;
    [[nodiscard]] const glossary::Declined *currentDeclined() const;
    [[nodiscard]] QString textOf(const library::Suggestion &suggestion) const;
    [[nodiscard]] QString textOf(const glossary::Rule &rule) const;

    library::EpisodeSession &m_session;
    std::vector<glossary::Rule> m_rules; // of all episodes
    std::vector<glossary::Proposal> m_soundalikes;
    std::vector<glossary::Declined> m_declined; // of words of this transcript
    std::vector<library::Suggestion> m_suggestions;
    RuleId m_changing; // the rule that stands in the fields
    RuleId m_wanted;   // whose first hit is to be shown
    QLineEdit *m_heard;
    QLineEdit *m_meant;
    QComboBox *m_scope;
    QPushButton *m_make;
    QTabWidget *m_tabs;
    QListWidget *m_found;
    QListWidget *m_ruleList;
    QListWidget *m_declinedList;
    QPushButton *m_accept = nullptr;
    QPushButton *m_acceptAll = nullptr;
    QPushButton *m_hear = nullptr;
    QPushButton *m_leave = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_hearDeclined = nullptr;
    QPushButton *m_again = nullptr;
    QLabel *m_status;
    QPushButton *m_takeBack;
    RuleId m_removed; // whose corrections can be taken back
    bool m_comparing = false;
};

} // namespace earmark::ui
