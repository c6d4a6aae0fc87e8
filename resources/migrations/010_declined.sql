-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Corrections that the glossary proposed and a reader declined (app/glossary/declined.h). A row is about these
-- words at this place: where the transcript was replaced and others stand there, it says nothing.
CREATE TABLE declined (
    episode_id     INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    first_token    INTEGER NOT NULL CHECK (first_token >= 0),
    last_token     INTEGER NOT NULL CHECK (last_token >= first_token),
    heard          TEXT    NOT NULL, -- what the source has there
    meant          TEXT    NOT NULL, -- what it would have read
    declined_at_ms INTEGER NOT NULL, -- since 1970 in UTC
    PRIMARY KEY (episode_id, first_token, last_token, heard, meant)
) STRICT, WITHOUT ROWID;
