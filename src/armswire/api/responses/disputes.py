"""Disputes and positions."""

from __future__ import annotations

from datetime import date as Day  # noqa: N812 - fields are called date

from pydantic import Field

from armswire.api.responses.common import Dates, Item, Shown
from armswire.model.attribution import SourceClass
from armswire.model.claim import Answer as AnswerOf
from armswire.model.claim import Stage
from armswire.model.dispute import DisputeState, DisputeType
from armswire.model.position import Says, Voice


class Word(Shown):
    """Somebody's word: whose, of what class, since when, in which claims."""

    on_whose_word: str
    source_class: SourceClass | None = Field(alias="class")
    actor: str | None
    date: Day | None
    claims: list[str]


class Answer(Word):
    """A word that is neither yes nor no."""

    answer: AnswerOf | None


class Side(Shown):
    """One side: what it says, and whose word it is."""

    says: str
    on_whose_word: list[str]
    claims: list[str]
    words: list[Word]


class Dispute(Shown):
    """A question that claims about one transfer answer differently."""

    id: str
    type: DisputeType
    question: str
    sides: list[Side]
    answers: list[Answer]
    state: DisputeState
    state_reason: str
    transfer: str
    judgements: list[str]


class Saying(Shown):
    """One claim's word about what an actor does or would do."""

    claim: str
    says: Says
    stage: Stage
    date: Dates | None
    reported: Day | None
    voice: Voice
    who: str
    items: list[Item]
    conditions: list[str]
    reason: str | None


class Position(Shown):
    """What an actor says toward a recipient on a day."""

    actor: str
    toward: str | None
    date: Dates | None
    stage: Stage
    claims: list[str]
    words: list[Saying]
