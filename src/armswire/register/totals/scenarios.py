"""What a transfer comes to under the answers to its open disputes: under one answer, and under any of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf, prod
from types import MappingProxyType

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.attribution import SourceClass
from armswire.model.dispute import Dispute, DisputeType
from armswire.model.transfer import Transfer
from armswire.register.denials import speaker
from armswire.register.outlets import MEDIA
from armswire.register.phrasing import mark, unmarked
from armswire.register.totals.cells import Cell, Cells
from armswire.register.totals.intervals import NOTHING, Interval, hull
from armswire.register.totals.selecting import DELIVERED, Counter, OutsideError
from armswire.register.totals.tellings import Telling, answering_sides, has_scenarios, take_side, tell
from armswire.register.witness import Witness

# Answers to all questions about one transfer that are gone through; with more its bounds are taken as wide as can be.
MOST_ANSWERS = 4096
_UNNAMED_SPEAKERS = frozenset({SourceClass.ANONYMOUS_OFFICIAL, SourceClass.OTHER, SourceClass.EXPERT})
Answers = Mapping[str, int]  # by dispute, the side that is right
_VOICES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Deal:
    """A transfer with what is needed to count it: `disputes` are the open ones that matter to a total, each with the
    sides that say something."""

    transfer: Transfer
    witnesses: Mapping[str, Witness]
    tellings: tuple[Telling, ...]
    disputes: tuple[tuple[Dispute, tuple[int, ...]], ...]


def open_deal(
    transfer: Transfer,
    disputes: Sequence[Dispute],
    witnesses: Mapping[str, Witness],
    rules: EvidenceRules,
    settled: Answers = MappingProxyType({}),
) -> Deal:
    """A transfer with its disputes and all its claims, told as the side has it that people `settled` to be right."""
    mine = {claim: witnesses[claim] for claim in transfer.current if claim in witnesses}
    tellings = tell(mine.values())
    for dispute in disputes:
        if dispute.id in settled:
            tellings = take_side(tellings, dispute, settled[dispute.id], rules)
    asked = [(dispute, answering_sides(dispute, mine)) for dispute in disputes if has_scenarios(dispute)]
    return Deal(transfer, mine, tellings, tuple((dispute, sides) for dispute, sides in asked if len(sides) > 1))


def count_deal(deal: Deal, counter: Counter, level: int, answers: Answers | None = None) -> Cells:
    """What it comes to at a level, with some questions answered and the others open: least and most of all answers.

    Raises OutsideError where it is outside of the selection whatever the answers. Numbers that exclude each other need
    no trying out: the count only grows with each of them, so the least goes with the least and the most with the most.
    """
    given = answers or {}
    tellings = deal.tellings
    for dispute, _ in deal.disputes:
        if dispute.id in given:
            tellings = take_side(tellings, dispute, given[dispute.id], counter.rules)
    asked = [
        (dispute, sides)
        for dispute, sides in deal.disputes
        if dispute.id not in given and _matters(dispute.type, counter)
    ]
    if prod(len(sides) for _, sides in asked) > MOST_ANSWERS:
        return _as_wide_as_can_be(deal, counter, level, tellings)
    found: list[Cells] = []
    outside: OutsideError | None = None
    for chosen in product(*(sides for _, sides in asked)):
        told = tellings
        for (dispute, _), side in zip(asked, chosen, strict=True):
            told = take_side(told, dispute, side, counter.rules)
        try:
            found.append(counter.count(deal.transfer, told, tuple(deal.witnesses.values()), level))
        except OutsideError as error:
            outside = error
            found.append({})
    cells = sorted({cell for cells in found for cell in cells}, key=repr)
    if not cells and outside is not None:
        raise outside
    return {cell: hull(cells.get(cell, NOTHING) for cells in found) for cell in cells}


class Ledger:
    """Counts for one selection, each reckoned once: many rows and scenarios ask for the same."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self._known: dict[tuple[object, ...], Cells] = {}

    def count(self, deal: Deal, level: int, answers: Answers | None = None) -> Cells:
        """As `count_deal`; nothing where the transfer is outside of the selection."""
        key = (deal.transfer.id, level, *sorted((answers or {}).items()))
        if key not in self._known:
            try:
                self._known[key] = count_deal(deal, self.counter, level, answers)
            except OutsideError:
                self._known[key] = {}
        return self._known[key]

    def find(self, cell: Cell, deal: Deal, answers: Answers) -> tuple[Interval | None, Interval | None]:
        """What a transfer has in a cell at the level selected and, of that, what was delivered."""
        level = self.counter.level
        delivered = None if level == DELIVERED else self.count(deal, DELIVERED, answers).get(cell)
        return self.count(deal, level, answers).get(cell), delivered


def _matters(about: DisputeType, counter: Counter) -> bool:
    """Whether its sides have to be tried out one by one."""
    selection = counter.selection
    if about is DisputeType.END_USER:
        return selection.recipient is not None
    if about is DisputeType.DATE:
        return selection.since is not None or selection.until is not None
    return about is not DisputeType.QUANTITY


def _as_wide_as_can_be(deal: Deal, counter: Counter, level: int, tellings: tuple[Telling, ...]) -> Cells:
    cells = counter.count(deal.transfer, tellings, tuple(deal.witnesses.values()), level)
    wide = Interval(0, inf).doubted("too many open questions about it to go through all answers")
    return dict.fromkeys(cells, wide)


def voices(dispute: Dispute, side: int, witnesses: Mapping[str, Witness]) -> tuple[str, ...]:
    """Whose word a side is: states and bodies by their mark, unnamed speakers as quoted, else the outlet."""
    claims = [witnesses[claim] for claim in dispute.sides[side].claims if claim in witnesses]
    return tuple(dict.fromkeys(_voice(witness) for witness in claims))


def _voice(witness: Witness) -> str:
    chain = witness.claim.attribution
    who = speaker(witness)
    if chain and who is not None and chain[-1].source_class not in _UNNAMED_SPEAKERS | MEDIA:
        return mark(who)
    if chain:
        return unmarked(chain[-1].source)
    return unmarked(witness.outlet or witness.claim.document)


def name_scenario(told: Sequence[str]) -> str:
    """ "if South Korea is right", "if U.S. officials and Gulf Wire are right"."""
    shown = [*told[:_VOICES_SHOWN], *(["others"] if len(told) > _VOICES_SHOWN else [])]
    many = len(shown) > 1 or (not shown[0].startswith("⟦") and shown[0].casefold().endswith("officials"))
    words = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"if {words} {'are' if many else 'is'} right"
