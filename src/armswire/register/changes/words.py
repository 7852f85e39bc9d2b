"""Changes in words. Actors stand as marks, as in all sentences of the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from armswire.model.claim import Item, Stage
from armswire.model.dispute import Dispute, DisputeSide, OpenAnswer
from armswire.model.ranges import DateRange, Money, Quantity, describe_dates, describe_range
from armswire.model.standing import StageRecord
from armswire.model.transfer import SupportedActor, Transfer
from armswire.register.changes.change import Change
from armswire.register.phrasing import describe_item, list_actors, put_names

# How many of several things are told one by one.
_TOLD = 3

# The categories of the military list's end that name no kind.
_OF_ANY_KIND = ("ARMS", "NONLETHAL")


def name_change(change: Change, names: Mapping[str, str]) -> Change:
    """The same change with the actors' names in its sentences, those of `names` where it has them."""
    return replace(change, about=put_names(change.about, names), says=put_names(change.says, names))


def describe_transfer(transfer: Transfer) -> str:
    """Who to whom, through whom, and what: "KOR to UKR, via USA: 100,000 rounds of shells"."""
    via = f", via {_codes(transfer.intermediary)}" if transfer.intermediary else ""
    return f"{_codes(transfer.supplier)} to {_codes(transfer.recipient)}{via}: {_things(transfer)}"


def tell_new(transfer: Transfer) -> str:
    """A transfer that nobody told of before."""
    if transfer.stage is None:
        told = "is told of for the first time, and not affirmed"
    else:
        record = transfer.stages[-1]
        told = f"is told of for the first time: {_stage(record.stage)}{_when(record.date)}"
    return f"{told}; {transfer.standing.value}: {transfer.standing_reason}"


def tell_gone(*, is_reread: bool) -> str:
    """A transfer that is told of no longer, and why."""
    if is_reread:
        return "is no longer there: its sentences are read otherwise now"
    return "is no longer there, nor are the articles that told of it"


def tell_split(rest: Transfer, part: Transfer) -> str:
    """One transfer, `part`, was told apart from another."""
    told = f"was told as one with {describe_transfer(rest)}; is a transfer of its own now"
    return f"{told}, {part.standing.value}: {part.standing_reason}"


def tell_merged(whole: Transfer) -> str:
    """One transfer went into another."""
    return f"was told apart from {describe_transfer(whole)}; is one with it now"


def tell_moved(number: int, source: Transfer) -> str:
    """Claims count for another transfer than before."""
    counted = "1 claim that counted" if number == 1 else f"{number} claims that counted"
    return f"{counted} for {describe_transfer(source)} {'counts' if number == 1 else 'count'} for this one now"


def tell_lost(number: int) -> str:
    """Claims are no longer there."""
    return "1 claim about it is no longer there" if number == 1 else f"{number} claims about it are no longer there"


def tell_furthest(before: Stage | None, record: StageRecord, *, is_further: bool) -> str:
    """The furthest stage that is affirmed is another one."""
    told = f"{_stage(record.stage)}{_when(record.date)}"
    if before is None:
        return f"is affirmed for the first time: {told}"
    if is_further:
        return f"went on from {_stage(before)} to {told}"
    return f"has come no further than {told}; it was told to have come to {_stage(before)}"


def tell_unaffirmed(before: Stage) -> str:
    """Nothing is affirmed any more."""
    return f"is no longer affirmed; it was told to have come to {_stage(before)}"


def tell_stage(record: StageRecord) -> str:
    """A stage besides the furthest is told of."""
    article = "an" if record.stage.value[0] in "aeiou" else "a"
    return f"{article} {_stage(record.stage)} is told of too{_when(record.date)}"


def tell_stage_gone(stage: Stage) -> str:
    """A stage besides the furthest is no longer told of."""
    return f"the {_stage(stage)} is no longer told of"


def tell_date(stage: Stage, before: Sequence[DateRange | None], now: DateRange | None) -> str:
    """A stage has another date."""
    known = " or ".join(dict.fromkeys(describe_dates(date) for date in before if date is not None))
    if now is None:
        return f"the {_stage(stage)} has no date now; it was dated {known}"
    return f"the {_stage(stage)} is dated {describe_dates(now)}; " + (f"it was {known}" if known else "it had no date")


def tell_parties(role: str, gained: Sequence[str], lost: Sequence[str]) -> str:
    """Other actors in a role."""
    parts = [
        *([f"{list_actors(gained)} {_is(gained)} named as {role}"] if gained else []),
        *([f"{list_actors(lost)} {_is(lost)} no longer named as {role}"] if lost else []),
    ]
    return "; ".join(parts)


def tell_items(gained: Sequence[Item], lost: Sequence[Item]) -> str:
    """Other things than before; nothing where there are none."""
    parts = [
        *([f"is also about {_list(_thing(item) for item in gained)}"] if gained else []),
        *([f"is no longer about {_list(describe_item(item) for item in lost)}"] if lost else []),
    ]
    return "; ".join(parts)


def tell_models(gained: Sequence[Item]) -> str:
    """The models of things that were known by their kind alone; nothing where there are none."""
    if not gained:
        return ""
    told = _list(describe_item(item) for item in gained)
    return f"{'its model is' if len(gained) == 1 else 'models are'} told: {told}"


