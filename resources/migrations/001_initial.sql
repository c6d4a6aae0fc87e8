-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Migrations run in the order of their numbers, each in one transaction, which also sets
-- PRAGMA user_version to the file's number. A file that was released is never changed again.
-- Times are milliseconds: *_ms of the audio from its start, *_at_ms since 1970 in UTC.

CREATE TABLE episode (
    -- AUTOINCREMENT: a removed episode's number is never given to another one, because edit_log and
    -- scripts go on naming it.
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    title       TEXT    NOT NULL,
    show        TEXT    NOT NULL,
    published   TEXT,             -- ISO 8601 date; NULL: unknown
    language    TEXT    NOT NULL, -- BCP 47; empty: unknown
    audio_path  TEXT    NOT NULL, -- absolute; empty: no audio
    duration_ms INTEGER NOT NULL CHECK (duration_ms >= 0), -- 0: unknown
    position_ms INTEGER NOT NULL DEFAULT 0 CHECK (position_ms >= 0), -- where reading goes on
    token_count INTEGER NOT NULL CHECK (token_count >= 0),
    added_at_ms INTEGER NOT NULL
) STRICT;

-- The transcript's file as it came. Never changed.
CREATE TABLE source (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    file_name  TEXT    NOT NULL,
    format     INTEGER NOT NULL,
    bytes      BLOB    NOT NULL,
    sha256     BLOB    NOT NULL CHECK (length(sha256) = 32)
) STRICT;
CREATE INDEX source_by_sha256 ON source (sha256);

-- Tokens and timings are read and written whole, and a row for each of 100,000 words would cost ten
-- times as much to open; so they are blobs, whose layout app/store/transcriptblob.cpp and
-- timingsblob.cpp describe and whose first number is their version.
CREATE TABLE transcript (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    content    BLOB    NOT NULL
) STRICT;

CREATE TABLE timings (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    content    BLOB    NOT NULL
) STRICT;

-- A span of tokens, both ends included, and beside it what it was made on (W3C Web Annotation), for
-- the day the transcript is replaced.
CREATE TABLE highlight (
    id             TEXT    PRIMARY KEY, -- UUID, lower case, without braces
    episode_id     INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    first_token    INTEGER NOT NULL CHECK (first_token >= 0),
    last_token     INTEGER NOT NULL CHECK (last_token >= first_token),
    mark           INTEGER NOT NULL CHECK (mark BETWEEN 1 AND 5),
    note           TEXT    NOT NULL, -- Markdown
    exact          TEXT    NOT NULL,
    prefix         TEXT    NOT NULL,
    suffix         TEXT    NOT NULL,
    start_ms       INTEGER NOT NULL,
    end_ms         INTEGER NOT NULL,
    created_at_ms  INTEGER NOT NULL,
    modified_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX highlight_by_place ON highlight (episode_id, first_token, last_token);

-- What was done to highlights, written in the same transaction as the doing, so that whatever a
-- reader marked or wrote can be found again, also after the highlight or its whole episode was
-- removed. Nothing is ever deleted here. A row is one step: a change of the same note soon after the
-- last one goes on in that row (its "after" is replaced), unless much of the text goes or comes at
-- once; so "before" is what stood there before the typing began.
-- before_json, after_json: the highlight as JSON, NULL where there was or is none. The selectors are
-- in it when a highlight comes or goes.
CREATE TABLE edit_log (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms         INTEGER NOT NULL, -- since 1970 in UTC: when the step began
    kind          INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4), -- added, removed, note, other change
    highlight_id  TEXT    NOT NULL,
    episode_id    INTEGER NOT NULL, -- no reference: the log outlives the episode
    episode_title TEXT    NOT NULL,
    before_json   TEXT,
    after_json    TEXT,
    CHECK (before_json IS NOT NULL OR after_json IS NOT NULL)
) STRICT;
CREATE INDEX edit_log_by_highlight ON edit_log (highlight_id, id);
