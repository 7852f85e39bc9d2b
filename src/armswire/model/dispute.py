"""Questions about a transfer that its claims answer differently, with who answers what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from armswire.model.attribution import SourceClass
from armswire.model.claim import Answer


class DisputeType(StrEnum):
    """About what the sides differ."""

    DENIAL = "denial"
    END_USER = "end_user"
    QUANTITY = "quantity"
    STAGE = "stage"
    DATE = "date"
    ITEM = "item"
    REASON = "reason"


class DisputeState(StrEnum):
    """Whether the question is still open."""

    OPEN = "open"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Word:
    """Somebody's word in a dispute: whose, of what class, known since when, in which claims.

    `whose` tells the chain from the article inwards. `source_class` and `actor` are those of the speaker at its end,
    None where the article speaks itself. `date` is the day of the first article that has it.
    """

    whose: str
    source_class: SourceClass | None
    actor: str | None
    date: date | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One side of a dispute: its answer in words, whose word it is, its claims."""

    says: str
    words: tuple[Word, ...]
    claims: tuple[str, ...]

    @property
    def on_whose_word(self) -> tuple[str, ...]:
        """Whose word it is, the first told first."""
        return tuple(dict.fromkeys(word.whose for word in self.words))


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """An answer that is neither yes nor no; `answer` is None where somebody leaves open what it was not asked."""

    answer: Answer | None
    word: Word


@dataclass(frozen=True, slots=True)
class Dispute:
    """Claims about one transfer that do not agree, with the question they answer differently.

    `answers` take no side. Where a party to the transfer gives such an answer and nobody contradicts, there is one
    side only. `state_reason` says in words why the question is open or settled, `judgements` who settled it.
    """

    id: str
    type: DisputeType
    question: str
    sides: tuple[DisputeSide, ...]
    state: DisputeState
    state_reason: str
    transfer: str
    answers: tuple[OpenAnswer, ...] = ()
    judgements: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        """Everybody's word: those of the sides, then those that take no side."""
        return (*(word for side in self.sides for word in side.words), *(given.word for given in self.answers))
