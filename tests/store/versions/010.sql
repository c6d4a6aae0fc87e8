-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A library as version 10 of the schema left it.
PRAGMA application_id = 1164800619;
PRAGMA user_version = 10;
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
, audio_bytes INTEGER NOT NULL DEFAULT 0 CHECK (audio_bytes >= 0)) STRICT;
INSERT INTO episode VALUES (1, 'stored', 'A small show', '2026-05-07', 'en-GB', '/podcasts/stored.mp3', 4800, 4321, 12, 1778155200123, 4711);
CREATE TABLE source (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    file_name  TEXT    NOT NULL,
    format     INTEGER NOT NULL,
    bytes      BLOB    NOT NULL,
    sha256     BLOB    NOT NULL CHECK (length(sha256) = 32)
) STRICT;
INSERT INTO source VALUES (1, 'stored.vtt', 1, X'5745425654540A0A73746F726564FF00FE', X'7056B2879BF77B7203D3B89392F1673B9C803FCD2CF8D874C39910C03A9B1BC9');
CREATE INDEX source_by_sha256 ON source (sha256);
CREATE TABLE transcript (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    content    BLOB    NOT NULL
) STRICT;
INSERT INTO transcript VALUES (1, X'010000000100000043000000050000000C0000000100000001000000040000000100000074006F0064006100790020006100200073006D0061006C006C00200063006F006D00700061006E00790020005B004D0075007300690063005D0020007300FC00DF002000240035002E00200074006F0064006100790020006100200073006D0061006C006C00200063006F006D00700061006E00790020005B004D0075007300690063005D0065006E002D00470042000000000001000000000000010000000006000000080000000E000000160000001E00000022000000260000002C0000002E000000340000003C000000050000000100000005000000070000000700000003000000030000000500000001000000050000000700000007000000080000000E00000010000000160000001E000000260000002A0000002E00000034000000360000003C00000044000000060000000200000006000000080000000800000004000000040000000600000002000000060000000800000008000000000000000B0000000000000000000000C012000000000000000000000400000041004E004E00410000000000');
CREATE TABLE timings (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    content    BLOB    NOT NULL
) STRICT;
INSERT INTO timings VALUES (1, X'010000000C000000000000000000000090010000000000002003000000000000B0040000000000004006000000000000D0070000000000006009000000000000F00A000000000000800C000000000000100E000000000000A00F00000000000030110000000000005E01000000000000EE020000000000007E040000000000000E060000000000009E070000000000002E09000000000000BE0A0000000000004E0C000000000000DE0D0000000000006E0F000000000000FE100000000000008E1200000000000000000000CDCCCC3DCDCC4C3E9A99993ECDCCCC3E0000003F9A99193F3333333FCDCC4C3F6666663F0000803F00000000000102030400010203040001');
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
, place INTEGER NOT NULL DEFAULT 1 CHECK (place BETWEEN 1 AND 4), tags TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO highlight VALUES ('8d3f1c5e-5a57-4a6b-9d0a-0f1e2d3c4b5a', 1, 1, 4, 2, 'Kept through every version: *süß* 👩‍👧', 'a small company [Music]', 'today ', ' süß $5. today a small company [', 400, 1950, 1778155200123, 1778155200123, 2, '["claim","süß"]');
CREATE INDEX highlight_by_place ON highlight (episode_id, first_token, last_token);
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
INSERT INTO edit_log VALUES (1, 1795984961604, 1, '8d3f1c5e-5a57-4a6b-9d0a-0f1e2d3c4b5a', 1, 'stored', NULL, '{"createdAtMs":1778155200123,"endMs":1950,"exact":"a small company [Music]","first":1,"last":4,"mark":2,"modifiedAtMs":1778155200123,"note":"Kept through every version: *süß* 👩‍👧","place":2,"prefix":"today ","startMs":400,"suffix":" süß $5. today a small company [","tags":["claim","süß"]}');
CREATE INDEX edit_log_by_highlight ON edit_log (highlight_id, id);
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
CREATE TABLE mark_name (
    mark INTEGER PRIMARY KEY CHECK (mark BETWEEN 1 AND 5),
    name TEXT NOT NULL
) STRICT;
CREATE TABLE peaks (
    print  BLOB PRIMARY KEY CHECK (length(print) = 32),
    levels BLOB NOT NULL
) STRICT;
INSERT INTO peaks VALUES (X'7070707070707070707070707070707070707070707070707070707070707070', X'0012FF');
CREATE TABLE episode_peaks (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    print      BLOB    NOT NULL REFERENCES peaks (print)
) STRICT;
INSERT INTO episode_peaks VALUES (1, X'7070707070707070707070707070707070707070707070707070707070707070');
CREATE INDEX episode_peaks_by_print ON episode_peaks (print);
CREATE TABLE chapter (
    episode_id INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    start_ms   INTEGER NOT NULL CHECK (start_ms >= 0),
    end_ms     INTEGER NOT NULL CHECK (end_ms >= start_ms),
    title      TEXT    NOT NULL, -- may be empty
    PRIMARY KEY (episode_id, start_ms)
) STRICT, WITHOUT ROWID;
INSERT INTO chapter VALUES (1, 0, 2000, 'Über uns');
INSERT INTO chapter VALUES (1, 2000, 4800, '');
CREATE TABLE not_in_text (
    episode_id INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    start_ms   INTEGER NOT NULL CHECK (start_ms >= 0),
    end_ms     INTEGER NOT NULL CHECK (end_ms > start_ms),
    PRIMARY KEY (episode_id, start_ms)
) STRICT, WITHOUT ROWID;
CREATE TABLE seek_index (
    episode_id       INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    audio_bytes      INTEGER NOT NULL CHECK (audio_bytes > 0),
    ticks_per_second INTEGER NOT NULL CHECK (ticks_per_second >= 0),
    points           BLOB    NOT NULL
) STRICT;
INSERT INTO seek_index VALUES (1, 4711, 14112000, X'A10300AF0C80D4BA0D');
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
INSERT INTO amendment VALUES ('1b8e0c52-90d7-4b5e-8a31-7c6d5e4f3a2b', 1, 1, 1, 2, 3, 'geändert', 'was heard', 2, '5c0b7d1e-3f2a-4d68-9b47-0a1b2c3d4e5f', 1778155200123);
CREATE INDEX amendment_by_place ON amendment (episode_id, first_token);
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
INSERT INTO amendment_log VALUES (1, 1795984961619, '1b8e0c52-90d7-4b5e-8a31-7c6d5e4f3a2b', 1, 'stored', NULL, '{"createdAtMs":1778155200123,"first":2,"heard":"was heard","kind":1,"last":3,"marks":2,"rule":"5c0b7d1e-3f2a-4d68-9b47-0a1b2c3d4e5f","text":"geändert"}');
CREATE TABLE glossary_rule (
    id            TEXT    PRIMARY KEY NOT NULL, -- a UUID
    scope         INTEGER NOT NULL CHECK (scope BETWEEN 1 AND 3), -- this episode, this show, always
    episode_id    INTEGER REFERENCES episode (id) ON DELETE CASCADE,
    show          TEXT    NOT NULL, -- empty but for scope 2
    heard         TEXT    NOT NULL CHECK (heard <> ''),
    meant         TEXT    NOT NULL, -- empty: the words are left out
    created_at_ms INTEGER NOT NULL, -- since 1970 in UTC
    removed_at_ms INTEGER,          -- NULL: it holds
    CHECK ((scope = 1) = (episode_id IS NOT NULL) AND (scope = 2) = (show <> ''))
) STRICT;
INSERT INTO glossary_rule VALUES ('5c0b7d1e-3f2a-4d68-9b47-0a1b2c3d4e5f', 2, NULL, 'Über uns', 'tief gesucht', 'DeepSeek', 1778155200123, NULL);
CREATE INDEX glossary_rule_by_episode ON glossary_rule (episode_id);
CREATE TABLE declined (
    episode_id     INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    first_token    INTEGER NOT NULL CHECK (first_token >= 0),
    last_token     INTEGER NOT NULL CHECK (last_token >= first_token),
    heard          TEXT    NOT NULL, -- what the source has there
    meant          TEXT    NOT NULL, -- what it would have read
    declined_at_ms INTEGER NOT NULL, -- since 1970 in UTC
    PRIMARY KEY (episode_id, first_token, last_token, heard, meant)
) STRICT, WITHOUT ROWID;
INSERT INTO declined VALUES (1, 2, 3, 'small company', 'Small Company', 1795984961643);
