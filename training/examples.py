"""PolNeAR's articles as what the network is trained on: windows of pieces with the roles of each cue."""

from __future__ import annotations

import gzip
import json
import random
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from armswire.attributions.network import Role
from armswire.attributions.pieces import START, Numbers, Pieces, Window, cut_pieces, cut_windows

# Of attributions that share pieces the later role wins: a cue inside a content stays a cue.
ROLES = ((Role.CONTENT, "content"), (Role.SOURCE, "source"), (Role.CUE, "cue"))
# Windows differ from epoch to epoch, so that no piece is always first or last in its own.
LIMITS, CONTEXTS = (160, 192, 224, 256), (0, 32, 48)


@dataclass(frozen=True, slots=True)
class Example:
    """One article: its pieces, and for each attribution the first piece of its cue and the role of every piece."""

    pieces: Pieces
    attributions: tuple[tuple[int, Numbers], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side (windows by pieces), the cues in them (cues by pieces), `row` and `place` of each cue."""

    ids: Tensor
    case: Tensor
    quoted: Tensor
    paragraph: Tensor
    mask: Tensor  # what is a piece at all
    own: Tensor  # what the window answers for
    role: Tensor  # the role in any attribution
    begins: Tensor  # where a cue begins
    row: Tensor
    place: Tensor
    roles: Tensor


def read_articles(path: Path) -> list[dict[str, Any]]:
    """The articles of a gzipped JSON Lines file: id, text, attributions of source, cue and content spans."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_example(article: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """One article's pieces and roles; an attribution without a cue cannot be learned and is left out."""
    pieces = cut_pieces(article["text"], tokenizer)
    found = []
    for attribution in article["attributions"]:
        roles = np.zeros(len(pieces), np.int64)
        for role, name in ROLES:
            for start, end in attribution[name]:
                roles[bisect_right(pieces.end, start) : bisect_left(pieces.start, end)] = role
        cue = np.flatnonzero(roles == Role.CUE)
        if len(cue):
            found.append((int(cue[0]), roles))
    return Example(pieces, tuple(found))


def batches(examples: Sequence[Example], size: int, chance: random.Random) -> list[list[tuple[int, Window]]]:
    """One epoch's batches: numbers of examples, each with a window, of similar length, at most `size` pieces."""
    windows = [
        (number, window)
        for number, example in enumerate(examples)
        for window in cut_windows(example.pieces, chance.choice(LIMITS), chance.choice(CONTEXTS))
    ]
    windows.sort(key=lambda one: _length(one[1]) // 24 + 2 * chance.random())
    made: list[list[tuple[int, Window]]] = [[]]
    longest = 0
    for one in windows:
        longest = max(longest, _length(one[1]))
        if made[-1] and (len(made[-1]) + 1) * longest > size:
            made.append([])
            longest = _length(one[1])
        made[-1].append(one)
    chance.shuffle(made)
    return made


def collate(examples: Sequence[Example], batch: Sequence[tuple[int, Window]], tokenizer: Tokenizer) -> Batch:
    """The tensors of a batch; every window begins with the start mark."""
    width = 1 + max(_length(window) for _, window in batch)
    z = {name: torch.zeros(len(batch), width, dtype=torch.long) for name in Batch.__slots__[:8]}
    z["ids"][:, 0] = tokenizer.token_to_id(START)
    rows, places, roles = [], [], []
    for row, (number, window) in enumerate(batch):
        example = examples[number]
        here, there = slice(window.context, window.end), slice(1, 1 + _length(window))
        for name in ("ids", "case", "quoted", "paragraph"):
            z[name][row, there] = torch.from_numpy(getattr(example.pieces, name)[here])
        z["mask"][row, : there.stop] = 1
        z["own"][row, 1 + window.start - window.context : there.stop] = 1
        for cue, all_roles in example.attributions:
            mine = torch.from_numpy(all_roles[here])
            z["role"][row, there] = torch.where(mine > 0, mine, z["role"][row, there])
            if window.start <= cue < window.end:
                place = 1 + cue - window.context
                z["begins"][row, place] = 1
                whole = torch.zeros(width, dtype=torch.long)
                whole[there] = mine
                rows.append(row)
                places.append(place)
                roles.append(whole)
    stacked = torch.stack(roles) if roles else torch.zeros(0, width, dtype=torch.long)
    return Batch(**z, row=torch.tensor(rows), place=torch.tensor(places), roles=stacked)


def _length(window: Window) -> int:
    return window.end - window.context
