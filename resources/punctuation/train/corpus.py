# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Transcripts made by people, turned into what a captioner would have given and what it left out.

A text becomes arrays with one entry a word: its type (an index into `types`), the mark that follows
it and its casing. Nothing else of the text is kept.
"""
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

MARKS = "N,.?"  # none, comma, full stop, question mark
CASES = "lCU"  # lower, Capitalised, UPPER

STAMP = re.compile(r"\\?\[\d+:\d+(?::\d+)?\\?\]")
TURN = re.compile(r"\*\*(.+?):\*\*\s*")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
ADDRESS = re.compile(r"https?://\S+")
MARKUP = re.compile(r"[*_`\\\[\]“”\"]")
PARTS = re.compile(r"([^\w$]*)(.*?)([^\w%']*)", re.ASCII | re.DOTALL)
TYPOGRAPHY = str.maketrans({"’": "'", "…": "...", "—": " - ", "–": " - "})


@dataclass
class Words:
    """One entry a word, in reading order."""

    type: np.ndarray  # int32
    mark: np.ndarray  # uint8, index into MARKS
    case: np.ndarray  # uint8, index into CASES


def lines_of(markdown):
    """The spoken lines of a Markdown transcript: no headings, code, speakers, links or time marks."""
    for line in markdown.splitlines():
        line = STAMP.sub("", line.strip())
        if not line or line[0] in "#<|" or line.startswith("```"):
            continue
        line = TURN.sub("", line, count=1)
        line = MARKUP.sub("", ADDRESS.sub("", LINK.sub(r"\1", line)))
        yield line.translate(TYPOGRAPHY)


def parts_of(token):
    """(word, mark, case) of a written token; the word is empty for a dash that stands alone."""
    _, core, tail = PARTS.fullmatch(token).groups()
    if not core:
        return "", 1 if token.strip("-") == "" else 0, 0
    if "?" in tail:
        mark = 3
    elif "." in tail or "!" in tail:
        mark = 2
    else:
        mark = 1 if any(c in tail for c in ",;:-") else 0
    case = 0
    if core[0].isupper():
        case = 2 if len(core) > 1 and core.isupper() else 1
    return core, mark, case


def normal(word):
    """What the model sees of a word: lower case, without punctuation around it, each digit a 0."""
    word = word.lower().replace("’", "'")
    begin, end = 0, len(word)
    while begin < end and not word[begin].isalnum():
        begin += 1
    while begin < end and not word[end - 1].isalnum():
        end -= 1
    return "".join("0" if "0" <= c <= "9" else c for c in word[begin:end])


class Corpus:
    """Reads files, numbering the types of words as they come."""

    def __init__(self):
        self.types = []
        self._numbers = {}
        self._parts = {}

    def number(self, word):
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self.types)
            self.types.append(word)
        return found

    def read(self, paths):
        types, marks, cases = [], [], []
        for path in paths:
            for line in lines_of(Path(path).read_text(encoding="utf-8")):
                for token in line.split():
                    part = self._parts.get(token)
                    if part is None:
                        core, mark, case = parts_of(token)
                        word = normal(core)
                        part = self._parts[token] = (self.number(word) if word else -1, mark, case)
                    number, mark, case = part
                    if number >= 0:
                        types.append(number)
                        marks.append(mark)
                        cases.append(case)
                    elif mark and marks and marks[-1] == 0:
                        marks[-1] = mark
        return Words(np.array(types, np.int32), np.array(marks, np.uint8), np.array(cases, np.uint8))

    def misheard(self, words, rate, rng):
        """The words as a recogniser hears them that errs in `rate` of them: 4 of 10 errors replace a
        word by another one, 3 leave it out (its mark stays), 3 tear it in two."""
        count = len(words.type)
        letters = np.array([t.isalpha() for t in self.types])
        long = np.array([len(t) > 5 for t in self.types])
        error = np.where(letters[words.type], rng.random(count) / rate, 9.0)
        replaced = error < 0.4
        dropped = (error >= 0.4) & (error < 0.7)
        torn = (error >= 0.7) & (error < 1.0) & long[words.type]

        types, marks = words.type.copy(), words.mark.copy()
        types[replaced] = words.type[rng.integers(0, count, int(replaced.sum()))]
        for i in np.flatnonzero(dropped & (marks > 0)):
            if i > 0:
                marks[i - 1] = marks[i]
        copies = np.where(dropped, 0, np.where(torn, 2, 1))
        places = np.cumsum(copies) - copies
        types = np.repeat(types, copies)
        marks = np.repeat(marks, copies)
        for i in np.flatnonzero(torn):
            word = self.types[words.type[i]]
            cut = int(rng.integers(2, len(word) - 2))
            types[places[i]] = self.number(word[:cut])
            types[places[i] + 1] = self.number(word[cut:])
            marks[places[i]] = 0
        return Words(types, marks, np.repeat(words.case, copies))
