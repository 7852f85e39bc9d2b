"""Claims into transfers, disputes and positions: a pure function, the same for the same claims in any order."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Claim
from armswire.model.identity import content_key
from armswire.model.transfer import Dispute, Transfer
from armswire.register.assessment import assess
from armswire.register.candidates import find_candidates
from armswire.register.copies import find_copies
from armswire.register.disputes import find_disputes
from armswire.register.echoes import find_echoes
from armswire.register.facts import ArticleFacts, Findings
from armswire.register.joining import join
from armswire.register.origins import Origins
from armswire.register.pairs import Pairs
from armswire.register.positions import find_positions
from armswire.register.witness import Witness, call_witness


def reconcile(claims: Iterable[Claim], articles: Mapping[str, ArticleFacts], rules: EvidenceRules) -> Findings:
    """Everything that follows from the claims of `articles`. No clock, no chance: only the arguments count."""
    witnesses = sorted(
        (call_witness(claim, articles.get(claim.document) or ArticleFacts(claim.document), rules) for claim in claims),
        key=lambda witness: witness.order,
    )
    copies = _find_copies(articles, rules)
    origins = Origins(copies, {name: facts.outlet for name, facts in articles.items()})
    transfers: list[Transfer] = []
    disputes: list[Dispute] = []
    groups = group(witnesses, rules)
    for members in groups:
        transfer = content_key("transfer", members[0].claim.id)
        found = find_disputes(transfer, members, origins, rules)
        transfers.append(assess(transfer, members, found, origins, rules))
        disputes.extend(found)
    return Findings(
        transfers=tuple(sorted(transfers, key=lambda transfer: transfer.id)),
        disputes=tuple(sorted(disputes, key=lambda dispute: (dispute.transfer, dispute.id))),
        positions=find_positions(witnesses),
        echoes=find_echoes([*groups, *_ungrouped(witnesses)], articles, copies),
    )


def group(witnesses: Sequence[Witness], rules: EvidenceRules) -> list[list[Witness]]:
    """The claims of each transfer, sorted; a claim that names neither supplier nor recipient belongs to none."""
    joining = [witness for witness in witnesses if _has_party(witness)]
    pairs = Pairs(joining, rules)
    return [
        [joining[position] for position in members] for members in join(joining, pairs, _alike(joining, pairs, rules))
    ]


def _has_party(witness: Witness) -> bool:
    return bool(witness.claim.supplier or witness.claim.recipient)


def _ungrouped(witnesses: Iterable[Witness]) -> list[list[Witness]]:
    return [[witness] for witness in witnesses if not _has_party(witness)]


def _alike(witnesses: Sequence[Witness], pairs: Pairs, rules: EvidenceRules) -> Iterator[tuple[int, int]]:
    """Pairs that belong together, the most alike first."""
    # There may be millions: as tuples they would take ten times the memory.
    scores, ones, others = array("d"), array("l"), array("l")
    for one, near in find_candidates(witnesses):
        for other in near:
            score = pairs.score(one, other)
            if score is not None and score >= rules.join.value:
                scores.append(-score)
                ones.append(one)
                others.append(other)
    return ((ones[k], others[k]) for k in np.lexsort((others, ones, scores)))


def _find_copies(articles: Mapping[str, ArticleFacts], rules: EvidenceRules) -> dict[str, str]:
    ranks = {
        name: ("9999-12-31" if facts.published is None else facts.published.isoformat(), name)
        for name, facts in articles.items()
    }
    sketches = {name: facts.sketch for name, facts in articles.items() if facts.sketch}
    return find_copies(sketches, ranks, rules.copy_resemblance.value)
