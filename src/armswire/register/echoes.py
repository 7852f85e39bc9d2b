"""Which articles depend on others: copies of one text, and retellings of somebody's report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from armswire.model.attribution import SourceClass
from armswire.model.transfer import Echo
from armswire.register.facts import ArticleFacts
from armswire.register.origins import fold_name, outlet_name
from armswire.register.witness import Witness


def find_echoes(
    groups: Iterable[Sequence[Witness]], articles: Mapping[str, ArticleFacts], copies: Mapping[str, str]
) -> tuple[Echo, ...]:
    """The articles that are a copy or retell something, by id. `groups` are the claims of each transfer."""
    retold: dict[str, set[str]] = {}
    for members in groups:
        for witness in members:
            outlet = cited_outlet(witness)
            if outlet is not None:
                retold.setdefault(witness.claim.document, set()).add(_report(outlet, witness, members))
    return tuple(
        Echo(name, copies.get(name), tuple(sorted(retold.get(name, ()))))
        for name in sorted(articles)
        if name in copies or name in retold
    )


def cited_outlet(witness: Witness) -> str | None:
    """The other outlet whose report the claim retells; None where it is the article's own report."""
    chain = witness.claim.attribution
    if not chain or chain[0].source_class not in (SourceClass.MEDIA, SourceClass.STATE_MEDIA):
        return None
    cited = outlet_name(chain[0].source)
    own = witness.outlet is not None and fold_name(witness.outlet) == fold_name(cited)
    return None if own else cited


def _report(outlet: str, witness: Witness, members: Sequence[Witness]) -> str:
    """The article of that outlet about the same transfer, not from a later day; else the outlet's name."""
    wanted = fold_name(outlet)
    reports = [
        other.claim.document
        for other in members
        if other.outlet is not None
        and fold_name(other.outlet) == wanted
        and other.claim.document != witness.claim.document
        and cited_outlet(other) is None
        and (other.published is None or witness.published is None or other.published <= witness.published)
    ]
    return reports[0] if reports else outlet
