"""Readings in one line, so that a table of sentences with what they say can be read by eye.

`outline` writes "stage SUPPLIER>RECIPIENT" and only what departs from the plain case: "delivery negated RUS>NER",
"request USA: KOR>UKR", "delivery ARE>org:RSF via TCD", "consideration possible FRA>?"; "?" stands for nobody named.
"""

from __future__ import annotations

from typing import Any

from armswire.claims.scene import Scene, set_scene
from armswire.model.annotation import AnnotatedDocument
from armswire.model.claim import Certainty, Claim, Polarity


def outline(claim: Claim) -> str:
    """The claim in one line."""
    polarity = "" if claim.polarity is Polarity.AFFIRMED else f" {claim.polarity}"
    certainty = "" if claim.certainty is Certainty.CERTAIN else f" {claim.certainty}"
    requester = f" {_actors(claim.requester)}:" if claim.requester else ""
    via = f" via {_actors(claim.intermediary)}" if claim.intermediary else ""
    return f"{claim.stage}{polarity}{certainty}{requester} {_actors(claim.supplier)}>{_actors(claim.recipient)}{via}"


def words_of(claim: Claim) -> str:
    """The claim in one line with its answer and on whose word it is: "delivery negated NOR>MLI [denies] @NOR"."""
    answer = "" if claim.answer is None else f" [{claim.answer}]"
    return f"{outline(claim)}{answer} @{'<'.join(s.actor or s.source_class for s in claim.attribution)}"


def _actors(actors: tuple[str, ...]) -> str:
    return "+".join(sorted(actors)) or "?"


def outlines(reader: Any, text: str, published: str | None = "2024-05-15") -> list[str]:
    """The claims of a text, one line each, in alphabetical order."""
    return sorted(outline(claim) for claim in claims(reader, text, published))


def claims(reader: Any, text: str, published: str | None = "2024-05-15") -> tuple[Claim, ...]:
    """The claims of a text."""
    [(_, extraction)] = reader.read(text, published=published)
    return tuple(extraction.claims)


def only_claim(reader: Any, text: str, published: str | None = "2024-05-15") -> Claim:
    """The claim of a text that holds one."""
    found = claims(reader, text, published)
    assert len(found) == 1, f"{text!r} gave {[outline(claim) for claim in found]}"
    return found[0]


def annotate(reader: Any, text: str, published: str | None = "2024-05-15") -> AnnotatedDocument:
    """A text with its tokens and mentions."""
    [(annotated, _)] = reader.read(text, published=published)
    return annotated  # type: ignore[no-any-return]


def scene(reader: Any, text: str) -> Scene:
    """A text as the claims see it."""
    return set_scene(annotate(reader, text), reader.language)


def token(annotated: AnnotatedDocument, word: str) -> int:
    """The place of the first token that reads `word`."""
    return next(t.index for t in annotated.tokens if t.text == word)
