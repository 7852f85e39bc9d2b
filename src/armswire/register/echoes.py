"""Which articles depend on others: copies of one text, retellings of somebody's report, the same words quoted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from armswire.lexicon.outlet_titles import outlet_key
from armswire.model.origin import Likeness, Retold, Sign
from armswire.model.transfer import Echo
from armswire.register.copies import overlap
from armswire.register.facts import ArticleFacts, Retelling
from armswire.register.origins import Dependence, Origins
from armswire.register.provenance import retold
from armswire.register.sharing import Shared
from armswire.register.sketches import read_sketch
from armswire.register.witness import Witness


def find_retellings(origins: Origins, members: Sequence[Witness]) -> Iterator[Retelling]:
    """What the claims of one transfer retell; `origins` are those among them."""
    for witness in members:
        for report, sign, outlet in dict.fromkeys(retold(origins, witness)):
            yield Retelling(witness.claim.document, witness.claim.id, report, sign, outlet)


def gather_echoes(retellings: Iterable[Retelling], dependence: Dependence) -> tuple[Echo, ...]:
    """The articles that are a copy or retell something, by id."""
    told: defaultdict[str, list[Retelling]] = defaultdict(list)
    for retelling in retellings:
        told[retelling.document].append(retelling)
    found = (
        find_echo(
            facts, dependence.articles.get(dependence.copies.get(name, "")), told[name], dependence.shared.get(name, ())
        )
        for name, facts in sorted(dependence.articles.items())
    )
    return tuple(echo for echo in found if echo is not None)


def find_echo(
    facts: ArticleFacts, original: ArticleFacts | None, retellings: Iterable[Retelling], shared: Iterable[Shared]
) -> Echo | None:
    """What an article depends on, by its claims and by what else it tells; None where on nothing.

    `original` is the article that it is a copy of, if any; both with their sketches.
    """
    signs = {Retold(original.id, Sign.COPY)} if original is not None else set()
    known: set[str] = set()
    for retelling in retellings:
        signs.add(Retold(retelling.report, retelling.sign))
        known.add(outlet_key(retelling.outlet) if retelling.outlet else "")
    for credit in facts.sourcing.credits:
        signs |= {Retold(name, Sign.CREDIT) for name in credit.outlets if outlet_key(name) not in known}
    signs |= {Retold(one.first, Sign.QUOTATION) for one in shared}
    if not signs:
        return None
    reports = {sign.report for sign in signs if sign.sign is not Sign.COPY}
    return Echo(
        document=facts.id,
        copy_of=None if original is None else original.id,
        retells=tuple(sorted(reports)),
        signs=tuple(sorted(signs)),
        likeness=None if original is None else liken(facts, original),
    )


def liken(copy: ArticleFacts, original: ArticleFacts) -> Likeness:
    """How like its original a copy is, and by what it is known that the original came first."""
    mine, whole = read_sketch(copy.sketch).size, read_sketch(original.sketch).size
    return Likeness(
        share=round(overlap(copy.sketch, original.sketch).share, 2),
        length=round(mine / whole, 2) if whole else 0.0,
        first_by=original.precedes_by(copy),
    )


def reports_of(echo: Echo) -> set[str]:
    """All that an article depends on: articles by id, outlets by name."""
    return {sign.report for sign in echo.signs}
