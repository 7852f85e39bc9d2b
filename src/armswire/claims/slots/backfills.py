"""Supplies that stand in for another: "in exchange it will get ..." is a supply and says whose gap it fills."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from armswire.claims.slots.end_use import GIVING
from armswire.lexicon.language import LanguageFile
from armswire.model.claim import Certainty, Claim, Polarity, Stage, Step

# How far from the word of transfer, in code points, a phrase of backfilling stands in its clause.
CLAUSE_REACH = 120


def find_backfills(language: LanguageFile, claims: Sequence[Claim]) -> list[Claim]:
    """The supplies that stand in for another, as claims of end use (convention 10) with the supplies' ids."""
    out = []
    for claim in claims:
        given = claim.stage in GIVING and claim.polarity is Polarity.AFFIRMED and claim.recipient
        words = _backfill_words(language, claim) if given else None
        if words is not None:
            # What weakened the supply or bound it is left out with it.
            kept = (step for step in claim.trace if step.slot not in {"certainty", "conditions"})
            out.append(
                replace(claim, stage=Stage.END_USE, certainty=Certainty.CERTAIN, conditions=(), trace=(*kept, words))
            )
    return out


def _backfill_words(language: LanguageFile, claim: Claim) -> Step | None:
    """The step of the words of backfilling in the clause of the claim, or None: its recipient gave away something."""
    replacing = {f"frame:{frame.id}" for frame in language.frames if frame.replaces}
    replaced = next((step for step in claim.trace if step.rule in replacing), None)
    if replaced is not None:
        note = f"{replaced.note.split('”')[0]}” says that it stands in for another supply"
        return replace(replaced, slot="stage", rule="backfill", note=note, entry=None)
    text = claim.evidence.text.lower()
    words = next((w for w in language.backfill_words if f" {w} " in f" {text} "), None)
    frame = next((s.start for s in claim.trace if s.slot == "frame" and s.start is not None), None)
    if words is None or frame is None:
        return None
    place, at = frame - claim.evidence.start, text.index(words)
    purpose = words.split()[0] in language.auxiliaries.infinitive_markers
    # "to replace the tanks that Bratislava gave" is no purpose of that giving.
    stands = "," in text[at:place] or place < at if purpose else place > at
    if abs(place - at) >= CLAUSE_REACH or not stands:
        return None
    begin = claim.evidence.start + at
    note = f"“{words}” says that it stands in for another supply"
    return Step("stage", "backfill", note, begin, begin + len(words))
