"""A speaker: a source of the chain and where in the text it stands."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.claims.attribution.press import PRESS
from armswire.model.attribution import Source


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source of the chain and the token at which it stands.

    `taken_up` where other words than there name it, `guessed` where nothing beside a person tells whose official it is.
    """

    source: Source
    token: int
    taken_up: bool = False
    guessed: bool = False

    @property
    def is_press(self) -> bool:
        """True for newspapers, agencies and broadcasters."""
        return self.source.source_class in PRESS
