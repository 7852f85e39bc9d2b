"""Sets of which no two may be one: how few there can be, whoever is who. A graph by positions, nothing of arms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# Branches gone through for the heaviest set; beyond, the best found so far stands, which is a least all the same.
_MOST_BRANCHES = 20_000
Weights = Mapping[int, float] | Sequence[float]


def groups(size: int, near: Mapping[int, set[int]]) -> list[list[int]]:
    """All positions, those together that hang together, directly or through others."""
    found: list[list[int]] = []
    seen = set[int]()
    for start in range(size):
        if start not in seen:
            component = _component(start, near)
            seen |= component
            found.append(sorted(component))
    return found


def heaviest_apart(group: Sequence[int], weights: Weights, near: Mapping[int, set[int]]) -> float:
    """The greatest sum of weights in a group of which no two may be one: no fewer can there be, whoever is who.

    Branch and bound, the heaviest first: what is left cannot add more than all of it.
    """
    order = sorted(group, key=lambda place: (-weights[place], place))
    best, branches = 0.0, 0
    waiting = [(tuple(order), 0.0)]
    while waiting and branches < _MOST_BRANCHES:
        left, held = waiting.pop()
        branches += 1
        if not left:
            best = max(best, held)
            continue
        if held + sum(weights[i] for i in left) <= best:
            continue
        first, rest = left[0], left[1:]
        waiting.append((rest, held))
        waiting.append((tuple(i for i in rest if i not in near.get(first, ())), held + weights[first]))
    return best


def _component(start: int, near: Mapping[int, set[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        for other in near.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found
