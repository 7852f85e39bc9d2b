"""What an actor says beside what it is reported to do: a card with a time line, and an overview of its recipients."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from armswire.cli.console import Listing, make_listing
from armswire.cli.timeline import Lane, Mark, Timeline
from armswire.model.claim import Item, Stage
from armswire.model.position import Deed, PositionLine, Saying, Says, Stance, Tension, Voice
from armswire.model.ranges import DateRange
from armswire.register.phrasing import actor_name, describe_item, describe_step
from armswire.wording.claims import say_actors
from armswire.wording.ids import short_id
from armswire.wording.values import say_dates, say_item

if TYPE_CHECKING:
    from rich.console import RenderableType

OWN_SIGN, OTHERS_SIGN, DEED_SIGN, APART_SIGN, END_SIGN = "●", "○", "◇", "◆", "×"
NOBODY = "nobody named"
_LEGEND = (
    f"{OWN_SIGN} its own word   {OTHERS_SIGN} the word of others   {DEED_SIGN} reported done   "
    f"{APART_SIGN} reported done against its word   {END_SIGN} ended"
)
_OWN = (Voice.OWN, Voice.OWN_UNNAMED)
_IN_WORDS = {Says.RESTATES_POLICY: "restates its policy", Says.DENIES: "denies", Says.DECLINES: "declines to speak of"}


def card_line(line: PositionLine, names: Mapping[str, str]) -> RenderableType:
    """One actor toward one recipient: time line, stances, where word and deed part, and all of it by date."""
    toward = NOBODY if line.toward is None else actor_name(line.toward, names)
    parts: list[RenderableType] = [
        Text(f"{actor_name(line.actor, names)} toward {toward}", style="bold"),
        Text(f"  {_LEGEND}", style="dim"),
        Timeline(_lanes(line)),
    ]
    if line.stances:
        said = {word.claim: word for word in line.said}
        told = [Text(words) for stance in line.stances for words in _tell_stance(stance, said)]
        parts += [Text(), Text("What it says", style="bold"), Padding(Group(*told), (0, 0, 0, 2))]
    if line.tensions:
        parts += [Text(), Text("Said and done do not go together", style="bold"), _list(_tell_tensions(line.tensions))]
    return Group(*parts, Text(), _table(line))


def table_lines(lines: Iterable[PositionLine], actor: str, names: Mapping[str, str]) -> Listing:
    """One row a recipient: what is said, what is reported done, how often they do not go together."""
    rows = [
        (
            line.toward or NOBODY,
            "\n".join(_tell_briefly(line)),
            "\n".join(_count_deeds(line.done)),
            str(len(line.tensions)) if line.tensions else "",
        )
        for line in lines
    ]
    columns = ("toward", "says", "is reported to have done", "do not go together")
    return make_listing(f"{actor_name(actor, names)}: said and done ({len(rows)})", columns, rows)


def _lanes(line: PositionLine) -> list[Lane]:
    said = {word.claim: word for word in line.said}
    lanes = []
    for stance in line.stances:
        words = [said[claim] for claim in stance.claims]
        ended = [] if stance.ended is None else [Mark(DateRange(stance.ended.day, stance.ended.day), END_SIGN)]
        lanes.append(Lane(_stance_label(stance), [*ended, *_marks(words)], DateRange(stance.first, stance.last)))
    for says in (Says.REVERSES, Says.DENIES, Says.DECLINES, Says.RESTATES_POLICY):
        in_stances = {claim for stance in line.stances for claim in stance.claims}
        words = [word for word in line.said if word.says is says and word.claim not in in_stances and _is_said(word)]
        if words:
            lanes.append(Lane(says.value.replace("_", " "), _marks(words)))
    against = {claim for tension in line.tensions for claim in tension.against}
    for stage in dict.fromkeys(deed.stage for deed in line.done):
        deeds = sorted(
            (deed for deed in line.done if deed.stage is stage), key=lambda d: not against.isdisjoint(d.claims)
        )
        signs = {True: DEED_SIGN, False: APART_SIGN}
        marks = [Mark(d.when, signs[against.isdisjoint(d.claims)]) for d in deeds if d.when is not None]
        lanes.append(Lane(_stage(stage), marks))
    return lanes


def _marks(words: Iterable[Saying]) -> list[Mark]:
    """The word of others first, so that its own stands over it."""
    ordered = sorted(words, key=lambda word: word.voice in _OWN)
    return [Mark(word.date, OWN_SIGN if word.voice in _OWN else OTHERS_SIGN) for word in ordered if word.date]


def _list(entries: Iterable[tuple[str, str]]) -> RenderableType:
    """Two columns, so that words go on below themselves and not below what stands before them."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for before, words in entries:
        grid.add_row(Text(before), Text(words))
    return Padding(grid, (0, 0, 0, 2))


