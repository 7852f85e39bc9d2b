"""What an actor says and is reported to do, in short words and as lanes of a time line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from armswire.model.claim import Item, Stage
from armswire.model.position import Deed, PositionLine, Saying, Says, Stance, Voice
from armswire.model.ranges import DateRange
from armswire.register.phrasing import describe_item, describe_step
from armswire.wording.claims import say_actors
from armswire.wording.ids import short_id
from armswire.wording.values import say_dates, say_item

# Toward whom where no claim names a recipient.
NOBODY = "nobody named"

_OWN = (Voice.OWN, Voice.OWN_UNNAMED)
_IN_WORDS = {Says.RESTATES_POLICY: "restates its policy", Says.DENIES: "denies", Says.DECLINES: "declines to speak of"}


class LaneSign(StrEnum):
    """What a mark on a lane stands for."""

    OWN = "own"
    OTHERS = "others"
    DONE = "done"
    APART = "apart"
    ENDED = "ended"


SIGN_WORDS = {
    LaneSign.OWN: "its own word",
    LaneSign.OTHERS: "the word of others",
    LaneSign.DONE: "reported done",
    LaneSign.APART: "reported done against its word",
    LaneSign.ENDED: "ended",
}


@dataclass(frozen=True, slots=True)
class LaneMark:
    """Days on a lane, what is told of them, and the claims that say so; `transfer` is that of a deed."""

    days: DateRange
    sign: LaneSign
    words: str
    claims: tuple[str, ...]
    transfer: str | None = None


@dataclass(frozen=True, slots=True)
class PositionLane:
    """One thing said, or one stage reported, over time; `held` is how long a stance is known to be held."""

    label: str
    marks: tuple[LaneMark, ...]
    held: DateRange | None = None


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A word or a deed in the order of time: `said` are lines, `whose` is whose word, or how far it is believed.

    It is told by `claim`, or is a step of `transfer`.
    """

    when: str
    said: tuple[str, ...]
    done: str
    whose: str
    claim: str | None = None
    transfer: str | None = None


def lanes_of(line: PositionLine) -> list[PositionLane]:
    """The lanes of a line: each stance, what else is said, then each stage that is reported done."""
    said = {word.claim: word for word in line.said}
    in_stances = {claim for stance in line.stances for claim in stance.claims}
    lanes = [_stance_lane(stance, said) for stance in line.stances]
    for says in (Says.REVERSES, Says.DENIES, Says.DECLINES, Says.RESTATES_POLICY):
        words = [word for word in line.said if word.says is says and word.claim not in in_stances and is_said(word)]
        if words:
            lanes.append(PositionLane(says.value.replace("_", " "), tuple(_word_marks(words))))
    against = {claim for tension in line.tensions for claim in tension.against}
    for stage in dict.fromkeys(deed.stage for deed in line.done):
        deeds = [deed for deed in line.done if deed.stage is stage]
        # What goes against its word is drawn last, over the others.
        deeds.sort(key=lambda deed: not against.isdisjoint(deed.claims))
        lanes.append(PositionLane(say_stage(stage), tuple(_deed_marks(deeds, against))))
    return lanes


def rows_of(line: PositionLine) -> list[DatedRow]:
    """All of a line by date, what has none last."""
    entries: list[tuple[DateRange | None, DatedRow]] = []
    for word in line.said:
        told = say_saying(word)
        said, done = (((told, *say_terms(word))), "") if is_said(word) else ((), f"no {say_stage(word.stage)}: {told}")
        entries.append((word.date, DatedRow(say_dates(word.date) or "no date", said, done, word.who, claim=word.claim)))
    for deed in line.done:
        row = DatedRow(say_deed_day(deed), (), say_deed(deed), say_deed_standing(deed), transfer=deed.transfer)
        entries.append((deed.when, row))
    return [row for _, row in sorted(entries, key=lambda entry: _day_key(entry[0]))]


def is_said(word: Saying) -> bool:
    """Whether the actor's side is told; that nothing was delivered in the words of others is a report of deeds."""
    return word.says is not Says.DENIES or word.voice in _OWN


def say_saying(word: Saying) -> str:
    """What it says of what: refuses artillery shells [ML3]."""
    return f"{_verb(word)} {_things(word.items)}".strip()


def say_terms(word: Saying) -> list[str]:
    """On which conditions, and for what reason."""
    return [*(f"if: {term}" for term in word.conditions), *([f"because: {word.reason}"] if word.reason else [])]


def say_deed(deed: Deed) -> str:
    """What is reported done, of what, through whom."""
    via = f" through {say_actors(deed.via)}" if deed.via else ""
    return f"{describe_step(deed.stage, _things(deed.items))}{via}"


def say_deed_standing(deed: Deed) -> str:
    """How far a deed is believed; nothing of steps before the furthest."""
    return "acknowledged by the actor" if deed.own else (deed.standing.value if deed.standing else "")


