"""From scores to the best sequence of roles."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from armswire.attributions.decoding import best_roles


@given(st.integers(1, 5), st.randoms(use_true_random=False))
def test_the_best_sequence_is_the_best_of_all(length: int, chance: object) -> None:
    draw = np.random.default_rng(chance.randint(0, 10**6))  # type: ignore[attr-defined]
    scores, transitions = draw.normal(size=(length, 4)), draw.normal(size=(4, 4))
    first = draw.normal(size=4)

    def worth(roles: tuple[int, ...]) -> float:
        emitted = sum(scores[t, r] for t, r in enumerate(roles))
        return float(first[roles[0]] + emitted + sum(transitions[a, b] for a, b in itertools.pairwise(roles)))

    best = max(itertools.product(range(4), repeat=length), key=worth)
    [found] = best_roles([scores.astype(np.float32)], transitions.astype(np.float32), first.astype(np.float32))
    assert worth(tuple(found)) == pytest.approx(worth(best), abs=1e-4)


def test_sequences_of_several_lengths_do_not_disturb_each_other() -> None:
    draw = np.random.default_rng(7)
    scores = [draw.normal(size=(n, 4)).astype(np.float32) for n in (9, 2, 5)]
    transitions, first = draw.normal(size=(4, 4)).astype(np.float32), draw.normal(size=4).astype(np.float32)
    together = best_roles(scores, transitions, first)
    alone = [best_roles([one], transitions, first)[0] for one in scores]
    assert [list(a) for a in together] == [list(a) for a in alone]
    assert best_roles([], transitions, first) == []