def _tell_tensions(tensions: Iterable[Tension]) -> Iterator[tuple[str, str]]:
    for tension in tensions:
        about = f" ({short_id(tension.transfer)})" if tension.transfer else ""
        yield say_dates(DateRange(tension.start, tension.end)), f"{tension.says}{about}"


def _tell_stance(stance: Stance, said: Mapping[str, Saying]) -> list[str]:
    span = say_dates(DateRange(stance.first, stance.last))
    times = {1: "once", 2: "twice"}.get(len(stance.claims), f"{len(stance.claims)} times")
    own = {0: "never on its own word", len(stance.claims): "on its own word"}.get(
        len(stance.own), f"{len(stance.own)} of them on its own word"
    )
    other = dict.fromkeys(describe_item(item) for claim in stance.claims for item in said[claim].items)
    also = ", ".join(words for words in other if words != stance.what)
    told = [f"{_stance_label(stance)}: {span}, told {times}, {own}" + (f"; also in the words {also}" if also else "")]
    told += [f"  not repeated for {(gap.end - gap.start).days} days: {gap.start} to {gap.end}" for gap in stance.gaps]
    if stance.ended is not None:
        by = "a reversal" if stance.ended.by is Stage.REVERSAL else f"its own word of a {_stage(stance.ended.by)}"
        told.append(f"  ended on {stance.ended.day} by {by} ({short_id(stance.ended.claims[0])})")
    return told


def _tell_briefly(line: PositionLine) -> list[str]:
    told = []
    for stance in line.stances:
        ended = f", ended {stance.ended.day}" if stance.ended is not None else ""
        span = say_dates(DateRange(stance.first, stance.last))
        told.append(f"{_stance_label(stance)}: {span} ({len(stance.own)} of {len(stance.claims)} its own word){ended}")
    in_stances = {claim for stance in line.stances for claim in stance.claims}
    others = Counter(word.says.value for word in line.said if word.claim not in in_stances and _is_said(word))
    for says, count in sorted(others.items()):
        told.append(f"{says.replace('_', ' ')}: {'once' if count == 1 else f'{count} times'}")
    return told


def _count_deeds(done: Sequence[Deed]) -> list[str]:
    counts = Counter(deed.stage for deed in done)
    dated = [deed.when for deed in done if deed.when is not None]
    told = [f"{_stage(stage)}: {count}" for stage, count in counts.items()]
    span = [say_dates(DateRange(min(d.start for d in dated), max(d.end for d in dated)))] if dated else []
    return [*told, *span]


def _table(line: PositionLine) -> Listing:
    entries: list[tuple[tuple[bool, str], tuple[str, ...]]] = []
    for word in line.said:
        told = f"{_say(word)} {_things(word.items)}".strip()
        terms = [*(f"if: {term}" for term in word.conditions), *([f"because: {word.reason}"] if word.reason else [])]
        cells = ("\n".join([told, *terms]), "") if _is_said(word) else ("", f"no {_stage(word.stage)}: {told}")
        row = (say_dates(word.date) or "no date", *cells, word.who, short_id(word.claim))
        entries.append((_key(word.date), row))
    for deed in line.done:
        via = f" through {say_actors(deed.via)}" if deed.via else ""
        told = f"{describe_step(deed.stage, _things(deed.items))}{via}"
        standing = "acknowledged by the actor" if deed.own else (deed.standing.value if deed.standing else "")
        when = say_dates(deed.date) or (f"reported {deed.reported}" if deed.reported else "no date")
        entries.append((_key(deed.when), (when, "", told, standing, short_id(deed.transfer))))
    rows = [row for _, row in sorted(entries, key=lambda entry: entry[0])]
    return make_listing("By date", ("when", "says", "is reported done", "whose word, standing", "id"), rows)


def _is_said(word: Saying) -> bool:
    """Whether the actor's side is told; that nothing was delivered in the words of others is a report of deeds."""
    return word.says is not Says.DENIES or word.voice in _OWN


def _say(word: Saying) -> str:
    if word.says is Says.DENIES and word.voice not in _OWN:
        return ""
    if word.says in (Says.DENIES, Says.DECLINES):
        return f"{_IN_WORDS[word.says]} {_stage(word.stage)} of"
    return _IN_WORDS.get(word.says, word.says.value)


def _things(items: Iterable[Item]) -> str:
    return "; ".join(say_item(item) for item in items) or "arms"


def _stance_label(stance: Stance) -> str:
    return f"{stance.says.value} {stance.what}"


def _stage(stage: Stage) -> str:
    return stage.value.replace("_", " ")


def _key(dates: DateRange | None) -> tuple[bool, str]:
    return (True, "") if dates is None else (False, dates.start.isoformat())
