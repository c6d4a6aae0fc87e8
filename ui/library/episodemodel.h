// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QAbstractListModel>

#include <vector>

namespace earmark::ui {

// The library's episodes, one a row, in the order they are given.
class EpisodeModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { EpisodeRole = Qt::UserRole, DetailRole };

    using QAbstractListModel::QAbstractListModel;

    // Rows that stay keep their place in selections; only what differs is announced.
    void setEpisodes(const std::vector<store::Episode> &episodes);
    // The number of highlights as it stands on the screen.
    void setHighlightCount(EpisodeId id, int count);

    [[nodiscard]] const std::vector<store::Episode> &episodes() const { return m_episodes; }
    [[nodiscard]] QModelIndex indexOf(EpisodeId id) const;
    [[nodiscard]] EpisodeId idAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<store::Episode> m_episodes;
};

} // namespace earmark::ui
