"""A value of a transfer as trade registers print it: in brackets where it is uncertain, here with the reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class EntryField(StrEnum):
    """The columns of a trade register that can be uncertain."""

    NUMBER_ORDERED = "number_ordered"
    NUMBER_DELIVERED = "number_delivered"
    DESIGNATION = "designation"
    ORDER_YEAR = "order_year"
    DELIVERY_YEARS = "delivery_years"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason for brackets: the rule that says so, in words, and the claims that it looked at."""

    rule: str
    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One value in words and figures, and the claims that give it; what nobody tells has no entry.

    `place` is the place of its item, or of its sum, in the transfer's list; None for what belongs to the whole.
    """

    field: EntryField
    place: int | None
    text: str
    claims: tuple[str, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_of_item(self) -> bool:
        """Whether it belongs to one of the items: years belong to the whole, and so do sums."""
        return self.field in (EntryField.NUMBER_ORDERED, EntryField.NUMBER_DELIVERED, EntryField.DESIGNATION)

    @property
    def shown(self) -> str:
        """The text, in brackets where there is a doubt."""
        return f"({self.text})" if self.doubts else self.text

    @property
    def why(self) -> str:
        """The reasons for the brackets in one line; nothing where there are none."""
        return "; ".join(doubt.words for doubt in self.doubts)


def find_entry(entries: Iterable[Entry], field: EntryField, place: int | None = None) -> Entry | None:
    """The entry of a field, for an item or sum by its place."""
    return next((entry for entry in entries if entry.field is field and entry.place == place), None)
