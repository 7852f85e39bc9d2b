"""What each doubt of `lexicon/data/brackets.yaml` looks at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from armswire.lexicon.brackets import DoubtName, TierDoubt
from armswire.model.attribution import Naming, SourceClass
from armswire.model.claim import Certainty
from armswire.model.dispute import DisputeState, DisputeType
from armswire.register.brackets.told import Reading, Told
from armswire.register.witness import Witness

_BY_STAGE = frozenset(get_args(TierDoubt))


@dataclass(frozen=True, slots=True)
class Ground:
    """The claims that give rise to a doubt, and the other values that they tell."""

    witnesses: tuple[Witness, ...]
    others: str = ""


def find_ground(name: DoubtName, reading: Reading, told: Told) -> Ground | None:
    """What gives rise to a doubt about a value; None where nothing does."""
    if name in _BY_STAGE:
        return Ground(reading.witnesses) if reading.doubt == name else None
    return _OF_VALUE[name](reading) if name in _OF_VALUE else _OF_TRANSFER[name](reading, told)


def _approximate(reading: Reading) -> Ground | None:
    return _of_all(reading, holds=reading.amount is not None and reading.amount.approximate)


def _range(reading: Reading) -> Ground | None:
    return _of_all(reading, holds=reading.amount is not None and reading.amount.min != reading.amount.max)


def _differ(reading: Reading) -> Ground | None:
    if not reading.others:
        return None
    told_too = dict.fromkeys(words for words, _ in reading.others)
    return Ground((*reading.witnesses, *(witness for _, witness in reading.others)), ", ".join(told_too))


def _one_anonymous(reading: Reading, told: Told) -> Ground | None:
    alone = all(_is_anonymous(witness) for witness in reading.witnesses)
    return _of_all(reading, holds=alone and len(told.origins.gather(reading.witnesses)) == 1)


def _hedged(reading: Reading) -> Ground | None:
    unsure = all(witness.claim.certainty is not Certainty.CERTAIN for witness in reading.witnesses)
    return _of_all(reading, holds=unsure)


def _undated(reading: Reading) -> Ground | None:
    return _of_all(reading, holds=not reading.is_dated)


def _spans_years(reading: Reading) -> Ground | None:
    return Ground(reading.loose) if reading.is_dated and reading.loose else None


def _disputed_delivery(reading: Reading, told: Told) -> Ground | None:
    return _of_all(reading, holds=told.is_denied and reading.doubt is None)


def _other_model(reading: Reading, told: Told) -> Ground | None:
    mine = {witness.claim.id for witness in reading.witnesses}
    for dispute in told.disputes:
        claims = {claim for side in dispute.sides for claim in side.claims}
        if dispute.type is DisputeType.ITEM and dispute.state is DisputeState.OPEN and mine & claims:
            return Ground(tuple(witness for witness in told.members if witness.claim.id in claims))
    return None


def _rougher(reading: Reading, told: Told) -> Ground | None:
    speakers = told.rules.standing.speakers
    on_record = any(
        witness.claim.attribution and speakers[witness.claim.attribution[-1].source_class].acknowledges
        for witness in reading.witnesses
        if witness not in reading.rougher
    )
    return Ground(reading.rougher) if reading.rougher and not on_record else None


def _of_all(reading: Reading, *, holds: bool) -> Ground | None:
    return Ground(reading.witnesses) if holds else None


def _is_anonymous(witness: Witness) -> bool:
    if not witness.claim.attribution:
        return False
    source = witness.claim.attribution[-1]
    return source.naming is Naming.ANONYMOUS or source.source_class is SourceClass.ANONYMOUS_OFFICIAL


# What is seen by looking at the value alone, and what by looking at the rest of the transfer too.
_OF_VALUE: Mapping[str, Callable[[Reading], Ground | None]] = {
    "approximate": _approximate,
    "range": _range,
    "differ": _differ,
    "hedged": _hedged,
    "undated": _undated,
    "spans_years": _spans_years,
}
_OF_TRANSFER: Mapping[str, Callable[[Reading, Told], Ground | None]] = {
    "rougher": _rougher,
    "one_anonymous": _one_anonymous,
    "disputed_delivery": _disputed_delivery,
    "other_model": _other_model,
}
