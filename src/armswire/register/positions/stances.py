"""Stances: words that say the same again and again, from the first to the last, until the actor ends it.

The rules:

1. Words are one stance while they refuse (or consider) the same kind of things; a policy said again is a refusal.
2. A refusal ends with a reversal on the actor's own word or in the words of a report, and when the actor itself
   acknowledges that it promises, agrees to or delivers what it refused. What others say of it ends nothing.
3. A consideration ends in the same ways, and when the actor itself refuses on a later day.
4. What is said on the day of a reversal was said before it: "dropped its opposition, months after it had refused".
5. Long silence ends nothing; it is shown as a gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Stage
from armswire.model.position import Deed, Ending, Saying, Says, Stance, Voice
from armswire.model.ranges import DateRange
from armswire.register.phrasing import describe_item
from armswire.register.positions.coverage import find_covered, kinds_of, meet

OWN = (Voice.OWN, Voice.OWN_UNNAMED)


def find_stances(said: Sequence[Saying], done: Sequence[Deed], rules: EvidenceRules) -> tuple[Stance, ...]:
    """The stances that the words of a line add up to, by what they say, when they begin and what they are about."""
    found = [
        stance
        for says in (Says.REFUSES, Says.CONSIDERS)
        for about in sorted({kind for word in said for kind in kinds_of(word.items, rules)})
        for stance in _find(says, about, said, done, rules)
    ]
    return tuple(sorted(found, key=lambda stance: (stance.says is not Says.REFUSES, stance.first, stance.about)))


def _find(
    says: Says, about: str, said: Sequence[Saying], done: Sequence[Deed], rules: EvidenceRules
) -> Iterator[Stance]:
    words = [(word.date, word) for word in said if _holds(word, says) and about in kinds_of(word.items, rules)]
    dated = sorted(((days, word) for days, word in words if days is not None), key=lambda one: _order(*one))
    endings = sorted(_find_endings(says, about, said, done, rules), key=lambda ending: (ending.day, ending.claims))
    held: list[tuple[DateRange, Saying]] = []
    for days, word in dated:
        ended = None if not held else _first_ending(endings, held)
        if ended is not None and ended.day < days.start:
            yield _stance(says, about, held, ended, rules)
            held = []
        held.append((days, word))
    if held:
        yield _stance(says, about, held, _first_ending(endings, held), rules)


def _holds(word: Saying, says: Says) -> bool:
    if says is Says.CONSIDERS:
        return word.says is Says.CONSIDERS
    return word.says is Says.REFUSES or (word.says is Says.RESTATES_POLICY and word.stage is Stage.REFUSAL)


def _find_endings(
    says: Says, about: str, said: Sequence[Saying], done: Sequence[Deed], rules: EvidenceRules
) -> Iterator[Ending]:
    for word in said:
        if word.date is None or not any(meet(kind, about, rules) for kind in kinds_of(word.items, rules)):
            continue
        reverses = word.says is Says.REVERSES and word.voice is not Voice.OTHERS
        refuses = says is Says.CONSIDERS and _holds(word, Says.REFUSES) and word.voice in OWN
        if reverses or refuses:
            yield Ending(word.date.start, word.stage, (word.claim,))
    for deed in done:
        goes_on = deed.stage is not Stage.HALT and find_covered(about, deed.items, rules)
        if goes_on and deed.acknowledged is not None:
            yield Ending(deed.acknowledged, deed.stage, deed.own)


def _first_ending(endings: Sequence[Ending], held: Sequence[tuple[DateRange, Saying]]) -> Ending | None:
    last = max(days.start for days, _ in held)
    return next((one for one in endings if one.day > last or (one.day == last and one.by is not Stage.REFUSAL)), None)


def _stance(
    says: Says, about: str, held: Sequence[tuple[DateRange, Saying]], ended: Ending | None, rules: EvidenceRules
) -> Stance:
    return Stance(
        says=says,
        about=about,
        what=_describe(about, held, rules),
        first=held[0][0].start,
        last=max(days.end for days, _ in held),
        claims=tuple(word.claim for _, word in held),
        own=tuple(word.claim for _, word in held if word.voice in OWN),
        gaps=tuple(_find_gaps([days for days, _ in held], rules)),
        ended=ended,
    )


def _find_gaps(times: Sequence[DateRange], rules: EvidenceRules) -> Iterator[DateRange]:
    heard: date = times[0].end
    for days in times:
        if (days.start - heard).days > rules.days.stance_gap.value:
            yield DateRange(heard, days.start)
        heard = max(heard, days.end)


def _describe(about: str, held: Sequence[tuple[DateRange, Saying]], rules: EvidenceRules) -> str:
    told = Counter(
        describe_item(item) for _, word in held for item in word.items if (rules.family_of(item.ml) or item.ml) == about
    )
    return max(told, key=lambda words: (told[words], len(words), words), default="arms")


def _order(days: DateRange, word: Saying) -> tuple[date, date, str]:
    return days.start, days.end, word.claim
