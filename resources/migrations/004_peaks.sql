-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The outline of a recording's sound, one byte a twentieth of a second (app/audio/peaks.h). Measured once
-- for each file, whatever it is called and however many episodes have it. `print` tells the file from
-- others: a SHA-256 that app/library/waveform.cpp makes of its size and parts of its content.
CREATE TABLE peaks (
    print  BLOB PRIMARY KEY CHECK (length(print) = 32),
    levels BLOB NOT NULL
) STRICT;

-- Which recording an episode was heard with last. Peaks that no episode has are removed.
CREATE TABLE episode_peaks (
    episode_id INTEGER PRIMARY KEY REFERENCES episode (id) ON DELETE CASCADE,
    print      BLOB    NOT NULL REFERENCES peaks (print)
) STRICT;
CREATE INDEX episode_peaks_by_print ON episode_peaks (print);
