"""Whether the offsets of a claim lead to the words that it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from armswire.model.claim import Claim, Step
from armswire.register.checks.fault import RESTORE, Fault, FaultKind, shorten

_QUOTED = re.compile("“(.*?)”", re.DOTALL)

# Steps of these slots quote the words at their place; those of parties and speakers may quote what the words stand for
# ("“Chile”" for "it", "“nations” lists them"), unless a quotation is all that they say.
_QUOTING = frozenset({"conditions", "frame", "hedges", "items", "stage"})


def check_quotes(claim: Claim, text: str) -> Iterator[Fault]:
    """The faults in the places of a claim: of its evidence, and of each step of its trace. `text` is the article's."""
    evidence = claim.evidence
    there = _words(text, evidence.start, evidence.end)
    if there != evidence.text:
        place = f"{claim.document}, {evidence.start} to {evidence.end}, evidence"
        yield _fault(claim, place, _differs(there, evidence.text))
    for number, step in enumerate(claim.trace, 1):
        problem = _misleads(step, text)
        if problem is not None:
            yield _fault(claim, f"{claim.document}, {step.start} to {step.end}, step {number} ({step.slot})", problem)


def _misleads(step: Step, text: str) -> str | None:
    """What is wrong with the place of a step, or None."""
    if step.start is None and step.end is None:
        return None
    if step.start is None or step.end is None:
        return "it has a start or an end, but not both"
    there = _words(text, step.start, step.end)
    quoted = _QUOTED.findall(step.note)
    if not there:
        return "no words are there"
    if not quoted or not (step.slot in _QUOTING or _QUOTED.fullmatch(step.note)):
        return None
    # The text is quoted as it was cleaned: line breaks, hyphens at line ends and quotation marks may differ.
    return None if any(_bare(there) in _bare(words) for words in quoted) else _differs(there, quoted[0])


def _words(text: str, start: int, end: int) -> str | None:
    return text[start:end] if 0 <= start < end <= len(text) else None


def _bare(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _differs(there: str | None, quoted: str) -> str:
    found = "the text has no such place" if there is None else f"“{shorten(there)}” stands there"
    return f"{found}, “{shorten(quoted)}” is quoted"


def _fault(claim: Claim, place: str, problem: str) -> Fault:
    return Fault(FaultKind.QUOTE, claim.id, place, problem, RESTORE)
