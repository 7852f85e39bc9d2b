"""Claims into transfers, disputes and positions: pure functions, the same for the same claims in any order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from armswire.lexicon.evidence import EvidenceRules
from armswire.model.claim import Claim
from armswire.model.dispute import Dispute
from armswire.model.identity import content_key
from armswire.model.judgement import Judgement
from armswire.model.thread import Thread
from armswire.model.transfer import Transfer
from armswire.register.alike import drop_guesses, find_alike
from armswire.register.assessment import assess
from armswire.register.backfills import find_refills, link_transfers
from armswire.register.completing import complete
from armswire.register.copies import find_copies
from armswire.register.disputing.find import find_disputes
from armswire.register.echoes import find_retellings, gather_echoes
from armswire.register.facts import ArticleFacts, Findings, Reconciled, Retelling
from armswire.register.joining import join
from armswire.register.judged import NOTHING_JUDGED, Judged, read_judgements, take_effect
from armswire.register.nearest import keep_nearest
from armswire.register.origins import Dependence, Origins
from armswire.register.pairs import Pairs
from armswire.register.positions.sayings import find_positions
from armswire.register.routes.find import find_route
from armswire.register.sharing import find_shared
from armswire.register.threads import find_steps
from armswire.register.ties import find_ties
from armswire.register.witness import Witness, call_witnesses


def reconcile(
    claims: Iterable[Claim],
    articles: Mapping[str, ArticleFacts],
    rules: EvidenceRules,
    judgements: Sequence[Judgement] = (),
) -> Findings:
    """Everything that follows from the claims of `articles` and from what people judged of them.

    No clock, no chance: only the arguments count.
    """
    read = list(claims)
    judged = take_effect(read_judgements(judgements, _by_article(read, articles)))
    witnesses = call_witnesses(judged.apply(read), articles, rules)
    sketches = {name: facts.sketch for name, facts in articles.items() if facts.sketch}
    ranks = {name: facts.rank for name, facts in articles.items()}
    copies = find_copies(sketches, ranks, rules)
    dependence = Dependence(copies, find_shared(articles, rules), articles)
    found = reconcile_witnesses(witnesses, Origins(dependence), rules, judged)
    homes = {claim: transfer.id for transfer in found.transfers for claim in transfer.claims}
    days = [facts.published for facts in articles.values() if facts.published is not None]
    backfills = link_transfers(find_refills(witnesses, rules), homes)
    return Findings(
        transfers=tuple(complete(transfer, backfills, max(days, default=None)) for transfer in found.transfers),
        disputes=found.disputes,
        positions=find_positions(witnesses),
        echoes=gather_echoes(found.retellings, dependence),
    )


def reconcile_witnesses(
    witnesses: Sequence[Witness], origins: Origins, rules: EvidenceRules, judged: Judged = NOTHING_JUDGED
) -> Reconciled:
    """The transfers and disputes of some witnesses, in whole neighbourhoods, and what each of them retells.

    Witnesses are sorted by their order. A claim that names neither supplier nor recipient belongs to no transfer.
    Rejected claims are not among the witnesses, and corrected ones are corrected.
    """
    joining = [witness for witness in witnesses if witness.names_party]
    pairs = Pairs(joining, rules)
    ties = find_ties(joining, judged)
    alike = keep_nearest(find_alike(joining, pairs, rules), joining, rules.nearest)
    likely = drop_guesses(alike, joining, pairs, rules).ranked()
    transfers: list[Transfer] = []
    disputes: list[Dispute] = []
    retellings: list[Retelling] = []
    for positions in join(joining, pairs, likely, ties):
        members = [joining[position] for position in positions]
        transfer = content_key("transfer", members[0].claim.id)
        among = origins.among(members)
        # What an outlet does not say any more is shown, but adds nothing to what it says now.
        gone = tuple(sorted(one.claim.id for one in members if one.claim.id in origins.dependence.gone))
        current = [one for one in members if one.claim.id not in gone] or members
        found = judged.settle(find_disputes(transfer, current, among, rules))
        assessed = assess(transfer, current, found, among, rules, judged)
        route = find_route(assessed, current, found, among, rules, judged)
        transfers.append(
            replace(
                assessed,
                claims=tuple(sorted(one.claim.id for one in members)),
                judgements=judged.concerning((one.claim.id for one in members), found),
                edited_away=gone,
                route=route,
                thread=Thread(find_steps(current)),
            )
        )
        disputes.extend(found)
        retellings.extend(find_retellings(among, members))
    for witness in witnesses:
        if not witness.names_party:
            retellings.extend(find_retellings(origins.among([witness]), [witness]))
    homes = alike.neighbourhoods(len(joining), ties.pairs())
    return Reconciled(
        transfers=tuple(sorted(transfers, key=lambda transfer: transfer.id)),
        disputes=tuple(sorted(disputes, key=lambda dispute: (dispute.transfer, dispute.id))),
        retellings=tuple(sorted(retellings)),
        neighbourhoods={witness.claim.id: joining[home].claim.id for witness, home in zip(joining, homes, strict=True)},
    )


def _by_article(claims: Iterable[Claim], articles: Iterable[str]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {name: [] for name in articles}
    for claim in claims:
        found.setdefault(claim.document, []).append(claim)
    return found
