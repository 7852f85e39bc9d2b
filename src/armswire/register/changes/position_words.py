"""Changes of positions in words. Actors stand as marks, as in all sentences of the register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from armswire.model.claim import Stage
from armswire.model.position import Ending, PositionLine, Saying, Says, Stance, Tension
from armswire.model.ranges import DateRange, describe_dates
from armswire.register.phrasing import describe_item, mark

# How many of several who say so are told one by one.
_TOLD = 3


def describe_line(line: PositionLine) -> str:
    """Who toward whom."""
    return f"{mark(line.actor)} toward {'nobody named' if line.toward is None else mark(line.toward)}"


def tell_stance(stance: Stance, whose: Sequence[str], *, is_again: bool) -> str:
    """A stance that nobody told of before."""
    again = " again" if is_again else " for the first time"
    return f"says{again} that it {_says(stance)} ({_span(stance)}): {_whose(whose)}"


def tell_stance_gone(stance: Stance) -> str:
    """A stance that is told of no longer."""
    return f"that it {_says(stance)} ({_span(stance)}) is no longer told of"


def tell_said_again(before: Stance, now: Stance, whose: Sequence[str]) -> str:
    """A stance was repeated."""
    return f"still {_says(now)}, said again {now.last}, before on {before.last}: {_whose(whose)}"


def tell_earlier(before: Stance, now: Stance) -> str:
    """A stance is older than was known."""
    return f"is told that it {_says(now)} from {now.first} on, before from {before.first}"


def tell_ended(stance: Stance, ending: Ending) -> str:
    """A stance came to its end."""
    by = "a reversal" if ending.by is Stage.REVERSAL else f"its own word of a {ending.by.value}"
    return f"no longer {_says(stance)}, as it did from {stance.first} to {stance.last}: {by} on {ending.day}"


def tell_goes_on(stance: Stance, ending: Ending) -> str:
    """What ended a stance is told of no longer."""
    return f"{_says(stance)} on, after all: what ended it on {ending.day} is no longer told of"


def tell_words(words: Sequence[Saying]) -> str:
    """Words of one kind that are no stance."""
    return f"{_tell(words)}: {_whose([word.who for word in words])}"


def tell_words_gone(words: Sequence[Saying]) -> str:
    """Such words that are told of no longer."""
    return f"that it {_tell(words)} is no longer told of"


def tell_tension(tension: Tension) -> str:
    """Two things that do not go together."""
    return f"said and done part: {tension.says}" if tension.transfer else f"says two things: {tension.says}"


def tell_tension_gone(tension: Tension) -> str:
    """Two things that did not go together before."""
    return f"no longer so: {tell_tension(tension)}"


def is_refusal(word: Saying) -> bool:
    """Whether a policy that is said again is one of not supplying."""
    return word.says is Says.RESTATES_POLICY and word.stage is Stage.REFUSAL and word.date is not None


def _tell(words: Sequence[Saying]) -> str:
    says = {
        Says.REVERSES: "reverses its refusal of",
        Says.RESTATES_POLICY: "restates its policy, asked of",
        Says.DENIES: f"denies {_stages(words)} of",
        Says.DECLINES: f"declines to speak of {_stages(words)} of",
    }
    items = dict.fromkeys(describe_item(item) for word in words for item in word.items)
    return f"{says.get(words[0].says, words[0].says.value)} {', '.join(items) or 'arms'}{_days(words)}"


def _stages(words: Iterable[Saying]) -> str:
    return " and ".join(dict.fromkeys(word.stage.value for word in words))


def _days(words: Iterable[Saying]) -> str:
    dates = dict.fromkeys(describe_dates(word.date) for word in words if word.date is not None)
    return f" ({', '.join(dates)})" if dates else ""


def _says(stance: Stance) -> str:
    return f"{stance.says.value} {stance.what}"


def _span(stance: Stance) -> str:
    return describe_dates(DateRange(stance.first, stance.last))


def _whose(whose: Sequence[str]) -> str:
    told = list(dict.fromkeys(whose))
    return "; ".join([*told[:_TOLD], *([f"and {len(told) - _TOLD} more"] if len(told) > _TOLD else [])])
