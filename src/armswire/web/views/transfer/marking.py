"""A sentence cut into pieces where the words of a slot begin and end, so that a page marks them without any HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from armswire.model.claim import Step


@dataclass(frozen=True, slots=True)
class SlotName:
    """What the words of a slot are called, and to which kind of marks they belong."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a slot: code points `start` to `end` of the article's text."""

    start: int
    end: int
    slot: SlotName


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row that belong to the same slots: to none, one or several.

    `kind` is that of the shortest mark around them, `names` are those of the slots whose words end here.
    """

    text: str
    kind: str | None = None
    names: tuple[str, ...] = ()


# What no name is given to here is not marked: words that stand over others tell no slot of their own.
_NAMES = {
    "supplier": SlotName("who", "supplier"),
    "recipient": SlotName("who", "recipient"),
    "intermediary": SlotName("who", "go-between"),
    "requester": SlotName("who", "asked by"),
    "items": SlotName("what", "what"),
    "value": SlotName("what", "worth"),
    "date": SlotName("when", "when"),
    "frame": SlotName("how", "transfer"),
    "stage": SlotName("how", "stage"),
    "polarity": SlotName("how", "yes or no"),
    "certainty": SlotName("how", "how sure"),
    "answer": SlotName("how", "answer"),
    "hedges": SlotName("how", "hedge"),
    "conditions": SlotName("how", "condition"),
    "reason": SlotName("how", "reason"),
    "attribution": SlotName("speaker", "speaker"),
}
_BY_RULE = {"count": SlotName("what", "how many"), "marked:cue": SlotName("speaker", "says")}
# What is said is the rest of the sentence: to mark it would mark nothing.
_UNMARKED = "marked:content"


def name_step(step: Step) -> SlotName | None:
    """How the words of a step are marked; None where they are not."""
    if step.rule == _UNMARKED:
        return None
    return _BY_RULE.get(step.rule) or _NAMES.get(step.slot)


def marks_of(steps: Iterable[Step]) -> tuple[Mark, ...]:
    """The words that steps point at; words of one slot that overlap are one mark."""
    marks: list[Mark] = []
    for step in sorted(steps, key=lambda step: (step.start or 0, step.end or 0)):
        slot = name_step(step)
        if slot is None or step.start is None or step.end is None or step.start >= step.end:
            continue
        same = next((mark for mark in marks if mark.slot == slot and step.start < mark.end), None)
        if same is None:
            marks.append(Mark(step.start, step.end, slot))
        else:
            marks[marks.index(same)] = Mark(same.start, max(same.end, step.end), slot)
    return tuple(marks)


def mark_words(text: str, start: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """A text that begins at the code point `start` of its article, in pieces. Marks that reach beyond it are cut, those
    that end within a word ("Korea" in "Korean") reach to its end."""
    end = start + len(text)
    inside = [
        Mark(max(m.start, start), start + _end_of_word(text, min(m.end, end) - start), m.slot)
        for m in marks
        if m.start < end and start < m.end
    ]
    cuts = sorted({start, end, *(mark.start for mark in inside), *(mark.end for mark in inside)})
    stretches = pairwise(cuts)
    return tuple(_piece(text[left - start : right - start], left, right, inside) for left, right in stretches)


def _end_of_word(text: str, at: int) -> int:
    while 0 < at < len(text) and text[at - 1].isalpha() and text[at].isalpha():
        at += 1
    return at


def _piece(words: str, left: int, right: int, marks: Iterable[Mark]) -> Piece:
    around = sorted((m for m in marks if m.start <= left and right <= m.end), key=lambda m: m.end - m.start)
    names = dict.fromkeys(mark.slot.name for mark in around if mark.end == right)
    return Piece(words, around[0].slot.kind if around else None, tuple(names))
