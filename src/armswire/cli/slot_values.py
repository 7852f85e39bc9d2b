"""Slots as people write them on the command line, into the values of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from armswire.errors import SettingError

if TYPE_CHECKING:
    from armswire.register.store import Register

_ACTORS = ("requester", "supplier", "recipient", "intermediary")
_NUMBER = r"(?P<{0}>\d[\d,]*)"
_RANGE = rf"(?P<about>about\s+)?{_NUMBER.format('least')}(?:\s+to\s+{_NUMBER.format('most')})?"
_ITEM = re.compile(rf"(?:{_RANGE}\s+)?(?P<text>.+?)(?:\s+\((?P<model>[^)]+)\))?\s*\[(?P<ml>[A-Z0-9]+)\]")
_SUM = re.compile(rf"{_RANGE}\s+(?P<currency>[A-Z]{{3}})")


def read_slots(register: Register, given: Sequence[str]) -> dict[str, Any]:
    """SLOT=VALUE pairs as slots of the contract; nothing after the sign empties a slot. Raises SettingError.

    Values that begin like JSON are JSON, with the keys of the contract.
    """
    slots: dict[str, Any] = {}
    for pair in given:
        slot, sign, value = pair.partition("=")
        if not sign:
            raise SettingError("--set takes a slot and a value", value=pair, remedy="Write it as supplier=KOR")
        slots[slot.strip()] = _read(register, slot.strip(), value.strip())
    return slots


def _read(register: Register, slot: str, value: str) -> Any:
    if value.startswith(("[", "{")):
        try:
            return json.loads(value)
        except ValueError as error:
            raise SettingError(f"this is no JSON ({error})", value=value, remedy="Quote it for the shell") from error
    if slot in _ACTORS:
        return _read_actors(register, value)
    if slot == "items":
        return [_read_item(part.strip()) for part in value.split(";") if part.strip()]
    if slot == "conditions":
        return [part.strip() for part in value.split(";") if part.strip()]
    if slot == "attribution" and not value:
        return []
    readers: dict[str, Callable[[str], Any]] = {"date": _read_dates, "value": _read_sum}
    return readers.get(slot, str)(value) if value else None


def _read_actors(register: Register, value: str) -> list[str]:
    from armswire.register.listing.asking import find_actor

    found = [find_actor(register, part.strip()) for part in value.split(",") if part.strip()]
    return [actor for actor in found if actor is not None]


def _read_item(words: str) -> dict[str, Any]:
    from armswire.lexicon.evidence import load_evidence

    match = _ITEM.fullmatch(words)
    rules = load_evidence()
    if match is None or (rules.family_of(match["ml"]) is None and match["ml"] not in rules.covers):
        raise SettingError(
            "an item needs its words and its category of the military list",
            value=words,
            remedy="Write it as '20 tanks [ML6]', 'about 100,000 shells (155mm) [ML3]' or 'weapons [ARMS]'",
        )
    quantity = None if match["least"] is None else {**_read_range(match), "unit": None}
    return {
        "text": match["text"],
        "ml": match["ml"],
        "designation": match["model"],
        "lethal": None,
        "quantity": quantity,
    }


def _read_sum(words: str) -> dict[str, Any]:
    match = _SUM.fullmatch(words)
    if match is None:
        raise SettingError(
            "this is no sum", value=words, remedy="Write it as '1400000000 USD' or 'about 5 to 6 EUR', in whole units"
        )
    return {**_read_range(match), "currency": match["currency"]}


def _read_range(match: re.Match[str]) -> dict[str, Any]:
    least = int(match["least"].replace(",", ""))
    most = least if match["most"] is None else int(match["most"].replace(",", ""))
    return {"min": least, "max": most, "approximate": match["about"] is not None}


def _read_dates(words: str) -> dict[str, str]:
    first, _, last = words.partition("/")
    try:
        return {"start": _days(first)[0].isoformat(), "end": _days(last or first)[1].isoformat()}
    except ValueError as error:
        raise SettingError(
            "this is no date", value=words, remedy="Write it as 2022-11-03, 2022-11, 2022 or 2022-11-03/2022-12-31"
        ) from error


def _days(words: str) -> tuple[date, date]:
    """First and last day of a day, a month or a year."""
    parts = [int(part) for part in words.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    first = date(parts[0], parts[1], 1)
    if len(parts) == 2:
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return (date.fromisoformat(words),) * 2
