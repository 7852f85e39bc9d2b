"""What the register can be narrowed by, as lists to tick."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from armswire.lexicon.records import ML_CATEGORIES
from armswire.register.listing.asking import allowed_values
from armswire.register.listing.facets import FacetCount
from armswire.register.listing.transfer_filter import TransferFilter
from armswire.web.views.register.state import State
from armswire.wording.filters import ACTOR_FILTERS, LABELS, say_value

# Values that stand there at once; the others are a click away, the rarest of very many can be typed.
_AT_ONCE = 6
_MOST = 60

# Those that stand open, as the most are narrowed by them; the others open with a click, and where something is ticked.
_OPEN = frozenset({"supplier", "recipient", "standing"})
# Those whose values have an order of their own.
_IN_ORDER = frozenset({"stage", "standing", "dispute"})


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to tick, and how many transfers a list with it would have."""

    value: str
    words: str
    count: int
    is_set: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A list to tick: `first` stand there at once, `more` a click away, `left_out` are not listed at all.

    `is_typed` says that a value can be typed as well.
    """

    name: str
    words: str
    first: tuple[Choice, ...]
    more: tuple[Choice, ...]
    left_out: int
    is_open: bool
    is_typed: bool

    @property
    def number_set(self) -> int:
        """How many values are ticked."""
        return sum(choice.is_set for choice in (*self.first, *self.more))


def view_facets(
    counts: Mapping[str, Iterable[FacetCount]], state: State, names: Mapping[str, str]
) -> tuple[FacetView, ...]:
    """The facets that have values, in their order. `names` are those of actors."""
    views = (_view(name, list(found), getattr(state.wanted, name), names) for name, found in counts.items())
    return tuple(view for view in views if view.first)


def _view(name: str, found: list[FacetCount], chosen: tuple[str, ...], names: Mapping[str, str]) -> FacetView:
    known = {one.value for one in found}
    # What is ticked stays to be seen where nothing else fits with it.
    listed = [*_in_order(name, found), *(FacetCount(value, 0) for value in chosen if value not in known)]
    choices = [Choice(one.value, say_value(name, one.value, names), one.count, one.value in chosen) for one in listed]
    at_once = [choice for place, choice in enumerate(choices) if choice.is_set or place < _AT_ONCE]
    # One line more is no longer than the line that says that there is one more.
    others = [choice for choice in choices if choice not in at_once]
    if len(others) == 1:
        at_once, others = choices, []
    return FacetView(
        name=name,
        words=LABELS[name],
        first=tuple(at_once),
        more=tuple(others[:_MOST]),
        left_out=max(0, len(others) - _MOST),
        is_open=name in _OPEN or bool(chosen),
        is_typed=name in ACTOR_FILTERS,
    )


def _in_order(name: str, found: list[FacetCount]) -> list[FacetCount]:
    if name in _IN_ORDER:
        places = {value: place for place, value in enumerate(allowed_values(TransferFilter, name))}
        return sorted(found, key=lambda one: places.get(one.value, len(places)))
    if name == "item":
        # Families say what they are; categories, which they are made of, come after them.
        unnamed = ("ARMS", "NONLETHAL")
        return sorted(found, key=lambda one: one.value in ML_CATEGORIES and one.value not in unnamed)
    return found
