"""What a person judged of a claim, a transfer, a dispute, an article or another judgement: who, when and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from armswire.model.claim import Claim
from armswire.model.dispute import DisputeType


class Verdict(StrEnum):
    """What a person did."""

    ACCEPT = "accept"  # the claim is read right
    CORRECT = "correct"  # the claim is read wrong in some slots
    REJECT = "reject"  # the article does not say so
    MERGE = "merge"  # several transfers are one
    SPLIT = "split"  # some claims of a transfer are another one
    SETTLE = "settle"  # the question of a dispute is answered, or one of two contrary judgements holds
    NOTE = "note"  # something to know, without effect
    WITHDRAW = "withdraw"  # an earlier judgement of the same person holds no longer


# To find a claim read right, and to take back one's own word, says enough; everything else needs a reason.
WITHOUT_REASON = frozenset({Verdict.ACCEPT, Verdict.WITHDRAW})


class Subject(StrEnum):
    """What kind of record was judged."""

    CLAIM = "claim"
    TRANSFER = "transfer"
    DISPUTE = "dispute"
    ARTICLE = "article"
    JUDGEMENT = "judgement"


class Force(StrEnum):
    """Whether a judgement takes effect, and if not, why."""

    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"  # the same person judged otherwise later
    CONTRARY = "contrary"  # another judgement says otherwise, and nobody has settled it
    OVERRULED = "overruled"  # a third person settled it for another judgement
    VOID = "void"  # it was not for this person to judge: to withdraw another's word, to settle one's own quarrel
    ORPHANED = "orphaned"  # what was judged is not found (any more)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One act of a person, never changed; `id` is derived from all the rest (`judgement_encoding.judgement_id`).

    `claims` are what was judged, each claim as it had been read: one claim; of a merge the claims of each transfer;
    of a split those that leave and those that stay; of a dispute those of each side; of a transfer its claims. `slots`
    are the corrected slots with their values as in the contract. `question` and `dispute_type` are those of the
    dispute, `side` the place of the side that is right among its sides, None where it is not for one of them.
    `target` is the id of an article or of another judgement. `because` can be empty where `WITHOUT_REASON` says so.
    """

    id: str
    verdict: Verdict
    subject: Subject
    by: str
    on: date
    because: str
    claims: tuple[tuple[Claim, ...], ...] = ()
    slots: Mapping[str, Any] = field(default_factory=dict)
    dispute_type: DisputeType | None = None
    question: str | None = None
    side: int | None = None
    target: str | None = None

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that it is about, sorted."""
        named = {claim.document for group in self.claims for claim in group}
        if self.subject is Subject.ARTICLE and self.target is not None:
            named.add(self.target)
        return tuple(sorted(named))

    @property
    def rank(self) -> tuple[date, str]:
        """By which judgements are told: the day, then the id."""
        return (self.on, self.id)


@dataclass(frozen=True, slots=True)
class JudgementRecord:
    """A judgement with what became of it: its force, why in words, and the claims that it now is about, by group.

    `against` are the ids of the judgements that say otherwise, as long as nobody has settled between them.
    """

    judgement: Judgement
    force: Force
    reason: str
    found: tuple[tuple[str, ...], ...] = ()
    against: tuple[str, ...] = ()

    @property
    def claims(self) -> frozenset[str]:
        """The ids of the claims that it now is about."""
        return frozenset(claim for group in self.found for claim in group)
