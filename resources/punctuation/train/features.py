# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the embedding table that a word's type adds up from; app/reading does the same.

Rows 0 to V-1 are the vocabulary's words; then come `unknown` rows for the other words, chosen by
a hash of the whole word, then `ends` rows by a hash of the last three letters, then `ends` rows by
a hash of the first three.
"""
from collections import Counter
from dataclasses import dataclass

import numpy as np


def fnv1a(text):
    """32-bit FNV-1a over UTF-16 code units."""
    value = 0x811C9DC5
    data = text.encode("utf-16-le")
    for i in range(0, len(data), 2):
        value = ((value ^ (data[i] | data[i + 1] << 8)) * 0x01000193) & 0xFFFFFFFF
    return value


@dataclass
class Table:
    vocabulary: list  # words, the most frequent first
    unknown: int = 2048
    ends: int = 4096

    @property
    def rows(self):
        return len(self.vocabulary) + self.unknown + 2 * self.ends

    def unknown_row(self, word):
        return len(self.vocabulary) + fnv1a(word) % self.unknown

    def rows_of(self, types):
        """int32 [types, 4]: the word's row, last letters', first letters', and the row the word would
        have if it were unknown."""
        known = {word: row for row, word in enumerate(self.vocabulary)}
        result = np.empty((len(types), 4), np.int32)
        ends = len(self.vocabulary) + self.unknown
        for i, word in enumerate(types):
            unknown = self.unknown_row(word)
            result[i] = (
                known.get(word, unknown),
                ends + fnv1a(word[-3:]) % self.ends,
                ends + self.ends + fnv1a(word[:3]) % self.ends,
                unknown,
            )
        return result


def vocabulary_of(types, words, size):
    """The `size` most frequent words of a corpus."""
    counts = Counter(dict(enumerate(np.bincount(words.type, minlength=len(types)).tolist())))
    return [types[i] for i, n in counts.most_common(size) if n > 0]
