# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The net: embeddings, one convolution, residual bottlenecks of growing dilation, two answers."""
import torch
from torch import nn
from torch.nn import functional as F

WIDTH = 5


class Block(nn.Module):
    def __init__(self, channels, inner, dilation):
        super().__init__()
        self.dilation = dilation
        self.narrow = nn.Conv1d(channels, inner, WIDTH, padding=dilation * (WIDTH // 2), dilation=dilation)
        self.widen = nn.Conv1d(inner, channels, 1)
        nn.init.zeros_(self.widen.weight)
        nn.init.zeros_(self.widen.bias)

    def forward(self, x, drop):
        return x + self.widen(F.dropout(F.relu(self.narrow(x)), drop, self.training))


class Net(nn.Module):
    """rows [batch, words, 3] -> (marks [batch, 4, words], cases [batch, 3, words])"""

    def __init__(self, rows, size=64, channels=128, inner=64, dilations=(2, 4, 8), drop=0.0):
        super().__init__()
        self.drop = drop
        self.table = nn.Embedding(rows, size, sparse=True)
        nn.init.normal_(self.table.weight, std=0.15)
        self.first = nn.Conv1d(size, channels, WIDTH, padding=WIDTH // 2)
        self.blocks = nn.ModuleList([Block(channels, inner, d) for d in dilations])
        self.answer = nn.Conv1d(channels, 7, 1)

    def forward(self, rows):
        batch, words, ends = rows.shape
        x = self.table(rows.view(batch, words * ends)).view(batch, words, ends, -1).sum(2)
        x = F.dropout(x, self.drop, self.training)
        x = F.relu(self.first(x.transpose(1, 2)))
        for block in self.blocks:
            x = block(x, self.drop)
        x = F.dropout(x, self.drop, self.training)
        y = self.answer(x).float()
        return y[:, :4], y[:, 4:]


def loss_of(net, rows, labels, teachers=(), trust=0.0):
    """Cross-entropy of the marks, and of the casing where no sentence begins: there it follows from the
    mark before. `trust` is the share of it that is measured against what the teachers say together
    rather than against the labels (Hinton, Vinyals, Dean 2015)."""
    marks, cases = net(rows)
    mark = labels & 3
    case = labels >> 2
    inside = torch.ones_like(mark, dtype=torch.bool)
    inside[:, 1:] = mark[:, :-1] < 2
    inside[:, 0] = False
    cases, case = cases.transpose(1, 2)[inside], case[inside]
    loss = F.cross_entropy(marks, mark) + 0.5 * F.cross_entropy(cases, case)
    if not teachers:
        return loss
    with torch.no_grad():
        taught = [teacher(rows) for teacher in teachers]
        soft_marks = sum(F.softmax(m, 1) for m, _ in taught) / len(taught)
        soft_cases = (sum(F.softmax(c, 1) for _, c in taught) / len(taught)).transpose(1, 2)[inside]
    soft = F.cross_entropy(marks, soft_marks) + 0.5 * F.cross_entropy(cases, soft_cases)
    return trust * soft + (1 - trust) * loss
