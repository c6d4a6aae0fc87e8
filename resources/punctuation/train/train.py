# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the net for a given time: train.py ARRAYS CHECKPOINT MINUTES

Goes on from CHECKPOINT where there is one, writes it every few minutes and prints what is reached on
the validation show, with thresholds that are about right.
"""
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch

import features
import measure
import net as nets

BATCH, SPAN = 16, 256
RATE = 2.5e-3
REPORT = 300  # seconds
WORKERS = 2  # processes of one thread
FORGOTTEN = 0.03  # share of words that are shown as if they were not in the vocabulary
MISHEARD = 0.45  # share of training stretches with recogniser's errors


class Stretches:
    def __init__(self, arrays, rng):
        self.sets = [
            (np.load(arrays / f"{name}.rows.npy", mmap_mode="r"), np.load(arrays / f"{name}.labels.npy"))
            for name in ("train", "train.misheard")
        ]
        self.rng = rng

    def batch(self):
        rows = np.empty((BATCH, SPAN, 4), np.int64)
        labels = np.empty((BATCH, SPAN), np.int64)
        for i in range(BATCH):
            source, marks = self.sets[int(self.rng.random() < MISHEARD)]
            at = int(self.rng.integers(0, len(marks) - SPAN))
            rows[i] = source[at : at + SPAN]
            labels[i] = marks[at : at + SPAN]
        forgotten = self.rng.random((BATCH, SPAN)) < FORGOTTEN
        rows[forgotten, 0] = rows[forgotten, 3]
        return torch.from_numpy(rows[:, :, :3].copy()), torch.from_numpy(labels)


def rate_at(step, progress):
    """A short rise, a plateau, and over the last 30 % of the time a fall to nothing: right for a machine
    that others use too, where nobody knows how many steps there will be."""
    return RATE * min(1.0, (step + 1) / 200) * max(0.01, min(1.0, (1 - progress) / 0.3))


def report(net, arrays, words):
    rows = np.load(arrays / "valid.rows.npy", mmap_mode="r")[:words]
    labels = np.load(arrays / "valid.labels.npy")[:words]
    marks, cases = measure.answers_of(net, rows)
    found = measure.figures(measure.decide(marks, cases, 0.4, 0.36, 0.5), labels)
    return " ".join(f"{name} {value:.3f}" for name, value in found.items())


def save(net, checkpoint):
    torch.save(net.state_dict(), checkpoint.with_suffix(".new"))
    checkpoint.with_suffix(".new").replace(checkpoint)


def work(worker, net, arrays, checkpoint, seconds):
    """One of the processes that change the shared net without waiting for each other (Recht et al.
    2011). The first one also reports."""
    torch.set_num_threads(1)
    table = [net.table.weight]
    others = [p for name, p in net.named_parameters() if name != "table.weight"]
    optimizers = [torch.optim.SparseAdam(table, lr=RATE), torch.optim.Adam(others, lr=RATE, betas=(0.9, 0.98))]
    stretches = Stretches(arrays, np.random.default_rng(10 + worker))
    begin = reported = time.monotonic()
    step, total, since = 0, 0.0, 0
    progress = 0.0
    while progress < 1:
        progress = (time.monotonic() - begin) / seconds
        for optimizer in optimizers:
            optimizer.param_groups[0]["lr"] = rate_at(step, progress)
            optimizer.zero_grad(set_to_none=True)
        rows, labels = stretches.batch()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = nets.loss_of(net, rows, labels)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(others, 1.0)
        for optimizer in optimizers:
            optimizer.step()
        step += 1
        since += 1
        total += float(loss.detach())
        if time.monotonic() - reported > REPORT or progress >= 1:
            words = step * BATCH * SPAN / 1e6
            text = f"{worker}: {progress:.0%}, {words:.1f} million words, {time.process_time():.0f} s, loss {total / since:.4f}"
            if worker == 0:
                save(net, checkpoint)
                text += "; " + report(net, arrays, 30_000)
            print(text, flush=True)
            reported, total, since = time.monotonic(), 0.0, 0


def main():
    arrays, checkpoint, minutes = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    torch.manual_seed(1)
    torch.set_num_threads(1)
    table = features.Table(json.loads((arrays / "vocabulary.json").read_text()))
    net = nets.Net(table.rows)
    if checkpoint.exists():
        net.load_state_dict(torch.load(checkpoint))
    net.share_memory()
    torch.multiprocessing.spawn(work, (net, arrays, checkpoint, 60 * minutes), nprocs=WORKERS)
    save(net, checkpoint)


if __name__ == "__main__":
    main()
