"""Which of the cues that may be there are there, and to which of them each piece belongs.

The numbers were chosen on the development articles of PolNeAR (84 articles, 2,192 attributions).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from armswire.attributions.decoding import Labelled
from armswire.attributions.network import Role, Scores
from armswire.attributions.pieces import Pieces
from armswire.attributions.stretches import join_pieces
from armswire.model.attribution import Attribution
from armswire.model.span import Span

# What is so improbably anybody's content by itself is no cue's either.
DOUBTFUL_CONTENT = 0.2
# What is said by a cue that is there is content by itself, with a mean log probability of about this.
USUAL_CONTENT = -0.25
# So many pieces that are content by themselves, and belong to no cue, are somebody's words all the same.
STRAY_PIECES = 14
# A cue that was not sure enough is taken for them where its content is theirs by this Jaccard index.
STRAY_OVERLAP = 0.5
# Pieces between two parts of one stray content.
STRAY_GAP = 2
# Content that belongs to no cue and stands so near to that of one is the rest of it.
NEAR = 3
CUE_MARGIN = 5.0


@dataclass(frozen=True, slots=True)
class Reading:
    """One text read by the network: its pieces, the cues that may be there, how probably each piece is content."""

    pieces: Pieces
    text: str
    cues: tuple[Labelled, ...]
    content: Scores


def resolve(reading: Reading, threshold: float) -> list[Attribution]:
    """The attributions of the cues at least as probable as `threshold`, in the order of the text.

    A piece belongs to the one cue for which its role is surest; a cue without content says nothing. A long stray
    content is given to the best cue below the threshold that would say it, else stands alone, without source and cue.
    """
    cues = [_judged(cue, reading.content) for cue in reading.cues]
    sure = [cue for cue in cues if cue.probability >= threshold]
    unsure = [cue for cue in cues if cue.probability < threshold]
    owned = _share_out(reading, sure)
    strays = [run for run in _strays(reading, owned.owner >= 0) if len(run) >= STRAY_PIECES]
    rescued = [cue for stray in strays if (cue := _best_for(stray, unsure, owned)) is not None]
    if rescued:
        owned = _share_out(reading, [*sure, *rescued])
    rests, strays = _rests(reading, owned)
    found = [
        attribution
        for number, cue in enumerate(owned.cues)
        if (attribution := _attribution(reading, cue, owned, number, rests.get(number, []))).content
    ]
    found += [Attribution((), (), tuple(join_pieces(reading.pieces, reading.text, stray)), 0.0) for stray in strays]
    return sorted(found, key=lambda a: (a.cue or a.content)[0])


@dataclass(frozen=True, slots=True)
class _Owned:
    """Cues in the order of their probability, and for each piece the number of the cue that owns it, or -1."""

    cues: Sequence[Labelled]
    owner: npt.NDArray[np.int64]


def _judged(cue: Labelled, content: Scores) -> Labelled:
    """The cue without doubtful content, and with what the probability of its content alone says for or against it."""
    roles = cue.roles.copy()
    at = cue.at(Role.CONTENT)
    roles[at[content[at] < DOUBTFUL_CONTENT] - cue.first] = Role.NONE
    cue = replace(cue, roles=roles)
    at = cue.at(Role.CONTENT)
    if not len(at):
        return replace(cue, probability=0.0)
    odds = np.log(cue.probability) - np.log1p(-min(cue.probability, 0.9999))
    odds += np.log(np.clip(content[at], 1e-4, 1)).mean() - USUAL_CONTENT
    return replace(cue, probability=float(1 / (1 + np.exp(-odds))))


def _share_out(reading: Reading, cues: Iterable[Labelled]) -> _Owned:
    owner = np.full(len(reading.pieces), -1)
    surest = np.full(len(reading.pieces), -np.inf)
    taken = np.zeros(len(reading.pieces), bool)
    kept: list[Labelled] = []
    for cue in sorted(cues, key=lambda cue: (-cue.probability, cue.cue)):
        if taken[cue.cue]:
            continue
        taken[cue.at(Role.CUE)] = True
        at = cue.first + np.flatnonzero(cue.roles)
        margin = cue.margin[at - cue.first] + CUE_MARGIN * (cue.roles[at - cue.first] == Role.CUE)
        better = margin > surest[at]
        owner[at[better]], surest[at[better]] = len(kept), margin[better]
        kept.append(cue)
    return _Owned(kept, owner)


def _strays(reading: Reading, owned: npt.NDArray[np.bool_]) -> Iterator[npt.NDArray[np.int64]]:
    """Runs of pieces that are content by themselves and belong to no cue."""
    pieces = reading.pieces
    at = np.flatnonzero((reading.content > 0.5) & ~owned & (pieces.end > pieces.start))
    apart = (np.diff(at) > STRAY_GAP) | (np.diff(pieces.paragraph[at]) != 0)
    return (run for run in np.split(at, np.flatnonzero(apart) + 1) if len(run))


def _rests(reading: Reading, owned: _Owned) -> tuple[dict[int, list[int]], list[npt.NDArray[np.int64]]]:
    """The stray pieces that are the rest of a cue's content, by the cue's number, and long runs that are nobody's."""
    owner = np.where(_is_content(owned), owned.owner, -1)
    paragraph = reading.pieces.paragraph
    rests: dict[int, list[int]] = {}
    alone = []
    for run in _strays(reading, owned.owner >= 0):
        near = [i for d in range(1, NEAR + 1) for i in (run[0] - d, run[-1] + d) if 0 <= i < len(owner)]
        mine = next((int(owner[i]) for i in near if owner[i] >= 0 and paragraph[i] == paragraph[run[0]]), None)
        if mine is not None:
            rests.setdefault(mine, []).extend(run.tolist())
        elif len(run) >= STRAY_PIECES:
            alone.append(run)
    return rests, alone


def _is_content(owned: _Owned) -> npt.NDArray[np.bool_]:
    """Which pieces their owner has as content."""
    content = np.zeros(len(owned.owner), bool)
    for number, cue in enumerate(owned.cues):
        at = cue.at(Role.CONTENT)
        content[at[owned.owner[at] == number]] = True
    return content


def _best_for(stray: npt.NDArray[np.int64], cues: Iterable[Labelled], owned: _Owned) -> Labelled | None:
    """The most probable cue, owned by no other, that says just about this."""
    fitting = (cue for cue in cues if owned.owner[cue.cue] < 0 and _overlap(stray, cue.at(Role.CONTENT)))
    return max(fitting, key=lambda cue: cue.probability, default=None)


def _overlap(one: npt.NDArray[np.int64], two: npt.NDArray[np.int64]) -> bool:
    shared = len(np.intersect1d(one, two, assume_unique=True))
    return shared >= STRAY_OVERLAP * (len(one) + len(two) - shared)


def _attribution(reading: Reading, cue: Labelled, owned: _Owned, number: int, rest: Sequence[int]) -> Attribution:
    """What is left to a cue of its roles, and the rest of its content."""

    def stretches(role: Role, *more: int) -> tuple[Span, ...]:
        at = cue.at(role)
        whole = np.union1d(at[owned.owner[at] == number], np.array(more, np.int64))
        return tuple(join_pieces(reading.pieces, reading.text, whole))

    words = stretches(Role.CUE) or tuple(join_pieces(reading.pieces, reading.text, np.array([cue.cue])))
    return Attribution(stretches(Role.SOURCE), words, stretches(Role.CONTENT, *rest), cue.probability)
