-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a machine writes wherever it hears something, and what that should read. A rule that was removed
-- keeps its row, so that a correction can always tell where it came from; a rule of one episode goes with it.
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
CREATE INDEX glossary_rule_by_episode ON glossary_rule (episode_id);
