"""The route of a transfer and the backfills that it takes part in, to and from JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from armswire.model.encoding import Json
from armswire.model.route import Backfill, BackfillSide, EndUser, GoBetween, Leg, Part, Route
from armswire.model.standing import Standing
from armswire.model.standing_encoding import decode_stage, encode_stage


def encode_route(route: Route) -> Json:
    """`legs`, `parts` of those between, and `end_users`, each value with its claims."""
    return {
        "legs": [_encode_leg(leg) for leg in route.legs],
        "parts": [
            {"actor": part.actor, "part": part.part.value, "reason": part.reason, "claims": list(part.claims)}
            for part in route.parts
        ],
        "end_users": [
            {
                "actor": user.actor,
                "on_whose_word": list(user.on_whose_word),
                "terms": list(user.terms),
                "claims": list(user.claims),
            }
            for user in route.end_users
        ],
    }


def decode_route(value: Mapping[str, Any]) -> Route:
    """The inverse of `encode_route`; other keys are not looked at."""
    return Route(
        legs=tuple(_decode_leg(leg) for leg in value["legs"]),
        parts=tuple(
            GoBetween(part["actor"], Part(part["part"]), part["reason"], tuple(part["claims"]))
            for part in value["parts"]
        ),
        end_users=tuple(
            EndUser(user["actor"], tuple(user["on_whose_word"]), tuple(user["terms"]), tuple(user["claims"]))
            for user in value["end_users"]
        ),
    )


def encode_backfills(backfills: Iterable[Backfill]) -> list[Json]:
    """On which side of a backfill a transfer is, who is refilled, and the transfer on the other side."""
    return [
        {"side": one.side.value, "giver": list(one.giver), "other": one.other, "claims": list(one.claims)}
        for one in backfills
    ]


def decode_backfills(value: Iterable[Mapping[str, Any]]) -> tuple[Backfill, ...]:
    """The inverse of `encode_backfills`."""
    return tuple(
        Backfill(BackfillSide(one["side"]), tuple(one["giver"]), one["other"], tuple(one["claims"])) for one in value
    )


def _encode_leg(leg: Leg) -> Json:
    return {
        "from": list(leg.sender),
        "to": list(leg.receiver),
        "stages": [encode_stage(record) for record in leg.stages],
        "standing": leg.standing.value,
        "standing_reason": leg.standing_reason,
        "standing_claims": list(leg.standing_claims),
        "claims": list(leg.claims),
    }


def _decode_leg(value: Mapping[str, Any]) -> Leg:
    return Leg(
        sender=tuple(value["from"]),
        receiver=tuple(value["to"]),
        stages=tuple(decode_stage(record) for record in value["stages"]),
        standing=Standing(value["standing"]),
        standing_reason=value["standing_reason"],
        standing_claims=tuple(value["standing_claims"]),
        claims=tuple(value["claims"]),
    )
