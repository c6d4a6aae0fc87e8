// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesource.h"

#include <QAbstractListModel>

#include <memory>

namespace earmark::ui {

// What was left out of a transcript, a row each: where, and what is wrong there.
class WarningModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setSource(std::shared_ptr<const library::EpisodeSource> source);
    [[nodiscard]] const formats::Warning &warning(int row) const { return m_source->warnings[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const library::EpisodeSource> m_source;
};

// "Line 12, column 4"; the line alone where the column is unknown (0).
[[nodiscard]] QString placeText(int line, int column);

} // namespace earmark::ui
