// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/commandmodel.h"

#include "ui/palette/fuzzy.h"

#include <algorithm>
#include <tuple>

namespace earmark::ui {

using namespace Qt::StringLiterals;

namespace {

bool isPossible(const Command &command)
{
    return command.action && command.action->isEnabled();
}

} // namespace

void CommandModel::setCommands(std::vector<Command> commands, const QStringList &recent)
{
    m_commands = std::move(commands);
    m_recent = recent;
    setPattern({});
}

void CommandModel::setPattern(const QString &pattern)
{
    struct Hit {
        size_t index;
        int score;
        qsizetype age; // how long ago it was used
        bool isExact;  // its whole name: first even where it cannot be done, that Enter does nothing else
    };
    std::vector<Hit> hits;
    for (size_t i = 0; i < m_commands.size(); ++i) {
        const Command &command = m_commands[i];
        // The menu's name finds a command, too, but not as well as its own.
        std::optional<int> score = fuzzyScore(pattern, command.name);
        if (!score) {
            score = fuzzyScore(pattern, command.group + u' ' + command.name);
            if (score)
                *score /= 2;
        }
        const qsizetype used = m_recent.indexOf(command.id);
        if (score)
            hits.push_back({i, *score, used < 0 ? m_recent.size() : used,
                            command.name.compare(pattern, Qt::CaseInsensitive) == 0});
    }
    std::ranges::stable_sort(hits, [&](const Hit &a, const Hit &b) {
        return std::tuple(!a.isExact, !isPossible(m_commands[a.index]), -a.score, a.age)
            < std::tuple(!b.isExact, !isPossible(m_commands[b.index]), -b.score, b.age);
    });
    beginResetModel();
    m_shown.clear();
    for (const Hit &hit : hits)
        m_shown.push_back(hit.index);
    endResetModel();
}

const Command &CommandModel::command(const QModelIndex &index) const
{
    return m_commands[m_shown[size_t(index.row())]];
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Command &command = this->command(index);
    switch (role) {
    case Qt::DisplayRole: return command.name;
    case Qt::AccessibleTextRole:
        return command.keys.isEmpty() ? command.name : tr("%1, key %2").arg(command.name, command.keys);
    case KeysRole: return command.keys;
    case GroupRole: return command.group;
    case Qt::CheckStateRole:
        return command.action && command.action->isCheckable()
            ? QVariant(command.action->isChecked() ? Qt::Checked : Qt::Unchecked)
            : QVariant();
    default: return {};
    }
}

Qt::ItemFlags CommandModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    return isPossible(command(index)) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace earmark::ui
