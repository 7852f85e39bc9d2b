"""A reading on its way to a claim."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.claims.frames.instances import FrameInstance
from armswire.claims.meaning import Meaning
from armswire.claims.operators.stacking import Stack


@dataclass(frozen=True, slots=True)
class Candidate:
    """A composed meaning with its frame and the operators over it; `holder` is the token of who answers, if any."""

    meaning: Meaning
    instance: FrameInstance
    stack: Stack
    holder: int | None = None
