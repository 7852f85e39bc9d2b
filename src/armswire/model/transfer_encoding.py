"""Transfers to and from JSON; keys are those of the contract.

Every value of a transfer stands beside the ids of the claims that it comes from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from armswire.model.claim import Stage
from armswire.model.encoding import (
    Json,
    decode_item,
    decode_money,
    encode_item,
    encode_money,
)
from armswire.model.entry_encoding import decode_entry, encode_entry
from armswire.model.origin_encoding import decode_provenance, encode_provenance
from armswire.model.route_encoding import decode_backfills, decode_route, encode_backfills, encode_route
from armswire.model.standing import Standing
from armswire.model.standing_encoding import decode_stage, encode_stage
from armswire.model.thread_encoding import decode_thread, encode_thread
from armswire.model.transfer import (
    Origin,
    SupportedActor,
    SupportedItem,
    SupportedValue,
    Transfer,
)


def encode_transfer(transfer: Transfer) -> Json:
    """The transfer as in the contract; `origins` is the number, `origin_claims` says which claims share an origin.

    `provenance` has who has it from whom, as nodes and links.
    """
    return {
        "id": transfer.id,
        "supplier": [_encode_actor(actor) for actor in transfer.supplier],
        "recipient": [_encode_actor(actor) for actor in transfer.recipient],
        "intermediary": [_encode_actor(actor) for actor in transfer.intermediary],
        "items": [
            {**encode_item(item.item), "claims": list(item.claims), "quantity_claims": list(item.quantity_claims)}
            for item in transfer.items
        ],
        "value": [{**(encode_money(value.value) or {}), "claims": list(value.claims)} for value in transfer.value],
        "stage": None if transfer.stage is None else transfer.stage.value,
        "stages": [encode_stage(record) for record in transfer.stages],
        "standing": transfer.standing.value,
        "standing_rule": transfer.standing_rule,
        "standing_reason": transfer.standing_reason,
        "standing_claims": list(transfer.standing_claims),
        "origins": len(transfer.origins),
        "origin_claims": [{"origin": origin.name, "claims": list(origin.claims)} for origin in transfer.origins],
        "provenance": encode_provenance(transfer.provenance),
        "claims": list(transfer.claims),
        "edited_away": list(transfer.edited_away),
        "disputes": list(transfer.disputes),
        "judgements": list(transfer.judgements),
        "entries": [encode_entry(entry) for entry in transfer.entries],
        **encode_route(transfer.route),
        "thread": encode_thread(transfer.thread),
        "backfills": encode_backfills(transfer.backfills),
    }


def decode_transfer(value: Mapping[str, Any]) -> Transfer:
    """The inverse of `encode_transfer`."""
    return Transfer(
        id=value["id"],
        supplier=_decode_actors(value["supplier"]),
        recipient=_decode_actors(value["recipient"]),
        intermediary=_decode_actors(value["intermediary"]),
        items=tuple(
            SupportedItem(decode_item(item), tuple(item["claims"]), tuple(item["quantity_claims"]))
            for item in value["items"]
        ),
        value=tuple(_decode_value(item) for item in value["value"]),
        stage=None if value["stage"] is None else Stage(value["stage"]),
        stages=tuple(decode_stage(record) for record in value["stages"]),
        standing=Standing(value["standing"]),
        standing_rule=value["standing_rule"],
        standing_reason=value["standing_reason"],
        standing_claims=tuple(value["standing_claims"]),
        origins=tuple(Origin(item["origin"], tuple(item["claims"])) for item in value["origin_claims"]),
        claims=tuple(value["claims"]),
        disputes=tuple(value["disputes"]),
        judgements=tuple(value["judgements"]),
        entries=tuple(decode_entry(entry) for entry in value["entries"]),
        provenance=decode_provenance(value["provenance"]),
        route=decode_route(value),
        thread=decode_thread(value["thread"]),
        backfills=decode_backfills(value["backfills"]),
        edited_away=tuple(value["edited_away"]),
    )


def _encode_actor(actor: SupportedActor) -> Json:
    return {"actor": actor.actor, "claims": list(actor.claims)}


def _decode_actors(value: list[Mapping[str, Any]]) -> tuple[SupportedActor, ...]:
    return tuple(SupportedActor(item["actor"], tuple(item["claims"])) for item in value)


def _decode_value(value: Mapping[str, Any]) -> SupportedValue:
    money = decode_money(value)
    if money is None:
        raise ValueError("a supported value needs a sum")
    return SupportedValue(money, tuple(value["claims"]))