def tell_number(item: str, gained: Sequence[Quantity], kept: Sequence[Quantity], lost: Sequence[Quantity]) -> str:
    """Another number of the same things."""
    new, known, old = (_list(describe_quantity(quantity) for quantity in told) for told in (gained, kept, lost))
    if not gained:
        return f"the number of {item} is told no longer as {old}" + (f", only as {known}" if kept else "")
    if lost:
        return f"the number of {item} changed from {old} to {new}" + (f", besides {known}" if kept else "")
    if kept:
        return f"another number of {item} is told, {new}, besides {known}"
    return f"the number of {item} is told for the first time: {new}"


def tell_value(gained: Sequence[Money], lost: Sequence[Money]) -> str:
    """Other sums."""
    new, old = (_list(describe_money(money) for money in told) for told in (gained, lost))
    if gained and lost:
        return f"its value changed from {old} to {new}"
    return f"its value is told: {new}" if gained else f"its value is no longer told; it was {old}"


def tell_standing(before: Transfer, after: Transfer) -> str:
    """How well it is known is another thing now; a standing is that of the furthest stage."""
    now = f"{after.standing.value}: {after.standing_reason}"
    if before.stage is None or after.stage is None or before.stage is after.stage:
        return f"went from {before.standing.value} to {now}"
    return f"the {_stage(after.stage)} is {now}; the {_stage(before.stage)} was {before.standing.value}"


def tell_origins(before: int, now: int) -> str:
    """More or fewer independent origins."""
    return f"is told by {now} independent {'origin' if now == 1 else 'origins'}, before by {before}"


def tell_asked(dispute: Dispute) -> str:
    """A question that is answered differently, with its sides."""
    return f"{dispute.question} {_sides(dispute)}"


def tell_settled(dispute: Dispute, *, is_new: bool) -> str:
    """A question that is settled; a new one with its sides."""
    told = f"{dispute.question} Settled: {dispute.state_reason}"
    return f"{told}; it was {_sides(dispute)}" if is_new else told


def tell_open_again(dispute: Dispute) -> str:
    """A question that was settled before."""
    return f"{dispute.question} Open again: {_sides(dispute)}"


def tell_joined(dispute: Dispute, joined: Iterable[DisputeSide], answers: Iterable[OpenAnswer]) -> str:
    """Who else answers a question: each side with those alone who were not heard before, and who takes none."""
    return f"{dispute.question} Answered by more: {', '.join([*map(_side, joined), *_answers(answers)])}"


def tell_unasked(dispute: Dispute) -> str:
    """A question that is no longer answered differently."""
    return f"{dispute.question} No longer asked; it was {_sides(dispute)}"


def describe_quantity(quantity: Quantity) -> str:
    """About 100,000 rounds."""
    told = describe_range(quantity.min, quantity.max, approximate=quantity.approximate)
    return f"{told} {quantity.unit}" if quantity.unit else told


def describe_money(money: Money) -> str:
    """About 2,000,000,000 USD."""
    return f"{describe_range(money.min, money.max, approximate=money.approximate)} {money.currency}"


def _sides(dispute: Dispute) -> str:
    sides = " against ".join(_side(side) for side in dispute.sides)
    return "; ".join([sides, *_answers(dispute.answers)])


def _side(side: DisputeSide) -> str:
    """No (the Courier, citing the ministry; the Wire)."""
    return f"{side.says} ({_heard(side.on_whose_word)})"


def _answers(answers: Iterable[OpenAnswer]) -> list[str]:
    """Neither yes nor no (the Courier, citing the ministry), where anybody answers so."""
    words = [given.word.whose for given in answers]
    return [f"neither yes nor no ({_heard(words)})"] if words else []


def _heard(words: Sequence[str]) -> str:
    more = [f"and {len(words) - _TOLD} more"] if len(words) > _TOLD else []
    return "; ".join([*words[:_TOLD], *more])


def _stage(stage: Stage) -> str:
    return stage.value.replace("_", " ")


def _when(date: DateRange | None) -> str:
    return "" if date is None else f" ({describe_dates(date)})"


def _codes(actors: Iterable[SupportedActor]) -> str:
    return list_actors(actor.actor for actor in actors)


def _is(actors: Sequence[str]) -> str:
    return "is" if len(actors) == 1 else "are"


def _things(transfer: Transfer) -> str:
    """What it is about; words for weapons of any kind only where no kind is named."""
    items = [item.item for item in transfer.items]
    return _list(_thing(item) for item in [item for item in items if names_kind(item)] or items) or "arms"


def names_kind(item: Item) -> bool:
    """Whether an item says what it is; "weapons" and "aid" do not."""
    return item.ml not in _OF_ANY_KIND


def _thing(item: Item) -> str:
    words = describe_item(item)
    if item.quantity is None:
        return words
    unit = item.quantity.unit
    if unit is not None and unit.casefold() in words.casefold():
        return f"{describe_quantity(replace(item.quantity, unit=None))} {words}"
    return f"{describe_quantity(item.quantity)}{' of' if unit else ''} {words}"


def _list(things: Iterable[str]) -> str:
    told = list(dict.fromkeys(things))
    if len(told) <= 1:
        return "".join(told)
    if len(told) <= _TOLD:
        return f"{', '.join(told[:-1])} and {told[-1]}"
    return f"{', '.join(told[:_TOLD])} and {len(told) - _TOLD} more"
