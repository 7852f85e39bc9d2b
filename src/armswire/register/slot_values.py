"""Slots as people write them, in a line or field by field, into the values of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from armswire.errors import SettingError
from armswire.lexicon.evidence import load_evidence
from armswire.model.ranges import number
from armswire.register.listing.asking import find_actor
from armswire.register.store import Register

ACTOR_SLOTS = ("requester", "supplier", "recipient", "intermediary")
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
    if slot in ACTOR_SLOTS:
        return read_actors(register, value.split(","))
    if slot == "items":
        return [_read_item(part.strip()) for part in value.split(";") if part.strip()]
    if slot == "conditions":
        return [part.strip() for part in value.split(";") if part.strip()]
    if slot == "attribution" and not value:
        return []
    readers: dict[str, Callable[[str], Any]] = {"date": _read_dates, "value": _read_sum}
    return readers.get(slot, str)(value) if value else None


def read_actors(register: Register, given: Iterable[str]) -> list[str]:
    """The codes of actors given by code or name, each once; empty words are nobody. Raises SettingError."""
    return list(dict.fromkeys(find_actor(register, words.strip()) for words in given if words.strip()))


def read_dates(first: str, last: str = "") -> dict[str, str]:
    """The days from the first to the last of two days, months or years; of one where there is no `last`.

    Raises SettingError.
    """
    try:
        start, end = _days(first.strip())[0], _days((last or first).strip())[1]
    except ValueError as error:
        raise SettingError(
            "this is no date",
            value=f"{first}/{last}" if last else first,
            remedy="Write it as 2022-11-03, 2022-11, 2022 or 2022-11-03/2022-12-31",
        ) from error
    if start > end:
        raise SettingError("the last day comes before the first", value=f"{first}/{last}", remedy="Exchange them")
    return {"start": start.isoformat(), "end": end.isoformat()}


def read_sum(least: str, most: str, currency: str, *, about: bool = False) -> dict[str, Any]:
    """A sum in whole units of a currency; `most` can be empty. Raises SettingError."""
    if not re.fullmatch("[A-Z]{3}", currency.strip()):
        raise SettingError("a sum needs its currency", value=currency, remedy="Give its three letters, as USD or EUR")
    amounts = read_range(least, most, about=about)
    if any(not isinstance(amounts[end], int) for end in ("min", "max")):
        raise SettingError("a sum is in whole units", value=least, remedy="Write 1.4 billion as 1400000000")
    return {**amounts, "currency": currency.strip()}


def read_range(least: str, most: str = "", *, about: bool = False) -> dict[str, Any]:
    """From the least to the most, or one number where there is no `most`. Raises SettingError."""
    low = _read_number(least)
    high = _read_number(most) if most.strip() else low
    if low > high:
        raise SettingError("the most is less than the least", value=f"{least} to {most}", remedy="Exchange them")
    return {"min": low, "max": high, "approximate": about}


def make_item(
    words: str,
    ml: str,
    *,
    designation: str = "",
    lethal: bool | None = None,
    quantity: dict[str, Any] | None = None,
    unit: str = "",
) -> dict[str, Any]:
    """An item of a claim. Raises SettingError where it has no words, or no such category."""
    rules = load_evidence()
    if not words.strip() or (rules.family_of(ml) is None and ml not in rules.covers):
        raise SettingError(
            "an item needs its words and its category of the military list",
            value=f"{words} [{ml}]",
            remedy="Write it as '20 tanks [ML6]', 'about 100,000 shells (155mm) [ML3]' or 'weapons [ARMS]'",
        )
    return {
        "text": words.strip(),
        "ml": ml,
        "designation": designation.strip() or None,
        "lethal": lethal,
        "quantity": None if quantity is None else {**quantity, "unit": unit.strip() or None},
    }


def _read_item(words: str) -> dict[str, Any]:
    match = _ITEM.fullmatch(words)
    if match is None:
        return make_item("", words)
    quantity = None if match["least"] is None else _read_matched(match)
    return make_item(match["text"], match["ml"], designation=match["model"] or "", quantity=quantity)


def _read_sum(words: str) -> dict[str, Any]:
    match = _SUM.fullmatch(words)
    if match is None:
        raise SettingError(
            "this is no sum", value=words, remedy="Write it as '1400000000 USD' or 'about 5 to 6 EUR', in whole units"
        )
    return read_sum(match["least"], match["most"] or "", match["currency"], about=match["about"] is not None)


def _read_matched(match: re.Match[str]) -> dict[str, Any]:
    return read_range(match["least"], match["most"] or "", about=match["about"] is not None)


def _read_number(words: str) -> int | float:
    plain = words.strip().replace(",", "")
    if not re.fullmatch(r"[0-9]{1,15}(\.[0-9]{1,6})?", plain):
        raise SettingError("this is no number", value=words, remedy="Write it in figures, as 20, 1.5 or 100,000")
    return number(float(plain)) if "." in plain else int(plain)


def _read_dates(words: str) -> dict[str, str]:
    first, _, last = words.partition("/")
    return read_dates(first, last)


def _days(words: str) -> tuple[date, date]:
    """First and last day of a day, a month or a year."""
    parts = [int(part) for part in words.split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    first = date(parts[0], parts[1], 1)
    if len(parts) == 2:
        return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return (date.fromisoformat(words),) * 2
