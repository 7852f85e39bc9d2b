"""Whose word the claims of a side are: each speaker once, with its class and the day."""

from __future__ import annotations

from collections.abc import Iterable

from armswire.model.dispute import Word
from armswire.register.phrasing import whose_word
from armswire.register.witness import Witness


def hear(witnesses: Iterable[Witness]) -> tuple[Word, ...]:
    """The words of some claims, the first told first."""
    held: dict[Word, list[Witness]] = {}
    for witness in witnesses:
        held.setdefault(_speaker(witness), []).append(witness)
    return tuple(
        Word(
            whose=speaker.whose,
            source_class=speaker.source_class,
            actor=speaker.actor,
            date=min((witness.published for witness in told if witness.published is not None), default=None),
            claims=tuple(witness.claim.id for witness in told),
        )
        for speaker, told in held.items()
    )


def _speaker(witness: Witness) -> Word:
    chain = witness.claim.attribution
    return Word(
        whose=whose_word(witness),
        source_class=chain[-1].source_class if chain else None,
        actor=chain[-1].actor if chain else None,
        date=None,
        claims=(),
    )
