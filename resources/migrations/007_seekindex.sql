-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Places in an episode's audio file from which reading can go on (app/audio/seekindex.h), for a file that has no
-- table of them itself: without these, going to its ninth hour means reading nine hours. Counts only as long as
-- the file has that size. `points` as in app/store/seekindexblob.cpp; empty: the file needs none.
CREATE TABLE seek_index (
    episode_id       INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    audio_bytes      INTEGER NOT NULL CHECK (audio_bytes > 0),
    ticks_per_second INTEGER NOT NULL CHECK (ticks_per_second >= 0),
    points           BLOB    NOT NULL
) STRICT;
