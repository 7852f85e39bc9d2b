"""What could be in a queue, a portion at a time: from indices, beginning at a key, never by looking through all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, and_, select

from armswire.model.claim import Certainty
from armswire.model.dispute import DisputeState
from armswire.register import schema
from armswire.register.by_ids import get_disputes_of
from armswire.register.listing.claims import select_claims
from armswire.register.listing.fitting import fitting, select_ids
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.loading import rows_in
from armswire.register.review.items import Need, QueueItem, make_place, read_place
from armswire.register.store import Register

# Rows of transfers or disputes that are looked at in one go.
PORTION = 24
# Of claims, of which few may be uncertain, so many are looked at in one go: no index knows how certain they are.
_CLAIMS_PORTION = 2_000

_TRANSFERS, _FACETS, _JOINED, _CLAIMS, _TESTS = (
    table.c
    for table in (
        schema.transfers,
        schema.transfer_facets,
        schema.transfer_claims,
        schema.claims,
        schema.support_tests,
    )
)
# Stands for the last dispute of a transfer: ids are letters and digits, and come before it.
_ALL = "~"
_UNSURE = [one.value for one in Certainty if one is not Certainty.CERTAIN]


@dataclass(frozen=True, slots=True)
class Portion:
    """Some candidates in their order; `next` is where the next ones begin, None after the last; `rows` were read."""

    items: tuple[QueueItem, ...]
    next: str | None
    rows: int


def find_disputed(register: Register, wanted: TransferFilter, cursor: str | None) -> Portion:
    """Open disputes in the order of their transfers."""
    after = read_place(Need.DISPUTED, cursor, 2)
    open_ = and_(_FACETS.facet == "dispute", _FACETS.value == DisputeState.OPEN.value)
    told = () if wanted.is_empty else (_FACETS.transfer.in_(select_ids(register, wanted)),)
    since = () if after is None else (_FACETS.rank > after[0] if after[1] == _ALL else _FACETS.rank >= after[0],)
    statement = select(_FACETS.transfer, _FACETS.rank).where(open_, *told, *since)
    rows = list(register.rows(statement.order_by(_FACETS.rank).limit(PORTION)))
    ranks = {row.transfer: row.rank for row in rows}
    found = []
    disputes = [one for one in get_disputes_of(register, ranks) if one.state is DisputeState.OPEN]
    for dispute in sorted(disputes, key=lambda one: (ranks[one.transfer], one.id)):
        if after is None or (ranks[dispute.transfer], dispute.id) > after:
            claims = tuple(dict.fromkeys(claim for word in dispute.words for claim in word.claims))
            place = make_place(Need.DISPUTED, ranks[dispute.transfer], dispute.id)
            found.append(QueueItem(Need.DISPUTED, dispute.id, dispute.transfer, claims, place))
    full = len(rows) == PORTION
    return Portion(tuple(found), make_place(Need.DISPUTED, rows[-1].rank, _ALL) if full else None, len(rows))


def find_single(register: Register, wanted: TransferFilter, cursor: str | None) -> Portion:
    """Transfers of one origin."""
    after = read_place(Need.SINGLE, cursor, 1)
    since = () if after is None else (_TRANSFERS.rank > after[0],)
    statement = select(_TRANSFERS.id, _TRANSFERS.rank).where(
        _TRANSFERS.origins == 1, *fitting(register, wanted), *since
    )
    rows = list(register.rows(statement.order_by(_TRANSFERS.rank).limit(PORTION)))
    claims = claims_of(register, [row.id for row in rows])
    items = [
        QueueItem(Need.SINGLE, row.id, row.id, claims.get(row.id, ()), make_place(Need.SINGLE, row.rank))
        for row in rows
    ]
    return Portion(tuple(items), items[-1].place if len(rows) == PORTION else None, len(rows))


def find_uncertain(register: Register, wanted: TransferFilter, cursor: str | None) -> Portion:
    """Claims that are less than certain, by their ids."""
    after = read_place(Need.UNCERTAIN, cursor, 1)
    since = () if after is None else (_CLAIMS.id > after[0],)
    window = select(_CLAIMS.id).where(*since).order_by(_CLAIMS.id)
    # The end of the window is a step along the primary key.
    last = register.first(window.offset(_CLAIMS_PORTION - 1).limit(1))
    until = () if last is None else (_CLAIMS.id <= last.id,)
    # Nothing is joined here, so that no database begins with another table.
    unsure = select(_CLAIMS.id).where(_CLAIMS.certainty.in_(_UNSURE), *since, *until).distinct()
    names = [row.id for row in register.rows(unsure.order_by(_CLAIMS.id).limit(PORTION))]
    homes = _current(register, names, wanted)
    items = tuple(
        QueueItem(Need.UNCERTAIN, name, homes[name], (name,), make_place(Need.UNCERTAIN, name))
        for name in names
        if name in homes
    )
    if len(names) == PORTION:
        return Portion(items, make_place(Need.UNCERTAIN, names[-1]), PORTION)
    return Portion(items, None if last is None else make_place(Need.UNCERTAIN, last.id), _CLAIMS_PORTION)


def find_flagged(register: Register, wanted: TransferFilter, cursor: str | None) -> Portion:
    """Claims that the support test flagged, by their ids."""
    after = read_place(Need.FLAGGED, cursor, 1)
    since = () if after is None else (_TESTS.claim > after[0],)
    told = () if wanted.is_empty else (_JOINED.transfer.in_(select_ids(register, wanted)),)
    flagged = select(_TESTS.claim).where(_TESTS.flagged.is_(True), *since).order_by(_TESTS.claim).limit(PORTION)
    names = [row.claim for row in register.rows(flagged)]
    # Only as it was read when it was tested.
    statement = select_claims().join(
        schema.support_tests, and_(_TESTS.claim == _CLAIMS.id, _TESTS.reader == _CLAIMS.reader)
    )
    with register.reading() as connection:
        homes = {row.id: row.transfer for row in rows_in(connection, statement.where(*told), _CLAIMS.id, names)}
    items = tuple(
        QueueItem(Need.FLAGGED, name, homes[name], (name,), make_place(Need.FLAGGED, name))
        for name in names
        if name in homes
    )
    return Portion(items, make_place(Need.FLAGGED, names[-1]) if len(names) == PORTION else None, len(names))


def claims_of(register: Register, transfers: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The ids of the claims of some transfers, sorted."""
    with register.reading() as connection:
        rows = sorted(_joined(connection, transfers))
    return {transfer: tuple(claim for _, claim in group) for transfer, group in groupby(rows, key=lambda pair: pair[0])}


def _current(register: Register, claims: Sequence[str], wanted: TransferFilter) -> Mapping[str, str | None]:
    """Of some claims those of the current readers that are less than certain and fit, each with its transfer."""
    told = () if wanted.is_empty else (_JOINED.transfer.in_(select_ids(register, wanted)),)
    statement = select_claims().where(_CLAIMS.certainty.in_(_UNSURE), *told)
    with register.reading() as connection:
        return {row.id: row.transfer for row in rows_in(connection, statement, _CLAIMS.id, claims)}


def _joined(connection: Connection, transfers: Iterable[str]) -> Iterator[tuple[str, str]]:
    statement = select(_JOINED.transfer, _JOINED.claim)
    return ((row.transfer, row.claim) for row in rows_in(connection, statement, _JOINED.transfer, transfers))
