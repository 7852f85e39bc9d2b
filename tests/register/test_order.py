"""The register does not depend on the order in which articles come in."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from armswire.exports.formats import EXPORTERS
from armswire.model.article import Article
from armswire.model.claim import Claim
from armswire.model.document import Translation
from armswire.model.sourcing import Sourcing
from armswire.model.span import Span
from armswire.model.transfer import Transfer
from armswire.register import queries
from armswire.register.record import record
from armswire.register.store import open_register
from tests.factories import make_article, make_claim, make_credit, make_item, make_quotation, make_source
from tests.register.cases import run

ACTORS = ("KOR", "UKR", "USA", "POL", "org:Hamas")
STAGES = ("request", "consideration", "pledge", "agreement", "delivery", "refusal", "halt", "reversal", "end_use")
ITEMS = (
    (),
    (make_item(),),
    (make_item(quantity=100),),
    (make_item(quantity=500, approximate=True),),
    (make_item("weapons", "ARMS"),),
    (make_item("tanks", "ML6"), make_item("K2", "ML6", designation="K2", quantity=180)),
    (make_item("helmets", "ML13", lethal=False),),
)
DATES = (None, "2031-01-10", "2031-02-01/2031-02-28", "2031-06-30", "2033-01-01")
CHAINS = (
    (),
    (make_source("the ministry", "KOR"),),
    (make_source("Gulf Wire", None, "media"), make_source("officials", "USA", "anonymous_official")),
    (make_source("a diplomat", None, "other"),),
)


SAID = "Nobody in the room believed that we would ever get both signatures on that paper"
SOURCINGS = (
    Sourcing(),
    Sourcing(credits=(make_credit("Gulf Wire", "Coast Agency"),)),
    Sourcing(credits=(make_credit("Harbour Courier", at=60, above=True),)),
    Sourcing(translation=Translation(Span(3, 9), "uk", by_machine=True, rule="translator")),
    Sourcing(quotations=(make_quotation(SAID, 40),)),
    Sourcing(quotations=(make_quotation(f"I tell you, {SAID.lower()} of yours", 150), make_quotation("It is so", 5))),
)


def sourcing_of(article: Article) -> Sourcing:
    """What an article of `read_articles` tells of where it has its news from."""
    return SOURCINGS[int(str(article.extra["sourcing"]))]


@st.composite
def read_articles(draw: st.DrawFn) -> list[tuple[Article, list[Claim]]]:
    """A few articles with a few claims each, so alike that they must be told apart."""
    read = []
    for n in range(draw(st.integers(1, 5))):
        name = f"d{n}"
        words = draw(st.sampled_from(["Shells go south, " * 9, "A deal is near for many rockets now. " * 9])) + str(n)
        article = make_article(
            name,
            words,
            outlet=draw(st.sampled_from(["Gulf Wire", "Harbour Courier", None])),
            published=draw(st.sampled_from(["2031-01-12", "2031-03-10", None])),
            extra={"sourcing": draw(st.sampled_from([0, 0, *range(len(SOURCINGS))]))},
        )
        claims = [
            make_claim(
                draw(st.sampled_from(STAGES)),
                draw(st.sampled_from(["", *ACTORS, "KOR POL"])),
                draw(st.sampled_from(["", *ACTORS])),
                document=name,
                polarity=draw(st.sampled_from(["affirmed", "affirmed", "negated", "uncommitted"])),
                intermediary=draw(st.sampled_from(["", "USA"])),
                items=draw(st.sampled_from(ITEMS)),
                date=draw(st.sampled_from(DATES)),
                attribution=draw(st.sampled_from(CHAINS)),
                start=100 * i,
            )
            for i in range(draw(st.integers(0, 4)))
        ]
        read.append((article, claims))
    return read


def export_all(place: str, read: list[tuple[Article, list[Claim]]], *, look_between: bool = False) -> str:
    out = io.StringIO(newline="")
    with open_register(place) as register:
        for article, claims in read:
            record(register, article, claims, sourcing=sourcing_of(article))
            if look_between:
                queries.count(register)
        for exporter in EXPORTERS:
            exporter.write(register, out)
    return out.getvalue()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(read_articles(), st.randoms(use_true_random=False))
def test_any_order_of_adding_gives_the_same_bytes(
    new_place: Callable[[], str], read: list[tuple[Article, list[Claim]]], chance: Random
) -> None:
    shuffled = [(article, chance.sample(claims, len(claims))) for article, claims in read]
    chance.shuffle(shuffled)
    assert export_all(new_place(), shuffled, look_between=True) == export_all(new_place(), read)


@settings(max_examples=150, deadline=None)
@given(read_articles(), st.randoms(use_true_random=False))
def test_reconciling_is_a_function_of_the_set_of_claims(
    read: list[tuple[Article, list[Claim]]], chance: Random
) -> None:
    claims = list({claim.id: claim for _, found in read for claim in found}.values())
    findings = run(claims)
    assert findings == run(chance.sample(claims, len(claims)))
    joined = [claim for transfer in findings.transfers for claim in transfer.claims]
    assert len(joined) == len(set(joined))
    assert set(joined) == {claim.id for claim in claims if claim.supplier or claim.recipient}


def _supports(transfer: Transfer) -> list[tuple[str, ...]]:
    """The claims behind each value of a transfer."""
    actors = (*transfer.supplier, *transfer.recipient, *transfer.intermediary)
    return [
        *(actor.claims for actor in actors),
        *(item.claims for item in transfer.items),
        *(value.claims for value in transfer.value),
        *(record.claims for record in transfer.stages),
        *(origin.claims for origin in transfer.origins),
    ]


@settings(max_examples=150, deadline=None)
@given(read_articles())
def test_what_is_found_hangs_together(read: list[tuple[Article, list[Claim]]]) -> None:
    claims = {claim.id: claim for _, found in read for claim in found}
    findings = run(list(claims.values()))
    disputes = {dispute.id: dispute for dispute in findings.disputes}
    assert len(disputes) == len(findings.disputes)
    for transfer in findings.transfers:
        for supporting in _supports(transfer):
            assert supporting
            assert set(supporting) <= set(transfer.claims)
        assert set(transfer.standing_claims) <= set(transfer.claims)
        assert transfer.standing_claims
        for name in transfer.disputes:
            told = [claim for side in disputes[name].sides for claim in side.claims]
            assert disputes[name].transfer == transfer.id
            assert len(disputes[name].sides) >= 2 or disputes[name].answers
            assert set(told) <= set(transfer.claims)
            assert disputes[name].question.endswith("?")
    assert {name for transfer in findings.transfers for name in transfer.disputes} == set(disputes)
    for position in findings.positions:
        assert all(position.actor in claims[claim].supplier for claim in position.claims)
