"""What transfers are found and sorted by, worked out once when they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from armswire.lexicon.actor_names import bundled_actor_names
from armswire.lexicon.evidence import EvidenceRules
from armswire.lexicon.folding import fold
from armswire.model.dispute import Dispute
from armswire.model.transfer import Transfer
from armswire.register.phrasing import actor_name
from armswire.register.promises import overdue_from
from armswire.register.witness import Witness

# The value of a facet where a transfer has none of the others.
NONE = "none"
# Whose word it is where an article says something itself.
THE_ARTICLE = "article"
# The facet whose value is the first day on which a delivery is overdue.
OVERDUE = "overdue"
# After every name and every word.
_LAST = "~"

_ROLES = ("supplier", "recipient", "intermediary")


def sort_keys(transfer: Transfer) -> dict[str, str]:
    """What a transfer is sorted by, by column: names as people look them up; who or what is not known comes last.

    The names are always those that come with the program, so that a register is sorted the same whoever wrote it.
    """
    items = (f"{_category_key(item.item.ml)} {_fold(item.item.designation)}" for item in transfer.items)
    return {
        "by_supplier": min((name_key(actor.actor) for actor in transfer.supplier), default=_LAST),
        "by_recipient": min((name_key(actor.actor) for actor in transfer.recipient), default=_LAST),
        "by_item": min(items, default=_LAST),
    }


def name_key(actor: str) -> str:
    """By what an actor is sorted: its name without case and accents, then its code."""
    return f"{_fold(actor_name(actor, bundled_actor_names()))} {actor}"


def _category_key(ml: str) -> str:
    """Categories of the munitions list in its order, ML2 before ML10; then the others."""
    number = ml.removeprefix("ML")
    return f"ML{int(number):02}" if number.isdecimal() else f"N {ml}"


def _fold(name: str | None) -> str:
    return _LAST if name is None else fold(name)


def find_facets(
    transfer: Transfer, disputes: Iterable[Dispute], witnesses: Mapping[str, Witness], rules: EvidenceRules
) -> list[tuple[str, str]]:
    """The facets of a transfer with their values, each pair once, sorted. `witnesses` are claims by their id."""
    return sorted(set(_find_facets(transfer, disputes, witnesses, rules)))


def join_facets(facets: Iterable[tuple[str, str]]) -> str:
    """The facets by which transfers are counted as one text, `facet=value` in a line each."""
    return "\n".join(f"{facet}={value}" for facet, value in facets if facet != OVERDUE)


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
    overdue = overdue_from(transfer, rules)
    if overdue is not None:
        yield OVERDUE, overdue.isoformat()
    yield from (("dispute", state) for state in {dispute.state.value for dispute in disputes} or {NONE})
