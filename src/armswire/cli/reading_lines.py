"""How a claim was read, in lines: its words, its chain, each step; and what was dropped, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from armswire.cli.chains import chain_lines
from armswire.model.article import Article
from armswire.model.claim import Step
from armswire.model.rejection import Rejection
from armswire.register.rows import ClaimRecord
from armswire.wording.claims import say_claim


def claim_lines(article: Article, record: ClaimRecord) -> Iterator[str]:
    """A claim, its words and every step of its reading."""
    claim = record.claim
    yield f"{claim.id}"
    yield f"  {say_claim(claim)}"
    yield ""
    yield f"  in {article.id}, {claim.evidence.start} to {claim.evidence.end}, read by {record.reader}:"
    yield f"  “{claim.evidence.text.strip()}”"
    yield ""
    for place, line in enumerate(chain_lines(claim)):
        yield f"  {'whose word' if place == 0 else '':<13} {line}"
    yield ""
    for step in claim.trace:
        yield _step_line(article, step)


def _step_line(article: Article, step: Step) -> str:
    words = words_at(article, step.start, step.end)
    quoted = f"“{words}”" if words else ""
    known = f" [{step.entry}]" if step.entry else ""
    return f"  {step.slot:<13} {quoted:<28} {step.note}  ({step.rule}){known}"


def words_at(article: Article, start: int | None, end: int | None) -> str | None:
    """The words of a step, shortened; None where it has none."""
    return None if start is None or end is None else shorten(article.text[start:end])


def shorten(words: str, limit: int = 200) -> str:
    """Words on one line, cut where they are long."""
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: limit - 3] + "..."


def rejection_lines(rejections: Iterable[Rejection]) -> Iterator[str]:
    """What was dropped, by which room and rule, and why."""
    for rejection in rejections:
        yield f"\n  “{shorten(rejection.text)}”"
        yield f"    {rejection.room}, {rejection.rule}: {rejection.note}"
