"""The form in which a claim is corrected: its slots as fields, and what was typed into them back into slots.

What is typed is read by the same code as `armswire judge --set`. A field that nobody touched is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from armswire.errors import SettingError
from armswire.lexicon.records import ML_CATEGORIES
from armswire.model.attribution import Naming, SourceClass
from armswire.model.claim import Answer, Certainty, Claim, Polarity, Stage
from armswire.model.ranges import describe_dates, number
from armswire.register.slot_values import ACTOR_SLOTS, make_item, read_actors, read_dates, read_range, read_sum
from armswire.register.store import Register

# What stands in the fields, by their names; fields of one name are a list.
Typed = Mapping[str, Sequence[str]]

# Slots with a list of values to choose from; where the first is empty, a claim need not have one.
CHOICES: Mapping[str, Sequence[str]] = {
    "stage": [one.value for one in Stage],
    "polarity": [one.value for one in Polarity],
    "certainty": [one.value for one in Certainty],
    "answer": ["", *(one.value for one in Answer)],
}
ITEM_FIELDS = ("text", "ml", "designation", "lethal", "least", "most", "exact", "unit")
SOURCE_FIELDS = ("source", "class", "actor", "naming", "terms")
VALUE_FIELDS = ("least", "most", "currency", "exact")
DATE_FIELDS = ("first", "last")
# The lists of the fields of a row.
LISTED: Mapping[str, Sequence[str]] = {
    "ml": ["", *ML_CATEGORIES],
    "lethal": ["", "yes", "no"],
    "exact": ["exactly", "about"],
    "class": ["", *(one.value for one in SourceClass)],
    "naming": ["", *(one.value for one in Naming)],
}
# A slot of several fields and what those are called; a slot of one field is called like it.
_FIELDS: Mapping[str, Sequence[str]] = {
    "items": [f"items-{name}" for name in ITEM_FIELDS],
    "value": [f"value-{name}" for name in VALUE_FIELDS],
    "date": [f"date-{name}" for name in DATE_FIELDS],
    "attribution": [f"attribution-{name}" for name in SOURCE_FIELDS],
}
_SLOTS = (*CHOICES, *ACTOR_SLOTS, "items", "value", "date", "conditions", "reason", "attribution")
# Under these nothing is typed, but chosen from a list that always has a value.
_CHOSEN = ("ml", "exact", "class")


@dataclass(frozen=True, slots=True)
class Correction:
    """The form: what stands in its fields, and by slot what is wrong with it."""

    typed: Typed
    errors: Mapping[str, str]

    def rows(self, slot: str) -> list[dict[str, str]]:
        """The rows of a slot that is a list, and an empty one for one more."""
        names = _FIELDS[slot]
        columns = [self.typed.get(name, ()) for name in names]
        return [_row(names, values) for values in zip_longest(*columns, fillvalue="")] + [_row(names, ())]

    def several(self, slot: str) -> list[str]:
        """The actors of a role, and an empty field for one more."""
        return [*self.typed.get(slot, ()), ""]

    def one(self, field: str) -> str:
        """What stands in a field of which there is one."""
        return next(iter(self.typed.get(field, ())), "")


def fill(claim: Claim, names: Mapping[str, str]) -> dict[str, list[str]]:
    """The fields for a claim as it is. `names` are those of actors."""
    typed: dict[str, list[str]] = {slot: [str(getattr(claim, slot) or "")] for slot in CHOICES}
    for slot in ACTOR_SLOTS:
        typed[slot] = [names.get(actor, actor) for actor in getattr(claim, slot)]
    for name in _FIELDS["items"]:
        typed[name] = []
    for item in claim.items:
        amount = item.quantity
        row = (
            " ".join(item.text.split()),
            item.ml,
            item.designation or "",
            {None: "", True: "yes", False: "no"}[item.lethal],
            "" if amount is None else f"{number(amount.min)}",
            "" if amount is None or amount.max == amount.min else f"{number(amount.max)}",
            "about" if amount is not None and amount.approximate else "exactly",
            "" if amount is None else amount.unit or "",
        )
        _append(typed, "items", row)
    money = claim.value
    least = "" if money is None else str(money.min)
    most = "" if money is None or money.max == money.min else str(money.max)
    currency = "" if money is None else money.currency
    for name, value in zip(_FIELDS["value"], (least, most, currency, _exact(claim)), strict=True):
        typed[name] = [value]
    first, _, last = ("" if claim.date is None else describe_dates(claim.date)).partition(" to ")
    typed["date-first"], typed["date-last"] = [first], [last]
    typed["conditions"] = ["\n".join(claim.conditions)]
    typed["reason"] = [claim.reason or ""]
    for name in _FIELDS["attribution"]:
        typed[name] = []
    for source in claim.attribution:
        actor = "" if source.actor is None else names.get(source.actor, source.actor)
        naming = "" if source.naming is None else source.naming.value
        _append(typed, "attribution", (source.source, source.source_class.value, actor, naming, source.terms or ""))
    # As a browser sends it back: a field of one line has no breaks, and nobody sees blanks at the ends.
    lines = ("conditions", "reason")
    return {name: [value.strip() if name in lines else " ".join(value.split()) for value in values]
            for name, values in typed.items()}  # fmt: skip


def take_typed(form: Callable[[str], Iterable[Any]]) -> dict[str, list[str]]:
    """What was typed. `form` gives the values of a field."""
    fields = [name for slot in _SLOTS for name in _FIELDS.get(slot, (slot,))]
    return {name: [str(value).strip().replace("\r\n", "\n") for value in form(name)] for name in fields}


def read_typed(register: Register, typed: Typed, before: Typed) -> tuple[dict[str, Any], dict[str, str]]:
    """The slots that were touched, as in the contract, and by slot what is wrong. `before` is what stood there."""
    slots: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for slot in _SLOTS:
        fields = _FIELDS.get(slot, (slot,))
        if [_told(typed, field, fields) for field in fields] == [_told(before, field, fields) for field in fields]:
            continue
        try:
            slots[slot] = _read(register, slot, typed)
        except SettingError as error:
            errors[slot] = f"{error.problem[:1].upper()}{error.problem[1:]}. {error.remedy}."
    return slots, errors


def _read(register: Register, slot: str, typed: Typed) -> Any:
    if slot in CHOICES:
        return _chosen(typed, slot, CHOICES[slot])
    if slot in ACTOR_SLOTS:
        return read_actors(register, typed.get(slot, ()))
    if slot == "conditions":
        return [line.strip() for line in _only(typed, slot).split("\n") if line.strip()]
    if slot == "reason":
        return _only(typed, slot) or None
    if slot == "date":
        first, last = (_only(typed, field) for field in _FIELDS[slot])
        return read_dates(first, last) if first or last else None
    if slot == "value":
        least, most, currency, exact = (_only(typed, field) for field in _FIELDS[slot])
        return read_sum(least, most, currency, about=exact == "about") if least or most or currency else None
    read = _read_item if slot == "items" else _read_source
    return [read(register, row) for row in _rows(typed, slot)]


def _read_item(_: Register, row: Mapping[str, str]) -> dict[str, Any]:
    counted = row["least"] or row["most"]
    about = row["exact"] == "about"
    return make_item(
        row["text"],
        row["ml"],
        designation=row["designation"],
        lethal={"yes": True, "no": False}.get(row["lethal"]),
        quantity=read_range(row["least"] or row["most"], row["most"], about=about) if counted else None,
        unit=row["unit"],
    )


def _read_source(register: Register, row: Mapping[str, str]) -> dict[str, Any]:
    if not row["source"]:
        raise SettingError("a speaker needs the words that name it", value="", remedy="Write them as the article does")
    actor = read_actors(register, [row["actor"]])
    return {
        "source": row["source"],
        "class": _one_of(row["class"], LISTED["class"][1:]),
        "actor": actor[0] if actor else None,
        "naming": _one_of(row["naming"], LISTED["naming"]) or None,
        "terms": row["terms"] or None,
    }


def _rows(typed: Typed, slot: str) -> list[dict[str, str]]:
    """The rows into which something was typed; a list alone does not make one."""
    names = _FIELDS[slot]
    columns = [typed.get(name, ()) for name in names]
    rows = [_row(names, values) for values in zip_longest(*columns, fillvalue="")]
    return [row for row in rows if any(value for name, value in row.items() if name not in (*_CHOSEN, "lethal"))]


def _told(typed: Typed, field: str, fields: Sequence[str]) -> Sequence[str]:
    """What a field holds, of rows only those with something in them, of lists of actors the named ones."""
    slot, _, column = field.rpartition("-")
    if fields is _FIELDS.get(slot) and slot in ("items", "attribution"):
        return [row[column] for row in _rows(typed, slot)]
    return [value for value in typed.get(field, ()) if value] if field in ACTOR_SLOTS else list(typed.get(field, ()))


def _row(names: Sequence[str], values: Sequence[str]) -> dict[str, str]:
    padded = [*values, *[""] * len(names)]
    return {name.partition("-")[2]: value for name, value in zip(names, padded, strict=False)}


def _append(typed: dict[str, list[str]], slot: str, values: Iterable[str]) -> None:
    for name, value in zip(_FIELDS[slot], values, strict=True):
        typed[name].append(value)


def _exact(claim: Claim) -> str:
    return "about" if claim.value is not None and claim.value.approximate else "exactly"


def _only(typed: Typed, field: str) -> str:
    return next(iter(typed.get(field, ())), "")


def _chosen(typed: Typed, field: str, allowed: Sequence[str]) -> str | None:
    return _one_of(_only(typed, field), allowed) or None


def _one_of(value: str, allowed: Sequence[str]) -> str:
    if value not in allowed:
        raise SettingError("there is no such value", value=value, remedy=f"Use one of: {', '.join(allowed)}")
    return value
