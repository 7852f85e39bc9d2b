"""What is marked in the text of an article: on which words claims rest, who says what, what was dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from armswire.model.attribution import Attribution
from armswire.model.claim import Claim, Step
from armswire.model.rejection import Rejection
from armswire.model.span import Span

# The parts of an attribution as the steps of a trace tell them, in this order.
_PARTS = ("cue", "source", "content")
_RULES = {f"marked:{part}": part for part in _PARTS}
# A speaker that no attribution of the tagger covers: the step that tells who speaks points at the words.
_SPEAKS = "attribution"


class MarkKind(StrEnum):
    """What words are marked as."""

    CLAIM = "claim"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class TextMark:
    """Words of an article, in code points of its text; `number` is that of the claim, attribution or rejection."""

    kind: MarkKind
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with its number, and the numbers of the claims that rest on it."""

    number: int
    attribution: Attribution
    claims: tuple[int, ...]


def find_said(claims: Iterable[Claim], numbers: Mapping[str, int]) -> tuple[Said, ...]:
    """Who says what in an article, as far as its claims rest on it, in the order of the text.

    `numbers` are those of the claims by id. What several claims rest on is told once.
    """
    found: dict[Attribution, list[int]] = {}
    for claim in claims:
        for attribution in dict.fromkeys(_attributions(claim.trace)):
            found.setdefault(attribution, []).append(numbers[claim.id])
    ordered = sorted(found, key=_first)
    return tuple(Said(number, one, tuple(sorted(found[one]))) for number, one in enumerate(ordered, 1))


def mark_all(
    claims: Iterable[Claim], numbers: Mapping[str, int], said: Iterable[Said], rejections: Sequence[Rejection]
) -> tuple[TextMark, ...]:
    """Everything that is marked. `numbers` are those of the claims by id; rejections are numbered in their order."""
    marks = [TextMark(MarkKind.CLAIM, numbers[one.id], one.evidence.start, one.evidence.end) for one in claims]
    for one in said:
        told = one.attribution
        for kind, spans in (
            (MarkKind.SOURCE, told.source),
            (MarkKind.CUE, told.cue),
            (MarkKind.CONTENT, told.content),
        ):
            marks += [TextMark(kind, one.number, span.start, span.end) for span in spans]
    marks += [TextMark(MarkKind.DROPPED, number, one.start, one.end) for number, one in enumerate(rejections, 1)]
    return tuple(mark for mark in marks if mark.start < mark.end)


def _attributions(trace: Iterable[Step]) -> Iterator[Attribution]:
    parts: dict[str, list[Span]] = {}
    speaking: list[Span] = []
    last = 0
    for step in trace:
        if step.start is None or step.end is None or step.start >= step.end:
            continue
        span = Span(step.start, step.end)
        if step.rule == _SPEAKS:
            speaking.append(span)
        part = _RULES.get(step.rule)
        if part is None:
            continue
        # A part that stands before the one just told begins the next attribution.
        if _PARTS.index(part) < last:
            yield _join(parts)
            parts = {}
        last = _PARTS.index(part)
        parts.setdefault(part, []).append(span)
    if parts:
        yield _join(parts)
    elif speaking:
        yield Attribution(tuple(speaking), (), ())


def _join(parts: Mapping[str, list[Span]]) -> Attribution:
    source, cue, content = (tuple(sorted(parts.get(part, ()))) for part in ("source", "cue", "content"))
    return Attribution(source, cue, content)


def _first(attribution: Attribution) -> tuple[Span, ...]:
    return tuple(sorted((*attribution.source, *attribution.cue, *attribution.content)))
