"""The needs as a reviewer chooses between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def view_needs(
    numbers: Mapping[Need, int | None], state: ReviewState, flagged: Sequence[str] | None
) -> tuple[NeedLine, ...]:
    """The needs in the order in which they press; `flagged` are claims, None where there is no support test."""
    lines = [
        NeedLine(*NEEDS[need], numbers[need], state.of(need).address, state.need is need and not state.is_flagged)
        for need in Need
    ]
    if flagged is not None:
        lines.append(
            NeedLine(
                "Flagged by the support test",
                "a value stays when the words that are given for it are blanked; of the claims tested since the start",
                len(flagged),
                state.of(None, is_flagged=True).address,
                state.is_flagged,
            )
        )
    return tuple(lines)
