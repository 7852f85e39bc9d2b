"""The rows of what follows from the claims: how they are written, and how they go."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from sqlalchemy import Connection, select

from armswire.lexicon.evidence import load_evidence
from armswire.model.dispute import Dispute
from armswire.model.dispute_encoding import encode_dispute
from armswire.model.transfer import Transfer
from armswire.model.transfer_encoding import encode_transfer
from armswire.register import loading, schema, writing
from armswire.register.backfills import Refill
from armswire.register.facts import UNDATED, Reconciled
from armswire.register.flows.rows import amount_rows, flow_rows, leg_rows, stage_rows
from armswire.register.listing.facet_rows import find_facets, join_facets, sort_keys
from armswire.register.positions.deeds import find_deeds
from armswire.register.positions.rows import deed_values
from armswire.register.witness import Witness
from armswire.register.writing import Values


def drop_articles(connection: Connection, documents: Sequence[str]) -> None:
    """Nothing that rests on some articles alone is left, nor that their claims stand anywhere."""
    for table in (schema.placed, schema.shelves, schema.positions, schema.refills, schema.retellings):
        writing.drop_rows(connection, table, table.c.document, documents)


def change_placed(connection: Connection, column: str, values: Mapping[str, str]) -> None:
    """Claims that stand in a neighbourhood have another value in a column of `placed`, by their ids."""
    writing.change_rows(connection, schema.placed.c.claim, schema.placed.c[column], values)


def merge_neighbourhoods(connection: Connection, names: Mapping[str, str]) -> None:
    """Neighbourhoods are called by other names, and what stands in those is theirs too."""
    for table in (schema.placed, schema.transfers):
        others = {old: name for old, name in names.items() if old != name}
        writing.change_rows(connection, table.c.neighbourhood, table.c.neighbourhood, others)


def unsettle(connection: Connection, homes: Iterable[str]) -> None:
    """Some neighbourhoods have changed."""
    homes = set(homes)
    writing.drop_rows(connection, schema.unsettled, schema.unsettled.c.neighbourhood, homes)
    writing.add_rows(connection, schema.unsettled, [{"neighbourhood": home} for home in sorted(homes)])


def drop_neighbourhoods(connection: Connection, homes: Iterable[str]) -> None:
    """Nothing that follows from the claims of some neighbourhoods is left, but that they stand in them."""
    transfers = schema.transfers.c
    gone = {row.id for row in loading.rows_in(connection, select(transfers.id), transfers.neighbourhood, homes)}
    claims = schema.placed.c
    members = {row.claim for row in loading.rows_in(connection, select(claims.claim), claims.neighbourhood, homes)}
    for table, column in (
        (schema.transfer_claims, schema.transfer_claims.c.transfer),
        (schema.transfer_actors, schema.transfer_actors.c.transfer),
        (schema.transfer_flows, schema.transfer_flows.c.transfer),
        (schema.transfer_legs, schema.transfer_legs.c.transfer),
        (schema.transfer_stages, schema.transfer_stages.c.transfer),
        (schema.transfer_amounts, schema.transfer_amounts.c.transfer),
        (schema.transfer_facets, schema.transfer_facets.c.transfer),
        (schema.facet_sets, schema.facet_sets.c.transfer),
        (schema.disputes, schema.disputes.c.transfer),
        (schema.deeds, schema.deeds.c.transfer),
        (schema.transfers, transfers.id),
    ):
        writing.drop_rows(connection, table, column, gone)
    writing.drop_rows(connection, schema.retellings, schema.retellings.c.claim, members)
    writing.drop_rows(connection, schema.unsettled, schema.unsettled.c.neighbourhood, homes)


def write(connection: Connection, found: Reconciled, witnesses: Sequence[Witness]) -> None:
    """What was found for some claims in whole neighbourhoods."""
    homes, rules = found.neighbourhoods, load_evidence()
    by_claim = {witness.claim.id: witness for witness in witnesses}
    disputed: defaultdict[str, list[Dispute]] = defaultdict(list)
    for dispute in found.disputes:
        disputed[dispute.transfer].append(dispute)
    facets = {
        transfer.id: find_facets(transfer, disputed[transfer.id], by_claim, rules) for transfer in found.transfers
    }
    rows: dict[str, list[Values]] = {
        "transfers": [_transfer_values(transfer, homes[transfer.claims[0]]) for transfer in found.transfers],
        "transfer_claims": [
            {"claim": claim, "transfer": transfer.id} for transfer in found.transfers for claim in transfer.claims
        ],
        "transfer_actors": [
            {"transfer": transfer.id, "role": role, "actor": actor.actor, "rank": _rank(transfer)}
            for transfer in found.transfers
            for role in ("supplier", "recipient", "intermediary")
            for actor in getattr(transfer, role)
        ],
        "transfer_flows": [row for transfer in found.transfers for row in flow_rows(transfer)],
        "transfer_legs": [row for transfer in found.transfers for row in leg_rows(transfer)],
        "transfer_stages": [row for transfer in found.transfers for row in stage_rows(transfer)],
        "transfer_amounts": [row for transfer in found.transfers for row in amount_rows(transfer, by_claim, rules)],
        "transfer_facets": [
            {"facet": facet, "value": value, "rank": _rank(transfer), "transfer": transfer.id}
            for transfer in found.transfers
            for facet, value in facets[transfer.id]
        ],
        "facet_sets": [
            {"transfer": transfer.id, "facets": join_facets(facets[transfer.id])} for transfer in found.transfers
        ],
        "deeds": [deed_values(done) for done in find_deeds(found.transfers, by_claim, rules)],
        "disputes": [
            {
                "id": dispute.id,
                "type": dispute.type.value,
                "state": dispute.state.value,
                "transfer": dispute.transfer,
                "record": json.dumps(encode_dispute(dispute), ensure_ascii=False),
            }
            for dispute in found.disputes
        ],
        "retellings": [{**asdict(retelling), "sign": retelling.sign.value} for retelling in found.retellings],
    }
    for name, values in rows.items():
        writing.add_rows(connection, schema.metadata.tables[name], values)


def write_refills(connection: Connection, refills: Iterable[Refill]) -> None:
    """Whose gaps are filled, as the claims of some articles tell it."""
    rows = [{**asdict(refill), "giver": json.dumps(refill.giver, ensure_ascii=False)} for refill in refills]
    writing.add_rows(connection, schema.refills, rows)


def _transfer_values(transfer: Transfer, neighbourhood: str) -> Values:
    first, last = _days(transfer)
    return {
        "id": transfer.id,
        "neighbourhood": neighbourhood,
        "stage": None if transfer.stage is None else transfer.stage.value,
        "standing": transfer.standing.value,
        "origins": len(transfer.origins),
        "first": first,
        "last": last,
        "rank": _rank(transfer),
        **sort_keys(transfer),
        "record": json.dumps(encode_transfer(transfer), ensure_ascii=False),
    }


def _rank(transfer: Transfer) -> str:
    """Of two known parties before one, then the earliest first, those without a date last."""
    first, last = _days(transfer)
    return f"{2 - bool(transfer.supplier) - bool(transfer.recipient)} {first} {last} {transfer.id}"


def _days(transfer: Transfer) -> tuple[str, str]:
    """The first and the last day on which something happened."""
    dates = [record.date for record in transfer.stages if record.date is not None]
    if not dates:
        return UNDATED, UNDATED
    return min(date.start for date in dates).isoformat(), max(date.end for date in dates).isoformat()
