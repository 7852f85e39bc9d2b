"""Positions, and the lines that they belong to, to and from JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from armswire.model.claim import Stage
from armswire.model.encoding import Json, decode_dates, decode_item, encode_dates, encode_item
from armswire.model.position import Deed, Position, PositionLine, Saying, Says, Stance, Tension, Voice
from armswire.model.standing import Standing


def encode_position(position: Position) -> Json:
    """The position as in the contract; `words` tells of each claim what it says, about what, on whose word."""
    return {
        "actor": position.actor,
        "toward": position.toward,
        "date": encode_dates(position.date),
        "stage": position.stage.value,
        "claims": list(position.claims),
        "words": [encode_saying(word) for word in position.words],
    }


def decode_position(value: Mapping[str, Any]) -> Position:
    """The inverse of `encode_position`."""
    return Position(
        actor=value["actor"],
        toward=value["toward"],
        date=decode_dates(value["date"]),
        stage=Stage(value["stage"]),
        words=tuple(decode_saying(word) for word in value["words"]),
    )


def encode_saying(saying: Saying) -> Json:
    """One claim's word."""
    return {
        "claim": saying.claim,
        "says": saying.says.value,
        "stage": saying.stage.value,
        "date": encode_dates(saying.date),
        "reported": _encode_day(saying.reported),
        "voice": saying.voice.value,
        "who": saying.who,
        "items": [encode_item(item) for item in saying.items],
        "conditions": list(saying.conditions),
        "reason": saying.reason,
    }


def decode_saying(value: Mapping[str, Any]) -> Saying:
    """The inverse of `encode_saying`."""
    return Saying(
        claim=value["claim"],
        says=Says(value["says"]),
        stage=Stage(value["stage"]),
        date=decode_dates(value["date"]),
        reported=_decode_day(value["reported"]),
        voice=Voice(value["voice"]),
        who=value["who"],
        items=tuple(decode_item(item) for item in value["items"]),
        conditions=tuple(value["conditions"]),
        reason=value["reason"],
    )


def encode_deed(deed: Deed) -> Json:
    """What is reported to be done."""
    return {
        "transfer": deed.transfer,
        "stage": deed.stage.value,
        "date": encode_dates(deed.date),
        "reported": _encode_day(deed.reported),
        "items": [encode_item(item) for item in deed.items],
        "via": list(deed.via),
        "standing": None if deed.standing is None else deed.standing.value,
        "claims": list(deed.claims),
        "own": list(deed.own),
        "acknowledged": _encode_day(deed.acknowledged),
    }


def decode_deed(value: Mapping[str, Any]) -> Deed:
    """The inverse of `encode_deed`."""
    return Deed(
        transfer=value["transfer"],
        stage=Stage(value["stage"]),
        date=decode_dates(value["date"]),
        reported=_decode_day(value["reported"]),
        items=tuple(decode_item(item) for item in value["items"]),
        via=tuple(value["via"]),
        standing=None if value["standing"] is None else Standing(value["standing"]),
        claims=tuple(value["claims"]),
        own=tuple(value["own"]),
        acknowledged=_decode_day(value["acknowledged"]),
    )


def encode_line(line: PositionLine) -> Json:
    """A line for machines: what is said beside what is done."""
    return {
        "actor": line.actor,
        "toward": line.toward,
        "stances": [_encode_stance(stance) for stance in line.stances],
        "tensions": [_encode_tension(tension) for tension in line.tensions],
        "said": [encode_saying(saying) for saying in line.said],
        "done": [encode_deed(deed) for deed in line.done],
    }


def _encode_stance(stance: Stance) -> Json:
    ended = stance.ended
    return {
        "says": stance.says.value,
        "about": stance.about,
        "what": stance.what,
        "first": stance.first.isoformat(),
        "last": stance.last.isoformat(),
        "claims": list(stance.claims),
        "own": list(stance.own),
        "gaps": [encode_dates(gap) for gap in stance.gaps],
        "ended": None
        if ended is None
        else {"day": ended.day.isoformat(), "by": ended.by.value, "claims": list(ended.claims)},
    }


def _encode_tension(tension: Tension) -> Json:
    return {
        "type": tension.type.value,
        "start": tension.start.isoformat(),
        "end": tension.end.isoformat(),
        "says": tension.says,
        "said": list(tension.said),
        "against": list(tension.against),
        "transfer": tension.transfer,
        "stages": [stage.value for stage in tension.stages],
    }


def _encode_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _decode_day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
