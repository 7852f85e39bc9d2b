"""Invented news whose copies are known: originals, what becomes of them, and texts that only look like copies.

Sentences are those of the project's own dispatches, with their longer words replaced by invented ones, so that short
turns of phrase come again as they do in news. Every number is a guess, set before anything was measured.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from editing import Desk, edit

from armswire.samples import DISPATCHES

FIRST_DAY = date(2031, 1, 1)
DAYS = 365
# What a hundred articles are: copies come on top of the originals that they are made from.
SHARES = {"original": 80, "bulletin": 2, "blog": 3, "alert": 4, "list": 2, "pair": 9}
COPIED, MOST_COPIES = 0.18, 12
# Of 40,000 words the few first make up most of a text, as in any language (Zipf).
VOCABULARY = 40_000
_SYLLABLES = ("ba", "cor", "del", "fin", "gra", "hol", "in", "jo", "kar", "lum", "men", "nor", "os", "pel", "qua",
              "rin", "sta", "tor", "ul", "ven", "wex", "yar", "zon", "ti", "mi", "ro")  # fmt: skip
_SPELT = ("defence", "programme", "armour", "centre", "labour", "harbour", "licence", "organisation", "neighbouring")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
OUTLETS = tuple(f"Outlet {n}" for n in range(120))


@dataclass(frozen=True, slots=True)
class Invented:
    """One article: `family` is that of its text, `original` the article it is a copy of, `done` what was done to it.

    `furniture` is where what its outlet sets round every article begins in the text.
    """

    name: str
    kind: str
    family: str
    text: str
    furniture: int
    outlet: str
    published: date
    retrieved: datetime
    original: str | None = None
    done: tuple[str, ...] = ()


class Press:
    """Writes articles, always the same ones for a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(f"copies {seed}")
        self._words = [self._word() for _ in range(VOCABULARY)]
        self._words[5 : 5 + 40 * len(_SPELT) : 40] = _SPELT
        weights = [1 / (rank + 20) for rank in range(VOCABULARY)]
        self._totals: list[float] = []
        total = 0.0
        for weight in weights:
            total += weight
            self._totals.append(total)
        self._waiting: list[str] = []
        self._frames = _sentences()
        self._furniture = {outlet: self._sentences(self.chance.randint(30, 90)) for outlet in OUTLETS}

    def write(self, number: int) -> Iterator[Invented]:
        """So many articles, copies among them, in no order that means anything."""
        kinds, weights = list(SHARES), list(SHARES.values())
        written = 0
        while written < number:
            kind = self.chance.choices(kinds, weights)[0]
            for article in self._tell(kind, written):
                yield article
                written += 1
                if written == number:
                    return

    def words(self, number: int) -> str:
        """So many words as they come."""
        if len(self._waiting) < number:
            self._waiting = self.chance.choices(self._words, cum_weights=self._totals, k=20_000)
        return " ".join(self._waiting.pop() for _ in range(number))

    # -- kinds of articles ----------------------------------------------------------------------------------------

    def _tell(self, kind: str, number: int) -> Iterator[Invented]:
        texts = {
            "original": self._originals,
            "bulletin": self._bulletins,
            "blog": self._blogs,
            "alert": self._alerts,
            "list": self._lists,
            "pair": self._pair,
        }[kind]()
        start = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS))
        one_outlet = self.chance.choice(OUTLETS) if kind != "pair" else None
        for index, text in enumerate(texts):
            name = f"{kind}-{number}-{index}"
            first = self._publish(name, kind, name, text, one_outlet, start + timedelta(days=index))
            yield first
            if self.chance.random() < COPIED:
                for copy in range(min(MOST_COPIES, int(self.chance.paretovariate(1.1)))):
                    edited, done = edit(text, Desk(self.chance, self.words))
                    late = timedelta(days=self.chance.choice((0, 0, 1, 1, 2, 3)))
                    yield self._publish(f"{name}-{copy}", kind, name, edited, None, first.published + late, first, done)

    def _publish(
        self,
        name: str,
        kind: str,
        family: str,
        text: str,
        outlet: str | None,
        day: date,
        original: Invented | None = None,
        done: tuple[str, ...] = (),
    ) -> Invented:
        outlet = outlet or self.chance.choice(OUTLETS)
        morning = datetime(day.year, day.month, day.day, 1, tzinfo=UTC)
        moment = morning if original is None else max(morning, original.retrieved)
        retrieved = moment + timedelta(minutes=self.chance.randint(1, 500))
        # Names tell nothing of what is a copy of what.
        mixed = f"{self.chance.getrandbits(32):08x}-{name}"
        above = None if original is None else original.name
        whole = f"{text}\n\n{self._furniture[outlet]}"
        return Invented(mixed, kind, family, whole, len(text), outlet, day, retrieved, above, done)

    def _originals(self) -> list[str]:
        length = round(min(1500, max(60, self.chance.lognormvariate(5.8, 0.6))))
        day, date_ = self.chance.choice(_DAYS), f"{self.chance.choice(_MONTHS)} {self.chance.randint(1, 28)}"
        agency = self.words(1).title()
        body = self._sentences(length, day)
        return [f"{self.words(9).capitalize()}\n{self.words(1).upper()}, {date_} ({agency}) — {body}"]

    def _bulletins(self) -> list[str]:
        """ "As of day 412 losses are ...": the same words every day, but for a fifth, and other figures."""
        template = [*self._sentences(self.chance.randint(60, 300)).split()]
        open_ = [place for place in range(len(template)) if self.chance.random() < 0.2]
        figures = {place for place in open_ if self.chance.random() < 0.5}
        texts = []
        counts = {place: self.chance.randint(3, 9000) for place in figures}
        for day in range(self.chance.randint(3, 30)):
            for place in open_:
                if place in figures:
                    counts[place] += self.chance.randint(0, 40)
                    template[place] = f"{counts[place]:,}"
                else:
                    template[place] = self.words(1)
            lead = f"As of day {day + 300}, {_DAYS[day % 7]}, the general staff reports: "
            texts.append(lead + " ".join(template))
        return texts

    def _blogs(self) -> list[str]:
        """A page a day: the same introduction, new entries, and a few of the day before."""
        intro, entries, texts = self._sentences(self.chance.randint(40, 90)), [], []
        for day in range(self.chance.randint(2, 8)):
            new = [f"{hour:02}:{self.chance.randint(0, 59):02} {self._sentences(40)}" for hour in range(6, 12)]
            texts.append("\n".join([f"Live: day {day + 20}", intro, *new, *entries[:2]]))
            entries = new
        return texts

    def _alerts(self) -> list[str]:
        """A line each, of the same make."""
        head, tail = f"BREAKING: {self.words(3)} says", f"— follow {self.words(3)} for more"
        return [f"{head} {self.words(self.chance.randint(5, 12))} {tail}" for _ in range(self.chance.randint(2, 8))]

    def _lists(self) -> list[str]:
        """A list a week: the same introduction and heads, some of the same things in other numbers."""
        intro = self._sentences(self.chance.randint(30, 60))
        things = [self.words(3) for _ in range(60)]
        return [
            "\n".join([
                f"{intro} Week {week + 1}.",
                *(f"- {self.chance.randint(1, 900)} {thing}" for thing in self.chance.sample(things, 25)),
            ])
            for week in range(self.chance.randint(3, 12))
        ]  # fmt: skip

    def _pair(self) -> list[str]:
        """One event in the words of two agencies, which quote the same speaker and have the same figures."""
        quotes = [f"“{self._sentences(22)}”" for _ in range(2)]
        figures = " ".join(f"{self.chance.randint(3, 9000)} {self.words(1)}" for _ in range(4))
        return [
            f"{self.words(8)}\n{self._sentences(70)} {quotes[0]} {self._sentences(60)} {figures}. {quotes[1]}"
            for _ in range(2)
        ]

    # -- words ----------------------------------------------------------------------------------------------------

    def _sentences(self, length: int, day: str = "Monday") -> str:
        """Sentences of about so many words; every fourth ends a paragraph."""
        parts: list[str] = []
        found = 0
        while found < length:
            frame = self.chance.choice(self._frames)
            new = self.words(sum(part is None for part in frame)).split()
            said = " ".join(new.pop() if part is None else part for part in frame)
            found += len(frame)
            if self.chance.random() < 0.3:
                said += f", {self.words(1)}’s {self.words(1)}é said on {day}"
            if self.chance.random() < 0.25:
                said += f" with {self.chance.randint(2, 30_000):,} {self.words(1)}"
            parts.append(said[:1].upper() + said[1:] + (".\n" if self.chance.random() < 0.25 else ". "))
        return "".join(parts).strip()

    def _word(self) -> str:
        return "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(2, 4)))


def _sentences() -> list[list[str | None]]:
    """The sentences of the dispatches; None stands where one of their longer words, names or figures stood."""
    texts = [json.loads(line)["text"] for line in DISPATCHES.read_text(encoding="utf-8").splitlines()]
    found = [re.findall(r"[\w’'-]+", said) for text in texts for said in re.split(r"(?<=[.!?])\s+", text)]
    plain = re.compile(r"[a-z’']{1,6}")
    return [[word if plain.fullmatch(word) else None for word in words] for words in found if 6 <= len(words) <= 45]
