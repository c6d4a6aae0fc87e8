# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the arrays that train.py reads: prepare.py CORPUS KEPT_ASIDE OUT

CORPUS holds one folder a show. The show founderstalk is not trained on, nor is an episode that
KEPT_ASIDE has a file of the same name of.
"""
import json
import sys
from pathlib import Path

import numpy as np

import corpus
import features

VALIDATION_SHOW = "founderstalk"
ERRORS = 0.08


def save(out, name, rows, words):
    np.save(out / f"{name}.rows.npy", rows[words.type].astype(np.uint16))
    np.save(out / f"{name}.labels.npy", (words.mark | words.case << 2).astype(np.uint8))


def main():
    source, aside, out = map(Path, sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    kept_aside = {path.name for path in aside.glob("*.md")}
    files = sorted(p for p in source.glob("*/*.md") if p.name not in kept_aside)
    validation = [p for p in files if p.parent.name == VALIDATION_SHOW]
    training = [p for p in files if p.parent.name != VALIDATION_SHOW]

    texts = corpus.Corpus()
    rng = np.random.default_rng(1)
    train = texts.read(training)
    table = features.Table(features.vocabulary_of(texts.types, train, 20_000))
    sets = {
        "train": train,
        "train.misheard": texts.misheard(train, ERRORS, rng),
        "valid": texts.read(validation),
    }
    rows = table.rows_of(texts.types)
    for name, words in sets.items():
        save(out, name, rows, words)
        print(f"{name}: {len(words.type)} words")
    (out / "vocabulary.json").write_text(json.dumps(table.vocabulary))
    print(f"{len(training)} files trained on, {len(validation)} to choose by, {len(texts.types)} types")


if __name__ == "__main__":
    main()
