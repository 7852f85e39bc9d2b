"""What the register makes of the claims: transfers. Disputes and positions are in `dispute` and `position`."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.model.claim import Item, Stage
from armswire.model.entry import Entry
from armswire.model.origin import NO_GRAPH, Likeness, OriginGraph, Retold
from armswire.model.ranges import Money
from armswire.model.route import NO_ROUTE, Backfill, Route
from armswire.model.standing import StageRecord, Standing
from armswire.model.thread import NO_THREAD, Thread


@dataclass(frozen=True, slots=True)
class SupportedItem:
    """An item of a transfer and the claims that name it; `quantity_claims` are those of them that say how many."""

    item: Item
    claims: tuple[str, ...]
    quantity_claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SupportedActor:
    """An actor in a role of a transfer and the claims that say so."""

    actor: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportedValue:
    """A sum stated for a transfer and the claims that state it."""

    value: Money
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where word of a transfer first came from (an outlet's own report, a government), with all claims that echo it."""

    name: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """Claims about the same transfer as one record; a pure function of the claims.

    `stage` is the furthest affirmed one, None where nothing is affirmed. `standing` is what the rule `standing_rule`
    gives on `standing_claims`, and `standing_reason` says why in words. `origins` holds the independent origins of what
    is affirmed. `judgements` are the ids of what people judged of its claims, its bounds and its disputes. `entries`
    are its numbers, years, sums and designations as trade registers print them, in brackets where they are uncertain.
    `provenance` shows who has it from whom. `backfills` and the words of `thread` depend on more than its own claims:
    they are there where the register was asked for it. `edited_away` are those of its claims that the newest version of
    their article does not tell any more; they count only where there are no others.
    """

    id: str
    supplier: tuple[SupportedActor, ...]
    recipient: tuple[SupportedActor, ...]
    intermediary: tuple[SupportedActor, ...]
    items: tuple[SupportedItem, ...]
    value: tuple[SupportedValue, ...]
    stage: Stage | None
    stages: tuple[StageRecord, ...]
    standing: Standing
    standing_rule: str
    standing_reason: str
    standing_claims: tuple[str, ...]
    origins: tuple[Origin, ...]
    claims: tuple[str, ...]
    disputes: tuple[str, ...]
    judgements: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    provenance: OriginGraph = NO_GRAPH
    route: Route = NO_ROUTE
    thread: Thread = NO_THREAD
    backfills: tuple[Backfill, ...] = ()
    edited_away: tuple[str, ...] = ()

    @property
    def is_edited_away(self) -> bool:
        """Whether no article tells it any more."""
        return len(self.edited_away) == len(self.claims)

    @property
    def current(self) -> tuple[str, ...]:
        """The claims that count: those that are not edited away, or all where nothing else is left."""
        return tuple(claim for claim in self.claims if claim not in self.edited_away) or self.claims


@dataclass(frozen=True, slots=True)
class Echo:
    """How one article depends on others: the article it is a copy of, and the reports it retells.

    `retells` names articles of the register by id, and outlets whose report is not in it by name; `signs` has both
    with the signs by which it is known. `likeness` tells how like its original a copy is.
    """

    document: str
    copy_of: str | None = None
    retells: tuple[str, ...] = ()
    signs: tuple[Retold, ...] = ()
    likeness: Likeness | None = None
