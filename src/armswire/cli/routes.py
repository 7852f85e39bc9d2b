"""The route of a transfer as a small tree, its end users, its backfills and its thread, for cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text
from rich.tree import Tree

from armswire.cli.labels import label_block, label_rows
from armswire.model.route import Backfill, BackfillSide, EndUser, Route
from armswire.model.thread import Thread
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.routes.parts import PART_NAMES
from armswire.wording.claims import say_actors, say_transfer_parties
from armswire.wording.ids import short_id
from armswire.wording.routes import Stop, has_readings, has_way, ways_of
from armswire.wording.values import say_dates

if TYPE_CHECKING:
    from armswire.register.store import Register


def route_lines(route: Route) -> Iterator[RenderableType]:
    """The tree of the legs, and the end users; nothing where the parties of the transfer say it all."""
    if has_way(route):
        for way in ways_of(route):
            tree = Tree(Text(say_actors(way.start)))
            _grow(tree, way.onward)
            yield label_block("route", tree)
    if has_readings(route):
        yield from label_rows("end user", [_say_end_user(user) for user in route.end_users])


def backfill_lines(register: Register, transfer: Transfer) -> Iterator[RenderableType]:
    """What the transfer makes up for, and by what it is made up for."""
    yield from label_rows("backfill", [_say_backfill(register, backfill) for backfill in transfer.backfills])


def say_thread(thread: Thread) -> str:
    """The line, with the day until which it is known."""
    return thread.says if thread.known_until is None else f"{thread.says} (known until {thread.known_until})"


def _grow(tree: Tree, stops: Iterable[Stop]) -> None:
    for stop in stops:
        _grow(tree.add(Text("\n".join(_leg_lines(stop)))), stop.onward)


def _leg_lines(stop: Stop) -> Iterator[str]:
    leg = stop.leg
    to = say_actors(leg.receiver)
    yield f"{to}  (with nobody between)" if stop.is_direct else to
    steps = [" ".join(filter(None, (step.stage.value, say_dates(step.date)))) for step in leg.stages]
    if steps:
        yield ", ".join(steps)
    yield f"{leg.standing.value}: {leg.standing_reason}"
    for part in stop.parts:
        who = f" {part.actor}" if len(leg.receiver) > 1 else ""
        yield f"part{who}: {PART_NAMES[part.part]} ({part.reason})"


def _say_end_user(user: EndUser) -> str:
    terms = f" (“{'”, “'.join(user.terms)}”)" if user.terms else ""
    return f"{say_actors([user.actor])}{terms}: {'; '.join(user.on_whose_word)}"


def _say_backfill(register: Register, backfill: Backfill) -> str:
    who = say_actors(backfill.giver)
    if backfill.other is None:
        return f"fills gaps of {who}; which gift made them is not told"
    other = queries.get_transfer(register, backfill.other)
    named = f"{short_id(other.id)} ({say_transfer_parties(other)})"
    return f"makes up for {named}" if backfill.side is BackfillSide.REFILL else f"made up for by {named}"
