-- SPDX-FileCopyrightText: 2026 The Earmark authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the reader calls the marks. A mark that is not here, or whose name is empty, has its number only.
CREATE TABLE mark_name (
    mark INTEGER PRIMARY KEY CHECK (mark BETWEEN 1 AND 5),
    name TEXT NOT NULL
) STRICT;
