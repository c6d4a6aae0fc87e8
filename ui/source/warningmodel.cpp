// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/source/warningmodel.h"

#include "library/remarktext.h"

#include <QCoreApplication>

namespace earmark::ui {

void WarningModel::setSource(std::shared_ptr<const library::EpisodeSource> source)
{
    beginResetModel();
    m_source = std::move(source);
    endResetModel();
}

int WarningModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_source ? 0 : int(m_source->warnings.size());
}

QVariant WarningModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const formats::Warning &found = warning(index.row());
    const QString what = library::warningText(found);
    return found.line > 0 ? tr("%1: %2", "a place, what is wrong there").arg(placeText(found.line, found.column), what)
                          : what;
}

QString placeText(int line, int column)
{
    return column > 0
        ? QCoreApplication::translate("earmark::ui::SourcePane", "Line %1, column %2").arg(line).arg(column)
        : QCoreApplication::translate("earmark::ui::SourcePane", "Line %1").arg(line);
}

} // namespace earmark::ui
