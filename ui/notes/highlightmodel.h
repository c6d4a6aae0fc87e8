// SPDX-FileCopyrightText: 2026 The Earmark authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/episodesession.h"
#include "notes/marknames.h"

#include <QAbstractListModel>

#include <vector>

namespace earmark::ui {

// The open episode's highlights, moments and its note, in the order of the text, one a row. Its columns
// are its roles: QuoteRole is what was said, of a moment the sentence around it, of the episode's note
// what it is about; WhereRole the place in words, "12:03", "Moment at about 12:03", empty for the
// episode's.
class HighlightModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        QuoteRole,
        WhereRole,
        NoteRole,
        MarkRole,
        MarkNameRole,
        TagsRole,
        CreatedRole,
        ModifiedRole
    };

    using QAbstractListModel::QAbstractListModel;

    // nullptr empties the model. The session must outlive its being set.
    void setSession(library::EpisodeSession *session);

    void setMarkNames(const notes::MarkNames &names);

    [[nodiscard]] QModelIndex indexOf(HighlightId id) const;
    [[nodiscard]] HighlightId idAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        notes::Highlight highlight;
        mutable QString quote; // made when it is first shown; a new reading empties it
    };

    void add(const notes::Highlight &highlight);
    void remove(HighlightId id);
    void change(const notes::Highlight &highlight);
    void takeTimings();
    [[nodiscard]] QString quoteOf(const Row &row) const;
    [[nodiscard]] QString whereOf(const notes::Highlight &highlight) const;
    [[nodiscard]] QString markNameOf(notes::Mark mark) const;
    [[nodiscard]] QString accessibleText(const Row &row) const;

    library::EpisodeSession *m_session = nullptr;
    std::vector<Row> m_rows;
    notes::MarkNames m_names;
};

} // namespace earmark::ui
