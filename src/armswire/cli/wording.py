"""Model values as short words for tables and cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.model.attribution import Source
from armswire.model.claim import Claim, Item, Polarity
from armswire.model.dispute import Dispute, OpenAnswer, Word
from armswire.model.ranges import DateRange, Money, Quantity, describe_dates
from armswire.model.transfer import SupportedActor, Transfer

UNKNOWN = "?"
NEITHER = "neither yes nor no"


def say_number(value: float) -> str:
    """1,400,000,000 as 1.4 billion; below a million with separators."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{value / size:,.4g} {name}"
    return f"{value:,.10g}"


def say_range(least: float, most: float, *, approximate: bool) -> str:
    """One number or two, "about" before the approximate ones."""
    shown = say_number(least) if least == most else f"{say_number(least)} to {say_number(most)}"
    return f"about {shown}" if approximate else shown


def say_quantity(quantity: Quantity) -> str:
    """About 100,000 rounds."""
    shown = say_range(quantity.min, quantity.max, approximate=quantity.approximate)
    return f"{shown} {quantity.unit}" if quantity.unit else shown


def say_money(money: Money, *, in_brackets: bool = False) -> str:
    """1.4 billion USD; (1.4 billion) USD where it is uncertain and is to be shown as trade registers do."""
    return f"{_number(money, in_brackets=in_brackets)} {money.currency}"


def _number(amount: Quantity | Money, *, in_brackets: bool) -> str:
    """A number or a range; in brackets no "about" is needed."""
    if in_brackets:
        return f"({say_range(amount.min, amount.max, approximate=False)})"
    return say_range(amount.min, amount.max, approximate=amount.approximate)


def say_dates(dates: DateRange | None) -> str:
    """A day, a whole month (2024-03) or year (2024), else the first and last day; nothing where no date is known."""
    return "" if dates is None else describe_dates(dates)


def say_item(item: Item, *, in_brackets: bool = False) -> str:
    """The item's words, with the number before them and the military-list category behind.

    With `in_brackets` the number is shown as trade registers show what is uncertain.
    """
    name = " ".join(item.text.split())
    if item.designation is not None and not _names(name, item.designation):
        name = f"{name} ({item.designation})"
    if item.quantity is None:
        return f"{name} [{item.ml}]"
    unit = item.quantity.unit
    counted = "" if unit is None or unit.casefold() in name.casefold() else f" {unit} of"
    return f"{_number(item.quantity, in_brackets=in_brackets)}{counted} {name} [{item.ml}]"


def _names(words: str, designation: str) -> bool:
    """Whether the words hold the designation, or the first word of it ("K2 tanks" and "K2 Black Panther")."""
    letters = _letters(words)
    return _letters(designation) in letters or _letters(designation.split()[0]) in letters


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def say_actors(actors: Iterable[str]) -> str:
    """Codes, "org:" left out; a question mark where nobody is named."""
    return ", ".join(actor.removeprefix("org:") for actor in actors) or UNKNOWN


def say_parties(supplier: Iterable[str], recipient: Iterable[str], intermediary: Iterable[str]) -> str:
    """KOR → UKR via USA."""
    via = say_actors(intermediary)
    route = f"{say_actors(supplier)} → {say_actors(recipient)}"
    return route if via == UNKNOWN else f"{route} via {via}"


def names(actors: Iterable[SupportedActor]) -> list[str]:
    """The actors without the claims that name them."""
    return [supported.actor for supported in actors]


def say_transfer_parties(transfer: Transfer) -> str:
    """Who to whom through whom."""
    return say_parties(names(transfer.supplier), names(transfer.recipient), names(transfer.intermediary))


def say_claim_stage(claim: Claim) -> str:
    """The stage, with polarity and certainty where they are not the plain ones."""
    marks = [claim.polarity.value] if claim.polarity is not Polarity.AFFIRMED else []
    if claim.certainty.value != "certain":
        marks.append(claim.certainty.value)
    return f"{claim.stage.value} ({', '.join(marks)})" if marks else claim.stage.value


def say_chain(chain: Iterable[Source]) -> str:
    """Whose word, the outlet cited first; the article's own voice where nobody else's."""
    return " citing ".join(source.source for source in chain) or "the article itself"


def say_word(word: Word) -> str:
    """Whose word, the class of the speaker and the day: Mind, citing Seoul (government body, KOR), 2023-05-25."""
    known = [word.source_class.value.replace("_", " ")] if word.source_class is not None else []
    known += [word.actor.removeprefix("org:")] if word.actor is not None else []
    told = f"{word.whose} ({', '.join(known)})" if known else word.whose
    return told if word.date is None else f"{told}, {word.date.isoformat()}"


def say_answer(given: OpenAnswer) -> str:
    """Whose word, and in what way it is neither yes nor no."""
    return f"{say_word(given.word)}: {_say_how(given)}"


def say_sides(dispute: Dispute) -> Iterator[str]:
    """One line a side, and one for the answers that are neither yes nor no."""
    for side in dispute.sides:
        yield f"{side.says}: {'; '.join(side.on_whose_word)}"
    if dispute.answers:
        yield f"{NEITHER}: " + "; ".join(f"{given.word.whose} ({_say_how(given)})" for given in dispute.answers)


def _say_how(given: OpenAnswer) -> str:
    return "leaves it open" if given.answer is None else given.answer.value.replace("_", " ")


def say_claim(claim: Claim) -> str:
    """A claim in one line."""
    parts = [say_claim_stage(claim), say_parties(claim.supplier, claim.recipient, claim.intermediary)]
    if claim.requester:
        parts.append(f"asked by {say_actors(claim.requester)}")
    if claim.items:
        parts.append("; ".join(say_item(item) for item in claim.items))
    if claim.value is not None:
        parts.append(say_money(claim.value))
    if claim.date is not None:
        parts.append(say_dates(claim.date))
    return " · ".join(parts)
