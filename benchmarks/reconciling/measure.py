"""How well claims were reconciled, by what was true: groups of claims, origins, disputes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from reports import News

from armswire.register.facts import Findings


def measure(news: News, findings: Findings) -> dict[str, float]:
    """Precision, recall and F1, pair by pair and as B-cubed (Bagga and Baldwin 1998), and what follows from groups.

    `false_merges` is the share of transfers whose claims are of more than one deal, among those of two claims and
    more. `origins` is the share of transfers with as many independent origins as there truly are. Disputes count as
    right where the deal that most claims of their sides are of has one of that type.
    """
    true = {told.claim.id: told.deal for told in news.told}
    found = {claim: transfer.id for transfer in findings.transfers for claim in transfer.claims}
    found |= {claim: claim for claim in true if claim not in found}  # a claim that belongs nowhere stands alone
    return {**_grouping(true, found), **_origins(news, findings), **_disputes(news, findings, true)}


def _grouping(true: Mapping[str, str], found: Mapping[str, str]) -> dict[str, float]:
    both = Counter((true[claim], found[claim]) for claim in true)
    deals, groups = Counter(true.values()), Counter(found[claim] for claim in true)

    def pairs(counts: Counter[object]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    shared = pairs(Counter(both))
    precision, recall = shared / max(1, pairs(Counter(groups))), shared / max(1, pairs(Counter(deals)))
    b_precision = sum(n * n / groups[group] for (_, group), n in both.items()) / len(true)
    b_recall = sum(n * n / deals[deal] for (deal, _), n in both.items()) / len(true)
    mixed: defaultdict[str, set[str]] = defaultdict(set)
    for deal, group in both:
        mixed[group].add(deal)
    several = [group for group, n in groups.items() if n > 1]
    return {
        "pairs_precision": precision,
        "pairs_recall": recall,
        "pairs_f1": _f1(precision, recall),
        "b_cubed_precision": b_precision,
        "b_cubed_recall": b_recall,
        "b_cubed_f1": _f1(b_precision, b_recall),
        "false_merges": sum(len(mixed[group]) > 1 for group in several) / max(1, len(several)),
    }


def _origins(news: News, findings: Findings) -> dict[str, float]:
    origin = {told.claim.id: told.origin for told in news.told}
    affirmed = {told.claim.id for told in news.told if told.claim.polarity.value == "affirmed"}
    right = [
        len(transfer.origins) == len({origin[claim] for claim in transfer.claims if claim in affirmed})
        for transfer in findings.transfers
    ]
    return {"origins": sum(right) / max(1, len(right))}


def _disputes(news: News, findings: Findings, true: Mapping[str, str]) -> dict[str, float]:
    found: set[tuple[str, str]] = set()
    for dispute in findings.disputes:
        deals = Counter(true[claim] for side in dispute.sides for claim in side.claims)
        found.add((deals.most_common(1)[0][0], dispute.type.value))
    right = len(found & news.disputes)
    precision, recall = right / max(1, len(found)), right / max(1, len(news.disputes))
    return {"disputes_precision": precision, "disputes_recall": recall, "disputes_f1": _f1(precision, recall)}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
