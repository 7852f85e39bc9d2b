"""What is meant: kinds of thing that cannot both be right of one event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.dispute import DisputeType
from armswire.register.disputing.discrepancy import Discrepancy, all_of, comparable, gather
from armswire.register.phrasing import list_actors, list_items
from armswire.register.separation import is_slip, other_items
from armswire.register.witness import Witness

_WORD = re.compile(r"[\w-]+")


def find_slips(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """What, where two tellings of one report name things of other kinds: one of them must have changed it.

    `members` assert one stage.
    """
    told = all_of(pair for pair in combinations(members, 2) if other_items(*pair) and is_slip(*pair, rules))
    if told:
        sides = gather((list_items(witness), witness) for witness in told)
        yield Discrepancy(DisputeType.ITEM, f"What is meant: {' or '.join(says for says, _ in sides)}?", sides)


def find_purposes(members: Sequence[Witness], rules: EvidenceRules) -> Iterator[Discrepancy]:
    """What for, where two articles tell one step of weapons of any kind to attack with, and of a kind to defend with.

    `members` assert one stage. Two kinds are two things, told in two articles; a word for all of them is not.
    """
    purposes = {witness.claim.id: _purposes(witness, rules) for witness in members}
    told = all_of(
        (one, other)
        for one, other in combinations([witness for witness in members if purposes[witness.claim.id]], 2)
        if purposes[one.claim.id].isdisjoint(purposes[other.claim.id])
        and bool(one.families) is not bool(other.families)
        and _tell_one_step(one, other, rules)
    )
    if told:
        sides = gather((list_items(witness), witness) for witness in told)
        things = " or ".join(says for says, _ in sides)
        yield Discrepancy(DisputeType.ITEM, f"{_what(told)}: {things}?", sides)


def _purposes(witness: Witness, rules: EvidenceRules) -> frozenset[str]:
    words = {word for item in witness.claim.items for word in _WORD.findall(item.text.casefold())}
    return frozenset(purpose for purpose, telling in rules.purposes.items() if words & telling)


def _tell_one_step(one: Witness, other: Witness, rules: EvidenceRules) -> bool:
    """Whether two articles can mean one step of the same parties, its day known by at least one of them."""
    return (
        one.claim.document != other.claim.document
        and one.requester == other.requester
        and one.supplier == other.supplier
        and one.recipient == other.recipient
        and (one.dated or other.dated)
        and comparable(one, other, rules)
    )


def _what(told: Sequence[Witness]) -> str:
    if told[0].claim.stage is not Stage.REQUEST:
        return "What is meant"
    asking = list_actors(actor for witness in told for actor in witness.claim.requester)
    asked = list_actors(actor for witness in told for actor in witness.claim.supplier)
    return f"What did {asking} ask {asked} for"
