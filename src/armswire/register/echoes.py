"""Which articles depend on others: copies of one text, and retellings of somebody's report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from armswire.model.transfer import Echo
from armswire.register.facts import Retelling
from armswire.register.outlets import cited_outlet, fold_name
from armswire.register.witness import Witness


def find_retellings(members: Sequence[Witness]) -> Iterator[Retelling]:
    """What the claims of one transfer retell."""
    for witness in members:
        outlet = cited_outlet(witness.claim, witness.outlet)
        if outlet is not None:
            claim = witness.claim
            yield Retelling(claim.document, claim.id, _report(outlet, witness, members))


def gather_echoes(retellings: Iterable[Retelling], copies: Mapping[str, str]) -> tuple[Echo, ...]:
    """The articles that are a copy or retell something, by id."""
    retold: dict[str, set[str]] = {}
    for retelling in retellings:
        retold.setdefault(retelling.document, set()).add(retelling.report)
    return tuple(
        Echo(name, copies.get(name), tuple(sorted(retold.get(name, ())))) for name in sorted(copies.keys() | retold)
    )


def _report(outlet: str, witness: Witness, members: Sequence[Witness]) -> str:
    """The article of that outlet about the same transfer, not from a later day; else the outlet's name."""
    wanted = fold_name(outlet)
    reports = [
        other.claim.document
        for other in members
        if other.outlet is not None
        and fold_name(other.outlet) == wanted
        and other.claim.document != witness.claim.document
        and not other.retells
        and (other.published is None or witness.published is None or other.published <= witness.published)
    ]
    return reports[0] if reports else outlet
