"""From the network's scores to the best sequence of roles for each cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from armswire.attributions.network import Role, Scores


@dataclass(frozen=True, slots=True)
class Labelled:
    """One cue with a role for each piece of its window, which begins at piece `first` of the text.

    `margin` says by how much a piece's best role beats none.
    """

    cue: int
    probability: float
    first: int
    roles: npt.NDArray[np.int8]
    margin: Scores

    def at(self, role: Role) -> npt.NDArray[np.int64]:
        """The pieces of the text that have a role."""
        found: npt.NDArray[np.int64] = self.first + np.flatnonzero(self.roles == role)
        return found


def best_roles(scores: Sequence[Scores], transitions: Scores, first: Scores) -> list[npt.NDArray[np.int8]]:
    """The likeliest sequence of roles for each of several arrays of pieces by roles (Viterbi's algorithm).

    `transitions` scores each role after each other, `first` the role that begins.
    """
    if not scores:
        return []
    lengths = [len(s) for s in scores]
    whole = np.zeros((len(scores), max(lengths), len(first)), np.float32)
    for row, one in zip(whole, scores, strict=True):
        row[: len(one)] = one
    best = first + whole[:, 0]
    come_from = np.zeros(whole.shape, np.int8)
    along = np.zeros(whole.shape, np.float32)
    along[:, 0] = best
    for t in range(1, whole.shape[1]):
        ways = best[:, :, None] + transitions
        come_from[:, t] = ways.argmax(1)
        best = ways.max(1) + whole[:, t]
        along[:, t] = best
    return [_walk_back(along[i, : lengths[i]], come_from[i, : lengths[i]]) for i in range(len(scores))]


def _walk_back(along: Scores, come_from: npt.NDArray[np.int8]) -> npt.NDArray[np.int8]:
    roles = np.zeros(len(along), np.int8)
    role = int(along[-1].argmax())
    for t in range(len(along) - 1, -1, -1):
        roles[t] = role
        role = come_from[t, role]
    return roles
