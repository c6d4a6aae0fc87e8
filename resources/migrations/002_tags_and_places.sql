-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a highlight stands on: 1 words, 2 a moment (start_ms), 3 the episode as a whole, 4 words of a
-- replaced transcript that were not found in the new one. But for words the span has no meaning of its
-- own; it is inside the transcript all the same.
ALTER TABLE highlight ADD COLUMN place INTEGER NOT NULL DEFAULT 1 CHECK (place BETWEEN 1 AND 4);

-- A JSON array of strings: read and written with the highlight, in one piece; json_each() opens it.
ALTER TABLE highlight ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';

-- The files that an episode's transcript was made of before it was replaced, as they came.
CREATE TABLE replaced_source (
    id             INTEGER PRIMARY KEY,
    episode_id     INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    replaced_at_ms INTEGER NOT NULL,
    file_name      TEXT    NOT NULL,
    format         INTEGER NOT NULL,
    bytes          BLOB    NOT NULL,
    sha256         BLOB    NOT NULL CHECK (length(sha256) = 32)
) STRICT;
CREATE INDEX replaced_source_by_episode ON replaced_source (episode_id, replaced_at_ms);
