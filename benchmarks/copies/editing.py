"""What editors and machines do to a text that they take over.

Every number is a guess, set before anything was measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

_SPELLINGS = (
    ("defence", "defense"), ("programme", "program"), ("armour", "armor"), ("labour", "labor"), ("centre", "center"),
    ("harbour", "harbor"), ("licence", "license"), ("favour", "favor"), ("honour", "honor"), ("colour", "color"),
    ("neighbour", "neighbor"), ("metre", "meter"), ("litre", "liter"), ("ise ", "ize "), ("ised ", "ized "),
    ("ising ", "izing "), ("isation", "ization"), ("travelled", "traveled"), ("cancelled", "canceled"),
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile("|".join(_DAYS))
_DATE = re.compile(rf"\b({_MONTHS}) \d{{1,2}}\b")

# Of what a cut leaves: from two fifths to seven tenths of the words.
CUT = (0.4, 0.7)
# How many things are done to one copy, and how often.
EDITS = ((1, 0.55), (2, 0.3), (3, 0.15))

# Of a text of fewer words a line more or less is no copy any more, but another text.
SHORT = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """Where copies are made: its chance, and words that stand in no other text, so many as are asked for."""

    chance: Random
    words: Callable[[int], str]


def edit(text: str, desk: Desk) -> tuple[str, tuple[str, ...]]:
    """A copy of a text, and what was done to it, by name."""
    (number,) = desk.chance.choices([times for times, _ in EDITS], [weight for _, weight in EDITS])
    possible = KEEPING if len(text.split()) < SHORT else OPERATORS
    done = tuple(sorted(desk.chance.sample(sorted(possible), number)))
    for name in done:
        text = OPERATORS[name](text, desk)
    return text, done


def change_headline(text: str, desk: Desk) -> str:
    """Another line at the head in place of the first."""
    head, _, rest = text.partition("\n")
    return f"{desk.words(desk.chance.randint(7, 12))}\n{rest}" if len(head.split()) < 20 else f"{desk.words(9)}\n{text}"


def cut_tail(text: str, desk: Desk) -> str:
    """The first words alone, to the end of one."""
    keep = desk.chance.uniform(*CUT)
    places = [found.end() for found in re.finditer(r"\S+", text)]
    return text[: places[max(0, round(len(places) * keep) - 1)]]


def change_credit(text: str, desk: Desk) -> str:
    """The name of the agency before the first dash goes, another credit comes to the foot."""
    text = re.sub(r"\(\w+\)", "", text, count=1)
    return f"{text}\nThis report by {desk.words(2)} was published with the help of {desk.words(3)}."


def add_paragraph(text: str, desk: Desk) -> str:
    """A paragraph more, anywhere."""
    paragraphs = text.split("\n")
    paragraphs.insert(desk.chance.randint(0, len(paragraphs)), f"{desk.words(desk.chance.randint(25, 60))}.")
    return "\n".join(paragraphs)


def change_spelling(text: str, desk: Desk) -> str:
    """British for American, and the other way round."""
    pairs = _SPELLINGS if desk.chance.random() < 0.5 else [(american, british) for british, american in _SPELLINGS]
    for one, other in pairs:
        text = text.replace(one, other)
    return text


def damage_encoding(text: str, desk: Desk) -> str:
    """UTF-8 read as Windows-1252 or as Latin-1, or written as ASCII."""
    way = desk.chance.randrange(3)
    if way == 0:
        return text.encode().decode("cp1252", "replace")
    return text.encode().decode("latin-1") if way == 1 else text.encode("ascii", "replace").decode()


def change_dates(text: str, desk: Desk) -> str:
    """Days of the week become others, or days of the month."""
    month, day = desk.chance.choice(_MONTHS.split("|")), desk.chance.randint(1, 28)
    text = _DATE.sub(f"{month} {day}", text)
    if desk.chance.random() < 0.5:
        return _DAY.sub(lambda found: f"{found[0]}, {month} {day}", text)
    return _DAY.sub(lambda found: _DAYS[(_DAYS.index(found[0]) + 1) % 7], text)


OPERATORS: dict[str, Callable[[str, Desk], str]] = {
    "headline": change_headline,
    "cut": cut_tail,
    "credit": change_credit,
    "paragraph": add_paragraph,
    "spelling": change_spelling,
    "encoding": damage_encoding,
    "dates": change_dates,
}

# Those that leave the words of a text where they are.
KEEPING = {name: OPERATORS[name] for name in ("spelling", "encoding", "dates")}
