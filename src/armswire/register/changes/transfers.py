"""What changed in a transfer: its later state beside the earlier ones that went into it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from armswire.model.standing import StageRecord
from armswire.model.transfer import SupportedActor, SupportedItem, SupportedValue, Transfer
from armswire.register.assessment import STAGE_ORDER
from armswire.register.changes import words
from armswire.register.changes.change import Aspect
from armswire.register.phrasing import describe_item

ROLES = ("supplier", "recipient", "intermediary")
_Entry = TypeVar("_Entry")
_Told = TypeVar("_Told", SupportedActor, SupportedItem, SupportedValue, StageRecord)


class Difference(NamedTuple):
    """In what two states differ, in words, and the claims of each state that say so."""

    aspect: Aspect
    says: str
    claims: tuple[str, ...]
    claims_before: tuple[str, ...] = ()


def compare(before: Sequence[Transfer], after: Transfer) -> Iterator[Difference]:
    """The differences of a transfer from what it was; of several, the one that goes on as it comes first.

    What any of them had is no news.
    """
    yield from _compare_stages(before, after)
    yield from _compare_dates(before, after)
    for role in ROLES:
        yield from _compare_role(role, before, after)
    yield from _compare_items(before, after)
    yield from _compare_numbers(before, after)
    yield from _compare_values(before, after)
    yield from _compare_standing(before, after)


def take_part(transfer: Transfer, claims: frozenset[str]) -> Transfer:
    """What some of its claims tell of a transfer; its dates, standing and origins are still those of all of them."""
    stages = _told_by(transfer.stages, claims)
    return replace(
        transfer,
        supplier=_told_by(transfer.supplier, claims),
        recipient=_told_by(transfer.recipient, claims),
        intermediary=_told_by(transfer.intermediary, claims),
        items=_told_by(transfer.items, claims),
        value=_told_by(transfer.value, claims),
        stage=stages[-1].stage if stages else None,
        stages=stages,
        claims=tuple(claim for claim in transfer.claims if claim in claims),
    )


def _told_by(supported: tuple[_Told, ...], claims: frozenset[str]) -> tuple[_Told, ...]:
    return tuple(one for one in supported if not claims.isdisjoint(one.claims))


def _compare_stages(before: Sequence[Transfer], after: Transfer) -> Iterator[Difference]:
    known = {record.stage: record for one in before for record in one.stages}
    now = {record.stage: record for record in after.stages}
    furthest = max(known, key=STAGE_ORDER.index, default=None)
    if after.stage is None:
        if furthest is not None:
            yield Difference(Aspect.STAGE, words.tell_unaffirmed(furthest), after.claims, known[furthest].claims)
        return
    if after.stage is not furthest:
        further = furthest is None or STAGE_ORDER.index(after.stage) > STAGE_ORDER.index(furthest)
        says = words.tell_furthest(furthest, now[after.stage], is_further=further)
        lost = () if furthest is None else known[furthest].claims
        yield Difference(Aspect.STAGE, says, now[after.stage].claims, lost)
    for stage in STAGE_ORDER:
        if stage in now and stage not in known and stage is not after.stage:
            yield Difference(Aspect.STAGE, words.tell_stage(now[stage]), now[stage].claims)
        if stage in known and stage not in now and stage is not furthest:
            yield Difference(Aspect.STAGE, words.tell_stage_gone(stage), (), known[stage].claims)


def _compare_dates(before: Sequence[Transfer], after: Transfer) -> Iterator[Difference]:
    for record in after.stages:
        known: list[StageRecord] = [old for one in before for old in one.stages if old.stage is record.stage]
        dates = [old.date for old in known]
        if known and record.date not in dates:
            says = words.tell_date(record.stage, dates, record.date)
            yield Difference(Aspect.DATE, says, record.claims, _join(old.claims for old in known))


def _compare_role(role: str, before: Sequence[Transfer], after: Transfer) -> Iterator[Difference]:
    known = [actor for one in before for actor in getattr(one, role)]
    gained, lost = _differ(known, getattr(after, role), lambda actor: actor.actor)
    if gained or lost:
        says = words.tell_parties(role, [actor.actor for actor in gained], [actor.actor for actor in lost])
        yield Difference(
            Aspect.PARTIES, says, _join(actor.claims for actor in gained), _join(actor.claims for actor in lost)
        )


def _compare_items(before: Sequence[Transfer], after: Transfer) -> Iterator[Difference]:
    known = [item for one in before for item in one.items]
    gained, lost = _differ(known, after.items, _kind)
    gained = [item for item in gained if _is_news(item, known)]
    lost = [item for item in lost if _is_news(item, after.items)]
    bare = {item.item.ml for item in known} - {item.item.ml for item in known if item.item.designation is not None}
    models = [item for item in gained if item.item.ml in bare]
    more = [item for item in gained if item not in models]
    for says, new, old in (
        (words.tell_models([item.item for item in models]), models, []),
        (words.tell_items([item.item for item in more], [item.item for item in lost]), more, lost),
    ):
        if says:
            yield Difference(Aspect.ITEM, says, _join(item.claims for item in new), _join(item.claims for item in old))


def _compare_numbers(before: Sequence[Transfer], after: Transfer) -> Iterator[Difference]:
    counted = [item for item in after.items if item.item.quantity is not None]
    known = [item for one in before for item in one.items if item.item.quantity is not None]
    for ml in sorted({item.item.ml for item in (*counted, *known)}):
        if not _has(after.items, ml):
            continue  # that it is no longer about these things is told already
        mine = [item for item in counted if item.item.ml == ml]
        theirs = [item for item in known if item.item.ml == ml]
        gained, lost = _differ(theirs, mine, lambda item: item.item.quantity)
        kept = [item for item in mine if item not in gained]
        if not gained and not lost:
            continue
        if not _has((item for one in before for item in one.items), ml):
            continue  # things that are news themselves are told with their number
        new, same, old = ([item.item.quantity for item in some if item.item.quantity] for some in (gained, kept, lost))
        says = words.tell_number(describe_item((mine or theirs)[0].item), new, same, old)
        yield Difference(
            Aspect.NUMBER,
            says,
            _join(item.quantity_claims for item in gained),
            _join(item.quantity_claims for item in lost),
        )


def _compare_values(before: Sequence[Transfer], after: Transfer) -> Iterator[Difference]:
    gained, lost = _differ([value for one in before for value in one.value], after.value, lambda value: value.value)
    if gained or lost:
        says = words.tell_value([value.value for value in gained], [value.value for value in lost])
        yield Difference(
            Aspect.VALUE, says, _join(value.claims for value in gained), _join(value.claims for value in lost)
        )


def _compare_standing(before: Sequence[Transfer], after: Transfer) -> Iterator[Difference]:
    first = before[0]
    if after.standing not in {one.standing for one in before}:
        says = words.tell_standing(first, after)
        yield Difference(Aspect.STANDING, says, after.standing_claims, first.standing_claims)
    elif len(before) == 1 and len(first.origins) != len(after.origins):
        says = words.tell_origins(len(first.origins), len(after.origins))
        known = {origin.name for origin in first.origins}
        fresh = _join(origin.claims for origin in after.origins if origin.name not in known)
        yield Difference(Aspect.ORIGINS, says, fresh, _join(origin.claims for origin in first.origins))


def _kind(item: SupportedItem) -> tuple[str, str | None]:
    return item.item.ml, item.item.designation


def _is_news(item: SupportedItem, others: Sequence[SupportedItem]) -> bool:
    """Things without a model are none of their own beside those of one, nor "weapons" beside whatever is named."""
    if not words.names_kind(item.item):
        return not others
    return item.item.designation is not None or not _has(others, item.item.ml)


def _has(items: Iterable[SupportedItem], ml: str) -> bool:
    return any(item.item.ml == ml for item in items)


def _differ(
    before: Sequence[_Entry], after: Sequence[_Entry], key: Callable[[_Entry], Hashable]
) -> tuple[list[_Entry], list[_Entry]]:
    """The entries that only the later state has, and those that only the earlier has; each key once."""
    known, now = {key(entry): entry for entry in before}, {key(entry): entry for entry in after}
    return [now[k] for k in now if k not in known], [known[k] for k in known if k not in now]


def _join(claims: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({claim for some in claims for claim in some}))
