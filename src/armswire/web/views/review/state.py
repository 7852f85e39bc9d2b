"""Where a reviewer is: what the address of the page says, and the addresses that lead on from there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from armswire.register.listing.asking import read_one_of
from armswire.register.review.items import Hide, Need
from armswire.serving import addresses
from armswire.web.views.pictures.refining import Asked

# Besides these, whatever filters transfers.
OWN = ("need", "hide", "after", "item", "claim", "done")


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A place in a queue. `need` is None before one is chosen.

    `after` is the cursor of the item before; `item` names one outright, `claim` the claim to take in hand; `done` are
    the ids of the judgements that were just made; `filters` narrow the queue.
    """

    need: Need | None = None
    hide: Hide = Hide.MINE
    after: str | None = None
    item: str | None = None
    claim: str | None = None
    done: tuple[str, ...] = ()
    filters: Asked = ()

    @property
    def address(self) -> str:
        """The address of this state."""
        return f"{addresses.REVIEW}?{self.query}" if self.query else addresses.REVIEW

    @property
    def query(self) -> str:
        """The same without the page."""
        told = [
            ("need", None if self.need is None else self.need.value),
            ("hide", None if self.hide is Hide.MINE else self.hide.value),
            *self.filters,
            ("after", self.after),
            ("item", self.item),
            ("claim", self.claim),
            *(("done", name) for name in self.done),
        ]
        return urlencode([(name, value) for name, value in told if value])

    def at(self, item: str | None, claim: str | None = None) -> ReviewState:
        """With an item, or a claim of it, in hand."""
        return replace(self, item=item, claim=claim, done=())

    def past(self, place: str | None) -> ReviewState:
        """Behind a place of the queue."""
        return replace(self, after=place, item=None, claim=None, done=())

    def of(self, need: Need | None) -> ReviewState:
        """At the beginning of another queue."""
        return ReviewState(need, self.hide, filters=self.filters)

    def having(self, done: Iterable[str]) -> ReviewState:
        """With what was just done told."""
        return replace(self, done=tuple(done))


def read_state(asked: Iterable[tuple[str, str]]) -> ReviewState:
    """What an address says. Raises SettingError for a need, or for something to hide, that is none."""
    pairs = tuple((name, value) for name, value in asked if value)
    told = dict(pairs)
    return ReviewState(
        need=read_one_of(Need, "need", told["need"]) if "need" in told else None,
        hide=read_one_of(Hide, "hide", told.get("hide", Hide.MINE.value)),
        after=told.get("after"),
        item=told.get("item"),
        claim=told.get("claim"),
        done=tuple(value for name, value in pairs if name == "done"),
        filters=tuple((name, value) for name, value in pairs if name not in OWN),
    )


def read_query(query: str) -> ReviewState:
    """The state that a form gives back. Raises SettingError."""
    return read_state(parse_qsl(query))
