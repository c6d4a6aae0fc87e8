# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the net for a given time: train.py ARRAYS CHECKPOINT MINUTES; --help says what can be set.

Goes on from CHECKPOINT where there is one, writes it every few minutes and prints what is reached on
the validation show, with thresholds that are about right.
"""
import argparse
import copy
import json
import time
from pathlib import Path

import numpy as np
import torch

import features
import measure
import net as nets

BATCH, SPAN = 16, 256
REPORT = 300  # seconds
WORKERS = 2  # processes of one thread
FORGOTTEN = 0.03  # share of the most common words that are shown as if they were not in the vocabulary
SELDOM_FORGOTTEN = 0.17  # and how much more of the rarest
REPLACED = 0.01  # share of words that are replaced by any other
AVERAGED = 0.99  # how much of the average of the weights stays from one look to the next
STEPS_APART = 20  # of the looks
MISHEARD = 0.45  # share of training stretches with recogniser's errors


class Stretches:
    def __init__(self, arrays, known, rng):
        self.sets = [
            (np.load(arrays / f"{name}.rows.npy", mmap_mode="r"), np.load(arrays / f"{name}.labels.npy"))
            for name in ("train", "train.misheard")
        ]
        self.known = known
        self.rng = rng

    def batch(self):
        rows = np.empty((BATCH, SPAN, 4), np.int64)
        labels = np.empty((BATCH, SPAN), np.int64)
        for i in range(BATCH):
            source, marks = self.sets[int(self.rng.random() < MISHEARD)]
            at = int(self.rng.integers(0, len(marks) - SPAN))
            rows[i] = source[at : at + SPAN]
            labels[i] = marks[at : at + SPAN]
        seldom = FORGOTTEN + SELDOM_FORGOTTEN * np.minimum(rows[:, :, 0] / self.known, 1)
        forgotten = self.rng.random((BATCH, SPAN)) < seldom
        rows[forgotten, 0] = rows[forgotten, 3]
        replaced = self.rng.random((BATCH, SPAN)) < REPLACED
        rows[replaced] = self.rng.permutation(rows.reshape(-1, 4))[: int(replaced.sum())]
        return torch.from_numpy(rows[:, :, :3].copy()), torch.from_numpy(labels)


def rate_at(step, progress, options):
    """A short rise, a plateau, and over the last share of the time a fall to nothing: right for a machine
    that others use too, where nobody knows how many steps there will be."""
    return options.rate * min(1.0, (step + 1) / 200) * max(0.01, min(1.0, (1 - progress) / options.fall))


class Average:
    """The mean of the weights over the last steps, exponentially weighted (Polyak and Juditsky 1992)."""

    def __init__(self, net):
        self.net = copy.deepcopy(net)

    def add(self, net):
        with torch.no_grad():
            for mean, now in zip(self.net.parameters(), net.parameters()):
                mean.lerp_(now, 1 - AVERAGED)


def report(net, arrays, words):
    rows = np.load(arrays / "valid.rows.npy", mmap_mode="r")[:words]
    labels = np.load(arrays / "valid.labels.npy")[:words]
    marks, cases = measure.answers_of(net, rows)
    found = measure.figures(measure.decide(marks, cases, *measure.best_thresholds(marks, cases, labels)), labels)
    return f"loss {measure.loss(marks, labels):.4f} " + " ".join(f"{name} {value:.3f}" for name, value in found.items())


def save(net, checkpoint):
    torch.save(net.state_dict(), checkpoint.with_suffix(".new"))
    checkpoint.with_suffix(".new").replace(checkpoint)


def work(worker, net, teachers, known, options):
    """One of the processes that change the shared net without waiting for each other (Recht et al.
    2011). The first one also reports."""
    torch.set_num_threads(1)
    table = [net.table.weight]
    others = [p for name, p in net.named_parameters() if name != "table.weight"]
    optimizers = [torch.optim.SparseAdam(table, lr=options.rate), torch.optim.Adam(others, lr=options.rate, betas=(0.9, 0.98))]
    stretches = Stretches(options.arrays, known, np.random.default_rng(10 + worker))
    begin = reported = time.monotonic()
    step, total, since = 0, 0.0, 0
    average = Average(net) if worker == 0 else None
    progress = 0.0
    while progress < 1:
        progress = (time.monotonic() - begin) / (60 * options.minutes)
        for optimizer in optimizers:
            optimizer.param_groups[0]["lr"] = rate_at(step, progress, options)
            optimizer.zero_grad(set_to_none=True)
        rows, labels = stretches.batch()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = nets.loss_of(net, rows, labels, teachers, options.trust)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(others, 1.0)
        for optimizer in optimizers:
            optimizer.step()
        step += 1
        if average and step % STEPS_APART == 0:
            average.add(net)
        since += 1
        total += float(loss.detach())
        if time.monotonic() - reported > REPORT or progress >= 1:
            words = step * BATCH * SPAN / 1e6
            text = f"{worker}: {progress:.0%}, {words:.1f} million words, {time.process_time():.0f} s, loss {total / since:.4f}"
            if worker == 0:
                save(average.net, options.checkpoint)
                text += "; " + report(average.net, options.arrays, 100_000)
            print(text, flush=True)
            reported, total, since = time.monotonic(), 0.0, 0


def options_given():
    parser = argparse.ArgumentParser(description="Trains the net for a given time.")
    parser.add_argument("arrays", type=Path, help="what prepare.py made")
    parser.add_argument("checkpoint", type=Path, help="the net, which it goes on from where there is one")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--rate", type=float, default=2.5e-3, help="of learning, before it falls")
    parser.add_argument("--fall", type=float, default=0.3, help="share of the time over which the rate falls")
    parser.add_argument("--dropped", type=float, default=0.15, help="share of a layer's inputs that are left out")
    parser.add_argument("--trust", type=float, default=0.85, help="in the teachers rather than in the text")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="checkpoints to learn from")
    return parser.parse_args()


def main():
    options = options_given()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    table = features.Table(json.loads((options.arrays / "vocabulary.json").read_text()))
    net = nets.Net(table.rows, drop=options.dropped)
    if options.checkpoint.exists():
        net.load_state_dict(torch.load(options.checkpoint))
    teachers = [nets.Net(table.rows).eval() for _ in options.teachers]
    for teacher, path in zip(teachers, options.teachers):
        teacher.load_state_dict(torch.load(path))
    net.share_memory()
    torch.multiprocessing.spawn(work, (net, teachers, len(table.vocabulary), options), nprocs=WORKERS)


if __name__ == "__main__":
    main()
