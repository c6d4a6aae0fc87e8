-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a reader says about the text: corrections of words, turns, headings (app/transcript/amendments.h).
-- The source stays as it is.
CREATE TABLE amendment (
    id            TEXT    PRIMARY KEY, -- UUID, lower case, without braces
    episode_id    INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5), -- correction, turn, heading, join, person
    place         INTEGER NOT NULL CHECK (place BETWEEN 1 AND 2), -- words; lost: of a replaced transcript
    first_token   INTEGER NOT NULL CHECK (first_token >= 0),
    last_token    INTEGER NOT NULL CHECK (last_token >= first_token),
    text          TEXT    NOT NULL,
    heard         TEXT    NOT NULL, -- what the source has there
    marks         INTEGER NOT NULL CHECK (marks BETWEEN 1 AND 2), -- around a correction: the model's, its own
    rule_id       TEXT,             -- UUID of the glossary's rule it came from; NULL: the reader made it
    created_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX amendment_by_place ON amendment (episode_id, first_token);

-- What was done to them, as edit_log has it of highlights: written in the same transaction, and nothing is
-- ever deleted here. before_json, after_json: the amendment as JSON, NULL where there was or is none.
CREATE TABLE amendment_log (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms         INTEGER NOT NULL,
    amendment_id  TEXT    NOT NULL,
    episode_id    INTEGER NOT NULL, -- no reference: the log outlives the episode
    episode_title TEXT    NOT NULL,
    before_json   TEXT,
    after_json    TEXT,
    CHECK (before_json IS NOT NULL OR after_json IS NOT NULL)
) STRICT;
