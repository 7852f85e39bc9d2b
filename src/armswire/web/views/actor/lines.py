"""What an actor says toward each recipient beside what it is reported to do, as pages tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from armswire.model.position import PositionLine, TensionType
from armswire.model.ranges import DateRange
from armswire.register.by_ids import ClaimHome
from armswire.register.phrasing import actor_name
from armswire.serving.addresses import actor_address, claim_address, transfer_address
from armswire.wording.ids import short_id
from armswire.wording.positions import NOBODY, DatedRow, PositionLane, lanes_of, rows_of, tell_stance
from armswire.wording.values import say_dates

# How an address names a recipient that nobody names.
NONE = "none"

_TENSIONS = {
    TensionType.REFUSES_AND_DOES: "refuses and is reported to do",
    TensionType.DENIES_AND_DOES: "denies and is reported to do",
    TensionType.REFUSES_AND_CONSIDERS: "refuses and considers",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a word or a deed rests on: the card of a claim, or the page of a transfer."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A word or a deed by date, and where it is told."""

    row: DatedRow
    reference: Reference | None


@dataclass(frozen=True, slots=True)
class TensionView:
    """Where what is said and what is done part: when, how, and what is reported to be done."""

    id: str
    when: str
    days: DateRange
    kind: str
    says: str
    transfer: Reference | None
    claims: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class LineView:
    """An actor toward one recipient. `id` is where it stands on the page, `address` is the page of the recipient."""

    id: str
    toward: str
    address: str | None
    stances: tuple[tuple[str, ...], ...]
    tensions: tuple[TensionView, ...]
    rows: tuple[RowView, ...]
    lanes: tuple[PositionLane, ...]


def view_lines(
    lines: Iterable[PositionLine], homes: Mapping[str, ClaimHome], names: Mapping[str, str]
) -> tuple[LineView, ...]:
    """Lines as they are shown. `homes` tells where claims stand, `names` are those of actors."""
    return tuple(_view(line, homes, names) for line in lines)


def claims_of(line: PositionLine) -> set[str]:
    """The claims that a line leads to."""
    told = {word.claim for word in line.said}
    return told | {claim for tension in line.tensions for claim in (*tension.said, *tension.against)}


def _view(line: PositionLine, homes: Mapping[str, ClaimHome], names: Mapping[str, str]) -> LineView:
    said = {word.claim: word for word in line.said}
    name = f"toward-{line.toward or NONE}"
    return LineView(
        id=name,
        toward=NOBODY if line.toward is None else actor_name(line.toward, names),
        address=None if line.toward is None else actor_address(line.toward),
        stances=tuple(tuple(tell_stance(stance, said)) for stance in line.stances),
        tensions=tuple(
            TensionView(
                id=f"{name}-{number}",
                when=say_dates(DateRange(tension.start, tension.end)),
                days=DateRange(tension.start, tension.end),
                kind=_TENSIONS[tension.type],
                says=tension.says,
                transfer=None if tension.transfer is None else refer_to_transfer(tension.transfer),
                claims=tuple(
                    refer_to_claim(claim, homes[claim])
                    for claim in dict.fromkeys((*tension.said, *tension.against))
                    if claim in homes
                ),
            )
            for number, tension in enumerate(line.tensions, 1)
        ),
        rows=tuple(RowView(row, _reference(row, homes)) for row in rows_of(line)),
        lanes=tuple(lanes_of(line)),
    )


def refer_to_claim(claim: str, home: ClaimHome) -> Reference:
    """The card of a claim."""
    return Reference(short_id(claim), claim_address(claim, home.transfer, home.document))


def refer_to_transfer(transfer: str) -> Reference:
    """The page of a transfer."""
    return Reference(short_id(transfer), transfer_address(transfer))


def _reference(row: DatedRow, homes: Mapping[str, ClaimHome]) -> Reference | None:
    if row.transfer is not None:
        return refer_to_transfer(row.transfer)
    return refer_to_claim(row.claim, homes[row.claim]) if row.claim is not None and row.claim in homes else None
