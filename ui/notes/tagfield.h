// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

class QCompleter;
class QStringListModel;

namespace earmark::ui {

// A highlight's tags on one line, separated by commas, with completion of the one being typed. Enter and
// leaving it take what was typed; Escape leaves them as they were.
class TagField : public QLineEdit
{
    Q_OBJECT

public:
    explicit TagField(QWidget *parent = nullptr);

    void setTags(const QStringList &tags);
    void setKnownTags(const QStringList &tags); // the most used first

Q_SIGNALS:
    void tagsEntered(const QStringList &tags);
    void leaveRequested();
    void entered(); // has got the focus

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void complete();
    void commit();
    void insertTag(const QString &tag);
    [[nodiscard]] int tagStart() const;

    QStringListModel *m_known;
    QCompleter *m_completer;
    QStringList m_tags;
};

} // namespace earmark::ui
