"""The act: what is said and what is reported done, put together as one line. No clock, no chance."""

from __future__ import annotations

from collections.abc import Iterable

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.position import Deed, PositionLine, Saying
from armswire.register.positions.deeds import STEPS
from armswire.register.positions.sayings import day_key
from armswire.register.positions.stances import find_stances
from armswire.register.positions.tensions import find_tensions


def draw_line(
    actor: str, toward: str | None, said: Iterable[Saying], done: Iterable[Deed], rules: EvidenceRules
) -> PositionLine:
    """The line of an actor toward a recipient out of the words and deeds between the two, in any order."""
    words = tuple(sorted(said, key=lambda word: (day_key(word.date), word.stage.value, word.claim)))
    deeds = tuple(sorted(done, key=lambda deed: (day_key(deed.when), STEPS.index(deed.stage), deed.transfer)))
    stances = find_stances(words, deeds, rules)
    return PositionLine(actor, toward, words, deeds, stances, find_tensions(words, deeds, stances, rules))
