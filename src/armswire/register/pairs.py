"""Compares many pairs of claims quickly: reports of one event differ in their articles only, and are compared once."""

from __future__ import annotations

from collections.abc import Sequence

from armswire.lexicon.evidence import EvidenceRules
from armswire.register.comparison import compare, nearness
from armswire.register.separation import is_slip, other_items, set_apart, set_apart_but_for_items
from armswire.register.witness import Witness

# Results kept at most: about 100 MB.
_KEPT = 1_000_000


class Pairs:
    """Scores of pairs of `witnesses`, given by their positions."""

    def __init__(self, witnesses: Sequence[Witness], rules: EvidenceRules) -> None:
        self._witnesses = witnesses
        self._rules = rules
        numbers: dict[tuple[object, ...], int] = {}
        self._profiles = [numbers.setdefault(_profile(witness), len(numbers)) for witness in witnesses]
        self._kept: dict[tuple[int, int], float | None] = {}

    def score(self, one: int, other: int) -> float | None:
        """How alike the two are; None where something sets them apart."""
        known = self._score_profiles(one, other)
        if known is None:
            return None
        return round(known + nearness(self._witnesses[one], self._witnesses[other], self._rules), 6)

    def apart(self, one: int, other: int, through: frozenset[str] = frozenset()) -> bool:
        """Whether something sets the two apart, where other claims of their group name the go-betweens `through`."""
        if self._score_profiles(one, other) is not None:
            return False
        return not through or set_apart(self._witnesses[one], self._witnesses[other], self._rules, through)

    def apart_by_kind_alone(self, one: int, other: int, through: frozenset[str]) -> bool:
        """Whether two that are apart name other kinds of item and nothing else sets them apart."""
        return not set_apart_but_for_items(self._witnesses[one], self._witnesses[other], self._rules, through)

    def slips(self, one: int, other: int) -> bool:
        """Whether one of the two gets the kind of item wrong in retelling the report of the other."""
        mine, theirs = self._witnesses[one], self._witnesses[other]
        return other_items(mine, theirs) and is_slip(mine, theirs, self._rules)

    def _score_profiles(self, one: int, other: int) -> float | None:
        mine, theirs = self._profiles[one], self._profiles[other]
        key = (mine, theirs) if mine < theirs else (theirs, mine)
        try:
            return self._kept[key]
        except KeyError:
            pass
        first, second = self._witnesses[one], self._witnesses[other]
        score = None
        if not set_apart(first, second, self._rules):
            score = compare(first, second, self._rules).score - nearness(first, second, self._rules)
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[key] = score
        return score


def _profile(witness: Witness) -> tuple[object, ...]:
    """All of a claim that comparing looks at, but for its place in the article."""
    claim = witness.claim
    return (
        claim.stage,
        claim.polarity,
        claim.answer is None,
        claim.value,
        witness.time,
        witness.dated,
        # Of whom it is told counts between two articles, so that claims of one report need not be told apart.
        (witness.report, witness.retells, witness.published, witness.claim.attribution[-1:]),
        witness.is_background,
        witness.told_beside,
        witness.reworded,
        witness.requester,
        witness.supplier,
        witness.recipient,
        witness.intermediary,
        frozenset((item.ml, item.designation, item.quantity) for item in claim.items),
    )
