"""Why not: reasons for one refusal or halt that have hardly a word in common."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.dispute import DisputeType
from armswire.register.disputing.discrepancy import Discrepancy, all_of, gather, of_two_mouths
from armswire.register.phrasing import list_actors, unmarked
from armswire.register.witness import Witness

GIVEN_REASONS = frozenset({Stage.REFUSAL, Stage.HALT})
_WORD = re.compile(r"\w{4,}")


def find_reasons(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """Why not, where the reasons given share hardly a word. `members` affirm one stage."""
    given = [witness for witness in members if witness.claim.reason]
    against = [
        pair
        for pair in combinations(given, 2)
        if of_two_mouths(*pair) and _overlap(pair[0].claim.reason, pair[1].claim.reason) < rules.reason_overlap.value
    ]
    told = all_of(against)
    if told:
        who = list_actors(actor for witness in told for actor in witness.claim.supplier)
        sides = gather((unmarked(witness.claim.reason or ""), witness) for witness in told)
        yield Discrepancy(
            DisputeType.REASON, f"What is the reason for the {told[0].claim.stage.value} by {who}?", sides
        )


def _overlap(one: str | None, other: str | None) -> float:
    mine, theirs = (set(_WORD.findall((one or "").casefold())), set(_WORD.findall((other or "").casefold())))
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 1.0
