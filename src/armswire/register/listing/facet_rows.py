"""What transfers are found and sorted by, worked out once when they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.dispute import Dispute
from armswire.model.transfer import Transfer
from armswire.register.witness import Witness

# The value of a facet where a transfer has none of the others.
NONE = "none"
# Whose word it is where an article says something itself.
THE_ARTICLE = "article"
# After every code and every word.
_LAST = "~"

_ROLES = ("supplier", "recipient", "intermediary")


def sort_keys(transfer: Transfer) -> dict[str, str]:
    """What a transfer is sorted by, by column; who or what is not known comes last."""
    items = (f"{item.item.ml} {item.item.designation or _LAST}" for item in transfer.items)
    return {
        "by_supplier": min((actor.actor for actor in transfer.supplier), default=_LAST),
        "by_recipient": min((actor.actor for actor in transfer.recipient), default=_LAST),
        "by_item": min(items, default=_LAST),
    }


def find_facets(
    transfer: Transfer, disputes: Iterable[Dispute], witnesses: Mapping[str, Witness], rules: EvidenceRules
) -> list[tuple[str, str]]:
    """The facets of a transfer with their values, each pair once, sorted. `witnesses` are claims by their id."""
    return sorted(set(_find_facets(transfer, disputes, witnesses, rules)))


def _find_facets(
    transfer: Transfer, disputes: Iterable[Dispute], witnesses: Mapping[str, Witness], rules: EvidenceRules
) -> Iterator[tuple[str, str]]:
    for role in _ROLES:
        actors = [actor.actor for actor in getattr(transfer, role)]
        yield from ((role, actor) for actor in actors or [NONE])
        yield from (("actor", actor) for actor in actors)
    yield "stage", NONE if transfer.stage is None else transfer.stage.value
    yield "standing", transfer.standing.value
    for category in {item.item.ml for item in transfer.items}:
        yield "category", category
        family = rules.family_of(category)
        if family is not None:
            yield "family", family
    for claim in transfer.claims:
        chain = witnesses[claim].claim.attribution
        yield "speaker", chain[-1].source_class.value if chain else THE_ARTICLE
    yield from (("dispute", state) for state in {dispute.state.value for dispute in disputes} or {NONE})
