"""How the tests of reconciling talk: claims in, what follows from them out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from armswire.lexicon.evidence import load_evidence
from armswire.model.claim import Claim
from armswire.model.dispute import Dispute
from armswire.model.document import Credit
from armswire.model.sourcing import QuotedWords, Sourcing
from armswire.model.transfer import Transfer
from armswire.register.facts import ArticleFacts, Findings
from armswire.register.reconciliation import reconcile
from armswire.register.witness import Witness, call_witness

RULES = load_evidence()


def article(
    name: str,
    published: str | None = "2031-03-10",
    outlet: str | None = None,
    sketch: bytes = b"",
    credits: Sequence[Credit] = (),
    quotations: Sequence[QuotedWords] = (),
) -> ArticleFacts:
    day = None if published is None else date.fromisoformat(published)
    sourcing = Sourcing(tuple(credits), tuple(quotations))
    return ArticleFacts(name, outlet or f"The {name} Post", day, sketch, sourcing)


def witness(claim: Claim, facts: ArticleFacts | None = None) -> Witness:
    return call_witness(claim, facts or article(claim.document), RULES)


def run(claims: Sequence[Claim], *articles: ArticleFacts) -> Findings:
    known = {facts.id: facts for facts in articles}
    for claim in claims:
        known.setdefault(claim.document, article(claim.document))
    return reconcile(claims, known, RULES)


def only_transfer(claims: Sequence[Claim], *articles: ArticleFacts) -> Transfer:
    found = run(claims, *articles).transfers
    assert len(found) == 1, [transfer.claims for transfer in found]
    return found[0]


def only_dispute(claims: Sequence[Claim], *articles: ArticleFacts) -> Dispute:
    found = run(claims, *articles).disputes
    assert len(found) == 1, [(dispute.type.value, dispute.question) for dispute in found]
    return found[0]


def disputes(claims: Sequence[Claim], *articles: ArticleFacts) -> list[str]:
    return [dispute.type.value for dispute in run(claims, *articles).disputes]
