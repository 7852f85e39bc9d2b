"""A speaker: a source of the chain and where in the text it stands."""

from __future__ import annotations

from dataclasses import dataclass

from armswire.claims.attribution.press import PRESS
from armswire.model.attribution import Source


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source of the chain and the token at which it stands.

    `named_at` is the token that names it where the words there only take it up ("she"); `guessed` where nothing beside
    a person tells whose official it is.
    """

    source: Source
    token: int
    named_at: int | None = None
    guessed: bool = False

    @property
    def is_press(self) -> bool:
        """True for newspapers, agencies and broadcasters."""
        return self.source.source_class in PRESS
