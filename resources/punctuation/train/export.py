# SPDX-FileCopyrightText: 2026 The Earmark authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the model file: export.py ARRAYS CHECKPOINT MODEL

Chooses the thresholds on the validation show and rounds the weights to 8 bits. What the result
reaches is measured by the program that uses it (tests/bench). The README describes the file.
"""
import json
import struct
import sys
from pathlib import Path

import numpy as np
import torch

import features
import measure
import net as nets

# A layer's inputs are whole multiples of a step, about this many of the largest one that was seen; see
# app/reading/convolution.h.
STEPS = 2047


def load(arrays, name):
    return np.load(arrays / f"{name}.rows.npy", mmap_mode="r"), np.load(arrays / f"{name}.labels.npy")


def checksum(data):
    value = 0xCBF29CE484222325
    for (word,) in struct.iter_unpack("<Q", data):
        value = (value ^ word) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def rounded(rows):
    """(scale of each row, rows in 8 bits)"""
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    return scale.astype("<f4"), np.rint(rows / scale[:, None]).astype(np.int8)


def largest_inputs(net, rows):
    """The largest magnitude that comes into each convolution, by its name."""
    seen, hooks = {}, []
    for name, module in net.named_modules():
        if isinstance(module, torch.nn.Conv1d):

            def watch(_, inputs, name=name):
                seen[name] = max(seen.get(name, 1e-6), float(inputs[0].abs().max()))

            hooks.append(module.register_forward_pre_hook(watch))
    measure.answers_of(net, rows)
    for hook in hooks:
        hook.remove()
    return seen


def layer_bytes(module, largest):
    outputs = module.weight.shape[0]
    weights = module.weight.detach().numpy()  # [outputs, inputs, width]
    scale, small = rounded(weights.reshape(outputs, -1))
    small = small.reshape(weights.shape).transpose(2, 1, 0)
    bias = module.bias.detach().numpy().astype("<f4")
    return struct.pack("<f", largest / STEPS) + scale.tobytes() + bias.tobytes() + small.tobytes()


def model_bytes(net, table, thresholds, rows):
    largest = largest_inputs(net, rows)
    vocabulary = "".join(word + "\n" for word in table.vocabulary).encode()
    first, blocks = net.first, net.blocks
    data = b"EMPUNCT1" + struct.pack(
        "<8I",
        len(vocabulary),
        len(table.vocabulary),
        table.unknown,
        table.ends,
        first.in_channels // 2,
        first.out_channels // 2,
        blocks[0].narrow.out_channels // 2,
        len(blocks),
    )
    data += struct.pack(f"<{len(blocks)}I", *(block.dilation for block in blocks))
    data += struct.pack("<3f", *thresholds)
    scale, small = rounded(net.table.weight.detach().numpy())
    data += vocabulary + scale.tobytes() + small.tobytes()
    data += layer_bytes(first, largest["first"])
    for i, block in enumerate(blocks):
        data += layer_bytes(block.narrow, largest[f"blocks.{i}.narrow"])
        data += layer_bytes(block.widen, largest[f"blocks.{i}.widen"])
    data += layer_bytes(net.answer, largest["answer"])
    data += bytes(-len(data) % 8)
    return data + struct.pack("<Q", checksum(data))


def main():
    arrays, checkpoint, target = map(Path, sys.argv[1:4])
    torch.set_num_threads(1)
    table = features.Table(json.loads((arrays / "vocabulary.json").read_text()))
    net = nets.Net(table.rows)
    net.load_state_dict(torch.load(checkpoint))
    rows, labels = load(arrays, "valid")
    marks, cases = measure.answers_of(net, rows)
    thresholds = measure.best_thresholds(marks, cases, labels)
    print("thresholds: end %.2f, comma %.2f, capital %.2f" % thresholds)
    found = measure.figures(measure.decide(marks, cases, *thresholds), labels)
    print("on the validation show: " + ", ".join(f"{key} {value:.3f}" for key, value in found.items()))
    data = model_bytes(net, table, thresholds, rows[:100_000])
    target.write_bytes(data)
    print(f"{target}: {len(data)} bytes")


if __name__ == "__main__":
    main()
