"""The nouns: what is known on one side, and one change between two sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from armswire.model.claim import Claim
from armswire.model.dispute import Dispute
from armswire.model.encoding import Json
from armswire.model.position import PositionLine
from armswire.model.transfer import Transfer


class ChangeKind(StrEnum):
    """What became of a transfer, a question or a position, in the order in which changes are told."""

    NEW = "new"
    CHANGED = "changed"
    DISPUTED = "disputed"
    SETTLED = "settled"
    SPLIT = "split"
    MERGED = "merged"
    GONE = "gone"


class Aspect(StrEnum):
    """In what something changed, in the order in which it is told."""

    TRANSFER = "transfer"
    STAGE = "stage"
    DATE = "date"
    PARTIES = "parties"
    ITEM = "item"
    NUMBER = "number"
    VALUE = "value"
    STANDING = "standing"
    ORIGINS = "origins"
    CLAIMS = "claims"
    DISPUTE = "dispute"
    POSITION = "position"
    TENSION = "tension"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known on one side: transfers, disputes and lines as listed, current claims by id, articles by id."""

    transfers: tuple[Transfer, ...]
    disputes: tuple[Dispute, ...]
    claims: Mapping[str, Claim]
    documents: frozenset[str]
    lines: tuple[PositionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs.

    `about` names the transfer, or the actor and toward whom; `says` tells what happened, or asks the question that it
    raised. `before` and `after` are the ids of the transfers on each side, `disputes` those of the questions. `claims`
    are the evidence: the claims that make the change, those that were not known before where there are any. `parties`
    are all actors of it. `line` is the actor, and toward whom if that is known, where it is about what an actor says.
    """

    kind: ChangeKind
    aspect: Aspect
    about: str
    says: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    claims: tuple[str, ...]
    disputes: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    line: tuple[str, ...] = ()


def encode_change(change: Change) -> Json:
    """The change for machines."""
    return {
        "kind": change.kind.value,
        "aspect": change.aspect.value,
        "about": change.about,
        "says": change.says,
        "before": list(change.before),
        "after": list(change.after),
        "disputes": list(change.disputes),
        "claims": list(change.claims),
        "parties": list(change.parties),
        "line": list(change.line),
    }
