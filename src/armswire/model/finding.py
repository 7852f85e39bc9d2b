"""What the support test finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from armswire.model.claim import Evidence, Step


class Support(StrEnum):
    """What a value rests on."""

    WORDS = "words"  # without the words that are given for it, it is gone
    TWICE = "twice"  # it is told twice: without its words by others, and without the others by its words
    STAYS = "stays"  # it stays without them, and without the others they do not tell it: the evidence is flagged
    INFERRED = "inferred"  # no words are given for it
    UNREAD = "unread"  # the claim as a whole is not read again from the article as it stands
    FAILED = "failed"  # the article could not be read again


@dataclass(frozen=True, slots=True)
class Finding:
    """What one slot of a claim rests on.

    `value` is as in JSON; `words` are those that were blanked, `steps` the steps that point at them, or that tell by
    which rule the value was inferred; `instead` are the steps by which the value is read without them. Of a claim that
    is not read again, `slot` is empty.
    """

    claim: str
    document: str
    support: Support
    slot: str = ""
    value: Any = None
    words: tuple[Evidence, ...] = ()
    steps: tuple[Step, ...] = ()
    instead: tuple[Step, ...] = ()
    problem: str = ""

    @property
    def flagged(self) -> bool:
        """Whether the value does not need the words that are given for it."""
        return self.support is Support.STAYS

    @property
    def told(self) -> str:
        """The finding in words."""
        match self.support:
            case Support.WORDS:
                return "the value rests on its words"
            case Support.STAYS:
                return "the value stays without its words"
            case Support.TWICE:
                return "the value rests on its words, and others tell it too"
            case Support.INFERRED:
                rules = ", ".join(dict.fromkeys(step.rule for step in self.steps))
                return f"inferred by {rules}" if rules else "inferred; no step of the trace tells it"
            case Support.UNREAD:
                return "this reader does not read the claim again"
            case Support.FAILED:
                return f"the article could not be read again: {self.problem}"
