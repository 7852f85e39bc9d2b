"""What a frame means while operators are stacked on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from armswire.model.annotation import ItemMention
from armswire.model.claim import Answer, Certainty, Polarity, Stage, Step

TOWARD = 1
AWAY = -1


@dataclass(frozen=True, slots=True)
class Party:
    """Actors in a role, the token that told, and how; `taken_up` where a pronoun or "the country" told.

    `places` are the tokens of all who are named together, the one that told among them, or of a word and the name that
    it takes up; empty where it is alone.
    """

    actors: tuple[str, ...]
    token: int
    how: str
    taken_up: bool = False
    places: tuple[int, ...] = ()

    def shares(self, other: Party | None) -> bool:
        """True where one actor is in both."""
        return other is not None and bool(set(self.actors) & set(other.actors))


def share(one: Party | None, other: Party | None) -> bool:
    """True where both parties are known and one actor is in both."""
    return one is not None and one.shares(other)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A transfer under way of being read.

    `direction` says whether it leads toward the transfer or away from it (a refusal, a halt): an operator that undoes
    one leads back. `settled` marks a deal that is concluded in words ("signed a contract"). `base` is the frame's own
    stage, `under` the kind of the last operator applied, `said_at` the token of an answer that takes the whole up in a
    later sentence, `replied_to` the word of a request that it answers there and then. `stance` is the word that denies,
    confirms, accuses or declines, as a token. `realised` says that its words tell of something that is or was to be,
    not just name it. `onward` marks the passing on of what came from another.
    """

    stage: Stage
    base: Stage
    anchor: int
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    direction: int = TOWARD
    settled: bool = False
    realised: bool = False
    requester: Party | None = None
    supplier: Party | None = None
    recipient: Party | None = None
    intermediary: Party | None = None
    buyer: Party | None = None
    items: tuple[ItemMention, ...] = ()
    answer: Answer | None = None
    stance: int | None = None
    top: int = -1
    trace: tuple[Step, ...] = field(default=())
    dropped: str | None = None
    under: str = ""
    said_at: int | None = None
    replied_to: int | None = None
    # Talks that name two sides, but not which of them would give.
    sides_open: bool = False
    onward: bool = False

    def drop(self, why: str) -> Meaning:
        """The same meaning, marked as no claim; the first reason stays."""
        return self if self.dropped is not None else replace(self, dropped=why)


def weaken(one: Certainty, other: Certainty) -> Certainty:
    """The less certain of the two."""
    order = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)
    return max(one, other, key=order.index)
