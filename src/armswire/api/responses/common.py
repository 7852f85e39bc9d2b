"""What several records have in common."""

from __future__ import annotations

from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from armswire.model.claim import Certainty, Stage

T = TypeVar("T", bound=BaseModel)


class Shown(BaseModel):
    """A record as it is shown: no keys but those that are described."""

    model_config = ConfigDict(extra="forbid")


class Dates(Shown):
    """A range of days, both included."""

    start: date
    end: date


class Quantity(Shown):
    """How many or how much: at least, at most (null where nobody can say)."""

    min: float | None
    max: float | None
    approximate: bool
    unit: str | None


class Money(Shown):
    """A sum, from least to most, in a currency (ISO 4217)."""

    min: float | None
    max: float | None
    currency: str | None
    approximate: bool


class Item(Shown):
    """What is transferred; `ml` is a category of the munitions list, `designation` a model."""

    text: str
    ml: str
    designation: str | None
    lethal: bool | None
    quantity: Quantity | None


class StageRecord(Shown):
    """A stage that a transfer or leg is told to have reached."""

    stage: Stage
    date: Dates | None
    certainty: Certainty
    claims: list[str]


class PageOf(Shown, Generic[T]):
    """Some records of a list; `next` is the address of the page after it, null on the last one."""

    records: list[T]
    next: str | None = Field(description="Where the next page is, with the same filters.")


class ProblemDetails(BaseModel):
    """What went wrong (RFC 9457): `place` and `value` name what was wrong, `remedy` says what to do."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    place: str | None = None
    value: str | None = None
    remedy: str | None = None
