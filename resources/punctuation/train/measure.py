# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 of sentence ends, commas and capitals, and the thresholds that make the first two best."""
import numpy as np
import torch

SPAN, EDGE = 1024, 64  # words in one go, of which those at both ends only lend context


def f1(found, true):
    return 2 * (found & true).sum() / max(1, found.sum() + true.sum())


def loss(marks, labels):
    """Mean cross-entropy of the marks."""
    return float(-np.log(np.maximum(1e-9, marks[np.arange(len(labels)), labels & 3])).mean())


def answers_of(net, rows):
    """(probabilities of the marks [words, 4], of the cases [words, 3])"""
    marks, cases = [], []
    net.eval()
    with torch.no_grad():
        for begin in range(0, len(rows), SPAN):
            first = max(0, begin - EDGE)
            piece = torch.from_numpy(rows[first : begin + SPAN + EDGE, :3].astype(np.int64))[None]
            m, c = net(piece)
            keep = slice(begin - first, begin - first + min(SPAN, len(rows) - begin))
            marks.append(m[0].softmax(0).T[keep].numpy())
            cases.append(c[0].softmax(0).T[keep].numpy())
    net.train()
    return np.concatenate(marks), np.concatenate(cases)


def decide(marks, cases, end_threshold, comma_threshold, case_threshold):
    """(mark, case) of each word."""
    stop = marks[:, 2] + marks[:, 3] >= end_threshold
    result = np.where(stop, np.where(marks[:, 3] > marks[:, 2], 3, 2), 0)
    result[~stop & (marks[:, 1] >= comma_threshold)] = 1
    case = np.where(1 - cases[:, 0] >= case_threshold, np.where(cases[:, 2] > cases[:, 1], 2, 1), 0)
    begins = np.concatenate([[True], stop[:-1]])
    case[begins & (case == 0)] = 1
    return result, case


def figures(decided, labels):
    mark, case = decided
    true_mark, true_case = labels & 3, labels >> 2
    return {
        "ends": f1(mark >= 2, true_mark >= 2),
        "commas": f1(mark == 1, true_mark == 1),
        "questions": f1(mark == 3, true_mark == 3),
        "capitals": f1(case > 0, true_case > 0),
    }


def best_thresholds(marks, cases, labels):
    """For the best F1 of ends, then of commas, then of capitals; of those that are as good but for 0.002
    the highest, since readers mind a mark too many more than one too few."""
    true_mark = labels & 3
    grid = np.arange(0.2, 0.7, 0.02)

    def highest(figure_at):
        figures_seen = [figure_at(threshold) for threshold in grid]
        return max(t for t, figure in zip(grid, figures_seen) if figure >= max(figures_seen) - 0.002)

    end = highest(lambda t: f1(marks[:, 2] + marks[:, 3] >= t, true_mark >= 2))
    stop = marks[:, 2] + marks[:, 3] >= end
    comma = highest(lambda t: f1(~stop & (marks[:, 1] >= t), true_mark == 1))
    case = highest(lambda t: f1(decide(marks, cases, end, comma, t)[1] > 0, labels >> 2 > 0))
    return float(end), float(comma), float(case)
