"""A state of the register's page, and the addresses of the states beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from urllib.parse import urlencode

from armswire.register.listing.transfer_filter import TransferFilter
from armswire.register.listing.transfers import TransferOrder
from armswire.serving import addresses
from armswire.wording.filters import say_filter

# What the query of an address holds besides filters.
SORT, CURSOR = "sort", "cursor"

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class State:
    """Which transfers are wanted and in which order; `cursor` is where the page begins, None for the first."""

    wanted: TransferFilter
    order: TransferOrder = TransferOrder.USUAL
    is_down: bool = False
    cursor: str | None = None

    @property
    def sort(self) -> str:
        """The order as an address names it; nothing for the usual one."""
        is_usual = self.order is TransferOrder.USUAL and not self.is_down
        return "" if is_usual else f"{'-' if self.is_down else ''}{self.order.value}"

    @property
    def address(self) -> str:
        """Where this state is."""
        return self._at(addresses.TRANSFERS)

    @property
    def table_address(self) -> str:
        """Where all of its transfers are as a table for spreadsheets."""
        return replace(self, cursor=None)._at(addresses.TRANSFERS_TABLE)

    def beginning_at(self, cursor: str | None) -> State:
        """Another page of the same list."""
        return replace(self, cursor=cursor)

    def sorted_by(self, order: TransferOrder, *, is_down: bool) -> State:
        """The same transfers in another order, from the first."""
        return replace(self, order=order, is_down=is_down, cursor=None)

    def without(self, name: str, value: str | None = None) -> State:
        """Without one value of a filter, or without the filter; from the first."""
        now = getattr(self.wanted, name)
        left: Any = tuple(one for one in now if value is not None and one != value) if isinstance(now, tuple) else None
        changed: dict[str, Any] = {name: left}
        return replace(self, wanted=replace(self.wanted, **changed), cursor=None)

    def _at(self, path: str) -> str:
        pairs = [*tell_filter(self.wanted)]
        pairs += [(name, value) for name, value in ((SORT, self.sort), (CURSOR, self.cursor)) if value]
        return f"{path}?{urlencode(pairs)}" if pairs else path


@dataclass(frozen=True, slots=True)
class Chip:
    """A value of a filter that is set, in words, and the address without it."""

    words: str
    without: str


def group_asked(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The values of each name in an address; what is left empty in a form is not asked for."""
    asked: dict[str, list[str]] = {}
    for name, value in pairs:
        if value.strip():
            asked.setdefault(name, []).append(value.strip())
    return asked


def tell_filter(wanted: TransferFilter) -> Pairs:
    """A filter as names and values of an address, in the order of its fields."""
    return tuple((field.name, value) for field in fields(wanted) for value in _values(getattr(wanted, field.name)))


def view_chips(state: State, names: Mapping[str, str]) -> tuple[Chip, ...]:
    """The values that are set, each with the address of the list without it. `names` are those of actors."""
    return tuple(
        Chip(say_filter(name, value, names), state.without(name, value).address)
        for name, value in tell_filter(state.wanted)
    )


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from map(str, value)
    elif value is not None:
        yield str(value)
