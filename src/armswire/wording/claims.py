"""Actors, parties and claims in short words."""

from __future__ import annotations

from collections.abc import Iterable

from armswire.model.attribution import Source
from armswire.model.claim import Claim, Polarity
from armswire.model.transfer import SupportedActor, Transfer
from armswire.wording.values import say_dates, say_item, say_money

UNKNOWN = "?"


def say_actors(actors: Iterable[str], between: str = ", ") -> str:
    """Codes, "org:" left out; a question mark where nobody is named."""
    return between.join(actor.removeprefix("org:") for actor in actors) or UNKNOWN


def say_parties(
    supplier: Iterable[str], recipient: Iterable[str], intermediary: Iterable[str], between: str = ", "
) -> str:
    """KOR → UKR via USA. `between` stands between recipients."""
    via = say_actors(intermediary)
    route = f"{say_actors(supplier)} → {say_actors(recipient, between)}"
    return route if via == UNKNOWN else f"{route} via {via}"


def between_recipients(transfer: Transfer) -> str:
    """What stands between the recipients: "or" where each claim names one of them and no two the same, since then not
    all of them get it, but it is told in several ways who does."""
    users = transfer.route.end_users
    told = [claim for user in users for claim in user.claims]
    is_open = len(users) > 1 and len(set(told)) == len(told)
    return " or " if is_open and {user.actor for user in users} == {*names(transfer.recipient)} else ", "


def names(actors: Iterable[SupportedActor]) -> list[str]:
    """The actors without the claims that name them."""
    return [supported.actor for supported in actors]


def say_transfer_parties(transfer: Transfer) -> str:
    """Who to whom through whom."""
    return say_parties(
        names(transfer.supplier),
        names(transfer.recipient),
        names(transfer.intermediary),
        between_recipients(transfer),
    )


def say_claim_stage(claim: Claim) -> str:
    """The stage, with polarity and certainty where they are not the plain ones."""
    marks = [claim.polarity.value] if claim.polarity is not Polarity.AFFIRMED else []
    if claim.certainty.value != "certain":
        marks.append(claim.certainty.value)
    return f"{claim.stage.value} ({', '.join(marks)})" if marks else claim.stage.value


def say_chain(chain: Iterable[Source]) -> str:
    """Whose word, the outlet cited first; the article's own voice where nobody else's."""
    return " citing ".join(source.source for source in chain) or "the article itself"


def say_claim(claim: Claim) -> str:
    """A claim in one line."""
    parts = [say_claim_stage(claim), say_parties(claim.supplier, claim.recipient, claim.intermediary)]
    if claim.requester:
        parts.append(f"asked by {say_actors(claim.requester)}")
    if claim.items:
        parts.append("; ".join(say_item(item) for item in claim.items))
    if claim.value is not None:
        parts.append(say_money(claim.value))
    if claim.date is not None:
        parts.append(say_dates(claim.date))
    return " · ".join(parts)
