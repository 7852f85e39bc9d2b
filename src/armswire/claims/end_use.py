"""Who is said to use it in the end, and whose gap it fills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from armswire.model.claim import Claim

if TYPE_CHECKING:
    from armswire.claims.attribution import Attribution
    from armswire.claims.participants import Participants
    from armswire.claims.scene import Scene


def find_end_use(scene: Scene, participants: Participants, attribution: Attribution, claims: Sequence[Claim]) -> list[Claim]:
    """Claims of end use in the document, beside those of transfer that were read before."""
    return []
