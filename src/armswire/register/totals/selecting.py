"""Whether a transfer is in a selection, for sure, perhaps or in part, and what it counts for there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.ranges import describe_dates
from armswire.model.total import Selection
from armswire.model.transfer import SupportedActor, Transfer
from armswire.register.phrasing import list_actors
from armswire.register.summary import join_dates
from armswire.register.totals.accounts import open_account
from armswire.register.totals.cells import Cell, Cells, by_family, lowered
from armswire.register.totals.counting import count_things
from armswire.register.totals.intervals import Interval
from armswire.register.totals.sums import count_sums
from armswire.register.totals.tellings import Telling
from armswire.register.witness import PROGRESS, Witness

DELIVERED = PROGRESS.index(Stage.DELIVERY)
Change = Callable[[Cell, Interval], Interval]


class OutsideError(Exception):
    """A transfer is not in the selection; the argument says why."""


@dataclass(frozen=True, slots=True)
class Counter:
    """Counts transfers for one selection."""

    selection: Selection
    rules: EvidenceRules

    @property
    def level(self) -> int:
        """Where on the line of progress the step selected stands."""
        return PROGRESS.index(self.selection.stage)

    def count(
        self, transfer: Transfer, tellings: tuple[Telling, ...], witnesses: Collection[Witness], level: int
    ) -> Cells:
        """What it comes to at a level, the selection's or a later one. Raises OutsideError."""
        if transfer.is_edited_away:
            raise OutsideError("edited away: no article tells it any more")
        step = open_account(tellings, self.level).counted
        if not step:
            raise OutsideError(f"no word that it came to {_with_article(self.selection.stage)}")
        changes = [*self._check_supplier(transfer, step), *self._check_recipient(transfer, step)]
        changes += self._check_period(step)
        if level < DELIVERED and _is_halted(step, witnesses):
            done = self._raw(tellings, DELIVERED)
            changes.append(lambda cell, i: i.at_least(done[cell].least if cell in done else 0, "halted since"))
        cells = self._raw(tellings, level)
        for change in changes:
            cells = {cell: change(cell, interval) for cell, interval in cells.items()}
        return cells

    def told(self, tellings: tuple[Telling, ...]) -> Cells:
        """What is told of a transfer at the selection's level, whether or not it is in the selection."""
        return self._raw(tellings, self.level)

    def _raw(self, tellings: tuple[Telling, ...], level: int) -> Cells:
        account = open_account(tellings, level)
        things = count_things(account, self.rules)
        cells = by_family({cell: i for cell, i in things.items() if self._is_selected(cell.kind)}, self.rules)
        for cell, (interval, covered) in count_sums(account, self.rules).items():
            selected = {ml for ml in covered if self._is_selected(ml)}
            if selected == covered and (covered or self.selection.item is None):
                cells[cell] = interval
            elif selected:
                cells[cell] = interval.at_least(0, "the sum covers other kinds too")
        return cells

    def _is_selected(self, ml: str) -> bool:
        return self.selection.item in (None, ml, self.rules.family_of(ml))

    def _check_supplier(self, transfer: Transfer, step: tuple[Telling, ...]) -> list[Change]:
        chosen = self.selection.supplier
        if chosen is None:
            return []
        named = {actor for telling in step for actor in telling.witness.supplier} or _actors(transfer.supplier)
        return _share(chosen, _of_kind(named - _between(step) or named, chosen), "given by")

    def _check_recipient(self, transfer: Transfer, step: tuple[Telling, ...]) -> list[Change]:
        chosen = self.selection.recipient
        if chosen is None:
            return []
        named = {actor for telling in step for actor in telling.recipients} or _actors(transfer.recipient)
        return _share(chosen, _of_kind(named - _between(step) or named, chosen), "meant for")

    def _check_period(self, step: tuple[Telling, ...]) -> list[Change]:
        since, until = self.selection.since, self.selection.until
        if since is None and until is None:
            return []
        first = min(telling.place for telling in step)
        when = join_dates([telling.time for telling in step if telling.place == first and telling.time is not None])
        if when is None:
            return [_perhaps("nobody says when")]
        early, late = since is not None and when.start < since, until is not None and when.end > until
        if (since is not None and when.end < since) or (until is not None and when.start > until):
            raise OutsideError("outside of the period")
        return [_perhaps(f"dated {describe_dates(when)}, perhaps outside of the period")] if early or late else []


def _between(step: Iterable[Telling]) -> set[str]:
    """Who only passes the goods on: what is handed over on each leg of a route are the same goods."""
    return {actor for telling in step for actor in telling.witness.intermediary}


def _share(chosen: str, named: set[str], verb: str) -> list[Change]:
    """One of several who give or get together has a share that nobody tells."""
    if not named:
        return []
    if chosen not in named:
        raise OutsideError(f"{verb} {list_actors(named)}")
    others = named - {chosen}
    if not others:
        return []
    why = f"{verb} {list_actors(others)} too, and nobody tells the shares"
    return [lambda cell, interval: lowered(interval, cell, why)]


def _perhaps(why: str) -> Change:
    return lambda _, interval: interval.at_least(0, why)


def _of_kind(named: Iterable[str], chosen: str) -> set[str]:
    """A state and its firms act together, so a state shares with states and a firm with firms."""
    return {actor for actor in named if actor.startswith("org:") == chosen.startswith("org:")}


def _actors(supported: Iterable[SupportedActor]) -> set[str]:
    return {actor.actor for actor in supported}


def _is_halted(step: tuple[Telling, ...], witnesses: Collection[Witness]) -> bool:
    """Whether it was stopped after the last that is told of its progress; what was delivered stays delivered."""
    last = max((telling.time.end for telling in step if telling.time is not None), default=None)
    return any(
        witness.claim.stage is Stage.HALT
        and witness.affirmed
        and (last is None or witness.as_of is None or witness.as_of >= last)
        for witness in witnesses
    )


def _with_article(stage: Stage) -> str:
    word = stage.value
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
