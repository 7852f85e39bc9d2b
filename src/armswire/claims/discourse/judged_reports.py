"""Reports that are told and judged in one breath: "Oslo said that the report that it had sold tanks was untrue".

What the report says is the word of who made it, not of who judges it; of nobody's report only the judgement is told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from armswire.claims.attribution.chain import Attribution
from armswire.claims.readings.candidate import Candidate

ONLY_JUDGED = "told only as what is judged"


def on_authors_word(
    attribution: Attribution, nouns: Collection[int], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates, each of which a judged report tells without who judges it among its speakers.

    `nouns` are the words for the reports; what nobody is known to have reported is no claim.
    """
    attribution.governing.judged = frozenset(nouns)
    return [_on_authors_word(attribution, nouns, c) for c in candidates]


def _on_authors_word(attribution: Attribution, nouns: Collection[int], candidate: Candidate) -> Candidate:
    m = candidate.meaning
    noun = next((s.token for s in candidate.stack.operators if s.token in nouns), None)
    if noun is None or m.answer is not None:
        return candidate
    known = any(s.token != noun for s in attribution.chain(m.anchor))
    return candidate if known else replace(candidate, meaning=m.drop(ONLY_JUDGED))