def say_deed_day(deed: Deed) -> str:
    """When it was done, or else first reported."""
    return say_dates(deed.date) or (f"reported {deed.reported}" if deed.reported else "no date")


def say_stance(stance: Stance) -> str:
    """Refuses artillery shells."""
    return f"{stance.says.value} {stance.what}"


def tell_stance(stance: Stance, said: Mapping[str, Saying]) -> list[str]:
    """A stance in a line, and a line for each time in which nobody repeated it and for how it ended.

    `said` are the words of its line, by claim.
    """
    span = say_dates(DateRange(stance.first, stance.last))
    times = {1: "once", 2: "twice"}.get(len(stance.claims), f"{len(stance.claims)} times")
    own = {0: "never on its own word", len(stance.claims): "on its own word"}.get(
        len(stance.own), f"{len(stance.own)} of them on its own word"
    )
    other = dict.fromkeys(describe_item(item) for claim in stance.claims for item in said[claim].items)
    also = ", ".join(words for words in other if words != stance.what)
    told = [f"{say_stance(stance)}: {span}, told {times}, {own}" + (f"; also in the words {also}" if also else "")]
    told += [f"not repeated for {(gap.end - gap.start).days} days: {gap.start} to {gap.end}" for gap in stance.gaps]
    if stance.ended is not None:
        by = "a reversal" if stance.ended.by is Stage.REVERSAL else f"its own word of a {say_stage(stance.ended.by)}"
        told.append(f"ended on {stance.ended.day} by {by} ({short_id(stance.ended.claims[0])})")
    return told


def tell_briefly(line: PositionLine) -> list[str]:
    """What is said in a few lines: each stance, and how often what else."""
    told = []
    for stance in line.stances:
        ended = f", ended {stance.ended.day}" if stance.ended is not None else ""
        span = say_dates(DateRange(stance.first, stance.last))
        told.append(f"{say_stance(stance)}: {span} ({len(stance.own)} of {len(stance.claims)} its own word){ended}")
    in_stances = {claim for stance in line.stances for claim in stance.claims}
    others = Counter(word.says.value for word in line.said if word.claim not in in_stances and is_said(word))
    for says, count in sorted(others.items()):
        told.append(f"{says.replace('_', ' ')}: {'once' if count == 1 else f'{count} times'}")
    return told


def count_deeds(done: Sequence[Deed]) -> list[str]:
    """How many deeds of each stage, and from when to when."""
    counts = Counter(deed.stage for deed in done)
    dated = [deed.when for deed in done if deed.when is not None]
    told = [f"{say_stage(stage)}: {count}" for stage, count in counts.items()]
    span = [say_dates(DateRange(min(d.start for d in dated), max(d.end for d in dated)))] if dated else []
    return [*told, *span]


def say_stage(stage: Stage) -> str:
    """End use for `end_use`."""
    return stage.value.replace("_", " ")


def _stance_lane(stance: Stance, said: Mapping[str, Saying]) -> PositionLane:
    marks = list(_word_marks(said[claim] for claim in stance.claims))
    if stance.ended is not None:
        day = DateRange(stance.ended.day, stance.ended.day)
        by = "a reversal" if stance.ended.by is Stage.REVERSAL else f"its own word of a {say_stage(stance.ended.by)}"
        marks.insert(0, LaneMark(day, LaneSign.ENDED, f"ended by {by}", stance.ended.claims))
    return PositionLane(say_stance(stance), tuple(marks), DateRange(stance.first, stance.last))


def _word_marks(words: Iterable[Saying]) -> Iterator[LaneMark]:
    """The word of others first, so that its own stands over it."""
    for word in sorted(words, key=lambda word: word.voice in _OWN):
        if word.date is not None:
            sign = LaneSign.OWN if word.voice in _OWN else LaneSign.OTHERS
            yield LaneMark(word.date, sign, f"{say_saying(word)}; {word.who}", (word.claim,))


def _deed_marks(deeds: Iterable[Deed], against: set[str]) -> Iterator[LaneMark]:
    for deed in deeds:
        if deed.when is not None:
            sign = LaneSign.DONE if against.isdisjoint(deed.claims) else LaneSign.APART
            standing = say_deed_standing(deed)
            words = f"{say_deed(deed)}{f'; {standing}' if standing else ''}"
            yield LaneMark(deed.when, sign, words, deed.claims, deed.transfer)


def _verb(word: Saying) -> str:
    if word.says is Says.DENIES and word.voice not in _OWN:
        return ""
    if word.says in (Says.DENIES, Says.DECLINES):
        return f"{_IN_WORDS[word.says]} {say_stage(word.stage)} of"
    return _IN_WORDS.get(word.says, word.says.value)


def _things(items: Iterable[Item]) -> str:
    return "; ".join(say_item(item) for item in items) or "arms"


def _day_key(dates: DateRange | None) -> tuple[bool, str]:
    return (True, "") if dates is None else (False, dates.start.isoformat())
