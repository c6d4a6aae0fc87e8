// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>
#include <QStringList>

#include <vector>

namespace earmark::ui {

// One thing that can be done.
struct Command {
    QString id;    // for what was used lately
    QString name;  // as in the menus, without mnemonic
    QString group; // the menu
    QString keys;  // as the desktop writes them, may be empty
    QPointer<QAction> action;
};

// The commands that fit what was typed, the best first; without anything typed those used last first,
// then in the order given. What cannot be done at the moment comes last.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { KeysRole = Qt::UserRole, GroupRole };

    using QAbstractListModel::QAbstractListModel;

    void setCommands(std::vector<Command> commands, const QStringList &recent);
    void setPattern(const QString &pattern);
    [[nodiscard]] const Command &command(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Command> m_commands;
    QStringList m_recent;
    std::vector<size_t> m_shown;
};

} // namespace earmark::ui
