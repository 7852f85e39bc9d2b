"""The needs as a reviewer chooses between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from armswire.register.review.items import Need
from armswire.web.views.review.state import ReviewState
from armswire.wording.review import NEEDS


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need: what it is called and what brings something there, how many there are (None where nobody counted)."""

    name: str
    what: str
    number: int | None
    address: str
    is_current: bool


def view_needs(numbers: Mapping[Need, int | None], state: ReviewState) -> tuple[NeedLine, ...]:
    """The needs in the order in which they press."""
    return tuple(NeedLine(*NEEDS[need], numbers[need], state.of(need).address, state.need is need) for need in Need)
