-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The parts of an episode's audio, as the file or one beside it names them.
CREATE TABLE chapter (
    episode_id INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    start_ms   INTEGER NOT NULL CHECK (start_ms >= 0),
    end_ms     INTEGER NOT NULL CHECK (end_ms >= start_ms),
    title      TEXT    NOT NULL, -- may be empty
    PRIMARY KEY (episode_id, start_ms)
) STRICT, WITHOUT ROWID;

-- The size of the audio file when its length (duration_ms) and its chapters were read, so that they need
-- not be sought again. 0: they were not, or by a version before this one.
ALTER TABLE episode ADD COLUMN audio_bytes INTEGER NOT NULL DEFAULT 0 CHECK (audio_bytes >= 0);
