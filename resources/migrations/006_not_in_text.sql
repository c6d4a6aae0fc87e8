-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Stretches of the audio of which the reader has said that they are not in the text: an advertisement
-- that was put in later, say.
CREATE TABLE not_in_text (
    episode_id INTEGER NOT NULL REFERENCES episode (id) ON DELETE CASCADE,
    start_ms   INTEGER NOT NULL CHECK (start_ms >= 0),
    end_ms     INTEGER NOT NULL CHECK (end_ms > start_ms),
    PRIMARY KEY (episode_id, start_ms)
) STRICT, WITHOUT ROWID;
